// Keeps a case on this device, if asked to, or saves it as a file, and opens it again.
import { words, fill } from "./words.js";
import { h, button, fileField, form, paragraph, save, announce } from "./dom.js";
import { state, keep, forget, openText, startAgain } from "./program.js";

function keepHere() {
  const section = h("section", {});
  const draw = (message) => {
    section.replaceChildren(...[
      h("h2", {}, words.keepHere),
      paragraph(words.keepHereAbout),
      message ? paragraph(message, "inset") : null,
      state.kept ? [paragraph(words.keptHere, "kept"), button(words.deleteAll, () => {
        forget();
        draw(words.deleted);
        announce(words.deleted);
      })] : button(words.keepHere, () => {
        const text = keep() ? words.keptHere : words.notKept;
        draw(state.kept ? null : text);
        announce(text);
      }),
    ].flat().filter(Boolean));
  };
  draw(null);
  return section;
}

/** The faults of a file, with their lines. */
export const faultsOf = (faults) =>
  faults.map((fault) => ({ text: (fault.line ? fill(words.line, { line: fault.line }) : "") + fault.text }));

function openPart() {
  const field = fileField(words.chooseFile, words.openCaseAbout, ".ini,text/plain", false);
  return form([field], words.openCase, async () => {
    const [file] = field.files();
    if (!file) return [{ field, text: words.chooseFile }];
    const faults = await openText(await file.text(), "");
    if (faults.length) return [{ field, text: words.refusedFile }, ...faultsOf(faults)];
    announce(fill(words.opened, { file: file.name }));
    location.hash = "#dates";
    return [];
  });
}

export function keepView() {
  return [
    h("h1", {}, words.keep),
    paragraph(words.keepAbout),
    keepHere(),
    state.screen ? h("section", {}, h("h2", {}, words.saveCase), paragraph(words.saveCaseAbout),
      button(words.saveCase, () => save("ehc-case.ini", state.text, "text/plain"))) : null,
    h("section", {}, h("h2", {}, words.openCase), openPart()),
    state.screen ? h("section", {}, h("h2", {}, words.startAgain), button(words.startAgain, () => {
      startAgain();
      location.hash = "#dates";
    })) : null,
  ].filter(Boolean);
}
