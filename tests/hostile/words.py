"""The command line, the environment and the names of files."""
import os
import re
import shutil

from calendars import TERMS
from cases import case_of, show_case
from outputs import check_calendar, check_colour_text, check_html, check_text
from place import AS_AT, FAILURES, write

def take_options(place):
    if not place.is_argument:
        return
    text = place.text
    named = {"--closed": b"2026-03-27..2026-04-13=", "--away": b"2026-02-01..2026-03-05=",
             "--exceptional": b"2026-02-01..2026-03-05=", "--missed": b"2026-01-05=",
             "--they-say": b"final-plan=2026-09-01="}
    write(place.folder, "small.csv", b"ref,request_received,final_plan_sent\nA,2025-01-06,2025-05-26\n")
    write(place.folder, "case.ini", case_of())
    taken = {0, 1, 4} if place.is_plain else {3}
    for option, before in named.items():
        done = place.run("check", "case.ini", option, before + text, *AS_AT)
        place.take("%s ..=NAME" % option, "check", done, taken, check_text)
    if place.is_plain:
        given = [word for option, before in named.items() if option != "--missed" for word in (option, before + text)]
        show_case(place, "names in options", ("case.ini", *given), None, {"check in colour", "check --json", "letter"})
    calendar = ("calendar", "2026-01-05", "--as-at", "2026-01-20", "--limit", "final-plan", "--limit", "assessment-decision")
    done = place.run(*calendar, "--name", text)
    place.take("--name", "calendar", done, {0, 2}, check_calendar if text else None, base=bool(text))
    done = place.run("diary", "case.ini", "--name", text, "-o", "many.ics", *AS_AT)
    made = place.taken_away("many.ics")
    place.take("--name", "diary, a calendar", done._replace(out=made), {0, 2}, check_calendar if made else None, base=bool(text))
    judged = ("check", "case.ini", *AS_AT)
    words = {
        "--event NAME": (*judged, "--event", text + b"=2026-01-05"),
        "--event DATE": (*judged, "--event", b"final-plan-sent=" + text),
        "--closed A..B": (*judged, "--closed", text),
        "--they-say": (*judged, "--they-say", text),
        "--they-say DATE": (*judged, "--they-say", b"final-plan=" + text),
        "--own TITLE": (*judged, "--own", text + b"=2026-06-10"),
        "--own DATE": (*judged, "--own", b"bundle=" + text),
        "--round": ("letter", "final-plan-late", "case.ini", "--round", text),
        "--days": ("diary", "case.ini", "--days", text),
        "plan LIMIT": ("plan", "--", text),
        "plan DATE": ("plan", "final-plan", "--", text),
        "plan --event": ("plan", "final-plan", "2026-06-30", "--event", text),
        "plan --event DATE": ("plan", "final-plan", "2026-06-30", "--event", b"draft-plan-served=" + text),
        "--missed DATE": (*judged, "--missed", text),
        "--setting": (*judged, "--setting", text),
        "--as-at": ("check", "case.ini", "--as-at", text),
        "--remind": (*calendar, "--remind", text),
        "--limit": (*calendar, "--limit", text),
        "DATE": ("timeline", "--", text),
        "first word": (text,),
        "command help": ("help", text),
        "option": ("timeline", b"--" + text),
        "letter of an option": ("timeline", b"-" + text),
        "LIMIT": ("explain", "--", text),
        "explain DATE": ("explain", "final-plan", "--", text),
        "ROUTE": ("limits", "--", text),
        "KIND": ("letter", "--", text, "case.ini"),
        "ask word": ("ask", "--", text),
        "AMOUNT": ("date", "--", "2026-01-05", text),
        "date": ("date", "--", text),
        "--year": ("audit", "none.csv", "--year", text),
        "--by": ("audit", "none.csv", "--by", text),
    }
    for source, arguments in words.items():
        done = place.run(*arguments)
        check = check_calendar if arguments[0] == "calendar" and done.out else check_text
        place.take(source, "its own output or message", done, {0, 1, 2, 3, 4, 5}, check)


ENVIRONMENT = ("COLUMNS", "TERM", "TZ", "SOURCE_DATE_EPOCH", "NO_COLOR", "LANG", "LC_ALL", "TMPDIR", "HOME")


def take_environment(place):
    if not place.is_argument:
        return
    for variable in ENVIRONMENT:
        setting = {variable: os.fsdecode(place.text)}
        done = place.run("timeline", "2026-01-05", *AS_AT, terminal=True, **setting)
        place.take("environment: " + variable, "timeline in colour", done, {0}, check_colour_text, "Law as at", 80)
        done = place.run("calendar", "2026-01-05", "--limit", "final-plan", "--as-at", "2026-01-20", **setting)
        place.take("environment: " + variable, "calendar", done, {0, 3}, check_calendar if done.status == 0 else None)


# ---- names of files ----

def target_of(place, name):
    return os.path.normpath(os.path.join(os.fsencode(place.folder), name))


