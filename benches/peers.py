#!/usr/bin/env python3
"""How long papi-plan takes beside its peers, as ratios in one run.

    cargo build --release && python3 benches/peers.py

Peers are found by name: `apt-get install taskwarrior hledger` has both; one that is not there is left out. All get the
same 10,000 rows. The commands of a pair are run in turns, and of each turn the ratio of CPU seconds is taken (user and
system, of all threads). What is printed: the median of both, the median ratio with the least and the most, and the goal.
Nothing fails here: figures are read, and no test depends on them. TURNS=3 is quicker, and says less.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import uuid
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = str(ROOT / "target/release/papi-plan")
TURNS = int(os.environ.get("TURNS", "11"))
AS_OF = ["--as-of", "2020-10-15"]


def run(command, env=None):
    """CPU seconds of a command, its output thrown away."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    child = subprocess.Popen(command, env=env, **quiet)
    _, _, used = os.wait4(child.pid, 0)
    return used.ru_utime + used.ru_stime


# A process begins with the peak of the one that starts it: so that is a small one.
PEAK = """
import os, sys
null = os.open(os.devnull, os.O_RDWR)
streams = [(os.POSIX_SPAWN_DUP2, null, stream) for stream in (0, 1, 2)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=streams)
print(os.wait4(child, 0)[2].ru_maxrss)
"""


def peak(command):
    """Peak memory of a command in MB."""
    told = subprocess.run([sys.executable, "-S", "-c", PEAK, *command], check=True, capture_output=True)
    return int(told.stdout) / 1000


