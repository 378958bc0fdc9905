"""caseload.py FILE [plain]: the three subtractions of a caseload with Python's csv module, for comparison.

By name with DictReader, as its manual shows it. With `plain` by position, the fastest way in Python.
"""
import csv
import datetime
import sys

LIMITS = (("assessment-decision", 3, 42), ("no-plan-notice", 4, 112), ("final-plan-sent", 5, 140))
day = datetime.date.fromisoformat
in_time = 0
with open(sys.argv[1], newline="") as file:
    if len(sys.argv) > 2:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            request = day(row[2])
            for _, at, limit in LIMITS:
                if row[at] and (day(row[at]) - request).days <= limit:
                    in_time += 1
    else:
        for row in csv.DictReader(file):
            request = day(row["request-received"])
            for name, _, limit in LIMITS:
                if row[name] and (day(row[name]) - request).days <= limit:
                    in_time += 1
print(in_time)
