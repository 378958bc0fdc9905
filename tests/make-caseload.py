#!/usr/bin/env python3
"""make-caseload.py > data/examples/caseload.csv: the example caseload, all of it made up.

Some 300 rows of six councils that do not exist, with every kind of trouble that real exports have. It prints the same bytes
each time.
"""
import datetime
import random

random.seed(2026)
COUNCILS = {"Exampleshire": (150, 0.75), "Northborough": (165, 0.45), "Saint Aldate's": (140, 0.9),
            "Westmarsh & District": (240, 0.12), "Lower Wessen": (175, 0.35), "Eastminster": (130, 0.95)}
FIRST = datetime.date(2023, 9, 4)


def iso(day):
    return day.isoformat() if day else ""


def quoted(text):
    return '"%s"' % text.replace('"', '""') if any(c in text for c in ',"\n') else text


def case(number, council):
    typical, in_time = COUNCILS[council]
    row = dict.fromkeys(("decision", "refusal", "advice", "no_plan", "plan", "closed_from", "closed_to", "away_from", "away_to"))
    row["ref"], row["council"], row["exception"] = "C%04d" % number, council, "0"
    row["setting"] = random.choice(("school",) * 6 + ("early-years", "early-years", "post-16"))
    request = row["request"] = FIRST + datetime.timedelta(random.randrange(800))
    decided = request + datetime.timedelta(random.choice((28, 35, 40, 41, 42, 43, 50)) if random.random() < .8 else 70)
    kind = random.random()
    if kind < .14:
        row["refusal"] = decided
    else:
        row["decision"] = decided
        if kind < .2:
            row["no_plan"] = request + datetime.timedelta(random.choice((98, 110, 112, 113, 130)))
        elif kind < .93:
            days = random.choice((118, 132, 139, 140)) if random.random() < in_time else int(random.gauss(typical + 50, 45))
            row["plan"] = request + datetime.timedelta(max(days, 60))
    if row["setting"] != "post-16" and request.month in (5, 6, 7) and row["decision"]:
        summer = datetime.date(request.year, 7, 22)
        row["closed_from"], row["closed_to"] = summer, datetime.date(request.year, 9, 1)
        row["advice"] = max(decided, datetime.date(request.year, 7, 16)) if random.random() < .6 else None
    if random.random() < .04:
        row["away_from"] = request + datetime.timedelta(60)
        row["away_to"] = row["away_from"] + datetime.timedelta(random.choice((13, 27, 41)))
    if row["plan"] and (row["plan"] - request).days > 140 and (row["closed_from"] or row["away_from"] or random.random() < .05):
        row["exception"] = "1"
    if row["setting"] == "early-years":
        row["early_advice"], row["advice"] = row["advice"], None
    return row


def line(row):
    return ",".join(quoted(cell) for cell in (
        row["ref"], row["council"], row["setting"], iso(row["request"]), iso(row["decision"]), iso(row["refusal"]),
        iso(row["advice"]), iso(row.get("early_advice")), iso(row["no_plan"]), iso(row["plan"]), row["exception"],
        iso(row["closed_from"]), iso(row["closed_to"]), iso(row["away_from"]), iso(row["away_to"]), ""))


def main():
    rows = [line(case(i + 1, random.choice(sorted(COUNCILS)))) for i in range(300)]
    trouble = [
        "C0301,Exampleshire,school,31/02/2025,,,,,,,0,,,,,a day that does not exist",
        "C0302,Exampleshire,school,2025-03-03,2025-04-10,,,,,2025-01-06,0,,,,,the plan before the request",
        "C0303,Northborough,school,3 March 2025,10 April 2025,,,,,18 July 2025,0,,,,,dates in words",
        "C0304,Northborough,school,03/03/2025,10/04/2025,,,,,18/07/2025,0,,,,,day first with slashes",
        "C0305,Northborough,school,2025-03-03 00:00:00,2025-04-10T00:00:00,,,,,2025-07-18,0,,,,,with times",
        "C0306,Northborough,school,5/3/25,,,,,,,0,,,,,a year of two digits",
        "C0307,Lower Wessen,school,45719,,,,,,,0,,,,,a spreadsheet's day number",
        "C0308,Lower Wessen,school,,2025-04-10,,,,,2025-07-18,0,,,,,no day of request",
        "C0309,Lower Wessen,school,2025-03-03,2025-04-10,,,,,2025-09-18,maybe,,,,,a flag that is none",
        "C0310,Lower Wessen,academy,2025-03-03,2025-04-10,,,,,2025-09-18,0,,,,,a setting that is none",
        "C0311,Eastminster,school,2025-03-03,2025-04-10,,,,,2025-09-18,1,2025-07-22,,,,half a closure",
        "C0312,Eastminster,school,2025-03-03,2025-04-10,,,,,2025-09-18,1,2025-09-01,2025-07-22,,,a closure backwards",
        "C0313,Eastminster,school,2025-03-03",
        "C0314,Eastminster,school,2025-03-03,2025-04-10,,,,,2025-09-18,0,,,,,a comma, and no quotation marks",
        "\"=HYPERLINK(\"\"https://example.org\"\")\",Eastminster,school,2025-03-03,2025-04-10,,,,,2025-07-18,0,,,,,a formula",
        "C0316,\"Saint Aldate's\",school,2025-03-03,2025-04-10,,,,,2025-07-22,0,,,,,\"two\nlines\"",
        "C0317,<b>Bold</b> Council,school,2025-03-03,2025-04-10,,,,,2025-07-21,0,,,,,a tag",
        ",,,,,,,,,,,,,,,",
        "",
        "C0318,Exampleshire,school,2025-03-03,2025-04-10,,,,,2099-01-05,0,,,,,a plan to come",
    ]
    head = ("Case ref,Local authority,setting,Date Request Was Received,assessment-decision,assessment_refusal,"
            "school-advice-requested,early-years-advice-requested,no-plan-notice,EHC Plan Start Date,"
            "Twenty Weeks Time Limit Exceptions Apply,closed_from,closed_to,away_from,away_to,made-up note")
    print("\n".join([head] + rows[:150] + trouble + rows[150:]))


main()
