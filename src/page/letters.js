// All letters: those that fit the case, to read, copy and save, and the others with the reason why not.
import { words, fill } from "./words.js";
import { h, button, link, paragraph, save, announce, selectField } from "./dom.js";
import { state, onFiles, said, copyOfCase } from "./program.js";
import { sectionOf, writeCase } from "./case_file.js";

async function copy(text, pre) {
  try {
    await navigator.clipboard.writeText(text);
    announce(words.copied);
    return words.copied;
  } catch {
    getSelection().selectAllChildren(pre);
    announce(words.notCopied);
    return words.notCopied;
  }
}

/** Joins wrapped lines, to be shown on a narrow screen. Copy and Save take the letter as it is. */
const WRAPPED = 50;
function flowing(text) {
  const lines = text.split("\n"), shown = [];
  for (const line of lines) {
    const before = shown.length ? lines[shown.at(-1).last] : "", goesOn = before.length > WRAPPED && /^(?! *[-[]).*\S/.test(line);
    if (goesOn) Object.assign(shown.at(-1), { text: `${shown.at(-1).text} ${line.trim()}`, last: shown.at(-1).last + 1 });
    else shown.push({ text: line, last: shown.length ? shown.at(-1).last + 1 : 0 });
  }
  return shown.map((line) => line.text).join("\n");
}

/** The case file; if it does not name the council, with a place in brackets for the name. */
function caseToWrite() {
  if (state.screen.case.authority) return state.text;
  const sections = copyOfCase();
  sectionOf(sections, "case").values.authority = words.lettersCouncilPlace;
  return writeCase(sections).text;
}

function letterOf(kind, title, result) {
  const text = result.files["letter.txt"], pre = h("pre", { class: "letter", tabindex: "0", role: "region", "aria-label": title }, flowing(text)), answer = h("p", {});
  const before = result.stderr.split(/\n(?=[A-Z])/).join(" ").replace(/\s+/g, " ").replace(/:? ?ehc letter [a-z-]+\.?/g, "").replace(/^Before you send it: (.)/, (_, first) => first.toUpperCase()).trim();
  return h("details", { class: "letter-box" }, h("summary", {}, h("span", { class: "visually-hidden" }, words.read), title),
    before ? h("div", { class: "inset" }, h("strong", {}, words.beforeSending), paragraph(before)) : null,
    pre,
    h("div", { class: "buttons" },
      button([words.copy, h("span", { class: "visually-hidden" }, ` ${title}`)], async () => (answer.textContent = await copy(text, pre))),
      button([words.saveLetter, h("span", { class: "visually-hidden" }, ` ${title}`)], () => save(`${kind}.txt`, text, "text/plain"))),
    answer);
}

function refusalOf(kind, title, result, write) {
  const item = h("li", {}, h("strong", {}, title), said(result.stderr).map((note) => paragraph(note.text)));
  if (result.stderr.includes("--anyway"))
    item.append(button([words.anyway, h("span", { class: "visually-hidden" }, `: ${title}`)], async () => {
      const again = await write(kind, "--anyway");
      if (again.files["letter.txt"] === undefined) return;
      const letter = letterOf(kind, title, again);
      item.replaceChildren(letter);
      letter.open = true;
      letter.querySelector("summary").focus();
    }));
  return item;
}

/** Draws all letters. `round`: the day that they are about; "" for the latest with a reason to write. */
async function draw(place, round) {
  const fit = [], not = [], files = { "case.ini": caseToWrite() }, options = round ? ["--round", round] : [];
  const write = (kind, ...more) => onFiles(["letter", kind, "case.ini", "-o", "letter.txt", ...options, ...more], files);
  for (const { letter, title } of state.bundle.letters) {
    const result = await write(letter);
    if (result.files["letter.txt"] !== undefined) fit.push(letterOf(letter, title, result));
    else if (!result.stderr.startsWith("ehc: --round")) not.push(refusalOf(letter, title, result, write)); // else it has no such round
  }
  place.replaceChildren(
    h("section", {}, h("h2", {}, words.lettersFit), fit.length ? fit : paragraph(words.lettersNone)),
    not.length ? h("section", {}, h("h2", {}, words.lettersNot), h("ul", { class: "rows" }, not)) : "");
}

/** If something happened more than once: asks which time the letters are about. */
function roundPart(place) {
  const { events } = state.screen, several = events.filter((event) => events.some((other) => other !== event && other.event === event.event));
  if (!several.length) return null;
  const pick = selectField(words.letterRound, null, [["", words.letterLatest], ...several.map((event) => [event.date, fill(words.fact, { kind: event.title, what: event.words })])], "");
  const change = async () => {
    place.setAttribute("aria-busy", "true");
    await draw(place, pick.value()).finally(() => place.removeAttribute("aria-busy"));
    announce(fill(words.lettersDrawn, { count: place.querySelectorAll(".letter-box").length }));
  };
  pick.element.addEventListener("change", change);
  return pick.element;
}

export async function lettersView() {
  const heading = h("h1", {}, words.letters);
  if (!state.screen) return [heading, paragraph(words.nothingYet)];
  const place = h("div", {});
  await draw(place, "");
  return [
    heading,
    paragraph(words.lettersAbout),
    state.screen.case.authority ? null : h("p", { class: "inset" }, words.lettersCouncil, " ", link(words.lettersGiveCouncil, "#fact/case")),
    roundPart(place),
    place,
  ].filter(Boolean);
}
