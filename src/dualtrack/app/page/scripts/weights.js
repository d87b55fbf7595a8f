// What would the verdicts be if an assumption were yours? Accepted worlds count the more, the nearer their value lies to it.

export const LEAST_EFFECTIVE_WORLDS = 100;
/** How far, in the prior's own probability, a world may lie from the reader's value and still count. */
export const WEIGHT_REACH = 0.25;
const SUPPORTED_FROM = 0.8;
const CONTRADICTED_TO = 0.2;
const NORMAL_QUANTILE = 1.959963984540054;

/**
 * @typedef {{prior: object, value: number, values: Float64Array}} Moved The prior, the reader's value, and every accepted world's value.
 * @typedef {{weights: Float64Array, effective: number}} Weighted `effective` as Kish counts: the worlds an even sample would need.
 */

/**
 * Weights of worlds for all that was moved; 1 each where nothing was.
 * @param {Moved[]} moved
 * @param {number} worlds
 * @returns {Weighted}
 */
export function worldWeights(moved, worlds) {
  const weights = new Float64Array(worlds).fill(1);
  for (const { prior, value, values } of moved) {
    for (let world = 0; world < worlds; world += 1) weights[world] *= nearness(prior, value, values[world]);
  }
  return { weights, effective: effectiveWorlds(weights) };
}

/** How many worlds of equal weight would tell as much. */
export function effectiveWorlds(weights) {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0 ? (sum * sum) / squares : 0;
}

/**
 * The weighted share of true worlds among those that could be judged, with Wilson's interval at the effective number.
 * @param {Float64Array} weights
 * @param {(world: number) => boolean} isTrue
 * @param {(world: number) => boolean} isJudged
 */
export function weightedShare(weights, isTrue, isJudged) {
  let all = 0;
  let hits = 0;
  let squares = 0;
  for (let world = 0; world < weights.length; world += 1) {
    if (weights[world] === 0 || !isJudged(world)) continue;
    all += weights[world];
    squares += weights[world] * weights[world];
    if (isTrue(world)) hits += weights[world];
  }
  const effective = squares > 0 ? (all * all) / squares : 0;
  if (effective === 0) return { share: NaN, low: 0, high: 1, effective };
  return { share: hits / all, effective, ...wilsonInterval(hits / all, effective) };
}

/** Where the share of all possible worlds lies, 95 %. */
export function wilsonInterval(share, worlds) {
  const square = NORMAL_QUANTILE * NORMAL_QUANTILE;
  const middle = (share + square / (2 * worlds)) / (1 + square / worlds);
  const spread = Math.sqrt((share * (1 - share)) / worlds + square / (4 * worlds * worlds));
  const reach = (NORMAL_QUANTILE / (1 + square / worlds)) * spread;
  return { low: Math.max(middle - reach, 0), high: Math.min(middle + reach, 1) };
}

/** The word that the rule of verdicts gives one share; a share that its own error could move over a bound is not decided. */
export function leaningOf({ low, high }) {
  if (low >= SUPPORTED_FROM) return "supported";
  return high <= CONTRADICTED_TO ? "contradicted" : "not decided";
}

/**
 * The share of the prior below a value, from 0 to 1; the mass at a point counts at the point.
 * @param {object} prior as the pack tells it
 * @param {number} value
 */
export function priorRank(prior, value) {
  switch (prior.kind) {
    case "uniform":
      return between((value - prior.low) / (prior.high - prior.low));
    case "log_uniform":
      return between(Math.log(value / prior.low) / Math.log(prior.high / prior.low));
    case "triangular":
      return triangularRank(prior, value);
    case "point_mass":
      return value <= prior.at ? prior.mass : prior.mass + (1 - prior.mass) * priorRank(prior.rest, value);
    default:
      throw new RangeError(`no prior is called ${prior.kind}`);
  }
}

/** The weight of one world for one assumption: all or nothing at a point that has mass of its own, else falling with distance. */
function nearness(prior, value, held) {
  if (prior.kind === "category") return held === value ? 1 : 0;
  if (prior.kind === "point_mass") {
    if (value === prior.at || held === prior.at) return held === value ? 1 : 0;
    return nearness(prior.rest, value, held);
  }
  if (value < prior.low || value > prior.high) return 0;
  const distance = (priorRank(prior, held) - priorRank(prior, value)) / WEIGHT_REACH;
  return Math.abs(distance) < 1 ? 1 - distance * distance : 0;
}

function triangularRank({ low, mode, high }, value) {
  if (value <= low) return high === low ? between(value - low + 0.5) : 0;
  if (value >= high) return 1;
  if (value <= mode) return (value - low) ** 2 / ((high - low) * (mode - low));
  return 1 - (high - value) ** 2 / ((high - low) * (high - mode));
}

function between(share) {
  return Math.min(Math.max(share, 0), 1);
}
