// Five journeys. The days were worked out by hand, on a calendar.
import assert from "node:assert/strict";
import { khalShows } from "./khal.mjs";
import { Person, native } from "./browser.mjs";

const withoutStamp = (calendar) => calendar.replace(/^(DTSTAMP|LAST-MODIFIED|CREATED):.*\r\n/gm, "");

/** Presses Tab until the element with these words has the focus. */
async function tabTo(page, words) {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate(() => document.activeElement.innerText?.replace(/\s+/g, " ").trim() ?? "");
    if (text.startsWith(words)) return;
  }
  throw new Error(`the keyboard does not reach "${words}"`);
}

/** 6, 14, 16 and 20 weeks after Monday 5 January 2026. */
const DAYS_OF_THE_REQUEST = ["2026-02-16 EHC: decision whether to assess due (council)", "2026-04-13 EHC: draft plan due (council)",
  "2026-04-27 EHC: notice of no plan due (council)", "2026-05-25 EHC: final plan due (council)"];

/** By keyboard alone: a request of Monday 5 January 2026; 6 weeks end on Monday 16 February, 20 weeks on Monday 25 May. */
export async function dayOfTheRequest({ browser, address, build }) {
  const person = await Person.at(browser, address), { page } = person;
  await page.keyboard.press("Tab");
  for (const part of ["5", "1", "2026"]) {
    await page.keyboard.type(part);
    if (part !== "2026") await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await person.waitFor("16 February 2026");
  await tabTo(page, "Look at it on another day");
  await page.keyboard.press("Enter");
  for (const part of ["20", "1", "2026"]) {
    await page.keyboard.press("Tab");
    await page.keyboard.type(part);
  }
  await page.keyboard.press("Enter");
  await person.waitFor("in 27 days");
  await tabTo(page, "How is this counted?");
  await page.keyboard.press("Enter");
  await person.waitFor("6 weeks are 42 days");
  const last = await page.$eval("td.last", (cell) => `${cell.closest("table").caption.innerText}: ${cell.textContent}`);
  assert.equal(last, "February 2026: 16last last day");
  assert.equal((await page.$$eval("details[open] td.counted", (cells) => cells.length)), 26 + 15);
  await tabTo(page, "Put these dates in my calendar");
  await page.keyboard.press("Enter");
  await person.waitFor("Reminders");
  await tabTo(page, "Save the calendar file");
  const calendar = await person.saved("deadlines.ics", () => page.keyboard.press("Enter"));
  const file = "[events]\nrequest-received = 2026-01-05\n";
  const wanted = native(build, ["calendar", "--case", "case.ini", "--as-at", "2026-01-20", "-o", "native.ics"], { "case.ini": file })("native.ics");
  assert.equal(withoutStamp(calendar), withoutStamp(wanted));
  assert.deepEqual(khalShows(person.folder, calendar), DAYS_OF_THE_REQUEST);
  native(build, ["calendar", "--check", "deadlines.ics", "-o", "checked.txt"], { "deadlines.ics": calendar });
  return person;
}

/** A request of Monday 20 April 2026: 20 weeks end on Monday 7 September. The head was asked on 16 June, and the summer began on
 * 21 July: asked too early for the summer to count. */
export async function lateAndSummer({ browser, address, build }) {
  const person = await Person.at(browser, address);
  await person.typeDay("On which day did the council receive", "20 4 2026");
  await person.press("Show the dates");
  await person.waitFor("Request received by the council");
  await person.happened("decision to assess", "Decision to assess, sent", "29 5 2026");
  await person.go("#fact/advice");
  await person.page.select("select", "school");
  await person.typeDay("The day the council asked", "16 6 2026");
  await person.press("Save", "button");
  await person.waitFor("As at");
  await person.go("#fact/closure");
  await person.typeDay("First day", "21 7 2026");
  await person.typeDay("Last day", "31 8 2026");
  await person.typeText("A name for it", "Summer");
  await person.press("Save", "button");
  await person.waitFor("As at");
  await person.asAt("24 11 2026");
  await person.waitFor("7 September 2026");
  await person.waitFor("does not fit reg 10(4)(a)");
  await person.press("Write a letter", ".action");
  await person.waitFor("The name of the council is not given yet");
  await person.press("Read: A wrong exception or date that the council gives", "summary");
  await person.waitFor("[name of the council]");
  await person.press("Give its name", "a");
  await person.typeText("The council", "Exampleshire");
  await person.press("Save", "button");
  await person.waitFor("Exampleshire");
  await person.press("Write a letter", ".action");
  await person.waitFor("Letters that fit your case");
  await person.press("Read: A wrong exception or date that the council gives", "summary");
  const letter = await person.saved("exception-wrong.txt", () => person.press("Save A wrong exception or date that the council gives", "button"));
  await person.go("#keep");
  const file = await person.saved("ehc-case.ini", () => person.press("Save a case file", "button"));
  assert.equal(file, "[case]\nauthority = Exampleshire\n\n[events]\nrequest-received = 2026-04-20\nassessment-decision = 2026-05-29\n\n[closure Summer]\nfrom = 2026-07-21\nto = 2026-08-31\n\n" +
    "[advice]\nfrom = school\nrequested = 2026-06-16\n");
  const wanted = native(build, ["letter", "exception-wrong", "case.ini", "--as-at", "2026-11-24", "-o", "letter.txt"], { "case.ini": file })("letter.txt");
  assert.equal(letter, wanted);
  await person.press("Keep it on this device", "button");
  await person.waitFor("Kept on this device.");
  await person.go("#dates");
  await person.page.reload();
  await person.waitFor("7 September 2026");
  await person.press("Delete everything that is kept", "button");
  await person.page.reload();
  await person.waitFor("On which day did the council receive");
  return person;
}

/** The decision of the review of 2 March 2026 is late, that of 3 March 2025 was in time: a letter about the first is refused. */
async function letterOfOneReview(person, build) {
  await person.go("#fact/case");
  await person.typeText("The council", "Exampleshire");
  await person.press("Save", "button");
  await person.go("#keep");
  const file = await person.saved("ehc-case.ini", () => person.press("Save a case file", "button"));
  await person.go("#letters");
  const choose = async (day) => {
    await person.page.select("select", day);
    await person.settle();
  };
  await choose("2025-03-03");
  const fit = await person.page.$$eval(".letter-box summary", (all) => all.map((one) => one.textContent));
  assert.ok(!fit.some((title) => title.includes("review meeting")), `a letter about the review that was in time: ${fit}`);
  await choose("2026-03-02");
  await person.press("Read: No decision within 4 weeks of the review meeting", "summary");
  const letter = await person.saved("review-decision-late.txt", () => person.press("Save No decision within 4 weeks of the review meeting", "button"));
  const args = ["letter", "review-decision-late", "case.ini", "--round", "2026-03-02", "--as-at", "2026-05-01", "-o", "letter.txt"];
  assert.equal(letter, native(build, args, { "case.ini": file })("letter.txt"));
}

/** Reviews of 3 March 2025 (kept on 28 March) and of Monday 2 March 2026: four weeks end on Monday 30 March 2026. */
export async function reviewHistory({ browser, address, build }) {
  const person = await Person.at(browser, address);
  await person.press("I am here about something else", "summary");
  await person.press("The review of a plan", "a");
  await person.typeDay("On which day is, or was, the review meeting?", "3 3 2025");
  await person.press("Show the dates");
  await person.waitFor("Review meeting");
  await person.happened("keep the plan", "Decision to keep the plan as it is, sent", "28 3 2025");
  await person.happened("review meeting", "Review meeting", "2 3 2026");
  await person.asAt("1 5 2026");
  await person.waitFor("Late now");
  await person.waitFor("30 March 2026");
  await person.waitFor("Review of the plan, meeting of 3 March 2025");
  await letterOfOneReview(person, build);
  await person.go("#happened");
  await person.press("Remove Review meeting: Monday 2 March 2026", "button");
  await person.waitFor("Removed: Review meeting: Monday 2 March 2026");
  await person.press("Put it back", "button");
  await person.waitFor("Review meeting: Monday 2 March 2026");
  return person;
}

/** A decision sent on 28 October 2026: two months end on 28 December, which rolls past the Tribunal's days and New Year's Day, a
 * Friday, to Monday 4 January 2027. */
export async function appealOverChristmas({ browser, address }) {
  const person = await Person.at(browser, address);
  await person.press("I am here about something else", "summary");
  await person.press("A decision that you may want to appeal", "a");
  await person.typeDay("On which day did the council send the letter", "31 2 2026");
  await person.press("Show the dates");
  await person.waitFor("There is a problem");
  assert.match(await person.text(), /31 February 2026 does not exist/);
  await person.typeDay("On which day did the council send the letter", "28 10 2026");
  await person.press("Show the dates");
  await person.waitFor("Add, change or remove");
  await person.asAt("24 11 2026");
  await person.waitFor("4 January 2027");
  return person;
}

/** A generated caseload of 3,000 rows: the verdicts are those of the native program, and the page stays usable meanwhile. */
export async function adviser({ browser, address, build }, rows = 3000) {
  const person = await Person.at(browser, address);
  const lines = ["reference,request-received,assessment-decision,final-plan-sent"];
  for (let i = 0; i < rows; i++) lines.push(`C-${i},2025-0${1 + (i % 9)}-1${i % 10},2025-1${i % 3}-01,2026-0${1 + (i % 9)}-02`);
  const text = lines.join("\n") + "\n";
  await person.go("#advisers");
  const [, caseload] = await person.page.$$("input[type=file]");
  await caseload.uploadFile(await person.choose("case load.xlsx", "PK"));
  const forms = await person.page.$$("form");
  await (await forms[1].$("button")).click();
  await person.waitFor("choose Save as or Download");
  await caseload.uploadFile(await person.choose("caseload.csv", text));
  await person.page.evaluate(() => {
    globalThis.turns = 0;
    globalThis.shares = [];
    const count = setInterval(() => {
      globalThis.turns++;
      const bar = document.querySelector("progress");
      if (bar?.position > 0) globalThis.shares.push(bar.position);
      if (document.querySelector("#main iframe")) clearInterval(count);
    }, 20);
  });
  await (await forms[1].$("button")).click();
  await person.waitFor("Save the verdict on each row");
  const verdicts = await person.saved("verdicts.csv", () => person.press("Save the verdict on each row", "button"));
  const wanted = native(build, ["audit", "caseload.csv", "--html", "-o", "page.html", "--cases", "verdicts.csv"], { "caseload.csv": text });
  assert.equal(verdicts, wanted("verdicts.csv"));
  const page = await person.saved("caseload.html", () => person.press("Save the page of figures", "button"));
  assert.equal(page, wanted("page.html"));
  const { turns, shares } = await person.page.evaluate(() => ({ turns: globalThis.turns, shares: globalThis.shares }));
  assert.ok(turns >= 3, `the page had only ${turns} turns while it worked`);
  assert.ok(rows < 100000 || shares.some((share) => share < 1), "how far it is was not shown");
  return person;
}

export const journeys = [dayOfTheRequest, lateAndSummer, reviewHistory, appealOverChristmas, adviser];
