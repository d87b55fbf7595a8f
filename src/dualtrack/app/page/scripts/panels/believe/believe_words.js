// One sentence for how a claim's share of worlds goes along a number: where it passes one half, and whether it comes to the bounds.
import { crossingsOf } from "../../compute/bins.js";
import { number, share } from "../../kit/format.js";
import { clausesOf, label, listOf, say, sentences } from "../../kit/words.js";

/**
 * @param {import("../../compute/bins.js").Part[]} parts
 * @param {{rule: import("../../state/pack.js").VerdictRule, unit: string, named: string}} given
 */
export function turnSentence(parts, { rule, unit, named }) {
  if (parts.length === 0) return "";
  if (isOfFew(parts)) return fewSentence(parts, unit, named);
  const shares = parts.map(({ holds, worlds }) => holds / worlds);
  const tell = (value) => number(value, unit);
  return sentences([
    say("believe.inWords", passWords(parts, rule.null, tell), boundWords(parts, shares, rule.supported, "high", tell)),
    Math.min(...shares) <= rule.contradicted ? boundWords(parts, shares, rule.contradicted, "low", tell) + say("changed.stop") : "",
  ].filter(Boolean));
}

/** Whether a number takes so few values that no line can be drawn between them. */
export function isOfFew(parts) {
  return parts.every(({ low, high }) => low === high);
}

function fewSentence(parts, unit, named) {
  const told = parts.map((part) => {
    const of = share(part.holds / part.worlds);
    if (parts.length === 2 && parts[0].zero) return say(part.zero ? "believe.off" : "believe.on", of);
    return say("believe.at", number(part.low, unit), of);
  });
  return say("believe.few", named, clausesOf(told));
}

function passWords(parts, half, tell) {
  const passes = crossingsOf(parts, half);
  const isHigh = parts[0].holds / parts[0].worlds >= half;
  if (passes.length === 0) return say(isHigh ? "believe.everywhere" : "believe.nowhere");
  if (passes.length === 1) return say(passes[0].rises ? "believe.above" : "believe.below", tell(passes[0].value));
  return say("believe.several", listOf(passes.map(({ value }) => tell(value))));
}

function boundWords(parts, shares, bound, side, tell) {
  const isReached = side === "high" ? Math.max(...shares) >= bound : Math.min(...shares) <= bound;
  const passes = crossingsOf(parts, bound);
  if (!isReached) return say(`believe.${side}.never`, share(bound));
  if (passes.length === 0) return say(`believe.${side}.always`, share(bound));
  if (passes.length > 1) return say(`believe.${side}.some`, share(bound));
  const isUp = passes[0].rises === (side === "high");
  return say(`believe.${side}.${isUp ? "above" : "below"}`, share(bound), tell(passes[0].value));
}

/**
 * How much a number tells of a claim, in words.
 * @param {{explains: number}} deciding
 * @param {string} named
 */
export function explainsWords({ explains }, named) {
  return say("believe.explains", named, share(explains));
}

/**
 * A claim as its panel is headed.
 * @param {any} claim
 */
export function claimHeading(claim) {
  return say("believe.heading", claim.id, label(claim.label));
}
