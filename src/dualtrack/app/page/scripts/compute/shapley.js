/**
 * Who moved a number how far, when all moved together? Shapley's shares: exact over every coalition while movers are few, else
 * from a sample of orders of joining, each taken forward and backward.
 *
 * A coalition is a number: mover i takes part where bit i is set.
 */

/** Movers up to which every coalition is run. */
export const MOST_EXACT = 10;
/** Orders of joining taken where movers are more; each is also taken backward. */
const ORDERS = 40;
const SEED = 7;

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

/** The orders of joining that are sampled, the same for every call. */
export function sampledOrders(movers) {
  let state = SEED;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const orders = [];
  for (let taken = 0; taken < ORDERS; taken += 1) {
    const order = Array.from({ length: movers }, (_, mover) => mover);
    for (let place = movers - 1; place > 0; place -= 1) {
      const other = Math.floor(random() * (place + 1));
      [order[place], order[other]] = [order[other], order[place]];
    }
    orders.push(order, order.toReversed());
  }
  return orders;
}

/** The coalitions that an order passes, from nobody to all. */
export function passed(order) {
  let coalition = 0;
  return [0, ...order.map((mover) => (coalition |= 1 << mover))];
}

/** Shares from sampled orders with their standard errors; `valueOf(coalition)` is known for all that are passed. */
export function sampledShares(orders, valueOf) {
  const movers = orders[0].length;
  const pairs = [];
  for (let pair = 0; pair < orders.length; pair += 2) {
    const added = new Float64Array(movers);
    for (const order of orders.slice(pair, pair + 2)) {
      const coalitions = passed(order);
      order.forEach((mover, place) => {
        added[mover] += (valueOf(coalitions[place + 1]) - valueOf(coalitions[place])) / 2;
      });
    }
    pairs.push(added);
  }
  const count = pairs.length;
  const meanOf = (read) =>
    Array.from({ length: movers }, (_, mover) => pairs.reduce((sum, added) => sum + read(added[mover], mover), 0) / count);
  const shares = meanOf((value) => value);
  const variances = meanOf((value, mover) => (value - shares[mover]) ** 2);
  return { shares, errors: variances.map((variance) => Math.sqrt(variance / (count - 1))) };
}
