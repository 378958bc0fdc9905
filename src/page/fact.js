// Adds or changes one fact: the day of an event, or a section of the case file.
import { words, fill } from "./words.js";
import { h, dateField, textField, selectField, form, paragraph } from "./dom.js";
import { state, tryCase, copyOfCase } from "./program.js";
import { eventsOf } from "./case_file.js";
import { askOf, hintOf } from "./starts.js";

const DATE = "date", TEXT = "text", CLAIMED = "claimed", SETTING = "setting", ADVISER = "adviser", NAME = "name", LIMIT = "limit";

/** The fields of each kind of section, in the order in which they are asked for. */
const KINDS = {
  closure: { from: DATE, to: DATE, claimed: CLAIMED, setting: SETTING, name: NAME },
  absence: { from: DATE, to: DATE, claimed: CLAIMED, name: NAME },
  exceptional: { reason: TEXT, from: DATE, to: DATE, claimed: CLAIMED, name: NAME },
  "missed-appointment": { date: DATE, body: TEXT, claimed: CLAIMED, name: NAME },
  advice: { from: ADVISER, requested: DATE, "request-received": DATE, received: DATE, name: NAME },
  consultation: { name: NAME, sent: DATE, answered: DATE },
  own: { name: NAME, due: DATE, who: TEXT, done: DATE, why: TEXT },
  "they-say": { limit: LIMIT, date: DATE, why: TEXT, name: NAME },
  case: { reference: TEXT, authority: TEXT, setting: SETTING },
};
export const kindsToAdd = Object.keys(KINDS);

const notNeeded = new Set(["setting", "claimed", "request-received", "received", "answered", "done", "why", "who"]);

const adviserOf = (from) => state.bundle.advisers.find((adviser) => adviser.from === from)?.who ?? from;

/** A section in one line: "The school or setting was closed: Easter, 27/3/2026 to 13/4/2026". */
export function describe(section) {
  const { from, to, setting, claimed, ...rest } = section.values, parts = [];
  if (section.name) parts.push(section.name);
  if (section.kind === "they-say") {
    parts.push(stepsNow(rest.limit).find(([limit]) => limit === rest.limit)[1]);
    delete rest.limit;
  }
  if (section.kind === "advice") parts.push(adviserOf(from));
  else if (from) parts.push(to ? fill(words.span, { from: day(from), to: day(to) }) : day(from));
  for (const [key, value] of Object.entries(rest)) parts.push(KINDS[section.kind]?.[key] === DATE ? fill(words.fact, { kind: labelOf(section.kind, key), what: day(value) }) : value);
  if (setting) parts.push(words.settings[setting] ?? setting);
  return fill(words.fact, { kind: words.kinds[section.kind] ?? section.kind, what: parts.join(", ") });
}

/** A day of the case file as people write it: 27/3/2026. */
const day = (text) => text.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, "$3/$2/$1");

const optional = (label) => fill(words.optional, { label });

function labelOf(kind, key) {
  if (key === "name") return kind === "own" ? words.ownName : kind === "consultation" ? words.consultationName : optional(words.keys.name);
  if (kind === "advice" && key === "from") return words.keys.adviser;
  if (kind === "they-say" && key === "date") return words.theySayDate;
  if (kind === "they-say" && key === "why") return optional(words.theySayWhy);
  return notNeeded.has(key) && !["claimed", "setting", "who"].includes(key) ? optional(words.keys[key]) : words.keys[key];
}

/** The steps of the open case to choose from, each once. */
function stepsNow(value) {
  const steps = new Map((state.screen?.groups ?? []).flatMap((group) => group.steps).filter((step) => step.limit !== "own").map((step) => [step.limit, step.title]));
  if (value && !steps.has(value)) steps.set(value, value);
  return [...steps].sort(([, a], [, b]) => a.localeCompare(b));
}

function fieldFor(kind, key, type, value) {
  const label = labelOf(kind, key);
  switch (type) {
  case DATE:
    return dateField(h("span", { class: "question" }, label), null, value);
  case CLAIMED:
    return selectField(label, null, [["", words.yes], ["no", words.no]], value);
  case LIMIT:
    return selectField(label, null, stepsNow(value), value);
  case SETTING:
    return selectField(label, null, [["", words.notSaid], ...Object.entries(words.settings)], value);
  case ADVISER:
    return selectField(label, null, state.bundle.advisers.map((adviser) => [adviser.from, adviser.who ?? adviser.from]), value);
  default:
    return textField(label, null, value);
  }
}

