// The two large charts of the reader's choice, each with its legend, its sentences, its table and its files.
import { h, replace, setText } from "../../kit/dom.js";
import { drawChart, moveReadMark, valueDomain, yearUnder } from "../../kit/chart.js";
import { drawingOf, findingOf, readOff, readMiddle, readShort, seenWords, summaryOf, tableOf } from "./drawings.js";
import { figureTools } from "./export.js";
import { wholeNumber, year } from "../../kit/format.js";
import { lineSwatch, lineLook } from "../../kit/legend.js";
import { previewBands } from "./preview_bands.js";
import { recordList } from "./record_list.js";
import { drawnWhenSeen } from "../../kit/onscreen.js";
import { whenInSight } from "../../kit/seen.js";
import { samePolicyWorld } from "../../state/runs.js";
import { label, say, sayPair, sentences } from "../../kit/words.js";

const SHAPE = 0.6;
const LEAST_WIDE = 260;
const HEIGHTS = [250, 430];

/**
 * Mount both charts; they share the year under the pointer.
 * @param {Element} root
 * @param {Context} context
 */
export function mountCharts(root, context) {
  /** @type {any} */
  const shared = { hovered: null, bands: null, worlds: null, hasFailed: false };
  shared.preview = previewBands(context, () => schedule());
  const figures = [0, 1].map((place) => chartFigure(context, shared, place));
  replace(
    root,
    figures.map((figure) => figure.node),
  );
  const asks = figures.map((figure) => drawnWhenSeen(figure.canvas, figure.draw));
  const schedule = () => asks.forEach((ask) => ask());
  const askAgain = whenInSight(root, () => askBands(context, shared, schedule));
  shared.read = (moment) => {
    shared.hovered = moment;
    figures.forEach((figure) => figure.read());
  };
  context.store.subscribe((state, _, { preview }) => {
    schedule();
    if (preview) context.runs.cancel();
    else askAgain();
  });
  askAgain();
}

async function askBands({ store, runs }, shared, redraw) {
  const { scenario, charts, view, baseline, bands } = store.committed();
  if (!bands) return runs.cancel();
  const minus = view === "difference" ? samePolicyWorld(baseline, scenario) : null;
  const names = [...new Set(charts)];
  try {
    const found = await runs.bands(scenario, names, minus);
    Object.assign(shared, { bands: { scenario, view, baseline, values: found.values }, worlds: found.worlds, hasFailed: false });
    redraw();
  } catch (error) {
    if (error.name === "AbortError") return;
    shared.hasFailed = true;
    redraw();
    throw error;
  }
}

/** Whoever carries a chart away while its bands are computed gets it with them. */
async function bandsReady(context, shared, figure) {
  const isLate = () => {
    const state = context.store.committed();
    return state.bands && !shared.hasFailed && (shared.bands?.scenario !== state.scenario || !fitsBands(shared, state));
  };
  do await askBands(context, shared, () => {}).catch(() => null);
  while (isLate());
  figure.redraw();
}

function fitsBands({ bands }, { view, baseline, charts }) {
  return bands !== null && bands.view === view && bands.baseline === baseline && charts.every((name) => name in bands.values);
}

function chartFigure(context, shared, place) {
  /** @type {any} */
  const parts = figureParts(place);
  /** @type {any} */
  const held = { drawing: null, size: null, domain: null, svg: null };
  /** @type {any} */
  const figure = { node: parts.node, canvas: parts.canvas };
  /** @type {[number, number]} */
  let room = [parts.canvas.clientWidth, 1];
  figure.redraw = () => drawLarge(context, shared, place, parts, held, room);
  figure.draw = (width, scale) => {
    room = [width, scale];
    figure.redraw();
  };
  figure.read = () => {
    if (held.svg === null) return;
    held.drawing = { ...held.drawing, readYear: shared.hovered ?? context.store.get().year };
    moveReadMark(held.svg, held.drawing, held.size);
    writeLegend(parts.legend, held.drawing);
  };
  parts.points = recordList(context);
  listenToPointer(context, shared, parts.canvas, held);
  parts.choice.addEventListener("change", () => chooseOutcome(context, place, parts.choice.value));
  parts.node.append(
    parts.points.node,
    figureTools(context, {
      file: () => `dualtrack-${held.drawing.name}${held.drawing.isDifference ? "-difference" : ""}`,
      ready: () => bandsReady(context, shared, figure),
      title: () => figureTitle(context, place, held.drawing),
      svg: () => held.svg,
      table: (purpose) => tableOf(held.drawing, purpose === "page"),
      legend: () => legendItems(held.drawing),
      note: () => say("chart.lines"),
      finding: () => findingOf(held.drawing),
      seen: () => seenWords(context.pack, held.drawing.points),
      wide: (width, height) => drawChart({ ...held.drawing, band: held.drawing.isStale ? null : held.drawing.band }, { width, height, scale: 1 }),
    }),
  );
  return figure;
}

function figureParts(place) {
  const named = `chart-${place + 1}`;
  const choice = h("select", { id: named, class: "chart-choice" });
  const caption = h("label", { for: named, class: "visually-hidden" });
  const about = h("p", { class: "chart-about muted" });
  const legend = h("div", { class: "legend" });
  const canvas = h("div", { class: "chart-canvas" });
  const summary = h("p", { class: "chart-summary muted", id: `${named}-summary` });
  const node = h(
    "figure",
    { class: "figure chart", id: `${named}-figure` },
    h("figcaption", null, caption, choice, about),
    legend,
    canvas,
    summary,
  );
  return { node, caption, choice, about, legend, canvas, summary };
}

