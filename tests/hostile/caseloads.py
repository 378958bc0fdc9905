"""Caseloads: every string in every kind of cell, as a heading, and as the whole file."""
import csv
import io
import os
import shutil

from outputs import check_colour_text, check_csv, check_html, check_json, check_text, csv_text, shown
from place import AS_AT, COUNT, FAILURES, STRINGS, Place, write

CASELOAD_HEAD = ("ref", "authority", "setting", "exception", "exceptional_reason", "request_received", "final_plan_sent")
CASELOAD_PLACES = range(len(CASELOAD_HEAD))


def caseload_of(texts):
    """Puts each text in each place, each time in its own row."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(CASELOAD_HEAD)
    for text in texts:
        for where in CASELOAD_PLACES:
            row = ["A", "B", "school", "0", "", "2025-01-06", "2025-07-07"]
            row[where] = text.decode("utf-8", "surrogateescape")
            writer.writerow(row)
    return out.getvalue().encode("utf-8", "surrogateescape")


COLUMNS = ("audit --columns", "audit --columns --json")
AUDIT_OUTPUTS = {"audit": (check_text, ()), "audit in colour": (check_colour_text, (None, 80)),
                 "audit --json": (check_json, ()), "audit --csv": (check_csv, ()), "audit --html": (check_html, ()),
                 COLUMNS[0]: (check_text, ()), COLUMNS[1]: (check_json, ())}


def take_caseload(place, data, source, statuses={0}, sinks=tuple(AUDIT_OUTPUTS)):
    write(place.folder, "load.csv", data)
    found = {}
    for sink in sinks:
        check, details = AUDIT_OUTPUTS[sink]
        option = [word for word in sink.split() if word.startswith("--")]
        done = place.run("audit", "load.csv", *option, "--cases", "cases.csv", "--errors", "errors.txt", "--force", *AS_AT,
                         terminal="colour" in sink)
        if done.status != 0:
            check, details = check_text, ()
        found[sink] = place.take(source, sink, done, statuses, check, *details)
    for sink, name, check in (("audit --cases", "cases.csv", check_csv), ("audit --errors", "errors.txt", check_text)):
        path = os.path.join(place.folder, name)
        if os.path.exists(path):
            with open(path, "rb") as file:
                found[sink] = place.take(source, sink, done._replace(out=file.read()), {0, 1, 2, 3, 4, 5}, check)
            os.unlink(path)
    return found


def take_map(place):
    """A map of names with the text in each place, and as the whole file."""
    text = place.text
    write(place.folder, "load.csv", b"Council,In,final_plan_sent\nB,2025-01-06,2025-07-07\n")
    both = b"[column]\nIn = request-received\n[authority]\n"
    places = {"a name": both + b"B = %s\n", "an authority": both + b"%s = B\n", "a heading": b"[column]\n%s = request-received\n",
              "a column": b"[column]\nIn = %s\n", "a section": both + b"B = C\n[%s]\nD = E\n", "a file": b"%s"}
    for where, lines in places.items():
        write(place.folder, "map.ini", lines % text)
        for sink, check in (("audit --json", check_json), ("audit --html", check_html), ("audit --columns", check_text)):
            done = place.run(*sink.split(), "load.csv", "--map", "map.ini", *AS_AT)
            place.take("map: " + where, sink, done, {0, 3}, check if done.status == 0 else check_text)


def take_one_caseload(place):
    """Texts that can spoil the rows after them: written without quoting, and as a heading."""
    text = place.text
    row, head = b"%s,%s,2025-01-06,2025-07-07\n", b"ref,authority,request_received,final_plan_sent"
    take_caseload(place, head + b"\n" + row % (text, text) + row % (b"A", b"B"), "caseload: as it is", {0, 3},
                  ("audit in colour", "audit --json", "audit --csv", *COLUMNS))
    quoted = b'"' + text.replace(b'"', b'""') + b'"'
    take_caseload(place, head + b"," + quoted + b"\n" + row % (b"A", b"B"), "caseload: a heading", {0, 3}, ("audit --html", *COLUMNS))
    known = b'"request_received' + quoted[1:]
    take_caseload(place, b"ref," + known + b",final_plan_sent\nA,2025-33-06,2025-07-07\nB,2025-01-06,2025-07-07\n",
                  "caseload: a heading that is known", {0, 3}, ("audit --csv",))
    take_caseload(place, text, "caseload: a file", {0, 3}, ("audit",))


def in_windows_1252(data):
    """Reads a sheet that older programs saved: bytes that are not UTF-8 are Windows-1252; its five undefined bytes become '?'."""
    try:
        data.decode("utf-8")
        return data
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").replace("\ufffd", "?").encode("utf-8")


def take_all_caseloads(root):
    """All strings in one caseload. If that fails, one string after the other, so that the failure has a name."""
    place = Place(root, "harmless")
    before, names = len(FAILURES), [name for name in STRINGS if len(STRINGS[name]) < 100000]
    texts = [STRINGS[name] for name in names]
    found = take_caseload(place, caseload_of(texts), "caseload: a cell")
    if found.get("audit --cases"):
        rows = found["audit --cases"][1:]
        for at, text in enumerate(texts):
            cells = rows[at * len(CASELOAD_HEAD)][1], rows[at * len(CASELOAD_HEAD) + 1][2]
            for cell in cells:
                kept = csv_text(cell)
                expected = shown(in_windows_1252(text).strip(b" \t"))
                if not (kept.strip() == expected.strip() or (len(kept) > 30 and expected.startswith(kept.strip()))):
                    FAILURES.append("caseload -> --cases: %s: %.80r became %.80r" % (names[at], expected, cell))
    if len(FAILURES) > before:
        for name in names:
            take_caseload(place, caseload_of([STRINGS[name]]), "caseload: a cell, " + name)
    else:
        for sink in (*AUDIT_OUTPUTS, "audit --cases", "audit --errors"):
            COUNT["caseload: a cell", sink] += len(names) - 1
    shutil.rmtree(place.top)
