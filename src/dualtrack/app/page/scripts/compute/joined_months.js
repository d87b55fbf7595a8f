/** What the members of the crew found of months in their own worlds, put together. */

import { bandsOf, rowOfParts } from "./bands.js";
import { meanShares } from "./pathways.js";
import { datesAfter } from "./months.js";

/**
 * @typedef {Object<string, Float64Array>} Bands quantiles by date, by name
 * @typedef {{dates: number[], worlds: number, failed: number, months: Bands, gap: Bands, levels: [Bands, Bands],
 *   monthsIn: (place: number) => Float64Array}} Found `gap` is of the level of one less the other's in the same world; `monthsIn`
 *   gives the months of every world at a date, sorted
 */

/**
 * @param {Array<{count: number, sound: number, values: Float64Array[]}>} parts
 * @param {Float64Array} years
 * @param {number} since
 * @param {Object<string, number>} quantiles
 * @returns {Found}
 */
export function joinedMonths(parts, years, since, quantiles) {
  const dates = datesAfter(years, since);
  const rowsOf = (kind) => parts.map(({ count, sound, values }) => ({ count, sound, values: values[kind] }));
  const [months, gap, one, two] = [0, 1, 2, 3].map((kind) => bandsOf(rowsOf(kind), dates.length, quantiles));
  const worlds = parts.reduce((sum, part) => sum + part.sound, 0);
  const drawn = parts.reduce((sum, part) => sum + part.count, 0);
  const kept = rowsOf(0);
  return { dates, worlds, failed: drawn - worlds, months, gap, levels: [one, two], monthsIn: (place) => rowOfParts(kept, place) };
}

/**
 * Means of shares of pathways over the worlds of all members.
 * @param {Array<{rows: Array<{parts: number[], direct: number, whole: number}>}>} parts
 * @param {number} errors
 */
export function joinedShares(parts, errors) {
  return meanShares(
    parts.flatMap(({ rows }) => rows),
    errors,
  );
}
