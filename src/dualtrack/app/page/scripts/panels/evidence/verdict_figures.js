// How likely a claim is, drawn small: the share of worlds on a line from 0 to 1 with the two bounds of the verdict rule.
import { h, s } from "../../kit/dom.js";
import { share } from "../../kit/format.js";
import { say } from "../../kit/words.js";

const STRIP = { width: 140, height: 26, left: 6, right: 134, line: 13 };

/**
 * Shares under each prior as dots on a line, thin as far as their 95 % intervals reach, the reader's own as a diamond; above the
 * line a tick for the null, and below it one for the best case.
 * @param {{prior: string, probability: number, low: number, high: number}[]} readings the first one leads
 * @param {{null: {probability: number}[], best: {probability: number} | null} | null} beside
 * @param {{share: number, low: number, high: number, isOff?: boolean} | null} own
 * @param {import("../../state/pack.js").VerdictRule} rule
 */
export function probabilityStrip(readings, beside, own, rule) {
  const [first] = readings;
  const bounds = [rule.contradicted, rule.supported].map((at) =>
    s("line", { class: "strip-bound", x1: stripX(at), x2: stripX(at), y1: 4, y2: STRIP.height - 4 }),
  );
  const values = readings.map((each) => each.probability);
  const range = s("line", {
    class: "strip-range",
    x1: stripX(Math.min(...values)),
    x2: stripX(Math.max(...values)),
    y1: STRIP.line,
    y2: STRIP.line,
  });
  const reach = s("line", {
    class: "strip-reach",
    x1: stripX(Math.min(...readings.map((each) => each.low))),
    x2: stripX(Math.max(...readings.map((each) => each.high))),
    y1: STRIP.line,
    y2: STRIP.line,
  });
  const dots = readings.slice(1).map((each) => s("circle", { class: "strip-other", cx: stripX(each.probability), cy: STRIP.line, r: 3 }));
  const lead = s("circle", { class: "strip-lead", cx: stripX(first.probability), cy: STRIP.line, r: 4.5 });
  const attributes = { class: "strip", viewBox: `0 0 ${STRIP.width} ${STRIP.height}`, "aria-hidden": "true", focusable: "false" };
  const base = s("line", { class: "strip-base", x1: STRIP.left, x2: STRIP.right, y1: STRIP.line, y2: STRIP.line });
  return s("svg", attributes, base, bounds, reach, range, dots, lead, besideTicks(beside), own && !own.isOff ? ownDiamond(own) : null);
}

/** The share under the first prior, and the range over priors where they differ. */
export function sharesInWords(readings) {
  const values = readings.map((each) => each.probability);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const range = low === high ? null : h("span", { class: "quiet prior-range" }, say("verdicts.range", share(low), share(high)));
  return h("span", { class: "shares" }, h("span", { class: "lead-share" }, share(values[0])), range);
}

/** A triangle that hangs at the largest share of the null, and one that stands at the share of the best case. */
function besideTicks(beside) {
  if (!beside) return null;
  const nulls = beside.null.map((each) => each.probability).filter((each) => each !== null);
  const [top, foot] = [STRIP.line - 5, STRIP.line + 5];
  const tick = (at, from, to) => s("path", { class: "strip-beside", d: `M${at - 3} ${from}L${at + 3} ${from}L${at} ${to}Z` });
  return [
    nulls.length ? tick(stripX(Math.max(...nulls)), top - 5, top) : null,
    beside.best ? tick(stripX(beside.best.probability), foot + 5, foot) : null,
  ];
}

function ownDiamond(own) {
  const [x, y] = [stripX(own.share), STRIP.line];
  const reach = s("line", { class: "strip-own-range", x1: stripX(own.low), x2: stripX(own.high), y1: y, y2: y });
  return [reach, s("path", { class: "strip-own", d: `M${x - 6} ${y}L${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}Z` })];
}

function stripX(at) {
  return STRIP.left + (STRIP.right - STRIP.left) * at;
}