def take_file_names(place):
    text = place.text
    if not place.is_argument:
        return
    path = target_of(place, text)
    is_inside = path.startswith(os.fsencode(place.top) + b"/") and not text.endswith(b"/")
    write(place.folder, "case.ini", case_of())
    small = b"ref,request_received,final_plan_sent\nA,2025-01-06,2025-05-26\n"
    write(place.folder, "small.csv", small + b"B,2025-33-06,2025-05-26\n")
    write(place.folder, "terms.ics", TERMS % b"Summer holiday")
    written = {
        "-o of a calendar": ("calendar", "2026-01-05", "--as-at", "2026-01-20", "-o", text),
        "-o of a report": ("report", "case.ini", *AS_AT, "-o", text),
        "-o of a letter": ("letter", "final-plan-late", "case.ini", "--anyway", *AS_AT, "-o", text),
        "--cases": ("audit", "small.csv", "--cases", text),
        "--errors": ("audit", "small.csv", "--errors", text),
        "-o of a plan": ("plan", "final-plan", "2026-06-30", *AS_AT, "-o", text),
        "-o of a diary": ("diary", "case.ini", *AS_AT, "-o", text),
        "-o of a chronology": ("report", "case.ini", "--chronology", *AS_AT, "-o", text),
        "-o of columns": ("audit", "small.csv", "--columns", "-o", text),
        "-o of ask": ("ask", "-o", text), "name typed to ask": ("ask",),
    }
    for source, arguments in written.items():
        before = place.files()
        typed = b"1\n2026-01-05\n" + (b"stop\n" + text + b"\nno\nno\n" if arguments == ("ask",) else b"stop\nno\n")
        done = place.run(*arguments, typed=typed if arguments[0] == "ask" else b"")
        place.take(source, "a file", done, {0, 1, 2, 4, 5}, check_text)
        made = {file for file in place.files() - before if not re.search(rb"/ehc-case(-\d)?\.ini$", file)}
        lines = text.split(b"\n") if arguments == ("ask",) else []
        expected = {target_of(place, line.strip(b" \t\r")) for line in lines} if lines else {path}
        if not made <= expected:
            FAILURES.append("%s -> a file: %s: files %r" % (source, place.name, sorted(made)))
        for file in place.files() - before:
            os.unlink(file)
    done = place.run("calendar", "2026-01-05", "--as-at", "2026-01-20", "--split", text)
    place.take("--split", "a folder", done, {0, 5}, check_text)
    for file in place.files():
        if file.endswith(b".ics") and not file.startswith(path + b"/") and not file.endswith(b"/terms.ics"):
            FAILURES.append("--split: %s: the file %r" % (place.name, file))
    if is_inside and os.path.isdir(path) and path != os.fsencode(place.folder):
        shutil.rmtree(path)
    for file in place.files():
        if file.endswith(b".ics") and not file.endswith(b"/terms.ics"):
            os.unlink(file)
    is_here = os.path.dirname(path) == os.fsencode(place.folder) and not text.endswith(b"/")
    may_exist = is_here and not os.path.exists(path) and len(os.path.basename(path)) < 200
    read = {
        "CASE": (case_of(), ("check", "--", text)),
        "--case": (case_of(), ("timeline", "--case", text)),
        "CASE without a reference": (b"[events]\nrequest-received = 2026-01-05\n", ("check", "--", text)),
        "bad case": (b"[case]\nx", ("check", "--json", "--", text)),
        "--template": (b"{date:x}\n", ("letter", "final-plan-late", "case.ini", "--template", text)),
        "diary CASE": (b"[events]\nrequest-received = 2026-01-05\n", ("diary", "--", text)),
        "diary CASE for HTML": (b"[events]\nrequest-received = 2026-01-05\n", ("diary", "--html", "--", text)),
        "plan --case": (case_of(), ("plan", "final-plan", "--case", text)),
        "--map": (b"[authority]\nA = B\n", ("audit", "small.csv", "--map", text)),
        "CASELOAD for columns": (small, ("audit", "--columns", "--", text)),
        "--term-dates": (TERMS % b"Summer holiday", ("check", "case.ini", "--term-dates", text)),
        "--update": (b"x", ("calendar", "2026-01-05", "--update", text)),
        "--check": (b"x", ("calendar", "--check", text)),
        "CASELOAD": (small + b",x,\n", ("audit", "--", text)),
        "CASELOAD for HTML": (small, ("audit", "--html", "--", text)),
        "--law": (None, ("timeline", "2026-01-05", "--law", text)),
    }
    for source, (content, arguments) in read.items():
        if content is not None and may_exist:
            write(place.folder, text, content)
        done = place.run(*arguments)
        is_page = "--html" in arguments and done.status == 0
        place.take(source, "a page" if is_page else "message", done, {0, 1, 2, 3, 4, 5},
                   check_html if is_page else check_text, base=is_page and may_exist)
        if content is not None and may_exist:
            os.unlink(path)
