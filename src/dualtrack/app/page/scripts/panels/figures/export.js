// Every figure taken away: its numbers as a table on the page and as CSV, its drawing as SVG and as PNG.
import { h, s, replace } from "../../kit/dom.js";
import { plainNumber } from "../../kit/format.js";
import { scenarioText, whereFrom } from "../../state/provenance.js";
import { say } from "../../kit/words.js";

const BESIDE = 24;
const HEAD = 64;
const FOOT = 34;
const LEGEND_LINE = 20;
const NOTE_LETTER = 5.8;
const NOTE_LINE = 15;
const NOTE_GAP = 18;
const PNG_SCALE = 2;
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
 * @typedef {{columns: string[], rows: Array<Array<string | number>>}} Numbers
 * @typedef {{label: string, line: string, dash: string}} LegendItem
 * @typedef {{file: () => string, title: () => string, svg: () => any, table: (purpose: "page" | "file") => Numbers,
 *   legend?: () => LegendItem[], note?: () => string, ready?: () => Promise<void>}} Figure
 */

/**
 * The tools under a figure, made once: a table that opens, and buttons for CSV, SVG and PNG; they follow the store by themselves.
 * @param {Context} context
 * @param {Figure} figure
 * @returns {HTMLElement}
 */
export function figureTools(context, figure) {
  const body = h("div", { class: "figure-numbers" });
  const summary = h("summary", null);
  const table = h("details", { class: "figure-table" }, summary, body);
  const buttons = h("div", { class: "figure-buttons" });
  const fill = () => table.open && replace(body, numbersTable(figure.title(), figure.table("page")));
  const write = () => {
    replace(summary, say("figure.table"));
    replace(
      buttons,
      toolButton("csv", figure, () => saveCsv(context, figure)),
      toolButton("svg", figure, () => saveSvg(context, figure)),
      toolButton("png", figure, () => savePng(context, figure)),
    );
  };
  table.addEventListener("toggle", fill);
  let spoken = "";
  const follow = (state, _, { preview }) => {
    if (state.language !== spoken) write();
    spoken = state.language;
    if (!preview) requestAnimationFrame(fill);
  };
  follow(context.store.get(), null, { preview: true });
  context.store.subscribe(follow);
  return h("div", { class: "figure-tools" }, buttons, table);
}

/**
 * Numbers as an accessible table: the first column names the rows.
 * @param {string} caption
 * @param {Numbers} numbers
 */
export function numbersTable(caption, { columns, rows }) {
  const head = h(
    "tr",
    null,
    columns.map((column) => h("th", { scope: "col" }, column)),
  );
  const lines = rows.map(([first, ...rest]) =>
    h(
      "tr",
      null,
      h("th", { scope: "row" }, cellText(first)),
      rest.map((cell) => h("td", null, cellText(cell))),
    ),
  );
  const inside = h(
    "table",
    null,
    h("caption", { class: "visually-hidden" }, caption),
    h("thead", null, head),
    h("tbody", null, lines),
  );
  return h("div", { class: "table-frame", role: "region", tabindex: "0", "aria-label": caption }, inside);
}

/**
 * Numbers as CSV, in full precision; a text that a spreadsheet would take for a formula is marked as text.
 * @param {Numbers} numbers
 */
export function csvText({ columns, rows }) {
  return [columns, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

/**
 * Hand a file to the reader.
 * @param {string} name
 * @param {Blob} blob
 */
export function saveFile(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/**
 * A drawing that stands alone: styles written into it, with title, legend and where it comes from.
 * @param {Context} context
 * @param {Figure} figure
 * @returns {{node: SVGElement, width: number, height: number}}
 */
export function standalone(context, figure) {
  const drawn = figure.svg();
  const { width, height } = drawn.getBoundingClientRect();
  const legend = figure.legend ? figure.legend() : [];
  const look = getComputedStyle(document.body);
  const above = HEAD + legend.length * LEGEND_LINE;
  const note = [figure.note?.() ?? "", scenarioText(context.pack, context.store.committed())].filter(Boolean);
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
    s("text", { x: BESIDE, y: 36, "font-size": 18, "font-weight": 600, ...text }, figure.title()),
    legend.map((item, place) => legendLine(item, HEAD + place * LEGEND_LINE, text)),
    copy,
    notes.map((line, place) => s("text", { x: BESIDE, y: below + place * NOTE_LINE, "font-size": 11, ...text }, line)),
    s("text", { x: BESIDE, y: whole.height - 12, "font-size": 11, ...text }, origin(context.pack)),
  );
  return { node, ...whole };
}

function toolButton(kind, figure, act) {
  const named = `${say(`figure.${kind}`)}: ${figure.title()}`;
  const save = async ({ currentTarget: button }) => {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    try {
      await figure.ready?.();
      act();
    } finally {
      button.removeAttribute("aria-busy");
    }
  };
  const attributes = { type: "button", class: "quiet", "aria-label": named, title: say(`figure.${kind}`), onclick: save };
  return h("button", attributes, kind.toUpperCase());
}

function saveCsv(context, figure) {
  const table = withSource(figure.table("file"), whereFrom(context));
  saveFile(`${figure.file()}.csv`, new Blob(["\ufeff", csvText(table)], { type: "text/csv;charset=utf-8" }));
}

/**
 * Numbers with where they come from beside their first row.
 * @param {Numbers} numbers
 * @param {Array<[string, string]>} source headings and texts
 * @returns {Numbers}
 */
export function withSource({ columns, rows }, source) {
  const beside = (place) => source.map(([, text]) => (place === 0 ? text : ""));
  return {
    columns: [...columns, ...source.map(([head]) => head)],
    rows: rows.map((row, place) => [...row, ...Array(columns.length - row.length).fill(""), ...beside(place)]),
  };
}

function saveSvg(context, figure) {
  saveFile(`${figure.file()}.svg`, new Blob([drawingText(standalone(context, figure).node)], { type: "image/svg+xml" }));
}

function savePng(context, figure) {
  const { node, width, height } = standalone(context, figure);
  const picture = new Image();
  picture.onload = () => {
    const canvas = h("canvas", { width: width * PNG_SCALE, height: height * PNG_SCALE });
    const brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    brush.scale(PNG_SCALE, PNG_SCALE);
    brush.drawImage(picture, 0, 0, width, height);
    canvas.toBlob((blob) => blob !== null && saveFile(`${figure.file()}.png`, blob), "image/png");
  };
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawingText(node))}`;
}

function drawingText(node) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(node)}`;
}

function withStyles(drawn) {
  const copy = drawn.cloneNode(true);
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
    const wide = /[\u3000-\u9fff\uff00-\uffef]/.test(part) ? 2 : part.length;
    if (wide > room && lines[lines.length - 1] !== "") {
      lines.push("");
      room = letters;
    }
    lines[lines.length - 1] += part;
    room -= wide;
  }
  return lines.map((line) => line.trim());
}

function legendLine({ label, line, dash }, top, text) {
  const stroke = { stroke: line, "stroke-width": 2.5, "stroke-dasharray": dash === "" ? null : dash };
  return [
    s("line", { x1: BESIDE, x2: BESIDE + 26, y1: top - 8, y2: top - 8, ...stroke }),
    s("text", { x: BESIDE + 34, y: top - 4, "font-size": 12, ...text }, label),
  ];
}

function origin(pack) {
  return say("figure.origin", pack.version, pack.fingerprint.slice(0, 12));
}

function cellText(cell) {
  return typeof cell === "number" ? plainNumber(cell) : cell;
}

function csvCell(cell) {
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const guarded = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
