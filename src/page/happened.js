// What has happened: facts to add, the likely ones first, and the facts given so far, to change or remove.
import { words, fill } from "./words.js";
import { h, button, link, newId, paragraph, announce } from "./dom.js";
import { state, tryCase, copyOfCase } from "./program.js";
import { describe, kindsToAdd } from "./fact.js";
import { eventsOf } from "./case_file.js";

const titleOf = (id) => state.bundle.events.find((event) => event.event === id)?.title ?? id;

async function removeFact(without, text, place) {
  const before = copyOfCase();
  const faults = await tryCase(without);
  if (faults.length) {
    place.replaceChildren(h("p", { class: "error-message" }, faults[0].text));
    announce(faults[0].text);
    return;
  }
  location.hash.startsWith("#happened") ? place.dispatchEvent(new CustomEvent("changed", { bubbles: true, detail: { text, before } })) : null;
}

function row(text, to, without, place) {
  return h("li", {}, h("span", {}, text), h("span", { class: "row-actions" },
    h("a", { href: to }, words.change, h("span", { class: "visually-hidden" }, ` ${text}`)),
    h("button", { type: "button", class: "quiet", onclick: () => removeFact(without(), text, place) }, words.remove,
      h("span", { class: "visually-hidden" }, ` ${text}`))));
}

/** The program gives the words for each day; a day that it does not list is shown as it is written. */
function knownRows(place) {
  const rows = [], sections = copyOfCase();
  for (const [id, days] of Object.entries(eventsOf(sections).values))
    days.forEach((day, i) => {
      const said = state.screen.events.find((event) => event.event === id && (event.date === day || event.date.startsWith(`${day}-`)))?.words ?? day;
      rows.push(row(fill(words.fact, { kind: titleOf(id), what: said }), `#fact/event/${id}/${i}`, () => {
        const copy = copyOfCase(), values = eventsOf(copy).values;
        values[id].splice(i, 1);
        if (!values[id].length) delete values[id];
        return copy;
      }, place));
    });
  state.sections.forEach((section, i) => {
    if (section.kind === "events") return;
    rows.push(row(describe(section), `#fact/${section.kind}/${i}`, () => copyOfCase().filter((_, j) => j !== i), place));
  });
  return rows;
}

function known() {
  const list = h("ul", { class: "rows" }), place = h("div", {});
  const section = h("section", {}, h("h2", {}, words.known), place, list);
  const draw = () => list.replaceChildren(...(state.screen ? knownRows(place) : [h("li", {}, words.none)]));
  section.addEventListener("changed", ({ detail }) => {
    draw();
    const removed = fill(words.removed, { fact: detail.text });
    const back = button(words.putBack, async () => {
      await tryCase(detail.before);
      place.replaceChildren();
      draw();
    }, "quiet");
    place.replaceChildren(h("p", { class: "inset" }, removed, " ", back));
    announce(removed);
    back.focus();
  });
  draw();
  return section;
}

function search() {
  const id = newId("search"), list = h("ul", { class: "choices" }), count = h("p", { role: "status", class: "hint" });
  const events = state.bundle.events.filter((event) => !event.several_in);
  const draw = (typed) => {
    const parts = typed.toLowerCase().split(/\s+/);
    const found = events.filter((event) => parts.every((part) => event.title.toLowerCase().includes(part)));
    list.replaceChildren(...found.map((event) => h("li", {}, link(event.title, `#fact/event/${event.event}`))));
    count.textContent = fill(words.found, { count: found.length });
  };
  const input = h("input", { id, type: "search", autocomplete: "off", class: "width-full", oninput: () => draw(input.value) });
  draw("");
  return h("details", {}, h("summary", {}, words.allEvents), h("label", { for: id }, words.filter), input, count, list);
}

export function happenedView() {
  const likely = (state.screen?.likely ?? [state.bundle.starts_with]).slice(0, 8);
  return [
    h("h1", {}, words.happened),
    likely.length ? h("section", {}, h("h2", {}, words.likely), h("ul", { class: "choices" }, likely.map((event) =>
      h("li", {}, link(titleOf(event), `#fact/event/${event}`))))) : null,
    search(),
    h("section", {}, h("h2", {}, words.otherFacts), h("ul", { class: "choices" }, kindsToAdd.map((kind) =>
      h("li", {}, link(words.kinds[kind], `#fact/${kind}`))))),
    known(),
    paragraph(words.keepAbout, "small"),
  ].filter(Boolean);
}
