// Reads and writes a case file, ehc-case(5), as sections. Only text that the program wrote is read here, so there is only one
// form of it: what a person wrote goes through the program first.
//
// A section: {kind: "closure", name: "Easter", values: {from: "2026-03-27", ...}}. Each value of the events is a list of days.

/** Reads what the program wrote. */
export function parseCase(text) {
  const sections = [];
  for (const line of text.split("\n")) {
    const header = /^\[([a-z-]+)(?: (.*))?\]$/.exec(line);
    const pair = /^([a-z0-9-]+) = (.*)$/.exec(line);
    if (header) {
      sections.push({ kind: header[1], name: header[2] ?? "", values: {} });
    } else if (pair && sections.length) {
      const section = sections[sections.length - 1];
      const quoted = /^(["'])(.*)\1$/.exec(pair[2]);
      section.values[pair[1]] = section.kind === "events" ? pair[2].split(", ") : quoted ? quoted[2] : pair[2];
    }
  }
  return sections;
}

function quote(value) {
  if (!/[;#]|^["' ]|[ \\]$/.test(value)) return value;
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}

/** Makes pasted text one line. The program reports anything else that it refuses. */
const oneLine = (value) => value.replace(/[\r\n]+/g, " ");

/** Gives {text, places}: places[line] is the {section, key} of a line; the first line is 1. */
export function writeCase(sections) {
  const lines = [], places = [null];
  const put = (line, section, key) => {
    lines.push(line);
    places.push({ section, key });
  };
  for (const section of sections) {
    const name = oneLine(section.name);
    put(name ? `[${section.kind} ${name}]` : `[${section.kind}]`, section, "name");
    for (const [key, value] of Object.entries(section.values)) {
      if (section.kind === "events") {
        if (value.length) put(`${key} = ${value.map(oneLine).join(", ")}`, section, key);
      } else if (value !== "") {
        put(`${key} = ${quote(oneLine(value))}`, section, key);
      }
    }
  }
  return { text: lines.map((line) => line + "\n").join(""), places };
}

/** A copy that can be changed. */
export const copyCase = (sections) =>
  sections.map((section) => ({
    ...section,
    values: Object.fromEntries(Object.entries(section.values).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value])),
  }));

/** The only section of a kind; it is made if it is missing. */
export function sectionOf(sections, kind) {
  let found = sections.find((section) => section.kind === kind);
  if (!found) {
    found = { kind, name: "", values: {} };
    sections.push(found);
  }
  return found;
}

export const eventsOf = (sections) => sectionOf(sections, "events");

/** Adds days of an event. */
export function addDays(sections, event, days) {
  const events = eventsOf(sections);
  events.values[event] = [...(events.values[event] ?? []), ...days];
}

/** Whether the case has no fact. */
export const isEmpty = (sections) => sections.every((section) => section.kind === "events" && !Object.values(section.values).some((days) => days.length));
