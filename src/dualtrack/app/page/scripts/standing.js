// What stands under a verdict in its row: whether it stood so before the record, by structure and ranges alone, or why nothing is decided.
import { h } from "./dom.js";
import { share } from "./format.js";
import { label, listOf, say } from "./words.js";

const DECIDED = ["supported", "contradicted"];

/**
 * Whether every prior had reached the verdict before any world was held against the record.
 * @param {{verdict: string, answers?: Array<{before: {probability: number}}>}} claim
 * @param {import("./pack.js").VerdictRule} rule
 */
export function stoodBefore({ verdict, answers }, rule) {
  const shares = (answers ?? []).map((answer) => answer.before.probability);
  if (!shares.length || !DECIDED.includes(verdict)) return false;
  return verdict === "supported" ? Math.min(...shares) >= rule.supported : Math.max(...shares) <= rule.contradicted;
}

/** A line under the verdict; null where the verdict says all. */
export function verdictNote(claim, rule) {
  if (stoodBefore(claim, rule)) return say("verdicts.stoodBefore");
  return claim.verdict === "not decided" ? label(claim.reason) : null;
}

/** How many verdicts stood before the record, and how the worlds do at facts that they were not matched to. */
export function standingWords({ claims, facts, rules }) {
  const decided = claims.filter((claim) => DECIDED.includes(claim.verdict));
  const before = decided.filter((claim) => stoodBefore(claim, rules.verdict)).length;
  const held = facts.filter((fact) => fact.isTest && fact.heldOut && fact.share !== null);
  const shares = listOf(held.map((fact) => say("verdicts.heldOutShare", fact.id, share(fact.share))));
  return [
    decided.length ? h("p", null, say("verdicts.standing", decided.length, before)) : null,
    held.length ? h("p", null, say("verdicts.heldOut", held.length, shares)) : null,
  ];
}

/** In place of verdicts, where none was found for this model. */
export function unjudgedWords({ claims }) {
  const waiting = claims.filter((claim) => claim.test === "computed" && claim.verdict === "waiting");
  return waiting.length ? h("p", { class: "notice" }, say("verdicts.unjudged", waiting.length)) : null;
}
