// The page shows one view at a time, named by the part of the address after '#', so that the browser's Back button works.
import { words, fill } from "./words.js";
import { h, button, focusOn, link } from "./dom.js";
import { loadProgram, onNewVersion } from "../web/place.js";
import { withBundle, openKept } from "./program.js";
import { datesView } from "./dates.js";
import { startView } from "./starts.js";
import { happenedView } from "./happened.js";
import { factView } from "./fact.js";
import { calendarView } from "./calendar.js";
import { reportView } from "./report.js";
import { lettersView } from "./letters.js";
import { keepView } from "./keep.js";
import { advisersView } from "./advisers.js";
import { textView } from "./about.js";

const views = {
  dates: datesView,
  start: withBundle(startView),
  happened: withBundle(happenedView),
  fact: withBundle(factView),
  calendar: withBundle(calendarView),
  report: withBundle(reportView),
  letters: withBundle(lettersView),
  keep: withBundle(keepView),
  advisers: withBundle(advisersView),
  privacy: () => textView(words.privacy, words.privacyText),
  accessibility: () => textView(words.accessibility, words.accessibilityText),
};

const main = document.getElementById("main");
let shown = 0;

async function show(moveFocus) {
  const asked = location.hash, turn = ++shown;
  let view = "dates", content;
  main.setAttribute("aria-busy", "true");
  try {
    const [name, ...rest] = decodeURIComponent(asked.slice(1)).split("/");
    if (Object.hasOwn(views, name)) view = name;
    content = await views[view](...rest);
  } catch (error) {
    content = failure(error);
  }
  if (turn !== shown) return; // another view was asked for meanwhile
  main.replaceChildren(...(view === "dates" ? [] : [h("p", { class: "back" }, link(words.backToDates, "#dates"))]), ...content);
  main.dataset.view = asked;
  main.removeAttribute("aria-busy");
  const heading = main.querySelector("h1");
  document.title = heading.textContent === words.title ? words.title : `${heading.textContent} – ${words.title}`;
  if (!moveFocus) return;
  scrollTo(0, 0);
  focusOn(heading);
}

const failure = (error) => [h("h1", {}, words.title), h("p", {}, fill(words.cannotStart, { error: error?.message ?? error })), h("p", {}, words.cannotStartHint)];

const foot = () =>
  h("nav", { "aria-label": words.more }, h("ul", {}, [["keep", words.toKeep], ["advisers", words.toAdvisers], ["privacy", words.toPrivacy],
    ["accessibility", words.toAccessibility]].map(([to, text]) => h("li", {}, link(text, `#${to}`)))));

try {
  // Start loading: the person reads the first screen meanwhile.
  loadProgram().catch((error) => main.replaceChildren(...failure(error)));
  await openKept();
  document.getElementById("foot").append(foot());
  addEventListener("hashchange", () => show(true));
  onNewVersion((reload) => document.body.prepend(h("div", { class: "new-version", role: "status" }, h("p", {}, words.newVersion, " ",
    button(words.takeNewVersion, reload)))));
  await show(false);
} catch (error) {
  main.replaceChildren(...failure(error));
}
