/**
 * The laboratory's bench: long questions answered in slices, in a worker or, where there is none, between two frames of the page.
 *
 * A bench holds one part of the accepted worlds. A message {id, task, question} is answered by {id, found}, {id, fault} or, on
 * the way, {id, done}; {stop: id} gives a question up.
 *
 * @typedef {{clock: object, outcomes: string[], regimes: object, draws: Object<string, {prior: object, key: string}>,
 *   circuits: object[], groups: Object<string, string>, rules: import("../state/pack.js").Rules}} Laboratory
 */

import { countSound, isSameUntil, lessRuns, makeRuns, makeWorlds, sortedRows } from "./bands.js";
import { courseOfScenario, heldNumbers, makeCourses, nominalWorld } from "./courses.js";
import { makeEngine, timetable } from "./engine.js";
import { HELD_MODEL } from "./held_model.js";
import { MODEL } from "./model.js";
import { datesAfter, monthsOfWorlds } from "./months.js";
import { everyCoalition, givenOf, makePathwayRuns, pathwayShares } from "./pathways.js";
import { circuitShares, makeScorer, movingLinks, neighbouringMoments } from "./scores.js";
import { makeMixtures } from "./split.js";

/** Milliseconds of work between two looks at the messages. */
const SLICE = 12;
/** Scenarios whose runs are kept: the reader's, the one before, and the baseline under either's assumptions. */
const REMEMBERED = 4;

/** What a bench needs of the pack. */
export function laboratoryOf(pack) {
  const regimes = Object.fromEntries(
    Object.entries(pack.regimes).map(([name, { paths, partsAt }]) => [name, { paths, partsAt }]),
  );
  const draws = Object.fromEntries(
    Object.entries(pack.keys).map(([name, key]) => [name, { key, prior: pack.quantities[name].prior }]),
  );
  const circuits = pack.loops.filter(({ circuit }) => circuit).map(({ id, circuit }) => ({ id, ...circuit }));
  const groups = Object.fromEntries(
    (pack.levers ?? []).flatMap(({ group, levers }) => levers.map(({ name }) => [name, group])),
  );
  const { clock, outcomes, rules, pathways } = pack;
  return { clock, outcomes, regimes, draws, circuits, groups, rules, pathways };
}

/** The year until which every regime is history. */
function partingYear({ clock, regimes }) {
  return Math.min(clock.stop, ...Object.values(regimes).map(({ partsAt }) => partsAt ?? clock.start));
}

/** A bench for some worlds by number; `pause` lets others work for a moment. */
export function makeBench(laboratory, numbers, pause) {
  const engine = makeEngine(MODEL);
  const times = timetable(laboratory.clock);
  return {
    laboratory,
    engine,
    heldEngine: HELD_MODEL && makeEngine(HELD_MODEL),
    times,
    pause,
    courses: makeCourses(laboratory, engine, times),
    worlds: makeWorlds(engine, laboratory.draws, numbers),
    joint: Math.max(times.saved.findLastIndex((year) => year <= partingYear(laboratory)), 0),
    drawing: null,
    known: new Map(),
  };
}

/** Call `step(0)` up to `step(count - 1)`, pausing between slices; null as soon as the question is given up. */
async function inSlices(bench, count, step, progress) {
  let until = performance.now() + SLICE;
  for (let index = 0; index < count; index += 1) {
    step(index);
    if (performance.now() < until) continue;
    progress.report((index + 1) / count);
    await bench.pause();
    if (progress.isStopped()) return null;
    until = performance.now() + SLICE;
  }
  return count;
}

/** Draw the worlds, once, for everyone who asks. */
function drawWorlds(bench) {
  bench.drawing ??= inSlices(bench, bench.engine.given.length, bench.worlds.fill, { report: () => {}, isStopped: () => false });
  return bench.drawing;
}

function armOf(bench, scenario) {
  return { course: courseOfScenario(bench.courses, scenario), held: heldNumbers(bench.engine, scenario) };
}

/**
 * Every world here under a scenario, remembered with all outcomes, so that whoever asks for another one need not wait. Questions
 * that need the same runs share them, and the runs are given up when all of these are.
 */
async function worldRuns(bench, scenario, names, progress) {
  const key = JSON.stringify(scenario);
  const holds = (each) => names.every((name) => each.names.has(name));
  let runs = bench.known.get(key);
  if (runs === undefined || !holds(runs)) {
    runs = startRuns(bench, scenario, new Set([...bench.laboratory.outcomes, ...names]));
  }
  remember(bench.known, key, runs);
  runs.askers.push(progress);
  const values = await runs.values;
  if (values === null && bench.known.get(key) === runs) bench.known.delete(key);
  if (progress.isStopped()) return null;
  return values ?? worldRuns(bench, scenario, names, progress);
}

