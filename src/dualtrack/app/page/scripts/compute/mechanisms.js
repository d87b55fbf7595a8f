/**
 * Which mechanisms carry what a policy does? The months between two scenarios with only some groups of mechanisms on, the switches of
 * all others at zero in both; shared out by Shapley's exact shares. What is left with every group off is carried by no named one.
 *
 * @typedef {{id: string, switches: string[]}} Group
 * @typedef {{outcome: string, at: number, since: number, cap: number, groups: Group[]}} Asked months held within the cap, in the year
 *   `at`, looked back to the year `since` at most
 */

import { courseOfScenario, heldNumbers, nominalWorld } from "./courses.js";
import { isSameUntil } from "./bands.js";
import { placesOf, runWorld } from "./engine.js";
import { monthsAt } from "./months.js";
import { exactShares } from "./shapley.js";

/** The coalitions of so many groups, each once. */
export function everyCoalition(groups) {
  return Array.from({ length: 2 ** groups.length }, (_, coalition) => coalition);
}

/**
 * A function from a world, as numbers given, and a coalition to the months between two scenarios that hold the same assumptions.
 * @param {{engine: any, courses: any, times: any, joint: number}} bench
 * @param {any} before
 * @param {any} after
 * @param {Asked} asked
 */
export function makeCoalitionRuns({ engine, courses, times, joint }, before, after, { outcome, at, since, cap, groups }) {
  const pair = [before, after].map((scenario) => courseOfScenario(courses, scenario));
  const switches = groups.map((group) => group.switches.map((name) => engine.given.indexOf(name)));
  const last = times.saved.findIndex((year) => year >= at);
  const short = { ...times, steps: (last < 0 ? times.saved.length - 1 : last) * times.stride };
  const step = joint * times.stride;
  const isJoint = step < short.steps && isSameUntil(...pair, step, engine.driven.length);
  const [place] = placesOf(engine, [outcome]);
  const rows = pair.map(() => new Float64Array(times.saved.length).fill(NaN));
  const stocks = new Float64Array(engine.stocks.length);
  const given = new Float64Array(engine.given.length);
  const { euler } = engine.model.schemes;
  const runInto = (row, course, taken, note) =>
    runWorld(
      engine,
      given,
      course,
      short,
      euler,
      (index) => {
        if (note && index === joint) stocks.set(engine.stocks);
        row[index] = place.from[place.at];
      },
      taken,
    );
  return (world, coalition) => {
    given.set(world);
    switches.forEach((places, group) => coalition & (1 << group) || places.forEach((each) => (given[each] = 0)));
    if (runInto(rows[0], pair[0], null, isJoint) >= 0) return NaN;
    if (isJoint) rows[1].set(rows[0]);
    if (runInto(rows[1], pair[1], isJoint ? { step, stocks } : null, false) >= 0) return NaN;
    return Math.min(Math.max(monthsAt(rows[1], rows[0], times.saved, since, at), -cap), cap);
  };
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
 * Shares of groups in one world from its months under every coalition: `parts` and `direct` sum to `whole`.
 * @param {ArrayLike<number>} values by coalition
 */
export function mechanismShares(values) {
  return { parts: exactShares(values), direct: values[0], whole: values[values.length - 1] };
}

/**
 * Means of such shares over worlds, each with so many standard errors to either side; worlds without a number left out.
 * @param {Array<{parts: number[], direct: number, whole: number}>} rows
 * @param {number} errors
 */
export function meanShares(rows, errors) {
  const sound = rows.filter(({ parts, direct, whole }) => [...parts, direct, whole].every(Number.isFinite));
  const told = (read) => {
    const values = sound.map(read);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(values.length - 1, 1);
    const reach = errors * Math.sqrt(square / values.length);
    return { mean, low: mean - reach, high: mean + reach };
  };
  if (sound.length === 0) return null;
  return {
    worlds: sound.length,
    parts: sound[0].parts.map((_, group) => told(({ parts }) => parts[group])),
    direct: told(({ direct }) => direct),
    whole: told(({ whole }) => whole),
  };
}
