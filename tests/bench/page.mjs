// page.mjs BUILD: the cost of the page in Chromium with the processor slowed six times, beside its target; and 100,000 rows
// in its worker beside the native program, both at full speed. It fails if something costs more than its target.
//
// The first dates have a target, counted from the press of the button: the program loads while people read the question and type
// eight digits. The cost to open is printed beside a page with only a form, which is the browser's own part. "typed at once"
// includes all the loading. Times are from the page's own clock, counted from the navigation.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";

const { chromium } = createRequire(new URL("../system/report-npm/", import.meta.url))("playwright-core");
const build = resolve(process.argv[2]), work = mkdtempSync(join(tmpdir(), "ehc-bench-")), caseload = join(work, "caseload.csv");
const SLOWER = 6, TIMES = 5, ROWS = 100000;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
// The least of several runs: other work of the machine only adds time.
const least = (all) => Math.min(...all);
let tooMuch = 0;

const tell = (what, cost, unit, more) => console.log(`${what.padEnd(70)} ${cost.toFixed(unit === "ms" ? 0 : 1).padStart(6)} ${unit}   ${more}`);

function say(what, cost, most, unit) {
  if (cost > most) tooMuch++;
  tell(what, cost, unit, `wanted: at most ${most}`);
}

// Made-up cases, the same each time: a request, a decision 20 to 60 days later, and a plan 90 to 400 days after the request.
function makeCaseload() {
  const day = (number) => new Date(Date.UTC(2023, 5, 1 + number)).toISOString().slice(0, 10);
  let state = 5;
  const random = (most) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % most;
  };
  let text = "ref,authority,request-received,assessment-decision,final-plan-sent\n";
  for (let i = 0; i < ROWS; i++) {
    const request = random(600);
    text += `E${i},Authority ${Math.floor((i * 153) / ROWS)},${day(request)},${day(request + 20 + random(40))},${day(request + 90 + random(310))}\n`;
  }
  writeFileSync(caseload, text);
}

const server = createServer((request, response) => {
  const name = request.url === "/" ? "index.html" : request.url.slice(1);
  try {
    const body = name === "empty.html" ? "<!doctype html><title>-</title><main><form><input></form></main>" : name === "caseload.csv" ? readFileSync(caseload) : readFileSync(join(build, "web/site", name));
    response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const site = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });

async function open(slower) {
  const page = await (await browser.newContext({ serviceWorkers: "block" })).newPage();
  if (slower) await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return page;
}

// In the page, before its own script: types the date and presses when there are fields, or when pressed() is called. Notes the
// milliseconds since opening: `typed` when there were fields, `pressed`, and `dates` when the dates were there.
function watch(atOnce) {
  const times = (globalThis.times = {}), now = () => performance.now();
  globalThis.pressed = () => {
    const form = document.querySelector("main form");
    form.querySelectorAll("input").forEach((field, at) => (field.value = ["5", "1", "2026"][at]));
    times.pressed = now();
    form.requestSubmit();
  };
  new MutationObserver(() => {
    if (!times.typed && document.querySelector("main form input")) {
      times.typed = now();
      if (atOnce) setTimeout(globalThis.pressed);
    }
    if (!times.dates && document.getElementById("results")?.textContent.includes("25 May 2026")) times.dates = now();
  }).observe(document, { childList: true, subtree: true });
}

// The cost to open the page and see the first dates. The keys are pressed at once (`atOnce`), or when the program has loaded.
async function opening(address, atOnce) {
  const page = await open(true);
  await page.addInitScript(watch, atOnce);
  await page.goto(address, { waitUntil: "commit" });
  if (!atOnce) {
    await page.waitForFunction(() => globalThis.times.typed);
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(1000);
    await page.evaluate(() => globalThis.pressed());
  }
  await page.waitForFunction(() => globalThis.times.dates);
  const times = await page.evaluate(() => globalThis.times);
  await page.context().close();
  return times;
}

/** A page with a form and nothing else: the browser's own cost to open a page. */
async function openingEmpty() {
  const page = await open(true);
  await page.addInitScript(watch, false);
  await page.goto(`${site}empty.html`);
  const { typed } = await page.evaluate(() => globalThis.times);
  await page.context().close();
  return typed;
}

async function call() {
  const page = await open(true);
  await page.goto(site);
  const cost = await page.evaluate(async () => {
    const { load } = await import("/engine.js");
    const ehc = await load("/ehc.wasm"), costs = [];
    for (let i = 0; i < 60; i++) {
      const began = performance.now();
      await ehc(["timeline", "2026-01-05", "--json", "--as-at", "2026-01-20"]);
      costs.push(performance.now() - began);
    }
    return Math.min(...costs);
  });
  await page.context().close();
  return cost;
}

async function rowsInWorker() {
  const page = await open(false);
  await page.goto(site);
  const cost = await page.evaluate(async () => {
    const bytes = await (await fetch("/caseload.csv")).arrayBuffer();
    const module = await WebAssembly.compile(await (await fetch("/ehc.wasm")).arrayBuffer());
    const worker = new Worker("/worker.js"), began = performance.now();
    return new Promise((told, failed) => {
      worker.onmessage = ({ data }) => {
        if (data.failed) failed(new Error(data.failed));
        if (data.page) told(performance.now() - began);
      };
      worker.postMessage({ "ehc-program": module });
      worker.postMessage({ bytes, asAt: "2026-06-01" });
    });
  });
  await page.context().close();
  return cost;
}

function rowsNatively() {
  const began = performance.now();
  const { status } = spawnSync(join(build, "ehc"), ["audit", caseload, "--html", "-o", "figures.html", "--cases", "verdicts.csv",
    "--errors", "problems.txt", "--force", "--as-at", "2026-06-01"], { cwd: work });
  const cost = performance.now() - began;
  if (status !== 0) throw new Error(`the native program ended with status ${status}`);
  return cost;
}

makeCaseload();
async function repeat(measure) {
  const all = [];
  for (let i = 0; i < TIMES; i++) all.push(await measure());
  return all;
}
const empty = least(await repeat(openingEmpty)), beside = `an empty page: ${empty.toFixed(0)}`;
for (const [name, address] of [["one file", `file://${build}/web/ehc.html`], ["site", site]]) {
  const atOnce = await repeat(() => opening(address, true)), later = await repeat(() => opening(address, false));
  const of = (all, cost) => least(all.map(cost)), slowed = `${SLOWER} times slowed`;
  tell(`${name}: from opening to the first question, ${slowed}`, of([...atOnce, ...later], (times) => times.typed), "ms", beside);
  tell(`${name}: from opening to the first dates, typed at once, ${slowed}`, of(atOnce, (times) => times.dates), "ms", beside);
  say(`${name}: from the press to the first dates, ${slowed}`, of(later, (times) => times.dates - times.pressed), 1000, "ms");
}
say(`one call of the program, ${SLOWER} times slowed`, await call(), 15, "ms");
say("100,000 rows in the worker, by the native program", least(await repeat(rowsInWorker)) / least(await repeat(rowsNatively)), 4, "times");
await browser.close();
server.close();
rmSync(work, { recursive: true });
process.exit(tooMuch > 0 ? 1 : 0);
