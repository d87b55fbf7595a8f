// The six words of a verdict as shapes that are told apart without colour: circle, square, pill, diamond, hexagon, or none.
import { h, s } from "./dom.js";
import { say } from "./words.js";

/** Half a mark's width and height, as parts of its radius; a mark that has no shape has no entry. */
const REACHES = {
  supported: [1, 1],
  contradicted: [1, 0.9],
  "too small as sized": [1.4, 0.78],
  open: [1.4, 1.22],
  "built in": [1.25, 1],
};
const SHOULDER = 0.62;
const SMALL = 7;

/**
 * A verdict's word as a part of a class or a key.
 * @param {string} verdict
 */
export function verdictSlug(verdict) {
  return verdict.replaceAll(" ", "-");
}

/**
 * How far a mark of a radius reaches from its middle: half its width and half its height.
 * @param {string} verdict
 * @param {number} radius
 * @returns {[number, number]}
 */
export function shapeReach(verdict, radius) {
  const [across, down] = REACHES[verdict] ?? REACHES.supported;
  return [across * radius, down * radius];
}

/**
 * A mark around the origin; null for a word without a shape.
 * @param {string} verdict
 * @param {number} radius
 */
export function verdictShape(verdict, radius) {
  if (!Object.hasOwn(REACHES, verdict)) return null;
  const [x, y] = shapeReach(verdict, radius);
  const attributes = { class: "shape" };
  if (verdict === "supported") return s("circle", { ...attributes, r: radius });
  if (verdict === "contradicted") return s("rect", { ...attributes, x: -x, y: -y, width: 2 * x, height: 2 * y });
  if (verdict === "too small as sized")
    return s("rect", { class: "shape dotted", x: -x, y: -y, width: 2 * x, height: 2 * y, rx: y });
  if (verdict === "open") return s("path", { ...attributes, d: `M0 ${-y}L${x} 0L0 ${y}L${-x} 0Z` });
  const shoulder = SHOULDER * radius;
  return s("path", { ...attributes, d: `M${-shoulder} ${-y}H${shoulder}L${x} 0L${shoulder} ${y}H${-shoulder}L${-x} 0Z` });
}

/**
 * A verdict as a shape and a word.
 * @param {string} verdict
 */
export function verdictMark(verdict) {
  const shape = verdictShape(verdict, SMALL);
  const drawn = shape && s("svg", { class: "verdict-shape", viewBox: "-11 -10 22 20", width: 22, height: 20, "aria-hidden": "true" }, shape);
  return h("span", { class: `verdict verdict-${verdictSlug(verdict)}` }, drawn, h("span", null, say(`verdicts.is.${verdictSlug(verdict)}`)));
}
