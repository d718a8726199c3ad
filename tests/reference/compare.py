"""Compares the C++ core with the reference on random cases.

    compare.py LEADPACT [FIRST_SEED] [COUNT]

LEADPACT is the command line tool, natively or `node FILE.js` in quotes. Both must give the same
scorecard and the same breaches, or refuse the same place. The last line counts."""
import csv
import json
import os
import shlex
import subprocess
import sys
import tempfile

import random_case
from reference import differences, score
from reference_data import Refused


def compare(tool, seed, folder):
    agreement, leads = (os.path.join(folder, n) for n in ("random.sla.json", "leads.csv"))
    breaches = os.path.join(folder, "breaches.csv")
    as_of = random_case.write(seed, agreement, leads)
    run = subprocess.run([*tool, "score", agreement, "--data", "leads=leads.csv", "--as-of", as_of,
                          "--format", "json", "--breaches", breaches], cwd=folder, capture_output=True)
    try:
        card, lines = score(agreement, as_of, ["leads=leads.csv"])
    except Refused as e:
        where = f"{e.place}".encode()
        return [] if run.returncode == 1 and where in run.stderr else \
            [f"refused at {e.place}, the tool says {run.returncode}: {run.stderr.decode()[:300]}"]
    if run.returncode != 0:
        return [f"the tool says {run.returncode}: {run.stderr.decode()[:300]}"]
    wrong = list(differences(json.loads(run.stdout), json.loads(json.dumps(card))))
    with open(breaches, encoding="utf-8", newline="") as f:
        got = f.read()
    if got != lines:
        pairs = zip(list(csv.reader(got.splitlines())), list(csv.reader(lines.splitlines())))
        first = next((f"{a} against {b}" for a, b in pairs if a != b), "another length")
        wrong.append(f"breaches: {first}")
    return wrong


def main():
    tool = shlex.split(sys.argv[1])
    if os.path.exists(tool[0]):
        tool[0] = os.path.abspath(tool[0])
    tool = [os.path.abspath(t) if os.path.exists(t) else t for t in tool]
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 40
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + count):
            wrong = compare(tool, seed, folder)
            for w in wrong[:6]:
                print(f"seed {seed}: {w}")
            passed, failed = passed + (not wrong), failed + bool(wrong)
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed else 1


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main())
