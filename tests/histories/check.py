#!/usr/bin/env python3
"""Checks the tables of this folder: their form, ids and days, and that nothing is left out.

It knows no law, counts no limit and does not run the program. See README.md for the form.
Usage: check.py [--count]
"""

import collections
import datetime
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
COLUMNS = ("limit triggers again acts window alternatives superseded-by implied-by settles closes silence projects reason "
           "source").split()
SOURCES = {"read", "read in part", "read in a transcription", "not read at its source"}
RULES = set(range(1, 21))
TAGS = "history law fact as-at expect no-round refused says shows uid updates row why note".split()
STATUSES = set("met disputed late overdue due waiting not-needed unknown not-late".split())
NUMBERED = {"late", "overdue", "due"}
MORE_EVENTS = {"appeal-withdrawn", "appeal-decided", "draft-response-until", "setting"}
SECTIONS = {"advice": {"from", "requested", "request-received", "received"}, "consultation": {"sent", "answered"},
            "own": {"due", "who", "done", "why"}}
SETTINGS = {"school", "early-years", "psychologist", "health", "social-care", "other"}
EVENT_OF = {"requested": "advice-requested", "request-received": "advice-request-received", "received": "advice-received",
            "sent": "school-consulted", "answered": "school-response"}
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WORDS = r"\b(?:(%s) )?(\d{1,2}) (%s)(?: (\d{4}))?\b" % ("|".join(DAYS), "|".join(MONTHS))
ID = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")

problems = []


def problem(where, text):
    if f"{where}: {text}" not in problems:
        problems.append(f"{where}: {text}")


