// One chart drawn as plain SVG: axes, bands over worlds, lines of scenarios, points of the record, and the year read off.
import { s } from "./dom.js";
import { axisUnit, tick } from "./format.js";
import { areaPath, linePath, linear, nearestPlace, niceDomain, spread, ticksWithin } from "./scales.js";

const LARGE = { top: 26, right: 58, bottom: 26, left: 40 };
const SMALL_MARGIN = { top: 6, right: 4, bottom: 16, left: 4 };
const LABEL_GAP = 14;
const MOST_POINTS = 160;
const POINT = 3.4;

/**
 * @typedef {{key: string, label: string, values: Float64Array}} Line
 * @typedef {{q05: Float64Array, q25: Float64Array, q50: Float64Array, q75: Float64Array, q95: Float64Array}} Band
 * @typedef {{year: number, value: number, low?: number, high?: number, kind: string, text: string}} Point
 * @typedef {{name: string, unit: string, years: Float64Array, lines: Line[], band: Band | null, isStale?: boolean, points: Point[], partsAt: number,
 *   readYear: number, ends: (value: number) => string, partsLabel: string, held: [number, number] | null}} Drawing
 */

/**
 * The domain and step of a drawing's values; `held` keeps it from shrinking while a lever is dragged.
 * @param {Drawing} drawing
 */
export function valueDomain({ lines, band, points, held, unit }) {
  /** @type {ArrayLike<number>[]} */
  const lists = lines.map((line) => line.values);
  if (band !== null) lists.push(band.q05, band.q95);
  lists.push(points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]));
  if (held !== null) lists.push(held);
  const most = Math.max(
    ...lists.map((list) => Array.from(list).reduce((size, value) => (Math.abs(value) > size ? Math.abs(value) : size), 0)),
  );
  const { divisor, name } = axisUnit(most, unit);
  const shown = niceDomain(
    lists.map((list) => Array.from(list, (value) => value / divisor)),
    5,
  );
  return { divisor, name, step: shown.step, domain: shown.domain };
}

/**
 * A large chart of a given size; a scale above one draws everything in it larger.
 * @param {Drawing} drawing
 * @param {{width: number, height: number, scale: number}} size
 */
export function drawChart(drawing, size) {
  const { width, height } = inside(size);
  const scales = chartScales(drawing, { width, height }, LARGE);
  return s(
    "svg",
    { class: "chart-drawing", viewBox: `0 0 ${width} ${height}`, width: size.width, height: size.height, role: "img" },
    valueAxis(scales, width),
    yearAxis(drawing, scales, height, width),
    partingMark(drawing, scales, height),
    bandAreas(drawing, scales),
    pointMarks(drawing, scales),
    drawing.lines.map((line) => lineOf(line, drawing, scales)),
    readMark(drawing, scales, height),
    endLabels(drawing, scales, width, height),
  );
}

/**
 * A small chart: lines, band and the year read off, without axes.
 * @param {Drawing} drawing
 * @param {{width: number, height: number}} size
 */
export function drawSmall(drawing, { width, height }) {
  const scales = chartScales(drawing, { width, height }, SMALL_MARGIN);
  const ends = [drawing.years[0], drawing.years[drawing.years.length - 1]];
  return s(
    "svg",
    { class: "chart-drawing small", viewBox: `0 0 ${width} ${height}`, role: "img" },
    s("line", { class: "zero", x1: SMALL_MARGIN.left, x2: width - SMALL_MARGIN.right, y1: scales.y(0), y2: scales.y(0) }),
    ends.map((moment, place) =>
      s(
        "text",
        { class: "tick", x: scales.x(moment), y: height - 3, "text-anchor": place === 0 ? "start" : "end" },
        String(moment),
      ),
    ),
    partingMark({ ...drawing, partsLabel: "" }, scales, height - SMALL_MARGIN.bottom),
    bandAreas(drawing, scales),
    drawing.lines.map((line) => lineOf(line, drawing, scales)),
  );
}

/**
 * The year under a place of a drawn chart, as a whole year inside its run.
 * @param {{years: ArrayLike<number>}} drawing
 * @param {SVGSVGElement} node
 * @param {number} across in pixels of the window
 * @param {{left: number, right: number}} [margin] of the drawing, in its own units
 */
export function yearUnder(drawing, node, across, margin = LARGE) {
  const { left, width } = node.getBoundingClientRect();
  const scale = width / node.viewBox.baseVal.width;
  const ends = [drawing.years[0], drawing.years[drawing.years.length - 1]];
  const found = Math.round(linear([margin.left * scale, width - margin.right * scale], ends)(across - left));
  return Math.min(Math.max(found, Math.ceil(ends[0])), Math.floor(ends[1]));
}

/**
 * The mark of the year read off, moved without drawing the rest again.
 * @param {SVGElement} node
 * @param {Drawing} drawing
 * @param {{width: number, height: number, scale: number}} size
 */
