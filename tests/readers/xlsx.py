#!/usr/bin/env python3
"""Reads workbooks with openpyxl, and holds them against JSON: the same question, the same answer.

Needs: pip install openpyxl; apt-get install libreoffice-calc-nogui poppler-utils. Runs target/debug/papi-plan, or $PAPI_PLAN; the exit code says whether all holds.
"""

import io
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("PAPI_PLAN", str(ROOT / "target/debug/papi-plan"))

WORDS = {
    "vi": {
        "statuses": {"on-time": "Hoàn thành đúng hạn", "late": "Hoàn thành quá hạn", "overdue": "Quá hạn",
                     "due-soon": "Sắp đến hạn", "pending": "Trong hạn", "open": "Không thời hạn"},
        "sheets": {"overdue": ["Quá hạn"], "soon": ["Quá hạn", "Sắp đến hạn"], "list": ["Nhiệm vụ"],
                   "missing": ["Chưa nộp"], "log": ["Nhật ký"], "agencies": ["Cơ quan"],
                   "agency": ["Chủ trì", "Phối hợp"], "summary": ["Tổng hợp", "Theo đề mục", "Theo cơ quan"]},
        "number": "Số TT", "title": "Nội dung", "agency": "Cơ quan chủ trì", "group": "Nhóm", "last_day": "Hạn nộp",
        "status": "Tình trạng", "late": "Số ngày quá hạn", "left": "Số ngày còn lại", "done": "Đã hoàn thành ngày",
        "document": "Theo văn bản", "returned": "Đã trả lại ngày", "end": "Kết thúc", "note": "Tình hình thực hiện",
        "plan": "Kế hoạch", "inputs": ["Ngày nộp", "Số, ký hiệu văn bản", "Ghi chú"],
        "keys": ["Mã nhiệm vụ", "Mã kỳ", "Mã cơ quan"], "date": "dd/mm/yyyy",
        "work": ["Chủ trì", "Phối hợp"], "counts": ["Tổng số"], "day": "Ngày",
        "classes": ["Tổng số", "Đã hoàn thành", "Hoàn thành đúng hạn", "Hoàn thành quá hạn",
                    "Chưa hoàn thành, trong hạn", "Chưa hoàn thành, quá hạn", "Không thời hạn",
                    "Tỷ lệ hoàn thành trên số đến hạn", "Tỷ lệ quá hạn trên số đến hạn"],
    },
    "en": {
        "statuses": {"on-time": "Done on time", "late": "Done late", "overdue": "Overdue", "due-soon": "Due soon",
                     "pending": "Not yet due", "open": "No deadline"},
        "sheets": {"overdue": ["Overdue"], "soon": ["Overdue", "Due soon"], "list": ["Rows"], "missing": ["Missing"],
                   "log": ["Log"], "agencies": ["Agencies"], "agency": ["Leads", "Supports"],
                   "summary": ["Summary", "By section", "By agency"]},
        "number": "No.", "title": "Content", "agency": "Lead agency", "group": "Group", "last_day": "Last day",
        "status": "Status", "late": "Days late", "left": "Days left", "done": "Done on", "document": "By document",
        "returned": "Returned on", "end": "Ended", "note": "How it stands", "plan": "Plan",
        "inputs": ["Submitted on", "Document", "Note"], "keys": ["Row id", "Period id", "Agency id"],
        "date": "yyyy-mm-dd", "work": ["Leads", "Supports"], "counts": ["Total"], "day": "Day",
        "classes": ["Total", "Done", "Done on time", "Done late", "Not done, in time", "Not done, overdue",
                    "No deadline", "Done of what fell due", "Overdue of what fell due"],
    },
}


def run(args):
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PAPI_", "LC_", "LANG"))}
    done = subprocess.run([PROGRAM, *args], cwd=ROOT, env=env, capture_output=True, check=False)
    assert done.returncode == 0, (args, done.stderr.decode())
    return done.stdout


