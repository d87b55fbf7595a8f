/**
 * The laboratory's worker: long questions answered in slices, in a worker or, where there is none, between two frames of the page.
 *
 * A message {id, task, question} is answered by {id, found}, {id, fault} or, on the way, {id, done}; {stop: id} gives a question up.
 */

import { countSound, lessRuns, sortedRows } from "./bands.js";
import { drawWorlds, inSlices, makeBench, valuesOf, worldRuns } from "./bench.js";
import { courseOfScenario, nominalWorld } from "./courses.js";
import { coalitionsAsked, disputeRow, makeDisputeRuns } from "./disputed_worlds.js";
import { driversOf } from "./drivers.js";
import { timetable } from "./engine.js";
import { MODEL } from "./model.js";
import { datesAfter, monthsOfWorlds } from "./months.js";
import { drawnShares, givenOf, makePathwayRuns } from "./pathways.js";
import { drawnCoalitions } from "./shapley.js";
import { circuitShares, makeScorer, movingLinks, neighbouringMoments } from "./scores.js";
import { makeMixtures } from "./split.js";

/** Sorted rows of values, a part of a band. */
async function bandPart(bench, question, progress) {
  const count = bench.worlds.numbers.length;
  const found = await valuesOf(bench, question, progress);
  const values = found?.map((each) => sortedRows(each, count));
  return values ? { count, sound: countSound(values[0], count), values } : null;
}

/** Values by row of some of the worlds here under a scenario, if it was run before; nothing is run for them. */
async function knownPart(bench, { scenario, names, places }) {
  const { numbers } = bench.worlds;
  const runs = bench.known.get(JSON.stringify(scenario))?.done?.values;
  if (!runs) return { numbers: [], columns: null };
  const some = (values) => {
    const rows = Array.from({ length: values.length / numbers.length }, (_, row) => places.map((world) => values[row * numbers.length + world]));
    return Float64Array.from(rows.flat());
  };
  const columns = names.map((name) => some(runs[name]));
  return { numbers: places.map((world) => numbers[world]), columns };
}

/** The row of the year nearest to one. */
function rowNear(years, year) {
  return years.reduce((best, each, row) => (Math.abs(each - year) < Math.abs(years[best] - year) ? row : best), 0);
}

/** One number per world in a saved year. */
async function samplePart(bench, { name, year, scenario, against }, progress) {
  const count = bench.worlds.numbers.length;
  const row = rowNear(bench.times.saved, year);
  const found = await valuesOf(bench, { scenario, against, names: [name] }, progress);
  return found && { values: found[0].slice(row * count, (row + 1) * count) };
}

/**
 * Months by which a scenario stands ahead of another in one quantity, at every date after `since`, and the levels of both there:
 * sorted rows, each a part of a band.
 */
async function aheadPart(bench, { scenario, against, name, since }, progress) {
  const count = bench.worlds.numbers.length;
  const one = await worldRuns(bench, scenario, [name], { ...progress, report: (done) => progress.report(done / 2) });
  const two = one && (await worldRuns(bench, against, [name], { ...progress, report: (done) => progress.report((1 + done) / 2) }));
  if (one === null || two === null) return null;
  const years = bench.times.saved;
  const dates = datesAfter(years, since);
  const from = (years.length - dates.length) * count;
  const levels = [one[name].slice(from), two[name].slice(from)];
  const rows = [monthsOfWorlds(one[name], two[name], count, { years, since, dates }), lessRuns(...levels)];
  for (let at = 0; at < rows[0].length; at += 1) if (Number.isNaN(rows[1][at])) levels[0][at] = levels[1][at] = NaN;
  const values = [...rows, ...levels].map((each) => sortedRows(each, count));
  return { count, sound: countSound(values[0], count), values };
}

/** Months between two scenarios in the nominal world while only some pathways are at work, for each of some coalitions of these. */
async function coalitionPart(bench, { before, after, asked, coalitions }, progress) {
  const monthsUnder = makePathwayRuns(bench, before, after, asked)(givenOf(bench.engine, bench.worlds, after, -1));
  const values = [];
  return (await inSlices(bench, coalitions.length, (place) => values.push(monthsUnder(coalitions[place])), progress)) && { values };
}

/**
 * What is found in some of the worlds here, each from runs of the coalitions that it asks for; nobody comes first.
 * @param {any} bench
 * @param {number[]} places
 * @param {{coalitionsOf: (number: number) => bigint[], runsIn: (world: number) => (coalition: bigint) => any,
 *   rowOf: (number: number, known: Map<bigint, any>) => any}} game
 */
async function playedIn(bench, places, { coalitionsOf, runsIn, rowOf }, progress) {
  await drawWorlds(bench);
  const { numbers } = bench.worlds;
  const steps = places.flatMap((world, row) => coalitionsOf(numbers[world]).map((coalition) => ({ world, row, coalition })));
  const known = places.map(() => new Map());
  let valueOf = (_) => /** @type {any} */ (null);
  const step = (at) => {
    const { world, row, coalition } = steps[at];
    if (coalition === 0n) valueOf = runsIn(world);
    known[row].set(coalition, valueOf(coalition));
  };
  if ((await inSlices(bench, steps.length, step, progress)) === null) return null;
  return { rows: known.map((each, row) => rowOf(numbers[places[row]], each)) };
}

