// "How is this counted?": the steps in words, then a drawing of the months. The program gives a letter for each day that says
// how it counts: ehc(1), JSON.
import { words, fill } from "./words.js";
import { h, paragraph } from "./dom.js";

const what = { s: "start", S: "start", "=": "counted", "-": "left-out", r: "moves", L: "last" };

function dayOf(number, kind, mark) {
  const said = [words.days[kind], words.marks[mark]].filter(Boolean);
  const short = [words.daysShort[kind], words.marksShort[mark]].filter(Boolean);
  return h("td", { class: [what[kind] ?? "", mark === "b" || mark === "B" ? "holiday" : "", mark === "c" || mark === "B" ? "closed" : ""].join(" ").trim() || null },
    h("span", { class: "number" }, String(number)),
    short.length ? h("span", { class: "mark", "aria-hidden": "true" }, short.join(" ")) : null,
    said.length ? h("span", { class: "visually-hidden" }, ` ${said.join(", ")}`) : null);
}

function monthOf(month) {
  const cells = Array.from({ length: month.begins - 1 }, () => h("td", { class: "empty" }));
  for (let i = 0; i < month.days.length; i++) cells.push(dayOf(i + 1, month.days[i], month.marks[i]));
  while (cells.length % 7) cells.push(h("td", { class: "empty" }));
  const weeks = [];
  for (let i = 0; i < cells.length; i += 7) weeks.push(h("tr", {}, cells.slice(i, i + 7)));
  return h("table", { class: "month" }, h("caption", {}, month.title),
    h("thead", {}, h("tr", {}, words.weekdays.map((name, i) => h("th", { scope: "col", abbr: name }, words.weekdaysShort[i])))),
    h("tbody", {}, weeks));
}

function legendOf(months) {
  const used = months.map((month) => month.days + month.marks).join("");
  const lines = [["s", "start", words.legendStart], ["S", "start", words.legendStart], ["=", "counted", words.legendCounted],
    ["-", "left-out", words.legendLeftOut], ["r", "moves", words.legendMoves], ["L", "last", words.legendLast],
    ["b", "holiday", words.legendHoliday], ["c", "closed", words.legendClosed]].filter(([letter]) => used.includes(letter));
  return h("ul", { class: "legend", "aria-label": words.legend }, lines.map(([, name, text]) =>
    h("li", {}, h("span", { class: `sample ${name}`, "aria-hidden": "true" }), text)));
}

function listOf(heading, items) {
  return items.length ? [h("h3", {}, heading), h("ul", {}, items.map((item) => h("li", {}, item)))] : null;
}

function content(count) {
  return [
    h("ol", { class: "count-steps" }, count.steps.map((step) => h("li", {}, step))),
    listOf(words.holidayList, count.bank_holidays.map((day) => fill(words.fact, { kind: day.date, what: day.name }))),
    listOf(words.closureList, count.closures.map((span) => span.name ? fill(words.fact, { kind: span.name, what: fill(words.span, span) }) : fill(words.span, span))),
    count.months.length ? [legendOf(count.months), h("div", { class: "months" }, count.months.map(monthOf))]
      : count.steps.length ? paragraph(words.noMonths) : null,
  ].flat(2).filter(Boolean);
}

/** It is drawn when a person opens it, so that the first dates appear at once. */
export function countOf(step) {
  const details = h("details", { class: "count" },
    h("summary", {}, words.countQuestion, h("span", { class: "visually-hidden" }, ` ${step.title}`)));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) details.append(...content(step.count));
  });
  return details;
}
