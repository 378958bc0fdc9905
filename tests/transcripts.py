#!/usr/bin/env python3
"""Runs transcripts: commands after '$ ', and what each command prints.

    transcripts.py BUILD FILE...            compares, and prints each difference
    transcripts.py --write BUILD FILE...    writes into the file what is printed (then read it, word by word)
    transcripts.py --but LIST BUILD FILE... compares; the commands in LIST, and only these, must print something else. A line
                                            of LIST is a file, a command and a reason, separated by tabs

A transcript is a whole .txt file. In README.md and in a manual page it is each literal block whose first line begins with
'$ '. Standard output and standard error come together. A line '[status N]' follows if the exit status is not 0. A line '...'
stands for any lines. A line that begins with '# ' before a command is a comment. The commands of a file or block run one
after the other, through sh, in their own folder with a copy of data/examples. The program is first in PATH, and no settings
of the user apply. Files and blocks run side by side.
"""
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def environment(build, folder):
    return {
        "PATH": os.path.abspath(build) + ":/usr/local/bin:/usr/bin:/bin",
        "HOME": folder,
        "TMPDIR": folder,
        "LC_ALL": "C.UTF-8",
        "TZ": "Pacific/Kiritimati",
        "SOURCE_DATE_EPOCH": "1767225600",
        "EHC_WRAPPER": os.environ.get("EHC_WRAPPER", ""),
        "LAW": os.path.join(ROOT, "data", "england"),
        "NATION": os.path.join(ROOT, "tests", "nation", "law"),
        "SHEETS": os.path.join(ROOT, "tests", "sheets"),
    }


def run(command, folder, env):
    wrapper = env["EHC_WRAPPER"]
    prefix = 'ehc() { %s %s "$@"; }\n' % (wrapper, shutil.which("ehc", path=env["PATH"])) if wrapper else ""
    done = subprocess.run(["sh", "-c", prefix + command], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)
    lines = done.stdout.decode("utf-8", "replace").split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    if done.returncode != 0:
        lines.append("[status %d]" % done.returncode)
    return lines


def matches(expected, printed):
    """Whether the lines agree. '...' stands for any lines."""
    if not expected:
        return not printed
    if expected[0] == "...":
        return any(matches(expected[1:], printed[i:]) for i in range(len(printed) + 1))
    return bool(printed) and expected[0] == printed[0] and matches(expected[1:], printed[1:])


def steps(lines):
    """The commands of a block, each with the lines that follow it and the comments between."""
    found, command, expected, between = [], None, [], []
    for line in lines:
        if line.startswith("$ "):
            if command is not None:
                found.append((command, expected))
            command, expected = line[2:], []
        elif command is not None and command.endswith("\\"):
            command += "\n" + line.lstrip("> ")
        elif command is None or line.startswith("# "):
            between.append(line)
        else:
            expected.append(line)
    if command is not None:
        found.append((command, expected))
    return [(command, strip_end(expected)) for command, expected in found]


def strip_end(lines):
    lines = list(lines)
    while lines and lines[-1] == "":
        lines.pop()
    return lines


def literals(page):
    """The literal blocks of a manual page, as they are shown."""
    return [b.replace("\\-", "-").replace("\\e", "\\").replace("\\(aq", "'").replace("\\&", "")
            for b in re.findall(r"^\.Bd -literal[^\n]*\n(.*?)^\.Ed$", page, re.S | re.M)]


def blocks(path, text):
    if path.endswith(".md"):
        return [b.split("\n") for b in re.findall(r"^```[a-z]*\n(.*?)^```$", text, re.S | re.M) if b.startswith("$ ")]
    if re.search(r"\.[1-9]$", path):
        return [b.split("\n") for b in literals(text) if b.startswith("$ ")]
    return [text.split("\n")]


def check_block(lines, build, path):
    """How many commands printed what they should, and a text for each command that did not."""
    passes, differences = 0, []
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(os.path.join(ROOT, "data", "examples"), folder, dirs_exist_ok=True)
        env = environment(build, folder)
        for command, expected in steps(lines):
            printed = strip_end(run(command, folder, env))
            if matches(expected, printed):
                passes += 1
                continue
            differences.append("\n".join(["%s: $ %s" % (os.path.relpath(path, ROOT), command)] +
                                         ["  - " + line for line in expected] + ["  + " + line for line in printed]))
    return passes, differences


def write_block(path, build):
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    out, skip = [], False
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(os.path.join(ROOT, "data", "examples"), folder, dirs_exist_ok=True)
        env = environment(build, folder)
        for line in lines:
            if line.startswith("$ "):
                if out and out[-1] != "" and not out[-1].startswith("# "):
                    out.append("")
                out.append(line)
                out.extend(strip_end(run(line[2:], folder, env)))
                skip = True
            elif line.startswith("# "):
                if skip:
                    out.append("")
                out.append(line)
                skip = False
            elif not skip:
                out.append(line)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(strip_end(out)) + "\n")


def read_exceptions(path):
    """The file and the command of each line."""
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    for row in rows:
        if len(row) != 3 or not row[2]:
            sys.exit("%s: a line has a file, a command and a reason: %s" % (path, row))
    return {"%s: $ %s" % (row[0], row[1]) for row in rows}


def main(arguments):
    if arguments and arguments[0] == "--write":
        for path in arguments[2:]:
            write_block(path, arguments[1])
        return 0
    excepted = set()
    if arguments and arguments[0] == "--but":
        excepted, arguments = read_exceptions(arguments[1]), arguments[2:]
    build, paths = arguments[0], arguments[1:]
    left_out, work = len(excepted), []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            work += [(block, build, path) for block in blocks(path, file.read())]
    passes = failures = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for passed, differences in pool.map(check_block, *zip(*work)):
            passes += passed
            for difference in differences:
                command = difference.split("\n")[0]
                if command in excepted:
                    excepted.remove(command)
                    continue
                failures += 1
                print(difference)
    for command in sorted(excepted):
        failures += 1
        print("%s\n  is in the list of exceptions, but is not found or prints what it should" % command)
    print("transcripts: %d passed, %d failed%s" % (passes, failures, ", %d left out" % left_out if left_out else ""))
    return 1 if failures or not passes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
