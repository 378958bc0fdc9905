// What a browser stores and opens: no storage, no room left, a case of 256 KB, a case of 10 MB; and the site without a network
// after one visit.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { Person, native, serve } from "./browser.mjs";

const NOT_KEPT = "This browser does not let a page keep anything, or it has no room.";

/** A request of Monday 5 January 2026, whose 20 weeks end on Monday 25 May. */
async function givesTheDates(person) {
  await person.typeDay("On which day did the council receive", "5 1 2026");
  await person.press("Show the dates");
  await person.waitFor("25 May 2026");
}

async function isNotKept(person) {
  await person.go("#keep");
  await person.press("Keep it on this device", "button");
  await person.waitFor(NOT_KEPT);
  const file = await person.saved("ehc-case.ini", () => person.press("Save a case file", "button"));
  assert.equal(file, "[events]\nrequest-received = 2026-01-05\n", "what was typed is still there");
  await person.go("#dates");
  await person.waitFor("25 May 2026");
}

function refuseToKeep() {
  Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });
}

export async function storageRefused({ browser, address }) {
  const person = await Person.at(browser, address, refuseToKeep);
  await givesTheDates(person);
  await isNotKept(person);
  return person;
}

export async function storageFull({ browser, address }) {
  const person = await Person.at(browser, address);
  await givesTheDates(person);
  await person.page.evaluate(() => {
    for (let size = 1 << 22; size >= 1;) {
      try {
        localStorage.setItem(`other ${size} ${Math.random()}`, "x".repeat(size));
      } catch {
        size >>= 1;
      }
    }
  });
  await isNotKept(person);
  await person.page.evaluate(() => localStorage.clear());
  return person;
}

async function open(person, path) {
  await person.go("#keep");
  await (await person.page.$("input[type=file]")).uploadFile(path);
  await person.press("Open a case file", "button");
}

export async function longFiles({ browser, address, build }) {
  const person = await Person.at(browser, address);
  const text = execFileSync("python3", [fileURLToPath(new URL("../../web/long-case.py", import.meta.url))], { encoding: "utf8" });
  assert.equal(text.length, 256 * 1024);
  await open(person, await person.choose("huge.ini", `[case]\nreference = ${"h".repeat(10485760)}\n`));
  await person.waitFor("This file cannot be used");
  await open(person, await person.choose("long.ini", text));
  await person.waitFor("B-256");
  await person.go("#keep");
  const file = await person.saved("ehc-case.ini", () => person.press("Save a case file", "button"));
  const screen = JSON.parse(native(build, ["timeline", "--case", "case.ini", "--screen", "-o", "screen.json"], { "case.ini": text })("screen.json"));
  assert.equal(file, screen.case_file, "the native program writes the same");
  await person.press("Keep it on this device", "button");
  await person.waitFor("Kept on this device.");
  await person.go("#dates");
  await person.page.reload();
  await person.settle();
  await person.waitFor("B-256");
  return person;
}

/** tests/web/site.mjs tests the same in Chromium, and the new version. */
export async function withoutNetwork({ browser, build }) {
  const site = await serve(join(build, "web", "site"));
  const person = await Person.at(browser, site.address);
  await person.page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await site.close();
  await person.page.goto(site.address);
  await person.settle();
  await givesTheDates(person);
  person.requests = person.requests.filter((url) => !url.startsWith(site.address));
  return person;
}
