// What would the verdicts be if an assumption were yours? Accepted worlds count the more, the nearer their value lies to it.

export const LEAST_EFFECTIVE_WORLDS = 100;
/** How far, in the prior's own probability, a world may lie from the reader's value and still count: the nearest that is enough. */
const WEIGHT_REACHES = [0.05, 0.075, 0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25];
const ENOUGH_WORLDS = 250;
const SINGULAR = 1e-9;

/**
 * @typedef {{prior: any, value: number, values: Float64Array}} Moved The prior, the reader's value, and every accepted world's value.
 * @typedef {{weights: Float64Array, effective: number, reach: number}} Weighted `effective` as Kish counts: worlds of equal weight.
 */

/**
 * Weights of worlds for all that was moved; 1 each where nothing was.
 * @param {Moved[]} moved
 * @param {number} worlds
 * @returns {Weighted}
 */
export function worldWeights(moved, worlds) {
  const away = moved.map(({ prior, value, values }) => Float64Array.from(values, (held) => distanceOf(prior, value, held)));
  const sloped = away.filter((row) => row.some((each) => each !== 0 && Number.isFinite(each)));
  /** @type {any} */
  let found = null;
  for (const reach of WEIGHT_REACHES) {
    const weights = levelled(kernelWeights(away, worlds, reach), sloped);
    found = { weights, effective: effectiveWorlds(weights), reach };
    if (found.effective >= ENOUGH_WORLDS) return found;
  }
  return found;
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
 * @param {import("../state/pack.js").VerdictRule} rule
 */
export function weightedShare(weights, isTrue, isJudged, rule) {
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
  const share = between(hits / all);
  return { share, effective, ...wilsonInterval(share, effective, rule.errors) };
}

/** Where the share of all possible worlds lies, so many standard errors to either side. */
export function wilsonInterval(share, worlds, errors) {
  const square = errors * errors;
  const middle = (share + square / (2 * worlds)) / (1 + square / worlds);
  const spread = Math.sqrt((share * (1 - share)) / worlds + square / (4 * worlds * worlds));
  const reach = (errors / (1 + square / worlds)) * spread;
  return { low: Math.max(middle - reach, 0), high: Math.min(middle + reach, 1) };
}

/** On which side of the bounds of a verdict a share lies; one that its own error could move over a bound lies between them. */
export function sideOf({ low, high }, rule) {
  if (low >= rule.supported) return "above";
  return high <= rule.contradicted ? "below" : "between";
}

/**
 * The share of the prior below a value, from 0 to 1; the mass at a point counts at the point.
 * @param {any} prior as the pack tells it
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

/** How far a world lies from the reader's value in the prior's probability; a point that has mass of its own is hit or missed. */
function distanceOf(prior, value, held) {
  if (prior.kind === "category") return held === value ? 0 : Infinity;
  if (prior.kind === "point_mass") {
    if (value === prior.at || held === prior.at) return held === value ? 0 : Infinity;
    return distanceOf(prior.rest, value, held);
  }
  if (value < prior.low || value > prior.high) return Infinity;
  return priorRank(prior, held) - priorRank(prior, value);
}

/** Weights that fall with the square of the distance to nothing at the reach, multiplied over what was moved. */
function kernelWeights(away, worlds, reach) {
  const weights = new Float64Array(worlds).fill(1);
  for (const row of away) {
    for (let world = 0; world < worlds; world += 1) weights[world] *= Math.max(1 - (row[world] / reach) ** 2, 0);
  }
  return weights;
}

/**
 * Weights whose mean distance from the reader's values is nothing, so that a claim's truth may rise or fall steadily across the reach:
 * what a straight line fitted to the weighted worlds says at the reader's values. As they were where no line can be fitted.
 */
function levelled(weights, sloped) {
  if (!sloped.length) return weights;
  const size = sloped.length + 1;
  const column = (place, world) => (place === 0 ? 1 : sloped[place - 1][world]);
  const sums = Array.from({ length: size }, () => new Float64Array(size + 1));
  sums[0][size] = 1;
  for (let world = 0; world < weights.length; world += 1) {
    if (weights[world] === 0) continue;
    for (let one = 0; one < size; one += 1) {
      for (let other = 0; other < size; other += 1) sums[one][other] += weights[world] * column(one, world) * column(other, world);
    }
  }
  const line = solved(sums);
  if (line === null) return weights;
  return weights.map((weight, world) =>
    weight === 0 ? 0 : weight * line.reduce((sum, each, place) => sum + each * column(place, world), 0),
  );
}

/** The solution of linear equations, each row with its right side last; null where they do not settle it. */
function solved(rows) {
  const size = rows.length;
  for (let step = 0; step < size; step += 1) {
    const pivot = rows.slice(step).reduce((best, row) => (Math.abs(row[step]) > Math.abs(best[step]) ? row : best));
    if (Math.abs(pivot[step]) < SINGULAR) return null;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(step, 0, pivot);
    for (const row of rows) {
      const factor = row === pivot ? 0 : row[step] / pivot[step];
      if (factor !== 0) for (let place = step; place <= size; place += 1) row[place] -= factor * pivot[place];
    }
  }
  return rows.map((row, step) => row[size] / row[step]);
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
