/** The laboratory as the page asks it: one run at once, and long questions shared out over workers. */

import { bandsOf } from "./bands.js";
import { laboratoryOf } from "./bench.js";
import { courseOfScenario, makeCourses, nominalWorld } from "./courses.js";
import { heldNumber, joinedDispute, worldsFor } from "./disputed_worlds.js";
import { drawNumbers } from "./draws.js";
import { makeEngine, runOnce, timetable } from "./engine.js";
import { faultsOf } from "./faults.js";
import { MODEL } from "./model.js";
import { makeCrew, spreadPlaces } from "./crew.js";
import { joinedMonths, joinedShares } from "./joined_months.js";
import { everyCoalition, pathwayShares } from "./pathways.js";
import { makeSmoother } from "./smoother.js";
import { coalitionsFor, moversBetween, splitOf } from "./split.js";

/** Milliseconds within which a second question means that the reader is still moving, and how long long work then waits. */
const HURRY = 400;
const REST = 150;
/** Runs by which the engine is warmed while the reader looks, and milliseconds that one may need. */
const WARMING = 40;
const ROOM = 8;
/** Worlds that follow a moving assumption. */
const SMOOTHED = 500;
/** In front of an outcome's name where months are told of it. */
export const MONTHS_OF = "months:";

/**
 * A laboratory over the pack. `spawn()` makes a worker that serves; without one the page does all the work itself, in slices.
 *
 * @param {{spawn?: (() => Worker)|null, workers?: number}} [how]
 */
export function startLab(pack, how) {
  const laboratory = laboratoryOf(pack);
  const engine = makeEngine(MODEL);
  const times = timetable(pack.clock);
  const self = {
    pack,
    engine,
    times,
    courses: makeCourses(laboratory, engine, times),
    crew: makeCrew(laboratory, pack.accepted, how),
    drawn: new Map(),
    asked: -Infinity,
  };
  warmUp(self, WARMING);
  return {
    run: (scenario, names) => run(self, scenario, names),
    bands: (scenario, names, signal, against, progress) => bands(self, { scenario, names, against }, signal, progress),
    smoother: (scenario, assumption, names, signal) => smoother(self, { scenario, assumption, names }, signal),
    samples: (scenario, name, year, signal, against) => samples(self, { scenario, name, year, against }, signal),
    worlds: () => worlds(self),
    months: (scenario, against, about, signal) => monthsOver(self, { scenario, against, ...about }, signal),
    why: (before, after, asked, signal) => whyNominal(self, { before, after, asked }, signal),
    whyOfWorlds: (before, after, asked, worlds, signal) => whyOverWorlds(self, { before, after, asked, worlds }, signal),
    split: (before, after, outcomes, year, signal) => split(self, { before, after, outcomes, year }, signal),
    dispute: (first, second, asked, signal) => dispute(self, { first, second, asked }, signal),
    loopShares: async (scenario, signal) =>
      self.crew.askOne("loopShares", { scenario: checked(self, scenario), save: pack.rules.loops.save }, signal),
    drivers: async (scenario, year, names, signal) =>
      self.crew.askOne("driversIn", { scenario: checked(self, scenario), year, names }, signal),
    linkStrengths: async (scenario, year, signal) =>
      self.crew.askOne("linkStrengths", { scenario: checked(self, scenario), year }, signal),
    faults: (scenario) => faultsOf(pack, scenario),
    stop: () => self.crew.stop(),
  };
}

/** Run a little whenever the browser is idle, so that the first slider moves as fast as the last. */
function warmUp(self, left) {
  const [regime] = Object.keys(self.pack.regimes);
  globalThis.requestIdleCallback?.((deadline) => {
    let ran = 0;
    while (ran < left && (ran === 0 || deadline.timeRemaining() > ROOM)) {
      run(self, { regime }, []);
      ran += 1;
    }
    if (ran < left) warmUp(self, left - ran);
  });
}

