// Other starts: the first questions of a topic, as the files of the law have them.
import { words, fill } from "./words.js";
import { h, dateField, textField, radioField, form, paragraph } from "./dom.js";
import { state, tryCase, copyOfCase } from "./program.js";
import { addDays } from "./case_file.js";

/** Questions about spans of days; these have a form of their own. */
const NOT_HERE = new Set(["closed", "away", "closed-claimed", "away-claimed"]);
/** Answers from which alone no date follows. */
const NO_DAY = new Set(["choice", "setting", "authority", "reference"]);

const byId = (id) => state.bundle.questions.find((question) => question.question === id);

/** The questions that depend on no other question of the topic, and the parts of these (who was asked, then when). */
export function firstQuestions(topic) {
  const chosen = new Set();
  return state.bundle.questions.filter((question) => {
    if (!question.topics.includes(topic) || NOT_HERE.has(question.gives)) return false;
    const leads = question.with && byId(question.with)?.topics.includes(topic);
    const isPart = leads && chosen.has(question.with) && /^(advice|consultation)-/.test(question.gives);
    if (!isPart && (leads || question.after.length || (question.gives === "event" && chosen.has(`event ${question.event}`)))) return false;
    chosen.add(question.question);
    if (question.event) chosen.add(`event ${question.event}`);
    return true;
  });
}

/** The words of a question. In a terminal Enter skips it; here the field is left empty. */
export const askOf = (question) =>
  question.ask.replace(/press enter/i, (typed) => (typed[0] === "P" ? words.leaveEmpty.replace(/^./, (first) => first.toUpperCase()) : words.leaveEmpty));

/** The hint of a question: an example, and why it is asked. */
export const hintOf = (question) => [
  question.example && !question.choices.length ? h("span", {}, fill(words.forExample, question)) : null,
  h("details", { class: "why" }, h("summary", {}, words.why), paragraph(question.why)),
];

function fieldOf(question) {
  const label = h("span", { class: "question" }, askOf(question)), isYear = state.bundle.events.find((event) => event.event === question.event)?.is_year;
  let field;
  if (question.choices.length) field = radioField(label, hintOf(question), question.choices.map((choice) => [choice.value, choice.words]), "");
  else if (isYear) field = textField(askOf(question), hintOf(question), "", "width-4");
  else if (["consultation", "authority", "reference"].includes(question.gives)) field = textField(askOf(question), hintOf(question), "");
  else field = dateField(label, hintOf(question), "");
  return { question, field };
}

/** The section about the case; it is made if it is missing. */
function about(sections) {
  const found = sections.find((section) => section.kind === "case");
  if (!found) sections.unshift({ kind: "case", name: "", values: {} });
  return found ?? sections[0];
}

/** Puts the answers into a case. Gives the place of each answer: [section, key, field]. */
function putAnswers(sections, asked) {
  const places = [], part = {};
  for (const { question, field } of asked) {
    const answer = field.value();
    if (answer === "") continue;
    const section = (kind, values) => {
      const made = { kind, name: "", values };
      sections.push(made);
      part[kind] = made;
      return made;
    };
    const kindOfPart = question.gives.startsWith("advice-") ? "advice" : "consultation";
    switch (question.gives) {
    case "event":
      addDays(sections, question.event, [answer]);
      places.push(["events", question.event, field]);
      break;
    case "setting": case "authority": case "reference":
      about(sections).values[question.gives] = answer;
      places.push(["case", question.gives, field]);
      break;
    case "advice":
      section("advice", { from: answer });
      break;
    case "consultation":
      section("consultation", {}).name = answer;
      places.push(["consultation", "name", field]);
      break;
    default:
      if (/^(advice|consultation)-/.test(question.gives)) {
        const key = question.gives.slice(kindOfPart.length + 1);
        if (!part[kindOfPart]) section(kindOfPart, kindOfPart === "advice" ? { from: "other" } : {});
        part[kindOfPart].values[key] = answer;
        places.push([kindOfPart, key, field]);
      }
    }
  }
  return places;
}

export function startView(id) {
  const topic = state.bundle.topics.find((one) => one.topic === id) ?? state.bundle.topics[0];
  const asked = firstQuestions(topic.topic).map(fieldOf);
  const told = h("div", {});
  const fields = asked.map(({ field }) => field);
  return [
    h("h1", {}, topic.title),
    paragraph(words.otherStartHint),
    form(fields, words.showDates, async () => {
      const tells = asked.map(({ question, field }) => question.choices.find((choice) => choice.value === field.value())?.tell).filter(Boolean);
      told.replaceChildren(...tells.map((text) => paragraph(text, "inset")));
      const sections = copyOfCase(), places = putAnswers(sections, asked);
      const before = JSON.stringify(copyOfCase()), hasDay = asked.some(({ question, field }) => !NO_DAY.has(question.gives) && field.value() !== "");
      if (!hasDay || JSON.stringify(sections) === before) return tells.length ? [] : [{ field: fields[0], text: words.noAnswer }];
      const faults = await tryCase(sections);
      if (faults.length)
        return faults.map((fault) => ({
          text: fault.text,
          field: places.find(([kind, key]) => fault.place && kind === fault.place.section.kind && key === fault.place.key)?.[2],
        }));
      location.hash = "#dates";
      return [];
    }),
    told,
  ];
}
