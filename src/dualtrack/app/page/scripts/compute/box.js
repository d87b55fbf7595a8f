/** A box in the space of what is uncertain, peeled off slice by slice and pasted back: the same steps as `lab/statistics/peel.py`. */

import { tellingInputs } from "./single.js";

const BOX_ENDS = ["low", "high"];

/**
 * @typedef {{names: string[], inputs: Float64Array[], holds: Uint8Array}} Cases Worlds as `inputs[input][world]` and whether each is meant.
 * @typedef {{low: Float64Array, high: Float64Array}} Box Bounds, both ends inside, infinite where nothing is asked.
 * @typedef {import("../state/pack.js").SearchRule} SearchRule
 * @typedef {{worlds: number, hits: number, allWorlds: number, allHits: number}} Held
 */

/** @returns {Box} */
export function wholeBox(count) {
  return { low: new Float64Array(count).fill(-Infinity), high: new Float64Array(count).fill(Infinity) };
}

/** The ends that ask something, as [input, end]. */
export function boxLimits(box) {
  return BOX_ENDS.flatMap((end) => [...box[end].keys()].filter((place) => Number.isFinite(box[end][place])).map((place) => [place, end]));
}

/** The inputs of which something is asked. */
export function limitedInputs(box) {
  return [...box.low.keys()].filter((place) => Number.isFinite(box.low[place]) || Number.isFinite(box.high[place]));
}

/** Which worlds the box holds. */
export function insideBox(box, cases) {
  const inside = new Uint8Array(cases.holds.length).fill(1);
  for (const place of limitedInputs(box)) {
    const row = cases.inputs[place];
    for (let world = 0; world < inside.length; world += 1) {
      if (row[world] < box.low[place] || row[world] > box.high[place]) inside[world] = 0;
    }
  }
  return inside;
}

/** @returns {Held} */
export function heldBy(box, cases) {
  const inside = insideBox(box, cases);
  let worlds = 0;
  let hits = 0;
  let allHits = 0;
  for (let world = 0; world < inside.length; world += 1) {
    worlds += inside[world];
    hits += inside[world] & cases.holds[world];
    allHits += cases.holds[world];
  }
  return { worlds, hits, allWorlds: inside.length, allHits };
}

/** The share of the box's worlds that are meant. */
export function boxDensity(held) {
  return held.worlds ? held.hits / held.worlds : 0;
}

/** The share of the meant worlds that lie in the box. */
export function boxCoverage(held) {
  return held.allHits ? held.hits / held.allHits : 0;
}

function boxOverlap(held) {
  const either = held.worlds + held.allHits - held.hits;
  return either ? held.hits / either : 0;
}

/** How likely chance alone would make the box this dense or denser, if the limits on one input told nothing. */
export function limitChance(box, cases, place) {
  const looser = heldBy(withoutInput(box, place), cases);
  const now = heldBy(box, cases);
  return upperTail(now.hits, now.worlds, boxDensity(looser));
}

/** The probability of `least` or more successes. */
export function upperTail(least, trials, chance) {
  if (least <= 0) return 1;
  if (chance === 0 || chance === 1) return chance;
  const logs = new Float64Array(trials + 1);
  for (let each = 1; each <= trials; each += 1) logs[each] = logs[each - 1] + Math.log(each);
  let sum = 0;
  for (let count = least; count <= trials; count += 1) {
    const choose = logs[trials] - logs[count] - logs[trials - count];
    sum += Math.exp(choose + count * Math.log(chance) + (trials - count) * Math.log1p(-chance));
  }
  return Math.min(sum, 1);
}

/**
 * A box peeled and pasted on some worlds, chosen and thinned on others that no slice has seen, with limits on inputs that tell by
 * themselves.
 */
export function fitBox(finding, choosing, rule) {
  let allowed = tellingOf(finding, choosing, rule);
  for (;;) {
    if (allowed.length === 0) return wholeBox(finding.names.length);
    const chosen = chooseBox(peeledBoxes(finding, allowed, rule), choosing, rule);
    const box = thinBox(pasteBox(chosen, finding, rule), choosing, rule);
    const left = limitedInputs(box);
    if (left.length === allowed.length) return box;
    allowed = left;
  }
}

/** The inputs among which limits are sought. */
export function tellingOf(finding, choosing, rule) {
  const inputs = finding.inputs.map((row, place) => Float64Array.of(...row, ...choosing.inputs[place]));
  return tellingInputs({ inputs, holds: Uint8Array.of(...finding.holds, ...choosing.holds) }, rule);
}

/** The density that is asked of a box, where a share of all worlds is meant. */
export function wantedDensity(share, rule) {
  return Math.max(rule.density, (1 + share) / 2);
}

function peeledBoxes(cases, allowed, rule) {
  const ranked = rankCases(cases, allowed);
  const least = rule.least * cases.holds.length;
  let box = wholeBox(cases.names.length);
  const boxes = [box];
  for (let step = bestSlice(ranked, least, rule); step !== null; step = bestSlice(ranked, least, rule)) {
    box = withBound(box, allowed[step.place], step.end, boundBeyond(ranked, step));
    ranked.left = ranked.left.filter((world) => isPast(ranked.ranks[step.place][world], step.edge, step.end));
    boxes.push(box);
  }
  return boxes;
}