class Sheet:
    """A sheet as it should be laid out; its lines by heading."""

    def __init__(self, sheet, words):
        first, last = sheet.auto_filter.ref.split(":")
        head = sheet[first].row
        self.sheet, self.name = sheet, sheet.title
        self.heads = [cell.value for cell in sheet[head]]
        assert len(set(self.heads)) == len(self.heads), self.heads
        assert not any("\u00a0" in title for title in self.heads), self.heads
        end = sheet[last]
        assert (end.row, end.column) == (sheet.max_row, len(self.heads)), "nothing stands below or beside the table"
        assert sheet.freeze_panes == f"A{head + 1}" and sheet.print_title_rows == f"${head}:${head}"
        keys = [title for title in self.heads if title in words["keys"]]
        printed = len(self.heads) - len(keys)
        assert self.heads[printed:] == keys
        area = sheet.print_area.split("!")[-1].replace("$", "")
        assert area == f"A1:{openpyxl.utils.get_column_letter(printed)}{sheet.max_row}", area
        assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f" and not cell.hyperlink, cell
                assert cell.value is None or not isinstance(cell.value, str) or all(
                    letter == "\n" or ord(letter) >= 32 for letter in cell.value), cell
        self.rows = [dict(zip(self.heads, row)) for row in sheet.iter_rows(min_row=head + 1)]
        for row in self.rows:
            height = sheet.row_dimensions[next(iter(row.values())).row].height
            assert 0 < height <= 409.5, height
        for title in self.heads:
            width = sheet.column_dimensions[openpyxl.utils.get_column_letter(self.heads.index(title) + 1)].width
            assert 4 < width <= 255, (title, width)

    def value(self, row, title):
        return row[title].value if title in row else None

    def day(self, row, title, words):
        value = self.value(row, title)
        if value is None:
            return None
        assert isinstance(value, datetime), (title, value)
        assert row[title].number_format.endswith(words["date"]), row[title].number_format
        return value.date()


def iso(text):
    return text and date.fromisoformat(text)


def names(plan, lang):
    """What the bodies of a plan are called."""
    bodies = plan.get("agencies", {}) | plan.get("groups", {})
    return {key: body.get("name_en", body["name"]) if lang == "en" else body["name"] for key, body in bodies.items()}


def titles(plan, lang):
    return {row["id"]: row.get("title_en", row["title"]) if lang == "en" else row["title"] for row in plan["task"]}


def line(text):
    return " ".join(text.split())


def check_obligation(sheet, row, owed, plan, lang, is_form):
    words = WORDS[lang]
    called = names(plan, lang)
    who = sheet.value(row, words["agency"])
    agencies = [line(called[agency]) for agency in owed["agencies"]]
    assert all(agency in who for agency in agencies), (who, agencies)
    assert len(agencies) > 1 or owed["rest"] or who == agencies[0], (who, agencies)
    assert sheet.value(row, words["title"]) == line(titles(plan, lang)[owed["task"]])
    assert isinstance(sheet.value(row, words["number"]), str)
    assert sheet.value(row, words["status"]) == words["statuses"][owed["status"]]
    assert sheet.day(row, words["last_day"], words) == iso(owed["last_day"])
    assert sheet.value(row, words["late"]) == owed["days_late"]
    assert sheet.value(row, words["left"]) == owed["days_left"]
    assert sheet.day(row, words["done"], words) == iso(owed["submitted_on"])
    assert not owed["approximate"] or '"' in row[words["done"]].number_format
    assert sheet.value(row, words["document"]) == (owed["ref"] and line(owed["ref"]))
    assert sheet.day(row, words["returned"], words) == iso(owed["returned_on"])
    if is_form:
        key = [sheet.value(row, title) for title in words["keys"]]
        assert key == [owed["task"], owed["period"], owed["agencies"][0]], (key, owed)
        for title in words["inputs"]:
            assert row[title].value is None and row[title].number_format == "@"


def check_list(sheet, obligations, plans, lang, is_form):
    """One line an obligation, in their order; on a line of a row on which nothing is owed nobody is asked for anything."""
    words = WORDS[lang]
    told = words["keys"][2] if is_form else words["status"]
    lines = [row for row in sheet.rows if sheet.value(row, told) is not None]
    assert len(lines) == len(obligations), (len(lines), len(obligations))
    for row, owed in zip(lines, obligations):
        check_obligation(sheet, row, owed, plans[owed.get("plan", 0)], lang, is_form)
        assert "plan" not in owed or sheet.value(row, words["plan"])
    if is_form and sheet.rows:
        rules = sheet.sheet.data_validations.dataValidation
        assert all(any(row[words["inputs"][0]].coordinate in rule.cells for rule in rules) for row in sheet.rows)


def items(rows):
    return [owed for row in rows if row["kind"] == "item" for owed in row["obligations"]]


def check_counts(row, sheet, counts, rates, words):
    in_term = counts["due_soon"] + counts["pending"]
    expected = [counts["total"], counts["on_time"] + counts["late"], counts["on_time"], counts["late"], in_term,
                counts["overdue"], counts["open"], rates["completed"], rates["overdue"]]
    found = [sheet.value(row, title) for title in words["classes"]]
    assert found == expected, (found, expected)


