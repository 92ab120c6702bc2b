#!/usr/bin/env python3
"""Reads calendars with icalendar, and holds them against JSON: every last day still owed is in them, and no other.

Needs: pip install icalendar. Runs target/debug/papi-plan, or $PAPI_PLAN; the exit code says whether all holds.
"""

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from datetime import date, timedelta
from pathlib import Path

import icalendar

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("PAPI_PLAN", str(ROOT / "target/debug/papi-plan"))
OWED = {"overdue", "due-soon", "pending"}


def run(args):
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PAPI_", "LC_", "LANG"))}
    done = subprocess.run([PROGRAM, *args], cwd=ROOT, env=env, capture_output=True, check=False)
    assert done.returncode == 0, (args, done.stderr.decode())
    return done.stdout


def events(content, as_of):
    """The events of a calendar as it should be written."""
    assert content.endswith(b"\r\n") and b"\n" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    calendar = icalendar.Calendar.from_ical(content)
    assert not calendar.errors and calendar["VERSION"] == "2.0"
    found = list(calendar.walk("VEVENT"))
    assert len({event["UID"] for event in found}) == len(found)
    for event in found:
        assert not event.errors, event.errors
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert type(start) is date and end == start + timedelta(days=1)
        assert event.decoded("DTSTAMP").date() == as_of
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("TRIGGER") == timedelta(days=-7) and alarm["ACTION"] == "DISPLAY"
    return found


def owed_of(data, question):
    """The obligations that the calendar must tell."""
    if question[0] == "overdue":
        obligations = data["overdue"] + data["due_soon"]
    else:
        rows = data["leads"] if "leads" in data else data["rows"]
        obligations = [owed for row in rows if row["kind"] == "item" for owed in row["obligations"]]
    return [owed for owed in obligations if owed["status"] in OWED]


def check(question, path, day, lang):
    as_of = date.fromisoformat(day)
    plan = tomllib.loads((ROOT / path).read_text(encoding="utf-8"))
    args = ["-p", path, "--as-of", day, "--lang", lang, *question]
    content = run([*args, "--format", "ics"])
    assert content == run([*args, "--format", "ics"])
    found = events(content, as_of)
    # A year of days to come is asked for: what JSON tells up to then stands in the calendar.
    ahead = ["--due-to", str(as_of + timedelta(days=365))] if question[0] == "list" else []
    data = json.loads(run([*args, *ahead, "--format", "json"]))
    owed = owed_of(data, question)
    rows = {row["id"]: row for row in plan["task"]}
    title = (lambda row: row.get("title_en", row["title"])) if lang == "en" else (lambda row: row["title"])
    called = {id: f"{row.get('number', id)}: {' '.join(title(row).split())}" for id, row in rows.items()}
    keys = [(called[one["task"]], one["last_day"], one["period"]) for one in owed]
    told = [(str(event["SUMMARY"]), str(event.decoded("DTSTART"))) for event in found]
    if "--units" in question:
        # Obligations of a row that is listed all stand in the calendar, of any last day.
        assert len(told) >= len(keys)
        assert set(told) >= {key[:2] for key in keys}
        assert all("/" not in str(event["DESCRIPTION"]).split("\n")[0] for event in found)
    else:
        assert set(told) >= {key[:2] for key in keys}, set(key[:2] for key in keys) - set(told)
        assert len(told) >= len(set(keys))
    if not ahead:
        assert set(told) == {key[:2] for key in keys} or question[0] == "agency", (question, path)
    return len(found)


HOSTILE = '''version = 1
plan = { number = "1;2,3\\\\n", title = "A\\nEND:VCALENDAR", issuer = "T", issued = 2020-01-01 }
agencies = { a = { name = "Sở \\"A\\"; B, C: \\\\n" } }
[[task]]
id = "1;x,y"
title = "BEGIN:VEVENT\\r\\nxx \\u200B ệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệệ 𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳𝒳"
lead = ["a"]
due = { by = 2020-10-10 }
'''


def check_hostile():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.toml"
        path.write_text(HOSTILE, encoding="utf-8")
        content = run(["-p", str(path), "--as-of", "2020-09-01", "--lang", "vi", "list", "--format", "ics"])
        (event,) = events(content, date(2020, 9, 1))
        title = "BEGIN:VEVENT xx \u200b " + "ệ" * 55 + " " + "𝒳" * 22
        assert str(event["SUMMARY"]) == f"1;x,y: {title}", event["SUMMARY"]
        assert str(event["DESCRIPTION"]).split("\n") == ['Sở "A"; B, C: \\n',
                                                         "Kế hoạch số 1;2,3\\n: A END:VCALENDAR"]


def main():
    plans = {
        "plan.toml": ["2020-09-01", "2020-10-15"],
        "examples/mid-october.toml": ["2020-10-05", "2020-10-15"],
        "examples/cai-cach-hanh-chinh.toml": ["2026-06-10"],
        "examples/chuyen-doi-so.toml": ["2026-01-15"],
        "examples/nhiem-vu-2026.toml": ["2026-01-20", "2026-07-20"],
        "examples/sap-xep-2025.toml": ["2025-06-01", "2025-08-04"],
    }
    done = days = 0
    for path, asked in plans.items():
        plan = tomllib.loads((ROOT / path).read_text(encoding="utf-8"))
        agencies = [list(plan["agencies"])[0], *list(plan.get("groups", {}))[:1]]
        questions = [["overdue"], ["overdue", "--soon", "90"], ["overdue", "--soon", "90", "--units"], ["list"],
                     ["list", "--units"]]
        questions += [["agency", agency] for agency in agencies]
        for day in asked:
            for lang in ["vi", "en"]:
                for question in questions:
                    days += check(question, path, day, lang)
                    done += 1
    check_hostile()
    print(f"{done + 1} calendars, {days} days: what they say is what JSON says")


if __name__ == "__main__":
    sys.exit(main())