/** Worlds as ranks among the values that occur, which tie where the values do. */
function rankCases(cases, allowed) {
  const rows = allowed.map((place) => {
    const levels = Float64Array.from(new Set(cases.inputs[place])).sort();
    const rankOf = new Map(Array.from(levels, (value, rank) => [value, rank]));
    return { levels, ranks: Int32Array.from(cases.inputs[place], (value) => rankOf.get(value) ?? NaN) };
  });
  const most = Math.max(...rows.map((row) => row.levels.length));
  return {
    levels: rows.map((row) => row.levels),
    ranks: rows.map((row) => row.ranks),
    holds: cases.holds,
    left: Array.from(cases.holds.keys()),
    counts: new Int32Array(most),
    hits: new Int32Array(most),
  };
}

/**
 * The end whose slice gains most density per world lost, and the last rank in it; null where nothing is gained. Where no slice
 * gains, slices twice as thick are tried, and so on.
 */
function bestSlice(ranked, least, rule) {
  const count = ranked.left.length;
  const allHits = ranked.left.reduce((sum, world) => sum + ranked.holds[world], 0);
  for (let depth = Math.max(Math.trunc(rule.slice * count), 1); depth < count && allHits < count; depth *= 2) {
    const found = bestOfDepth(ranked, least, { count, allHits, depth });
    if (found !== null) return found;
  }
  return null;
}

function bestOfDepth(ranked, least, { count, allHits, depth }) {
  const scene = { count, allHits, share: allHits / count, depth, least: Math.max(least, 1) };
  /** @type {any} */
  const found = { low: { gain: 0 }, high: { gain: 0 } };
  for (let place = 0; place < ranked.ranks.length; place += 1) {
    tallyRanks(ranked, place);
    for (const end of BOX_ENDS) {
      const slice = sliceAt(ranked, place, end, scene);
      if (slice.gain > found[end].gain) found[end] = slice;
    }
  }
  const best = found.high.gain > found.low.gain ? found.high : found.low;
  return best.gain > 0 ? best : null;
}

function tallyRanks(ranked, place) {
  const size = ranked.levels[place].length;
  ranked.counts.fill(0, 0, size);
  ranked.hits.fill(0, 0, size);
  const row = ranked.ranks[place];
  for (const world of ranked.left) {
    ranked.counts[row[world]] += 1;
    ranked.hits[row[world]] += ranked.holds[world];
  }
}

function sliceAt(ranked, place, end, scene) {
  const size = ranked.levels[place].length;
  const step = end === "low" ? 1 : -1;
  let edge = end === "low" ? 0 : size - 1;
  let lost = ranked.counts[edge];
  let lostHits = ranked.hits[edge];
  while (lost < scene.depth) {
    edge += step;
    lost += ranked.counts[edge];
    lostHits += ranked.hits[edge];
  }
  const left = scene.count - lost;
  if (left < scene.least) return { gain: 0, place, end, edge };
  return { gain: ((scene.allHits - lostHits) / left - scene.share) / lost, place, end, edge };
}

/** Halfway from the last world that is lost to the first that is kept. */
function boundBeyond(ranked, { place, end, edge }) {
  const row = ranked.ranks[place];
  const kept = ranked.left.map((world) => row[world]).filter((rank) => isPast(rank, edge, end));
  const first = end === "low" ? Math.min(...kept) : Math.max(...kept);
  return (ranked.levels[place][edge] + ranked.levels[place][first]) / 2;
}

function isPast(rank, edge, end) {
  return end === "low" ? rank > edge : rank < edge;
}

/** The box that best overlaps what is meant among those dense enough, or among all where none is. */
function chooseBox(boxes, cases, rule) {
  const share = cases.holds.reduce((sum, each) => sum + each, 0) / cases.holds.length;
  const counted = boxes.map((box) => ({ box, held: heldBy(box, cases) }));
  const dense = counted.filter((each) => boxDensity(each.held) >= wantedDensity(share, rule));
  return firstLargest(dense.length ? dense : counted, (each) => boxOverlap(each.held)).box;
}

function firstLargest(items, key) {
  return items.reduce((best, each) => (key(each) > key(best) ? each : best));
}

/** Ends moved out again, a slice at a time, as long as the box grows no thinner. */
function pasteBox(start, cases, rule) {
  let box = start;
  for (let grown = true; grown;) {
    grown = false;
    for (const [place, end] of boxLimits(box)) {
      const wider = widerBox(box, cases, place, end, rule);
      if (boxDensity(heldBy(wider, cases)) >= boxDensity(heldBy(box, cases))) {
        box = wider;
        grown = true;
      }
    }
  }
  return box;
}

function widerBox(box, cases, place, end, rule) {
  const freed = withBound(box, place, end, end === "low" ? -Infinity : Infinity);
  const inside = insideBox(box, cases);
  const reached = insideBox(freed, cases);
  const gained = cases.inputs[place].filter((_, world) => reached[world] && !inside[world]).sort();
  const depth = Math.max(Math.trunc(rule.slice * inside.reduce((sum, each) => sum + each, 0)), 1);
  if (gained.length <= depth) return freed;
  return withBound(box, place, end, end === "low" ? gained[gained.length - depth] : gained[depth - 1]);
}

/** The box without the limits that chance explains, the least telling first. */
function thinBox(start, cases, rule) {
  let box = start;
  for (let left = limitedInputs(box); left.length; left = limitedInputs(box)) {
    const current = box;
    const worst = firstLargest(
      left.map((place) => ({ place, chance: limitChance(current, cases, place) })),
      (each) => each.chance,
    );
    if (worst.chance <= rule.chance) return box;
    box = withoutInput(box, worst.place);
  }
  return box;
}

function withBound(box, place, end, bound) {
  const moved = Float64Array.from(box[end]);
  moved[place] = bound;
  return { ...box, [end]: moved };
}

function withoutInput(box, place) {
  return withBound(withBound(box, place, "low", -Infinity), place, "high", Infinity);
}
