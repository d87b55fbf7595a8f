// How do the named loops share what they carry? Each one's share over time, reinforcing above the line and balancing below it.
import { h, replace, s } from "../../kit/dom.js";
import { number, share, year } from "../../kit/format.js";
import { clausesOf, label, say } from "../../kit/words.js";
import { figureTools } from "./export.js";
import { areaPath, DUST, linear, linePath, nearestPlace, ticksWithin } from "../../kit/scales.js";
import { loopSharesOf } from "../../state/strengths.js";
import { changePanel } from "../../state/panel_state.js";
import { drawnWidth, whenResized } from "../../kit/onscreen.js";
import { keepingFocus } from "../../kit/focus.js";
import { whenInSight } from "../../kit/seen.js";
import { yearByClick, yearEntry } from "../../kit/year_entry.js";
import { nodeButton } from "../../state/diagram_state.js";
import { LOOP_COLOURS, loopColours, stackedParts } from "../../kit/loop_stack.js";

const LOOP_MARGIN = { top: 12, right: 16, bottom: 26, left: 54 };
const LOOP_HEIGHT = 260;
const LOOPS_NAMED = LOOP_COLOURS;
const ROOM_FOR_A_NAME = 15;
const YEARS_BETWEEN_TICKS = 4;
const SHARES_BETWEEN_TICKS = 0.25;
const LOOPS_TOLD = 3;

/**
 * Loop shares under the main charts.
 * @param {HTMLElement} root
 * @param {Context} context
 */
export function mountLoops(root, context) {
  /** @type {any} */
  const scene = { context, found: null, asked: 0, drawn: null, open: "", colours: new Map() };
  scene.lead = h("p", { class: "quiet" });
  scene.views = h("div", { class: "switch", role: "group" });
  scene.frame = h("div", { class: "loop-chart" });
  scene.told = h("div", { class: "loop-legend" });
  scene.coverage = h("p", { class: "quiet" });
  const tools = figureTools(context, {
    file: () => "loop-shares",
    title: () => say("loops.title"),
    svg: () => scene.drawn,
    table: (purpose) => loopNumbers(scene, purpose),
    legend: () => loopKey(scene),
    finding: () => say("finding.loops", largestLoops(rankedLoops(scene), 1)),
  });
  yearByClick(context, scene.frame, LOOP_MARGIN, () => scene.found?.years);
  const choices = h("div", { class: "loop-choices" }, scene.views, yearEntry(context, "loops-year"));
  replace(root, scene.lead, scene.coverage, choices, scene.frame, scene.told, tools);
  writeLoops(scene);
  const draw = () => drawLoops(scene);
  const ask = whenInSight(root, () => askLoops(scene), context.runs.whenBanded);
  ask();
  context.store.subscribe((state, before, how) => {
    if (how?.preview) return;
    if (state.scenario !== before.scenario) ask();
    if (state.language !== before.language || state.year !== before.year || state.panel.loops !== before.panel.loops) draw();
  });
  whenResized(scene.frame, () => drawnWidth(scene.frame) !== scene.width && draw());
}

function askLoops(scene) {
  scene.asked += 1;
  const asked = scene.asked;
  return loopSharesOf(scene.context)
    .then((found) => {
      if (asked !== scene.asked) return;
      scene.found = found;
      drawLoops(scene);
    })
    .catch((error) => error.name === "AbortError" || replace(scene.frame, h("p", { class: "notice" }, say("loops.failed"))));
}

/** What is said before any share is worked out, too. */
function writeLoops(scene) {
  scene.lead.textContent = say("loops.lead");
  scene.coverage.textContent = coverageWords(scene.context.pack);
  if (scene.found === null) replace(scene.frame, h("p", { class: "quiet waiting" }, say("shares.working")));
}

function drawLoops(scene) {
  const { store } = scene.context;
  writeLoops(scene);
  if (scene.found === null) return;
  const isLines = store.get().panel.loops?.view === "lines";
  const ranked = rankedLoops(scene);
  scene.views.setAttribute("aria-label", say("loops.view"));
  keepingFocus(() => replace(scene.views, viewButton(store, "stacked", !isLines), viewButton(store, "lines", isLines)));
  scene.width = drawnWidth(scene.frame);
  scene.drawn = loopChart(scene, ranked, isLines);
  replace(scene.frame, scene.drawn);
  keepingFocus(() => replace(scene.told, loopLegend(scene, ranked)));
}

