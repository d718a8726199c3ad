#!/usr/bin/python3
"""Runs clang-tidy over the product's files, and only over those that changed since they were clean.

tidy.py --build build/asan --cache FOLDER [--jobs N] [FILE…]

A file counts as unchanged when it, every header of ours that it includes, the rules and
clang-tidy itself are the same as when it was last clean.
"""
import argparse
import concurrent.futures
import hashlib
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
OURS = ("core/", "web/")


def project_files_of(build):
    """For each of our sources: the files of ours it was compiled from, by ninja's own notes."""
    listing = subprocess.run(["ninja", "-C", str(build), "-t", "deps"], capture_output=True,
                             text=True, check=True).stdout
    result = {}
    for block in listing.split("\n\n"):
        files = [pathlib.Path(line.strip()) for line in block.splitlines()[1:]]
        files = [file if file.is_absolute() else build / file for file in files]
        ours = [file.resolve() for file in files if file.resolve().is_relative_to(ROOT)]
        ours = [file for file in ours if file.relative_to(ROOT).as_posix().startswith(OURS)]
        if ours:
            result[ours[0]] = ours
    return result


def key_of(files, salt):
    digest = hashlib.sha256(salt)
    for file in sorted(files):
        digest.update(str(file.relative_to(ROOT)).encode() + b"\0")
        digest.update(file.read_bytes())
    return digest.hexdigest()[:32]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--cache", type=pathlib.Path, required=True)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    args = parser.parse_args()

    build = args.build.resolve()
    args.cache.mkdir(parents=True, exist_ok=True)
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, text=True,
                             check=True).stdout
    salt = (re.sub(r"\s+", " ", version) + (ROOT / ".clang-tidy").read_text()).encode()
    depends = project_files_of(build)
    commands = json.loads((build / "compile_commands.json").read_text())
    wanted = {file.resolve() for file in args.files}
    work = []
    for command in commands:
        file = (pathlib.Path(command["directory"]) / command["file"]).resolve()
        if not file.is_relative_to(ROOT) or file not in depends:
            continue
        if not file.relative_to(ROOT).as_posix().startswith(OURS):
            continue
        if wanted and file not in wanted:
            continue
        stamp = args.cache / key_of(depends[file], salt)
        if wanted or not stamp.exists():
            work.append((file, stamp))
    work = list(dict(work).items())
    if not work:
        print("clang-tidy: nothing has changed since all was clean.")
        return 0
    print(f"clang-tidy: looking at {len(work)} files.", flush=True)

    def look(item):
        file, stamp = item
        done = subprocess.run(["clang-tidy", "--quiet", "-p", str(build), str(file)],
                              capture_output=True, text=True, check=False)
        if done.returncode == 0:
            stamp.touch()
        return file, done

    bad = 0
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for file, done in pool.map(look, work):
            if done.returncode != 0:
                bad += 1
                # The errors, without the count of warnings in other people's headers.
                print(done.stdout.strip() or done.stderr.strip(), flush=True)
    if bad:
        print(f"clang-tidy: {bad} of {len(work)} files have something to mend.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
