// How strong links and loops are in the reader's scenario, worked out once per scenario and read at the year of the moment.
import { nearestPlace } from "../kit/scales.js";

const linkAnswers = new WeakMap();
const loopAnswers = new WeakMap();

/** Every loop's share of feedback over time in the scenario of the moment. */
export function loopSharesOf({ store, lab }) {
  return askedOnce(loopAnswers, store.get().scenario, (scenario) => lab.loopShares(scenario));
}

/** Each loop's signed share at the year that is read off, by id. */
export async function loopsAt(context) {
  const found = await loopSharesOf(context);
  const row = nearestPlace(found.years, context.store.get().year);
  return new Map(Object.entries(found.loops).map(([id, shares]) => [id, shares[row]]));
}

/** Each link's signed part of what moves its effect at the year that is read off, by `cause>effect` in base names. */
export async function linksAt({ pack, store, lab }) {
  const { scenario, year: at } = store.get();
  if (!linkAnswers.has(scenario)) linkAnswers.set(scenario, new Map());
  const { links } = await askedOnce(linkAnswers.get(scenario), at, () => lab.linkStrengths(scenario, at));
  return linkParts(pack, links);
}

/** Scores of elements gathered under base names: a cause's part of the magnitudes of all causes of an effect, with the sign of the sum. */
export function linkParts(pack, links) {
  const into = new Map();
  for (const { from, to, score } of links) {
    const [cause, effect] = [from, to].map((name) => pack.quantities[name]?.base ?? name);
    if (!Number.isFinite(score) || score === 0 || cause === effect) continue;
    const parts = into.get(effect) ?? new Map();
    const part = parts.get(cause) ?? { size: 0, net: 0 };
    into.set(effect, parts.set(cause, { size: part.size + Math.abs(score), net: part.net + score }));
  }
  const found = new Map();
  for (const [effect, parts] of into) {
    const total = [...parts.values()].reduce((sum, part) => sum + part.size, 0);
    for (const [cause, part] of parts) found.set(`${cause}>${effect}`, (Math.sign(part.net) * part.size) / total);
  }
  return found;
}

function askedOnce(answers, key, ask) {
  if (!answers.has(key)) {
    const answer = Promise.resolve(ask(key));
    answer.catch(() => answers.delete(key));
    answers.set(key, answer);
  }
  return answers.get(key);
}
