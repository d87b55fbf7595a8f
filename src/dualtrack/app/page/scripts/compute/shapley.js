/**
 * Who moved a number how far, when all moved together? Shapley's shares: exact over every coalition while movers are few, else
 * from a sample of orders of joining, each taken forward and backward.
 *
 * A coalition is a BigInt, as movers may be many: mover i takes part where bit i is set.
 */

import { meanOf } from "./means.js";

/** Movers up to which every coalition is run. */
export const MOST_EXACT = 10;
/** Orders of joining taken where movers are more; each is also taken backward. */
const ORDERS = 40;
const SEED = 7;
/** Odd and without pattern in its bits, so that neighbouring numbers give seeds that are far apart (Knuth's multiplicative hash). */
const SPREADING = 2654435761;

/** Shares by mover of `values[coalition]`, whose length is a power of two. */
export function exactShares(values) {
  const movers = Math.log2(values.length);
  const weights = joiningWeights(movers - 1);
  return Array.from({ length: movers }, (_, mover) => {
    let share = 0;
    for (let coalition = 0; coalition < values.length; coalition += 1) {
      if (coalition & (1 << mover)) continue;
      share += weights[bits(coalition)] * (values[coalition | (1 << mover)] - values[coalition]);
    }
    return share;
  });
}

/** What two movers add together beyond each alone (Grabisch and Roubens 1999). */
export function exactPair(values, first, second) {
  const movers = Math.log2(values.length);
  const [a, b] = [1 << first, 1 << second];
  const weights = joiningWeights(movers - 2);
  let found = 0;
  for (let rest = 0; rest < values.length; rest += 1) {
    if (rest & (a | b)) continue;
    found += weights[bits(rest)] * (values[rest | a | b] - values[rest | a] - (values[rest | b] - values[rest]));
  }
  return found;
}

/** The chance that exactly some members of a rest came before, by their number. */
function joiningWeights(rest) {
  const factorial = (n) => (n <= 1 ? 1 : n * factorial(n - 1));
  return Array.from({ length: rest + 1 }, (_, size) => (factorial(size) * factorial(rest - size)) / factorial(rest + 1));
}

function bits(number) {
  let count = 0;
  for (let left = number; left; left &= left - 1) count += 1;
  return count;
}

/** Whether a mover takes part in a coalition. */
export function takesPart(coalition, mover) {
  return ((coalition >> BigInt(mover)) & 1n) === 1n;
}

/** The coalition of one mover. */
export function aloneIs(mover) {
  return 1n << BigInt(mover);
}

/** The coalition of all movers. */
export function everyoneOf(movers) {
  return aloneIs(movers) - 1n;
}

/** Numbers in [0, 1) from a seed, always the same (a linear congruential generator; its upper bits are what is read). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** An order of joining, each as likely as another. */
function drawnOrder(movers, random) {
  const order = Array.from({ length: movers }, (_, mover) => mover);
  for (let place = movers - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    [order[place], order[other]] = [order[other], order[place]];
  }
  return order;
}

/** The orders of joining that are sampled, the same for every call. */
export function sampledOrders(movers) {
  const random = randomFrom(SEED);
  return Array.from({ length: ORDERS }, () => drawnOrder(movers, random)).flatMap((order) => [order, order.toReversed()]);
}

/** An order of joining and its reverse, the same for every call with a number. */
export function orderAndReverse(movers, number) {
  const order = drawnOrder(movers, randomFrom(Math.imul(number + 1, SPREADING) >>> 0));
  return [order, order.toReversed()];
}

/** The coalitions that an order passes, from nobody to all. */
export function passed(order) {
  let coalition = 0n;
  return [0n, ...order.map((mover) => (coalition |= aloneIs(mover)))];
}

/** What each mover adds in the mean of some orders; `valueOf(coalition)` is known for all that they pass. */
export function addedIn(orders, valueOf) {
  const added = new Array(orders[0].length).fill(0);
  for (const order of orders) {
    const values = passed(order).map(valueOf);
    order.forEach((mover, place) => (added[mover] += (values[place + 1] - values[place]) / orders.length));
  }
  return added;
}

/** The coalitions that are run in one of many worlds: nobody, all, and what its drawn order and the reverse pass. */
export function drawnCoalitions(movers, number) {
  return [...new Set([0n, everyoneOf(movers), ...orderAndReverse(movers, number).flatMap(passed)])];
}

/** Shares from sampled orders with their standard errors; `valueOf(coalition)` is known for all that are passed. */
export function sampledShares(orders, valueOf) {
  const pairs = Array.from({ length: orders.length / 2 }, (_, pair) => addedIn(orders.slice(2 * pair, 2 * pair + 2), valueOf));
  const told = orders[0].map((_, mover) => meanOf(pairs.map((added) => added[mover])));
  return { shares: told.map(({ mean }) => mean), errors: told.map(({ error }) => error) };
}
