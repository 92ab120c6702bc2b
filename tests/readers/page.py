#!/usr/bin/env python3
"""Opens the pages in headless Chromium and uses them: search, filters, sorting, keyboard, telephone, paper, axe-core.

Needs: pip install playwright axe-core-python; apt-get install chromium poppler-utils. It installs nothing itself.
The program is target/debug/papi-plan or $PAPI_PLAN, the browser $CHROMIUM or the first chromium in PATH. With a folder as
argument, pictures of the pages are left there. Exit code 1 says that something does not hold, and what.
"""

import importlib.util, json, os, pathlib, re, shutil, subprocess, sys, tempfile, unicodedata

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("PAPI_PLAN", ROOT / "target/debug/papi-plan")
AXE = pathlib.Path(importlib.util.find_spec("axe_core_python").origin).parent / "axe.min.js"

OCTOBER = ["-p", "examples/mid-october.toml", "--as-of", "2020-10-15", "--lang", "vi"]
WORK = ["-p", "examples/nhiem-vu-2026.toml", "--as-of", "2026-07-20", "--lang", "en"]
MANY = ["-p", "examples", "--as-of", "2026-06-10", "--lang", "vi"]
HOSTILE = ["--as-of", "2020-03-01", "--lang", "en"]

ASKED = {
    "page": [*OCTOBER, "page"],
    "page-work": [*WORK, "page"],
    "page-many": [*MANY, "page"],
    "overdue": [*OCTOBER, "overdue", "--soon", "--format", "html"],
    "overdue-units": [*OCTOBER, "overdue", "--units", "--format", "html"],
    "overdue-by-agency": [*OCTOBER, "overdue", "--group-by", "agency", "--format", "html"],
    "list": [*OCTOBER, "list", "--format", "html"],
    "list-cells": [*WORK, "list", "--cells", "--progress", "--format", "html"],
    "missing": [*OCTOBER, "missing", "--format", "html"],
    "missing-many": [*MANY, "missing", "--format", "html"],
    "agency": [*OCTOBER, "agency", "sở nội vụ", "--format", "html"],
    "summary": [*OCTOBER, "summary", "--format", "html"],
    "summary-brief": [*OCTOBER, "summary", "--brief", "--format", "html"],
    "empty": [*OCTOBER, "overdue", "--as-of", "2020-09-01", "--format", "html"],
}

wrong = []


def holds(what, is_so, *seen):
    if not is_so:
        wrong.append(what)
        print("WRONG:", what, *seen)


def written(args):
    done = subprocess.run([PROGRAM, *once(args)], cwd=ROOT, capture_output=True)
    assert done.returncode == 0, (args, done.stderr.decode())
    return done.stdout


def once(args):
    """The arguments with the last day alone, where two are given."""
    days = [at for at, arg in enumerate(args) if arg == "--as-of"]
    skipped = {at for day in days[:-1] for at in (day, day + 1)}
    return [arg for at, arg in enumerate(args) if at not in skipped]


def folded(text):
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    words = " ".join(re.findall(r"\w+", plain.replace("đ", "d")))
    return re.sub(r"\b(\S*(?:qu|[^aeiouy\W]))y\b", r"\1i", words)


class Desk:
    """A browser, and what its pages asked for or complained of."""

    def __init__(self, browser, folder):
        self.browser, self.folder = browser, folder
        self.requests, self.complaints = [], []

    def open(self, name, width=1280, scheme="light", **options):
        page = self.browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
        self.requests, self.complaints = [], []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto((self.folder / f"{name}.html").as_uri())
        return page


def lines(page, within=""):
    """The texts of the lines that are shown."""
    return page.evaluate(
        "(at) => [...document.querySelectorAll(at + ' tbody tr')].filter((row) => row.checkVisibility())"
        ".map((row) => [...row.cells].map((cell) => cell.textContent.trim()))",
        within,
    )


def count(page):
    return page.locator("#count").inner_text()