def check(question, plan_args, lang, plans):
    words, name = WORDS[lang], question[0]
    args = [*plan_args, "--lang", lang, *question]
    data = json.loads(run([*args, "--format", "json"]))
    content = run([*args, "--format", "xlsx"])
    assert content == run([*args, "--format", "xlsx"])
    book = openpyxl.load_workbook(io.BytesIO(content))
    kind = {"agency": "agency" if "agency" in data else "agencies",
            "overdue": "soon" if "--soon" in question else "overdue"}.get(name, name)
    assert book.sheetnames == words["sheets"][kind], book.sheetnames
    sheets = [Sheet(sheet, words) for sheet in book]
    is_form = data.get("plan") is not None
    if name == "overdue":
        for sheet, key in zip(sheets, ["overdue", "due_soon"]):
            check_list(sheet, data[key], plans, lang, is_form)
            assert len(sheet.rows) == len(data[key])
    elif name == "list":
        bare = [row for row in data["rows"] if row["kind"] == "item" and not row["obligations"]]
        check_list(sheets[0], items(data["rows"]), plans, lang, is_form)
        supported = [row for row in data["rows"] if row["kind"] != "item"] if "-a" in question else []
        assert len(sheets[0].rows) >= len(items(data["rows"])) + len(bare)
        assert supported or len(sheets[0].rows) == len(items(data["rows"])) + len(bare)
    elif name == "missing":
        keys = [(told["task"], told["period"], agency, told.get("plan")) for told in data["missing"]
                for agency in told["agencies"]]
        if is_form and not any(row.get("completion") == "any" for row in plans[0]["task"]):
            found = [(*(sheets[0].value(row, title) for title in words["keys"]), None) for row in sheets[0].rows]
            assert found == keys
    elif kind == "agency":
        check_list(sheets[0], items(data["leads"]), plans, lang, False)
        assert all(sheet.value(row, words["title"]) for sheet in sheets for row in sheet.rows)
        shown = {sheets[1].value(row, words["title"]) for row in sheets[1].rows}
        for row in data["supports"]:
            assert line(titles(plans[row.get("plan", 0)], lang)[row["id"]]) in shown, row["id"]
    elif kind == "agencies":
        assert len(sheets[0].rows) == len(data["agencies"])
        for row, work in zip(sheets[0].rows, data["agencies"]):
            counts = [work["leads"], work["supports"], work["counts"]["total"]]
            assert [sheets[0].value(row, title) for title in words["work"] + words["counts"]] == counts
            for status, said in words["statuses"].items():
                assert sheets[0].value(row, said) == work["counts"][status.replace("-", "_")]
    elif name == "summary":
        check_counts(sheets[0].rows[0], sheets[0], data["total"], data["rates"], words)
        assert len(sheets[0].rows) == 1 + len(data.get("plans", []))
        for sheet, key in zip(sheets[1:], ["sections", "agencies"]):
            assert len(sheet.rows) == len(data[key])
            for row, told in zip(sheet.rows, data[key]):
                check_counts(row, sheet, told["counts"], told["rates"], words)
    elif name == "log":
        assert len(sheets[0].rows) == len(data["marks"])
        for row, mark in zip(sheets[0].rows, data["marks"]):
            value = sheets[0].value(row, words["day"])
            # A quarter is shown by its name: openpyxl takes the number for none of days.
            value = value.date() if isinstance(value, datetime) else date(1899, 12, 30) + timedelta(days=value)
            assert value == iso(mark["on"]), (value, mark)
    return sum(len(sheet.rows) for sheet in sheets)


HOSTILE = """version = 1
[plan]
number = "=1+1"
title = "<b>@x</b> & &C&D _x000D_"
issuer = "+x"
issued = 2020-01-01
columns = { note = "Ghi chú", url = "https://example.org/?a=1&b=2" }
[[task]]
id = "001"
number = "007"
title = "=HYPERLINK(\\"http://x\\",\\"y\\")"
lead = ["a", "b"]
due = { by = 2020-02-01, text = "@SUM(A1)" }
cells = { note = "+1", url = "https://example.org/?a=1&b=2" }
progress = [ { on = 2020-01-05, text = "-x <script>alert(1)</script> \\uFFFE \\u200B _x0041_" } ]
submitted = [ { by = "a", on = "2020-01", ref = "0012" } ]
[[task]]
id = "1e5"
title = "-1"
lead = ["g"]
due = { month = "2020-02" }
[[task]]
id = "old"
title = "1899"
lead = ["a"]
due = { by = 2020-01-01 }
ended = { on = 2020-01-01 }
[agencies]
a = { name = "'Sở A" }
b = { name = "=cmd|' /C calc'!A0" }
[groups]
g = { name = "@Nhóm", members = ["a"], open = true, count = 5 }
"""


