// The page in WebKitGTK, which is Safari's engine but not Safari: by keyboard alone to the dates, and nothing breaks.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { wait } from "./browser.mjs";

const LIBRARIES = "/usr/lib", PATIENCE = 120000;
const TAB = "\uE004", ENTER = "\uE007";

function miniBrowser() {
  for (const machine of readdirSync(LIBRARIES))
    for (const version of ["4.1", "4.0"]) {
      const path = `${LIBRARIES}/${machine}/webkit2gtk-${version}/MiniBrowser`;
      if (existsSync(path)) return path;
    }
  throw new Error("there is no MiniBrowser: run tests/install-tools check-all");
}

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

async function until(what, test) {
  for (const begun = Date.now(); Date.now() - begun < PATIENCE; await wait(50)) if (await test()) return;
  throw new Error(`${what} does not appear`);
}

/** 20 weeks after Monday 5 January 2026 is Monday 25 May. */
async function toTheDates(call, address) {
  const run = (script) => call("POST", "/execute/sync", { script, args: [] });
  const shows = (words) => until(words, () => run(`return document.getElementById("main").innerText.includes(${JSON.stringify(words)})`));
  const type = (keys) => call("POST", "/actions", { actions: [{ type: "key", id: "keyboard",
    actions: [...keys].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]) }] });
  await call("POST", "/url", { url: address });
  await shows("On which day did the council receive");
  await until("the form", () => run("return document.querySelector('form') !== null"));
  await type(`${TAB}5${TAB}1${TAB}2026${ENTER}`);
  await shows("25 May 2026");
  await run("document.querySelector('details.count').open = true");
  await shows("6 weeks are 42 days");
  for (const view of ["calendar", "letters", "report", "keep", "advisers", "accessibility"]) {
    await run(`location.hash = "#${view}"`);
    await until(view, () => run("return document.getElementById('main').dataset.view === location.hash"));
    assert.equal(await run("return document.getElementById('main').innerText.includes('could not start')"), false, view);
  }
}

export async function inWebKit(address) {
  const port = await freePort();
  const driver = spawn("xvfb-run", ["-a", "WebKitWebDriver", `--port=${port}`, "--host=127.0.0.1"], { stdio: "ignore", detached: true,
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", LIBGL_ALWAYS_SOFTWARE: "1" } });
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  try {
    await until("WebKitWebDriver", () => ask("GET", "/status").then(() => true, () => false));
    const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } } } });
    await toTheDates((method, path, body) => ask(method, `/session/${sessionId}${path}`, body), address);
    await ask("DELETE", `/session/${sessionId}`);
  } finally {
    process.kill(-driver.pid);
  }
}
