/**
 * By what links does a policy reach an outcome? The months between two scenarios with only some pathways at work: the links of all others
 * read the path that their causes had before, in the same world. Shared out by Shapley's shares, exact in the nominal world and over drawn
 * orders of many; what is left with every pathway held is carried by none.
 *
 * @typedef {{id: string, gate: string}} Pathway `gate` is the number that holds it at 1
 * @typedef {{parts: Pathway[], histories: [string, string][]}} Pathways each history by its name, with the cause that it stands for
 * @typedef {{outcome: string, at: number, since: number, cap: number}} Asked months held within the cap, in the year `at`, looked back
 *   to the year `since` at most
 */

import { courseOfScenario, heldNumbers, nominalWorld } from "./courses.js";
import { isSameUntil } from "./bands.js";
import { placesOf, runWorld, timesUntil } from "./engine.js";
import { meanWithin } from "./means.js";
import { monthsAt } from "./months.js";
import { addedIn, everyoneOf, exactShares, orderAndReverse, takesPart } from "./shapley.js";

/** The coalitions of so many pathways, each once. */
export function everyCoalition(pathways) {
  return Array.from({ length: 2 ** pathways.length }, (_, coalition) => BigInt(coalition));
}


/**
 * A function from a world, as numbers given, to one from a coalition to the months between two scenarios that hold the same assumptions.
 * @param {{engine: any, heldEngine: any, courses: any, times: any, joint: number, laboratory: {pathways: Pathways}}} bench
 * @param {any} before
 * @param {any} after
 * @param {Asked} asked
 */
export function makePathwayRuns(bench, before, after, { outcome, at, since, cap }) {
  const { engine, heldEngine, times, laboratory } = bench;
  const { parts } = laboratory.pathways;
  const short = timesUntil(times, at);
  const gates = parts.map(({ gate }) => heldEngine.given.indexOf(gate));
  const [place] = placesOf(heldEngine, [outcome]);
  const { euler } = engine.model.schemes;
  const base = makeBase(bench, before, short, outcome);
  const changed = joinHistories(bench, after, short, base);
  const numbers = new Float64Array(heldEngine.given.length);
  const row = new Float64Array(times.saved.length).fill(NaN);
  return (world) => {
    const isSound = base.run(world);
    changed.fill();
    return (coalition) => {
      if (!isSound) return NaN;
      numbers.set(world);
      gates.forEach((gate, pathway) => (numbers[gate] = takesPart(coalition, pathway) ? 0 : 1));
      row.set(base.row);
      const keep = (index) => (row[index] = place.from[place.at]);
      if (runWorld(heldEngine, numbers, changed.course, short, euler, keep, changed.taken) >= 0) return NaN;
      return Math.min(Math.max(monthsAt(row, base.row, times.saved, since, at), -cap), cap);
    };
  };
}

/** The run before: its outcome on saved rows, and what every cause was at each step. */
function makeBase({ engine, courses, times, joint, laboratory }, before, short, outcome) {
  const { histories } = laboratory.pathways;
  const course = courseOfScenario(courses, before);
  const places = placesOf(engine, [outcome, ...histories.map(([, cause]) => cause)]);
  const causes = new Float64Array(histories.length * (short.steps + 1));
  const row = new Float64Array(times.saved.length).fill(NaN);
  const stocks = new Float64Array(engine.stocks.length);
  const everyStep = { ...short, stride: 1 };
  const keep = (index) => {
    if (index === joint * times.stride) stocks.set(engine.stocks);
    if (index % times.stride === 0) row[index / times.stride] = places[0].from[places[0].at];
    for (let each = 1; each < places.length; each += 1) causes[index * histories.length + each - 1] = places[each].from[places[each].at];
  };
  return { course, causes, row, stocks, run: (world) => runWorld(engine, world, course, everyStep, engine.model.schemes.euler, keep) < 0 };
}

/** The course after, with the histories of the run before beside its levers; a run is taken up where the two part. */
function joinHistories({ engine, heldEngine, courses, times, joint, laboratory }, after, short, base) {
  const own = courseOfScenario(courses, after);
  const [plain, width] = [engine.driven.length, heldEngine.driven.length];
  const levers = engine.driven.map((name) => heldEngine.driven.indexOf(name));
  const histories = laboratory.pathways.histories.map(([name]) => heldEngine.driven.indexOf(name));
  const rows = new Float64Array(width * (short.steps + 1));
  for (let step = 0; step <= short.steps; step += 1) {
    levers.forEach((to, lever) => (rows[step * width + to] = own.rows[step * plain + lever]));
  }
  const fill = () => {
    for (let step = 0; step <= short.steps; step += 1) {
      for (let each = 0; each < histories.length; each += 1) {
        rows[step * width + histories[each]] = base.causes[step * histories.length + each];
      }
    }
  };
  const step = joint * times.stride;
  const isJoint = step < short.steps && isSameUntil(base.course, own, step, plain);
  const taken = isJoint ? { step, stocks: base.stocks } : null;
  return { course: { rows, changes: new Uint8Array(short.steps + 1).fill(1) }, fill, taken };
}

/**
 * The nominal world, and worlds drawn, as numbers given under a scenario's assumptions.
 * @param {any} engine
 * @param {{rows: Float64Array, width: number}} worlds
 * @param {any} scenario
 * @param {number} world below 0 the nominal one
 */
export function givenOf(engine, worlds, scenario, world) {
  if (world < 0) return nominalWorld(engine, scenario);
  const given = worlds.rows.slice(world * worlds.width, (world + 1) * worlds.width);
  for (const [place, value] of heldNumbers(engine, scenario)) given[place] = value;
  return given;
}

/**
 * Shares of pathways in one world from its months under every coalition: `parts` and `direct` sum to `whole`.
 * @param {ArrayLike<number>} values by coalition
 */
export function pathwayShares(values) {
  return { parts: exactShares(values), direct: values[0], whole: values[values.length - 1] };
}

/**
 * The same from one drawn order and its reverse.
 * @param {number} pathways
 * @param {number} number of the world
 * @param {Map<bigint, number>} known months by coalition
 */
export function drawnShares(pathways, number, known) {
  const valueOf = (coalition) => known.get(coalition) ?? NaN;
  return { parts: addedIn(orderAndReverse(pathways, number), valueOf), direct: valueOf(0n), whole: valueOf(everyoneOf(pathways)) };
}

/**
 * Means of such shares over worlds, each with so many standard errors to either side; worlds without a number left out.
 * @param {Array<{parts: number[], direct: number, whole: number}>} rows
 * @param {number} errors
 */
export function meanShares(rows, errors) {
  const sound = rows.filter(({ parts, direct, whole }) => [...parts, direct, whole].every(Number.isFinite));
  const told = (read) => meanWithin(sound.map(read), errors);
  if (sound.length === 0) return null;
  return {
    worlds: sound.length,
    parts: sound[0].parts.map((_, pathway) => told(({ parts }) => parts[pathway])),
    direct: told(({ direct }) => direct),
    whole: told(({ whole }) => whole),
  };
}
