// Small multiples: every outcome at a glance, each of which can be brought into either large chart.
import { h, replace, s, setAttributes, setText } from "../../kit/dom.js";
import { drawSmall } from "../../kit/chart.js";
import { chooseOutcome } from "./charts.js";
import { drawnWhenSeen } from "../../kit/onscreen.js";
import { columnName, drawingOf, readOff, summaryOf } from "./drawings.js";
import { figureTools } from "./export.js";
import { year } from "../../kit/format.js";
import { lineLook } from "../../kit/legend.js";
import { isWholeYear } from "../../kit/scales.js";
import { label, say } from "../../kit/words.js";

const SIZE = { width: 190, height: 92 };
const SHEET_COLUMNS = 5;
/** Across a slide, which is wider than high. */
const SLIDE_COLUMNS = 7;
const SHEET_GAP = 24;
const SHEET_TITLE = 20;

/**
 * @param {Element} root
 * @param {Context} context
 */
export function mountSmall(root, context) {
  const { pack, store } = context;
  const tiles = pack.outcomes.map((name) => smallTile(context, name));
  const list = h(
    "ul",
    { class: "small-multiples" },
    tiles.map((tile) => tile.node),
  );
  const lead = h("p", { class: "muted" });
  replace(root, lead, list);
  const drawAll = () => {
    const state = store.get();
    list.setAttribute("aria-label", say("small.list"));
    setText(lead, say("small.lead", year(state.year)));
    tiles.forEach((tile) => tile.draw(state));
  };
  store.subscribe(drawnWhenSeen(list, drawAll));
  const sheet = h("div", { class: "visually-hidden", "aria-hidden": "true" });
  root.append(
    sheet,
    figureTools(context, {
      file: () => `dualtrack-all-outcomes${context.store.get().view === "difference" ? "-difference" : ""}`,
      title: () => say("small.list"),
      svg: () =>
        tileSheet(
          sheet,
          tiles.map((tile) => tile.drawn()),
        ),
      wide: () =>
        tileSheet(
          sheet,
          tiles.map((tile) => tile.drawn()),
          SLIDE_COLUMNS,
        ),
      table: (purpose) =>
        sheetTable(
          tiles.map((tile) => tile.drawn()),
          purpose === "page",
        ),
      legend: () => tiles[0].drawn().lines.map((line) => ({ label: line.label, ...lineLook(line.key) })),
    }),
  );
}

function smallTile(context, name) {
  const quantity = context.pack.quantities[name];
  const title = h("h4", null);
  const value = h("p", { class: "small-value tabular" });
  const canvas = h("div", { class: "small-canvas" });
  const buttons = [0, 1].map((place) =>
    h("button", { type: "button", class: "quiet", onclick: () => chooseOutcome(context, place, name) }, String(place + 1)),
  );
  const prompt = h("span", { class: "muted" });
  const node = h("li", null, title, value, canvas, h("p", { class: "small-choose" }, prompt, buttons));
  const drawingAt = (state) =>
    drawingOf(context, context.runs, name, {
      state,
      before: null,
      band: null,
      readYear: state.year,
      held: null,
      withRecord: false,
    });
  const draw = (state) => {
    const drawing = drawingAt(state);
    const own = drawing.lines[drawing.lines.length - 1];
    const { value: shown, difference } = readOff(drawing, own);
    setText(title, label(quantity.label));
    replace(value, h("strong", null, shown), " ", h("span", { class: "muted" }, difference));
    const svg = drawSmall(drawing, SIZE);
    svg.setAttribute("aria-label", summaryOf(drawing, null));
    replace(canvas, svg);
    setText(prompt, say("small.show"));
    buttons.forEach((button, place) => {
      button.setAttribute("aria-pressed", String(state.charts[place] === name));
      button.setAttribute("aria-label", say("small.choose", label(quantity.label), place + 1));
    });
  };
  return { node, draw, drawn: () => drawingAt(context.store.get()) };
}

function tileSheet(home, drawings, columns = SHEET_COLUMNS) {
  const rows = Math.ceil(drawings.length / columns);
  const [across, down] = [SIZE.width + SHEET_GAP, SIZE.height + SHEET_GAP + SHEET_TITLE];
  const tiles = drawings.map((drawing, place) => {
    const tile = drawSmall(drawing, SIZE);
    setAttributes(tile, { width: SIZE.width, height: SIZE.height, y: SHEET_TITLE });
    const corner = `translate(${(place % columns) * across} ${Math.floor(place / columns) * down})`;
    return s("g", { transform: corner }, s("text", { class: "sheet-title", y: 12 }, drawing.title), tile);
  });
  const [width, height] = [columns * across, rows * down];
  const sheet = s("svg", { class: "chart-drawing sheet", width, height, viewBox: `0 0 ${width} ${height}` }, tiles);
  replace(home, sheet);
  return sheet;
}

function sheetTable(drawings, wholeYears) {
  const [{ years, lines }] = drawings;
  const rows = [];
  years.forEach((moment, place) => {
    if (wholeYears && !isWholeYear(moment)) return;
    rows.push([year(moment), ...drawings.flatMap((drawing) => drawing.lines.map(({ values }) => values[place]))]);
  });
  const heads = drawings.flatMap((drawing) => lines.map(({ label }) => columnName(drawing, say("figure.of", drawing.title, label))));
  return { columns: [say("chart.year"), ...heads], rows };
}
