// Every screen: no fault that axe-core knows and no sideways scrolling, at 320, 390 and 1280 pixels and at 400 % zoom;
// also with forced colours, with less motion, and in print.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Person } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = ["#dates", "#happened", "#fact/event/assessment-decision", "#fact/closure", "#fact/advice", "#fact/own", "#fact/they-say", "#start/review", "#start/advice", "#calendar",
  "#letters", "#report", "#report/chronology", "#keep", "#advisers", "#privacy", "#accessibility"];
/** A desktop of 1280 by 1024 pixels at 400 % shows 320 by 256. */
const SIZES = [[1280, 800], [390, 844], [320, 568], [320, 256]];

const openAll = (page) => page.evaluate(() => document.querySelectorAll("#main details").forEach((one) => { one.open = true; }));

/** Which nodes have which faults. Runs in the page. */
const faultsNow = async (rules) => (await globalThis.axe.run(document, { runOnly: rules, resultTypes: ["violations"] })).violations
  .map((fault) => `${fault.id}: ${fault.nodes.map((node) => `${node.html.slice(0, 100)} ${node.any[0]?.message ?? ""}`).slice(0, 2).join(" | ")}`);

async function check(page, name) {
  assert.deepEqual(await page.evaluate(faultsNow, RULES), [], name);
  await fits(page, name);
}

async function fits(page, name) {
  const wide = await page.evaluate(() => [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1 &&
    !one.closest(".visually-hidden, iframe")).map((one) => one.outerHTML.slice(0, 100)));
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(sideways <= 0, `${name}: ${sideways} pixels to scroll sideways, by ${wide.slice(0, 3).join(" | ")}`);
}

/** A case with something late, and a caseload with a row that cannot be read. */
async function openCase(person) {
  const path = await person.choose("open.ini", readFileSync(new URL("../../../data/examples/summer-does-not-fit.ini", import.meta.url), "utf8"));
  await person.go("#keep");
  await (await person.page.$("input[type=file]")).uploadFile(path);
  await person.press("Open a case file", "button");
  await person.waitFor("As at");
}

async function judgeCaseload(person) {
  await person.go("#advisers");
  const path = await person.choose("rows.csv", "reference,request-received,final-plan-sent\nA-1,2026-01-05,2026-05-25\nA-2,2026-13-05,\nA-3,2026-01-05,2026-06-30\n");
  await (await person.page.$$("input[type=file]"))[1].uploadFile(path);
  await (await (await person.page.$$("form"))[1].$("button")).click();
  await person.waitFor("Save the verdict on each row");
}

async function everySize(person) {
  const { page } = person;
  for (const [width, height] of SIZES) {
    await page.setViewport({ width, height });
    for (const view of VIEWS) {
      await person.go(view);
      await openAll(page);
      await (height < 500 ? fits : check)(page, `${view} at ${width} by ${height}`);
    }
  }
  await judgeCaseload(person);
  for (const [width, height] of SIZES) {
    await page.setViewport({ width, height });
    await check(page, `a caseload at ${width} by ${height}`);
  }
}

async function otherColours(person, session) {
  const { page } = person;
  await person.go("#dates");
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "dark" }] });
  await openAll(page);
  await check(page, "dark colours");
  const scrolling = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value: "no-preference" }] });
  assert.equal(await scrolling(), "smooth");
  const noMotion = { name: "prefers-reduced-motion", value: "reduce" };
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }, noMotion, { name: "prefers-color-scheme", value: "dark" }] });
  await page.waitForSelector("td.last");
  const last = await page.$eval("td.last", (cell) => [getComputedStyle(cell).borderTopStyle, cell.innerText]);
  assert.equal(last[0], "double", "the last day is marked by a border where colours are forced");
  assert.match(last[1], /last/);
  assert.equal(await scrolling(), "auto");
  const moving = await page.evaluate(() => document.getAnimations().length);
  assert.equal(moving, 0, "nothing moves where less motion is wanted");
}

/** What a printer would get, as text. */
async function printed(person, session) {
  const { page } = person, path = join(person.folder, "printed.pdf");
  await session.send("Emulation.setEmulatedMedia", { media: "", features: [] });
  await page.setViewport({ width: 1280, height: 800 });
  await person.go("#dates");
  await page.pdf({ path, format: "A4" });
  return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
}

export async function everyScreen({ browser, address }) {
  const person = await Person.at(browser, address), { page } = person;
  await page.evaluate(axe);
  await check(page, "first");
  await person.press("Show the dates");
  await check(page, "a mistake");
  await openCase(person);
  await everySize(person);
  const session = await page.createCDPSession();
  await otherColours(person, session);
  const text = await printed(person, session);
  assert.match(text, /12 December 2026/);
  assert.match(text, /This is a calculation, not legal advice/);
  assert.doesNotMatch(text, /Put these dates in my calendar|Look at it on another day|Back to the dates/, "what can only be pressed is not printed");
  return person;
}
