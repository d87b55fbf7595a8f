// The worlds of an outcome as a histogram, with a range that is dragged, or moved by keys at its two ends.
import { s } from "../../kit/dom.js";
import { axisUnit, tick } from "../../kit/format.js";
import { say } from "../../kit/words.js";
import { linear, niceStep, ticksWithin } from "../../kit/scales.js";

const BRUSH_MARGIN = { top: 10, right: 16, bottom: 40, left: 16 };
const BRUSH_HEIGHT = 220;
const BINS = 48;
const HANDLE = 10;
const BIG_STEP = 5;
const TAIL = 0.002;

/** Equal bins between nearly the least and the greatest value; what lies beyond is in the outermost. */
export function histogramOf(values) {
  const finite = Float64Array.from(values).filter(Number.isFinite).sort();
  if (!finite.length) return { edges: [0, 1], counts: [0] };
  let low = finite[Math.floor(TAIL * (finite.length - 1))];
  let high = finite[Math.ceil((1 - TAIL) * (finite.length - 1))];
  if (low === high) [low, high] = [low - Math.max(Math.abs(low), 1) / 2, high + Math.max(Math.abs(high), 1) / 2];
  const counts = new Array(BINS).fill(0);
  for (const value of finite) counts[Math.min(Math.max(Math.floor(((value - low) / (high - low)) * BINS), 0), BINS - 1)] += 1;
  return { edges: Array.from({ length: BINS + 1 }, (_, place) => low + ((high - low) * place) / BINS), counts };
}

/**
 * @param {Float64Array} values
 * @param {{low: number | null, high: number | null}} choice
 * @param {{width: number, unit: string}} look
 * @param {{select: (low: number, high: number) => void, words: (value: number) => string, title: string}} acts
 */
export function drawHistogram(values, choice, look, acts) {
  const found = histogramOf(values);
  const width = Math.max(look.width, 280);
  const bounds = [found.edges[0], found.edges[found.edges.length - 1]];
  const x = linear(bounds, [BRUSH_MARGIN.left, width - BRUSH_MARGIN.right]);
  const back = linear([BRUSH_MARGIN.left, width - BRUSH_MARGIN.right], bounds);
  const y = linear([0, Math.max(...found.counts, 1)], [BRUSH_HEIGHT - BRUSH_MARGIN.bottom, BRUSH_MARGIN.top]);
  const shown = s("g", { class: "brush-range" });
  const node = s(
    "svg",
    { class: "brush", viewBox: `0 0 ${width} ${BRUSH_HEIGHT}`, width, height: BRUSH_HEIGHT, role: "group", "aria-label": acts.title },
    s("g", { "aria-hidden": "true" }, brushBars(found, choice, x, y), valueTicks(bounds, x, look.unit)),
    shown,
  );
  const scene = { node, shown, x, back, bounds, acts, step: (bounds[1] - bounds[0]) / BINS };
  showRange(scene, choice.low, choice.high);
  listenToDrag(scene);
  return node;
}

function brushBars({ edges, counts }, { low, high }, x, y) {
  return counts.map((count, place) => {
    const middle = (edges[place] + edges[place + 1]) / 2;
    const isIn = low !== null && middle >= low && middle <= high;
    const [left, top] = [x(edges[place]), y(count)];
    return s("rect", {
      class: isIn ? "bar picked" : "bar",
      x: left + 0.5,
      y: top,
      width: Math.max(x(edges[place + 1]) - left - 1, 0.5),
      height: y(0) - top,
    });
  });
}

function valueTicks(bounds, x, unit) {
  const most = Math.max(Math.abs(bounds[0]), Math.abs(bounds[1]));
  const { divisor, name } = axisUnit(most, unit);
  const scaled = bounds.map((each) => each / divisor);
  const step = niceStep(scaled[1] - scaled[0], 6);
  const marks = ticksWithin(scaled, step).map((at) => [
    s("line", {
      class: "grid",
      x1: x(at * divisor),
      x2: x(at * divisor),
      y1: BRUSH_HEIGHT - BRUSH_MARGIN.bottom,
      y2: BRUSH_HEIGHT - BRUSH_MARGIN.bottom + 5,
    }),
    s("text", { class: "tick", x: x(at * divisor), y: BRUSH_HEIGHT - BRUSH_MARGIN.bottom + 18, "text-anchor": "middle" }, tick(at, step)),
  ]);
  return [marks, s("text", { class: "tick", x: x(bounds[1]), y: BRUSH_HEIGHT - 4, "text-anchor": "end" }, name)];
}

