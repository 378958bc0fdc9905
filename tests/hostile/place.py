"""The table of strings, the folder of a string, and how a run of ehc in it is judged and counted."""
import collections
import os
import pty
import re
import subprocess
import sys
import threading

from outputs import check_text, is_plain, need, shown

HERE = os.path.dirname(os.path.abspath(__file__))
EHC = os.path.join(os.path.abspath(sys.argv[1]), "ehc")
LAW = os.path.join(HERE, "..", "..", "data", "england")
ENV = {"PATH": "/usr/bin:/bin", "TERM": "xterm", "COLUMNS": "80", "SOURCE_DATE_EPOCH": "1767225600", "HOME": "/nonexistent"}
AS_AT = ("--as-at", "2026-06-08")
ARGUMENT_MOST = 130000  # the system refuses a longer one
SHOWN_MOST = 60         # a longer text may be cut when it is shown

COUNT = collections.Counter()
FAILURES = []
Done = collections.namedtuple("Done", "status out err arguments")


def read_strings():
    def unescape(text):
        out, at = b"", 0
        for match in re.finditer(r"\\(?:x(..)|u(....)|U(........)|\{(\d+):((?:[^\\}]|\\.)*)\}|(.))", text):
            byte, four, eight, times, what, one = match.groups()
            out += text[at:match.start()].encode()
            at = match.end()
            if byte:
                out += bytes([int(byte, 16)])
            elif four or eight:
                out += chr(int(four or eight, 16)).encode()
            elif times:
                out += unescape(what) * int(times)
            else:
                out += {"n": b"\n", "r": b"\r", "t": b"\t", "b": b"\b", "\\": b"\\"}[one]
        return out + text[at:].encode()

    with open(os.path.join(HERE, "strings.tsv"), encoding="utf-8", newline="") as table:
        rows = [line.split("\t") for line in table.read().rstrip("\n").split("\n") if not line.startswith("# ")][1:]
    assert len({row[0] for row in rows}) == len(rows) and all(len(row) == 3 for row in rows)
    return {name: unescape(text) for name, text, _ in rows}


STRINGS = read_strings()
HARMLESS = STRINGS["harmless"]
END = b"\0the end of what the program wrote\0"
BASE = {}  # the skeleton of an output with the harmless string


def run(folder, *arguments, typed=b"", terminal=False, **environment):
    arguments = [os.fsencode(a) if isinstance(a, str) else a for a in arguments]
    env = {**ENV, **environment}
    if not terminal:
        done = subprocess.run([EHC, *arguments], input=typed, cwd=folder, env=env, capture_output=True, timeout=120)
        return Done(done.returncode, done.stdout, done.stderr, arguments)
    ours, theirs = pty.openpty()
    process = subprocess.Popen([EHC, *arguments], stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.PIPE,
                               cwd=folder, env=env)
    err = []

    def end():
        """A closed terminal can lose output that was not yet read, so it stays open until our own last word has come."""
        try:
            err.append(process.communicate(timeout=120)[1])
        finally:
            os.write(theirs, END)

    ending = threading.Thread(target=end)
    ending.start()
    out = b""
    while not out.endswith(END):
        out += os.read(ours, 65536)
    ending.join()
    os.close(ours)
    os.close(theirs)
    out, err = out[:-len(END)], err[0]
    return Done(process.returncode, out, err, arguments)


def write(folder, name, data):
    with open(os.path.join(os.fsencode(folder), os.fsencode(name)), "wb") as file:
        file.write(data)
    return name


class Place:
    """The folder of a string, some levels down, so that an escape from it is seen."""

    def __init__(self, root, name):
        self.name, self.text, self.top = name, STRINGS[name], os.path.join(root, name)
        self.folder = os.path.join(self.top, "outer", "middle", "inner")
        self.is_plain = is_plain(self.text)
        self.shown = shown(self.text.strip(b" \t")) if len(self.text) <= SHOWN_MOST else None
        self.is_argument = b"\0" not in self.text and len(self.text) < ARGUMENT_MOST
        os.makedirs(self.folder)

    def take(self, source, sink, done, statuses, check=None, *details, base=False, messages=check_text):
        """Counts one string from one input in one output. Gives the result of `check`, or None if a check failed."""
        try:
            need(done.status in statuses, "exit status %d, not of %s" % (done.status, sorted(statuses)), done.err)
            messages(done.err)
            found = check(done.out, *details) if check else True
            if base and self.name == "harmless":
                BASE[source, sink] = found
            if base and self.text.strip():
                need(found == BASE[source, sink], "its parts are not those it has with a harmless text",
                             [(a, b) for a, b in zip(found, BASE[source, sink]) if a != b][:2] or "more or fewer")
            COUNT[source, sink] += 1
            return found
        except Exception as fault:  # each format's reader raises its own exceptions
            FAILURES.append("%s -> %s: %s: %s\n    ehc %s" % (source, sink, self.name, str(fault)[:600], " ".join(
                "%.60r" % a for a in done.arguments)))
            return None

    def run(self, *arguments, **more):
        return run(self.folder, *arguments, **more)

    def files(self):
        return {os.path.join(path, file) for path, _, files in os.walk(os.fsencode(self.top)) for file in files}

    def taken_away(self, name):
        """The content of a file that ehc was asked for. The file is removed."""
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            return b""
        with open(path, "rb") as file:
            data = file.read()
        os.unlink(path)
        return data
