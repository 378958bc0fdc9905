"""Case files, and everything that reads a case: every output, letters from templates, laws, and the answers to `ehc ask`."""
import os
import re
import shutil

from outputs import check_calendar, check_colour_text, check_csv, check_html, check_json, check_text, is_plain
from place import ARGUMENT_MOST, AS_AT, FAILURES, HARMLESS, LAW, write

NAMES = ("closure", "absence", "exceptional", "missed-appointment", "advice", "they-say", "own")
FIELDS = ("reference", "authority", "reason", "said", "own-who", "own-why", *NAMES)
CASE = b"""[case]
reference = %(reference)s
authority = %(authority)s
[events]
request-received = 2025-11-03
assessment-decision = 2025-12-10
[closure %(closure)s]
from = 2026-03-27
to = 2026-04-13
[absence %(absence)s]
from = 2026-02-01
to = 2026-03-05
[exceptional %(exceptional)s]
from = 2026-02-01
to = 2026-03-05
reason = %(reason)s
[missed-appointment %(missed-appointment)s]
date = 2026-01-05
body = hospital
[advice %(advice)s]
from = health
requested = 2025-12-15
received = 2026-02-20
[they-say %(they-say)s]
limit = final-plan
date = 2026-09-01
why = %(said)s
[own %(own)s]
due = 2026-06-10
who = %(own-who)s
why = %(own-why)s
"""
PLACES_OF_A_CASE = {  # other places for a text
    "event": b"[events]\nrequest-received = %s\n", "event-name": b"[events]\n%s = 2026-01-05\n",
    "section": b"[events]\nrequest-received = 2026-01-05\n[%s]\nfrom = 2026-01-05\n",
    "key": b"[case]\n%s = x\n",
    "setting": b"[case]\nsetting = %s\n",
    "body": b"[events]\nrequest-received = 2026-01-05\n[missed-appointment]\ndate = 2026-02-05\nbody = %s\n",
    "asked": b"[advice]\nfrom = %s\n",
    "comment": b"[events]\nrequest-received = 2026-01-05\n; %s\n",
    "file": b"%s"}


def in_marks(text):
    """A value as ehc-case(5) says to write it: if it needs quotation marks, in the kind that it does not contain."""
    needs = re.search(rb"[;#]|^[ \"']|[ \\]$", text)
    mark = b"" if not needs else b'"' if b'"' not in text else b"'"
    return mark + text + mark


def case_of(**texts):
    return CASE % {field.encode(): texts.get(field, HARMLESS) for field in FIELDS}


def accepted_fields(place):
    """The fields of a case that accept the text, and how it is written in each."""
    written = {field: place.text if field in NAMES else in_marks(place.text) for field in FIELDS}
    files = {field: write(place.folder, field + ".ini", case_of(**{field: written[field]})) for field in FIELDS}
    done = place.run("check", "--json", *AS_AT, *files.values())
    place.take("case file", "check --json", done, {1, 3}, check_json)
    refused = set(re.findall(r"^ehc: (\S+\.ini)(?::\d+)?: (?!cannot say)", done.err.decode(), re.M))
    for name in files.values():
        os.unlink(os.path.join(place.folder, name))
    return {field: written[field] for field in FIELDS if files[field] not in refused}


def take_case(place):
    given = accepted_fields(place)
    text = place.text.strip(b" \t")
    in_two_ways = b"\\" in text and in_marks(text) != text  # iniparsers differ inside quotation marks: ehc refuses it
    fits = len(text) < 900 and not (b'"' in text and b"'" in text) and not text.endswith(b"\\") and not in_two_ways
    for field in FIELDS:
        kept = field in given
        mistaken = kept and (not is_plain(text) or (in_two_ways and field not in NAMES))
        if mistaken or (not kept and fits and is_plain(text) and field not in NAMES):
            FAILURES.append("case file, %s: %s: %s" % (field, place.name, "taken" if kept else "refused"))
    write(place.folder, "case.ini", case_of(**given))
    for where, lines in PLACES_OF_A_CASE.items():
        name = write(place.folder, where + ".ini", lines % place.text)
        done = place.run("timeline", "--case", name, *AS_AT)
        place.take("case file: " + where, "timeline", done, {0, 2, 3, 4}, check_text)
        os.unlink(os.path.join(place.folder, name))
    holds = place.shown if "reference" in given and "authority" in given else None
    done = place.run("timeline", "--case", "case.ini", "--json", *AS_AT)
    as_json = place.take("case", "timeline --json", done, {0, 4}, check_json)
    if as_json and "reference" in given:
        read = as_json["case"]["reference"]
        expected = place.text.decode().strip(" \t")
        if (read or "").strip(" \t") != expected:
            FAILURES.append("case: %s: the reference %.80r is read as %.80r" % (place.name, expected, read))
    show_case(place, "case", ("case.ini",), holds)
    return given