def every_page(desk, name, pictures):
    for scheme in ("light", "dark"):
        for width in (360, 1280):
            page, at = desk.open(name, width, scheme), f"{name}, {width}, {scheme}"
            holds(f"{at}: no request leaves", len(desk.requests) == 1, desk.requests)
            holds(f"{at}: nothing is blocked or fails", not desk.complaints, desk.complaints)
            page_width = page.evaluate("document.documentElement.scrollWidth")
            holds(f"{at}: no sideways scrolling", page_width <= width, page_width)
            page.evaluate(AXE.read_text())
            found = page.evaluate("axe.run()")
            for violation in found["violations"]:
                nodes = [node["html"][:120] for node in violation["nodes"]][:3]
                holds(f"{at}: axe-core: {violation['id']}: {violation['help']}", False, nodes)
            if pictures:
                page.screenshot(path=pictures / f"{name}-{width}-{scheme}.png", full_page=True)
                if (name, width, scheme) == ("page", 1280, "light"):
                    # The picture of docs/documents.md.
                    page.screenshot(path=pictures / "page.png", clip={"x": 0, "y": 0, "width": 1280, "height": 1120})
            page.close()
    page = desk.open(name, 800)
    holds(f"{name}, 800: no sideways scrolling", page.evaluate("document.documentElement.scrollWidth") <= 800)
    page.close()


def search(desk):
    page = desk.open("list")
    all_lines = lines(page)
    holds("all lines are counted", count(page) == f"Hiển thị {len(all_lines)}/{len(all_lines)} kết quả", count(page))
    holds("the count is told", page.locator("#count").get_attribute("aria-live") == "polite")
    for wanted in ("đất", "Sở Nội vụ", "quá hạn 5", "UBND cấp xã", "giáo dục", "kỳ hạn không có"):
        key = " " + folded(wanted)
        expected = [line for line in all_lines if any(key in " " + folded(cell) for cell in line)]
        for typed in (wanted, wanted.upper(), folded(wanted), unicodedata.normalize("NFD", wanted)):
            page.fill("#search", typed)
            found = lines(page)
            holds(f"search {typed!r}", found == expected, len(found), len(expected))
            holds(f"search {typed!r}: the count", count(page) == f"Hiển thị {len(found)}/{len(all_lines)} kết quả", count(page))
    holds("nothing found is said", page.locator("#none").is_visible() and lines(page) == [])
    for one, other in (("ủy ban nhân dân cấp xã", "UBND cấp xã"), ("phối hợp & tham gia", "phối hợp và tham gia"), ("lí", "lý")):
        results = []
        for typed in (one, other):
            page.fill("#search", typed)
            results.append(lines(page))
        holds(f"{one!r} finds what {other!r} does", results[0] == results[1], [len(found) for found in results])
    page.click("#clear")
    holds("nothing is unfolded without need", page.locator("details[open]").count() == 0)
    holds("all lines are back", lines(page) == all_lines and page.input_value("#search") == "")
    page.close()


def filters(desk):
    page = desk.open("page")
    all_lines = len(lines(page))
    page.select_option("#status", label="Quá hạn")
    late = lines(page, "section:has(#part-3)")
    holds("what is overdue stays", late and all("Quá hạn" in line[-1] for line in late), late)
    holds("a table without a line is left out", 0 < page.locator("table:visible").count() < page.locator("table").count())
    statuses = page.evaluate("[...document.querySelectorAll('tbody tr')].filter((row) => row.checkVisibility()).map((row) => row.dataset.statuses)")
    holds("every line has the status", all("overdue" in told.split() for told in statuses), statuses)
    page.select_option("#agency", label="Sở Tài nguyên và Môi trường")
    both = lines(page)
    holds("every line names the body", both and all("Sở Tài nguyên và Môi trường" in " ".join(line) for line in both), both)
    page.fill("#search", "dat dai zzz")
    holds("filters and search hold together", lines(page) == [] and count(page) == f"Hiển thị 0/{all_lines} kết quả", count(page))
    page.click("#clear")
    holds("every filter is taken away", len(lines(page)) == all_lines and page.input_value("#status") == "")
    names = page.locator("#agency option").all_inner_texts()[1:]
    holds("bodies by name", names == sorted(names, key=folded) and len(names) == len(set(names)), names[:5])
    page.close()


