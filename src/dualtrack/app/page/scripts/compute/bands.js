/** How wide is the answer? Runs over drawn worlds, and five quantiles of what they give. */

import { placesOf, runWorld } from "./engine.js";
import { drawNumbers } from "./draws.js";

/** Worlds by number as rows of all numbers given; `fill(place)` draws one of them for every world, so that work can pause. */
export function makeWorlds(engine, draws, numbers) {
  const width = engine.given.length;
  const rows = new Float64Array(numbers.length * width);
  for (let world = 0; world < numbers.length; world += 1) rows.set(engine.defaults, world * width);
  const fill = (place) => {
    const { prior, key } = draws[engine.given[place]] ?? {};
    if (key === undefined) return;
    drawNumbers(prior, key, numbers).forEach((value, world) => {
      rows[world * width + place] = value;
    });
  };
  return { numbers, width, rows, fill };
}

/** One world of many with some numbers held, into `into`. */
function worldInto(into, worlds, world, held) {
  into.set(worlds.rows.subarray(world * worlds.width, (world + 1) * worlds.width));
  for (const [place, value] of held) into[place] = value;
}

/**
 * Runs of many worlds along one course, one world at a time: `step(world)`.
 *
 * `values[name][year * count + world]` is NaN in worlds that leave the numbers. `stocks` holds what the worlds were at the row
 * `joint`, so that runs which differ later only take them up there: `earlier` are such runs, or null.
 *
 * @param {{course: any, held: number[][]}} arm
 */
export function makeRuns(engine, worlds, arm, times, names, joint, earlier) {
  const count = worlds.numbers.length;
  const size = engine.stocks.length;
  const places = placesOf(engine, names);
  const columns = names.map((name) => earlier?.values[name].slice() ?? new Float64Array(times.saved.length * count));
  const stocks = earlier?.stocks ?? new Float64Array(size * count);
  const given = new Float64Array(worlds.width);
  const step = (world) => {
    const here = stocks.subarray(world * size, (world + 1) * size);
    const keep = (index) => {
      if (index === joint && earlier === null) here.set(engine.stocks);
      for (let i = 0; i < places.length; i += 1) columns[i][index * count + world] = places[i].from[places[i].at];
    };
    const isTakenUp = earlier !== null && !Number.isNaN(columns[0][world]);
    const taken = isTakenUp ? { step: joint * times.stride, stocks: here } : null;
    worldInto(given, worlds, world, arm.held);
    if (runWorld(engine, given, arm.course, times, engine.model.schemes.euler, keep, taken) < 0) return;
    for (const column of columns) times.saved.forEach((_, index) => (column[index * count + world] = NaN));
  };
  return { count, step, stocks, course: arm.course, values: Object.fromEntries(names.map((name, i) => [name, columns[i]])) };
}

/** Whether two courses are the same before a step. */
export function isSameUntil(one, other, step, width) {
  for (let at = 0; at < step * width; at += 1) if (one.rows[at] !== other.rows[at]) return false;
  return true;
}

/** What one run adds to another, world by world. */
export function lessRuns(values, other) {
  return values.map((value, at) => value - other[at]);
}

/** How many of the numbers of a sorted row are numbers at all. */
export function countSound(values, count) {
  let sound = count;
  while (sound > 0 && Number.isNaN(values[sound - 1])) sound -= 1;
  return sound;
}

/** The rows of `values[year * count + world]`, each sorted, numbers first. */
export function sortedRows(values, count) {
  const sorted = values.slice();
  for (let start = 0; start < sorted.length; start += count) sorted.subarray(start, start + count).sort();
  return sorted;
}

/** Several sorted arrays as one. */
function mergeSorted(parts) {
  if (parts.length === 1) return parts[0];
  const left = mergeSorted(parts.slice(0, parts.length >> 1));
  const right = mergeSorted(parts.slice(parts.length >> 1));
  const merged = new Float64Array(left.length + right.length);
  let i = 0;
  let j = 0;
  for (let at = 0; at < merged.length; at += 1) {
    merged[at] = j >= right.length || (i < left.length && left[i] <= right[j]) ? left[i++] : right[j++];
  }
  return merged;
}

/** The value below which a share of sorted numbers lies, linear between neighbours. */
export function quantileOf(sorted, share) {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const part = place - below;
  const a = sorted[below];
  const b = sorted[Math.min(below + 1, sorted.length - 1)];
  return part < 0.5 ? a + (b - a) * part : b - (b - a) * (1 - part);
}

/** The sorted numbers of one row in all parts of the worlds, each with sorted rows `values` of `count` worlds, `sound` of which are numbers. */
export function rowOfParts(parts, row) {
  return mergeSorted(parts.map(({ values, count, sound }) => values.subarray(row * count, row * count + sound)));
}

/**
 * Bands by year from parts of the worlds, each with sorted rows `values` of `count` worlds, `sound` of which are numbers; `quantiles`
 * are the shares below each edge of a band, by its name.
 */
export function bandsOf(parts, years, quantiles) {
  const found = Object.fromEntries(Object.keys(quantiles).map((key) => [key, new Float64Array(years)]));
  for (let year = 0; year < years; year += 1) {
    const sorted = rowOfParts(parts, year);
    for (const [key, share] of Object.entries(quantiles)) found[key][year] = quantileOf(sorted, share);
  }
  return found;
}
