// Shares stacked by sign, and a colour for each loop that it keeps from scenario to scenario.

/** How many loops have a colour of their own; the rest share one. */
export const LOOP_COLOURS = 6;

/**
 * Colours of the largest loops by id: the one that a loop had before, else its usual one, else the first that is free.
 * @param {string[]} ids the largest first
 * @param {string[]} order every loop, in the order of the pack, which gives the usual colour
 * @param {Map<string, number>} before colours given so far; changed in place
 * @returns {Map<string, number>}
 */
export function loopColours(ids, order, before) {
  const all = Array.from({ length: LOOP_COLOURS }, (_, colour) => colour);
  const given = new Map();
  const isFree = (colour) => colour !== undefined && ![...given.values()].includes(colour);
  for (const id of ids) if (isFree(before.get(id))) given.set(id, before.get(id));
  for (const id of ids.filter((each) => !given.has(each))) {
    const usual = order.indexOf(id) % LOOP_COLOURS;
    given.set(id, isFree(usual) ? usual : all.find(isFree));
  }
  for (const [id, colour] of given) before.set(id, colour);
  return given;
}

/**
 * Layers over time, reinforcing parts piled up from zero and balancing ones down from it.
 * @param {{top: Array<{id: string, colour: number, shares: Float64Array}>, rest: Array<{shares: Float64Array}>}} ranked
 * @param {number} length
 * @returns {{layers: Array<{key: number | string, name: string, low: Float64Array, high: Float64Array}>, bounds: [number, number]}}
 */
export function stackedParts({ top, rest }, length) {
  const piles = { up: new Float64Array(length), down: new Float64Array(length) };
  const others = (part) => Float64Array.from({ length }, (_, row) => rest.reduce((sum, loop) => sum + part(loop.shares[row]), 0));
  const layer = (key, name, shares, pile) => {
    const from = pile.slice();
    for (let row = 0; row < length; row += 1) pile[row] += shares[row];
    return { key, name, low: pile.map((to, row) => Math.min(from[row], to)), high: pile.map((to, row) => Math.max(from[row], to)) };
  };
  const parts = { up: (value) => Math.max(value, 0), down: (value) => Math.min(value, 0) };
  const layers = Object.entries(parts).flatMap(([side, part]) => [
    ...top.map((loop) => layer(loop.colour, loop.id, loop.shares.map(part), piles[side])),
    layer("rest", "", others(part), piles[side]),
  ]);
  return { layers, bounds: [Math.min(...piles.down), Math.max(...piles.up)] };
}
