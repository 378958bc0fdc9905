// The nasty strings of tests/hostile in every text field: each is shown as text, or refused with a reason, and does nothing.
// The native program reads the resulting case file, and writes the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Person, native } from "./browser.mjs";

/** Texts too long for a field are opened as a file, in storage.mjs. */
const LEFT_OUT = new Set(["huge"]);
const ESCAPE = /\\(?:x(..)|u(....)|U(........)|\{(\d+):((?:[^\\}]|\\.)*)\}|(.))/gsu;

/** Reads them as tests/hostile/place.py does. A byte that is not a character becomes one: a field has characters, not bytes. */
function bytesOf(text) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(ESCAPE)) {
    const [whole, byte, four, eight, times, what, one] = match;
    parts.push(Buffer.from(text.slice(at, match.index)));
    at = match.index + whole.length;
    if (byte) parts.push(Buffer.from([parseInt(byte, 16)]));
    else if (four ?? eight) parts.push(Buffer.from(String.fromCodePoint(parseInt(four ?? eight, 16))));
    else if (times) for (let i = 0; i < Number(times); i++) parts.push(bytesOf(what));
    else parts.push(Buffer.from({ n: "\n", r: "\r", t: "\t", b: "\b", "\\": "\\" }[one]));
  }
  return Buffer.concat([...parts, Buffer.from(text.slice(at))]);
}

export function nastyStrings() {
  const lines = readFileSync(new URL("../../hostile/strings.tsv", import.meta.url), "utf8").trimEnd().split("\n").filter((line) => !line.startsWith("# ")).slice(1);
  return lines.map((line) => line.split("\t")).filter(([name]) => !LEFT_OUT.has(name)).map(([name, text]) => [name, new TextDecoder().decode(bytesOf(text))]);
}

/** The strings that reach furthest in a page and in a case file. HOSTILE=all takes all strings, HOSTILE=nul,tab these two. */
const FURTHEST = /^(html-.*|template-script|ini-.*|quotes|quote-.*|nul|two-lines|crlf|bidi-override|formula|json-end|backslash-end|utf8-cut|long|empty|spaces)$/;

/** The forms with text fields, the days that each form also needs, and its number of text fields. */
const FORMS = { case: [[], 2], closure: [["9 2 2026", "12 2 2026"], 1], absence: [["9 2 2026", "12 2 2026"], 1], exceptional: [["9 2 2026", "12 2 2026"], 2],
  "missed-appointment": [["9 2 2026"], 2], advice: [["9 2 2026"], 1], consultation: [["9 2 2026"], 1], own: [["9 2 2026"], 3], "they-say": [["9 2 2026"], 2] };
const VIEWS = ["#letters", "#report", "#keep"]; // and #dates and #happened, which come by themselves

/** In the page: one string through every form. Gives what is wrong, and the case file. */
async function through(text, forms, views) {
  const main = document.getElementById("main"), wrong = [];
  const settle = async () => {
    do await new Promise((resolve) => setTimeout(resolve, 0));
    while (main.dataset.view !== location.hash || document.querySelector("[aria-busy=true]"));
  };
  const go = (view) => {
    location.hash = view;
    return settle();
  };
  const buttonOf = (words) => [...main.querySelectorAll("button")].find((one) => one.textContent === words);
  const fill = (days, value) => {
    [...main.querySelectorAll(".date-parts")].slice(0, days.length).forEach((parts, i) =>
      parts.querySelectorAll("input").forEach((input, j) => { input.value = days[i].split(" ")[j]; }));
    const fields = [...main.querySelectorAll("form input")].filter((input) => input.type === "text" && !input.closest(".date-parts"));
    for (const field of fields) field.value = value;
    return fields.length;
  };
  const inspect = (where) => {
    const frames = [...main.querySelectorAll("iframe")].map((frame) => frame.contentDocument?.body).filter(Boolean);
    for (const place of [main, ...frames]) {
      const made = [...place.querySelectorAll("img, script, object, embed, b, [onerror], [onload], [onmouseover], a[href]")]
        .filter((one) => one.tagName !== "A" || !/^(#|https:)/.test(one.getAttribute("href")));
      if (made.length) wrong.push(`${where}: ${made[0].outerHTML.slice(0, 200)}`);
    }
    if (main.querySelectorAll("h1").length !== 1) wrong.push(`${where}: more than one heading`);
    if (getComputedStyle(main).display === "none") wrong.push(`${where}: nothing is shown`);
  };

  await go("#keep");
  buttonOf("Start again with nothing")?.click();
  await go("#fact/event/request-received");
  fill(["5 1 2026"], "");
  main.querySelector("button[type=submit]").click();
  await settle();
  const taken = [];
  for (const [kind, [days, count]] of Object.entries(forms)) {
    await go(`#fact/${kind}`);
    if (fill(days, text) !== count) wrong.push(`${kind}: it has not ${count} fields of words`);
    main.querySelector("button[type=submit]").click();
    await settle();
    if (location.hash === "#dates") taken.push(kind);
    else if (!(main.querySelector(".error-summary li")?.textContent.length > 10)) wrong.push(`${kind}: refused without a reason`);
    inspect(kind);
  }
  for (const view of views) {
    await go(view);
    inspect(view);
  }
  const make = URL.createObjectURL;
  let file = null;
  URL.createObjectURL = (blob) => {
    file = blob;
    return make.call(URL, new Blob([]));
  };
  buttonOf("Save a case file").click();
  URL.createObjectURL = make;
  await go("#happened");
  inspect("#happened");
  return { wrong, taken, file: await file.text(), known: main.innerText };
}

/** Plain text with marks: it must be readable on the page. */
const PLAIN = new Set(["html-script", "html-image", "html-attribute", "html-svg", "html-table", "template-script", "formula", "sql", "markdown", "ini-section"]);

export async function nastyText({ browser, address, build }) {
  const person = await Person.at(browser, address);
  const chosen = process.env.HOSTILE?.split(",") ?? null;
  for (const [name, text] of nastyStrings().filter(([one]) => (chosen ? chosen.includes(one) || chosen[0] === "all" : FURTHEST.test(one)))) {
    const { wrong, taken, file, known } = await person.page.evaluate(through, text, FORMS, VIEWS);
    assert.deepEqual(wrong, [], name);
    const screen = JSON.parse(native(build, ["timeline", "--case", "case.ini", "--screen", "--as-at", "2026-03-01", "-o", "screen.json"], { "case.ini": file })("screen.json"));
    // A name with a header's marks can be read but not written: then case_file is null.
    assert.equal(screen.case_file ?? file, file, `${name}: the native program writes another case file`);
    if (PLAIN.has(name)) {
      assert.ok(taken.includes("case"), `${name}: refused as a reference`);
      assert.ok(known.includes(text), `${name}: not shown as it was typed`);
    }
  }
  return person;
}
