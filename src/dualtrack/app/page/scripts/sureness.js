// How sure a difference is: in how many worlds it has which sign, and between what nine tenths of them lie.
import { quantileOf } from "./bands.js";
import { share, signed, wholeNumber } from "./format.js";
import { say } from "./words.js";

/** The share of worlds that must agree on a sign before the page says that something rises or falls. */
const AGREEING = 0.8;
const FIGURES_OF_DIFFERENCE = 2;
const NINE_TENTHS = [0.05, 0.95];

/**
 * @typedef {{worlds: number, higher: number, lower: number, low: number, high: number, isClear: boolean}} Sureness
 */

/**
 * What paired differences over worlds say; null where no world gives a number.
 * @param {Float64Array} differences one per world, NaN where a world leaves the numbers
 * @returns {Sureness | null}
 */
export function surenessOf(differences) {
  const sorted = Float64Array.from(differences).filter(Number.isFinite).sort();
  if (sorted.length === 0) return null;
  const shareOf = (holds) => sorted.filter(holds).length / sorted.length;
  const [higher, lower] = [shareOf((value) => value > 0), shareOf((value) => value < 0)];
  const [low, high] = NINE_TENTHS.map((each) => quantileOf(sorted, each));
  return { worlds: sorted.length, higher, lower, low, high, isClear: Math.max(higher, lower) >= AGREEING };
}

/**
 * The same in words.
 * @param {Sureness} sure
 * @param {string} unit
 */
export function surenessText({ worlds, higher, lower, low, high }, unit) {
  const key = lower > higher ? "sure.lower" : "sure.higher";
  return say(key, share(Math.max(higher, lower)), wholeNumber(worlds), rough(low, unit), rough(high, unit));
}

/**
 * A difference with its sign in two figures: more would be told of one world only.
 * @param {number} value
 * @param {string} unit
 */
export function rough(value, unit) {
  return signed(Number(value.toPrecision(FIGURES_OF_DIFFERENCE)), unit);
}
