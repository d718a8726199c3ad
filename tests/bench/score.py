#!/usr/bin/python3
"""Speed of scoring a million leads: ours natively, ours as wasm in node, and DuckDB.

score.py --native build/native [--wasm build/wasm-tests] [--duckdb FOLDER_OF_NODE_MODULES]
         [--agreement FILE] [--rows N] [--runs N] [--work FOLDER]

All three score the same agreement over the same export in turns, on one thread, best of five.
Ours is timed from the start of the process to its end; the peer only from opening the CSV to
the last figure, which is kinder to it. The figures must agree: exactly in the months that no
clock change touches, within 1 % in the others (the peer takes local times as they stand).

Native and wasm are then timed inside one process each, from the file's bytes to the scorecard:
what starting node, compiling and touching memory for the first time cost is paid by its first
run. Fails when figures differ, never because of a time.
"""
import argparse
import json
import mmap
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
AS_OF = "2026-01-01T05:00:00Z"
AS_OF_LOCAL = "2026-01-01 00:00:00"
EXACT_MONTHS = {1, 2, 5, 6, 7, 8, 9}


class Run:
    """A finished process: output, wall and processor seconds, peak memory in bytes."""

    def __init__(self, command, env=None):
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, env=env)
        self.output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        self.seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss * 1024
        if process.returncode != 0:
            sys.exit(f"{command[0]} ended with status {process.returncode}.")


def touch_memory(size=640 << 20):
    """Takes memory once and gives it back. What a virtual machine had returned to its host is
    fetched from there by whoever touches it first: so none of the contestants has to."""
    child = os.fork()  # a peak of our own would be passed on to what is measured
    if child == 0:
        with mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as memory:
            if hasattr(mmap, "MADV_HUGEPAGE"):
                memory.madvise(mmap.MADV_HUGEPAGE)
            for page in range(0, size, mmap.PAGESIZE):
                memory[page] = 1
        os._exit(0)
    os.waitpid(child, 0)


def node_flags():
    flag = "--no-experimental-fetch"  # emcc 3.1.6's start code trips over node's own fetch
    known = subprocess.run(["node", flag, "-e", "0"], capture_output=True).returncode == 0
    return [flag] if known else []


def figures_of_scorecard(card):
    """{commitment: {month: period}} for the twelve months of 2025."""
    return {
        commitment["id"]: {
            int(period["start"][5:7]): period
            for period in commitment["periods"] if period["start"].startswith("2025-")}
        for commitment in card["commitments"]}


def complete(figures):
    """The peer's counts, with what our scorecard derives from them."""
    if "met" in figures and "failed" in figures:  # within
        figures["population"] = figures["met"] + figures["failed"]
    elif "met" in figures:  # share
        figures["failed"] = figures["population"] - figures["met"]
    if "met" in figures and figures["population"]:
        figures["value"] = 100 * figures["met"] / figures["population"]
    return figures


def differences(ours, peers):
    found = []
    compared = 0
    for commitment, months in peers.items():
        for month, peer in months.items():
            month = int(month)
            own = ours[commitment][month]
            for name, expected in complete(dict(peer)).items():
                value = own[name]
                compared += 1
                if month in EXACT_MONTHS:
                    allowed = 1e-9 * max(1, abs(expected)) if name == "value" else 0
                else:
                    allowed = 0.01 * max(abs(expected), own["population"] if name != "value" else 0)
                if value is None or abs(value - expected) > allowed:
                    found.append(f"{commitment} 2025-{month:02} {name}: ours {value}, peer {expected}")
    return found, compared


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--native", required=True)
    parser.add_argument("--wasm")
    parser.add_argument("--duckdb")
    parser.add_argument("--agreement", default=str(HERE / "standard.sla.json"))
    parser.add_argument("--rows", type=int, default=1000000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("build/bench"))
    args = parser.parse_args()

    args.work.mkdir(parents=True, exist_ok=True)
    export = args.work / f"leads-{args.rows}.csv"
    maker = HERE / "make_export.mjs"
    if not export.exists() or export.stat().st_mtime < maker.stat().st_mtime:
        print(f"Making an export of {args.rows:,} leads.", flush=True)
        unfinished = export.with_suffix(".part")
        subprocess.run(["node", str(maker), str(unfinished), str(args.rows)], check=True)
        unfinished.rename(export)
    size = export.stat().st_size

    score = ["score", args.agreement, "--data", f"leads={export}", "--as-of", AS_OF,
             "--format", "json"]
    contestants = {"native": [f"{args.native}/leadpact", *score, "--threads", "1"]}
    if args.wasm:
        contestants["wasm"] = ["node", *node_flags(), f"{args.wasm}/leadpact.js", *score,
                               "--threads", "1"]
    env = dict(os.environ)
    if args.duckdb:
        env["DUCKDB_MODULE"] = str(pathlib.Path(args.duckdb).resolve() / "@duckdb" / "node-api")
        contestants["duckdb"] = ["node", str(HERE / "peer.mjs"), str(export), AS_OF_LOCAL]

    best = {}
    figures = {}
    for turn in range(args.runs):
        for name, command in contestants.items():
            touch_memory()
            run = Run(command, env)
            answer = json.loads(run.output)
            if name == "duckdb":
                run.seconds = answer["seconds"]
                answer = answer["figures"]
            else:
                answer = figures_of_scorecard(answer)
            if figures.setdefault(name, answer) != answer:
                sys.exit(f"{name} gave other figures in run {turn + 1}.")
            if name not in best or run.seconds < best[name][0]:
                best[name] = (run.seconds, run.cpu, run.peak)

    print(f"{args.rows:,} leads, {size / 1e6:.0f} MB, one thread, best of {args.runs}")
    if os.getloadavg()[0] > os.cpu_count() * 0.75 + 1:
        print("The machine is busy with other work: compare the processor times, not the seconds.")
    print(f"{'':10}{'seconds':>9}{'of cpu':>8}{'MB/s':>8}{'peak MB':>9}{'of file':>9}")
    for name, (seconds, cpu, peak) in best.items():
        print(f"{name:10}{seconds:9.3f}{cpu:8.2f}{size / 1e6 / seconds:8.0f}{peak / 1e6:9.0f}"
              f"{peak / size:8.1f}x")
    if "wasm" in best:
        timed = [args.agreement, "leads", str(export), AS_OF, str(args.runs)]
        warm = {}
        for name, command in {"native": [f"{args.native}/leadpact_timed"],
                              "wasm": ["node", *node_flags(), f"{args.wasm}/leadpact_timed.js"]}.items():
            warm[name] = min(float(line) for line in Run([*command, *timed], env).output.split())
        print(f"inside one process: native {warm['native']:.3f} s, wasm {warm['wasm']:.3f} s, "
              f"{warm['wasm'] / warm['native']:.2f} times as long")
        print(f"wasm takes {best['wasm'][0] / best['native'][0]:.2f} times as long as native, from starting node on")
        if figures["wasm"] != figures["native"]:
            sys.exit("wasm and native give different figures.")
        print("wasm and native give the same figures")
    if "duckdb" in best:
        print(f"duckdb takes {best['duckdb'][0] / best['native'][0]:.2f} times as long as native")
        found, compared = differences(figures["native"], figures["duckdb"])
        for difference in found[:20]:
            print(difference)
        if found:
            sys.exit(f"{len(found)} of {compared} figures disagree.")
        print(f"all {compared} figures agree")


if __name__ == "__main__":
    main()