def check_hostile():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.toml"
        path.write_text(HOSTILE, encoding="utf-8")
        plan_args = ["-p", str(path), "--as-of", "2020-03-01"]
        lines = check(["list"], plan_args, "vi", [tomllib.loads(HOSTILE)])
        book = openpyxl.load_workbook(io.BytesIO(run([*plan_args, "--lang", "vi", "list", "--cells", "--format", "xlsx"])))
        sheet = Sheet(book.worksheets[0], WORDS["vi"])
        first = sheet.rows[0]
        assert book.worksheets[0]["A1"].value.rstrip() == "Kế hoạch số =1+1: <b>@x</b> & &C&D _x000D_"
        assert sheet.value(first, "Số TT") == "007" and sheet.value(first, "Mã nhiệm vụ") == "001"
        assert sheet.value(first, "Ghi chú (note)") == "+1" and sheet.value(first, "Ghi chú") is None
        assert sheet.value(first, "Theo văn bản") == "0012"
        noted = "05/01/2020: -x <script>alert(1)</script> \\u{fffe} \u200b _x0041_"
        assert sheet.value(first, "Tình hình thực hiện") == noted, sheet.value(first, "Tình hình thực hiện")
        assert sheet.value(sheet.rows[-1], "Kết thúc") == "đã kết thúc ngày 01/01/2020"
        assert sheet.value(sheet.rows[-2], "Cơ quan chủ trì") == "@Nhóm (phần còn lại)"
        return lines


def printed(folder, question, lang):
    """A workbook as LibreOffice prints it: each page, as text."""
    path = Path(folder) / "printed.xlsx"
    plan = ["-p", "examples/mid-october.toml", "--as-of", "2020-10-15", "--lang", lang]
    subprocess.run([PROGRAM, *plan, *question, "-o", path], cwd=ROOT, check=True, capture_output=True)
    convert = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*convert, "--outdir", folder, path], check=True, capture_output=True, timeout=300)
    told = subprocess.run(["pdftotext", "-layout", path.with_suffix(".pdf"), "-"], check=True, capture_output=True)
    size = subprocess.run(["pdfinfo", path.with_suffix(".pdf")], check=True, capture_output=True, text=True).stdout
    assert "A4" in size, size
    return openpyxl.load_workbook(path), told.stdout.decode().split("\f")[:-1]


def check_printed():
    """On paper the header is on each page, no word is cut, and the key is not there."""
    words = lambda text: set(re.findall(r"\w+", text.replace("\u00a0", " ")))
    done = 0
    for lang, first, key in (("vi", "Nội dung", "Mã nhiệm vụ"), ("en", "Content", "Row id")):
        for question in (["overdue"], ["list", "--units"], ["missing"]):
            with tempfile.TemporaryDirectory() as folder:
                book, pages = printed(folder, question, lang)
            sheet = book.worksheets[0]
            assert all(first in page for page in pages), (question, lang, "the header is not on every page")
            assert not any(key in page for page in pages), (question, lang, "the key is printed")
            keys = {cell.column for row in sheet.iter_rows() for cell in row if cell.value == key}
            own = {word for row in sheet.iter_rows(max_col=min(keys) - 1) for cell in row
                   if isinstance(cell.value, str) for word in words(cell.value)}
            lost = own - words("\n".join(pages))
            assert not {word for word in lost if len(word) < 12}, (question, lang, "cut", sorted(lost)[:9])
            done += len(pages)
    return done


def main():
    plans = {
        "plan.toml": ("2020-10-15", "2020-09-01"),
        "examples/mid-october.toml": ("2020-10-15", "2020-12-31"),
        "examples/cai-cach-hanh-chinh.toml": ("2026-06-10",),
        "examples/chuyen-doi-so.toml": ("2026-01-15",),
        "examples/nhiem-vu-2026.toml": ("2026-07-20", "2026-04-01"),
        "examples/sap-xep-2025.toml": ("2025-08-04", "2025-06-01"),
    }
    questions = [["overdue"], ["overdue", "--soon", "60"], ["overdue", "--group-by", "agency", "--units"], ["list"],
                 ["list", "--cells", "--progress", "--units"], ["missing"], ["missing", "--overdue"], ["log"],
                 ["agency"], ["summary"], ["summary", "--brief"]]
    done = lines = 0
    for path, days in plans.items():
        plan = tomllib.loads((ROOT / path).read_text(encoding="utf-8"))
        agencies = list(plan["agencies"])[:3] + list(plan.get("groups", {}))[:2]
        own = [["agency", agency] for agency in agencies] + [["list", "-a", agencies[0]], ["overdue", "-a", agencies[-1]]]
        for day in days:
            for lang in WORDS:
                for question in questions + own:
                    lines += check(question, ["-p", path, "--as-of", day], lang, [plan])
                    done += 1
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "examples").glob("*.toml"))
    many = [tomllib.loads((ROOT / path).read_text(encoding="utf-8")) for path in files]
    for lang in WORDS:
        for question in questions:
            lines += check(question, ["-p", "examples", "--as-of", "2026-06-10"], lang, many)
            done += 1
    lines += check_hostile()
    pages = check_printed()
    print(f"{done + 1} workbooks, {lines} lines: what they say is what JSON says; {pages} pages printed")


if __name__ == "__main__":
    sys.exit(main())
