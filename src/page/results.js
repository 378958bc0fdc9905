// Shows what the program says about the case, in its order.
import { words, fill } from "./words.js";
import { h, link, outLink, paragraph } from "./dom.js";
import { state, withTitles } from "./program.js";
import { countOf } from "./count.js";

/** More days than this are folded away, so that the next step is near the top. */
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

/** The last days that others give, each with the verdict on it. */
const othersSay = (all) => (all.length ? h("section", { class: "group" }, h("h2", {}, words.othersSay),
  h("dl", { class: "others-say" }, all.map((one) => [h("dt", {}, one.they_say), h("dd", {}, one.words)]))) : null);

/** Cuts off the option of the command line that ends some sentences. */
const withoutOptions = (text) => text.replace(/: --[a-z-]+(?=\.$)/, "");

/** Every result has these lines: the day of the law, the years of the bank holidays, and the version. */
export function lawLines() {
  const screen = state.screen;
  if (!screen) return [paragraph(fill(words.version, { version: state.bundle.ehc }), "small")];
  return [
    paragraph(screen.disclaimer, "small"),
    paragraph(`${fill(words.holidays, screen.bank_holidays)} ${fill(words.version, { version: screen.ehc })}`, "small"),
  ];
}

function headOf(screen) {
  const about = [screen.case.reference, screen.case.authority].filter(Boolean).join(", ");
  const facts = h("dl", { class: "facts" }, screen.events.map((event) => [h("dt", {}, event.title), h("dd", {}, event.words)]));
  return h("div", { class: "head" }, h("h2", {}, screen.title === words.title ? words.theCase : screen.title), about ? paragraph(about) : null,
    screen.events.length > SHOWN_AT_ONCE ? h("details", {}, h("summary", {}, fill(words.daysGiven, { count: screen.events.length })), facts) : facts,
    paragraph(fill(words.asAt, { date: screen.as_at_words })),
    h("p", { class: "change" }, link(words.changeFacts, "#happened")));
}

const actions = () =>
  h("nav", { class: "actions", "aria-label": words.actions }, h("ul", {}, [["happened", words.toHappened], ["calendar", words.toCalendar],
    ["letters", words.toLetters], ["report", words.toReport], ["keep", words.toKeep]].map(([to, text]) =>
      h("li", {}, link(text, `#${to}`, "action")))));

/** All results of the open case. */
export function resultsOf() {
  const screen = state.screen;
  const open = screen.groups.filter((group) => !closed.has(group.group)), rest = screen.groups.filter((group) => closed.has(group.group));
  // What a delay allows is shown with the steps that are late now, else with the first round that is over.
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
