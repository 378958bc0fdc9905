// site.mjs BUILD: the site of `make web` in Chromium. It asks only for its own files. After one visit it works without a network.
// It announces a new version, and shows it when asked. The one file asks for nothing at all. The console shows no message.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";

const { chromium } = createRequire(new URL("../system/report-npm/", import.meta.url))("playwright-core");
const web = join(resolve(process.argv[2] ?? "build"), "web"), work = mkdtempSync(join(tmpdir(), "ehc-site-"));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml",
  ".png": "image/png", ".webmanifest": "application/manifest+json" };
const OWN = ["/", "/app.js", "/style.css", "/engine.js", "/worker.js", "/offline.js", "/index.html", "/ehc.wasm", "/manifest.webmanifest",
  "/icon.svg", "/icon-192.png", "/icon-512.png"];
const PATIENCE = { timeout: 120000 };

cpSync(join(web, "site"), work, { recursive: true });
const asked = new Set();
const server = createServer((request, response) => {
  asked.add(request.url);
  try {
    const body = readFileSync(join(work, request.url === "/" ? "index.html" : request.url));
    response.writeHead(200, { "content-type": TYPES[extname(request.url)] ?? "text/html" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const site = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const said = [];

async function open(context, address) {
  const page = await context.newPage();
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto(address);
  return page;
}

async function dates(page) {
  const fields = page.locator("main input");
  await fields.first().waitFor(PATIENCE);
  for (const [at, text] of ["5", "1", "2026"].entries()) await fields.nth(at).fill(text);
  await page.keyboard.press("Enter");
  await page.getByText("25 May 2026").first().waitFor(PATIENCE);
}

const context = await browser.newContext();
let page = await open(context, site);
await dates(page);
await page.evaluate(() => navigator.serviceWorker.ready);
assert.deepEqual([...asked].filter((path) => !OWN.includes(path)), [], "files that are not its own");

await context.setOffline(true);
await new Promise((closed) => { server.closeAllConnections(); server.close(closed); });
await page.close();
page = await open(context, site);
await dates(page);
assert.equal(await page.evaluate(() => navigator.serviceWorker.controller !== null), true);
console.log("without a network: the dates are shown");

// A new version: one file changes, and so does the name of the version.
await new Promise((listening) => server.listen(Number(new URL(site).port), "127.0.0.1", listening));
await context.setOffline(false);
writeFileSync(join(work, "style.css"), `${readFileSync(join(work, "style.css"), "utf8")}\n:root{--new-version:1}`);
writeFileSync(join(work, "offline.js"), readFileSync(join(work, "offline.js"), "utf8").replace(/[0-9a-f]{16}/, "0123456789abcdef"));
await page.close();
page = await open(context, site);
const isNew = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--new-version") === "1");
assert.equal(await isNew(), false, "the new version came without being asked for");
const offer = page.locator(".new-version button");
await offer.waitFor(PATIENCE);
await Promise.all([page.waitForEvent("load", PATIENCE), offer.click()]);
assert.equal(await isNew(), true, "the new version was not shown");
assert.equal((await page.evaluate(() => caches.keys())).length, 1, "an old version is still kept");
await dates(page);
console.log("a new version: announced, and shown when asked for");

const file = await browser.newContext(), requests = [];
file.on("request", (request) => requests.push(request.url()));
page = await open(file, `file://${web}/ehc.html`);
await dates(page);
assert.deepEqual(requests.filter((url) => !url.startsWith("data:")), [`file://${web}/ehc.html`]);
assert.deepEqual(said, [], "messages on the console");
await browser.close();
server.close();
rmSync(work, { recursive: true });
console.log("site: requests, offline and update in Chromium; the one file asks for nothing");