/** The scenario if nothing is wrong with it, else an error in four parts. */
function checked(self, scenario) {
  const [fault] = faultsOf(self.pack, scenario);
  if (fault !== undefined) throw Object.assign(new Error(fault.what), fault);
  return plain(scenario);
}

/** What of a scenario changes numbers, ready to be sent. */
function plain({ regime, levers = {}, assumptions = {} }) {
  return { regime, levers: { ...levers }, assumptions: { ...assumptions } };
}

/** One run of the nominal world; NaN from the year on in which it leaves the numbers. */
function run(self, scenario, names) {
  const { engine, courses } = self;
  const known = checked(self, scenario);
  const found = runOnce(engine, nominalWorld(engine, known), courseOfScenario(courses, known), self.pack.clock, names);
  if (found.failed >= 0) {
    const first = Math.ceil(found.failed / self.times.stride);
    names.forEach((name) => found.values[name].fill(NaN, first));
  }
  return { years: found.years, values: found.values };
}

/** Wait while the reader is still moving, so that workers leave the processor to the page; a question given up asks nothing. */
async function unhurried(self, signal) {
  const now = performance.now();
  const isHurried = now - self.asked < HURRY;
  self.asked = now;
  if (isHurried && !signal?.aborted) await new Promise((resolve) => setTimeout(resolve, REST));
}

/** Bands over the accepted worlds; with `against`, of what the scenario adds to that one in the same world. */
async function bands(self, { scenario, names, against }, signal, progress) {
  const question = { scenario: checked(self, scenario), names, against: against ? checked(self, against) : null };
  await unhurried(self, signal);
  const parts = await self.crew.askAll("bandPart", () => question, signal, progress);
  const rows = self.times.saved.length;
  const values = {};
  names.forEach((name, place) => {
    const rowsOf = parts.map(({ count, sound, values: each }) => ({ count, sound, values: each[place] }));
    values[name] = bandsOf(rowsOf, rows, self.pack.rules.band);
  });
  const sound = parts.reduce((sum, part) => sum + part.sound, 0);
  const drawn = parts.reduce((sum, part) => sum + part.count, 0);
  return { years: self.times.saved, worlds: sound, failed: drawn - sound, values };
}

/**
 * What bands do at once when an assumption moves that the scenario leaves open, from worlds that were run before; null where none were.
 * For a preview alone.
 */
async function smoother(self, { scenario, assumption, names }, signal) {
  const question = { scenario: checked(self, scenario), names };
  const part = (worker, workers) => ({ ...question, places: placesOfSome(self, SMOOTHED, worker, workers) });
  const parts = await self.crew.askAll("knownPart", part, signal);
  if (parts.some(({ columns }) => columns === null)) return null;
  const { prior } = self.pack.quantities[assumption];
  const numbers = Int32Array.from(parts.flatMap((each) => each.numbers));
  const columns = Object.fromEntries(names.map((name, place) => [name, joinedRows(parts, place)]));
  return makeSmoother(columns, drawNumbers(prior, self.pack.keys[assumption], numbers), self.pack.rules.band);
}

/** Columns of several stretches of worlds, row by row, as one. */
function joinedRows(parts, place) {
  const counts = parts.map(({ numbers }) => numbers.length);
  const count = counts.reduce((sum, each) => sum + each, 0);
  const rows = parts[0].columns[place].length / counts[0];
  const found = new Float64Array(rows * count);
  let before = 0;
  parts.forEach(({ columns }, part) => {
    for (let row = 0; row < rows; row += 1) {
      found.set(columns[place].subarray(row * counts[part], (row + 1) * counts[part]), row * count + before);
    }
    before += counts[part];
  });
  return found;
}

function placesOfSome({ pack }, wanted, worker, workers) {
  return spreadPlaces(wanted, pack.accepted.length, worker, workers);
}

/** Months by which a scenario stands ahead of another in each accepted world, told by quantiles; `about` names the quantity and the year since. */
async function monthsOver(self, { scenario, against, name, since }, signal) {
  const question = { scenario: checked(self, scenario), against: checked(self, against), name, since };
  await unhurried(self, signal);
  const parts = await self.crew.askAll("aheadPart", () => question, signal);
  return joinedMonths(parts, self.times.saved, since, self.pack.rules.band);
}

