// How sure a difference is: in how many worlds it has which sign, and between what nine tenths of them lie.
import { quantileOf } from "../compute/bands.js";
import { share, signed, wholeNumber } from "./format.js";
import { say } from "./words.js";

const FIGURES_OF_DIFFERENCE = 2;

/**
 * @typedef {{worlds: number, higher: number, lower: number, low: number, high: number, isClear: boolean}} Sureness
 */

/**
 * What paired differences over worlds say; null where no world gives a number. A sign is clear where the sentence that something
 * rises, or falls, is true in a share of worlds that supports a claim.
 * @param {Float64Array} differences one per world, NaN where a world leaves the numbers
 * @param {import("../state/pack.js").Rules} rules
 * @returns {Sureness | null}
 */
export function surenessOf(differences, { band, verdict }) {
  const sorted = Float64Array.from(differences).filter(Number.isFinite).sort();
  if (sorted.length === 0) return null;
  const shareOf = (holds) => sorted.filter(holds).length / sorted.length;
  const [higher, lower] = [shareOf((value) => value > 0), shareOf((value) => value < 0)];
  const [low, high] = [band.q05, band.q95].map((each) => quantileOf(sorted, each));
  return { worlds: sorted.length, higher, lower, low, high, isClear: Math.max(higher, lower) >= verdict.supported };
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
