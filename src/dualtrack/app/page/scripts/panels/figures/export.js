// Every figure taken away: its numbers as a table on the page and as CSV, its drawing as SVG and as PNG.
import { h, replace } from "../../kit/dom.js";
import { plainNumber } from "../../kit/format.js";
import { whereFrom } from "../../state/provenance.js";
import { say } from "../../kit/words.js";
import { slideOf } from "./slide.js";
import { drawingText, standalone } from "./standalone.js";

const PNG_SCALE = 2;
/**
 * @typedef {{columns: string[], rows: Array<Array<string | number>>}} Numbers
 * @typedef {{label: string, line: string, dash: string}} LegendItem
 * @typedef {{file: () => string, title: () => string, svg: () => any, table: (purpose: "page" | "file") => Numbers,
 *   legend?: () => LegendItem[], note?: () => string, about?: () => string, finding?: () => string, seen?: () => string,
 *   wide?: (width: number, height: number) => SVGElement, ready?: () => Promise<void>}} Figure
 *   `about` says of which runs it is, where these are not the reader's scenario; `finding` is the title of its slide, where it has one of
 *   its own, `wide` draws it for one, and `seen` names who published what is drawn of the record
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

function toolButton(kind, figure, act) {
  const key = `figure.${kind}`;
  const named = say("figure.of", say(key), figure.title());
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
  const attributes = { type: "button", class: "quiet", "aria-label": named, title: say(key), onclick: save };
  return h("button", attributes, kind === "png" ? say("figure.pngShort") : kind.toUpperCase());
}

function saveCsv(context, figure) {
  const table = withSource(figure.table("file"), whereFrom(context, figure.about?.()));
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
  const { node, width, height } = slideOf(context, figure);
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

function cellText(cell) {
  return typeof cell === "number" ? plainNumber(cell) : cell;
}

function csvCell(cell) {
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const guarded = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
