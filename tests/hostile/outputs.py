"""Checks of outputs: whatever was put in, the tools of the format accept the output, and nothing in it acts."""
import csv
import functools
import io
import json
import re
import unicodedata
import warnings

import html5lib
import icalendar
import vobject
import wcwidth

# Format characters that words and emoji need: soft hyphen, joiners and the tag characters of flags. All others reverse text or
# hide, as control characters and separators do.
SHOWN_FORMAT = {0xAD, 0x200C, 0x200D, *range(0xE0020, 0xE0080)}


def is_hidden(character):
    """Worked out from the tables of Unicode, not from those of the program."""
    number, category = ord(character), unicodedata.category(character)
    noncharacter = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF
    return category in ("Cc", "Zl", "Zp", "Cs") or noncharacter or (category == "Cf" and number not in SHOWN_FORMAT)


def shown(data):
    """The bytes as a reader sees them: '?' for each byte that is not UTF-8 and for each character that is not shown."""
    return "".join("?" if is_hidden(c) else c for c in data.decode("utf-8", "surrogateescape"))


def is_plain(data):
    return not any(is_hidden(c) for c in data.decode("utf-8", "surrogateescape"))


def squeezed(text):
    return re.sub(r"\s+", "", text)


class Fault(Exception):
    pass


def need(truth, words, seen=""):
    if not truth:
        raise Fault("%s: %.300r" % (words, seen) if seen != "" else words)


def check_text(data, holds=None, width=None):
    """Text for a terminal, a letter or a message: UTF-8, lines, and nothing that acts."""
    text = data.decode("utf-8")
    bad = {character for character in set(text) - {"\n"} if is_hidden(character)}
    need(not bad, "characters reach the reader", sorted(bad)[:5])
    for line in text.split("\n") if width is not None else ():
        seen = "".join(character for character in line if unicodedata.category(character) != "Cf")
        need(wcwidth.wcswidth(seen) <= width, "a line is wider than %s columns" % width, line)
    need(holds is None or squeezed(holds) in squeezed(text), "the text %.80r is not shown" % holds)
    return text


def check_colour_text(data, holds=None, width=None):
    """The same from a terminal with colour: the only escapes are ehc's own, bold and red, each ended."""
    plain = re.sub(rb"\x1b\[(?:1|1;31)m([^\x1b]*)\x1b\[0m", rb"\1", data.replace(b"\r\n", b"\n"))
    return check_text(plain, holds, width)


def no_twins(pairs):
    need(len({key for key, _ in pairs}) == len(pairs), "a key stands twice", pairs)
    return dict(pairs)


def no_constant(name):
    raise Fault("%s is no JSON" % name)


def check_json(data):
    check_text(data)
    return json.loads(data.decode("utf-8"), object_pairs_hook=no_twins, parse_constant=no_constant)


@functools.lru_cache(maxsize=1000)
def check_html(data, holds=None):
    """Gives the skeleton: tags and attributes, which are the same for every text."""
    check_text(data)
    tree = html5lib.HTMLParser(strict=True).parse(data.decode("utf-8"))
    text = squeezed("".join(tree.itertext()))
    need(holds is None or squeezed(holds) in text, "the text %.80r is not shown" % holds)
    return [(element.tag, sorted(element.attrib.items())) for element in tree.iter() if isinstance(element.tag, str)]


def check_csv(data):
    """Gives the rows. No spreadsheet may run a cell: text that begins like a formula has an apostrophe before it."""
    text = check_text(data)
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    for row in rows:
        need(len(row) == len(rows[0]), "a row has other columns than the heading", row)
        for cell in row:
            begins = unicodedata.normalize("NFKC", cell.lstrip()[:1])
            number = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell)
            need(begins not in ("=", "+", "-", "@") or number, "a spreadsheet would run a cell", cell)
    return rows


def csv_text(cell):
    """The text of a cell, without the apostrophe that stops it from running."""
    return cell[1:] if re.match("'\\s*[=+@-]", unicodedata.normalize("NFKC", cell)) else cell


def calendar_skeleton(component):
    names = [name for name, _ in component.property_items(recursive=False) if name not in ("BEGIN", "END")]
    return [component.name, names, [calendar_skeleton(sub) for sub in component.subcomponents]]


@functools.lru_cache(maxsize=1000)
def check_calendar(data, ours=True):
    """Gives the skeleton. `ours`: all text in it comes from ehc, or ehc has cleaned it."""
    text = data.decode("utf-8")
    need(data.endswith(b"END:VCALENDAR\r\n"), "the calendar is not whole")
    for line in data[:-2].split(b"\r\n"):
        need(len(line) <= 75, "a line is longer than 75 octets", line)
        need(b"\r" not in line and b"\n" not in line, "a line break that is not CRLF", line)
        line.decode("utf-8")
    if ours:
        check_text(text.replace("\r\n", "\n").encode())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        calendar = icalendar.Calendar.from_ical(data)
        for event in vobject.readOne(text).components():
            need(event.name in ("VEVENT", "VTODO"), "a component that is no date", event.name)
    return calendar_skeleton(calendar)
