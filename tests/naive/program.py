"""Compares the program with the model on random cases, and with itself on changed cases (rounds.py)."""
import collections
import functools
import json
import multiprocessing
import os
import random
import subprocess
import tempfile

import draw
import properties
import read
from behaviour import RULES, iso
from model import Model
from naive import NUMBER
from rounds import shown

BATCH = 100
TITLES = ("refused", "not decided", "differs", "property")
SHOWN = 2  # differences shown for each limit and field


def key_of(deadline):
    """The key of a round: its number; for an own date its title, for a section the section's name."""
    named = deadline["title"] if deadline["limit"] == "own" else deadline.get("advice") or deadline.get("consultation")
    return (deadline["limit"], named or deadline.get("round", 1))


class Program:
    """The program, asked about many cases at once."""

    def __init__(self, ehc, folder, timeline):
        self.ehc, self.folder, self.timeline = ehc, folder, timeline
        self.messages = ""

    def write(self, case):
        path = os.path.join(self.folder, case.name + ".ini")
        with open(path, "w", encoding="utf-8") as file:
            file.write(case.file())
        return path

    def run(self, *words):
        done = subprocess.run([self.ehc, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.messages += done.stderr.decode()
        if done.returncode not in (0, 1, 2, 3, 4):
            raise SystemExit("ehc ended with %d: %s" % (done.returncode, done.stderr.decode()[-2000:]))
        return json.loads(done.stdout) if done.stdout else {}

    def check(self, cases, as_at):
        """The rounds of each case by limit and number, or None if the program refuses the case."""
        self.messages = ""
        paths = [self.write(case) for case in cases]
        if not paths:
            return []
        if self.timeline:
            said = [self.run("timeline", "--json", "--as-at", as_at, "--case", path) for path in paths]
        elif len(paths) == 1:
            said = [self.run("check", "--json", "--as-at", as_at, *paths)]
        else:
            by_file = {one["file"]: one for one in self.run("check", "--json", "--as-at", as_at, *paths).get("cases", [])}
            said = [by_file.get(path, {}) for path in paths]
        return [{key_of(one): one for one in each["deadlines"]} if "deadlines" in each else None for each in said]


def differences(one, deadline, as_at):
    """The fields in which a round of the program differs from the model's."""
    fields = []
    days = one.days
    for field in ("due", "earliest", "latest"):
        if deadline[field] != (iso(getattr(days, field)) if days else None) and RULES[one.limit.id].unit != "school days":
            fields.append(field)
    if deadline["status"] == "waiting":
        fields.append("waits though its trigger has happened")
    elif deadline["status"] not in {one.status} | one.also:
        fields.append("status")
    elif deadline["status"] == one.status:
        if one.count is not None and deadline["days"] != one.count:
            fields.append("days")
        if deadline["act"]["date"] != iso(one.done) and (one.done is not None or deadline["act"]["date"] <= as_at):
            fields.append("act")
        if one.status in ("not-needed", "unknown"):
            fields = [field for field in fields if field != "act"]
        superseded = deadline.get("superseded")
        pair = (superseded["event"], superseded["date"]) if superseded else None
        allowed = {(event, iso(day)) for event, day in one.by} if one.by else {None}
        if pair not in allowed and not ((one.limit.right or one.limit.id == "plan-continues") and one.status == "not-needed") and not one.also and one.status != "unknown":
            fields.append("superseded")
    return fields


def told(deadline):
    if deadline is None:
        return "no such round"
    superseded = deadline.get("superseded") or {}
    return "due %s  %s %s  earliest %s latest %s  done %s  by %s %s  from %s %s" % (
        deadline["due"], deadline["status"], deadline["days"], deadline["earliest"], deadline["latest"], deadline["act"]["date"],
        superseded.get("event"), superseded.get("date"), deadline["trigger"]["event"], deadline["trigger"]["date"])


class Tally:
    def __init__(self):
        self.count, self.first = collections.Counter(), collections.defaultdict(list)

    def add(self, key, text):
        self.count[key] += 1
        if len(self.first[key]) < SHOWN:
            self.first[key].append(text)

    def merge(self, other):
        self.count += other.count
        for key, texts in other.first.items():
            self.first[key] = (self.first[key] + texts)[:SHOWN]

    def print(self, title):
        for key, count in sorted(self.count.items(), key=lambda item: -item[1]):
            print("%s: %s: %d" % (title, " ".join(key).strip(), count))
            for text in self.first[key]:
                print("    " + text)


def begun_by(deadline, as_at):
    """Whether the trigger of a round has happened, so that it waits for nothing."""
    trigger = deadline["trigger"]
    return trigger["date"] is not None and trigger["date"] <= as_at and not trigger["projected"]


def found_in(case, rounds, whole):
    """The differences of one case: ((limit, fields), the doubt if nothing decides, text). And the number of rounds compared."""
    model = Model(case)
    own = {("own", name): one for name, one in model.own.items()}
    mine = {(key[0], getattr(one, "name", key[1])): one for key, one in {**model.result(), **own}.items() if one.status != "waiting"}
    theirs = {key: one for key, one in rounds.items() if one["status"] != "waiting" or begun_by(one, case.as_at)}
    found = []
    for key in sorted(set(mine) | set(theirs), key=str):
        one, deadline = mine.get(key), theirs.get(key)
        if one is None:
            fields = ["a round too many"]
        elif deadline is None:  # check shows only steps that are or were owed
            fields = ["a round is missing"] if whole or (one.limit.silence == "overdue" and not one.also) else []
        else:
            fields = differences(one, deadline, case.as_at)
        if fields:
            text = "%s %s at %s: model %s | ehc %s | " % (*key, case.as_at, shown(one) if one else "-", told(deadline))
            doubt = one.open[0] if one is not None and one.open else model.doubts.get(key[0])
            found.append(((key[0], ",".join(fields)), doubt, text + facts_of(case)))
    return found, len(set(mine) & set(theirs))


def facts_of(case):
    return "; ".join(line for line in case.file().splitlines() if line not in ("[case]", "[events]") and not line.startswith("reference"))


def of_facts(case, facts):
    """The case with only these facts: (event, day), or the number of a section and a key of it."""
    other = read.Case(case.name)
    other.as_at, other.setting = case.as_at, case.setting
    for event, day in facts:
        if isinstance(event, str):
            other.events.setdefault(event, []).append(day)
    for at, (kind, name, keys) in enumerate(case.sections):
        kept = {key: value for key, value in keys.items() if (at, key) in facts or key in ("from", "who", "why")}
        if {"sent", "due", "requested", "request-received"} & set(kept):
            other.sections.append((kind, name, kept))
    return other


def smallest(options, example):
    """Cuts a case down to the facts that still give the difference: leaves out halves, then quarters, down to one fact."""
    text, case, key, doubt = example
    facts = [(event, day) for event, days in case.events.items() for day in days]
    facts += [(at, name) for at, (_, _, keys) in enumerate(case.sections) for name in keys]
    with tempfile.TemporaryDirectory() as folder:
        program = Program(options.ehc, folder, options.timeline)
        size = len(facts) // 2
        while size:
            at = 0
            while at < len(facts):
                fewer = facts[:at] + facts[at + size:]
                other = of_facts(case, set(fewer))
                rounds = program.check([other], other.as_at)[0]
                same = [row for row in found_in(other, rounds, options.timeline)[0] if row[:2] == (key, doubt)] if rounds else []
                if same:
                    facts, text = fewer, same[0][2]
                else:
                    at += size
            size //= 2
    return text


def why(messages, case):
    """The message of a refusal, without days and names."""
    lines = [line.split(".ini")[-1] for line in messages.splitlines() if case.name + ".ini" in line]
    return (" ".join(word for word in (lines or ["?"])[0].split() if "-" in word and not word[0].isdigit()),), " ".join(lines)


def batch(options, at):
    """One batch of cases: the tallies, and the counts."""
    dice = random.Random("%d %d" % (options.seed, at))
    tallies, counts = [Tally() for _ in TITLES], collections.Counter()
    refusals, undecided, tally, broken = tallies
    with tempfile.TemporaryDirectory() as folder:
        program = Program(options.ehc, folder, options.timeline)
        as_at = dice.randint(NUMBER["2022-01-01"], NUMBER["2026-10-31"])
        cases = [draw.case(dice, "case%d" % name, as_at) for name in range(min(BATCH, options.random - at * BATCH))]
        for case, rounds in zip(cases, program.check(cases, iso(as_at))):
            counts["cases"] += 1
            if rounds is None:
                counts["refused"] += 1
                key, text = why(program.messages, case)
                refusals.add(key, text + " | " + facts_of(case))
            else:
                found, compared = found_in(case, rounds, options.timeline)
                counts["rounds"] += compared
                for key, doubt, text in found:
                    (undecided if doubt else tally).add((doubt or "", *key), (text, case, key, doubt))
        if at % 10 == 0:
            counts["pairs"] += properties.hold(program.check, cases, iso(as_at), dice, broken)
    return tallies, counts


def compare(options):
    batches = range((options.random + BATCH - 1) // BATCH)
    totals, counts = [Tally() for _ in TITLES], collections.Counter()
    with multiprocessing.Pool() as pool:
        for tallies, counted in pool.imap(functools.partial(batch, options), batches):
            counts += counted
            for total, tally in zip(totals, tallies):
                total.merge(tally)
        for total in totals[1:3]:
            for key, examples in total.first.items():
                total.first[key] = pool.map(functools.partial(smallest, options), examples[:SHOWN if total is totals[2] else 1], 1)
    for title, total in zip(TITLES, totals):
        total.print(title)
    refusals, undecided, tally, broken = (sum(total.count.values()) for total in totals)
    print("rounds: %d cases, %d of them refused by the program; %d rounds compared, %d differences, %d more where nothing decides; "
          "%d pairs of cases, %d rounds that break a property"
          % (counts["cases"], refusals, counts["rounds"], tally, undecided, counts["pairs"], broken))
    return 1 if tally or broken else 0
