/**
 * Where do two scenarios part, over many worlds? The difference of each figure shared out over all in which they differ, and what would
 * stay of it if one of them took over a single thing from the other.
 *
 * A figure tells of a mixture how far it stands ahead of either scenario: a level by its difference, months by looking back. Shared out is
 * half their sum, by Shapley: so the parts sum to the difference and, the two exchanged, change every sign. In each world movers join in
 * one drawn order and in its reverse, so that the intervals of the means count worlds and orders together.
 *
 * @typedef {{outcomes: string[], at: number, months: {outcome: string, since: number} | null}} Disputed levels of outcomes in the year `at`,
 *   and before them months, looked back to the year `since` at most, where they are asked
 * @typedef {{ahead: [number[], number[]]}} Standing how far ahead of the first and of the second, by figure
 * @typedef {{whole: number[], parts: number[][], remains: [number[][], number[][]]}} DisputeRow of one world: by figure; by figure and
 *   mover; and, by the side that gives way, again by figure and mover
 */

import { placesOf, runWorld, timesUntil } from "./engine.js";
import { meanWithin } from "./means.js";
import { monthsAt } from "./months.js";
import { addedIn, aloneIs, drawnCoalitions, everyoneOf, orderAndReverse } from "./shapley.js";
import { joinedIn, mixedCourse, valueInYear } from "./split.js";

/** Runs that a dispute may take, and worlds that it takes at least. */
const MOST_RUNS = 5000;
const FEWEST_WORLDS = 8;
/** Runs that each mover asks for in a world, at the most: in an order and its reverse, alone, and left out alone. */
const RUNS_OF_ONE = 4;
/** The side that gives way where both do as much, as far as the worlds tell; 0 is the first and 1 the second. */
const EITHER = 2;

/** How many worlds are asked about so many movers. */
export function worldsFor(movers) {
  return Math.max(FEWEST_WORLDS, Math.floor(MOST_RUNS / (RUNS_OF_ONE * movers)));
}

/** The number that a scenario holds, or nothing where each world has its own. */
export function heldNumber(_, scenario, name) {
  return scenario.assumptions?.[name];
}

/** The coalitions that are run in a world, nobody and all of them first. */
export function coalitionsAsked(movers, number) {
  const everyone = everyoneOf(movers);
  const single = Array.from({ length: movers }, (_, mover) => [aloneIs(mover), everyone - aloneIs(mover)]);
  return [...new Set([...drawnCoalitions(movers, number), ...single.flat()])];
}

/**
 * A function from a world, as its own numbers, to one from a coalition to a mixture's standing; nobody and all must be asked first.
 * @param {{engine: any, courses: any, times: any}} bench
 * @param {any} first
 * @param {any} second
 * @param {{name: string, levers: string[]}[]} movers
 * @param {Disputed} asked
 */
export function makeDisputeRuns({ engine, courses, times }, first, second, movers, { outcomes, at, months }) {
  const short = timesUntil(times, at);
  const names = [...(months ? [months.outcome] : []), ...outcomes];
  const places = placesOf(engine, names);
  const everyone = everyoneOf(movers.length);
  const holdInto = (given, scenario, world, name) => {
    const place = engine.given.indexOf(name);
    given[place] = scenario.assumptions?.[name] ?? world[place];
  };
  const pathsOf = (world, coalition) => {
    const joined = joinedIn(movers, coalition);
    const given = world.slice();
    Object.keys(first.assumptions ?? {}).forEach((name) => holdInto(given, first, world, name));
    joined.filter(({ levers }) => levers.length === 0).forEach(({ name }) => holdInto(given, second, world, name));
    const paths = names.map(() => new Float64Array(times.saved.length).fill(NaN));
    const keep = (index) => places.forEach(({ from, at: place }, each) => (paths[each][index] = from[place]));
    const failed = runWorld(engine, given, mixedCourse(courses, first, second, joined), short, engine.model.schemes.euler, keep);
    return failed < 0 ? paths : paths.map((path) => path.fill(NaN));
  };
  const levelsAhead = (paths, others) =>
    outcomes.map((_, each) => {
      const place = each + names.length - outcomes.length;
      return valueInYear(paths[place], times.saved, at) - valueInYear(others[place], times.saved, at);
    });
  const ahead = (paths, others) => {
    if (months === null) return levelsAhead(paths, others);
    return [monthsAt(paths[0], others[0], times.saved, months.since, at), ...levelsAhead(paths, others)];
  };
  return (world) => {
    const ends = [0n, everyone].map((coalition) => pathsOf(world, coalition));
    return (coalition) => {
      const paths = coalition === 0n ? ends[0] : coalition === everyone ? ends[1] : pathsOf(world, coalition);
      return { ahead: ends.map((end) => ahead(paths, end)) };
    };
  };
}

