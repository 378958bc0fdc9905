// The first screen: one question, and the dates below it.
import { words } from "./words.js";
import { h, dateField, form, focusOn, link, button, paragraph, announce } from "./dom.js";
import { state, tryCase, copyOfCase, lookAt, forget } from "./program.js";
import { eventsOf } from "./case_file.js";
import { resultsOf, lawLines } from "./results.js";

/** Whether to ask the first question: nothing is given yet, or only one request. */
function asksFirst() {
  if (!state.screen) return true;
  const events = eventsOf(copyOfCase()).values, first = state.bundle.starts_with;
  return events[first]?.length === 1 && Object.keys(events).length === 1;
}

/** A form that redraws the results below it and moves the focus to their heading. */
function formFor(field, results, buttonText, noAnswer, take) {
  return form([field], buttonText, async () => {
    if (field.value() === "" && noAnswer) return [{ field, text: noAnswer }];
    const faults = await take(field.value());
    if (faults.length) return faults.map((fault) => ({ field, text: fault.text }));
    draw(results);
    focusOn(results.querySelector("h2"));
  });
}

function draw(results) {
  results.replaceChildren(...(state.screen ? [...resultsOf(), otherDay(results)] : lawLines()));
  results.classList.toggle("has-results", Boolean(state.screen));
}

function firstQuestion(results) {
  const first = state.bundle.starts_with;
  const given = state.screen ? eventsOf(copyOfCase()).values[first][0] : "";
  const field = dateField(h("h2", {}, words.question), words.questionHint, given);
  return formFor(field, results, words.showDates, words.noDate, (typed) => {
    const sections = copyOfCase();
    eventsOf(sections).values[first] = [typed];
    return tryCase(sections);
  });
}

const otherStarts = () =>
  h("details", { class: "other-starts" }, h("summary", {}, words.otherStart),
    h("ul", {}, state.bundle.topics.slice(1).map((topic) => h("li", {}, link(topic.title, `#start/${topic.topic}`)))));

const otherDay = (results) => {
  const field = dateField(words.asAtQuestion, words.otherDayHint, state.asAt);
  return h("details", { class: "other-day" }, h("summary", {}, words.otherDay), formFor(field, results, words.look, null, lookAt));
};

function kept() {
  if (!state.kept) return null;
  const place = h("div", { class: "kept" });
  place.append(paragraph(words.keptHere), button(words.deleteAll, () => {
    forget();
    place.replaceChildren(paragraph(words.deleted));
    announce(words.deleted);
  }));
  return place;
}

export function datesView() {
  const results = h("div", { id: "results" });
  draw(results);
  return [
    h("h1", {}, words.title),
    asksFirst() ? [paragraph(words.lead, "lead"), firstQuestion(results), otherStarts()] : null,
    kept(),
    results,
  ].flat(2).filter(Boolean);
}
