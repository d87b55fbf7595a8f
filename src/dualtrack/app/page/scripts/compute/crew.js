/** Who does the long work: a few workers made from the page's own text, or the page itself where a browser allows none. */

import { makeBench } from "./bench.js";
import { answer, makePause } from "./worker.js";

/** Where in the page's program its own part begins; what stands before it is enough for a worker. */
const BOUNDARY = "\n/* the page */\n";
const MOST_WORKERS = 4;
/** The name of the error with which a worker ends that cannot go on. */
const WORKER_FAILED = "WorkerFailed";

/**
 * A crew that knows the laboratory; each member holds a stretch of the accepted worlds. Where workers fail the page steps in.
 *
 * @param {any} laboratory
 * @param {Int32Array} numbers
 * @param {{spawn?: (() => Worker) | null, workers?: number}} [how] without `spawn` by workers made of the page's own text
 */
export function makeCrew(laboratory, numbers, { spawn = spawnFromPage, workers = coresLeft() } = {}) {
  const crew = { members: /** @type {any[]} */ ([]), turn: 0 };
  const employ = (members) => {
    crew.members.forEach((member) => member.leave());
    crew.members = members;
    members.forEach((member, place) => {
      member.start(laboratory, numbers.slice(...stretchOf(numbers.length, place, members.length)));
      withoutFailure((those) => those[place]?.ask("drawWorlds", null, {})).catch(() => {});
    });
  };
  const withoutFailure = async (question) => {
    const { members } = crew;
    try {
      return await question(members);
    } catch (error) {
      if (error.name !== WORKER_FAILED) throw error;
      if (crew.members === members) employ([employPage()]);
      return question(crew.members);
    }
  };
  const hired = spawn === null ? [] : hire(spawn, workers);
  employ(hired.length > 0 ? hired : [employPage()]);
  return {
    askAll: (task, questionFor, signal, progress) =>
      withoutFailure((members) => {
        const report = reporter(members.length, progress);
        const ask = (member, place) => member.ask(task, questionFor(place, members.length), { signal, report: report(place) });
        return Promise.all(members.map(ask));
      }),
    askOne: (task, question, signal) =>
      withoutFailure((members) => members[crew.turn++ % members.length].ask(task, question, { signal })),
    stop: () => crew.members.forEach((member) => member.leave()),
  };
}

/**
 * Where the stretch of a member begins and ends among so many worlds.
 * @param {number} count
 * @param {number} member
 * @param {number} members
 * @returns {[number, number]}
 */
export function stretchOf(count, member, members) {
  return [Math.round((member * count) / members), Math.round(((member + 1) * count) / members)];
}

/**
 * The places, in a member's own stretch, of some worlds spread evenly over all: the same worlds however many members there are.
 * @param {number} wanted
 * @param {number} count
 * @param {number} member
 * @param {number} members
 */
export function spreadPlaces(wanted, count, member, members) {
  const [from, to] = stretchOf(count, member, members);
  const most = Math.min(wanted, count);
  const all = Array.from({ length: most }, (_, each) => Math.floor((each * count) / most));
  return all.filter((place) => place >= from && place < to).map((place) => place - from);
}

/** For each member a report of its own part done; `progress` hears the mean. */
function reporter(members, progress) {
  const shares = new Float64Array(members);
  return (place) =>
    progress &&
    ((done) => {
      shares[place] = done;
      progress(shares.reduce((sum, each) => sum + each, 0) / members);
    });
}

function coresLeft() {
  return Math.max(1, Math.min(MOST_WORKERS, globalThis.navigator?.hardwareConcurrency ?? 2));
}

/** A worker that runs the page's own program up to the part that draws. */
function spawnFromPage() {
  const [text] = /** @type {HTMLElement} */ (document.getElementById("program")).textContent.split(BOUNDARY);
  const address = URL.createObjectURL(new Blob([`${text}\nserveWorker();\n`], { type: "text/javascript" }));
  return new Worker(address);
}

/** Workers, or none where the browser refuses them. */
function hire(spawn, workers) {
  try {
    return Array.from({ length: workers }, () => employWorker(spawn()));
  } catch {
    return [];
  }
}

/** The error of a question that was given up. */
function givenUp() {
  return new DOMException("the question was given up", "AbortError");
}

function employWorker(worker) {
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data: { id, done, found, fault } }) => {
    const { resolve, reject, report } = waiting.get(id) ?? {};
    if (resolve === undefined) return;
    if (done !== undefined) return report?.(done);
    waiting.delete(id);
    if (fault !== undefined) reject(new Error(fault));
    else if (found === null) reject(givenUp());
    else resolve(found);
  };
  const fail = (event) => {
    const error = Object.assign(new Error(event.message ?? "the worker failed"), { name: WORKER_FAILED });
    waiting.forEach(({ reject }) => reject(error));
    waiting.clear();
  };
  worker.onerror = fail;
  return {
    start: (laboratory, numbers) => worker.postMessage({ laboratory, numbers }),
    ask: (task, question, { signal, report }) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(givenUp());
        const id = (last += 1);
        waiting.set(id, { resolve, reject, report });
        const stop = () => {
          if (!waiting.delete(id)) return;
          worker.postMessage({ stop: id });
          reject(givenUp());
        };
        signal?.addEventListener("abort", stop, { once: true });
        worker.postMessage({ id, task, question, isTold: report !== undefined });
      }),
    leave: () => worker.terminate(),
  };
}

/** The page as its own worker. */
function employPage() {
  /** @type {any} */
  let bench = null;
  return {
    start: (laboratory, numbers) => {
      bench = makeBench(laboratory, numbers, makePause());
    },
    ask: async (task, question, { signal, report }) => {
      const progress = { isStopped: () => signal?.aborted ?? false, report: report ?? (() => {}) };
      const found = await answer(bench, task, question, progress);
      if (found === null || signal?.aborted) throw givenUp();
      return found;
    },
    leave: () => {},
  };
}
