#!/usr/bin/python3
"""Holds the page to its size budget: tests/web/size_budget.json, in bytes.

size.py build/web tests/web/size_budget.json
For each file named there: its size as it is, and as a host sends it (brotli, best quality); "page"
is what those before it come to.
"""
import json
import pathlib
import subprocess
import sys


def sizes_of(data, kinds):
    sizes = {"raw": len(data)}
    if "brotli" in kinds:
        packed = subprocess.run(["brotli", "-q", "11", "-w", "24", "-c"], input=data,
                                capture_output=True, check=True).stdout
        sizes["brotli"] = len(packed)
    return sizes


def main():
    site, budget_file = map(pathlib.Path, sys.argv[1:3])
    over = 0
    page = 0
    for name, limits in json.loads(budget_file.read_text(encoding="utf-8")).items():
        if name == "page":
            sizes = {"brotli": page}
        else:
            sizes = sizes_of((site / name).read_bytes(), limits)
            page += sizes.get("brotli", 0)
        for kind, limit in limits.items():
            verdict = "within" if sizes[kind] <= limit else "OVER"
            over += sizes[kind] > limit
            print(f"{name} {kind}: {sizes[kind]:,} bytes, {verdict} the budget of {limit:,}.")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
