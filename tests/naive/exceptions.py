#!/usr/bin/env python3
"""exceptions.py ASK [--from DATE] [--until DATE] [--law DIR]: checks, by a second, naive count, whether an exception fits.

For each trigger day, school closures, absences and exceptional circumstances are placed around the period of each kind of
limit. Their lengths are close to those that the law asks for. The head's advice is asked for near each edge of the window that
the law gives, or on a day that is not known. Lost days go into a set, so that no day counts twice; days that are lost only if a
doubtful exception fits go into another. libehc is asked the same through ASK (ask.c).
"""
import argparse
import subprocess
import sys

sys.dont_write_bytecode = True
from naive import ISO, NUMBER  # the calendar, day by day

WEEK = 7
SCHOOL, EARLY, PERSONAL, ABSENCE = "school-closure", "early-years-closure", "exceptional-circumstances", "absence"
ALL = {SCHOOL: 28, EARLY: 28, PERSONAL: 1, ABSENCE: 28}  # SEND Regs 2014 reg 10(4): the days that each must last
# limit: the days of its period, and its exceptions
LIMITS = {
    "final-plan": (20 * WEEK, ALL),  # SEND Regs 2014 regs 13(3), 10(4)
    "assessment-decision": (6 * WEEK, ALL),  # reg 5(4)
    "reassessment-plan": (14 * WEEK, ALL),  # reg 27(3)
    "advice-from-body": (6 * WEEK, {PERSONAL: 1, ABSENCE: 28}),  # reg 8(2): no closures
    "order-assess-final-plan": (14 * WEEK, {**ALL, ABSENCE: 14}),  # reg 44(3)
    "unopposed-make-plan-final": (11 * WEEK, {**ALL, ABSENCE: 14}),  # reg 45(7)
    "detained-final-plan": (20 * WEEK, {SCHOOL: 28, PERSONAL: 1, ABSENCE: 28}),  # SI 2015/62 regs 13, 10(4)
    "refusal-notice": (6 * WEEK, {}),  # reg 4: no exceptions
}


def days(first, length):
    return list(range(first, first + length))


def naive(limit, trigger, kind, asked, closures, away, exceptional):
    """Due; the date with the days lost, and their number; both if all that may fit does; the exceptions that fit, or may ('?').

    `asked` is None if the day is not known. Then it could be any day in the window, so the whole closure may be lost. Dates never
    show that circumstances were personal and exceptional, so these only may fit."""
    length, needed = LIMITS[limit]
    period = set(days(trigger + 1, length))
    due, lost, perhaps, fits = trigger + length, set(), set(), []
    closed = {day for closure in closures for day in closure}
    for first in sorted(day for day in closed if day - 1 not in closed):  # closures that touch are one
        reopens = first
        while reopens in closed:
            reopens += 1
        if kind not in needed or reopens - first < needed[kind]:
            continue
        window = range(first - WEEK, reopens - WEEK + 1)  # both days included
        if asked is None:
            lost_to_it = {day for day in range(first, reopens) if day > trigger}
            if lost_to_it & period:
                perhaps |= lost_to_it
                fits = [kind + "?"]
        elif asked in window:
            lost_to_it = {day for day in range(first, reopens) if day >= asked and day > trigger}
            if lost_to_it & period:
                lost |= lost_to_it
                fits = [kind]
    if PERSONAL in needed and period & set(exceptional):
        perhaps |= period & set(exceptional)
        fits.append(PERSONAL + "?")
    if ABSENCE in needed and len(period & set(away)) >= needed[ABSENCE]:
        lost |= period & set(away)
        fits.append(ABSENCE)
    more = len(lost | perhaps) if perhaps - lost else 0
    return " ".join([ISO[due], ISO[due + len(lost)] if lost else "-", str(len(lost)),
                     ISO[due + more] if more else "-", str(more)] + fits)


def cases(first, last):
    """Each trigger day with closures, absences and requests near it. The steps change from day to day, to reach all of them."""
    for trigger in range(first, last + 1):
        limit = list(LIMITS)[trigger % len(LIMITS)]
        for start in range(trigger - 45 + trigger % 23, trigger + 160, 23):
            for length in (27, 28, 29, 44):
                for day in (start - 8, start - 7, start - 6, start + 3, *range(start + length - 9, start + length - 5)):
                    gap = (trigger + start + day) % 4  # one closure; two that touch; two with a day or two between
                    half = days(start, 13), days(start + 12 + gap, length - 12 - gap)
                    away = days(start + day % 50 - 25, (13, 14, 15, 27, 28, 29)[(start + day) % 6])
                    kind = EARLY if start % 3 == 0 else SCHOOL
                    asked = day if day % 5 else None
                    yield limit, trigger, kind, asked, half if gap else [days(start, length)], [], []
                    yield limit, trigger, kind, asked, [days(start, length)], away, days(day - 3, gap * 5)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("ask")
    options.add_argument("--from", dest="first", default="2025-09-01")
    options.add_argument("--until", dest="last", default="2026-08-31")
    options.add_argument("--law", help="the law that libehc goes by, in place of that compiled in")
    options = options.parse_args()
    asked, expected = [], []
    for limit, trigger, kind, request, closures, away, exceptional in cases(NUMBER[options.first], NUMBER[options.last]):
        setting = "early-" if kind == EARLY else ""
        words = ["case", limit, ISO[trigger]] + ([setting + "asked", ISO[request]] if request is not None else [])
        spans = [(setting + "closed", span) for span in closures] + [("away", away), ("exceptional", exceptional)]
        words += ["%s %s..%s" % (name, ISO[span[0]], ISO[span[-1]]) for name, span in spans if span]
        asked.append(" ".join(words))
        expected.append(naive(limit, trigger, kind, request, closures, away, exceptional))
    said = subprocess.run([options.ask, options.first, options.last] + ([options.law] if options.law else []),
                          input="\n".join(asked), stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()
    assert len(said) == len(asked), "libehc gave more or fewer answers than questions"
    wrong = [row for row in zip(asked, said, expected) if row[1] != row[2]]
    for row in wrong[:12]:
        print("%s: libehc %s, naive %s" % row)
    fitting = sum(line.split()[1] != "-" for line in expected)
    perhaps = sum("?" in line for line in expected)
    print("exceptions: %d cases compared, in %d of which one fits, and in %d may fit; %d differences"
          % (len(asked), fitting, perhaps, len(wrong)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
