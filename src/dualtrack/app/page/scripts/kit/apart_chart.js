// Months earlier or later by date, drawn: bands over worlds, the median, words for either side, and what runs out of the axis told.
import { s } from "./dom.js";
import { monthsSigned } from "./months_words.js";
import { areaPath, linePath, linear, ticksWithin } from "./scales.js";

const APART_MARGIN = { top: 12, right: 14, bottom: 26, left: 40 };
const MONTHS_APART = 12;
const YEARS_APART = 2;
const NARROW_CHART = 420;

/**
 * @typedef {{dates: number[], months: Object<string, Float64Array> | null, nominal: Float64Array | null, since: number, cap: number,
 *   mark: number | null, words: {earlier: string, later: string, same: string, beyond: (value: number) => string}}} ApartDrawing
 */

/**
 * @param {ApartDrawing} drawing
 * @param {{width: number, height: number, scale: number}} size
 */
export function drawApart(drawing, size) {
  const [width, height] = [size.width / size.scale, size.height / size.scale];
  const last = drawing.dates[drawing.dates.length - 1];
  const x = linear([drawing.since, last], [APART_MARGIN.left, width - APART_MARGIN.right]);
  const up = linear([-drawing.cap, drawing.cap], [height - APART_MARGIN.bottom, APART_MARGIN.top]);
  const y = (value) => up(Math.min(Math.max(value, -drawing.cap), drawing.cap));
  return s(
    "svg",
    { class: "chart-drawing months-drawing", viewBox: `0 0 ${width} ${height}`, width: size.width, height: size.height, role: "img" },
    apartAxis(drawing, y, width),
    dateAxis(drawing, x, height, width),
    bandsOfMonths(drawing, x, y),
    drawing.nominal === null ? null : s("path", { class: "line line-before", d: fromParting(drawing, drawing.nominal, x, y) }),
    peakMark(drawing, x, y),
    sidesDrawn(drawing, y, width),
    beyondWords(drawing, width, height),
  );
}

function apartAxis({ cap }, y, width) {
  return s(
    "g",
    { class: "axis" },
    ticksWithin([-cap, cap], MONTHS_APART).map((value) => [
      s("line", { class: value === 0 ? "zero" : "grid", x1: APART_MARGIN.left, x2: width - APART_MARGIN.right, y1: y(value), y2: y(value) }),
      s("text", { class: "tick", x: APART_MARGIN.left - 6, y: y(value) + 4, "text-anchor": "end" }, value === 0 ? "0" : monthsSigned(value)),
    ]),
  );
}

function dateAxis({ dates, since }, x, height, width) {
  const step = width < NARROW_CHART ? 2 * YEARS_APART : YEARS_APART;
  const whole = ticksWithin([since, dates[dates.length - 1]], step);
  return s(
    "g",
    { class: "axis" },
    whole.map((year) => [
      s("line", { class: "tick-line", x1: x(year), x2: x(year), y1: height - APART_MARGIN.bottom, y2: height - APART_MARGIN.bottom + 5 }),
      s("text", { class: "tick", x: x(year), y: height - APART_MARGIN.bottom + 18, "text-anchor": "middle" }, String(year)),
    ]),
  );
}

/** A curve with the year in which the two part, where nothing lies between them, in front. */
function fromParting({ dates, since }, values, x, y) {
  return linePath([since, ...dates], [0, ...values], x, y);
}

function bandsOfMonths({ dates, months, since }, x, y) {
  if (months === null) return null;
  const years = [since, ...dates];
  const area = (low, high) => areaPath(years, [0, ...months[low]], [0, ...months[high]], x, y);
  return s(
    "g",
    { class: "bands" },
    s("path", { class: "band-outer", d: area("q05", "q95") }),
    s("path", { class: "band-inner", d: area("q25", "q75") }),
    s("path", { class: "line line-own", d: linePath(years, [0, ...months.q50], x, y) }),
  );
}

function peakMark({ mark, dates, months }, x, y) {
  if (mark === null || months === null) return null;
  const across = x(dates[mark]);
  return s(
    "g",
    { class: "peak-mark" },
    s("line", { x1: across, x2: across, y1: y(months.q05[mark]), y2: y(months.q95[mark]) }),
    s("circle", { class: "dot dot-own", cx: across, cy: y(months.q50[mark]), r: 4 }),
  );
}

function sidesDrawn({ words, cap }, y, width) {
  const left = APART_MARGIN.left + 6;
  return s(
    "g",
    { class: "side-words" },
    s("text", { class: "side-word", x: left, y: y(cap) + 16 }, `↑ ${words.earlier}`),
    s("text", { class: "side-word", x: left, y: y(-cap) - 8 }, `↓ ${words.later}`),
    s("text", { class: "tick", x: width - APART_MARGIN.right, y: y(0) - 5, "text-anchor": "end" }, words.same),
  );
}

/** How far nine tenths reach where the axis ends before. */
function beyondWords({ months, cap, words }, width, height) {
  if (months === null) return null;
  const [most, least] = [Math.max(...months.q95), Math.min(...months.q05)];
  const at = { class: "tick beyond", x: width - APART_MARGIN.right, "text-anchor": "end" };
  return s(
    "g",
    null,
    most > cap ? s("text", { ...at, y: APART_MARGIN.top + 16 }, words.beyond(most)) : null,
    least < -cap ? s("text", { ...at, y: height - APART_MARGIN.bottom - 8 }, words.beyond(least)) : null,
  );
}