def day(where, text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        problem(where, f"'{text}' is not a day")
        return None


def in_three(text):
    """A value, or three values separated by bars: for the day before, the day, and the day after."""
    values = [value.strip() for value in text.split(" | ")]
    return values * 3 if len(values) == 1 else values


def read_limits():
    """The table of limits: its rows by id, and all events that are named as trigger or act."""
    rows, events = {}, set(MORE_EVENTS)
    for number, line in enumerate((HERE / "limits.tsv").read_text().splitlines(), 1):
        cells, where = line.split("\t"), f"limits.tsv:{number}"
        if number == 1:
            if cells != COLUMNS:
                problem(where, "the columns are not " + " ".join(COLUMNS))
        elif len(cells) != len(COLUMNS) or not all(cells):
            problem(where, f"{len(cells)} cells; a row needs {len(COLUMNS)}, and none may be empty")
        elif cells[0] in rows:
            problem(where, f"{cells[0]} has two rows")
        else:
            row = rows[cells[0]] = dict(zip(COLUMNS, cells))
            events.update(row["triggers"].split() + row["acts"].split())
            if not re.search("always|if-closed|once", row["again"]):
                problem(where, "again must be always, if-closed or once")
            if row["source"] not in SOURCES:
                problem(where, f"source '{row['source']}'")
    for limit, row in rows.items():
        for column in "alternatives superseded-by implied-by closes".split():
            for event in listed(row[column]):
                if "-" in event and event not in events:
                    problem(f"limits.tsv, {limit}", f"{column}: no such event as {event}")
    return rows, events


def listed(cell):
    """The event ids of a cell. Other words in it are for people."""
    return [word for word in ID.findall(re.sub(r"\(.*?\)", "", cell.split("; ")[-1])) if "-" in word]


class History:
    def __init__(self, name, where):
        self.name, self.where, self.tags = name, where, collections.Counter()
        self.facts = [collections.defaultdict(list) for _ in range(3)]   # for each of the three days: event -> days
        self.varied, self.expected, self.limits, self.rules, self.as_at, self.text = set(), 0, set(), set(), None, []

    def add(self, event, third, value):
        if value not in self.facts[third][event]:
            self.facts[third][event].append(value)


def read_fact(history, where, text, events):
    name, _, value = text.partition(" = ")
    if not value:
        return problem(where, "a fact is 'event = day' or 'section name = key value, ...'")
    kind = name.split()[0]
    values = value.split(" | ")
    if len(values) not in (1, 3):
        return problem(where, f"{len(values)} values: give one or three")
    shared = values[0].rpartition(", ")[0] if len(values) == 3 else ""
    whole = [(f"{shared}, {each}" if shared and n else each) for n, each in enumerate(values)]
    for third, each in enumerate(whole * 3 if len(whole) == 1 else whole):
        if kind in SECTIONS and " " in name:
            for part in each.split(", "):
                key, _, what = part.partition(" ")
                if key not in SECTIONS[kind]:
                    problem(where, f"{kind} has no key '{key}'")
                elif key == "from" and what not in SETTINGS:
                    problem(where, f"advice from '{what}'")
                elif key not in ("from", "who", "why") and day(where, what):
                    history.add("own" if kind == "own" else EVENT_OF[key], third, what)
        elif name not in events:
            problem(where, f"no such event as {name}")
        elif name != "setting":
            for one in each.split(", "):
                if not (name.endswith("transfer-year") and re.fullmatch(r"\d{4}", one)):
                    day(where, one)
                history.add(name, third, one)
    if len(values) == 3:
        history.varied.add(name if kind not in SECTIONS else kind)


def read_expect(history, where, text, limits):
    fields = re.split(r"\s{2,}", text)
    head = re.fullmatch(r'(\S+) (\d+|"[^"]+")', fields[0])
    if not head or len(fields) < 3 or not fields[1].startswith("due "):
        return problem(where, "an expectation is 'limit round  due DAY  status ...'")
    if head[1] != "own" and head[1] not in limits:
        problem(where, f"no such limit as {head[1]}")
    history.limits.add(head[1])
    history.expected += 1
    named = {field.split()[0]: in_three(field.split(" ", 1)[1]) for field in fields[3:] if " " in field}
    if not set(named) <= {"latest", "earliest", "done", "by"} or any(" " not in f and f != "projected" for f in fields[3:]):
        problem(where, "after the status: latest, earliest, done, by, projected")
    dues, statuses = in_three(fields[1][4:]), in_three(fields[2])
    for third in range(3):
        value = {key: values[third] for key, values in named.items() if values[third] != "-"}
        too_early = limits.get(head[1], {}).get("silence", "").startswith("never overdue")
        check_expect(history, where, third, dues[third], statuses[third], value, too_early)


def check_expect(history, where, third, due_text, status_text, value, too_early):
    """The status of one expectation must agree with its own days."""
    status, _, number = status_text.partition(" ")
    if status not in STATUSES or (number and not re.fullmatch(r"\d+|\?", number)) or bool(number) != (status in NUMBERED):
        return problem(where, f"'{status_text}' is not a status with its days")
    due = day(where, due_text) if due_text != "-" else None
    latest = day(where, value["latest"]) if "latest" in value else due
    done = day(where, value["done"]) if "done" in value else None
    event, _, by_text = value.get("by", "").rpartition(" ")
    by = day(where, by_text) if by_text else None
    facts = history.facts[third]
    if by and by_text not in facts.get(event, []):
        problem(where, f"{event} {by_text} is not a fact of this history")
    if done and not any(value["done"] in days for days in facts.values()):
        problem(where, f"nothing was done on {value['done']}")
    if (done and done > history.as_at) or (by and by > history.as_at):
        problem(where, "an event dated after as-at is planned: it answers and ends nothing")
    if status in ("met", "disputed", "late") and not (done or by or status == "disputed"):
        problem(where, f"{status}, but no day done and no event: add done or by")
    if number == "?" or not due:
        return None
    until = {"late": done or by, "overdue": history.as_at, "due": history.as_at}.get(status)
    count = (due - until).days if status == "due" else (until - latest).days if until else None
    if count is not None and (count != int(number) or count < (0 if status == "due" else 1)):
        problem(where, f"{status} {number}, but its days give {count}")
    if status == "met" and done > latest and not too_early:
        problem(where, "met, but done after the last day")
    return None


def check_words(history):
    """Each day named in words must exist, with its weekday, in a year near those of the history."""
    text = " ".join(history.text)
    years = {int(one[:4]) for facts in history.facts for days in facts.values() for one in days if one[:4].isdigit()}
    years |= {history.as_at.year}
    years |= {year + step for year in years for step in (-1, 1, 2)}
    for weekday, number, month, year in re.findall(WORDS, text):
        fits = False
        for each in [int(year)] if year else years:
            try:
                found = datetime.date(each, MONTHS.index(month) + 1, int(number))
                fits = fits or not weekday or DAYS[found.weekday()] == weekday
            except ValueError:
                pass
        if not fits:
            problem(history.where, f"there is no {weekday} {number} {month} {year}".replace("  ", " "))


def read_histories(limits, events):
    histories = {}
    for path in sorted(HERE.glob("*.txt")):
        history = None
        for number, line in enumerate(path.read_text().splitlines(), 1):
            where = f"{path.name}:{number}"
            if not line or line.startswith("#"):
                continue
            tag, _, text = line.partition(" ")
            text = text.strip()
            if tag not in TAGS or not text:
                problem(where, f"this is not a line of a history: '{line}'")
            elif tag == "history":
                if text in histories or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
                    problem(where, f"'{text}' is not a new name")
                history = histories[text] = History(text, where)
            elif not history:
                problem(where, "this line is before the first history")
            else:
                read_line(history, where, tag, text, limits, events)
    return histories


def read_line(history, where, tag, text, limits, events):
    history.tags[tag] += 1
    if tag == "law":
        history.rules = {int(n) for part in re.findall(r"design 7 rules? ([\d, ]+)", text) for n in re.findall(r"\d+", part)}
    elif tag == "fact":
        read_fact(history, where, text, events)
    elif tag == "as-at":
        history.as_at = day(where, text)
    elif history.as_at is None:
        problem(where, f"write as-at before {tag}")
    elif tag == "expect":
        read_expect(history, where, text, limits)
    elif tag == "no-round":
        history.expected += 1
        if not re.fullmatch(r"\S+ \d+", text) or text.split()[0] not in limits:
            problem(where, "write no-round as 'limit number'")
    elif tag == "refused":
        history.expected += 1
        event, _, one = text.partition(" ")
        if one not in history.facts[0].get(event, []):
            problem(where, f"{text} is not a fact of this history")
    elif tag == "uid" and not re.fullmatch(r"\S+ \d{4}-\d\d-\d\d = \d+", text):
        problem(where, "write uid as 'limit day = number'")
    elif tag in ("why", "note"):
        history.text.append(text)


def check_whole(histories, limits):
    for history in histories.values():
        if history.tags["law"] != 1 or history.tags["as-at"] != 1 or not history.tags["fact"] or not history.tags["why"]:
            problem(history.where, f"{history.name} needs one law, one as-at, a fact and a why")
        elif not history.expected:
            problem(history.where, f"{history.name} expects nothing")
        if history.as_at:
            check_words(history)
    for rule in sorted(RULES - {rule for history in histories.values() for rule in history.rules}):
        problem("histories", f"rule {rule} of section 7 has no history")
    for rule in sorted({rule for history in histories.values() for rule in history.rules} - RULES):
        problem("histories", f"section 7 has no rule {rule}")
    for limit in sorted(set(limits) - {limit for history in histories.values() for limit in history.limits}):
        problem("histories", f"{limit} is expected in no history")
    three = {(limit, event) for history in histories.values() for limit in history.limits for event in history.varied}
    for limit, row in limits.items():
        for column in ("alternatives", "superseded-by"):
            for event in listed(row[column]):
                if (limit, event) not in three:
                    problem(f"limits.tsv, {limit}", f"{column}: {event} has no history of three days")


def main():
    limits, events = read_limits()
    histories = read_histories(limits, events)
    check_whole(histories, limits)
    if "--count" in sys.argv:
        three = sum(1 for history in histories.values() if history.varied)
        print(f"{len(limits)} limits, {len(histories) + 2 * three} histories ({three} blocks have three days)")
    for text in problems:
        print(text)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
