/**
 * The bench on which long questions are worked at: the engine, a part of the accepted worlds, and the runs that are remembered.
 *
 * @typedef {{clock: object, outcomes: string[], regimes: object, draws: Object<string, {prior: object, key: string}>,
 *   circuits: object[], groups: Object<string, string>, rules: import("../state/pack.js").Rules}} Laboratory
 */

import { isSameUntil, lessRuns, makeRuns, makeWorlds } from "./bands.js";
import { courseOfScenario, heldNumbers, makeCourses } from "./courses.js";
import { makeEngine, timetable } from "./engine.js";
import { HELD_MODEL } from "./held_model.js";
import { MODEL } from "./model.js";

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
export async function inSlices(bench, count, step, progress) {
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
export function drawWorlds(bench) {
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
export async function worldRuns(bench, scenario, names, progress) {
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
export async function valuesOf(bench, { scenario, against, names }, progress) {
  const halves = (from) => ({ ...progress, report: (done) => progress.report(against ? from + done / 2 : done) });
  const runs = await worldRuns(bench, scenario, names, halves(0));
  const others = runs && against ? await worldRuns(bench, against, names, halves(0.5)) : null;
  if (runs === null || (against && others === null)) return null;
  return names.map((name) => (others ? lessRuns(runs[name], others[name]) : runs[name]));
}
