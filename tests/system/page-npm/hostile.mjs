// Nasty text in every field of words: it is shown as text, or refused with a reason, and does nothing.
import assert from "node:assert/strict";
import { Person, wait } from "./browser.mjs";

const STRINGS = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "'; alert(3); '", "</pre></iframe><svg onload=alert(4)>", "javascript:alert(5)",
  "=HYPERLINK(\"http://x\")", "[events]", "a\\", "# x ; y", "{{7*7}}", "\u202egnp.exe", "&lt;b&gt;", "\u0007bell", "x".repeat(950)];

const FIELDS = [["case", "Your own reference"], ["case", "The council"], ["closure", "A name for it"], ["exceptional", "The reason that is given"],
  ["missed-appointment", "With whom?"], ["consultation", "Which school or college?"], ["own", "What must be done?"], ["own", "Who must act?"], ["own", "Where the day comes from"]];

const DAYS = { closure: ["First day", "Last day"], exceptional: ["First day", "Last day"], "missed-appointment": ["On which day?"], consultation: ["The day the council asked it"],
  own: ["The last day"] };

async function put(person, label, text) {
  await person.page.evaluate((wanted, value) => {
    const id = [...document.querySelectorAll("label")].find((one) => one.innerText.includes(wanted)).htmlFor;
    document.getElementById(id).value = value;
  }, label, text);
}

const putDay = (person, question, parts) => person.page.evaluate((wanted, values) => {
  const set = [...document.querySelectorAll("fieldset")].find((one) => one.querySelector("legend").innerText.includes(wanted));
  [...set.querySelectorAll("input")].forEach((input, i) => { input.value = values[i]; });
}, question, parts);

export async function nastyText({ browser, address }) {
  const person = await Person.at(browser, address);
  await person.typeDay("On which day did the council receive", "5 1 2026");
  await person.press("Show the dates");
  await person.waitFor("Request received");
  for (const text of STRINGS)
    for (const [kind, label] of FIELDS) {
      await person.page.evaluate((to) => { location.hash = to; }, `#fact/${kind}`);
      await wait(60);
      for (const day of DAYS[kind] ?? []) await putDay(person, day, day === "Last day" ? ["12", "2", "2026"] : ["9", "2", "2026"]);
      if (kind === "own" && !label.startsWith("What must")) await put(person, "What must be done?", `thing ${Math.random().toString(36).slice(2)}`);
      await put(person, label, text);
      await person.page.evaluate(() => document.querySelector("main form button[type=submit]").click());
      await wait(150);
      const bad = await person.page.evaluate(() => document.querySelectorAll("#main img, #main script, #main svg, #main [onerror], #main [onload]").length);
      assert.equal(bad, 0, `${text} in ${label}`);
      const problem = await person.page.evaluate(() => document.querySelector(".error-summary")?.innerText ?? "");
      assert.ok(problem === "" || problem.length > 30, `${text} in ${label}: refused without a reason`);
    }
  for (const view of ["#dates", "#happened", "#letters", "#report", "#calendar", "#keep"]) await person.go(view);
  return person;
}
