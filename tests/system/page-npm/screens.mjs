// Every screen: no fault that axe-core knows of, at 390, 320 (400 % of 1280) and 1280 pixels; nothing to scroll sideways; forced
// colours; less motion; print.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Person, wait } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const VIEWS = ["#dates", "#happened", "#fact/event/assessment-decision", "#fact/closure", "#fact/advice", "#fact/own", "#start/review", "#start/advice", "#calendar",
  "#letters", "#report", "#keep", "#advisers", "#privacy", "#accessibility"];

async function check(page, name) {
  await page.evaluate(axe);
  const faults = await page.evaluate(async () => (await globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }))
    .violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html.slice(0, 100)).slice(0, 2).join(" | ")}`));
  assert.deepEqual(faults, [], name);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(sideways <= 0, `${name}: ${sideways} pixels to scroll sideways`);
}

export async function everyScreen({ browser, address, build }) {
  const person = await Person.at(browser, address), { page } = person;
  await check(page, "first");
  await person.press("Show the dates");
  await check(page, "a mistake");
  const path = await person.choose("open.ini", readFileSync(new URL("../../../data/examples/summer-does-not-fit.ini", import.meta.url), "utf8"));
  await person.go("#keep");
  await (await page.$("input[type=file]")).uploadFile(path);
  await person.press("Open a case file", "button");
  await person.waitFor("As at");
  for (const width of [390, 320, 1280]) {
    await page.setViewport({ width, height: 800 });
    for (const view of VIEWS) {
      await person.go(view);
      await page.evaluate(() => document.querySelectorAll("#main details").forEach((one) => { one.open = true; }));
      await wait(200);
      await check(page, `${view} at ${width}`);
    }
  }
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }, { name: "prefers-reduced-motion", value: "reduce" }, { name: "prefers-color-scheme", value: "dark" }] });
  await person.go("#dates");
  await page.evaluate(() => document.querySelectorAll("details.count").forEach((one) => { one.open = true; }));
  await wait(200);
  const last = await page.$eval("td.last", (cell) => [getComputedStyle(cell).borderTopStyle, cell.innerText]);
  assert.equal(last[0], "double", "the last day is marked by a border where colours are forced");
  assert.match(last[1], /last/);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
  await session.send("Emulation.setEmulatedMedia", { media: "print", features: [] });
  assert.equal(await page.evaluate(() => [...document.querySelectorAll("form, .actions, .foot")].filter((one) => getComputedStyle(one).display !== "none").length), 0);
  return person;
}