/** The range as a band with two ends; nothing where nothing is selected, but for two ends at the sides to start from. */
function showRange(scene, low, high) {
  const { shown, x, bounds } = scene;
  const [from, to] = [low ?? bounds[0], high ?? bounds[1]];
  scene.range = [from, to];
  const [left, right] = [x(clamped(from, bounds)), x(clamped(to, bounds))];
  const band = s("rect", {
    class: low === null ? "range none" : "range",
    x: left,
    y: BRUSH_MARGIN.top,
    width: Math.max(right - left, 1),
    height: BRUSH_HEIGHT - BRUSH_MARGIN.top - BRUSH_MARGIN.bottom,
  });
  shown.replaceChildren(band, rangeHandle(scene, 0, left), rangeHandle(scene, 1, right));
}

function rangeHandle(scene, end, across) {
  const { bounds, acts, range } = scene;
  const key = end === 0 ? "low" : "high";
  const attributes = {
    class: "handle",
    role: "slider",
    tabindex: "0",
    "aria-label": say(`brush.${key}`),
    "aria-valuemin": bounds[0],
    "aria-valuemax": bounds[1],
    "aria-valuenow": clamped(range[end], bounds),
    "aria-valuetext": acts.words(range[end]),
    "data-end": key,
    onkeydown: (event) => keyOnHandle(scene, end, event),
  };
  const half = (BRUSH_HEIGHT - BRUSH_MARGIN.top - BRUSH_MARGIN.bottom) / 2 + BRUSH_MARGIN.top;
  return s(
    "g",
    attributes,
    s("rect", {
      class: "handle-room",
      x: across - HANDLE * 1.2,
      y: BRUSH_MARGIN.top,
      width: HANDLE * 2.4,
      height: BRUSH_HEIGHT - BRUSH_MARGIN.top - BRUSH_MARGIN.bottom,
    }),
    s("line", { x1: across, x2: across, y1: BRUSH_MARGIN.top, y2: BRUSH_HEIGHT - BRUSH_MARGIN.bottom }),
    s("rect", { class: "grip", x: across - 4, y: half - 14, width: 8, height: 28, rx: 4 }),
  );
}

function keyOnHandle(scene, end, event) {
  const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -BIG_STEP, PageUp: BIG_STEP };
  const { bounds, range } = scene;
  const target = event.key === "Home" ? bounds[0] : event.key === "End" ? bounds[1] : range[end] + (steps[event.key] ?? NaN) * scene.step;
  if (!Number.isFinite(target)) return;
  event.preventDefault();
  const moved = [...range];
  moved[end] = clamped(target, end === 0 ? [bounds[0], range[1]] : [range[0], bounds[1]]);
  scene.acts.select(...moved);
  /** @type {HTMLElement | null} */
  const handle = document.querySelector(`.brush [data-end="${end === 0 ? "low" : "high"}"]`);
  handle?.focus();
}

function listenToDrag(scene) {
  const { node } = scene;
  /** @type {any} */
  let held = null;
  const at = (event) => {
    const frame = node.getBoundingClientRect();
    return clamped(scene.back(((event.clientX - frame.left) / frame.width) * node.viewBox.baseVal.width), scene.bounds);
  };
  node.addEventListener("pointerdown", (event) => {
    const grabbed = event.target.closest("[data-end]");
    held = { from: grabbed ? scene.range[grabbed.dataset.end === "low" ? 1 : 0] : at(event), moved: Boolean(grabbed) };
    node.setPointerCapture(event.pointerId);
  });
  node.addEventListener("pointermove", (event) => {
    if (held === null) return;
    held.moved = held.moved || Math.abs(at(event) - held.from) > scene.step / 2;
    if (held.moved) showRange(scene, Math.min(held.from, at(event)), Math.max(held.from, at(event)));
  });
  node.addEventListener("pointerup", () => {
    if (held?.moved) scene.acts.select(...scene.range);
    held = null;
  });
  node.addEventListener("pointercancel", () => (held = null));
}

function clamped(value, [low, high]) {
  return Math.min(Math.max(value, low), high);
}
