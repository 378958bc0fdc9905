// Makes elements from text only: text of a person or a file is never read as HTML.
import { words } from "./words.js";

/** An element. `attributes`: "on" + event for a handler, true for an attribute without a value. Children: nodes or text; null is skipped. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(4).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

let number = 0;
/** A new id. */
export const newId = (what) => `${what}-${++number}`;

export const paragraph = (text, className) => h("p", { class: className }, text);
export const button = (text, onclick, className) => h("button", { type: "button", class: className, onclick }, text);
export const link = (text, to, className) => h("a", { href: to, class: className }, text);

/** A link to another site, which does not learn where it was opened. */
export const outLink = (text, url, className) =>
  /^https:\/\//.test(url) ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer", class: className }, text) : h("span", {}, text);

/** Saves a file on the device. */
export function save(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = h("a", { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/** Tells screen readers about a change. */
export function announce(text) {
  const place = document.getElementById("status");
  place.textContent = "";
  setTimeout(() => (place.textContent = text), 50);
}

/** Moves the focus to a heading or message that has just appeared. */
export function focusOn(element) {
  if (!element) return;
  element.setAttribute("tabindex", "-1");
  element.focus();
}

// ---- fields ---- Each has: element, value(), fail(message), clear(), focusId.

function shell(label, hint, control, group) {
  const hintId = newId("hint"), errorId = newId("error");
  const error = h("p", { class: "error-message", id: errorId, hidden: true });
  const hintElement = hint ? h("div", { class: "hint", id: hintId }, hint) : null;
  const element = group
    ? h("fieldset", { class: "field", "aria-describedby": hint ? hintId : null }, h("legend", {}, label), hintElement, error, control)
    : h("div", { class: "field" }, label, hintElement, error, control);
  const inputs = () => [...element.querySelectorAll("input, select, textarea")];
  return {
    element,
    get focusId() { return inputs()[0].id; },
    fail(message) {
      error.hidden = false;
      error.replaceChildren(h("span", { class: "visually-hidden" }, words.fieldError), message);
      element.classList.add("has-error");
      for (const input of inputs()) {
        input.setAttribute("aria-invalid", "true");
        input.setAttribute("aria-describedby", hint && !group ? `${hintId} ${errorId}` : errorId);
      }
    },
    clear() {
      error.hidden = true;
      element.classList.remove("has-error");
      for (const input of inputs()) {
        input.removeAttribute("aria-invalid");
        if (hint && !group) input.setAttribute("aria-describedby", hintId);
        else input.removeAttribute("aria-describedby");
      }
    },
  };
}

/** Day, month and year of a date in a case file: "2026-01-05". */
function partsOf(value) {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value ?? "");
  return found ? [String(Number(found[3])), String(Number(found[2])), found[1]] : [value ?? "", "", ""];
}

/** Three fields for one date. value() is what was typed, in a form that the program reads; "" for nothing. */
export function dateField(label, hint, value) {
  const parts = partsOf(value);
  const inputs = [words.day, words.month, words.year].map((name, i) => {
    const id = newId("date");
    const input = h("input", { id, type: "text", inputmode: "numeric", autocomplete: "off", spellcheck: "false", value: parts[i] || null,
      class: i === 2 ? "width-4" : "width-2" });
    return { input, element: h("div", { class: "date-part" }, h("label", { for: id }, name), input) };
  });
  const field = shell(label, hint, h("div", { class: "date-parts" }, inputs.map((part) => part.element)), true);
  field.value = () => {
    const typed = inputs.map((part) => part.input.value.trim());
    if (typed.every((text) => text === "")) return "";
    if (typed[0] !== "" && typed[1] === "" && typed[2] === "") return typed[0];
    return typed.join(/[a-z]/i.test(typed[1]) ? " " : "/");
  };
  return field;
}

export function textField(label, hint, value, className) {
  const id = newId("text");
  const field = shell(h("label", { for: id }, label), hint,
    h("input", { id, type: "text", autocomplete: "off", value: value || null, class: className ?? "width-full" }), false);
  field.clear();
  field.value = () => document.getElementById(id).value.trim();
  return field;
}

export function selectField(label, hint, options, value) {
  const id = newId("select");
  const select = h("select", { id }, options.map(([key, text]) => h("option", { value: key, selected: key === (value ?? "") }, text)));
  const field = shell(h("label", { for: id }, label), hint, select, false);
  field.clear();
  field.value = () => select.value;
  return field;
}

/** Radio buttons. */
export function radioField(label, hint, options, value) {
  const name = newId("radio");
  const rows = options.map(([key, text]) => {
    const id = newId("choice");
    return h("div", { class: "choice" }, h("input", { type: "radio", id, name, value: key, checked: key === value }), h("label", { for: id }, text));
  });
  const field = shell(label, hint, h("div", {}, rows), true);
  field.value = () => field.element.querySelector("input:checked")?.value ?? "";
  return field;
}

export function checkbox(text, value, checked) {
  const id = newId("check");
  const input = h("input", { type: "checkbox", id, value, checked });
  return { element: h("div", { class: "choice" }, input, h("label", { for: id }, text)), checked: () => input.checked, value };
}

export function fileField(label, hint, accept, multiple) {
  const id = newId("file");
  const input = h("input", { id, type: "file", accept, multiple });
  const field = shell(h("label", { for: id }, label), hint, input, false);
  field.clear();
  field.files = () => [...input.files];
  field.input = input;
  return field;
}

/** The summary at the top of a form: each problem is a link to its field. */
export function errorSummary(problems) {
  return h("div", { class: "error-summary", role: "alert" }, h("h2", {}, words.problem),
    h("ul", {}, problems.map(({ text, focusId }) => h("li", {},
      focusId ? h("a", { href: `#${focusId}`, onclick: (event) => {
        event.preventDefault();
        document.getElementById(focusId)?.focus();
      } }, text) : text))));
}

/** Whether another view is asked for and not shown yet: a second press would do the same thing twice. */
const isLeaving = () => document.getElementById("main").dataset.view !== location.hash;

/** A form with a summary of problems. `submit` gives [{field, text}], or nothing if all is right. */
export function form(fields, buttonText, submit) {
  const place = h("div", {});
  const send = async () => {
    for (const field of fields) field.clear?.();
    place.replaceChildren();
    const problems = await submit();
    if (!problems?.length) return;
    const first = fields.find((field) => field.focusId);
    for (const problem of problems) problem.field?.fail(problem.text);
    const summary = errorSummary(problems.map(({ field, text }) => ({ text, focusId: (field ?? first)?.focusId })));
    place.replaceChildren(summary);
    focusOn(summary);
  };
  const made = h("form", { novalidate: true, onsubmit: async (event) => {
    event.preventDefault();
    if (made.hasAttribute("aria-busy") || isLeaving()) return;
    made.setAttribute("aria-busy", "true");
    await send().finally(() => made.removeAttribute("aria-busy"));
  } }, place, fields.map((field) => field.element), h("button", { type: "submit", class: "main-button" }, buttonText));
  return made;
}
