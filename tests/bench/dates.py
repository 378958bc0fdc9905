"""The dates of `ehc 2026-01-05` with Python's standard library alone, for comparison."""
import datetime

request = datetime.date(2026, 1, 5)
for step, weeks in (("decision", 6), ("advice", 12), ("draft", 14), ("no plan", 16), ("final plan", 20)):
    day = request + datetime.timedelta(weeks=weeks)
    print("%s: %s %d %s" % (step, day.strftime("%A"), day.day, day.strftime("%B %Y")))
answer = request + datetime.timedelta(weeks=14, days=14)
print("answer to the draft: %s %d %s" % (answer.strftime("%A"), answer.day, answer.strftime("%B %Y")))