/** What each pathway adds to the months between two scenarios in the nominal world. */
async function whyNominal(self, { before, after, asked }, signal) {
  const all = everyCoalition(self.pack.pathways.parts);
  const [first, second] = [checked(self, before), checked(self, after)];
  const part = (worker, workers) => ({
    before: first,
    after: second,
    asked,
    coalitions: all.filter((_, place) => place % workers === worker),
  });
  const parts = await self.crew.askAll("coalitionPart", part, signal);
  return pathwayShares(all.map((_, place) => parts[place % parts.length].values[Math.floor(place / parts.length)]));
}

/** The same over so many of the accepted worlds: means, each with its interval. */
async function whyOverWorlds(self, { before, after, asked, worlds }, signal) {
  const [first, second] = [checked(self, before), checked(self, after)];
  const part = (worker, workers) => ({ before: first, after: second, asked, places: placesOfSome(self, worlds, worker, workers) });
  await unhurried(self, signal);
  const parts = await self.crew.askAll("sharesPart", part, signal);
  return joinedShares(parts, self.pack.rules.verdict.errors);
}

/** One number per accepted world in a saved year; NaN where the world leaves the numbers. */
async function samples(self, { scenario, name, year, against }, signal) {
  const question = { scenario: checked(self, scenario), against: against ? checked(self, against) : null, name, year };
  const parts = await self.crew.askAll("samplePart", () => question, signal);
  return joined(parts.map(({ values }) => values));
}

function joined(arrays) {
  const found = new Float64Array(arrays.reduce((sum, each) => sum + each.length, 0));
  let at = 0;
  for (const each of arrays) {
    found.set(each, at);
    at += each.length;
  }
  return found;
}

/** The accepted worlds: their numbers, and what any drawn number is in each. */
function worlds({ pack, drawn }) {
  const value = (name) => {
    if (!Object.hasOwn(pack.keys, name)) throw new RangeError(`${name} is the same in every world`);
    if (!drawn.has(name)) drawn.set(name, drawNumbers(pack.quantities[name].prior, pack.keys[name], pack.accepted));
    return drawn.get(name);
  };
  return { numbers: pack.accepted, value };
}

/** Shapley's shares of what changed between two scenarios in the nominal world. */
async function split(self, { before, after, outcomes, year }, signal) {
  const question = { before: checked(self, before), after: checked(self, after), outcomes, year };
  const movers = moversBetween(self.courses, self.engine, question.before, question.after);
  const coalitions = coalitionsFor(movers.length);
  const part = (worker, workers) => ({
    ...question,
    movers,
    coalitions: coalitions.filter((_, place) => place % workers === worker),
  });
  const parts = await self.crew.askAll("mixturePart", part, signal);
  const valuesAt = (place) => parts[place % parts.length].values[Math.floor(place / parts.length)];
  return splitOf(movers, outcomes, year, new Map(coalitions.map((each, place) => [each, valuesAt(place)])));
}

/** Where two scenarios part, over as many of the accepted worlds as there is time for. */
async function dispute(self, { first, second, asked }, signal) {
  const question = { first: checked(self, first), second: checked(self, second), asked };
  const movers = moversBetween(self.courses, self.engine, question.first, question.second, heldNumber);
  if (movers.length === 0) return { worlds: 0, failed: 0, figures: [] };
  const part = (worker, workers) => ({ ...question, movers, places: placesOfSome(self, worldsFor(movers.length), worker, workers) });
  const parts = await self.crew.askAll("disputePart", part, signal);
  const figures = [...(asked.months ? [MONTHS_OF + asked.months.outcome] : []), ...asked.outcomes];
  const rows = parts.flatMap((each) => each.rows);
  return joinedDispute(movers, figures, rows, self.pack.rules.verdict.errors);
}
