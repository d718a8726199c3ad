#!/usr/bin/env python3
"""Writes lowercase_table.inc from UnicodeData.txt (its field 13, the simple lowercase mapping).

    python3 core/data/lowercase_table.py /usr/share/unicode/UnicodeData.txt \\
        > core/data/lowercase_table.inc

The file is in Debian's package unicode-data; 15.0.0 was used.
"""
import sys


def runs(pairs):
    """(first, last, step, delta) of stretches that are mapped by the same delta."""
    out = []
    for upper, lower in pairs:
        delta = lower - upper
        if out:
            first, last, step, known = out[-1]
            gap = upper - last
            if known == delta and gap <= 2 and (first == last or gap == step):
                out[-1] = (first, upper, gap, delta)
                continue
        out.append((upper, upper, 1, delta))
    return out


def main():
    pairs = []
    with open(sys.argv[1], encoding="ascii") as lines:
        for line in lines:
            parts = line.rstrip("\n").split(";")
            if parts[13]:
                pairs.append((int(parts[0], 16), int(parts[13], 16)))
    print("// Made by lowercase_table.py from UnicodeData.txt; do not edit.")
    print("// First and last character, step, and what to add.")
    for first, last, step, delta in runs(pairs):
        print("{0x%04X, 0x%04X, %d, %d}," % (first, last, step, delta))


main()
