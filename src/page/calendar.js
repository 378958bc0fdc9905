// The dates as a calendar file, and on request one date as a link to Google.
import { words, fill } from "./words.js";
import { h, radioField, checkbox, selectField, form, paragraph, save, announce, outLink, button } from "./dom.js";
import { state, onCase, said } from "./program.js";
import { lawLines } from "./results.js";

const noCase = () => paragraph(words.nothingYet);

function reminderFields() {
  const days = Object.entries(words.remindDays).map(([value, text]) => checkbox(text, value, value === "7d" || value === "1d"));
  const which = radioField(words.reminders, null, [["usual", words.remindersUsual], ["own", words.remindersOwn], ["none", words.remindersNone]], "usual");
  const ownDays = h("div", { class: "indented", hidden: true }, days.map((day) => day.element));
  which.element.addEventListener("change", () => (ownDays.hidden = which.value() !== "own"));
  which.element.append(ownDays);
  which.chosen = () => days.filter((day) => day.checked()).map((day) => day.value);
  return which;
}

function optionsOf(whose, reminders, asEvents) {
  const options = { mine: ["--mine"], council: ["--council"] }[whose.value()] ?? [];
  const times = reminders.chosen().map((day) => `${day}@09:00`).join(",");
  if (reminders.value() === "none") return [...options, "--no-alarms"];
  return [...options, ...(reminders.value() === "own" ? ["--remind", times] : []), ...(asEvents.checked() ? ["--reminder-events"] : [])];
}

function fileForm() {
  const whose = radioField(words.whose, null, [["all", words.whoseAll], ["mine", words.whoseMine], ["council", words.whoseCouncil]], "all");
  const reminders = reminderFields(), asEvents = checkbox(words.reminderEvents, "google", false);
  const done = h("div", {});
  return [form([whose, reminders, asEvents], words.saveCalendar, async () => {
    done.replaceChildren();
    if (reminders.value() === "own" && !reminders.chosen().length) return [{ field: reminders, text: words.remindChoose }];
    const result = await onCase(["calendar", "--case", "case.ini", "-o", "deadlines.ics"], optionsOf(whose, reminders, asEvents));
    const file = result.files["deadlines.ics"], notes = said(result.stderr);
    if (file === undefined) return notes.map((note) => ({ text: note.text }));
    save("deadlines.ics", file, "text/calendar");
    done.replaceChildren(paragraph(words.calendarSaved, "inset"), ...notes.map((note) => paragraph(note.text)));
    announce(words.calendarSaved);
    return [];
  }), done];
}

/** Finds the event on a day in a calendar file, with its folded lines joined. */
function eventOn(file, date) {
  const wanted = `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`;
  const events = file.replace(/\r\n[ \t]/g, "").split("BEGIN:VEVENT").slice(1).map((text) => text.split("\r\n"));
  const lines = events.find((event) => event.includes(wanted));
  const get = (name) => lines?.find((line) => line.startsWith(name))?.slice(name.length) ?? "";
  return { from: get("DTSTART;VALUE=DATE:"), to: get("DTEND;VALUE=DATE:"), title: get("SUMMARY:").replace(/\\([\\;,])/g, "$1") };
}

function googlePart() {
  const open = state.screen.groups.flatMap((group) => group.steps).filter((step) => step.date && step.open && step.limit !== "own");
  if (!open.length) return null;
  const pick = selectField(words.googlePick, null, open.map((step, i) => [String(i), fill(words.fact, { kind: step.title, what: step.date_words })]), "0");
  const shown = h("div", {});
  const show = async () => {
    const step = open[Number(pick.value())];
    const { files } = await onCase(["calendar", "--case", "case.ini", "--limit", step.limit, "--no-alarms", "-o", "one.ics"]);
    const event = eventOn(files["one.ics"] ?? "", step.date);
    const query = new URLSearchParams({ action: "TEMPLATE", text: event.title, dates: `${event.from}/${event.to}` });
    shown.replaceChildren(paragraph(words.googleSends), h("ul", {}, h("li", {}, fill(words.googleTitle, event)), h("li", {}, fill(words.googleDay, { day: step.date_words }))),
      h("p", {}, outLink(words.googleLink, `https://calendar.google.com/calendar/render?${query}`)));
  };
  pick.element.addEventListener("change", () => shown.replaceChildren());
  return h("details", {}, h("summary", {}, words.google), paragraph(words.googleAbout), pick.element, button(words.googleShow, show), shown);
}

export function calendarView() {
  const heading = h("h1", {}, words.calendar);
  if (!state.screen) return [heading, noCase()];
  return [heading, paragraph(words.calendarAbout), ...fileForm(), googlePart(), ...lawLines()].filter(Boolean);
}