/** What the chart leaves out, said before it: how much of the strength found its loops carry, by three measures. */
function coverageWords({ loops, loopCoverage }) {
  if (!loopCoverage) return say("loops.coverage", loops.length);
  const { found, named, spelled, families, passed, stocks, feedback } = loopCoverage;
  const parts = [named, spelled, families].map((part) => share(part));
  return say("loops.coverageOf", loops.length, ...parts, number(passed), number(found), stocks, feedback);
}

function viewButton(store, view, pressed) {
  const press = () => changePanel(store, "loops", { view });
  return h("button", { type: "button", id: `loops-${view}`, "aria-pressed": String(pressed), onclick: press }, say(`loops.views.${view}`));
}

/** Loops by their mean share, the largest first; those beyond a handful as one. */
function rankedLoops({ context, found, colours: before }) {
  const size = (shares) => shares.reduce((sum, each) => sum + Math.abs(each), 0) / shares.length;
  const named = context.pack.loops
    .filter((loop) => found.loops[loop.id])
    .map((loop) => ({ ...loop, shares: found.loops[loop.id], size: size(found.loops[loop.id]) }))
    .filter((loop) => loop.size > 0)
    .sort((one, other) => other.size - one.size);
  const top = named.slice(0, LOOPS_NAMED);
  const order = context.pack.loops.map((loop) => loop.id);
  const colours = loopColours(
    top.map((loop) => loop.id),
    order,
    before,
  );
  const coloured = top.map((loop) => ({ ...loop, colour: colours.get(loop.id) }));
  return { top: coloured, rest: named.slice(LOOPS_NAMED), all: named, idle: context.pack.loops.length - named.length };
}

function loopChart(scene, ranked, isLines) {
  const { found, width } = scene;
  const { years } = found;
  const x = linear([years[0], years[years.length - 1]], [LOOP_MARGIN.left, Math.max(width, 300) - LOOP_MARGIN.right]);
  const parts = isLines ? { layers: [], bounds: lineBounds(ranked.top) } : stackedParts(ranked, years.length);
  const bounds = roundedBounds(parts.bounds);
  const y = linear(bounds, [LOOP_HEIGHT - LOOP_MARGIN.bottom, LOOP_MARGIN.top]);
  const marks = isLines ? loopLines(ranked.top, years, x, y) : loopAreas(parts.layers, years, x, y);
  return s(
    "svg",
    {
      class: "loop-drawing",
      viewBox: `0 0 ${Math.max(width, 300)} ${LOOP_HEIGHT}`,
      width: Math.max(width, 300),
      height: LOOP_HEIGHT,
      role: "img",
      "aria-label": say("loops.summary", largestLoops(ranked, LOOPS_TOLD)),
    },
    loopAxes(scene, x, y, bounds),
    marks,
    readLine(scene, x),
  );
}

/** The largest loops with their mean shares. */
function largestLoops({ top }, most) {
  return clausesOf(top.slice(0, most).map((loop) => say("loops.sized", loop.id, label(loop.label), share(loop.size))));
}

