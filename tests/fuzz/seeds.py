#!/usr/bin/env python3
"""seeds.py BUILD: writes the inputs that the fuzz targets begin with, in BUILD/seeds/TARGET/, and words to try, in BUILD/words/TARGET.

Nothing here is a second list. The seeds are the tests' own files, the commands of the transcripts and what the program
exports. The words are the names in data/england, the options in the help, and the lines of an exported calendar.
"""
import glob
import hashlib
import os
import re
import shlex
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, "tests/histories")
import read as read_histories  # noqa: E402

BUILD = sys.argv[1]
ENV = {"SOURCE_DATE_EPOCH": "1767225600", "PATH": "/usr/bin:/bin", "ASAN_OPTIONS": "detect_leaks=0"}
LAW_FILES = re.findall(r'"([a-z0-9-]+)"', re.search(r"files\[\] = \{(.*?)\};", open("tests/fuzz/fuzz_law.c").read(), re.S).group(1))
LETTER_CASES = re.findall(r'"([a-z-]+)"', re.search(r"cases\[\] = \{(.*?)\};", open("tests/fuzz/fuzz_letter.c").read(), re.S).group(1))


def read(path):
    with open(path, "rb") as file:
        return file.read()


def put(target, data):
    folder = os.path.join(BUILD, "seeds", target)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, hashlib.sha1(data).hexdigest()[:16]), "wb") as file:
        file.write(data)


def put_words(target, words):
    os.makedirs(os.path.join(BUILD, "words"), exist_ok=True)
    with open(os.path.join(BUILD, "words", target), "w", encoding="ascii") as file:
        for word in sorted(set(words)):
            if 0 < len(word) <= 60:
                file.write('"%s"\n' % "".join(chr(b) if 32 <= b < 127 and chr(b) not in '"\\' else "\\x%02X" % b
                                              for b in word.encode()))


def ehc(*arguments):
    return subprocess.run([BUILD + "/ehc", *arguments], env=ENV, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, check=False).stdout


