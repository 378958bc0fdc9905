#!/usr/bin/env python3
"""next_dates.py LIBRARY DAY CASE...: prints what next-dates.c prints, from Python, with ctypes and the shared library alone.

It knows none of the library's structs. A case is room of the size that the library gives. A judgement is a pointer that is
passed on. Their members are asked for by name (ehc/member.h).
"""
import ctypes
import sys
from ctypes import byref, c_bool, c_char_p, c_int, c_int32, c_size_t, c_uint, c_void_p, create_string_buffer

REPORT = ctypes.CFUNCTYPE(None, c_void_p, c_void_p)
FUNCTIONS = {  # what each function gives, and what it takes
    "ehc_size_of": (c_size_t, c_char_p),
    "ehc_england": (c_void_p,),
    "ehc_day_read": (c_bool, c_char_p, c_void_p, c_void_p),
    "ehc_day_format": (c_char_p, c_int32, c_char_p),
    "ehc_case_init": (None, c_void_p),
    "ehc_case_read": (c_bool, c_void_p, c_char_p, c_void_p, c_void_p, REPORT, c_void_p),
    "ehc_case_release": (None, c_void_p),
    "ehc_case_text": (c_char_p, c_void_p, c_char_p),
    "ehc_error_text": (c_char_p, c_void_p, c_char_p),
    "ehc_error_line": (c_uint, c_void_p),
    "ehc_judge": (c_void_p, c_void_p, c_void_p, c_int32, c_void_p),
    "ehc_judgement_free": (None, c_void_p),
    "ehc_judgement_next": (c_void_p, c_void_p),
    "ehc_judgement_option": (c_void_p, c_void_p, c_size_t),
    "ehc_judged_text": (c_char_p, c_void_p, c_char_p),
    "ehc_judged_day": (c_int32, c_void_p, c_char_p),
    "ehc_option_text": (c_char_p, c_void_p, c_char_p),
    "ehc_option_day": (c_int32, c_void_p, c_char_p),
}


def load(path):
    library = ctypes.CDLL(path)
    for name, (result, *arguments) in FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def words(library, day):
    return library.ehc_day_format(day, create_string_buffer(32)).decode()


def next_dates(library, facts, today):
    judgement = library.ehc_judge(library.ehc_england(), facts, today, None)
    cells = [(library.ehc_case_text(facts, b"reference") or b"?").decode()]
    step = library.ehc_judgement_next(judgement)
    if step:
        who, short = (library.ehc_judged_text(step, name).decode() for name in (b"who", b"short"))
        cells.append("%s: %s by %s" % (who, short, words(library, library.ehc_judged_day(step, b"last"))))
    own = library.ehc_judgement_option(judgement, 0)
    if own:
        cells.append("you: %s by %s" % (library.ehc_option_text(own, b"short").decode(),
                                        words(library, library.ehc_option_day(own, b"last"))))
    library.ehc_judgement_free(judgement)
    print("\t".join(cells))


def main(path, day, files):
    library = load(path)
    today, error, status = c_int32(), create_string_buffer(library.ehc_size_of(b"error")), 0

    def complain(_, fault):
        print("%s:%d: %s" % (library.ehc_error_text(fault, b"file").decode(), library.ehc_error_line(fault),
                             library.ehc_error_text(fault, b"message").decode()), file=sys.stderr)

    if not library.ehc_day_read(day.encode(), byref(today), error):
        print(library.ehc_error_text(error, b"message").decode(), file=sys.stderr)
        return 2
    report = REPORT(complain)
    for file in files:
        facts, unreadable = create_string_buffer(library.ehc_size_of(b"case")), c_bool()
        library.ehc_case_init(facts)
        if library.ehc_case_read(library.ehc_england(), file.encode(), facts, byref(unreadable), report, None):
            next_dates(library, facts, today.value)
        else:
            status = 3
        library.ehc_case_release(facts)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