function lineBounds(loops) {
  const values = loops.flatMap((loop) => [...loop.shares]);
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

/** @param {number[]} bounds */
function roundedBounds([low, high]) {
  const step = SHARES_BETWEEN_TICKS;
  return [Math.floor(low / step - DUST) * step, Math.max(Math.ceil(high / step + DUST) * step, step)].map((each) =>
    Math.min(Math.max(each, -1), 1),
  );
}

function loopAreas(layers, years, x, y) {
  return s(
    "g",
    null,
    layers.map(({ key, name, low, high }) => [
      s("path", { class: `loop-area loop-${key}`, d: areaPath(years, low, high, x, y) }),
      areaName(name, low, high, years, x, y),
    ]),
  );
}

/** A loop's id in its area, where the area is thickest, if it fits there. */
function areaName(name, low, high, years, x, y) {
  const reach = Math.ceil(ROOM_FOR_A_NAME / (x(years[1]) - x(years[0])));
  const around = (row) => Array.from({ length: 2 * reach + 1 }, (_, place) => row - reach + place);
  const thickness = (row) => Math.min(...around(row).map((each) => (high[each] ?? 0) - (low[each] ?? 0)));
  let best = 0;
  for (let row = 1; row < years.length - 1; row += 1) if (thickness(row) > thickness(best)) best = row;
  if (!name || y(0) - y(thickness(best)) < ROOM_FOR_A_NAME) return null;
  const across = Math.min(Math.max(x(years[best]), x(years[0]) + 16), x(years[years.length - 1]) - 16);
  return s("text", { class: "area-name", x: across, y: (y(low[best]) + y(high[best])) / 2 + 4, "text-anchor": "middle" }, name);
}

function loopLines(loops, years, x, y) {
  const last = years.length - 1;
  return s(
    "g",
    null,
    loops.map((loop) => [
      s("path", { class: `loop-line loop-${loop.colour}`, d: linePath(years, loop.shares, x, y) }),
      s("text", { class: "area-name", x: x(years[last]) - 2, y: y(loop.shares[last]) - 4, "text-anchor": "end" }, loop.id),
    ]),
  );
}

function loopAxes(scene, x, y, bounds) {
  const { years } = scene.found;
  const levels = ticksWithin(bounds, SHARES_BETWEEN_TICKS).map((at) => [
    s("line", { class: Math.abs(at) < DUST ? "zero" : "grid", x1: x(years[0]), x2: x(years[years.length - 1]), y1: y(at), y2: y(at) }),
    s("text", { class: "tick", x: LOOP_MARGIN.left - 6, y: y(at) + 4, "text-anchor": "end" }, share(at)),
  ]);
  const moments = ticksWithin([years[0], years[years.length - 1]], YEARS_BETWEEN_TICKS).map((at) =>
    s("text", { class: "tick", x: x(at), y: LOOP_HEIGHT - 8, "text-anchor": "middle" }, year(at)),
  );
  const names = [
    s("text", { class: "tick", x: x(years[0]) + 4, y: y(bounds[1]) + 12 }, say("loops.above")),
    s("text", { class: "tick", x: x(years[0]) + 4, y: y(bounds[0]) - 6 }, say("loops.below")),
  ];
  return s("g", null, levels, moments, names);
}

function readLine({ context }, x) {
  const at = x(context.store.get().year);
  return s("g", { class: "read-mark" }, s("line", { x1: at, x2: at, y1: LOOP_MARGIN.top, y2: LOOP_HEIGHT - LOOP_MARGIN.bottom }));
}

function loopLegend(scene, { top, rest, idle }) {
  const { context, found } = scene;
  const at = context.store.get().year;
  const row = nearestPlace(found.years, at);
  const items = [...top, ...rest].map((loop) => {
    const isOpen = scene.open === loop.id;
    const press = () => {
      scene.open = isOpen ? "" : loop.id;
      drawLoops(scene);
    };
    const button = h(
      "button",
      { type: "button", id: `loop-${loop.id}`, class: "loop-name", "aria-expanded": String(isOpen), onclick: press },
      h("b", null, loop.id),
      ` ${label(loop.label)}`,
    );
    const swatch = h("span", { class: `swatch loop-${loop.colour ?? "rest"}`, "aria-hidden": "true" });
    const told = h("span", { class: "numeric" }, share(Math.abs(loop.shares[row])));
    return h(
      "li",
      null,
      swatch,
      button,
      h("span", { class: "quiet" }, say(`loops.${loop.shares[row] < 0 ? "balancing" : "reinforcing"}`)),
      told,
      isOpen ? loopPath(context, loop) : null,
    );
  });
  const list = (part) => h("ul", null, part);
  const more = h("details", null, h("summary", null, say("loops.others", rest.length)), list(items.slice(top.length)));
  const still = idle ? h("p", { class: "quiet" }, say("loops.idle", idle)) : null;
  return [h("h3", null, say("loops.at", year(at))), list(items.slice(0, top.length)), rest.length ? more : null, still];
}

/** The names behind the letters, for a picture that leaves the page. */
function loopKey(scene) {
  if (scene.found === null) return [];
  const { top, rest } = rankedLoops(scene);
  const colourOf = (name) => {
    const probe = h("span", { class: `loop-${name}`, hidden: "" });
    scene.frame.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
  const named = top.map((loop) => ({ label: `${loop.id} ${label(loop.label)}`, line: colourOf(loop.colour), dash: "" }));
  return rest.length ? [...named, { label: say("loops.others", rest.length), line: colourOf("rest"), dash: "" }] : named;
}

function loopPath(context, loop) {
  const stations = loop.members.map((name) => h("li", null, nodeButton(context, name)));
  return h("ol", { class: "loop-path", "aria-label": say("loops.path", loop.id) }, stations);
}

function loopNumbers(scene, purpose) {
  if (scene.found === null) return { columns: [say("loops.year")], rows: [] };
  const { all } = rankedLoops(scene);
  const rows = [...scene.found.years].map((at, row) => [
    purpose === "page" ? year(at) : at,
    ...all.map((loop) => (purpose === "page" ? share(loop.shares[row]) : loop.shares[row])),
  ]);
  const whole = purpose === "page" ? rows.filter((_, row) => Number.isInteger(scene.found.years[row])) : rows;
  return { columns: [say("loops.year"), ...all.map((loop) => `${loop.id} ${label(loop.label)}`)], rows: whole };
}