def show_case(place, source, case, holds=None, sinks=None):
    """Sends a case into every output that shows a case, or into `sinks`. `case`: its file, and options."""
    file, *options = case
    both = (*options, *AS_AT)

    def take(sink, arguments, check, *details, statuses={0, 1, 4}, written=None, **more):
        if sinks is not None and sink not in sinks:
            return None
        done = place.run(*arguments, *both, terminal="colour" in sink)
        if written is not None:
            done = done._replace(out=place.taken_away(written))
        return place.take(source, sink, done, statuses, check, *details, **more)

    take("timeline", ("timeline", "--all", "--case", file), check_text, holds)
    take("timeline in colour", ("timeline", "--case", file), check_colour_text, holds, 80)
    take("check", ("check", file), check_text, holds)
    take("check in colour", ("check", "-v", file), check_colour_text, holds, 80)
    take("check of several", ("check", file, file), check_text, holds)
    take("check --json", ("check", "--json", file), check_json)
    take("explain", ("explain", "final-plan", "--case", file), check_text)
    take("explain --json", ("explain", "final-plan", "--json", "--case", file), check_json)
    may_link = source == "law" and place.text.startswith(b"https://")
    take("report", ("report", file), check_html, holds, base=not may_link)
    by_day = ("report", file, "--chronology")
    take("report --chronology", by_day, check_html, holds, base=not may_link)
    take("report --chronology --csv", (*by_day, "--csv"), check_csv)
    take("report --chronology --json", (*by_day, "--json"), check_json)
    take("letter", ("letter", "final-plan-late", file, "--anyway"), check_text, holds)
    if place.text.strip():  # a council without a name has no letter
        take("letter --html", ("letter", "final-plan-late", file, "--anyway", "--html"), check_html, holds)
    show_many(take, file, holds, base=not may_link)
    take("calendar", ("calendar", "--show-reference", "--limit", "final-plan", "--case", file), check_calendar, base=True)
    take("calendar --todo", ("calendar", "--todo", "--limit", "final-plan", "--case", file), check_calendar, base=True)
    before = place.files()
    two = ("--limit", "final-plan", "--limit", "advice-from-body")
    take("calendar --split", ("calendar", *two, "--split", "split", "--case", file), check_text)
    made = place.files() - before
    for path in made:
        if not re.fullmatch(rb".*/inner/split/[A-Za-z0-9-]+\.ics", path, re.S):
            FAILURES.append("%s -> calendar --split: %s: the file %r" % (source, place.name, path))
    shutil.rmtree(os.path.join(place.folder, "split"), ignore_errors=True)


def show_many(take, file, holds, **base):
    """The outputs of many cases, and the plan."""
    take("diary", ("diary", file), check_text, holds)
    take("diary in colour", ("diary", file), check_colour_text, holds, 80)
    take("diary --json", ("diary", file, "--json"), check_json)
    take("diary --csv", ("diary", file, "--csv"), check_csv)
    take("diary --html", ("diary", file, "--html"), check_html, holds, **base)
    several = ("diary", file, "--show-reference", "--force", "-o", "many.ics")
    take("diary, a calendar", several, check_calendar, base=True, written="many.ics")
    plan = ("plan", "final-plan", "--case", file)
    take("plan", plan, check_text)
    take("plan --json", (*plan, "--json"), check_json)


# ---- letters, laws and questions ----

def take_templates(place):
    write(place.folder, "case.ini", case_of())
    head = b"about: final-plan\n"
    spots = {
        "a line": head + b"\nDear council\n%s\nYours\n", "a title": head + b"title: %s\n\nx\n", "about": b"about: %s\n\nx\n",
        "when": head + b"when: %s\n\nx\n", "note": head + b"note: %s\n\nx\n", "a place": head + b"\n{%s}\n",
        "a condition": head + b"\n{if %s} x\n", "a file": b"%s"}
    for where, lines in spots.items():
        write(place.folder, "own.txt", lines % place.text)
        done = place.run("letter", "--template", "own.txt", "case.ini", "--anyway", *AS_AT)
        place.take("template: " + where, "letter", done, {0, 3, 4, 5}, check_text)