/** Runs under way: `values` is a promise of columns by name, or of null where every asker gave them up; `done` the runs then. */
function startRuns(bench, scenario, names) {
  const askers = [];
  const started = { names, askers, done: /** @type {any} */ (null), values: /** @type {any} */ (null), assumptions: JSON.stringify(scenario.assumptions) };
  const together = {
    isStopped: () => askers.every((each) => each.isStopped()),
    report: (done) => askers.forEach((each) => each.report(done)),
  };
  const work = async () => {
    await drawWorlds(bench);
    const arm = armOf(bench, scenario);
    const earlier = earlierRuns(bench, started, arm.course);
    const runs = makeRuns(bench.engine, bench.worlds, arm, bench.times, [...names], bench.joint, earlier);
    if ((await inSlices(bench, runs.count, runs.step, together)) === null) return null;
    started.done = runs;
    return runs.values;
  };
  started.values = work();
  return started;
}

/** Runs of the same worlds that part from these only after the joint, or null. */
function earlierRuns(bench, { names, assumptions }, course) {
  const step = bench.joint * bench.times.stride;
  const fits = ({ done, ...each }) =>
    done !== null &&
    each.assumptions === assumptions &&
    [...names].every((name) => each.names.has(name)) &&
    isSameUntil(done.course, course, step, bench.engine.driven.length);
  return [...bench.known.values()].find(fits)?.done ?? null;
}

/** Keep a value under a key, and let go the one that was asked for longest ago. */
function remember(known, key, value) {
  known.delete(key);
  if (known.size >= REMEMBERED) known.delete(known.keys().next().value);
  known.set(key, value);
}

/** Values by year and world of a scenario, less those of another where there is one. */
async function valuesOf(bench, { scenario, against, names }, progress) {
  const halves = (from) => ({ ...progress, report: (done) => progress.report(against ? from + done / 2 : done) });
  const runs = await worldRuns(bench, scenario, names, halves(0));
  const others = runs && against ? await worldRuns(bench, against, names, halves(0.5)) : null;
  if (runs === null || (against && others === null)) return null;
  return names.map((name) => (others ? lessRuns(runs[name], others[name]) : runs[name]));
}

/** Sorted rows of values, a part of a band. */
async function bandPart(bench, question, progress) {
  const count = bench.worlds.numbers.length;
  const found = await valuesOf(bench, question, progress);
  const values = found?.map((each) => sortedRows(each, count));
  return values ? { count, sound: countSound(values[0], count), values } : null;
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

/** Shares of the pathways in each of the first worlds here. */
async function sharesPart(bench, { before, after, asked, worlds }, progress) {
  await drawWorlds(bench);
  const runsIn = makePathwayRuns(bench, before, after, asked);
  const all = everyCoalition(bench.laboratory.pathways.parts);
  const count = Math.min(worlds, bench.worlds.numbers.length);
  const values = new Float64Array(all.length * count);
  let monthsUnder = (_) => NaN;
  const step = (place) => {
    const [world, coalition] = [Math.floor(place / all.length), place % all.length];
    if (coalition === 0) monthsUnder = runsIn(givenOf(bench.engine, bench.worlds, after, world));
    values[place] = monthsUnder(coalition);
  };
  if ((await inSlices(bench, values.length, step, progress)) === null) return null;
  const rows = Array.from({ length: count }, (_, world) => values.subarray(world * all.length, (world + 1) * all.length));
  return { shares: rows.map((row) => pathwayShares(row)) };
}

/** The values of some mixtures of two scenarios. */
async function mixturePart(bench, { before, after, movers, outcomes, year, coalitions }, progress) {
  const valuesOf = makeMixtures(bench.courses, bench.engine, before, after, movers, outcomes, year);
  const values = [];
  return (await inSlices(bench, coalitions.length, (index) => values.push(valuesOf(coalitions[index])), progress)) && { values };
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

/** The score of every link in a saved year. */
async function linkStrengths(bench, { scenario, year }) {
  const { years, pairs } = momentsOf(bench, scenario, bench.laboratory.clock.save);
  if (pairs.length === 0) return { year, links: [] };
  const at = rowNear(years, year);
  const { before, now } = pairs[at];
  const scorer = makeScorer(bench.engine, bench.laboratory.rules.loops.resolution);
  return { year: years[at], links: movingLinks(MODEL).map(({ from, to }) => ({ from, to, score: scorer(before, now, from, to) })) };
}

const TASKS = { bandPart, samplePart, aheadPart, coalitionPart, sharesPart, mixturePart, loopShares, linkStrengths, drawWorlds };

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
