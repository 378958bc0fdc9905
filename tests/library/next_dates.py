#!/usr/bin/env python3
"""next_dates.py LIBRARY DAY CASE...: what next-dates.c prints, from Python, through ctypes and the shared library alone.

    next_dates.py --layout    each member of a struct that is used here, with its place and size, to be compared with C's
"""
import ctypes
import sys
from ctypes import POINTER, Structure, byref, c_bool, c_char, c_char_p, c_int, c_int32, c_size_t, c_uint, c_void_p

NO_DAY = -2**31
EVENTS, CLOSURES, ABSENCES, EXCEPTIONAL, MISSED, ADVICE, READINGS = 192, 128, 32, 32, 32, 64, 4


class Error(Structure):
    c = "ehc_error"
    _fields_ = [("file", c_char_p), ("line", c_uint), ("message", c_char * 320), ("hint", c_char * 160)]


class Span(Structure):
    c = "ehc_span"
    _fields_ = [("first", c_int32), ("last", c_int32)]


class Closure(Structure):
    c = "ehc_closure"
    _fields_ = [("span", Span), ("setting", c_int), ("name", c_char_p), ("is_unclaimed", c_bool)]


class Absence(Structure):
    c = "ehc_absence"
    _fields_ = [("span", Span), ("name", c_char_p)]


class Exceptional(Structure):
    c = "ehc_exceptional"
    _fields_ = [("span", Span), ("name", c_char_p), ("reason", c_char_p)]


class Missed(Structure):
    c = "ehc_missed"
    _fields_ = [("day", c_int32), ("name", c_char_p), ("body", c_char_p)]


class Advice(Structure):
    c = "ehc_advice"
    _fields_ = [("from_", c_int), ("requested", c_int32), ("request_received", c_int32), ("received", c_int32),
                ("name", c_char_p)]


class Case(Structure):
    c = "ehc_case"
    _fields_ = [("reference", c_char_p), ("authority", c_char_p), ("setting", c_int), ("event", c_int32 * EVENTS),
                ("closure", Closure * CLOSURES), ("absence", Absence * ABSENCES),
                ("exceptional", Exceptional * EXCEPTIONAL), ("missed", Missed * MISSED), ("advice", Advice * ADVICE),
                ("closure_count", c_size_t), ("absence_count", c_size_t), ("exceptional_count", c_size_t),
                ("missed_count", c_size_t), ("advice_count", c_size_t), ("file", c_char_p), ("event_line", c_uint * EVENTS),
                ("owned", c_void_p)]


class Limit(Structure):
    """The first members: a limit is only ever pointed to."""
    c = "ehc_limit"
    part = True
    _fields_ = [("id", c_char_p), ("title", c_char_p), ("short_title", c_char_p), ("who", c_char_p)]


class Deadline(Structure):
    c = "ehc_deadline"
    _fields_ = [("limit", POINTER(Limit)), ("advice", POINTER(Advice)), ("trigger", c_int32), ("trigger_event", c_int),
                ("projected", c_bool), ("projected_by", c_int), ("counted", c_int32), ("due", c_int32),
                ("earliest", c_int32), ("latest", c_int32), ("roll_also", c_int32), ("reading", c_int32 * READINGS),
                ("act", c_int32), ("status", c_int), ("days", c_int), ("because", c_int), ("because_index", c_int),
                ("with_exception", c_int32), ("days_lost", c_int)]


class Judged(Structure):
    """The first members: one is only ever pointed to."""
    c = "ehc_judged"
    part = True
    _fields_ = [("deadline", POINTER(Deadline)), ("last", c_int32)]


class Option(Structure):
    c = "ehc_option"
    _fields_ = [("limit", POINTER(Limit)), ("words", c_char_p), ("last", c_int32), ("from_delay", c_int32)]


class Judgement(Structure):
    """The first members: a judgement is only ever pointed to."""
    c = "ehc_judgement"
    part = True
    _fields_ = [("law", c_void_p), ("facts", POINTER(Case)), ("as_at", c_int32), ("result", c_int),
                ("deadlines", POINTER(Judged)), ("count", c_size_t), ("next", POINTER(Judged)), ("options", POINTER(Option)),
                ("option_count", c_size_t)]


STRUCTS = [Error, Span, Closure, Absence, Exceptional, Missed, Advice, Case, Limit, Deadline, Judged, Option, Judgement]
REPORT = ctypes.CFUNCTYPE(None, c_void_p, POINTER(Error))


def layout():
    for struct in STRUCTS:
        for name, _ in struct._fields_:
            member = getattr(struct, name)
            print(struct.c, name.rstrip("_"), member.offset, member.size)
        if not hasattr(struct, "part"):
            print(struct.c, "-", 0, ctypes.sizeof(struct))


def load(path):
    library = ctypes.CDLL(path)
    library.ehc_version.restype = c_char_p
    library.ehc_day_read.restype = c_bool
    library.ehc_day_format.restype = c_char_p
    library.ehc_case_read.restype = c_bool
    library.ehc_case_read.argtypes = [c_void_p, c_char_p, POINTER(Case), POINTER(c_bool), REPORT, c_void_p]
    library.ehc_judge.restype = POINTER(Judgement)
    library.ehc_judge.argtypes = [c_void_p, POINTER(Case), c_int32, POINTER(c_bool)]
    library.ehc_judgement_free.argtypes = [POINTER(Judgement)]
    return library


def words(library, day):
    text = ctypes.create_string_buffer(32)
    return library.ehc_day_format(c_int32(day), text).decode()


def next_dates(library, law, facts, today):
    pointer = library.ehc_judge(byref(law), byref(facts), today, None)
    judgement = pointer.contents
    cells = [facts.reference.decode() if facts.reference else "?"]
    if judgement.next:
        limit = judgement.next.contents.deadline.contents.limit.contents
        cells.append("%s: %s by %s" % (limit.who.decode(), limit.short_title.decode(),
                                       words(library, judgement.next.contents.last)))
    if judgement.option_count > 0:
        own = judgement.options[0]
        cells.append("you: %s by %s" % (own.limit.contents.short_title.decode(), words(library, own.last)))
    library.ehc_judgement_free(pointer)
    print("\t".join(cells))


def complain(_, error):
    fault = error.contents
    print("%s:%d: %s" % (fault.file.decode(), fault.line, fault.message.decode()), file=sys.stderr)


def main(path, day, files):
    library = load(path)
    law = c_char.in_dll(library, "ehc_law_england")
    today, error, status = c_int32(), Error(), 0
    if not library.ehc_day_read(day.encode(), byref(today), byref(error)):
        print(error.message.decode(), file=sys.stderr)
        return 2
    report = REPORT(complain)
    for file in files:
        facts, unreadable = Case(), c_bool()
        library.ehc_case_init(byref(facts))
        if library.ehc_case_read(byref(law), file.encode(), byref(facts), byref(unreadable), report, None):
            next_dates(library, law, facts, today.value)
        else:
            status = 3
        library.ehc_case_release(byref(facts))
    return status


if __name__ == "__main__":
    if sys.argv[1:] == ["--layout"]:
        layout()
    else:
        sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
