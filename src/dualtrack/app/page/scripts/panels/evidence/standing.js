// What stands under a verdict in its row: why it is open, what would turn it, and whether it stood so before the record.
import { h } from "../../kit/dom.js";
import { number, share } from "../../kit/format.js";
import { label, listOf, say } from "../../kit/words.js";

const HIGH = ["supported", "built in"];
const LOW = ["contradicted", "too small as sized"];

/**
 * Whether every prior had put the claim on its side of the bounds before any world was held against the record.
 * @param {{verdict: string, answers?: Array<{before: {asked: {probability: number}}}>}} claim
 * @param {import("../../state/pack.js").VerdictRule} rule
 */
export function stoodBefore({ verdict, answers }, rule) {
  const shares = (answers ?? []).map((answer) => answer.before.asked.probability).filter((each) => each !== null);
  if (!shares.length || !isSettled(verdict)) return false;
  return HIGH.includes(verdict) ? Math.min(...shares) >= rule.supported : Math.max(...shares) <= rule.contradicted;
}

/**
 * The lines under a verdict, by what each tells; none where the verdict says all.
 * @param {any} claim
 * @param {{quantities: any, rules: any}} pack
 * @returns {string[]}
 */
export function verdictNotes(claim, pack) {
  const near = claim.near ? say("verdicts.nearBound", say(`verdicts.near.${claim.near.replaceAll(" ", "-")}`)) : null;
  const stood = stoodBefore(claim, pack.rules.verdict) ? say("verdicts.stoodBefore") : null;
  return [whyWords(claim, pack), near, firstCrux(claim, pack), neededWords(claim), flipsWords(claim, pack), stood].filter(Boolean);
}

function firstCrux(claim, pack) {
  const crux = deciding(claim);
  return crux && say("verdicts.decidesMost", cruxWords(crux, pack));
}

/**
 * What decides an open claim most, where no single number does; null elsewhere.
 * @param {{verdict: string, number?: string, cruxes?: {name: string, low: number, high: number}[]}} claim
 */
export function deciding({ verdict, number: name, cruxes }) {
  return verdict === "open" && !name && cruxes?.length ? cruxes[0] : null;
}

/**
 * The text for a crux: a mechanism that may be absent is no number that is low.
 * @param {string} key
 * @param {{role: string}} quantity
 */
export function cruxKey(key, { role }) {
  return role === "switch" ? `${key}OfSwitch` : key;
}

/**
 * In how many worlds a claim is true where a number is high, and where it is low.
 * @param {{name: string, low: number, high: number}} crux
 * @param {{quantities: any}} pack
 */
export function cruxWords({ name, low, high }, { quantities }) {
  return say(cruxKey("verdicts.crux", quantities[name]), label(quantities[name].label), share(high), share(low));
}

/** Why an open claim is open; where more worlds would tell, that is why. */
function whyWords({ why, near, number: name, turns }, { quantities, rules }) {
  if (!why || (near && why === "many things")) return null;
  if (!name) return say(`verdicts.why.${why.replaceAll(" ", "-")}`);
  const half = turns.find((turn) => turn.level === rules.verdict.null)?.value ?? null;
  const { label: words, unit } = quantities[name];
  return half === null ? say("verdicts.hangs", label(words)) : say("verdicts.hangsAt", label(words), number(half, unit));
}

/** How much larger the sizes of a claim too small would have to be. */
function neededWords({ needed }) {
  if (!needed) return null;
  return needed.factor === null ? say("verdicts.neverEnough") : say("verdicts.needs", number(needed.factor));
}

/** Which number flips the verdict first, or that none does. */
function flipsWords({ firmness }, { quantities, rules }) {
  if (!firmness) return null;
  if (firmness.firm) return say("verdicts.firm", number(rules.verdict.within));
  const { name, value, distance } = firmness.flips;
  return say("verdicts.flips", label(quantities[name].label), number(value, quantities[name].unit), number(distance));
}

/** The rule of verdicts in words. */
export function ruleWords({ rules: { verdict } }) {
  const bounds = [verdict.supported, verdict.contradicted, verdict.null].map(share);
  return say("verdicts.lead", ...bounds, number(verdict.exists));
}

/** How many verdicts stood before the record, and how the worlds do at facts that they were not matched to. */
export function standingWords({ claims, facts, rules }) {
  const settled = claims.filter((claim) => isSettled(claim.verdict));
  const before = settled.filter((claim) => stoodBefore(claim, rules.verdict)).length;
  const held = facts.filter((fact) => fact.isTest && fact.heldOut && fact.share !== null);
  const shares = listOf(held.map((fact) => say("verdicts.heldOutShare", fact.id, share(fact.share))));
  return [
    settled.length ? h("p", null, say("verdicts.standing", settled.length, before)) : null,
    held.length ? h("p", null, say("verdicts.heldOut", held.length, shares)) : null,
  ];
}

/** In place of verdicts, where none was found for this model. */
export function unjudgedWords({ claims }) {
  const unjudged = claims.filter((claim) => claim.test === "computed" && claim.verdict === "not judged");
  return unjudged.length ? h("p", { class: "notice" }, say("verdicts.unjudged", unjudged.length)) : null;
}

function isSettled(verdict) {
  return HIGH.includes(verdict) || LOW.includes(verdict);
}
