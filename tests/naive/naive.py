#!/usr/bin/env python3
"""naive.py ASK [--from DATE] [--until DATE] [--law DIR] [--each]: the law counted a second time, day by day.

Compares libehc, asked through the program ASK (ask.c), with a deliberately naive count, which writes out a calendar, walks it day
by day and counts off one day at a time. They share no code, no law and no library of dates: the law here is limits.tsv of
tests/vectors and facts.tsv beside this file; the bank holidays are those of tests/vectors. Every limit is compared on every
trigger day, in force or not: the last day, the earliest and the latest on any fair reading, and why there is no date.
"""
import argparse
import collections
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
JANUARY, AUGUST, DECEMBER = 1, 8, 12
SATURDAY, SUNDAY = 5, 6
SHOWN = 3  # differences listed for each limit
LIMITS = "tests/vectors/limits.tsv"
Rule = collections.namedtuple("Rule", "limit amount unit count roll first last reading trigger due provision")
Answer = collections.namedtuple("Answer", "due earliest latest why governed")


def table(*name):
    with open(os.path.join(HERE, *name), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]


def write_calendar():
    """Every day from 1 January 2012, a Sunday, to the end of 2030: (year, month, day of the month, day of the week)."""
    year, month, day, weekday = 2012, JANUARY, 1, SUNDAY
    while year <= 2030:
        yield year, month, day, weekday
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        length = 30 if month in (4, 6, 9, 11) else 31 if month != 2 else 29 if leap else 28
        day, weekday = day + 1, (weekday + 1) % 7
        if day > length:
            day, month = 1, month + 1
        if month > DECEMBER:
            month, year = JANUARY, year + 1


CALENDAR = list(write_calendar())
ISO = ["%04d-%02d-%02d" % date[:3] for date in CALENDAR]
NUMBER = {iso: number for number, iso in enumerate(ISO)}
BANK_HOLIDAYS = {NUMBER[row[0]] for row in table("..", "vectors", "bank-holidays.tsv")}
UK_HOLIDAYS = {NUMBER[row[0]] for row in table("..", "vectors", "uk-bank-holidays.tsv")}  # in addition to those of England and Wales
HOLIDAYS_KNOWN_UNTIL = NUMBER["2028-12-31"]
CLOSED = [("%d-%s" % (year, first), "%d-%s" % (year + (last < first), last)) for year in range(2014, 2029)
          for first, last in (("04-01", "04-14"), ("07-24", "09-01"), ("12-21", "01-03"))]  # a school's closures
CLOSED_DAYS = {day for first, last in CLOSED for day in range(NUMBER[first], NUMBER[last] + 1)}


def working_day(day):
    assert day <= HOLIDAYS_KNOWN_UNTIL, "no bank holidays are known for " + ISO[day]
    return CALENDAR[day][3] not in (SATURDAY, SUNDAY) and day not in BANK_HOLIDAYS


def tribunal_break(day):
    """In August, or from 25 December to 1 January."""
    _, month, day_of_month, _ = CALENDAR[day]
    return month == AUGUST or (month == DECEMBER and day_of_month >= 25) or (month == JANUARY and day_of_month == 1)


def tribunal_day(day):
    return working_day(day) and not tribunal_break(day)


COUNTED = {"working days": working_day, "UK working days": lambda day: working_day(day) and day not in UK_HOLIDAYS,
           "school days": lambda day: working_day(day) and day not in CLOSED_DAYS}


def count_off(day, number, counted, step=1):
    while number > 0:
        day += step
        number -= counted(day)
    return day


def months_on(day, number):
    """The corresponding date, or None if the month lacks it; and the month's last day."""
    day_of_month = CALENDAR[day][2]
    while number > 0:
        day += 1
        number -= CALENDAR[day][2] == 1
    corresponding = None
    while CALENDAR[day + 1][2] != 1:
        corresponding = day if CALENDAR[day][2] == day_of_month else corresponding
        day += 1
    return day if CALENDAR[day][2] == day_of_month else corresponding, day


def months_back(day, number):
    day_of_month = CALENDAR[day][2]
    while number > 0:
        number -= CALENDAR[day][2] == 1
        day -= 1
    while CALENDAR[day][2] > day_of_month:
        day -= 1
    return day


def last_day(trigger, amount, unit, count, roll):
    """The last day of a period, and the last day on the lenient reading."""
    if unit == "date":
        day_of_month, month = map(int, amount.split())
        day = trigger
        while CALENDAR[day][1:3] != (JANUARY, 1):  # the trigger is a year: back to its first day
            day -= 1
        while CALENDAR[day][1:3] != (month, day_of_month):
            day += 1
        return day - 1, day  # the law says "before" that day; many read "by"
    number = int(amount) * (7 if unit == "weeks" else 1)
    counted = tribunal_day if roll == "not counted" else COUNTED.get(unit, lambda _: True)
    if count == "clear before":
        day = months_back(trigger, number) if unit == "months" else count_off(trigger, number, counted, -1)
        return day - 1, day  # so many whole units lie between; on the lenient reading it is so many units before
    if unit == "months":
        corresponding, month_end = months_on(trigger, number)
        day = month_end if corresponding is None else corresponding - (count == "beginning")
    else:
        day = count_off(trigger - (count == "beginning"), number, counted)
    if roll == "appeal" and tribunal_break(day):
        day = count_off(day, 1, tribunal_day)
    elif roll == "next" and not working_day(day):
        day = count_off(day, 1, working_day)
    elif roll == "appeal" and not working_day(day):
        day = count_off(day, 1, working_day)
        return day, count_off(day - 1, 1, tribunal_day)  # it may now end in the break: two readings
    return day, day


