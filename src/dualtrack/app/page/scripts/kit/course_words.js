// A lever's course in words: its values, each from a year on, or joined by straight lines.
import { entryText, year } from "./format.js";
import { listOf, say } from "./words.js";

/** @param {import("../state/store.js").Lever} setting */
export function courseWords({ value, from, then = [], ramp = false }) {
  const points = [[from, value], ...then].map(([since, at]) => say(ramp ? "kept.passes" : "kept.since", entryText(at), year(since)));
  return ramp ? say("kept.ramp", listOf(points)) : listOf(points);
}
