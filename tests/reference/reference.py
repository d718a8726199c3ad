"""The second implementation of scoring.md, for comparison with the C++ core.

    reference.py score AGREEMENT.sla.json AS_OF ID=FILE ...   the scorecard on standard output
    reference.py check DIR                                    a folder of conformance cases
"""
import datetime as dt
import json
import os
import sys

from reference_data import Refused
from reference_score import Scorer


def instant(text):
    t = dt.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return int((t - dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)).total_seconds())


def score(agreement, as_of, data):
    with open(agreement, encoding="utf-8-sig") as f:
        a = json.load(f)["agreement"]
    files = []
    for item in data:
        key, name = item.split("=", 1)
        with open(os.path.join(os.path.dirname(agreement), name), "rb") as f:
            files.append((key, name, f.read()))
    return Scorer(a, files, instant(as_of)).score()


def differences(a, b, path=""):
    if isinstance(a, dict) and isinstance(b, dict):
        for k in sorted(set(a) | set(b)):
            if k not in a or k not in b:
                yield f"{path}.{k}: only on one side"
            else:
                yield from differences(a[k], b[k], f"{path}.{k}")
    elif isinstance(a, list) and isinstance(b, list):
        if len(a) != len(b):
            yield f"{path}: {len(a)} against {len(b)}"
        for i, (x, y) in enumerate(zip(a, b)):
            yield from differences(x, y, f"{path}[{i}]")
    elif isinstance(a, float) or isinstance(b, float):
        if a is None or b is None or abs(a - b) > 1e-9 * max(1, abs(b)):
            yield f"{path}: {a} against {b}"
    elif a != b:
        yield f"{path}: {a!r} against {b!r}"


def check(folder):
    passed = failed = 0
    for name in sorted(os.listdir(folder)):
        case = os.path.join(folder, name, "case.json")
        if not os.path.exists(case):
            continue
        spec = json.load(open(case))
        card, breaches = score(os.path.join(folder, name, "agreement.sla.json"), spec["as_of"], spec["data"])
        card = json.loads(json.dumps(card))
        expected = json.load(open(os.path.join(folder, name, "expected.json")))
        wrong = list(differences(card, expected))
        want = open(os.path.join(folder, name, "breaches.csv"), encoding="utf-8", newline="").read()
        if breaches != want:
            got, exp = breaches.split("\n"), want.split("\n")
            for i, (x, y) in enumerate(zip(got, exp)):
                if x != y:
                    wrong.append(f"breaches.csv:{i + 1}: {x!r} against {y!r}")
                    break
            else:
                wrong.append(f"breaches.csv: {len(got)} lines against {len(exp)}")
        for w in wrong[:12]:
            print(f"{name}: {w}")
        passed, failed = passed + (not wrong), failed + bool(wrong)
    print(f"{passed} passed, {failed} failed")
    return failed == 0 and passed > 0


if __name__ == "__main__":
    if len(sys.argv) >= 4 and sys.argv[1] == "score":
        try:
            card, _ = score(sys.argv[2], sys.argv[3], sys.argv[4:])
        except Refused as e:
            print(e, file=sys.stderr)
            sys.exit(1)
        json.dump(card, sys.stdout)
    elif len(sys.argv) == 3 and sys.argv[1] == "check":
        sys.exit(0 if check(sys.argv[2]) else 1)
    else:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