def names():
    """Ids and keys of the law's files, as they are written."""
    ids, keys, sections = set(), set(), set()
    for path in glob.glob("data/england/*.ini"):
        for line in open(path, encoding="utf-8"):
            section, key = re.match(r"\[(.*)\]", line), re.match(r"([a-z0-9-]+) *= *(.*)", line)
            if section:
                sections.add(section.group(0))
                ids.add(section.group(1).split(" ")[-1])
            elif key:
                keys.add(key.group(1) + " = ")
                ids.update(part for part in re.split(r"[ ,]+", key.group(2)) if re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", part))
    return ids, keys, sections


def transcripts():
    """The arguments of each command of the transcripts that is one plain command."""
    for path in sorted(glob.glob("tests/cli/*.txt")):
        for line in open(path, encoding="utf-8"):
            for part in re.split(r"[|;]|&&|[0-9]?>[^ ]*", line[2:].strip()) if line.startswith("$ ") else []:
                try:
                    words = shlex.split(part)
                except ValueError:
                    continue
                if words and words[0] == "ehc" and "$" not in part:
                    yield words[1:]


def literals(pattern):
    """The texts in the unit tests. Neighbouring C literals are one text."""
    for path in sorted(glob.glob("tests/unit/" + pattern)):
        for run in re.findall(r'"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*', read(path).decode()):
            parts = re.findall(r'"((?:[^"\\\n]|\\.)*)"', run)
            yield "".join(parts).encode().decode("unicode_escape").encode("latin-1")


def command(arguments, stdin=b""):
    put("command", b"".join(a.encode() + b"\0" for a in arguments) + (b"\3" + stdin if stdin else b""))


def main():
    ids, keys, sections = names()
    dates = [line.split("\t")[0].rstrip("\n") for line in open("tests/vectors/dates.tsv", encoding="utf-8") if line[0] != "#"]
    date_words = [word for date in dates for word in re.findall(r"[A-Za-z]{3,}", date)]
    cases = [read(path) for path in sorted(glob.glob("data/examples/*.ini"))]
    caseloads = [read(path) for path in sorted(glob.glob("data/examples/*.csv"))]
    events = sorted(re.findall(r"^\[(.*)\]", read("data/england/events.ini").decode(), re.M))

    for date in dates + ["school", "early-years", "14d,7d,1d@09:00", "2w@18:30,1d", "0d@00:00"]:
        put("date", date.encode())
        put("date", (date + "..2027-01-01").encode())
    put_words("date", date_words + ["..", "@", "d,", "w@09:00", "st", "nd", "rd", "th", "/", "-", "."])

    for case in cases:
        put("case", case)
    kinds = [s for case in cases for s in re.findall(r"^\[.*\]", case.decode(), re.M)]
    values = [k for case in cases for k in re.findall(r"^([a-z-]+ *=.*)$", case.decode(), re.M)]
    put_words("case", kinds + values + [event + " = 2026-01-05" for event in events])

    for index, name in enumerate(LAW_FILES):
        put("law", bytes([index]) + read("data/england/%s.ini" % name))
    put_words("law", sorted(ids) + sorted(keys) + sorted(sections))

    for text in list(literals("case/test_case*.c")) + list(literals("judgement/test_judgement.c")):
        if b"[" in text and b"=" in text:
            put("case", text)
    for history in read_histories.read():
        put("case", history.file("A").encode())
    put("case", b"[events]\nrequest-received = 2026-01-05\n" +
        b"".join(b"[absence %d]\nfrom = 2026-02-01\nto = 2026-02-%02d\n" % (i, i % 20 + 1) for i in range(33)))
    columns = re.findall(r"^names = (.*)$", read("data/england/caseload.ini").decode(), re.M)
    for caseload in caseloads:
        for how in range(16):
            put("caseload", bytes([how]) + b"\n".join(caseload.split(b"\n")[:8]) + b"\n")
    for column in range(0, len(events), 6):
        put("caseload", b"\0" + ",".join(events[column:column + 6]).encode() + b"\n" + b"2025-01-06," * 5 + b"2025-02-06\n")
    for text in literals("audit/test_*.c"):
        if b"," in text and b"\n" in text:
            put("caseload", b"\0" + text)
            put("caseload", b"\5" + text)
    known = re.findall(r"^\[column (.*)\]", read("data/england/caseload.ini").decode(), re.M)
    for value in ("2025-03-04", "Y", "0", "Autumn, late"):
        put("caseload", b"\0" + ",".join(known).encode() + b"\n" + ",".join(['"%s"' % value] * len(known)).encode() + b"\n")
    put_words("caseload", events + [name.strip() for names in columns for name in names.split(",")] + ["2026-01-05", ",", "\r\n",
              '""', '"\n"', "sep=;", "05/01/2026", "5 January 2026"])

    exports = [ehc("calendar", "2026-01-05", "--as-at", "2026-02-16", *more) for more in
               ([], ["--todo"], ["--planning"], ["--reminder-events"], ["--future"],
                ["--event", "assessment-decision=2026-02-10", "--name", "A, b"], ["--no-alarms", "--limit", "final-plan"])]
    term_dates = [read(path) for path in sorted(glob.glob("data/examples/*.ics"))]
    written = [text for text in literals("calendar/test_*.c") if b"BEGIN:" in text]
    for calendar in exports + term_dates + written:
        put("calendar", calendar)
    # 5 January 2026 as tests/fuzz/fuzz_update.c reads it.
    day = 20458 - 19500
    for how in range(0, 256, 5):
        head = bytes([how, how // 3, day & 255, day >> 8, how ^ 0x2a])
        put("update", head)
        put("update", head + exports[how % len(exports)])
    for export in exports:
        mixed = export.replace(b"END:VCALENDAR\r\n", b"") + term_dates[0][term_dates[0].index(b"BEGIN:VEVENT"):]
        put("update", bytes([0, 0, day & 255, day >> 8, 0]) + mixed)
        put("update", bytes([0, 0, day & 255, day >> 8, 3]) + mixed)
    lines = [line for calendar in exports + term_dates for line in calendar.decode().split("\r\n")]
    calendar_words = [match.group(0) for match in (re.match(r"[A-Z-]+(;[A-Z]+=[A-Z-]+)*:", line) for line in lines) if match]
    calendar_words += [line for line in lines if re.match(r"(BEGIN|END|STATUS|CLASS|TRIGGER|UID):", line)]
    calendar_words += ["\r\n ", "RECURRENCE-ID:", "RRULE:FREQ=WEEKLY", "SEQUENCE:9", "half term", "term ends", "school closed"]
    put_words("calendar", calendar_words)
    put_words("update", calendar_words)

    letters = [read(path) for path in sorted(glob.glob("data/england/letters/*.txt"))]
    for index, letter in enumerate(letters):
        for case in range(len(LETTER_CASES)):
            put("letter", bytes([case + (132 if (case + index) % 2 else 0)]) + letter)
    places = re.findall(r"\{[^}\n]*\}", b"".join(letters).decode()) + re.findall(r"\{[^}\n]*\}", ehc("letter", "--help").decode())
    heads = re.findall(r"^[a-z]+: ", b"".join(letters).decode(), re.M)
    put_words("letter", places + heads + sorted(ids) + [":%s}" % event for event in events] + ["{if not ", "{if "])

    conversation = ["", "1\n2026-01-05\n2026-02-10\n\n\n\nback\n?\nstop\nno\nno\n", "1 2 3\n" + "\n" * 70, "2\n2026-01-05\n" * 20,
                    "1\nAnytown\nA 1\n5 January 2026\n10/2/2026\n-\nback\n\nstop\n\ndates.ics\n", "5\nquit\n"]
    for answers in conversation:
        put("ask", answers.encode())
        command(["ask"], answers.encode())
    put_words("ask", ["back\n", "stop\n", "no\n", "why\n", "replace\n", "?\n", "-\n", "1 2 3 4 5\n", "2026-01-05\n",
                      "21 July 2026 to 31 August 2026\n", "2026-07-21..2026-08-31\n"])

    for arguments in transcripts():
        command(arguments)
    for case in cases:
        command(["check", "-"], case)
        command(["timeline", "--case", "-", "--json"], case)
        command(["plan", "final-plan", "--case", "-", "--json"], case)
        for more in (["--csv"], ["--html", "--days", "90"], ["-o", "all.ics", "--show-reference"]):
            command(["diary", "-", "review.ini", *more], case)
    for more in ([], ["--json"], ["--csv"], ["--html"], ["--cases", "out.csv", "--errors", "out.txt"]):
        command(["audit", "-", "--by", "year", *more], b"\n".join(caseloads[0].split(b"\n")[:5]) + b"\n")
    name_map = b"[authority]\nExampleshire County Council = Exampleshire\n[column]\nNotes = -\nCouncil = authority\n"
    for more in ([], ["--columns"], ["--json"]):
        command(["audit", "families.csv", "--map", "-", *more], name_map)
        command(["audit", "small.csv", "caseload.csv", "--map", "-", *more], name_map)
    for calendar in exports[:3] + term_dates:
        command(["calendar", "--check", "-"], calendar)
        command(["calendar", "2026-01-12", "--update", "-", "--as-at", "2026-02-16"], calendar)
        command(["timeline", "2026-01-05", "--term-dates", "-"], calendar)
        command(["diary", "review.ini", "plan-overdue.ini", "--update", "-", "-o", "-", "--as-at", "2026-02-16"], calendar)
    command(["letter", "--template", "-", "plan-overdue.ini"], letters[0])
    commands = re.findall(r"^  ([a-z]+) ", ehc("--help").decode(), re.M)
    options = [option for name in commands for option in re.findall(r"--[a-z-]+", ehc(name, "--help").decode())]
    for arguments in (["2026-01-05", "--limit", "final-plan"], ["explain", "final-plan"], ["limits"], ["--version"], ["ask"]):
        command(arguments + ["-o", "kept.ini", "--force"])
    command(["calendar", "2026-01-05", "--as-at", "2026-01-05", "--split", "folder", "-o", "all.ics"])
    put_words("command", [word + "\0" for word in commands + options + sorted(ids) + os.listdir("data/examples")] +
              [event + "=2026-01-05\0" for event in events] +
              ["-j\0", "-o\0", "-f\0", "-\0", "--\0", "2026-01-05\0", "+6w\0", "-3wd\0", "2026-01-05..2026-02-01=x\0", "\3"])


main()
