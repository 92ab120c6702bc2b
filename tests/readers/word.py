#!/usr/bin/env python3
"""Documents for Word, read back by others: python-docx says what the JSON says, and LibreOffice prints what it should.

    cargo build && python3 tests/readers/word.py [FOLDER for the picture of a letter]

Needs: pip install python-docx; apt-get install libreoffice-writer-nogui fonts-croscore poppler-utils. PAPI_PLAN names
another program than the one in target/debug.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("PAPI_PLAN", str(ROOT / "target/debug/papi-plan"))
PLANS = [
    ("plan.toml", "2020-10-15"),
    ("examples/mid-october.toml", "2020-10-15"),
    ("examples/chuyen-doi-so.toml", "2026-01-15"),
    ("examples/nhiem-vu-2026.toml", "2026-07-20"),
    ("examples/sap-xep-2025.toml", "2025-08-04"),
    ("examples/cai-cach-hanh-chinh.toml", "2026-03-10"),
]
QUESTIONS = [
    ["overdue", "--soon"],
    ["overdue", "--units"],
    ["list"],
    ["list", "--units", "--cells", "--progress"],
    ["missing"],
    ["summary"],
    ["summary", "--brief"],
    ["agency"],
    ["log"],
]
TITLES = {"vi": ("Nội dung", "Số TT"), "en": ("Content", "No.")}


def ask(plan, day, lang, question, *more, output=None):
    command = [PROGRAM, "-p", str(ROOT / plan), "--as-of", day, "--lang", lang, *question, *more]
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout


def written(folder, name, plan, day, lang, question):
    path = folder / f"{name}.docx"
    ask(plan, day, lang, question, "-o", str(path))
    return path


def plain(text):
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def date(day, lang):
    return "/".join(reversed(day.split("-"))) if lang == "vi" else day


def check_form(path):
    """The sheet, and the tables as Word wants them."""
    document = Document(path)
    section = document.sections[0]
    assert (section.page_width.twips, section.page_height.twips) == (16838, 11906), path
    assert section.different_first_page_header_footer, path
    assert document.styles["Normal"].name == "Normal"
    for table in document.tables:
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
        assert sum(widths) <= 14287, (path, widths)
        for row in table._tbl.tr_lst:
            assert row.trPr is not None and row.trPr.find(qn("w:cantSplit")) is not None, path
            spans = [cell.grid_span for cell in row.tc_lst]
            assert sum(spans) == len(widths), (path, spans)
            for cell, start in zip(row.tc_lst, [sum(spans[:at]) for at in range(len(spans))]):
                own = int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w")))
                assert own == sum(widths[start : start + cell.grid_span]), (path, own)
    return document


def ruled(document):
    """The tables on lines, without the two of head and foot."""
    return [table for table in document.tables if table._tbl.tblPr.find(qn("w:tblBorders")) is not None]


def rows_of(table):
    return [[plain(cell.text) for cell in row.cells] for row in table.rows]


def check_overdue(document, plan, day, lang):
    """A line a row and period, with the last day and the days of the worst of its obligations."""
    answer = json.loads(ask(plan, day, lang, ["overdue", "--soon", "--format", "json"]))
    rows = json.loads(ask(plan, day, lang, ["list", "--format", "json"]))["rows"]
    number = {row["id"]: plain(row["number"]) for row in rows}
    tables = iter(ruled(document))
    for kind, days in (("overdue", "days_late"), ("due_soon", "days_left")):
        worst = {}
        for owed in answer[kind]:
            key = (owed["task"], owed["period"])
            known = worst.get(key)
            is_worse = known is None or (owed[days] > known[days] if days == "days_late" else owed[days] < known[days])
            if is_worse:
                worst[key] = owed
        if not worst:
            continue
        lines = rows_of(next(tables))
        head, lines = lines[0], lines[1:]
        assert len(lines) == len(worst), (plan, lang, kind, len(lines), len(worst))
        due, late = (next(at for at, name in enumerate(head) if name == title) for title in
                     (("Thời hạn hoàn thành", "Số ngày quá hạn" if days == "days_late" else "Số ngày còn lại")
                      if lang == "vi" else ("Deadline", "Days late" if days == "days_late" else "Days left")))
        said = sorted((line[due], line[late]) for line in lines)
        assert said == sorted((date(owed["last_day"], lang), str(owed[days])) for owed in worst.values()), (plan, kind)
        for line in lines:
            assert any(line[0].endswith(shown) for shown in number.values()), (plan, line)


def printed(folder, paths):
    """The pages of documents as LibreOffice prints them, as text."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)],
                   check=True, capture_output=True, timeout=600)
    for path in paths:
        pdf = path.with_suffix(".pdf")
        text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
        yield path, pdf, text.split("\f")[:-1]


