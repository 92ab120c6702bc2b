#!/usr/bin/env python3
"""How much processor time our commands take against Taskwarrior 2.6 and hledger on a plan of the same size.

    cargo build --release && benches/peers.py [ROWS [RUNS]]

The peers come from `apt install taskwarrior hledger`; one that is not there is left out. The commands of a pair run in
turn, and the ratio is taken run by run: below 1 we are faster. It measures and judges nothing.
"""

import datetime
import json
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "target" / "release" / "papi-plan"
AS_OF = datetime.date(2020, 10, 15)


def rows_of(plan):
    """The rows of our plan that are no headings, as (id, title, lead, due, day of delivery)."""
    listed = subprocess.run([PROGRAM, "-p", plan, "--as-of", str(AS_OF), "list", "--format", "json"],
                            check=True, capture_output=True).stdout
    for row in json.loads(listed)["rows"]:
        if row["kind"] != "heading":
            first = row["obligations"][0]
            yield row["id"], row["title"], row["lead"][0], first["last_day"], first["submitted_on"]


def write_taskwarrior(folder, rows):
    """The rows as Taskwarrior keeps tasks: those that are done in a file of their own."""
    stamp = lambda day: int(datetime.datetime.fromisoformat(day + "T16:59:59+00:00").timestamp())
    with open(folder / "pending.data", "w") as pending, open(folder / "completed.data", "w") as completed:
        for row, title, lead, due, done in rows:
            fields = {"description": f"{row} {title}", "due": stamp(due), "entry": stamp("2020-08-25"),
                      "project": lead, "status": "completed" if done else "pending", "uuid": uuid.uuid4()}
            if done:
                fields["end"] = stamp(done)
            line = " ".join(f'{key}:"{value}"' for key, value in sorted(fields.items()))
            print(f"[{line}]", file=completed if done else pending)


def write_hledger(path, rows):
    """The rows as transactions in the order of their days."""
    with open(path, "w") as journal:
        for row, title, lead, due, done in sorted(rows, key=lambda row: row[3]):
            journal.write(f"{due} {row} {title}\n    {lead}:{'done' if done else 'open'}  1 report\n    plan\n\n")


def cpu(command, environment):
    """The processor time of a command in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(ours, theirs, runs, environment):
    """Runs two commands in turn, and prints the median of each, and of their ratio with its spread."""
    cpu(ours, environment), cpu(theirs, environment)
    times = [(cpu(ours, environment), cpu(theirs, environment)) for _ in range(runs)]
    one, other = (statistics.median(side) * 1000 for side in zip(*times))
    ratios = sorted(mine / max(peers, 1e-6) for mine, peers in times)
    names = [" ".join(re.sub(r".*/", "", str(word)) for word in words if not re.match(r"-[pf]$|rc", str(word)))
             for words in (ours, theirs)]
    print(f"{names[0]:48} {one:8.0f} ms  {names[1]:44} {other:8.0f} ms"
          f"  ratio {statistics.median(ratios):5.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f})")


def main():
    rows, runs = (int(word) for word in (sys.argv[1:] + ["10000", "7"][len(sys.argv) - 1:]))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        plan, journal = folder / "plan.toml", folder / "plan.journal"
        written = subprocess.run(["cargo", "bench", "-q", "--bench", "speed", "--", "--plan", str(rows)], cwd=ROOT,
                                 check=True, capture_output=True).stdout
        plan.write_bytes(written)
        listed = list(rows_of(plan))
        write_taskwarrior(folder, listed)
        write_hledger(journal, listed)
        environment = {**os.environ, "TASKRC": "/dev/null", "TASKDATA": str(folder), "TZ": "UTC"}
        own = lambda *words: [PROGRAM, "-p", plan, *words]
        as_of = ("--as-of", str(AS_OF))
        task = ["task", "rc.confirmation=no", "rc.gc=off", "rc.verbose=nothing", "rc.defaultwidth=120"]
        hledger = ["hledger", "-f", journal]
        pairs = [
            (own("overdue", *as_of), [*task, "overdue"]),
            (own("list", *as_of), [*task, "list"]),
            (own("summary", *as_of), [*task, "summary"]),
            (own("check", *as_of), [*hledger, "check", "ordereddates"]),
            (own("summary", *as_of), [*hledger, "balance"]),
        ]
        for ours, theirs in pairs:
            if shutil.which(theirs[0]):
                compare(ours, theirs, runs, environment)
            else:
                print(f"{theirs[0]} is not here")


if __name__ == "__main__":
    main()
