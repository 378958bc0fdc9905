"""The histories of this folder as cases: the facts, the day asked about, and what is expected.

README.md says what the lines mean; check.py checks them. A history with three days is three cases. Nothing here knows the law
or runs the program.
"""

import collections
import pathlib
import re

HERE = pathlib.Path(__file__).parent
SECTIONS = ("advice", "consultation", "own")
Expect = collections.namedtuple("Expect", "limit round due status days latest earliest done by projected text")


class Case:
    def __init__(self, name):
        self.name, self.as_at, self.setting = name, None, None
        self.events = {}  # event -> its days, in the order of the file
        self.sections = []  # (kind, name, {key: value})
        self.expected, self.no_rounds, self.refused, self.says, self.shows = [], [], [], [], []
        self.uids, self.updates, self.row = [], None, None

    def file(self, reference=None):
        """The text of a case file with this case."""
        lines = ["[case]", "reference = " + (reference or self.name)]
        lines += ["setting = " + self.setting] if self.setting else []
        lines += ["[events]"] if self.events else []
        lines += ["%s = %s" % (event, ", ".join(days)) for event, days in self.events.items()]
        for kind, name, keys in self.sections:
            lines += ["[%s %s]" % (kind, name)] + ["%s = %s" % item for item in keys.items()]
        return "\n".join(lines) + "\n"


def three(text):
    """The value on each of the three days."""
    values = [value.strip() for value in text.split(" | ")]
    return values if len(values) == 3 else values * 3


def read_fact(cases, text):
    name, _, value = text.partition(" = ")
    values = value.split(" | ")
    shared = values[0].rpartition(", ")[0] if len(values) == 3 else ""
    wholes = [values[0]] + [(shared and shared + ", ") + other for other in values[1:]]
    kind, _, title = name.partition(" ")
    for case, whole in zip(cases, wholes if len(wholes) == 3 else wholes * 3):
        if kind in SECTIONS:
            case.sections.append((kind, title, dict(part.split(" ", 1) for part in whole.split(", "))))
        elif name == "setting":
            case.setting = whole
        else:
            case.events.setdefault(name, []).extend(whole.split(", "))


def read_expect(cases, text):
    fields = re.split(r"\s{2,}", text)
    limit, _, number = fields[0].partition(" ")
    rest = {key: three(value) for key, _, value in (field.partition(" ") for field in [fields[1]] + fields[3:])}
    for third, case in enumerate(cases):
        status, _, days = three(fields[2])[third].partition(" ")
        said = {key: values[third] for key, values in rest.items() if values[third] != "-"}
        words = [fields[1].split()[0] + " " + rest["due"][third], three(fields[2])[third]]
        words += [("%s %s" % (key, said.get(key, ""))).strip() for key in list(rest)[1:]]
        case.expected.append(Expect(
            limit, number.strip('"') if limit == "own" else int(number), said.get("due"), status, days or None,
            said.get("latest") if "latest" in rest else said.get("due"), said.get("earliest"),
            said.get("done"), tuple(said["by"].split(" ")) if "by" in said else None, "projected" in rest, "  ".join(words)))


def read_line(cases, tag, text):
    if tag == "fact":
        read_fact(cases, text)
    elif tag == "expect":
        read_expect(cases, text)
    for case in cases:
        if tag == "as-at":
            case.as_at = text
        elif tag == "no-round":
            case.no_rounds.append((text.split()[0], int(text.split()[1])))
        elif tag == "refused":
            case.refused.append(tuple(text.split()))
        elif tag in ("says", "shows"):
            getattr(case, tag).append(text)
        elif tag == "uid":
            case.uids.append(tuple(re.fullmatch(r"(\S+) (\S+) = (\d+)", text).groups()))
        elif tag in ("updates", "row"):
            setattr(case, tag, text)


def read(paths=None):
    """Every case of these files, or of all files."""
    found = []
    for path in sorted(paths or HERE.glob("*.txt")):
        blocks = re.split(r"^history +", pathlib.Path(path).read_text(), flags=re.M)[1:]
        for block in blocks:
            name, *lines = block.splitlines()
            lines = [line for line in lines if line and not line.startswith("#")]
            days = 3 if any(line.startswith("fact") and " | " in line for line in lines) else 1
            cases = [Case(name + ("/%d" % number if days == 3 else "")) for number in range(1, days + 1)]
            for line in lines:
                tag, _, text = line.partition(" ")
                read_line(cases, tag, text.strip())
            found += cases
    return found
