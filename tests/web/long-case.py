#!/usr/bin/env python3
"""Prints a case file of 256 KB, the largest that ehc reads: ten years of reviews, as many closures, advice and own dates as there
is room for, and notes."""
import datetime
import sys

MOST = 256 * 1024
NOTE = "# telephoned the council; was told that it will be answered\n"


def days(first, count, apart):
    return [(datetime.date.fromisoformat(first) + datetime.timedelta(days=apart * i)).isoformat() for i in range(count)]


def main():
    text = "[case]\nreference = B-256\n[events]\nrequest-received = 2015-01-05\nfinal-plan-sent = 2015-05-25\n"
    text += "review-meeting = %s\n" % ", ".join(days("2016-03-01", 30, 120))
    for i, day in enumerate(days("2015-02-02", 128, 30)):
        text += "[closure of spring %d]\nfrom = %s\nto = %s\n" % (i, day, day)
    for i in range(60):
        text += "[advice from body %d]\nfrom = health\nrequested = 2015-02-%02d\n" % (i, i % 25 + 1)
    for i, day in enumerate(days("2023-01-02", 32, 30)):
        text += "[own matter %d]\ndue = %s\nwhy = directions of 3 June 2022\n" % (i, day)
    text += NOTE * ((MOST - len(text) - 1) // len(NOTE))
    sys.stdout.write(text + "#" * (MOST - len(text) - 1) + "\n")


main()