def in_force(rule, day):
    return rule.first <= ISO[day] and (rule.last == "-" or ISO[day] <= rule.last)


def answer(law, limit, fact, day):
    """The law's answer for a limit and one trigger day, with one more fact or None."""
    rule = law[limit]
    if not in_force(rule, day):
        return Answer("-", "-", "-", "not-in-force", "-")
    due, lenient = last_day(day, rule.amount, rule.unit, rule.count, rule.roll)
    fair, governed = [due, lenient] + ([due - 1] if rule.reading == "day 1" else []), "-"
    if rule.reading == "same date":
        fair.append(last_day(day, rule.amount, rule.unit, "after", rule.roll)[0])
    if fact:
        _, _, days, what, amount, unit, count, other, _ = fact
        then = last_day(day + int(days), amount, unit, count, rule.roll)[0]
        if what == "reading" or (what == "if earlier" and then < due):
            fair.append(then)
        if (what == "later of" and then > due) or (what == "not earlier" and then >= due):
            governed = other if in_force(law[other], day + int(days)) else "-"
    return Answer(ISO[due], ISO[min(fair)], ISO[max(fair)], "-" if governed == "-" else "later-governs", governed)


def ask(options, lines):
    """The answers of libehc to questions of ask.c."""
    return subprocess.run([options.ask, options.first, options.last] + ([options.law] if options.law else []),
                          input="\n".join(lines), stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()


def check_table(law, known, differences):
    """Each limit has a line in the table, and the rule of each line gives the due day of that line."""
    for limit in set(known) - set(law):
        differences[limit].append("limit '%s' has no line in %s: add one, as its top comments say" % (limit, LIMITS))
    for limit in set(law) - set(known):
        differences[limit].append("%s has a line for '%s', but there is no such limit" % (LIMITS, limit))
    for limit, rule in law.items():
        due = rule.due if rule.trigger == "-" else answer(law, limit, None, NUMBER[rule.trigger]).due
        if due != rule.due:
            differences[limit].append("%s: %s: due says %s, its rule gives %s" % (LIMITS, limit, rule.due, due))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("ask")
    options.add_argument("--from", dest="first", default="2014-09-01")
    options.add_argument("--until", dest="last", default="2028-06-30")
    options.add_argument("--law", help="the law that libehc uses, in place of the compiled one")
    options.add_argument("--each", action="store_true", help="print the days compared of each limit")
    options = options.parse_args()
    law = {row[0]: Rule(*row) for row in table("..", "vectors", "limits.tsv")}
    known = ask(options, ["limits"])[0].split()
    differences = collections.defaultdict(list)
    check_table(law, known, differences)
    questions = [(limit, None) for limit in law if limit in known]
    questions += [(fact[0], fact) for fact in table("facts.tsv") if fact[0] in known]
    asked = ["closed %s..%s" % span for span in CLOSED] + ["working-days"]
    said = iter(ask(options, asked + [" ".join([limit] + (fact[1:3] if fact else [])) for limit, fact in questions]))
    days = range(NUMBER[options.first], NUMBER[options.last] + 1)
    for day in days:
        line, naive = next(said), "%s %d" % (ISO[day], working_day(day))
        if line != naive:
            differences["a working day"].append("libehc %s, naive %s" % (line, naive))
    total = collections.Counter()
    for limit, fact in questions:
        counts = collections.Counter()
        given = " with %s %s days" % tuple(fact[1:3]) if fact else ""
        for day in days:
            naive = answer(law, limit, fact, day)
            line, expected = next(said), " ".join((ISO[day],) + naive)
            counts["none" if naive.why == "not-in-force" else "date"] += 1
            if line != expected:
                differences[limit].append("%s%s: libehc %s, naive %s" % (limit, given, line, expected))
        total += counts
        if options.each:
            print("%-32s %5d with a date, %4d without%s" % (limit, counts["date"], counts["none"], given))
        if counts["none"] and not fact:
            print("no date before %s: %s, %s" % (law[limit].first, limit, law[limit].provision))
    assert next(said, None) is None, "libehc gave more answers than questions"
    for of_limit in differences.values():
        print("\n".join(of_limit[:SHOWN]))
    print("naive: %d limits on %d trigger days, %s to %s: %d dates compared, %d days without; %d differences, in %d limits"
          % (len(law), len(days), options.first, options.last, total["date"], total["none"],
             sum(map(len, differences.values())), len(differences)))
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
