#!/usr/bin/env python3
"""run.py BUILD: the costs of ehc, as ratios in one run, because machines are noisy and differ.

Each pair of commands runs in turn, A A B B A A B B ... Only the second of each two is timed, so that no command finds the
caches as the other left them. Prints the median of the ratios of wall times.
"""
import os
import statistics
import subprocess
import sys
import time

BUILD = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
EHC = os.path.join(BUILD, "ehc")
NULL = os.open(os.devnull, os.O_RDWR)
ACTIONS = [(os.POSIX_SPAWN_DUP2, NULL, fd) for fd in (0, 1, 2)]


def run(command):
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=ACTIONS)
    os.waitpid(pid, 0)


def seconds(command):
    run(command)
    start = time.perf_counter()
    run(command)
    return time.perf_counter() - start


def compare(label, most, command, other, runs=200):
    pairs = [(seconds(command), seconds(other)) for _ in range(runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    wanted = "" if most is None else "  (wanted: at most %.2f)" % most
    print("%-66s %.3f%s" % (label, ratio, wanted))


def main():
    python = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
    empty = [os.path.join(BUILD, "bench/empty")]
    compare("ehc 2026-01-05, to an empty program with the same libraries", 1.25, [EHC, "2026-01-05"], empty)
    compare("ehc calendar 2026-01-05, to the same", 1.25,
            [EHC, "calendar", "2026-01-05", "--as-at", "2026-01-05", "-o", "-"], empty)
    compare("ehc 2026-01-05, to the same dates in Python", 0.5,
            [EHC, "2026-01-05"], [python, os.path.join(HERE, "dates.py")], runs=60)
    dadd = next((name for name in ("dateutils.dadd", "dadd") if subprocess.run(["which", name], capture_output=True).stdout), None)
    if dadd is not None:
        compare("ehc date 2026-01-05 +6w, to dadd of dateutils", None,
                [EHC, "date", "2026-01-05", "+6w"], [dadd, "2026-01-05", "+6w"])
    sys.stdout.flush()
    subprocess.run([os.path.join(BUILD, "bench/core")], check=True)


main()
