"""Calendars that are read: of terms, and earlier ones that are updated."""
import re

from cases import case_of
from outputs import check_calendar, check_json, check_text, need
from place import AS_AT, FAILURES, write

TERMS = (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20250101T000000Z\r\n"
         b"DTSTART;VALUE=DATE:20260721\r\nDTEND;VALUE=DATE:20260901\r\nSUMMARY:%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")


def escaped(text):
    """As iCalendar writes text; what it cannot hold is left out."""
    for old, new in ((b"\\", b"\\\\"), (b";", b"\\;"), (b",", b"\\,"), (b"\r\n", b"\n"), (b"\n", b"\\n")):
        text = text.replace(old, new)
    return bytes(byte for byte in text if byte >= 0x20 and byte != 0x7f)


def take_calendars(place):
    text = escaped(place.text)
    write(place.folder, "case.ini", case_of())
    lines = TERMS % b"Summer holiday"
    terms = {
        "SUMMARY": TERMS % (text + b" holiday"),
        "SUMMARY as it is": TERMS % (place.text + b" holiday"),
        "UID": lines.replace(b"UID:1", b"UID:" + place.text),
        "X- property": lines.replace(b"UID:1", b"UID:1\r\nX-NOTE:" + place.text),
        "TZID": lines.replace(b";VALUE=DATE:20260721", b";TZID=" + place.text + b":20260721T090000"),
        "DTSTART": lines.replace(b"20260721", place.text), "a name": lines.replace(b"UID", place.text), "a file": place.text,
    }
    for where, data in terms.items():
        if len(data) > 5000000:
            continue
        write(place.folder, "terms.ics", data)
        done = place.run("check", "case.ini", "--term-dates", "terms.ics", *AS_AT)
        place.take("term dates: " + where, "check", done, {0, 1, 3, 4}, check_text)
        done = place.run("calendar", "--check", "terms.ics")
        place.take("calendar: " + where, "calendar --check", done, {0, 3}, check_text)
        if where == "SUMMARY":
            done = place.run("check", "--json", "case.ini", "--term-dates", "terms.ics", *AS_AT)
            place.take("term dates: " + where, "check --json", done, {0, 1, 3, 4}, check_json if done.status != 3 else None)


def folded(text):
    """By octets, inside a character too, as many programs do."""
    return re.sub(rb"([^\r\n]{70})(?=[^\r\n])", rb"\1\r\n ", text)


def take_updates(place):
    made = place.run("calendar", "2026-01-05", "--as-at", "2026-01-20", "--limit", "final-plan").out
    text, raw = escaped(place.text), place.text
    if len(raw) > 5000000:
        return  # three times over it is no calendar that is read
    parameter = bytes(byte for byte in raw if byte >= 0x20 and byte not in b'"\x7f')
    other = (b"BEGIN:VEVENT\r\nUID:other\r\nDTSTAMP:20250101T000000Z\r\nDTSTART:20260101T100000Z\r\nSUMMARY:%s\r\n"
             b"DESCRIPTION:%s\r\nATTENDEE;CN=\"%s\":mailto:a@example.org\r\nX-NOTE:%s\r\nEND:VEVENT\r\nEND:VCALENDAR") % (
                 text, text, parameter, text)
    added = b"CLASS:PRIVATE\r\nLOCATION:%s\r\nCOMMENT:%s\r\nX-NOTE;X-P=\"%s\":%s" % (text, text, parameter, text)
    end = b"END:VCALENDAR"
    olds = {
        "an event of others": made.replace(end, other),
        "our own event": made.replace(b"SUMMARY:", b"SUMMARY:" + text + b" ", 1).replace(b"CLASS:PRIVATE", added, 1),
        "an event folded by octets": made.replace(end, folded(other)),
        "the name": made.replace(b"BEGIN:VEVENT", b"NAME:" + text + b"\r\nBEGIN:VEVENT", 1),
        "as it is": made.replace(end, other.replace(b"SUMMARY:" + text, b"SUMMARY:" + raw)),
        "our UID": made.replace(b"-final-plan@ehc", b"-" + raw + b"@ehc"),
        "a file": raw,
    }
    is_utf8 = not re.search("[\udc80-\udcff]", raw.decode("utf-8", "surrogateescape"))
    for where, old in olds.items():
        write(place.folder, "old.ics", old)
        done = place.run("calendar", "2026-01-12", "--as-at", "2026-01-20", "--limit", "final-plan", "--update", "old.ics",
                         "-o", "-")
        careful = where not in ("as it is", "our UID", "a file")  # what can be a calendar
        is_whole = careful and done.status == 0
        statuses = {0, 3} if not careful else {0} if is_utf8 else {3}
        check = (lambda out: check_calendar(out, False)) if is_whole else None
        place.take("earlier calendar: " + where, "calendar --update", done, statuses, check, base=is_whole)
        if done.status == 0:
            try:
                done.out.decode()
                need(all(len(line) <= 75 for line in done.out.split(b"\r\n")), "a line is longer than 75 octets")
            except Exception as fault:
                FAILURES.append("earlier calendar: %s -> calendar --update: %s: %s" % (where, place.name, fault))
