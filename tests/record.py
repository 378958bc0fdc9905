#!/usr/bin/env python3
"""record.py BUILD FOLDER [CASES]: records what BUILD/ehc prints for random cases (2,000 unless CASES is given), in one file of
FOLDER for each command. The cases are the same each time. Record before and after a change that should change no output, and
compare the two folders with diff -r."""
import concurrent.futures
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

AS_AT = ["2025-09-01", "2026-02-16", "2026-06-01", "2027-01-04"]
ADVICE = ["school", "early-years", "psychologist", "health", "social-care", "other"]
REASONS = ["staff shortage", "the child's mother died", "Easter", "panel", "flood", ""]
LETTERS = ["decision-late", "final-plan-late", "advice-late", "review-decision-late", "amended-plan-late",
           "phase-transfer-late", "order-late", "exception-wrong", "complaint", "ombudsman"]


def run(ehc, words):
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1767225600", TZ="UTC")
    done = subprocess.run([ehc] + words, capture_output=True, env=environment, timeout=60)
    return "%s%s[status %d]\n" % (done.stdout.decode(), done.stderr.decode(), done.returncode)


def day(chance, low=2025):
    return "%d-%02d-%02d" % (chance.choice([low, low, low + 1]), chance.randint(1, 12), chance.randint(1, 28))


def span(chance):
    month, first = chance.randint(1, 12), chance.randint(1, 14)
    return "2026-%02d-%02d" % (month, first), "2026-%02d-%02d" % (min(12, month + chance.randint(0, 2)), chance.randint(15, 28))


def make_case(number, events):
    """A case file: mostly an assessment or a review in a likely order, sometimes anything at all."""
    chance = random.Random(number)
    lines = ["[case]", "reference = R-%d" % number]
    if chance.random() < 0.5:
        lines.append("authority = Exampleshire")
    if chance.random() < 0.3:
        lines.append("setting = %s" % chance.choice(["school", "early-years", "post-16"]))
    chosen = chance.sample(events, chance.randint(1, 6))
    if chance.random() < 0.6:
        chosen = ["request-received"] + chance.sample([
            "assessment-decision", "assessment-refusal", "draft-plan-served", "final-plan-sent", "no-plan-notice",
            "advice-requested", "school-advice-requested", "mediation-certificate"], chance.randint(0, 5))
    elif chance.random() < 0.5:
        chosen = ["review-meeting"] + chance.sample([
            "review-report", "review-decision", "amendment-notice-sent", "amended-plan-sent", "plan-made",
            "last-reviewed", "transfer-year"], chance.randint(0, 5))
    days = sorted(day(chance) for event in chosen)
    lines.append("\n[events]")
    lines += ["%s = %s" % pair for pair in dict(zip(chosen, days)).items()]
    for i in range(chance.choice([0, 0, 0, 1, 2])):
        lines.append("\n[closure c%d]\nfrom = %s\nto = %s" % ((i,) + span(chance)))
    for i in range(chance.choice([0, 0, 0, 1])):
        lines.append("\n[absence a%d]\nfrom = %s\nto = %s" % ((i,) + span(chance)))
    for i in range(chance.choice([0, 0, 0, 1])):
        lines.append("\n[exceptional e%d]\nfrom = %s\nto = %s\nreason = %s" % ((i,) + span(chance) + (chance.choice(REASONS),)))
    for i in range(chance.choice([0, 0, 0, 1])):
        lines.append("\n[missed-appointment m%d]\ndate = %s\nbody = %s" % (i, day(chance), chance.choice(ADVICE)))
    for i in range(chance.choice([0, 0, 1, 3])):
        lines.append("\n[advice v%d]\nfrom = %s\nrequested = %s" % (i, chance.choice(ADVICE), day(chance)))
        if chance.random() < 0.4:
            lines.append("received = %s" % day(chance, 2026))
    return "\n".join(lines) + "\n"


def commands(number, file, limits):
    chance = random.Random(-number)
    as_at = ["--as-at", AS_AT[number % len(AS_AT)]]
    limit = chance.choice(limits)
    return {
        "timeline": ["timeline", "--case", file] + as_at,
        "timeline-all": ["timeline", "--case", file, "--all"] + as_at,
        "timeline-json": ["timeline", "--case", file, "--json"] + as_at,
        "timeline-limit": ["timeline", "--case", file, "--limit", limit] + as_at,
        "check": ["check", file] + as_at,
        "check-verbose": ["check", "--verbose", file] + as_at,
        "check-json": ["check", "--json", file] + as_at,
        "check-two": ["check", file, file] + as_at,
        "explain": ["explain", limit, "--case", file] + as_at,
        "explain-json": ["explain", limit, "--case", file, "--json"] + as_at,
        "report": ["report", file] + as_at,
        "calendar": ["calendar", "--case", file, "--planning"] + as_at,
        "calendar-mine": ["calendar", "--case", file, "--mine", "--reminder-events"] + as_at,
        "letter": ["letter", chance.choice(LETTERS), file, "--anyway"] + as_at,
        "letter-plain": ["letter", chance.choice(LETTERS), file] + as_at,
    }


def record(build, folder, count):
    ehc = os.path.join(build, "ehc")
    law = json.loads(subprocess.run([ehc, "limits", "--json"], capture_output=True).stdout)
    events = json.loads(subprocess.run([ehc, "limits", "--events", "--json"], capture_output=True).stdout)
    events = [event["event"] for event in events["events"]]
    limits = [limit["limit"] for limit in law["limits"]]
    caseload = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../data/examples/caseload.csv")
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        place = os.path.join(place, "cases")
        os.mkdir(place)
        shutil.copy(caseload, place)

        def of_case(number):
            file = "case%d.ini" % number
            with open(file, "w") as out:
                out.write(make_case(number, events))
            return {name: run(ehc, words) for name, words in commands(number, file, limits).items()}

        ehc, folder = os.path.abspath(ehc), os.path.abspath(folder)
        os.chdir(place)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            results = list(pool.map(of_case, range(count)))
        whole = {" ".join(words): run(ehc, words) for words in (
            [["audit", "caseload.csv", "--as-at", "2026-06-01", "--year", "2025"] + format for format in
             ([], ["--json"], ["--csv"], ["--html"], ["--by", "month"], ["--by", "year", "--json"], ["--by", "setting"],
              ["--cases", "-"])] + [["limits"], ["limits", "--json"], ["limits", "--events"], ["letter"]])}
        with open(os.path.join(folder, "whole.txt"), "w") as out:
            out.writelines("==== %s\n%s" % pair for pair in whole.items())
    for name in results[0]:
        with open(os.path.join(folder, name + ".txt"), "w") as out:
            for number, texts in enumerate(results):
                out.write("==== case %d\n%s" % (number, texts[name]))
    print("%d cases by %d commands" % (count, len(results[0])))


if __name__ == "__main__":
    record(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 2000)
