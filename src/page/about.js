import { h, paragraph } from "./dom.js";
import { lawLines } from "./results.js";

/** A page of plain text. */
export const textView = (heading, lines) => [h("h1", {}, heading), ...lines.map((line) => paragraph(line)), ...lawLines()];
