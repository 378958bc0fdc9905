// Shows a page that the program wrote, in a frame that runs no script.
import { words } from "./words.js";
import { h, button, link, paragraph, save } from "./dom.js";
import { state, onCase, said } from "./program.js";

/** A frame for a page that the program wrote, which has a style of its own. */
export function frameOf(page, title) {
  const frame = h("iframe", { class: "page-frame", title, sandbox: "allow-same-origin allow-modals" });
  frame.srcdoc = page;
  frame.addEventListener("load", () => frame.classList.add("is-loaded"));
  return frame;
}

/** `which`: "chronology" for the chronology, else the report. */
export async function reportView(which) {
  const byDay = which === "chronology", heading = h("h1", {}, byDay ? words.chronology : words.report);
  if (!state.screen) return [heading, paragraph(words.nothingYet)];
  const result = await onCase(["report", "case.ini", "-o", "report.html"], byDay ? ["--chronology"] : []);
  const page = result.files["report.html"];
  if (page === undefined) return [heading, ...said(result.stderr).map((note) => paragraph(note.text))];
  const frame = frameOf(page, byDay ? words.chronology : words.reportFrame);
  return [
    heading,
    paragraph(byDay ? words.chronologyAbout : words.reportAbout),
    h("p", {}, byDay ? link(words.report, "#report") : link(words.chronology, "#report/chronology")),
    h("div", { class: "buttons" }, button(words.print, () => {
      frame.contentWindow.focus();
      frame.contentWindow.print();
    }, "main-button"), button(words.saveReport, () => save(byDay ? "ehc-chronology.html" : "ehc-report.html", page, "text/html"))),
    frame,
  ];
}
