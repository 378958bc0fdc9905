// run.mjs BUILD: the page in Chromium and Firefox.
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, serve, clear } from "./browser.mjs";
import { journeys, adviser } from "./journeys.mjs";
import { nastyText } from "./hostile.mjs";
import { everyScreen } from "./screens.mjs";
import { storageRefused, storageFull, longFiles, withoutNetwork } from "./storage.mjs";
import { inWebKit } from "./webkit.mjs";
import { midnightInLondon } from "./clock.mjs";

const build = process.argv[2], only = process.argv[3];
const big = Object.defineProperty((scene) => adviser(scene, 100000), "name", { value: "adviserWith100000Rows" });
const site = await serve(join(build, "web", "site"));
const file = pathToFileURL(join(build, "web", "ehc.html")).href;
let failed = 0, passed = 0;

async function run(title, test) {
  if (only && !title.includes(only)) return;
  const begun = performance.now();
  try {
    await test();
    passed++;
    console.log(`ok      ${title} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${title}\n${error.stack}`);
  }
}

const keeping = [storageRefused, storageFull, longFiles, withoutNetwork];
const all = { chromium: [...journeys, ...keeping, big, nastyText, everyScreen, midnightInLondon], firefox: [...journeys, ...keeping] };
/** After a visit: the browser printed no message and asked only for our own files. */
const withPerson = (browser, address, test) => async () => {
  const person = await test({ browser, address, build });
  assert.deepEqual(person.faults, [], "messages of the browser");
  const others = person.requests.filter((url) => !url.startsWith(address) && !/^(blob|data|about):/.test(url));
  assert.deepEqual(others, [], "requests");
  await person.leave();
};

for (const [name, tests] of Object.entries(all)) {
  if (only && !tests.some((test) => `${name}, site: ${test.name} ${name}, one file: ${test.name}`.includes(only))) continue;
  const browser = await launch(name);
  for (const test of tests) await run(`${name}, site: ${test.name}`, withPerson(browser, site.address, test));
  if (name === "chromium") for (const test of journeys) await run(`${name}, one file: ${test.name}`, withPerson(browser, file, test));
  await browser.close();
}
await run("webkit, site: toTheDates", () => inWebKit(site.address));
site.close();
clear();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
