// For advisers: checks several case files, and a caseload in a worker, so that the page still responds.
import { words, fill } from "./words.js";
import { h, button, fileField, textField, form, paragraph, save, announce, focusOn, link } from "./dom.js";
import { startWorker } from "../web/place.js";
import { onFiles, openText, state } from "./program.js";
import { frameOf } from "./report.js";
import { faultsOf } from "./keep.js";

const isSpreadsheet = (file) => /\.(xlsx?|xlsm|xlsb|ods|numbers)$/i.test(file.name);

// ---- case files ----

/** Unique names that the program can use. */
function namesOf(files) {
  const taken = new Set();
  return files.map((file, i) => {
    let name = file.name.replace(/[^\w.()-]+/g, "_").replace(/^[-.]+/, "") || "case.ini";
    if (taken.has(name)) name = `${i + 1}-${name}`;
    taken.add(name);
    return name;
  });
}

/** The diary of all cases, as a page and as a calendar: what is open or late, by day. */
async function diaryOf(names, texts) {
  const files = Object.fromEntries(names.map((name, i) => [name, texts[i]]));
  const { files: { "diary.html": page } } = await onFiles(["diary", ...names, "--html", "-o", "diary.html"], files);
  if (page === undefined) return [];
  const { files: { "cases.ics": calendar } } = await onFiles(["diary", ...names, "-o", "cases.ics"], files);
  return [h("h3", {}, words.diary), h("div", { class: "buttons" },
    button(words.saveDiary, () => save("diary.html", page, "text/html")),
    calendar === undefined ? null : button(words.saveCalendar, () => save("cases.ics", calendar, "text/calendar"))), frameOf(page, words.diary)];
}

async function checkCases(field, place) {
  const files = field.files();
  if (!files.length) return [{ field, text: words.chooseFile }];
  const names = namesOf(files), texts = await Promise.all(files.map((file) => file.text()));
  if (files.length === 1) {
    const faults = await openText(texts[0], "");
    if (faults.length) return [{ field, text: words.refusedFile }, ...faultsOf(faults)];
  }
  const result = await onFiles(["check", ...names], Object.fromEntries(names.map((name, i) => [name, texts[i]])));
  const heading = h("h3", {}, words.checkResult);
  place.replaceChildren(heading,
    h("pre", { class: "letter", tabindex: "0", role: "region", "aria-label": words.checkResult }, result.stdout + (result.stderr ? `\n${result.stderr}` : "")),
    ...(await diaryOf(names, texts)),
    ...(files.length === 1 ? [h("p", {}, link(words.backToDates, "#dates"))] : []));
  focusOn(heading);
  return [];
}

// ---- a caseload ----

let running = null; // {worker, stop}

function resultOf(result, seconds) {
  const pieces = [h("h3", {}, words.caseloadPage), paragraph(fill(words.worked, { seconds }))], { page, verdicts, problems } = result;
  pieces.push(h("div", { class: "buttons" },
    button(words.savePage, () => save("caseload.html", page, "text/html")),
    button(words.saveVerdicts, () => save("verdicts.csv", verdicts, "text/csv")),
    problems ? button(words.saveProblems, () => save("problems.txt", problems, "text/plain")) : null));
  if (problems)
    pieces.push(h("details", {}, h("summary", {}, words.problemsFound), h("pre", { class: "letter" }, problems.split("\n").slice(0, 40).join("\n"))));
  pieces.push(frameOf(page, words.caseloadPage));
  return pieces;
}

function work(file, year, place) {
  return new Promise((resolve) => {
    const worker = startWorker(), begun = performance.now(), told = h("p", {}), bar = h("progress", { "aria-label": words.caseloadPage });
    const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
    let rows = 0, share = 0;
    const tell = () => (told.textContent = fill(words.working, { rows: rows.toLocaleString("en-GB"), seconds: seconds(), share: Math.floor(share * 100) }));
    const timer = setInterval(tell, 500);
    const finish = (...content) => {
      clearInterval(timer);
      worker.terminate();
      running = null;
      place.replaceChildren(...content);
      const heading = place.querySelector("h3");
      if (heading) focusOn(heading);
      resolve([]);
    };
    running = { stop: () => finish(paragraph(words.stopped)) };
    place.replaceChildren(bar, told, button(words.stop, () => running?.stop()));
    tell();
    worker.onmessage = ({ data }) => {
      if (data.rows !== undefined) rows = data.rows;
      else if (data.share !== undefined) bar.value = share = data.share;
      else if (data.page) finish(...resultOf(data, seconds()));
      else {
        announce(words.workFailed);
        finish(h("h3", {}, words.workFailed), h("pre", { class: "letter" }, data.failed));
      }
    };
    worker.onerror = (event) => finish(h("h3", {}, words.workFailed), paragraph(event.message ?? ""));
    file.arrayBuffer().then((bytes) => worker.postMessage({ bytes, year, asAt: state.asAt }, [bytes]));
  });
}

function caseloadPart() {
  const field = fileField(words.chooseFile, words.caseloadAbout, ".csv,text/csv,.xlsx,.xls,.ods", false);
  const year = textField(words.caseloadYear, null, "", "width-4"), place = h("div", { class: "result" });
  return h("section", {}, h("h2", {}, words.openCaseload), form([field, year], words.check, async () => {
    const [file] = field.files();
    running?.stop();
    if (!file) return [{ field, text: words.chooseFile }];
    if (isSpreadsheet(file)) return [{ field, text: fill(words.spreadsheet, { name: file.name }) }];
    work(file, year.value(), place);
    return [];
  }), place);
}

export function advisersView() {
  const field = fileField(words.chooseFile, null, ".ini,text/plain", true), place = h("div", { class: "result" });
  return [
    h("h1", {}, words.advisers),
    paragraph(words.advisersAbout),
    h("section", {}, h("h2", {}, words.openCases), form([field], words.check, () => checkCases(field, place)), place),
    caseloadPart(),
  ];
}