def sorting(desk):
    page = desk.open("list")
    before = lines(page)
    heads = page.locator("thead th")
    titles = heads.all_inner_texts()
    at = next(at for at, title in enumerate(titles) if title.startswith("Tình"))
    button = heads.nth(at).locator("button")
    button.focus()
    page.keyboard.press("Enter")
    holds("aria-sort", heads.nth(at).get_attribute("aria-sort") == "ascending")
    late = [int(days) for line in lines(page) for days in re.findall(r"^Quá hạn (\d+)", line[at])]
    holds("the most days late first", late == sorted(late, reverse=True) and len(late) > 5, late)
    page.keyboard.press("Space")
    holds("the other way", heads.nth(at).get_attribute("aria-sort") == "descending" and lines(page)[0][at].startswith("Hoàn thành"))
    page.keyboard.press("Enter")
    holds("as it was", heads.nth(at).get_attribute("aria-sort") == "none" and lines(page) == before)
    heads.nth(0).locator("button").click()
    numbers = [line[0] for line in lines(page)]
    holds("numbers by value", numbers.index("IV") < numbers.index("V") and numbers.index("2") < numbers.index("6.8"), numbers)
    at = next(at for at, title in enumerate(titles) if title.startswith("Thời"))
    heads.nth(at).locator("button").click()
    days = page.evaluate(f"[...document.querySelectorAll('tbody tr')].map((row) => row.cells[{at}].dataset.sort ?? '')")
    known = [day for day in days if day]
    holds("days by value, what has none last", known == sorted(known) and days == known + [""] * (len(days) - len(known)), days)
    holds("one column at a time", page.locator('th[aria-sort="ascending"]').count() == 1)
    page.close()
    page = desk.open("missing")
    first = lines(page)[0]
    page.fill("#search", "dong hy")
    found = [line for line in lines(page) if line[0] == first[0]]
    holds("a line that goes on says of what", len(found) > 1 and all(line[1] == first[1] for line in found), found)
    page.fill("#search", "xa tan long")
    holds("names that are found are unfolded", page.locator("details[open]").count() > 0 and "Tân Long" in page.locator("details[open]").first.inner_text())
    page.fill("#search", "")
    holds("and folded away again", page.locator("details[open]").count() == 0)
    page.select_option("#agency", label="UBND xã Tân Long")
    holds("so are those that are chosen", page.locator("details[open]").count() > 0 and len(lines(page)) == 1, len(lines(page)))
    page.click("#clear")
    page.fill("#search", "dong hy")
    again = page.locator("tr:visible td.again > *").first
    holds("and shows it", again.bounding_box()["height"] > 10, again.bounding_box())
    page.close()


def keyboard(desk):
    page = desk.open("page")
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.tagName.toLowerCase()"))
    for wanted in ("search", "agency", "status", "button"):
        holds(f"Tab reaches {wanted}", wanted in reached, reached)
    holds("the first is the way past all that", page.evaluate("document.querySelector('a').className") == "skip")
    page.keyboard.press("Control+Home")
    page.focus("#search")
    page.keyboard.type("giao duc")
    holds("typing searches", 0 < len(lines(page)) < 100, len(lines(page)))
    page.keyboard.press("Tab")
    page.keyboard.type("Thanh tra")
    holds("typing chooses", page.evaluate("document.getElementById('agency').selectedOptions[0].text") == "Thanh tra tỉnh")
    page.close()


def without_script(desk, name):
    with_script = desk.open(name)
    expected = with_script.evaluate("document.querySelectorAll('tbody tr').length")
    with_script.close()
    page = desk.open(name, java_script_enabled=False)
    shown = page.locator("tbody tr").evaluate_all("(rows) => rows.filter((row) => row.getClientRects().length).length")
    holds(f"{name}: all can be read without script", shown == expected and shown > 0, shown, expected)
    holds(f"{name}: nothing is offered that does not work", not page.locator("#controls").is_visible() and page.locator("button:visible").count() == 0)
    page.close()


