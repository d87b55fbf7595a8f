/** Who does the long work: a few workers made from the page's own text, or the page itself where a browser allows none. */

import { answer, makeBench, makePause } from "./worker.js";

/** Where in the page's program its own part begins; what stands before it is enough for a worker. */
const BOUNDARY = "\n/* the page */\n";
const MOST_WORKERS = 4;

/** A crew that knows the laboratory; each member holds a stretch of the accepted worlds. */
export function makeCrew(laboratory, numbers, { spawn = spawnFromPage, workers = coresLeft() } = {}) {
  const members = spawn === null ? [] : hire(spawn, workers);
  const benches = members.length > 0 ? members : [employPage(laboratory, numbers)];
  benches.forEach((member, place) => {
    const from = Math.round((place * numbers.length) / benches.length);
    const to = Math.round(((place + 1) * numbers.length) / benches.length);
    member.start(laboratory, numbers.slice(from, to));
    member.ask("drawWorlds", null, {}).catch(() => {});
  });
  let turn = 0;
  return {
    askAll: (task, questionFor, signal, progress) => {
      const shares = benches.map(() => 0);
      const report = (place) => (done) => {
        shares[place] = done;
        progress(shares.reduce((sum, each) => sum + each, 0) / shares.length);
      };
      return Promise.all(
        benches.map((member, place) => member.ask(task, questionFor(place, benches.length), { signal, report: progress && report(place) })),
      );
    },
    askOne: (task, question, signal) => benches[turn++ % benches.length].ask(task, question, { signal }),
    stop: () => benches.forEach((member) => member.leave()),
  };
}

function coresLeft() {
  return Math.max(1, Math.min(MOST_WORKERS, globalThis.navigator?.hardwareConcurrency ?? 2));
}

/** A worker that runs the page's own program up to the part that draws. */
function spawnFromPage() {
  const text = document.getElementById("program").textContent.split(BOUNDARY)[0];
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
    waiting.forEach(({ reject }) => reject(new Error(event.message ?? "the worker failed")));
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
  let bench = null;
  return {
    start: (laboratory, numbers) => {
      bench = makeBench(laboratory, numbers, makePause());
    },
    ask: async (task, question, { signal, report }) => {
      const found = await answer(bench, task, question, { isStopped: () => signal?.aborted ?? false, report: report ?? (() => {}) });
      if (found === null || signal?.aborted) throw givenUp();
      return found;
    },
    leave: () => {},
  };
}
