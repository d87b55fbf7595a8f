// How each line looks, said once for the drawing's legend and for files that leave the page.
import { s } from "./dom.js";

const DASHES = {
  own: "",
  base: "",
  before: "3 3",
  median: "1 3.5",
  policy: "8 3",
  assumptions: "2 3",
  "kept-1": "8 3",
  "kept-2": "2 3",
  "kept-3": "10 3 2 3",
  "kept-4": "5 5",
};
const COLOURS = {
  own: "--own",
  base: "--base",
  before: "--own",
  median: "--own",
  policy: "--kept-1",
  assumptions: "--kept-2",
  "kept-1": "--kept-1",
  "kept-2": "--kept-2",
  "kept-3": "--kept-3",
  "kept-4": "--kept-4",
};

/**
 * A short piece of a line as the charts draw it.
 * @param {string} key
 */
export function lineSwatch(key) {
  return s(
    "svg",
    { class: "line-swatch", viewBox: "0 0 28 10", width: 28, height: 10, "aria-hidden": "true" },
    s("line", { class: `line line-${key}`, x1: 1, x2: 27, y1: 5, y2: 5 }),
  );
}

/**
 * A line's colour and dashes as plain values.
 * @param {string} key
 * @returns {{line: string, dash: string}}
 */
export function lineLook(key) {
  return { line: getComputedStyle(document.documentElement).getPropertyValue(COLOURS[key]).trim(), dash: DASHES[key] };
}
