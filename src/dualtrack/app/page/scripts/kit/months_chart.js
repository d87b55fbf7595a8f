// Months earlier or later over the years as plain SVG: half and nine tenths of the worlds, their median, and the year read off.
import { s } from "./dom.js";
import { monthsSigned } from "./months_words.js";
import { areaPath, linePath, linear, nearestPlace, spread, ticksWithin } from "./scales.js";

const MARGIN = { top: 14, right: 78, bottom: 24, left: 38 };
const SMALL_CHART = { width: 480, right: 74 };
const END_GAP = 15;
/** Steps of months that an axis may count in, up to whole years. */
const MONTH_STEPS = [1, 3, 6, 12, 24, 48];
const MOST_MARKS = 7;
/** By how much more than the middle half the axis reaches at most: beyond, half of the worlds would lie on one line. */
const REACH = 2;
const Q05 = 0;
const Q25 = 1;
const Q50 = 2;
const Q75 = 3;
const Q95 = 4;

let clips = 0;

/**
 * @typedef {{low: number, high: number, step: number}} MonthsAxis
 * @typedef {{name: string, years: number[], quantiles: number[][] | null, nominal?: number[] | null, at: number | null, axis: MonthsAxis,
 *   words: {earlier: string, later: string, zero: string, median: string, beyond: (months: number) => string}}} MonthsDrawing what is not
 *   known yet is null: the quantiles, and the year read off them; a nominal path is drawn broken
 */

/**
 * An axis that holds for several charts, so that they are compared: all medians and middle halves, and of the nine tenths what lies
 * near enough to them; whole steps, and zero.
 * @param {number[][][]} charts quantiles by year, one list for each chart
 * @param {number} least months that the axis reaches in any case on both sides
 * @returns {MonthsAxis}
 */
export function monthsAxis(charts, least) {
  const rows = charts.flat();
  const inner = [Math.min(-least, ...rows.map((row) => row[Q25])), Math.max(least, ...rows.map((row) => row[Q75]))];
  const size = REACH * Math.max(-inner[0], inner[1]);
  const low = Math.max(Math.min(inner[0], ...rows.map((row) => row[Q05])), -size);
  const high = Math.min(Math.max(inner[1], ...rows.map((row) => row[Q95])), size);
  const step = MONTH_STEPS.find((each) => (high - low) / each <= MOST_MARKS) ?? MONTH_STEPS[MONTH_STEPS.length - 1];
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step, step };
}

/**
 * @param {MonthsDrawing} drawing
 * @param {{width: number, height: number, scale?: number}} size
 */
export function drawMonths(drawing, { width: wide, height: high, scale = 1 }) {
  const [width, height] = [wide / scale, high / scale];
  const right = width - (width < SMALL_CHART.width ? SMALL_CHART.right : MARGIN.right);
  const { years, axis } = drawing;
  const place = {
    left: MARGIN.left,
    right,
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
    x: linear([years[0], years[years.length - 1]], [MARGIN.left, right]),
    y: linear([axis.low, axis.high], [height - MARGIN.bottom, MARGIN.top]),
  };
  clips += 1;
  const clip = `months-clip-${clips}`;
  return s(
    "svg",
    { class: "chart-drawing months-drawing", viewBox: `0 0 ${width} ${height}`, width: wide, height: high, role: "img", "aria-label": drawing.name },
    s("clipPath", { id: clip }, s("rect", { x: place.left, y: place.top, width: right - place.left, height: place.bottom - place.top })),
    monthAxis(axis, place),
    yearMarks(drawing, place),
    s("g", { "clip-path": `url(#${clip})` }, bandsAndMedian(drawing, place), nominalLine(drawing, place)),
    sideWords(drawing, place),
    readPoint(drawing, place),
    endWords(drawing, place),
  );
}

function monthAxis({ low, high, step }, { left, right, y }) {
  return s(
    "g",
    { class: "axis" },
    ticksWithin([low, high], step).map((value) => [
      s("line", { class: value === 0 ? "zero strong" : "grid", x1: left, x2: right, y1: y(value), y2: y(value) }),
      s("text", { class: "tick", x: left - 6, y: y(value) + 4, "text-anchor": "end" }, value === 0 ? "0" : monthsSigned(value)),
    ]),
  );
}

/** The first whole year, the last and the one read off, and round ones between that keep clear of these. */
function yearMarks({ years, at }, { x, bottom }) {
  const whole = years.filter(Number.isInteger);
  const set = [...new Set([whole[0], ...(at === null ? [] : [at]), whole[whole.length - 1]])];
  const room = 56;
  const round = whole.filter((each) => each % 5 === 0 && set.every((other) => Math.abs(x(each) - x(other)) > room));
  return s(
    "g",
    { class: "axis" },
    [...set, ...round].map((each) =>
      s("text", { class: each === at ? "tick read" : "tick", x: x(each), y: bottom + 18, "text-anchor": "middle" }, String(each)),
    ),
  );
}

function bandsAndMedian({ years, quantiles }, { x, y }) {
  if (quantiles === null) return null;
  const of = (place) => quantiles.map((row) => row[place]);
  return [
    s(
      "g",
      { class: "bands" },
      s("path", { class: "band-outer", d: areaPath(years, of(Q05), of(Q95), x, y) }),
      s("path", { class: "band-inner", d: areaPath(years, of(Q25), of(Q75), x, y) }),
    ),
    s("path", { class: "line line-own", d: linePath(years, of(Q50), x, y) }),
  ];
}

/** @param {MonthsDrawing} drawing */
function nominalLine({ years, nominal }, { x, y }) {
  return !nominal ? null : s("path", { class: "line line-before", d: linePath(years, nominal, x, y) });
}

function sideWords({ words }, { left, top, bottom, y }) {
  return s(
    "g",
    { class: "side-words" },
    s("text", { class: "side-word", x: left + 6, y: top + 12 }, `↑ ${words.earlier}`),
    s("text", { class: "side-word", x: left + 6, y: bottom - 6 }, `↓ ${words.later}`),
    s("text", { class: "tick", x: left + 6, y: y(0) + 14 }, words.zero),
  );
}

function readPoint({ years, quantiles, at }, { x, y, top, bottom }) {
  if (at === null || quantiles === null) return null;
  const median = quantiles[nearestPlace(years, at)][Q50];
  return s(
    "g",
    { class: "read-mark" },
    s("line", { class: "read-line", x1: x(at), x2: x(at), y1: top, y2: bottom }),
    s("circle", { class: "dot dot-own", cx: x(at), cy: y(median), r: 4.5 }),
  );
}

/** What the median ends at, and how far the nine tenths reach where they leave the chart. */
function endWords({ quantiles, axis, words }, { right, y, top, bottom }) {
  if (quantiles === null) return null;
  const last = quantiles[quantiles.length - 1];
  const height = Math.min(Math.max(y(last[Q50]), top), bottom);
  const ends = [{ at: height, text: `${monthsSigned(last[Q50]) || "0"} ${words.median}`, kind: "end end-own" }];
  if (last[Q95] > axis.high) ends.push({ at: top + 8, text: `↑ ${words.beyond(last[Q95])}`, kind: "tick" });
  if (last[Q05] < axis.low) ends.push({ at: bottom - 4, text: `↓ ${words.beyond(last[Q05])}`, kind: "tick" });
  const placed = spread(
    ends.map(({ at }) => at),
    END_GAP,
    [top + 4, bottom],
  );
  return s(
    "g",
    { class: "ends" },
    ends.map(({ text, kind }, place) => s("text", { class: kind, x: right + 7, y: placed[place] + 4 }, text)),
  );
}
