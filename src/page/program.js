// The page's calls of the program, and the case that is open. Whoever shows something listens for "change".
import { loadProgram } from "../web/place.js";
import { parseCase, writeCase, isEmpty, copyCase } from "./case_file.js";

const STORE = "ehc-case";

/**
 * What is open: sections, their text, the screen that the program made of them; asAt: "" for today. The bundle is what
 * `ehc ask --questions --json` says: of it the page itself has what the first screen shows, so that this need not wait.
 */
export const state = {
  sections: [], text: "", screen: null, asAt: "", kept: false, notes: [],
  bundle: { questions: [], events: [], advisers: [], letters: [], ...JSON.parse(document.getElementById("first").textContent) },
};

const ehc = async (...call) => (await loadProgram())(...call);

/** Said by the program: [{line, message, hint}]. Hints that speak of a command line are left out. */
export function said(stderr) {
  const all = [];
  for (const row of stderr.split("\n")) {
    const first = /^ehc: (?:[^:]*\.ini:(\d+): )?(.*)$/.exec(row);
    if (first) all.push({ line: first[1] ? Number(first[1]) : 0, message: first[2].replace(/^--[a-z-]+: /, ""), hint: "" });
    else if (all.length && row.trim() !== "") all[all.length - 1].hint += (all[all.length - 1].hint ? " " : "") + row.trim();
  }
  for (const one of all) {
    if (/--|\behc\b|case file/.test(one.hint)) one.hint = "";
    one.text = withTitles(upper(one.message) + (one.hint ? `: ${one.hint}` : ""));
  }
  return all;
}

/** Events by their titles, as people know them: ids are of the command line. */
export const withTitles = (text) => text.replace(/'([a-z0-9-]+)'|\b[a-z0-9]+(?:-[a-z0-9]+)+\b/g, (whole, quoted) => {
  const event = state.bundle.events.find((one) => one.event === (quoted ?? whole));
  return event ? `“${event.title}”` : whole;
});

const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

let asked = null;

/** The whole bundle, asked for once. */
const wholeBundle = () => (asked ??= ehc(["ask", "--questions", "--json"]).then((result) => {
  if (result.status !== 0) throw new Error(result.stderr);
  state.bundle = JSON.parse(result.stdout);
}));

/** A view that shows more of the bundle than the first screen does. */
export const withBundle = (view) => async (...rest) => {
  await wholeBundle();
  return view(...rest);
};

const asAtOption = () => (state.asAt ? ["--as-at", state.asAt] : []);

/** Runs a command on the case that is open. */
export const onCase = (command, options = []) => ehc([...command, ...options, ...asAtOption()], { "case.ini": state.text });

/** Runs a command on files. */
export const onFiles = (command, files) => ehc([...command, ...asAtOption()], files);

async function screenOf(text, asAt) {
  return ehc(["timeline", "--case", "case.ini", "--screen", ...(asAt ? ["--as-at", asAt] : [])], { "case.ini": text });
}

function take(screen, text, asAt, notes) {
  state.screen = screen;
  state.text = screen.case_file ?? text;
  state.sections = parseCase(state.text);
  state.asAt = asAt;
  state.notes = notes;
  if (state.kept) keep();
}

/** Takes the text of a case file, if the program does. Gives what is wrong: []: taken. */
export async function openText(text, asAt = state.asAt) {
  const result = await screenOf(text, asAt);
  const screen = result.stdout === "" ? null : JSON.parse(result.stdout);
  if (result.stderr !== "" || screen?.not_known.length) await wholeBundle(); // what is said may name an event
  if (screen === null) return said(result.stderr);
  take(screen, text, asAt, said(result.stderr));
  return [];
}

/** Takes a changed case. Gives what is wrong, each with its place: {section, key}. */
export async function tryCase(sections) {
  if (isEmpty(sections)) {
    startAgain();
    return [];
  }
  const { text, places } = writeCase(sections);
  return (await openText(text)).map((fault) => ({ ...fault, place: places[fault.line] ?? null }));
}

/** Looks at the same case as at another day. */
export const lookAt = async (day) => {
  const faults = await openText(state.text, day);
  if (!faults.length && day) state.asAt = state.screen.as_at;
  return faults;
};

export const copyOfCase = () => copyCase(state.sections);

export function startAgain() {
  Object.assign(state, { sections: [], text: "", screen: null, asAt: "", notes: [] });
  if (state.kept) keep();
}

// ---- kept on this device, only where it was asked for ----

/** Whether it could be kept. */
export function keep() {
  try {
    localStorage.setItem(STORE, state.text);
    state.kept = localStorage.getItem(STORE) === state.text;
  } catch {
    state.kept = false;
  }
  return state.kept;
}

export function forget() {
  state.kept = false;
  try {
    localStorage.removeItem(STORE);
  } catch {
    // A browser that keeps nothing has nothing to delete.
  }
}

export async function openKept() {
  let text = null;
  try {
    text = localStorage.getItem(STORE);
  } catch {
    return;
  }
  if (text === null) return;
  state.kept = true;
  if (text !== "") await openText(text);
}