/**
 * What one world says of a dispute, from the standing of all coalitions that were asked.
 * @param {number} movers
 * @param {number} number of the world
 * @param {Map<bigint, Standing>} known
 * @returns {DisputeRow}
 */
export function disputeRow(movers, number, known) {
  const everyone = everyoneOf(movers);
  const orders = orderAndReverse(movers, number);
  const standing = (coalition, side) => known.get(coalition)?.ahead[side] ?? [];
  const eachMover = (read) => Array.from({ length: movers }, (_, mover) => read(mover));
  const figures = standing(everyone, 0).map((_, figure) => figure);
  return {
    whole: standing(everyone, 0),
    parts: figures.map((figure) =>
      addedIn(orders, (coalition) => (standing(coalition, 0)[figure] + standing(coalition, 1)[figure]) / 2),
    ),
    remains: [
      figures.map((figure) => eachMover((mover) => -standing(aloneIs(mover), 1)[figure])),
      figures.map((figure) => eachMover((mover) => standing(everyone - aloneIs(mover), 0)[figure])),
    ],
  };
}

/**
 * Means over worlds, each with its interval, and of each figure the concession that leaves least; null where no world gives numbers.
 * @param {{name: string}[]} movers
 * @param {string[]} figures
 * @param {DisputeRow[]} rows
 * @param {number} errors standard errors to either side
 */
export function joinedDispute(movers, figures, rows, errors) {
  const sound = rows.filter(({ whole, parts, remains }) => [...whole, ...parts.flat(), ...remains.flat(2)].every(Number.isFinite));
  if (sound.length === 0) return null;
  const told = (read) => meanWithin(sound.map(read), errors);
  const byFigure = figures.map((figure, at) => ({
    figure,
    whole: told(({ whole }) => whole[at]),
    parts: movers.map(({ name }, mover) => ({ name, ...told(({ parts }) => parts[at][mover]) })),
    concession: bestConcession(movers, sound, at, errors),
  }));
  return { worlds: sound.length, failed: rows.length - sound.length, figures: byFigure };
}

/**
 * The single thing by whose taking over the mean difference becomes least, the share of it that this closes, and what does as much as far
 * as these worlds can tell; null where the mean difference itself cannot be told from none.
 * @param {{name: string}[]} movers
 * @param {DisputeRow[]} rows
 * @param {number} figure
 * @param {number} errors
 */
export function bestConcession(movers, rows, figure, errors) {
  const whole = meanWithin(rows.map((row) => row.whole[figure]), errors);
  if (movers.length === 0 || (whole.low <= 0 && whole.high >= 0)) return null;
  const given = [0, 1].flatMap((side) =>
    movers.map(({ name }, mover) => {
      const values = rows.map(({ remains }) => remains[side][figure][mover]);
      return { side, name, values, remains: meanWithin(values, errors) };
    }),
  );
  const ordered = given.sort((one, other) => Math.abs(one.remains.mean) - Math.abs(other.remains.mean));
  const [best, ...others] = ordered.map((each) => ({ ...each, sizes: each.values.map((value) => value * Math.sign(each.remains.mean)) }));
  const alike = others.filter(({ sizes }) => meanWithin(sizes.map((size, row) => size - best.sizes[row]), errors).low <= 0);
  const asGood = alike.map(({ name }) => name).filter((name) => name !== best.name);
  return {
    side: alike.some(({ name }) => name === best.name) ? EITHER : best.side,
    mover: best.name,
    remains: best.remains,
    closes: 1 - Math.abs(best.remains.mean / whole.mean),
    asGood: [...new Set(asGood)],
  };
}
