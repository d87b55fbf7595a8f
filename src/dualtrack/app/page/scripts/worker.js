/**
 * The laboratory's bench: long questions answered in slices, in a worker or, where there is none, between two frames of the page.
 *
 * A bench holds one part of the accepted worlds. A message {id, task, question} is answered by {id, found}, {id, fault} or, on the
 * way, {id, done}; {stop: id} gives a question up.
 *
 * @typedef {{clock: object, regimes: object, draws: Object<string, {prior: object, key: string}>, circuits: object[],
 *   groups: Object<string, string>}} Laboratory
 */

import { makeRuns, makeWorlds, sortedRows } from "./bands.js";
import { courseOfScenario, heldNumbers, makeCourses, nominalWorld } from "./courses.js";
import { makeEngine, timetable } from "./engine.js";
import { MODEL } from "./model.js";
import { circuitShares, makeScorer, movingLinks, neighbouringMoments } from "./scores.js";
import { makeMixtures } from "./split.js";

/** Milliseconds of work between two looks at the messages. */
const SLICE = 12;
/** Answers kept, so that a question asked again costs nothing. */
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
  return { clock: pack.clock, regimes, draws, circuits, groups };
}

/** A bench for some worlds by number; `pause` lets others work for a moment. */
export function makeBench(laboratory, numbers, pause) {
  const engine = makeEngine(MODEL);
  const times = timetable(laboratory.clock);
  return {
    laboratory,
    engine,
    times,
    pause,
    courses: makeCourses(laboratory, engine, times),
    worlds: makeWorlds(engine, laboratory.draws, numbers),
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

/** The runs of all worlds here, remembered by question: values by year and world, and how many worlds stayed numbers. */
async function worldRuns(bench, { scenario, against, names }, progress) {
  const key = JSON.stringify([scenario, against, names]);
  if (bench.known.has(key)) return bench.known.get(key);
  await drawWorlds(bench);
  if (progress.isStopped()) return null;
  const arms = [scenario, ...(against ? [against] : [])].map((each) => armOf(bench, each));
  const runs = makeRuns(bench.engine, bench.worlds, arms, bench.times, names);
  let sound = 0;
  if ((await inSlices(bench, runs.count, (world) => (sound += Number(runs.step(world))), progress)) === null) return null;
  const found = { count: runs.count, sound, values: runs.values };
  if (bench.known.size >= REMEMBERED) bench.known.delete(bench.known.keys().next().value);
  bench.known.set(key, found);
  return found;
}

/** Sorted rows of values, a part of a band. */
async function bandPart(bench, question, progress) {
  const runs = await worldRuns(bench, question, progress);
  return runs && { count: runs.count, sound: runs.sound, values: runs.values.map((each) => sortedRows(each, runs.count)) };
}

/** One number per world in a saved year. */
async function samplePart(bench, { scenario, against, name, year }, progress) {
  const runs = await worldRuns(bench, { scenario, against, names: [name] }, progress);
  const row = bench.times.saved.indexOf(year);
  return runs && { values: runs.values[0].slice(row * runs.count, (row + 1) * runs.count) };
}

/** The values of some mixtures of two scenarios. */
async function mixturePart(bench, { before, after, movers, outcomes, year, coalitions }, progress) {
  const valuesOf = makeMixtures(bench.courses, bench.engine, before, after, movers, outcomes, year);
  const values = [];
  return (await inSlices(bench, coalitions.length, (index) => values.push(valuesOf(coalitions[index])), progress)) && { values };
}

function momentsOf(bench, scenario, save) {
  const times = timetable({ ...bench.laboratory.clock, save });
  const courses = { ...bench.courses, times };
  const pairs = neighbouringMoments(bench.engine, nominalWorld(bench.engine, scenario), courseOfScenario(courses, scenario), times);
  return { years: times.saved.slice(1), pairs: pairs ?? [] };
}

/** Signed shares of the named loops in the nominal world. */
async function loopShares(bench, { scenario, save }) {
  const { years, pairs } = momentsOf(bench, scenario, save);
  return { years, loops: circuitShares(bench.engine, pairs, bench.laboratory.circuits) };
}

/** The score of every link in a saved year. */
async function linkStrengths(bench, { scenario, year }) {
  const { years, pairs } = momentsOf(bench, scenario, bench.laboratory.clock.save);
  const at = Math.max(years.indexOf(year), 0);
  const scorer = makeScorer(bench.engine);
  const links = movingLinks(MODEL).map(({ from, to }) => ({ from, to, score: scorer(pairs[at].before, pairs[at].now, from, to) }));
  return { year: years[at], links };
}

const TASKS = { bandPart, samplePart, mixturePart, loopShares, linkStrengths, drawWorlds };

/** Answer one question, or null where it was given up. */
export async function answer(bench, task, question, progress) {
  return TASKS[task](bench, question, progress);
}

/** A pause that lets messages in at once, where a timer would wait. */
export function makePause() {
  return () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
}

/** Serve as a worker: the first message brings the laboratory and the worlds. */
export function serveWorker(scope = self) {
  const stopped = new Set();
  let bench = null;
  scope.onmessage = async ({ data }) => {
    if (data.stop !== undefined) stopped.add(data.stop);
    if (data.laboratory !== undefined) bench = makeBench(data.laboratory, data.numbers, makePause());
    if (data.task === undefined) return;
    const { id, task, question } = data;
    const progress = { isStopped: () => stopped.has(id), report: (done) => scope.postMessage({ id, done }) };
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
