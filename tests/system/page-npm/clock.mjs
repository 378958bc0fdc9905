// The day of the page is London's, wherever the device is. Summer time of 2026: 29 March to 25 October, at 01:00 UTC.
import assert from "node:assert/strict";
import { Person } from "./browser.mjs";

const MOMENTS = [
  ["2026-03-28T23:59:30Z", "Saturday 28 March 2026"],
  ["2026-03-29T00:00:30Z", "Sunday 29 March 2026"],
  ["2026-06-14T22:59:30Z", "Sunday 14 June 2026"],
  ["2026-06-14T23:00:30Z", "Monday 15 June 2026"],
  ["2026-10-24T22:59:30Z", "Saturday 24 October 2026"],
  ["2026-10-24T23:00:30Z", "Sunday 25 October 2026"],
  ["2026-10-25T23:59:30Z", "Sunday 25 October 2026"],
];
/** Zones of a device, and how many minutes it is behind UTC at the first of these moments. */
const ZONES = [["Pacific/Kiritimati", -840], ["America/Los_Angeles", 420]];

/** A clock that stands still until the test sets it: the speed of the machine changes nothing. */
function stopClock() {
  const Real = Date;
  globalThis.moment = 0;
  globalThis.Date = class extends Real {
    constructor(...parts) { super(...(parts.length ? parts : [globalThis.moment])); }
    static now() { return globalThis.moment; }
  };
}

/** Sets the clock and sends the question again. Gives the line with the day when the dates are drawn anew. */
async function dayAt(page, moment) {
  await page.evaluate((to) => {
    globalThis.moment = to;
    document.querySelector("#results h2")?.setAttribute("data-old", "");
    document.querySelector("main form").requestSubmit();
  }, Date.parse(moment));
  await page.waitForFunction(() => document.querySelector("#results .head h2:not([data-old])") !== null, { timeout: 120000 });
  return page.$eval("#results .head", (head) => /As at .*/.exec(head.innerText)?.[0]);
}

async function daysIn(browser, address, zone, behind) {
  const person = await Person.at(browser, address, stopClock), { page } = person;
  await page.emulateTimezone(zone);
  await page.reload();
  await page.waitForSelector("form");
  assert.equal(await page.evaluate((moment) => new Date(moment).getTimezoneOffset(), MOMENTS[0][0]), behind, `the device is in ${zone}`);
  await person.typeDay("On which day did the council receive", "5 1 2026");
  for (const [moment, day] of MOMENTS) assert.equal(await dayAt(page, moment), `As at ${day}`, `${moment}, ${zone}`);
  return person;
}

export async function midnightInLondon({ browser, address }) {
  await (await daysIn(browser, address, ...ZONES[0])).leave();
  return daysIn(browser, address, ...ZONES[1]);
}
