// Calls the program, and keeps the state of the open case.
import { loadProgram } from "../web/place.js";
import { parseCase, writeCase, isEmpty, copyCase } from "./case_file.js";

const STORE = "ehc-case";

/**
 * The open case: its sections, their text, and the screen that the program made of them; asAt: "" for today. The bundle is the
 * output of `ehc ask --questions --json`. Its part for the first screen is in the page, so that this screen does not wait.
 */
export const state = {
  sections: [], text: "", screen: null, asAt: "", kept: false, notes: [],
  bundle: { questions: [], events: [], advisers: [], letters: [], ...JSON.parse(document.getElementById("first").textContent) },
};

const ehc = async (...call) => (await loadProgram())(...call);

/** Reads the messages of the program: [{line, message, hint}]. Hints about the command line are left out. */
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

/** Replaces the ids of events, which belong to the command line, by their titles. */
export const withTitles = (text) => text.replace(/'([a-z0-9-]+)'|\b[a-z0-9]+(?:-[a-z0-9]+)+\b/g, (whole, quoted) => {
  const event = state.bundle.events.find((one) => one.event === (quoted ?? whole));
  return event ? `“${event.title}”` : whole;
});

const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

let asked = null;

/** Loads the whole bundle, once. */
const wholeBundle = () => (asked ??= ehc(["ask", "--questions", "--json"]).then((result) => {
  if (result.status !== 0) throw new Error(result.stderr);
  state.bundle = JSON.parse(result.stdout);
}));

/** For a view that needs more of the bundle than the first screen. */
export const withBundle = (view) => async (...rest) => {
  await wholeBundle();
  return view(...rest);
};

const asAtOption = () => (state.asAt ? ["--as-at", state.asAt] : []);

/** Runs a command on the open case. */
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

/** Opens the text of a case file. Gives its faults; if there are none, [], and the case is open. */
export async function openText(text, asAt = state.asAt) {
  const result = await screenOf(text, asAt);
  const screen = result.stdout === "" ? null : JSON.parse(result.stdout);
  if (result.stderr !== "" || screen?.not_known.length) await wholeBundle(); // messages may name an event
  if (screen === null) return said(result.stderr);
  take(screen, text, asAt, said(result.stderr));
  return [];
}

/** Opens a changed case. Gives its faults, each with its place: {section, key}. */
export async function tryCase(sections) {
  if (isEmpty(sections)) {
    startAgain();
    return [];
  }
  const { text, places } = writeCase(sections);
  return (await openText(text)).map((fault) => ({ ...fault, place: places[fault.line] ?? null }));
}

/** Judges the open case as at another day. */
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

// ---- kept on this device, only on request ----

/** Keeps the case; false if the browser does not let it. */
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