def paper(desk, name, pictures):
    page = desk.open(name, scheme="dark")
    path = pathlib.Path(pictures or desk.folder) / f"{name}.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    page.close()
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    holds(f"{name}: A4", re.search(r"Page size:\s+841\.\d+ x 59\d", told), told)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    pages = text.split("\f")[:-1]
    holds(f"{name}: no controls", "Bỏ lọc" not in text)
    going_on = [page for page in pages[1:] if page.strip() and "Nội dung" not in page and "Cơ quan, đơn vị" not in page]
    holds(f"{name}: heads repeated", len(pages) > 2 and len(going_on) <= 1, len(pages), len(going_on))
    holds(f"{name}: names are not folded away", "UBND xã Tân Long" in " ".join(text.split()) or name != "missing")


def charts(desk):
    answer = json.loads(written([*OCTOBER, "summary", "--format", "json"]))
    for name in ("page", "summary"):
        page = desk.open(name)
        told = page.evaluate(
            "[...document.querySelectorAll('svg[role=img]')].map((svg) => [':scope > title', ':scope > desc'].map((at) => svg.querySelector(at)?.textContent))"
        )
        holds(f"{name}: every chart has a title and a description", told and all(all(texts) for texts in told), told)
        titles = [title for title, _ in told]
        section = answer["sections"][0]
        done = section["counts"]["on_time"] + section["counts"]["late"]
        holds(f"{name}: a bar says what JSON says", any(title.startswith(f"{section['id']}: ") and title.endswith(f" {done}/{section['counts']['total']}") for title in titles), titles)
        weeks = next((text for title, text in told if "theo tuần" in title), "")
        holds(f"{name}: what falls due by week", "14/09/2020 – 20/09/2020: 172 đầu việc" in weeks.replace("\u00a0", " "), weeks)
        page.close()


def hostile(desk):
    plan = (ROOT / "tests/reports/hostile.toml").read_text()
    attack = "</script></style></title><img src=x onerror=alert(1)><script>window.hurt=1</script>&amp; {0} $&"
    first = re.search(r'^title\s*=\s*"[^"]*"', plan, re.M).group(0)
    path = desk.folder / "hostile.toml"
    for name, title in (("hostile", attack), ("long", "x" * 1_000_000)):
        path.write_text(plan.replace(first, f'title = "{title}"'))
        for question in ("page", "list"):
            form = [] if question == "page" else ["--format", "html"]
            (desk.folder / f"{name}.html").write_bytes(written(["-p", str(path), *HOSTILE, question, *form]))
            page = desk.open(name, 360)
            holds(f"{name} {question}: nothing of it runs", page.evaluate("window.hurt") is None and not desk.complaints, desk.complaints)
            holds(f"{name} {question}: nothing of it is markup", page.locator("img").count() == 0 and page.locator("script").count() == 1)
            holds(f"{name} {question}: it is shown", name == "long" or "<img src=x onerror=alert(1)>" in page.inner_text("header"))
            holds(f"{name} {question}: no sideways scrolling", page.evaluate("document.documentElement.scrollWidth") <= 360)
            page.close()


def main():
    pictures = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        folder = pathlib.Path(folder)
        for name, args in ASKED.items():
            html = written(args)
            holds(f"{name}: the same bytes twice", html == written(args))
            (folder / f"{name}.html").write_bytes(html)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        desk = Desk(browser, folder)
        for name in ASKED:
            every_page(desk, name, pictures)
        search(desk)
        filters(desk)
        sorting(desk)
        keyboard(desk)
        charts(desk)
        for name in ("page", "missing", "list"):
            without_script(desk, name)
            paper(desk, name, pictures)
        hostile(desk)
        browser.close()
    print(f"{len(wrong)} wrong" if wrong else f"{len(ASKED)} pages, all as they should be")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
