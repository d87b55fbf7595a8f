// A drawing that leaves the page: styles written into it, with its title, its legend, and where it comes from.
import { s } from "../../kit/dom.js";
import { scenarioText } from "../../state/provenance.js";
import { say } from "../../kit/words.js";

const BESIDE = 24;
const HEAD = 64;
const FOOT = 34;
const LEGEND_LINE = 20;
const NOTE_LETTER = 5.8;
const NOTE_LINE = 15;
const NOTE_GAP = 18;
/** Of a letter's height, how wide a letter of a title is. */
export const TITLE_LETTER = 0.53;
const TITLE = { size: 18, line: 24, top: 36 };
const CARRIED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
  "visibility",
];

/**
 * A drawing that stands alone: styles written into it, with title, legend and where it comes from.
 * @param {Context} context
 * @param {import("./export.js").Figure} figure
 * @returns {{node: SVGElement, width: number, height: number}}
 */
export function standalone(context, figure) {
  const drawn = figure.svg();
  const { width, height } = drawn.getBoundingClientRect();
  const legend = figure.legend ? figure.legend() : [];
  const look = getComputedStyle(document.body);
  const titles = wrapped(figure.title(), width / (TITLE.size * TITLE_LETTER));
  const head = HEAD + (titles.length - 1) * TITLE.line;
  const above = head + legend.length * LEGEND_LINE;
  const note = [figure.note?.() ?? "", aboutOf(context, figure)].filter(Boolean);
  const notes = note.flatMap((text) => wrapped(text, width / NOTE_LETTER));
  const below = above + height + NOTE_GAP;
  const whole = { width: Math.round(width + 2 * BESIDE), height: Math.round(below + notes.length * NOTE_LINE + FOOT) };
  const copy = withStyles(drawn);
  for (const [name, value] of Object.entries({ x: BESIDE, y: above, width, height })) copy.setAttribute(name, String(value));
  const text = { "font-family": look.fontFamily, fill: look.color };
  const node = s(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", ...whole, viewBox: `0 0 ${whole.width} ${whole.height}` },
    s("rect", { width: whole.width, height: whole.height, fill: look.backgroundColor }),
    titles.map((line, place) =>
      s("text", { x: BESIDE, y: TITLE.top + place * TITLE.line, "font-size": TITLE.size, "font-weight": 600, ...text }, line),
    ),
    legend.map((item, place) => legendLine(item, head + place * LEGEND_LINE, text)),
    copy,
    notes.map((line, place) => s("text", { x: BESIDE, y: below + place * NOTE_LINE, "font-size": 11, ...text }, line)),
    s("text", { x: BESIDE, y: whole.height - 12, "font-size": 11, ...text }, origin(context.pack)),
  );
  return { node, ...whole };
}

/**
 * A drawing as the text of a file.
 * @param {SVGElement} node
 */
export function drawingText(node) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(node)}`;
}

/**
 * A copy of a drawing with the styles that it has on the page written into it.
 * @param {SVGElement} drawn
 * @returns {any}
 */
export function withStyles(drawn) {
  const copy = /** @type {SVGElement} */ (drawn.cloneNode(true));
  const seen = [drawn, ...drawn.querySelectorAll("*")];
  const made = [copy, ...copy.querySelectorAll("*")];
  const gone = made.filter((node, place) => {
    const style = getComputedStyle(seen[place]);
    for (const name of CARRIED) if (style.getPropertyValue(name)) node.setAttribute(name, style.getPropertyValue(name));
    node.removeAttribute("class");
    return style.display === "none";
  });
  for (const node of gone) node.remove();
  return copy;
}

/**
 * A text in lines of so many Latin letters at most; a Chinese one takes the room of two, and may end a line.
 * @param {string} text
 * @param {number} letters
 */
export function wrapped(text, letters) {
  const lines = [""];
  let room = letters;
  for (const [part] of text.matchAll(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+/g)) {
    const wide = lettersIn(part);
    if (wide > room && lines[lines.length - 1] !== "") {
      lines.push("");
      room = letters;
    }
    lines[lines.length - 1] += part;
    room -= wide;
  }
  return lines.map((line) => line.trim());
}

/**
 * The room of a text in Latin letters: a Chinese letter takes that of two.
 * @param {string} text
 */
export function lettersIn(text) {
  return [...text].reduce((sum, letter) => sum + (/[\u3000-\u9fff\uff00-\uffef]/.test(letter) ? 2 : 1), 0);
}

function legendLine({ label, line, dash }, top, text) {
  const stroke = { stroke: line, "stroke-width": 2.5, "stroke-dasharray": dash === "" ? null : dash };
  return [
    s("line", { x1: BESIDE, x2: BESIDE + 26, y1: top - 8, y2: top - 8, ...stroke }),
    s("text", { x: BESIDE + 34, y: top - 4, "font-size": 12, ...text }, label),
  ];
}

/**
 * Which program and model a figure is from.
 * @param {Pack} pack
 */
export function origin(pack) {
  return say("figure.origin", pack.version, pack.fingerprint.slice(0, 12));
}

/**
 * What runs a figure is of: its own, or the reader's scenario.
 * @param {Context} context
 * @param {import("./export.js").Figure} figure
 */
export function aboutOf(context, figure) {
  return figure.about?.() ?? scenarioText(context.pack, context.store.committed());
}
