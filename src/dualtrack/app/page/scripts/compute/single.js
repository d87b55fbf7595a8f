/** Which inputs tell by themselves where worlds are meant? The same tests, and correction for their number, as `lab/statistics/two_sample.py`. */

/** The places of the inputs whose values differ between the meant worlds and the others (Holm, 1979). */
export function tellingInputs(cases, { chance, tail }) {
  const chances = singleChances(cases, tail);
  const order = [...chances.keys()].sort((one, other) => chances[one] - chances[other] || one - other);
  const fails = order.findIndex((place, rank) => chances[place] > chance / (order.length - rank));
  return (fails < 0 ? order : order.slice(0, fails)).sort((one, other) => one - other);
}

/** Per input how likely chance alone would make the two sides as unlike as they are; 1 where one side is empty. */
export function singleChances({ inputs, holds }, tail) {
  const hits = holds.reduce((sum, each) => sum + each, 0);
  const others = holds.length - hits;
  if (hits === 0 || others === 0) return inputs.map(() => 1);
  const root = Math.sqrt((hits * others) / (hits + others));
  const size = root + tail.added + tail.inverse / root;
  return inputs.map((row) => kolmogorovTail(size * largestGap(row, holds, hits, others), tail));
}

/** The largest distance of the two distribution functions, looked at where ties end. */
function largestGap(row, holds, hits, others) {
  const order = [...row.keys()].sort((one, other) => row[one] - row[other]);
  let meant = 0;
  let most = 0;
  order.forEach((world, rank) => {
    meant += holds[world];
    if (rank + 1 < order.length && row[order[rank + 1]] === row[world]) return;
    most = Math.max(most, Math.abs(meant / hits - (rank + 1 - meant) / others));
  });
  return most;
}

function kolmogorovTail(at, { certain, terms }) {
  if (at < certain) return 1;
  let sum = 0;
  for (let k = 1; k <= terms; k += 1) sum += (k % 2 ? 1 : -1) * Math.exp(-2 * k * k * at * at);
  return Math.min(Math.max(2 * sum, 0), 1);
}