def plan(rows):
    """The plan of benches/plans, with so many rows."""
    command = ["cargo", "bench", "--quiet", "--bench", "speed", "--", "--plan", str(rows)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def told(name, ours, theirs, goal, is_faster):
    """A line: ours beside theirs, each a function that gives the CPU seconds of one run."""
    ours(), theirs()
    turns = [(ours(), theirs()) for _ in range(TURNS)]
    ratios = [their / our if is_faster else our / their for our, their in turns]
    mine, other = (statistics.median(figures) * 1000 for figures in zip(*turns))
    middle, least, most = statistics.median(ratios), min(ratios), max(ratios)
    print(f"{name:58} {mine:9.1f} {other:9.1f}  {middle:5.2f} ({least:.2f}–{most:.2f})  {goal}", flush=True)


def faster(name, ours, theirs, goal, env=None):
    if shutil.which(theirs[0]) is None:
        print(f"{name:58} {theirs[0]} is not installed")
        return
    told(name, lambda: run(ours), lambda: run(theirs, env), f"≥ {goal} times as fast", True)


def no_slower(name, ours, theirs, goal):
    told(name, lambda: run(ours), lambda: run(theirs), f"≤ {goal} times", False)


def rows_of(plan):
    """What the peers are given of each row that is no heading: what, who, until when, and when it was delivered."""
    listed = subprocess.run([OURS, "-p", plan, *AS_OF, "list", "--format", "json"], check=True, capture_output=True)
    for row in json.loads(listed.stdout)["rows"]:
        if row["kind"] != "heading":
            first = row["obligations"][0]
            yield f"{row['id']} {row['title']}", row["lead"][0], first["last_day"], first["submitted_on"]


def write_tasks(rows, folder):
    """The rows as Taskwarrior keeps tasks, those that are done in a file of their own; and where it finds them."""
    stamp = lambda day: int(datetime.fromisoformat(day + "T16:59:59+00:00").timestamp())
    with open(folder / "pending.data", "w") as pending, open(folder / "completed.data", "w") as completed:
        for title, lead, due, done in rows:
            fields = {"description": title, "project": lead, "due": stamp(due), "entry": stamp("2020-08-25")}
            fields |= {"status": "completed", "end": stamp(done)} if done else {"status": "pending"}
            fields["uuid"] = uuid.uuid4()
            line = " ".join(f'{key}:"{value}"' for key, value in sorted(fields.items()))
            print(f"[{line}]", file=completed if done else pending)
    return {**os.environ, "TASKRC": "/dev/null", "TASKDATA": str(folder), "TZ": "UTC"}


def write_journal(rows, path):
    """The rows as transactions of hledger, in the order of their days."""
    with open(path, "w") as journal:
        for title, lead, due, done in sorted(rows, key=lambda row: row[2]):
            journal.write(f"{due} {title}\n    {lead}:{'done' if done else 'open'}  1 report\n    plan\n\n")


def beside_peers(small, rows, folder):
    env = write_tasks(rows, folder)
    write_journal(rows, folder / "rows.journal")
    task = lambda *words: ["task", "rc.gc=off", "rc.confirmation=no", "rc.verbose=nothing", "rc.defaultwidth=120", *words]
    ledger = lambda *words: ["hledger", "-f", str(folder / "rows.journal"), *words]
    ask = lambda *words: [OURS, "-p", small, *AS_OF, *words]
    faster("overdue, beside task overdue", ask("overdue"), task("overdue"), 5, env)
    faster("list, beside task list", ask("list"), task("list"), 4, env)
    faster("check, beside hledger check ordereddates", ask("check", small), ledger("check", "ordereddates"), 6)
    faster("summary, beside task summary", ask("summary"), task("summary"), 8, env)
    faster("summary, beside hledger balance", ask("summary"), ledger("balance"), 8)


def among_ourselves(small, large, folder):
    ask = lambda *words: [OURS, "-p", small, *AS_OF, *words]
    no_slower("overdue --format json, beside overdue", ask("overdue", "--format", "json"), ask("overdue"), 2)
    no_slower("list --format json, beside overdue", ask("list", "--format", "json"), ask("overdue"), 2)
    marked = str(folder / "marked.toml")
    shutil.copy(small, marked)
    check = [OURS, *AS_OF, "check", small]

    def submit():
        shutil.copy(small, marked)
        return run([OURS, "-p", marked, *AS_OF, "submit", "1.1", "--by", "xa-3", "--on", "2020-10-01"])

    told("submit, beside check", submit, lambda: run(check), "≤ 2.5 times", False)
    no_slower("check --against, beside check", [OURS, *AS_OF, "check", small, "--against", small], check, 2.6)
    for words in (["overdue"], ["list"], ["summary"], ["check"]):
        at = lambda file: [OURS, "-p", file, *AS_OF, *words]
        no_slower(f"{words[0]} on 100,000 rows, beside 10,000", at(large), at(small), 11)
    size = os.path.getsize(small) / 1e6
    for words, goal in ((["overdue"], 10), (["list"], 18)):
        print(f"{words[0] + ', peak memory for each MB of the file':58} {peak(ask(*words)) / size:9.1f} MB{'':26}≤ {goal} MB", flush=True)


def start(folder):
    (folder / "empty.rs").write_text("fn main() {}\n")
    build = ["rustc", "-C", "opt-level=3", "-C", "lto", "-C", "panic=abort", "-C", "strip=symbols", "-o", str(folder / "empty")]
    subprocess.run([*build, str(folder / "empty.rs")], check=True)
    many = lambda command: lambda: sum(run(command) for _ in range(20)) / 20
    ours = [OURS, "-p", str(ROOT / "plan.toml"), *AS_OF, "overdue"]
    told("overdue on plan.toml, beside an empty process", many(ours), many([str(folder / "empty")]), "≤ 1.8 times", False)


def many_plans(text, folder):
    plans = folder / "plans"
    plans.mkdir()
    for number in range(3400):
        (plans / f"{number:04}.toml").write_text(re.sub(r'^number = .*$', f'number = "{number}/KH"', text, count=1, flags=re.M))
    together = [OURS, "-p", str(plans), *AS_OF, "overdue"]
    one_by_one = 'for plan in "$0"/*.toml; do "$1" -p "$plan" --as-of 2020-10-15 overdue; done'
    told(
        "3,400 plans, beside 3,400 processes",
        lambda: run(together),
        lambda: run(["sh", "-c", one_by_one, str(plans), OURS]),
        "≤ 0.25 times",
        False,
    )
    subprocess.run(["sh", "-c", 'time "$0" -p "$1" --as-of 2020-10-15 overdue > /dev/null', OURS, str(plans)], check=True)


def main():
    if not os.path.exists(OURS):
        sys.exit("first: cargo build --release")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        files = {rows: str(folder / f"{rows}.toml") for rows in (41, 10_000, 100_000)}
        for rows, file in files.items():
            Path(file).write_text(plan(rows))
        rows = list(rows_of(files[10_000]))
        print(f"CPU in ms, the median of {TURNS} turns{'':28}ours     other  ratio (least–most)  goal")
        beside_peers(files[10_000], rows, folder)
        among_ourselves(files[10_000], files[100_000], folder)
        start(folder)
        many_plans(Path(files[41]).read_text(), folder)


main()