def words(text):
    return re.findall(r"\w+", unicodedata.normalize("NFC", text.replace("\u00a0", " ")))


def check_pages(path, pdf, pages, lang):
    fonts = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True).stdout
    # Both are as wide as Times New Roman; any other stands in for letters that a font lacks.
    known = ("Tinos", "LiberationSerif")
    assert all(any(font in line for font in known) for line in fonts.splitlines()[2:]), (path, fonts)
    document = Document(path)
    own = {word for paragraph in document.element.body.iter(qn("w:t")) for word in words(paragraph.text or "")}
    seen = set(words("\n".join(pages)))
    missing = {word for word in own - seen if len(word) < 12}
    assert not missing, (path, "cut or broken", sorted(missing)[:9])
    assert not re.match(r"\s*1\s*\n", pages[0]), (path, "the first page has no number")
    for number, page in enumerate(pages[1:], 2):
        assert page.split(None, 1)[0] == str(number), (path, number, page[:80])
    return len(pages)


def check_letters(folder, pictures):
    plan, day = "examples/mid-october.toml", "2020-10-15"
    told = ask(plan, day, "vi", ["remind", "--reply-by", "20/10/2020", "-o", str(folder / "letters")]).decode()
    owing = {body for owed in json.loads(ask(plan, day, "vi", ["overdue", "--format", "json"]))["overdue"]
             for body in owed["agencies"]}
    letters = sorted((folder / "letters").iterdir())
    assert {letter.stem for letter in letters} == owing and f"{len(owing)} công văn" in told, told
    for letter in letters:
        document = Document(letter)
        text = "\n".join(paragraph.text for paragraph in document.paragraphs)
        assert "Kính gửi: " in text and "20/10/2020" in text and "{{" not in text, letter
        assert len(rows_of(ruled(document)[0])) >= 2, letter
        section = document.sections[0]
        margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
        assert [round(margin.mm) for margin in margins] == [20, 20, 30, 20], letter
    some = [letter for letter in letters if letter.stem in ("so-lao-dong-tbxh", "huyen-phu-binh")]
    for path, pdf, pages in printed(folder / "letters", some):
        assert check_pages(path, pdf, pages, "vi") == 1, path
        if pictures and path.stem == "so-lao-dong-tbxh":
            # The picture of docs/documents.md.
            subprocess.run(["pdftoppm", "-png", "-r", "80", "-singlefile", str(pdf), f"{pictures}/letter"], check=True)
    return len(letters)


def main():
    count, pages_seen = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for lang in ("vi", "en"):
            paths = []
            for plan, day in PLANS:
                for number, question in enumerate(QUESTIONS):
                    name = f"{Path(plan).stem}-{number}-{lang}"
                    path = written(folder, name, plan, day, lang, question)
                    document = check_form(path)
                    if question == ["overdue", "--soon"]:
                        check_overdue(document, plan, day, lang)
                    paths.append(path)
                    count += 1
            for path, pdf, pages in printed(folder, paths):
                pages_seen += check_pages(path, pdf, pages, lang)
                table = ruled(Document(path))
                heads = [rows_of(table[0])[0][0]] if len(table) == 1 else []
                repeated = [page for page in pages if all(head.split()[0] in page for head in heads)]
                assert len(repeated) >= len(pages) - 1, (path, "the header is not on every page")
        letters = check_letters(folder, sys.argv[1] if len(sys.argv) > 1 else None)
    print(f"{count} documents, {pages_seen} pages, {letters} letters")


if __name__ == "__main__":
    sys.exit(main())
