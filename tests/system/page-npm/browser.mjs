// A browser with the page in it, and what a person does with it.
import { createServer } from "node:http";
import { mkdtempSync, readFileSync, existsSync, writeFileSync, rmSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const TYPES = { html: "text/html", css: "text/css", js: "text/javascript", wasm: "application/wasm", svg: "image/svg+xml", png: "image/png",
  webmanifest: "application/manifest+json" };

const root = mkdtempSync(join(tmpdir(), "ehc-page-"));
export const clear = () => rmSync(root, { recursive: true, force: true });

/** Serves a folder on this machine. Gives {address, close()}; close() also ends open connections. */
export function serve(site) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://host").pathname, file = join(site, path === "/" ? "index.html" : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.setHeader("content-type", TYPES[file.split(".").pop()] ?? "text/plain");
    response.end(readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () =>
    resolve({ address: `http://127.0.0.1:${server.address().port}/`, close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }) })));
}

/** A browser that saves into its own folder. */
export async function launch(name) {
  const folder = mkdtempSync(join(root, `${name}-`));
  return Object.assign(await puppeteer.launch(optionsOf(name, folder)), { folder });
}

// No smooth scrolling: a click would miss what still moves.
const optionsOf = (name, folder) => (name === "firefox"
  ? { browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true, protocolTimeout: 300000,
    extraPrefsFirefox: { "browser.download.folderList": 2, "browser.download.dir": folder, "browser.download.useDownloadDir": true,
      "browser.download.always_ask_before_handling_new_types": false, "browser.download.alwaysOpenPanel": false, "ui.prefersReducedMotion": 1 } }
  : { executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--force-prefers-reduced-motion"], protocolTimeout: 300000 });

/** The longest time that a test waits, on a machine that also does much else. */
const PATIENCE = 120000;
export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The page shows what was asked for, and no work is going on. */
const isSettled = () => {
  const main = document.getElementById("main");
  return main.dataset.view === location.hash && document.querySelector("[aria-busy=true]") === null;
};

/** A person at the page. */
export class Person {
  /** Opens the page in its own window; `before` runs in it first. */
  static async at(browser, address, before, argument) {
    const context = await browser.createBrowserContext(), page = await context.newPage(), person = new Person();
    Object.assign(person, { page, context, requests: [], faults: [], folder: browser.folder });
    page.setDefaultTimeout(PATIENCE);
    page.on("request", (request) => person.requests.push(request.url()));
    page.on("pageerror", (error) => person.faults.push(String(error)));
    page.on("console", (message) => message.type() === "error" && person.faults.push(message.text()));
    page.on("dialog", (dialog) => { person.faults.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
    if (before) await page.evaluateOnNewDocument(before, argument);
    if ((await browser.version()).includes("Chrome"))
      await (await page.createCDPSession()).send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: browser.folder, browserContextId: context.id });
    await page.goto(address);
    await page.waitForSelector("form");
    await person.settle();
    return person;
  }

  leave() { return this.context.close(); }
  text() { return this.page.evaluate(() => document.getElementById("main").innerText); }

  async waitFor(words) {
    await this.page.waitForFunction((wanted) => document.getElementById("main").innerText.toLowerCase().includes(wanted.toLowerCase()), {}, words)
      .catch(async () => { throw new Error(`"${words}" does not appear; the page says:\n${await this.text()}`); });
  }

  /** Presses the link, the button or the heading with these words. */
  async press(words, tag = "a, button, summary, label") {
    const found = await this.page.evaluateHandle((wanted, tags) => {
      const all = [...document.querySelectorAll(tags)].filter((element) => element.offsetParent !== null);
      const text = (element) => element.innerText.replace(/\s+/g, " ").trim();
      return all.find((element) => text(element) === wanted) ?? all.find((element) => text(element).startsWith(wanted)) ?? null;
    }, words, tag);
    const element = found.asElement();
    if (!element) throw new Error(`there is nothing to press with "${words}"; the page says:\n${await this.text()}`);
    await element.scrollIntoView();
    const to = await element.evaluate((one) => one.getAttribute("href"));
    await element.click();
    await this.settle(to);
  }

  /** Waits until everything that was asked for is shown. `to`: where a link leads. */
  async settle(to) {
    if (to?.startsWith("#")) await this.page.waitForFunction((wanted) => location.hash === wanted, {}, to);
    await this.page.waitForFunction(isSettled);
  }

  /** Types a day into the fields of the question with these words. */
  async typeDay(question, day) {
    const fields = await this.page.evaluateHandle((wanted) => {
      const all = [...document.querySelectorAll("fieldset")].filter((set) => set.offsetParent !== null);
      return all.find((set) => set.querySelector("legend").innerText.includes(wanted)) ?? null;
    }, question);
    if (!fields.asElement()) throw new Error(`there is no question "${question}"; the page says:\n${await this.text()}`);
    const inputs = await fields.asElement().$$("input");
    for (const [i, part] of day.split(" ").entries()) {
      await inputs[i].click({ count: 3 });
      await inputs[i].type(part);
    }
  }

  async typeText(label, text) {
    const id = await this.page.evaluate((wanted) => [...document.querySelectorAll("label")].find((one) => one.innerText.includes(wanted))?.htmlFor, label);
    if (!id) throw new Error(`there is no field "${label}"`);
    const input = await this.page.$(`#${id}`);
    await input.click({ count: 3 });
    await input.type(text);
  }

  async go(view) {
    await this.page.evaluate((to) => { location.hash = to; }, view);
    await this.settle();
  }

  /** Adds an event, found by typing a word of it, and saves its day. */
  async happened(word, title, day) {
    await this.go("#happened");
    await this.press("Find something else that happened");
    await this.typeText("Type a word of it", word);
    await this.press(title, ".choices a");
    await this.page.waitForSelector("form input");
    const inputs = await this.page.$$("form input");
    for (const [i, part] of day.split(" ").entries()) await inputs[i].type(part);
    await this.press("Save", "button");
    await this.waitFor("As at");
  }

  async asAt(day) {
    await this.go("#dates");
    await this.press("Look at it on another day", "summary");
    await this.typeDay("As at which day?", day);
    await this.press("Look", "button");
  }

  async choose(name, content) {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** The file of this name that a press saved. */
  async saved(name, press) {
    const path = join(this.folder, name);
    rmSync(path, { force: true });
    await press();
    for (let i = 0; i < PATIENCE / 50; i++) {
      if (existsSync(path) && !existsSync(`${path}.part`) && !existsSync(`${path}.crdownload`)) {
        const content = readFileSync(path, "utf8");
        if (content !== "") {
          rmSync(path);
          return content;
        }
      }
      await wait(50);
    }
    throw new Error(`${name} was not saved`);
  }
}

/** The files that the native program writes. */
export function native(build, args, files) {
  const work = mkdtempSync(join(root, "native-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(work, name), text);
  try {
    execFileSync(join(build, "ehc"), args, { cwd: work, stdio: "ignore" });
  } catch (error) {
    if (![1, 4].includes(error.status)) throw error;
  }
  return (name) => readFileSync(join(work, name), "utf8");
}
