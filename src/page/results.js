// What the program says of the case, in the order in which it says it.
import { words, fill } from "./words.js";
import { h, link, outLink, paragraph } from "./dom.js";
import { state, withTitles } from "./program.js";
import { countOf } from "./count.js";

/** More days than this are opened when they are asked for: what is next comes first. */
const SHOWN_AT_ONCE = 8;
const closed = new Set(["waiting", "not-needed"]);
const isLate = (step) => step.status === "late" || step.status === "overdue";

function lawOf(step) {
  if (!step.provision) return null;
  return h("p", { class: "law" }, words.law, step.url ? outLink(step.provision, step.url) : step.provision);
}

function notesOf(step) {
  if (!step.notes.length) return null;
  return h("ul", { class: "notes" }, step.notes.map((note) => h("li", { class: `note-${note.kind}` }, note.words)));
}

function stepOf(step) {
  return h("li", { class: "step" },
    h("p", { class: "when" }, isLate(step) ? h("strong", { class: "label" }, step.label) : null, " ", step.when),
    h("p", { class: "sentence" }, step.sentence),
    notesOf(step),
    step.what_to_do ? h("p", { class: "to-do" }, h("strong", {}, words.whatYouCanDo), step.what_to_do) : null,
    lawOf(step),
    step.count ? countOf(step) : null);
}

function afterLate() {
  const can = state.screen.after_late;
  if (!can.length) return null;
  return h("div", { class: "to-do" }, h("h3", {}, words.afterLate),
    h("ul", {}, can.map((one) => h("li", {}, one.words, one.note ? [". ", one.note] : null))),
    h("p", {}, link(words.claimLetter, "#letters")));
}

function groupOf(group, withAfterLate) {
  const steps = h("ol", { class: "steps" }, group.steps.map((step) => stepOf(step)));
  return h("section", { class: `group group-${group.group}` }, h("h2", {}, group.heading),
    group.quiet ? [paragraph(group.quiet), h("details", {}, h("summary", {}, words.over), steps)] : steps,
    withAfterLate ? afterLate() : null);
}

const linesOf = (heading, lines) =>
  lines.length ? h("section", { class: "group" }, h("h2", {}, heading), h("ul", {}, lines.map((line) => h("li", {}, line)))) : null;

/** Last days that others give, each with what is right or wrong with it. */
const othersSay = (all) => (all.length ? h("section", { class: "group" }, h("h2", {}, words.othersSay),
  h("dl", { class: "others-say" }, all.map((one) => [h("dt", {}, one.they_say), h("dd", {}, one.words)]))) : null);

/** What speaks of an option of the command line does so at its end. */
const withoutOptions = (text) => text.replace(/: --[a-z-]+(?=\.$)/, "");

/** The law's day, the version and the span of the bank holidays: they stand on every result. */
export function lawLines() {
  const screen = state.screen;
  if (!screen) return [paragraph(words.version + state.bundle.ehc, "small")];
  return [
    paragraph(screen.disclaimer, "small"),
    paragraph(`${fill(words.holidays, screen.bank_holidays)} ${words.version}${screen.ehc}.`, "small"),
  ];
}

function headOf(screen) {
  const about = [screen.case.reference, screen.case.authority].filter(Boolean).join(", ");
  const facts = h("dl", { class: "facts" }, screen.events.map((event) => [h("dt", {}, event.title), h("dd", {}, event.words)]));
  return h("div", { class: "head" }, h("h2", {}, screen.title === words.title ? words.theCase : screen.title), about ? paragraph(about) : null,
    screen.events.length > SHOWN_AT_ONCE ? h("details", {}, h("summary", {}, fill(words.daysGiven, { count: screen.events.length })), facts) : facts,
    paragraph(words.asAt + screen.as_at_words),
    h("p", { class: "change" }, link(words.changeFacts, "#happened")));
}

const actions = () =>
  h("nav", { class: "actions", "aria-label": words.actions }, h("ul", {}, [["happened", words.toHappened], ["calendar", words.toCalendar],
    ["letters", words.toLetters], ["report", words.toReport], ["keep", words.toKeep]].map(([to, text]) =>
      h("li", {}, link(text, `#${to}`, "action")))));

/** The whole of what is shown of the case that is open. */
export function resultsOf() {
  const screen = state.screen;
  const open = screen.groups.filter((group) => !closed.has(group.group)), rest = screen.groups.filter((group) => closed.has(group.group));
  // What can be done because of a delay stands with what is late now, or else with the first that is over.
  const withAfterLate = open.find((group) => group.group === "late") ?? open.find((group) => ["late-then", "done", "round"].includes(group.group));
  return [
    headOf(screen),
    open.length ? open.map((group) => groupOf(group, group === withAfterLate)) : paragraph(words.nothingYet),
    othersSay(screen.others_say),
    linesOf(words.notKnown, screen.not_known.map(withTitles)),
    linesOf(words.pleaseCheck, [...screen.please_check, ...state.notes.map((note) => note.text)]),
    actions(),
    rest.length ? h("details", {}, h("summary", {}, words.restHeading), rest.map((group) => groupOf(group, false))) : null,
    linesOf(words.goodToKnow, screen.foot.map(withoutOptions)),
    ...lawLines(),
  ].flat(2).filter(Boolean);
}
