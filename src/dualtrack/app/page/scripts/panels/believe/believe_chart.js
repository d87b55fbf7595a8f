// A claim's share of worlds along one number, drawn: parts with their intervals, the bounds of the rule shaded, and where it passes one half.
import { crossingsOf } from "../../compute/bins.js";
import { wilsonInterval } from "../../compute/weights.js";
import { s } from "../../kit/dom.js";
import { number, share } from "../../kit/format.js";
import { linear } from "../../kit/scales.js";
import { isOfFew } from "./believe_words.js";

const EDGE = { top: 8, right: 12, bottom: 34, left: 40 };
const DOT = 3.4;
const MARK = 4;

/**
 * @param {{parts: import("../../compute/bins.js").Part[], range: [number, number], isCurved: boolean, unit: string, own: number | null, declared: number,
 *   rule: import("../../state/pack.js").VerdictRule}} drawing
 * @param {{width: number, height: number, scale: number}} size
 */
export function drawBelief(drawing, size) {
  const [width, height] = [size.width / size.scale, size.height / size.scale];
  const x = acrossScale(drawing, width);
  const y = linear([0, 1], [height - EDGE.bottom, EDGE.top]);
  return s(
    "svg",
    { class: "chart-drawing belief-drawing", viewBox: `0 0 ${width} ${height}`, width: size.width, height: size.height, role: "img" },
    boundAreas(drawing, y, width),
    shareAxis(drawing, y, width),
    valueEnds(drawing, x, height),
    halfMark(drawing, x, y, height),
    declaredMark(drawing, x, y),
    ownMark(drawing, x, y),
    partMarks(drawing, x, y),
  );
}

/** Values along the width; a number drawn evenly in its logarithm is shown so. */
function acrossScale({ range, isCurved }, width) {
  const ends = [EDGE.left + 10, width - EDGE.right - 8];
  if (!isCurved) return linear(range, ends);
  const scale = linear(range.map(Math.log), ends);
  return (value) => scale(Math.log(Math.max(value, range[0])));
}

function boundAreas({ rule }, y, width) {
  const area = (name, low, high) =>
    s("rect", { class: `bound-${name}`, x: EDGE.left, y: y(high), width: width - EDGE.left - EDGE.right, height: y(low) - y(high) });
  return [area("high", rule.supported, 1), area("low", 0, rule.contradicted)];
}

function shareAxis({ rule }, y, width) {
  return s(
    "g",
    { class: "axis" },
    [0, rule.contradicted, rule.null, rule.supported, 1].map((level) => [
      s("line", { class: level === rule.null ? "zero" : "grid", x1: EDGE.left, x2: width - EDGE.right, y1: y(level), y2: y(level) }),
      s("text", { class: "tick", x: EDGE.left - 5, y: y(level) + 4, "text-anchor": "end" }, share(level)),
    ]),
  );
}

function valueEnds({ range, parts, unit }, x, height) {
  const values = isOfFew(parts) ? parts.map(({ low }) => low) : range;
  const anchors = values.length === 2 ? ["start", "end"] : values.map(() => "middle");
  return values.map((value, place) =>
    s("text", { class: "tick", x: x(value), y: height - EDGE.bottom + 16, "text-anchor": anchors[place] }, number(value, unit)),
  );
}

/** The upright line where one half is passed, with its value under it. */
function halfMark({ parts, rule, unit }, x, y, height) {
  if (isOfFew(parts)) return null;
  return crossingsOf(parts, rule.null).map(({ value }) =>
    s(
      "g",
      { class: "half-mark" },
      s("line", { x1: x(value), x2: x(value), y1: y(1), y2: y(0) }),
      s("text", { class: "tick", x: x(value), y: height - 4, "text-anchor": "middle" }, number(value, unit)),
    ),
  );
}

/** The value of the nominal world, a triangle under the axis. */
function declaredMark({ declared, range, parts }, x, y) {
  if (isOfFew(parts) || !(declared >= range[0] && declared <= range[1])) return null;
  const [across, foot] = [x(declared), y(0)];
  const points = [`${across},${foot + 1}`, `${across - MARK},${foot + 1 + 2 * MARK}`, `${across + MARK},${foot + 1 + 2 * MARK}`];
  return s("polygon", { class: "declared-mark", points: points.join(" ") });
}

function ownMark({ own }, x, y) {
  if (own === null) return null;
  return s("line", { class: "own-mark", x1: x(own), x2: x(own), y1: y(1), y2: y(0) });
}

function partMarks({ parts, rule }, x, y) {
  const places = parts.map(({ middle, holds, worlds }) => [x(middle), y(holds / worlds)]);
  const joined = isOfFew(parts) ? [] : parts.map((part, place) => [part, places[place]]).filter(([part]) => !part.zero);
  const path = joined.map(([, [across, up]], place) => `${place === 0 ? "M" : "L"}${across.toFixed(1)} ${up.toFixed(1)}`).join("");
  const spans = parts.map(({ holds, worlds }, place) => {
    const { low, high } = wilsonInterval(holds / worlds, worlds, rule.errors);
    const [across] = places[place];
    return s("line", { class: "part-span", x1: across, x2: across, y1: y(low), y2: y(high) });
  });
  const dots = places.map(([across, up]) => s("circle", { class: "part-dot", cx: across, cy: up, r: DOT }));
  return s("g", { class: "parts" }, path === "" ? null : s("path", { class: "line line-own", d: path }), spans, dots);
}