const done = () => {
  location.hash = "#dates";
  return [];
};

/** Puts each fault beside the field of its line; a fault of another line is only in the summary. */
const toFields = (faults, fieldAt) => faults.map((fault) => ({ text: fault.text, field: fieldAt(fault.place) }));

// ---- an event ----

function eventView(id, index) {
  const event = state.bundle.events.find((one) => one.event === id);
  const days = eventsOf(copyOfCase()).values[id] ?? [], changed = index !== undefined && Number(index) < days.length ? Number(index) : -1;
  const question = state.bundle.questions.find((one) => one.event === id && one.gives === "event");
  const value = changed >= 0 ? days[changed] : "";
  const label = h("span", { class: "question" }, (question && askOf(question)) ?? (event.is_year ? words.inYear : words.date));
  const hint = question ? hintOf(question) : null;
  const field = event.is_year ? textField(label, hint, value, "width-4") : dateField(label, hint, value);
  return [
    h("h1", {}, event.title),
    changed < 0 && days.length ? paragraph(fill(words.alreadyGiven, { days: days.map(day).join(", ") }), "inset") : null,
    form([field], words.saveFact, async () => {
      const typed = field.value();
      if (typed === "") return [{ field, text: event.is_year ? words.inYear : words.noDate }];
      const sections = copyOfCase(), values = eventsOf(sections).values;
      values[id] = changed >= 0 ? days.map((old, i) => (i === changed ? typed : old)) : [...days, typed];
      const faults = await tryCase(sections);
      return faults.length ? toFields(faults, (place) => (place?.key === id ? field : undefined)) : done();
    }),
  ].filter(Boolean);
}

// ---- a section ----

function sectionView(kind, index) {
  const about = kind === "case" ? state.sections.findIndex((section) => section.kind === "case") : index === undefined ? -1 : Number(index);
  const old = state.sections[about]?.kind === kind ? state.sections[about] : { kind, name: "", values: {} };
  const fields = Object.entries(KINDS[kind]).map(([key, type]) => ({ key, field: fieldFor(kind, key, type, key === "name" ? old.name : old.values[key]) }));
  return [
    h("h1", {}, words.kinds[kind]),
    paragraph(words.kindHints[kind], "hint"),
    form(fields.map(({ field }) => field), words.saveFact, async () => {
      const made = { kind, name: "", values: withoutField(kind, old) }, sections = copyOfCase();
      for (const { key, field } of fields) {
        const typed = field.value();
        if (key === "name") made.name = typed;
        else if (typed !== "") made.values[key] = typed;
      }
      if (made.name === "" && Object.keys(made.values).length === 0) return [{ field: fields[0].field, text: words.noAnswer }];
      if (old === state.sections[about]) sections[about] = made;
      else if (kind === "case") sections.unshift(made);
      else sections.push(numbered(made, sections));
      const faults = await tryCase(sections);
      return faults.length ? toFields(faults, (place) => fieldAt(fields, made, place)) : done();
    }),
  ];
}

/** Values of a file that no field asks for are kept. */
const withoutField = (kind, section) => Object.fromEntries(Object.entries(section.values).filter(([key]) => !KINDS[kind][key]));

/** Numbers a second section without a name, as the program does when it writes a file. */
function numbered(made, sections) {
  const others = sections.filter((section) => section.kind === made.kind && (section.name === "" || section.name.startsWith("without a name, ")));
  if (made.name !== "" || !others.some((section) => section.name === "")) return made;
  let number = 2;
  while (others.some((section) => section.name === `without a name, ${number}`)) number++;
  return { ...made, name: `without a name, ${number}` };
}

function fieldAt(fields, made, place) {
  if (place?.section.kind !== made.kind || (place.section !== made && place.section.name !== made.name)) return undefined;
  return fields.find(({ key }) => key === place.key)?.field;
}

export function factView(kind, ...rest) {
  if (kind === "event" && state.bundle.events.some((event) => event.event === rest[0])) return eventView(...rest);
  return KINDS[kind] ? sectionView(kind, ...rest) : eventView(state.bundle.starts_with);
}