LAW_TEXTS = {  # file, section: what of it is read out
    ("assessment.ini", "limit final-plan"): ("title", "short", "provision", "url", "note"),
    ("assessment.ini", "route"): ("title", "if-late"),
    ("law.ini", "law"): ("jurisdiction", "label"), ("events.ini", "final-plan-sent"): ("title", "when", "done"),
    ("readings.ini", "day-1"): ("title", "source", "url", "why"), ("exceptions.ini", "kind absence"): ("title", "judge")}


def law_with(place, written):
    """A law with the text in everything about the final plan: also in its route, event, other reading and an exception."""
    folder = os.path.join(place.folder, "law")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(LAW, folder)
    for (name, section), keys in LAW_TEXTS.items():
        with open(os.path.join(folder, name), "rb") as file:
            parts = re.split(rb"^(?=\[)", file.read(), flags=re.M)
        at = next(i for i, part in enumerate(parts) if part.startswith(b"[%s]" % section.encode()))
        for key in keys:
            line = re.compile(rb"^(%s = ).*" % key.encode(), re.M)
            parts[at], count = line.subn(lambda match: match[1] + written, parts[at], count=1)
            assert count == 1, (name, section, key)
        write(folder, name, b"".join(parts))


def take_law(place, given):
    written = given.get("reference", place.text if len(place.text) < 70000 else None)
    if written is None:
        return
    write(place.folder, "case.ini", case_of())
    law_with(place, written)
    if "reference" not in given or not place.text.strip():
        done = place.run("timeline", "2026-01-05", "--law", "law", *AS_AT)
        place.take("law", "message", done, {0, 3}, check_text)
        return
    law = ("--law", "law")
    show_case(place, "law", ("case.ini", *law), sinks={"timeline in colour", "check in colour", "check --json", "explain",
                                                       "explain --json", "report", "letter", "calendar"})
    for words in (("limits",), ("limits", "--events"), ("timeline", "--version")):
        place.take("law", " ".join(words), place.run(*words, *law), {0}, check_text)
    write(place.folder, "small.csv", b"ref,request_received,final_plan_sent\nA,2025-01-06,2025-07-07\nB,2025-01-06,\n")
    done = place.run("audit", "small.csv", "--html", "--cases", "cases.csv", *law)
    place.take("law", "audit --html", done, {0}, check_html)
    with open(os.path.join(place.folder, "cases.csv"), "rb") as file:
        place.take("law", "audit --cases", place.run("audit", "small.csv", *law)._replace(out=file.read()), {0}, check_csv)
    os.unlink(os.path.join(place.folder, "cases.csv"))
    place.take("law", "limits --csv", place.run("limits", "--csv", *law), {0}, check_csv)
    place.take("law", "limits --html", place.run("limits", "--html", *law), {0}, check_html)
    place.take("law", "limits --json", place.run("limits", "--json", *law), {0}, check_json)


def take_answers(place):
    text = place.text
    if len(text) > ARGUMENT_MOST:
        return
    done = place.run("ask", "-o", "answers.ini", "--as-at", "2026-06-08", typed=b"1\n2026-01-05\n" + (text + b"\n\n") * 14)
    place.take("answers to ask", "the conversation", done, {0, 3, 4, 5}, check_text)
    path = os.path.join(place.folder, "answers.ini")
    if os.path.exists(path):
        read = place.run("timeline", "--case", "answers.ini", "--json", *AS_AT)
        found = place.take("answers to ask", "the case file", read, {0, 4}, check_json)
        answers = [line.strip(" \t\r") for line in text.decode("utf-8", "replace").split("\n")]
        if found and found["case"]["reference"] not in (None, *answers):
            FAILURES.append("answers to ask: %s: became %.80r" % (place.name, found["case"]["reference"]))
    for file in place.files():
        if re.search(rb"/(answers|ehc-case.*)\.ini$", file):
            os.unlink(file)
    place.take("answers to ask", "the topics", place.run("ask", typed=(text + b"\n") * 3), {0, 3, 4, 5}, check_text)