/** Shares of the pathways in some of the worlds here. */
async function sharesPart(bench, { before, after, asked, places }, progress) {
  const { parts } = bench.laboratory.pathways;
  const runsOf = makePathwayRuns(bench, before, after, asked);
  const game = {
    coalitionsOf: (number) => drawnCoalitions(parts.length, number),
    runsIn: (world) => runsOf(givenOf(bench.engine, bench.worlds, after, world)),
    rowOf: (number, known) => drawnShares(parts.length, number, known),
  };
  return playedIn(bench, places, game, progress);
}

/** The values of some mixtures of two scenarios. */
async function mixturePart(bench, { before, after, movers, outcomes, year, coalitions }, progress) {
  const valuesOf = makeMixtures(bench.courses, bench.engine, before, after, movers, outcomes, year);
  const values = [];
  return (await inSlices(bench, coalitions.length, (index) => values.push(valuesOf(coalitions[index])), progress)) && { values };
}

/** What each of some of the worlds here says of a dispute. */
async function disputePart(bench, { first, second, movers, asked, places }, progress) {
  const standingIn = makeDisputeRuns(bench, first, second, movers, asked);
  const { rows, width } = bench.worlds;
  const game = {
    coalitionsOf: (number) => coalitionsAsked(movers.length, number),
    runsIn: (world) => standingIn(rows.slice(world * width, (world + 1) * width)),
    rowOf: (number, known) => disputeRow(movers.length, number, known),
  };
  return playedIn(bench, places, game, progress);
}

/** Neighbouring moments of the nominal world; none where it leaves the numbers. */
function momentsOf({ laboratory, engine, courses }, scenario, save) {
  const times = timetable({ ...laboratory.clock, save });
  const course = courseOfScenario({ ...courses, times }, scenario);
  const pairs = neighbouringMoments(engine, nominalWorld(engine, scenario), course, times) ?? [];
  return { years: times.saved.slice(1, pairs.length + 1), pairs };
}

/** Signed shares of the named loops in the nominal world. */
async function loopShares(bench, { scenario, save }) {
  const { circuits, rules } = bench.laboratory;
  const { years, pairs } = momentsOf(bench, scenario, save);
  return { years, loops: circuitShares(bench.engine, pairs, circuits, rules.loops.resolution) };
}

/** What drives each of some quantities in a saved year: weights by stock, and by loop its share. */
async function driversIn(bench, { scenario, year, names }) {
  const { circuits, rules, clock } = bench.laboratory;
  const { years, pairs } = momentsOf(bench, scenario, clock.save);
  if (pairs.length === 0) return { drivers: [] };
  const at = rowNear(years, year);
  const found = names.map((name) => driversOf(bench.engine, pairs[at], name, circuits, rules.loops.resolution));
  return { drivers: found };
}

/** The score of every link in a saved year. */
async function linkStrengths(bench, { scenario, year }) {
  const { years, pairs } = momentsOf(bench, scenario, bench.laboratory.clock.save);
  if (pairs.length === 0) return { year, links: [] };
  const at = rowNear(years, year);
  const { before, now } = pairs[at];
  const scorer = makeScorer(bench.engine, bench.laboratory.rules.loops.resolution);
  return { year: years[at], links: movingLinks(MODEL).map(({ from, to }) => ({ from, to, score: scorer(before, now, from, to) })) };
}

const TASKS = { bandPart, knownPart, samplePart, aheadPart, coalitionPart, sharesPart, mixturePart, disputePart, loopShares, driversIn, linkStrengths, drawWorlds };

/** Answer one question, or null where it was given up. */
export async function answer(bench, task, question, progress) {
  return TASKS[task](bench, question, progress);
}

/** A pause that lets messages in at once, where a timer would wait. */
export function makePause() {
  return () =>
    /** @type {Promise<void>} */ (new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }));
}

/** Serve as a worker: the first message brings the laboratory and the worlds. */
export function serveWorker(scope = self) {
  const stopped = new Set();
  /** @type {any} */
  let bench = null;
  scope.onmessage = async ({ data }) => {
    if (data.stop !== undefined) stopped.add(data.stop);
    if (data.laboratory !== undefined) bench = makeBench(data.laboratory, data.numbers, makePause());
    if (data.task === undefined) return;
    const { id, task, question, isTold } = data;
    const report = (done) => isTold && scope.postMessage({ id, done });
    const progress = { isStopped: () => stopped.has(id), report };
    try {
      const found = await answer(bench, task, question, progress);
      scope.postMessage({ id, found }, buffersOf(found));
    } catch (error) {
      scope.postMessage({ id, fault: String(error?.message ?? error) });
    }
    stopped.delete(id);
  };
}

/** The memory of an answer, handed over instead of copied. */
function buffersOf(found) {
  return (Array.isArray(found?.values) ? found.values : []).filter(ArrayBuffer.isView).map(({ buffer }) => buffer);
}
