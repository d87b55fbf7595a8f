/**
 * What would worlds that were run once be if an assumption stood elsewhere? An ensemble smoother answers at once: at each row every world
 * moves along a straight line by how far its own value of the assumption lies away, as steeply as worlds and assumption vary together
 * (van Leeuwen and Evensen 1996). For a preview alone: the worlds that follow are run, and a verdict never rests on this.
 */

import { bandsOf } from "./bands.js";
import { meanOf } from "./means.js";

/** Standard errors of no correlation: a row that varies with the assumption by less stays as it is, since chance alone would move it. */
const TOLD = 2;

/**
 * @typedef {{gains: Float64Array, rows: Float64Array[], ends: number[][]}} Smoothed the change of a row by unit of the assumption, its worlds,
 *   and the least and the most of them
 * @typedef {{worlds: number, bandOf: (name: string, value: number | null) => any}} Smoother `value` is null where each world has its own
 */

/**
 * A smoother of the bands of some outcomes; null where too few worlds give numbers.
 * @param {Object<string, ArrayLike<number>>} columns values by `row * count + world`
 * @param {ArrayLike<number>} assumed the assumption by world
 * @param {Object<string, number>} quantiles by the name of each edge of a band
 * @returns {Smoother | null}
 */
export function makeSmoother(columns, assumed, quantiles) {
  const count = assumed.length;
  const all = Array.from({ length: count }, (_, world) => world);
  const isSound = (world) => Object.values(columns).every((values) => isFiniteIn(values, world, count));
  const sound = all.filter(isSound);
  if (sound.length <= TOLD) return null;
  const own = Float64Array.from(sound, (world) => assumed[world]);
  const smoothed = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, smoothedOf(values, count, sound, own)]));
  return { worlds: sound.length, bandOf: (name, value) => bandAt(smoothed[name], own, value, quantiles) };
}

function isFiniteIn(values, world, count) {
  for (let at = world; at < values.length; at += count) if (!Number.isFinite(values[at])) return false;
  return true;
}

/** @returns {Smoothed} */
function smoothedOf(values, count, sound, own) {
  const rows = Array.from({ length: values.length / count }, (_, row) => Float64Array.from(sound, (world) => values[row * count + world]));
  const ends = rows.map((row) => [row.reduce((least, each) => Math.min(least, each)), row.reduce((most, each) => Math.max(most, each))]);
  return { rows, ends, gains: Float64Array.from(rows, (row) => gainOf(row, own)) };
}

/** How steeply numbers vary with others, along a straight line; nothing where chance alone may be behind it. */
function gainOf(row, own) {
  const [middle, about] = [meanOf(row).mean, meanOf(own).mean];
  let [both, across, up] = [0, 0, 0];
  for (let world = 0; world < own.length; world += 1) {
    both += (row[world] - middle) * (own[world] - about);
    across += (own[world] - about) ** 2;
    up += (row[world] - middle) ** 2;
  }
  return both * both * own.length <= TOLD * TOLD * across * up ? 0 : both / across;
}

/** The band of rows whose worlds are moved, none beyond what any world of its row gives. */
function bandAt({ rows, ends, gains }, own, value, quantiles) {
  const moved = new Float64Array(rows.length * own.length);
  rows.forEach((row, at) => {
    const [low, high] = ends[at];
    const here = moved.subarray(at * own.length, (at + 1) * own.length);
    const gain = value === null ? 0 : gains[at];
    for (let world = 0; world < own.length; world += 1) {
      here[world] = Math.min(Math.max(row[world] + gain * ((value ?? 0) - own[world]), low), high);
    }
    here.sort();
  });
  return bandsOf([{ count: own.length, sound: own.length, values: moved }], rows.length, quantiles);
}
