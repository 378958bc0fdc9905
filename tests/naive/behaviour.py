"""How each limit behaves in a history (limits.tsv of tests/histories), and its days, by the naive count.

The rules of the days (amount, unit, readings) are in tests/vectors/limits.tsv and facts.tsv; readings.tsv has those that only a
history needs. Every day is a number of the calendar in naive.py.
"""
import collections
import functools
import re

from naive import ISO, NUMBER, Rule, in_force, last_day, table

Limit = collections.namedtuple("Limit", "id triggers always once acts after_trigger counts_back alternatives superseded_by "
                               "implied_by closes silence projects right apart")
Reading = collections.namedtuple("Reading", "event what amount unit count")
Days = collections.namedtuple("Days", "due earliest latest")

# Rights, not duties: if a later event overtakes such a step, nobody has failed.
RIGHTS = {"mediation-contact", "appeal", "appeal-from-certificate", "draft-response", "amendment-response", "complaint",
          "complaint-panel-request", "ombudsman", "judicial-review", "upper-tribunal-permission", "upper-tribunal-appeal",
          "discrimination-claim", "independent-review", "ombudsman-review", "health-ombudsman"}


def ids(cell):
    """The ids in a cell. Words, and text in brackets, are for people."""
    return [word for word in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+|moved", re.sub(r"\(.*?\)", "", cell))]


def read_limits():
    head, *rows = table("..", "histories", "limits.tsv")
    limits, settled = {}, {}
    for row in rows:
        cell = dict(zip(head, row))
        again = dict(part.split("=") for part in cell["again"].split() if "=" in part)
        triggers = ids(cell["triggers"])
        always = {event for event in triggers if again.get(event, cell["again"]).startswith("always")}
        limits[cell["limit"]] = Limit(
            cell["limit"], triggers, always, cell["again"].startswith("once"), ids(cell["acts"]),
            cell["window"].startswith("after-trigger"), cell["window"].startswith("counts back"), ids(cell["alternatives"]),
            ids(cell["superseded-by"].replace("a later decision in the same matter", "")), ids(cell["implied-by"]),
            ids(cell["closes"]), cell["silence"].split()[0], ids(cell["projects"]), cell["limit"] in RIGHTS, cell["window"].startswith("open until"))
        event, _, kinds = cell["settles"].partition(": ")
        if kinds:
            settled[event] = set(ids(kinds)) if not kinds.startswith("the decision") else None
    return limits, settled


LIMITS, SETTLES = read_limits()
RULES = {row[0]: Rule(*row) for row in table("..", "vectors", "limits.tsv")}
READINGS = collections.defaultdict(list)
for fact in table("facts.tsv") + table("readings.tsv"):
    if fact[3] in ("reading", "if earlier") and Reading(fact[1], *fact[3:7]) not in READINGS[fact[0]]:
        READINGS[fact[0]].append(Reading(fact[1], *fact[3:7]))


@functools.lru_cache(maxsize=None)
def plain_days(limit, trigger):
    """The days of a limit for one trigger day, with no other fact. None if it was not in force or has no day."""
    rule = RULES[limit]
    if rule.unit == "school days" or not in_force(rule, trigger):
        return None
    due, lenient = last_day(trigger, rule.amount, rule.unit, rule.count, rule.roll)
    if rule.reading == "same date":  # one month "beginning with" a day, counted to the same date
        lenient = last_day(trigger, rule.amount, rule.unit, "after", rule.roll)[0]
    return Days(due, due - 1 if rule.reading == "day 1" else due, max(due, lenient))


@functools.lru_cache(maxsize=None)
def reading_day(reading, day):
    return last_day(day, reading.amount, reading.unit, reading.count, "-")[0]


def days_of(limit, trigger, read_from=()):
    """The days with readings counted from other events: pairs of a reading and the day it is counted from."""
    days = plain_days(limit, trigger)
    for reading, day in read_from:
        then = reading_day(reading, day)
        if days and (reading.what == "reading" or then < days.due):
            days = Days(days.due, min(days.earliest, then), max(days.latest, then))
    return days


def iso(day):
    return None if day is None else ISO[day]


def number(text):
    return NUMBER[text]