export function moveReadMark(node, drawing, size) {
  const { width, height } = inside(size);
  const old = node.querySelector(".read-mark");
  if (old !== null) old.replaceWith(readMark(drawing, chartScales(drawing, { width, height }, LARGE), height));
}

function inside({ width, height, scale }) {
  return { width: width / scale, height: height / scale };
}

function chartScales(drawing, { width, height }, margin) {
  const axis = drawing.axis ?? valueDomain(drawing);
  const last = drawing.years.length - 1;
  const x = linear([drawing.years[0], drawing.years[last]], [margin.left, width - margin.right]);
  const shown = linear(axis.domain, [height - margin.bottom, margin.top]);
  return { x, y: (value) => shown(value / axis.divisor), shown, axis };
}

function valueAxis({ shown, axis }, width) {
  const right = width - LARGE.right;
  const ticks = ticksWithin(axis.domain, axis.step);
  const lines = ticks.map((value) => {
    const isZero = Math.abs(value) < axis.step / 1e6;
    return [
      s("line", { class: isZero ? "zero" : "grid", x1: LARGE.left, x2: right, y1: shown(value), y2: shown(value) }),
      s("text", { class: "tick", x: LARGE.left - 6, y: shown(value) + 4, "text-anchor": "end" }, tick(value, axis.step)),
    ];
  });
  return s("g", { class: "axis" }, lines, s("text", { class: "unit", x: 0, y: 12 }, axis.name));
}

function yearAxis({ years }, { x }, height, width) {
  const every = width < 420 ? 10 : 5;
  const whole = ticksWithin([years[0], years[years.length - 1]], every);
  const base = height - LARGE.bottom;
  return s(
    "g",
    { class: "axis" },
    whole.map((moment) => [
      s("line", { class: "tick-line", x1: x(moment), x2: x(moment), y1: base, y2: base + 5 }),
      s("text", { class: "tick", x: x(moment), y: base + 18, "text-anchor": "middle" }, String(moment)),
    ]),
  );
}

function partingMark({ partsAt, partsLabel }, { x }, height) {
  const across = x(partsAt);
  return s(
    "g",
    { class: "parting" },
    s("line", { x1: across, x2: across, y1: partsLabel === "" ? 0 : 16, y2: height - (partsLabel === "" ? 0 : LARGE.bottom) }),
    partsLabel === "" ? null : s("text", { class: "tick", x: across + 4, y: 24 }, partsLabel),
  );
}

function bandAreas({ band, years }, { x, y }) {
  if (band === null) return null;
  return s(
    "g",
    { class: "bands" },
    s("path", { class: "band-outer", d: areaPath(years, band.q05, band.q95, x, y) }),
    s("path", { class: "band-inner", d: areaPath(years, band.q25, band.q75, x, y) }),
    s("path", { class: "band-middle", d: linePath(years, band.q50, x, y) }),
  );
}

function lineOf({ key, values }, { years }, { x, y }) {
  return s("path", { class: `line line-${key}`, d: linePath(years, values, x, y) });
}

function pointMarks({ points }, { x, y }) {
  return s(
    "g",
    { class: "record" },
    points.slice(0, MOST_POINTS).map((point) => {
      const [across, up] = [x(point.year), y(point.value)];
      const span =
        point.low === undefined
          ? null
          : s("line", { class: "record-span", x1: across, x2: across, y1: y(point.low), y2: y(point.high) });
      const mark =
        point.kind === "fact"
          ? s("path", {
              class: "record-fact",
              d: `M${across} ${up - POINT - 1}l${POINT + 1} ${POINT + 1}l${-POINT - 1} ${POINT + 1}l${-POINT - 1} ${-POINT - 1}Z`,
            })
          : s("circle", { class: "record-seen", cx: across, cy: up, r: POINT });
      return s("g", null, s("title", null, point.text), span, mark);
    }),
  );
}

function readMark({ readYear, lines, years }, { x, y }, height) {
  const across = x(readYear);
  const place = nearestPlace(years, readYear);
  const dots = lines
    .filter(({ values }) => Number.isFinite(values[place]))
    .map(({ key, values }) => s("circle", { class: `dot dot-${key}`, cx: across, cy: y(values[place]), r: 3.6 }));
  return s("g", { class: "read-mark" }, s("line", { x1: across, x2: across, y1: LARGE.top, y2: height - LARGE.bottom }), dots);
}

function endLabels({ lines, ends }, { y, axis }, width, height) {
  const shown = lines.filter(({ key, values }) => key !== "before" && Number.isFinite(values[values.length - 1]));
  const wanted = shown.map(({ values }) => y(values[values.length - 1]));
  const placed = spread(wanted, LABEL_GAP, [LARGE.top, height - LARGE.bottom]);
  return s(
    "g",
    { class: "ends" },
    shown.map(({ key, values }, place) =>
      s(
        "text",
        { class: `end end-${key}`, x: width - LARGE.right + 7, y: placed[place] + 4 },
        ends(values[values.length - 1] / axis.divisor),
      ),
    ),
  );
}
