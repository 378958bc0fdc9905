// The day of the page is London's, wherever the device is. Summer time of 2026: 29 March to 25 October, at 01:00 UTC.
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

function stopClock(moment) {
  const Real = Date, now = Real.parse(moment);
  globalThis.Date = class extends Real {
    constructor(...parts) { super(...(parts.length ? parts : [now])); }
    static now() { return now; }
  };
}

export async function midnightInLondon({ browser, address }) {
  let person;
  for (const zone of ["Pacific/Kiritimati", "America/Los_Angeles"])
    for (const [moment, day] of MOMENTS) {
      await person?.leave();
      person = await Person.at(browser, address, stopClock, moment);
      await person.page.emulateTimezone(zone);
      await person.typeDay("On which day did the council receive", "5 1 2026");
      await person.press("Show the dates");
      await person.waitFor(`As at ${day}`);
    }
  return person;
}
