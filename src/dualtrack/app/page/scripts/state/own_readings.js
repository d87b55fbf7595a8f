// What the claims read with the reader's assumptions: accepted worlds near them count, and few worlds make a wide interval, never none.
import { LEAST_EFFECTIVE_WORLDS, sideOf, weightedShare, worldWeights } from "../compute/weights.js";
import { isSet } from "./pack.js";

/**
 * @typedef {{names: string[], weights: Float64Array, effective: number, reach: number, isThin: boolean}} Weighed
 * @typedef {{share: number, low: number, high: number, effective: number, isThin: boolean, isOff?: false} | {isOff: true} | null} OwnReading
 */

/**
 * Weights for what the reader moved, where claims were judged; null where nothing was moved. `isThin` says that few worlds lie near it.
 * @param {{pack: any, store: any, lab: any}} context
 * @returns {Weighed | null}
 */
export function weighAssumptions({ pack, store, lab }) {
  const { assumptions } = store.get().scenario;
  const names = Object.keys(assumptions).filter((name) => pack.quantities[name].prior);
  if (!names.length || !Object.keys(pack.truth.claims).length) return null;
  const worlds = lab.worlds();
  const moved = names.map((name) => ({ prior: pack.quantities[name].prior, value: assumptions[name], values: worlds.value(name) }));
  const weighted = worldWeights(moved, pack.accepted.length);
  return { names, ...weighted, isThin: weighted.effective < LEAST_EFFECTIVE_WORLDS };
}

/**
 * The share with the reader's assumptions where the claim's mechanism exists; `isOff` where these switch it off, null where no world
 * lies near enough to say anything.
 * @param {{pack: any, store: any, lab: any}} context
 * @param {any} claim
 * @param {Weighed | null} weighed
 * @returns {OwnReading}
 */
export function ownReading({ pack, store, lab }, claim, weighed) {
  const isTrue = pack.truth.claims[claim.id];
  if (weighed === null || !isTrue) return null;
  if (claim.mechanisms.some((name) => store.get().scenario.assumptions[name] === 0)) return { isOff: true };
  const found = readingUnder({ pack, lab }, claim, weighed.weights);
  if (!(found.effective > 0)) return null;
  return { ...found, isThin: found.effective < LEAST_EFFECTIVE_WORLDS };
}

/**
 * The claims whose share lies, with the reader's assumptions, clearly on another side of the bounds than in the same worlds without.
 * @param {{pack: any, store: any, lab: any}} context
 * @param {Weighed | null} weighed
 * @returns {{judged: number, moved: {claim: any, before: string, now: string, own: OwnReading}[]}}
 */
export function movedClaims(context, weighed) {
  const { pack } = context;
  const rule = pack.rules.verdict;
  const judged = pack.claims.filter(({ id }) => pack.truth.claims[id]);
  if (weighed === null) return { judged: judged.length, moved: [] };
  const even = new Float64Array(pack.accepted.length).fill(1);
  const moved = judged.map((claim) => {
    const own = ownReading(context, claim, weighed);
    const usual = readingUnder(context, claim, even);
    if (own === null || own.isOff || !(usual.effective > 0)) return null;
    const before = sideOf(usual, rule);
    return { claim, before, now: placeOf(own.share, rule), own, isMoved: hasLeft(before, own, rule) };
  });
  return { judged: judged.length, moved: moved.filter((each) => each?.isMoved) };
}

function readingUnder({ pack, lab }, claim, weights) {
  const [isTrue, isJudged] = [pack.truth.claims[claim.id], pack.truth.computable[claim.id]];
  const strengths = claim.mechanisms.map((name) => lab.worlds().value(name));
  return weightedShare(
    weights,
    (world) => isSet(isTrue, world),
    (world) => isSet(isJudged, world) && strengths.every((strength) => strength[world] > 0),
    pack.rules.verdict,
  );
}

function placeOf(share, rule) {
  if (share >= rule.supported) return "above";
  return share <= rule.contradicted ? "below" : "between";
}

/** Whether an interval lies wholly outside the side on which the share was: a wider interval alone moves no claim. */
function hasLeft(before, { low, high }, rule) {
  if (before === "above") return high < rule.supported;
  if (before === "below") return low > rule.contradicted;
  return low >= rule.supported || high <= rule.contradicted;
}
