// A figure as a slide, 16 to 9: a finding as its title, its key in a line, the drawing as large as there is room for, and whose numbers they are.
import { h, s } from "../../kit/dom.js";
import { aboutOf, lettersIn, origin, TITLE_LETTER, withStyles, wrapped } from "./standalone.js";

const SLIDE = { width: 1280, height: 720, beside: 56, title: 34, line: 44, note: 17, noteLine: 24, key: 17, keyLine: 28, foot: 26 };
const TITLE_DOWN = 14;
const NOTE_PART = 0.5;
/** Lines that a title, each note and the key take at most. */
const MOST_LINES = { title: 3, note: 2, key: 3 };
const SWATCH = 30;
const KEY_GAP = 28;
/** How much larger a figure that is drawn for a slide has its letters than on the page. */
const LARGER = 1.7;

/**
 * @param {Context} context
 * @param {import("./export.js").Figure} figure
 * @returns {{node: SVGElement, width: number, height: number}}
 */
export function slideOf(context, figure) {
  const { width, height, beside } = SLIDE;
  const look = getComputedStyle(document.body);
  const text = { "font-family": look.fontFamily, fill: look.color };
  const across = width - 2 * beside;
  const titles = clipped(wrapped(figure.finding?.() ?? figure.title(), across / (SLIDE.title * TITLE_LETTER)), MOST_LINES.title);
  const notes = [figure.note?.() ?? "", figure.seen?.() ?? "", aboutOf(context, figure), origin(context.pack)].filter(Boolean);
  const told = notes.flatMap((note) => clipped(wrapped(note, across / (SLIDE.note * NOTE_PART)), MOST_LINES.note));
  const key = keyRows(figure.legend?.() ?? [], across).slice(0, MOST_LINES.key);
  const [keyAt, drawnAt] = [beside + titles.length * SLIDE.line, beside + titles.length * SLIDE.line + key.length * SLIDE.keyLine];
  const below = height - SLIDE.foot - told.length * SLIDE.noteLine;
  const room = { x: beside, y: drawnAt, width: across, height: below - drawnAt - SLIDE.noteLine };
  const node = s(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` },
    s("rect", { width, height, fill: look.backgroundColor }),
    titles.map((line, place) =>
      s("text", { x: beside, y: beside + TITLE_DOWN + place * SLIDE.line, "font-size": SLIDE.title, "font-weight": 600, ...text }, line),
    ),
    key.map((row, place) => row.map((item) => keyItem(item, keyAt + place * SLIDE.keyLine, text))),
    drawnIn(figure, room),
    told.map((line, place) => s("text", { x: beside, y: below + place * SLIDE.noteLine, "font-size": SLIDE.note, ...text }, line)),
  );
  return { node, width, height };
}

/** The first lines of a text, with a sign where more would follow: the drawing keeps its room. */
function clipped(lines, most) {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]} …`];
}

/** The drawing in its room: drawn for it where it can be, else as it stands on the page. */
function drawnIn(figure, room) {
  const onPage = figure.svg();
  const place = (copy) => {
    for (const [name, value] of Object.entries(room)) copy.setAttribute(name, String(value));
    return copy;
  };
  if (!figure.wide) return place(withStyles(onPage));
  const home = onPage.parentElement;
  const drawn = figure.wide(room.width / LARGER, room.height / LARGER);
  const hidden = h("div", { class: "visually-hidden", "aria-hidden": "true" }, drawn);
  home.append(hidden);
  const copy = place(withStyles(drawn));
  hidden.remove();
  return copy;
}

/** Items of a key in rows, each with its place across. */
function keyRows(items, across) {
  const rows = /** @type {any[][]} */ ([]);
  let at = across;
  for (const item of items) {
    const wide = SWATCH + lettersIn(item.label) * SLIDE.key * NOTE_PART + KEY_GAP;
    if (rows.length === 0 || at + wide > across) {
      rows.push([]);
      at = 0;
    }
    rows[rows.length - 1].push({ ...item, x: SLIDE.beside + at });
    at += wide;
  }
  return rows;
}

function keyItem({ label, line, dash, x }, y, text) {
  const stroke = { stroke: line, "stroke-width": 3, "stroke-dasharray": dash === "" ? null : dash };
  return [
    s("line", { x1: x, x2: x + SWATCH - 8, y1: y - 5, y2: y - 5, ...stroke }),
    s("text", { x: x + SWATCH, y, "font-size": SLIDE.key, ...text }, label),
  ];
}
