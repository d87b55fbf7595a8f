// How strong links and loops are in the reader's scenario, worked out once per scenario and read at the year of the moment.
const linkAnswers = new WeakMap();
const loopAnswers = new WeakMap();
const driverAnswers = new WeakMap();

/** Every loop's share of feedback over time in the scenario of the moment. */
export function loopSharesOf({ store, lab }) {
  return askedOnce(loopAnswers, store.get().scenario, (scenario) => lab.loopShares(scenario));
}

/** Each link's signed part of what moves its effect at the year that is read off, by `cause>effect` in base names. */
export async function linksAt({ pack, store, lab }) {
  const { scenario, year: at } = store.get();
  if (!linkAnswers.has(scenario)) linkAnswers.set(scenario, new Map());
  const { links } = await askedOnce(linkAnswers.get(scenario), at, () => lab.linkStrengths(scenario, at));
  return linkParts(pack, links);
}

/**
 * What drives a quantity at the year that is read off, over its elements in the mean: stocks by base name, and loops, each with its part.
 * @param {Context} context
 * @param {string} base
 * @returns {Promise<Driving>}
 */
export async function driversAt({ pack, store, lab }, base) {
  const { scenario, year: at } = store.get();
  if (!driverAnswers.has(scenario)) driverAnswers.set(scenario, new Map());
  const { drivers } = await askedOnce(driverAnswers.get(scenario), `${base} ${at}`, () => lab.drivers(scenario, at, pack.bases[base].elements));
  return joinedDrivers(pack, drivers);
}

/**
 * @typedef {{stocks: Map<string, number>, loops: Map<string, number>, reached: number}} Driving `reached` is what all loops carry together
 * @param {any} pack
 * @param {import("../compute/drivers.js").Drivers[]} drivers by element
 * @returns {Driving}
 */
export function joinedDrivers(pack, drivers) {
  const [stocks, loops] = [new Map(), new Map()];
  const add = (into, key, part) => into.set(key, (into.get(key) ?? 0) + part / drivers.length);
  for (const each of drivers) {
    for (const [stock, weight] of each.stocks) add(stocks, pack.quantities[stock].base, weight);
    for (const [loop, size] of each.loops) add(loops, loop, size);
  }
  return { stocks, loops, reached: [...loops.values()].reduce((sum, part) => sum + part, 0) };
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
