#!/usr/bin/env python3
"""rounds.py --histories [FILE...] | --random N [--seed S] [--timeline] EHC: the result of each round, worked out a second time.

--histories compares the model (model.py) with the histories of tests/histories, which were worked out by hand. --random compares
the program EHC with the model, on random cases.
"""
import argparse
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "histories"))
import read  # noqa: E402
from behaviour import iso  # noqa: E402
from model import Model  # noqa: E402


def shown(one):
    words = ["due " + str(iso(one.days.due) if one.days else None), one.status + (" %d" % one.count if one.count else "")]
    words += ["earliest %s latest %s" % (iso(one.days.earliest), iso(one.days.latest))] if one.days else []
    words += ["done " + iso(one.done)] if one.done is not None else []
    words += ["by " + " or ".join("%s %s" % (event, iso(day)) for event, day in sorted(one.by))] if one.by else []
    words += ["projected"] if one.projected else []
    return "  ".join(words)


def wrong(one, expected):
    """The fields of a round that are not as a history expects."""
    came = {"due": iso(one.days.due) if one.days else None, "latest": iso(one.days.latest) if one.days else None,
            "earliest": iso(one.days.earliest) if one.days else None, "done": iso(one.done)}
    fields = ["due"] if came["due"] != expected.due else []
    late = one.status in ("late", "overdue")
    if (late if expected.status == "not-late" else one.status != expected.status):
        fields.append("status")
    if expected.days not in (None, "?") and one.count != int(expected.days):
        fields.append("days")
    fields += [key for key in ("latest", "earliest", "done") if getattr(expected, key) is not None and came[key] != getattr(expected, key)]
    if expected.by and expected.by not in {(event, iso(day)) for event, day in one.by or ()}:
        fields.append("by")
    if expected.projected and not one.projected:
        fields.append("projected")
    return fields


def histories(paths):
    cases, count, unmet = read.read(paths), 0, 0
    for case in cases:
        if case.refused:
            continue  # facts that the program refuses; the model works out no impossible round
        model = Model(case)
        rounds = model.result()
        for expected in case.expected:
            count += 1
            one = model.own.get(expected.round) if expected.limit == "own" else rounds.get((expected.limit, expected.round))
            fields = wrong(one, expected) if one else ["no such round"]
            if fields:
                unmet += 1
                print("%s: %s %s: expected %s; the model: %s (%s)" % (case.name, expected.limit, expected.round, expected.text,
                                                                     shown(one) if one else "-", ", ".join(fields)))
        for limit, number in case.no_rounds:
            count += 1
            one = rounds.get((limit, number))
            if one and not (one.status == "waiting" and one.days is None):
                unmet += 1
                print("%s: %s %d: expected no such round; the model: %s" % (case.name, limit, number, shown(one)))
    print("rounds: %d histories, %d expectations, %d not met" % (len(cases), count, unmet))
    return 1 if unmet else 0


def main():
    options = argparse.ArgumentParser(usage=__doc__.splitlines()[0])
    options.add_argument("--histories", action="store_true")
    options.add_argument("--random", type=int)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--timeline", action="store_true", help="ask timeline, not check: slower, but it shows every round")
    options.add_argument("words", nargs="*", help="the program; with --histories, files of histories")
    options = options.parse_args()
    if options.random is None:
        return histories([os.path.join(read.HERE, os.path.basename(name)) for name in options.words])
    import program
    options.ehc = options.words[0]
    return program.compare(options)


if __name__ == "__main__":
    sys.exit(main())
