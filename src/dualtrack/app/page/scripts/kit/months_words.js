// Months apart as a reader says them: earlier or later, one figure, and none where the two come out alike.
import { language, say } from "./words.js";

const BELOW = "−";

/**
 * Months as a size: whole from one month on, to one place below.
 * @param {number} value
 */
export function monthFigure(value) {
  const tenths = tenthsOf(value);
  return tenths < 1 ? String(tenths) : String(Math.round(Math.abs(value)));
}

/**
 * How far apart two paths are: `9 months earlier`, `早9个月`; positive is earlier.
 * @param {number} value
 */
export function monthsApart(value) {
  if (tenthsOf(value) === 0) return say("months.none");
  const figure = monthFigure(value);
  return say(`months.${value > 0 ? "earlier" : "later"}${figure === "1" ? "ByOne" : ""}`, figure);
}

/**
 * A length of time in months: `3 months`.
 * @param {number} value
 */
export function monthsLong(value) {
  const figure = monthFigure(value);
  return say(figure === "1" ? "months.one" : "months.many", figure);
}

/**
 * Months with a sign, whole from one month on.
 * @param {number} value
 */
export function monthsSigned(value) {
  return sign(value) + monthFigure(value);
}

/**
 * A part of a sum of months, to one place, so that the parts are seen to add up.
 * @param {number} value
 */
export function monthsPart(value) {
  if (!Number.isFinite(value)) return "–";
  return tenthsOf(value) === 0 ? "0" : sign(value) + Math.abs(value).toFixed(1);
}

/**
 * Whether months come to none when they are told whole: the two come out alike.
 * @param {number} value
 */
export function isAlike(value) {
  return Math.round(Math.abs(value)) === 0;
}

/**
 * A name inside a sentence: an English one begins small unless it is written large throughout.
 * @param {string} name
 */
export function inSentence(name) {
  return language() === "en" && /^[A-Z][a-z]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;
}

function tenthsOf(value) {
  return Number(Math.abs(value).toFixed(1));
}

function sign(value) {
  if (tenthsOf(value) === 0) return "";
  return value > 0 ? "+" : BELOW;
}