function drawLarge(context, shared, place, parts, held, [space, scale]) {
  const { store, runs, pack } = context;
  const state = store.get();
  const name = state.charts[place];
  const isDragged = state !== store.committed();
  const width = Math.max(LEAST_WIDE, space);
  const size = { width, height: Math.round(Math.min(Math.max(width * SHAPE, HEIGHTS[0]), HEIGHTS[1] * scale)), scale };
  const fits = shared.bands !== null && shared.bands.view === state.view && shared.bands.baseline === state.baseline;
  const preview = shared.preview(state);
  const band = preview?.bandOf(name) ?? (fits ? (shared.bands.values[name] ?? null) : null);
  const before = isDragged ? store.committed().scenario : null;
  /** @type {any} */
  const drawing = drawingOf(context, runs, name, {
    state,
    before,
    band,
    readYear: shared.hovered ?? state.year,
    held: isDragged ? held.domain : null,
    withRecord: true,
  });
  drawing.isStale = preview !== null || band === null || shared.bands.scenario !== state.scenario;
  drawing.isAwaited = state.bands && !shared.hasFailed;
  drawing.axis = valueDomain(drawing);
  const domain = drawing.axis.domain.map((value) => value * drawing.axis.divisor);
  Object.assign(held, { drawing, size, domain, svg: drawChart(drawing, size) });
  held.svg.classList.toggle("stale", drawing.isStale && preview === null);
  held.svg.classList.toggle("smoothed", preview !== null);
  parts.node.setAttribute("aria-busy", String(state.bands && drawing.isStale && !shared.hasFailed));
  held.svg.setAttribute(
    "aria-label",
    say("chart.named", drawing.title, year(drawing.years[0]), year(drawing.years[drawing.years.length - 1])),
  );
  held.svg.setAttribute("aria-describedby", parts.summary.id);
  replace(parts.canvas, held.svg);
  writeChoice(pack, parts, state, place);
  writeLegend(parts.legend, drawing);
  parts.points.show(drawing.points);
  const late = preview === null ? bandState(state, drawing, shared) : previewWords(preview);
  const told = summaryOf(drawing, shared.worlds);
  if (late === null) setText(parts.summary, told);
  else replace(parts.summary, sentences([told, ""]), late);
}

function previewWords({ worlds }) {
  return h("span", { class: "waiting" }, say("summary.preview", wholeNumber(worlds)));
}

function bandState({ bands }, { isStale }, { hasFailed }) {
  if (!bands || !isStale) return null;
  return hasFailed ? h("span", null, say("summary.failed")) : h("span", { class: "waiting" }, say("summary.computing"));
}

function writeChoice(pack, { caption, choice, about }, state, place) {
  setText(caption, say("chart.choose", place + 1));
  if (choice.dataset.language !== state.language) {
    choice.dataset.language = state.language;
    replace(
      choice,
      pack.outcomes.map((name) => h("option", { value: name }, label(pack.quantities[name].label))),
    );
  }
  choice.value = state.charts[place];
  setText(about, label(pack.quantities[state.charts[place]].doc));
}

function legendItems(drawing) {
  const at = year(drawing.readYear);
  const items = drawing.lines.map((line) => ({
    label: say("figure.lineAt", line.label, readOff(drawing, line).value, at),
    ...lineLook(line.key),
  }));
  if (drawing.band === null || drawing.isStale) return items;
  const { middle, ends } = readMiddle(drawing, true);
  return [...items, { label: say("figure.bandAt", say("reading.median"), middle, ends, at), ...lineLook("median") }];
}

function writeLegend(node, drawing) {
  const rows = drawing.lines.map((line) => {
    const { value, difference } = readShort(drawing, line);
    return h(
      "tr",
      { class: `legend-${line.key}` },
      h("th", { scope: "row" }, lineSwatch(line.key), line.label),
      h("td", null, value),
      h("td", { class: "muted" }, difference),
    );
  });
  if (drawing.band !== null || drawing.isAwaited) rows.push(medianRow(drawing));
  const unit = say("reading.nominal") + (drawing.axis.name === "" ? "" : say("chart.readUnit", drawing.axis.name));
  const caption = h(
    "caption",
    null,
    say(drawing.isDifference ? "chart.readDifference" : "chart.read", year(drawing.readYear), drawing.baseLabel, unit),
  );
  replace(node, h("table", null, caption, h("tbody", null, rows)));
}

/** The median world and nine tenths beside the nominal one, which is one world of many and need not lie in their middle. */
function medianRow(drawing) {
  const { middle, ends } = readMiddle(drawing);
  const named = h("th", { scope: "row" }, lineSwatch("median"), say("reading.median"));
  return h("tr", { class: "legend-median" }, named, h("td", null, middle), h("td", { class: "muted" }, ends));
}

function listenToPointer(context, shared, canvas, held) {
  canvas.addEventListener("pointermove", (event) => shared.read(yearUnder(held.drawing, held.svg, event.clientX)));
  canvas.addEventListener("pointerleave", () => shared.read(null));
  canvas.addEventListener("click", (event) => {
    const moment = yearUnder(held.drawing, held.svg, event.clientX);
    context.store.setting((state) => ({ ...state, year: moment }));
  });
}

/**
 * Show an outcome in one of the large charts.
 * @param {Context} context
 * @param {number} place 0 or 1
 * @param {string} name
 */
export function chooseOutcome({ store, pack }, place, name) {
  store.update(sayPair("step.chart", pack.quantities[name].label), (state) => ({
    ...state,
    charts: state.charts.map((old, at) => (at === place ? name : old)),
  }));
}

function figureTitle({ store, pack }, place, drawing) {
  const title = label(pack.quantities[store.get().charts[place]].label);
  return drawing?.isDifference ? say("chart.differenceTitle", title, drawing.baseLabel) : title;
}
