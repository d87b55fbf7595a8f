// The runs that the figures share, each computed once: the reader's scenario, the baseline, the kept ones; and their bands.
import { courseText } from "../compute/paths.js";
import { ownScenario } from "./store.js";

const MOST_REMEMBERED = 24;

/**
 * Runs by scenario, remembered; and bands, of which only the latest asked for is awaited.
 * @param {{pack: Pack, lab: Lab}} context
 */
export function createRuns({ pack, lab }) {
  const runs = new Map();
  const bands = new Map();
  /** @type {any} */
  let asking = null;
  const cancel = () => {
    asking?.stop.abort();
    asking = null;
  };
  const bandKey = (scenario, names, minus) => JSON.stringify([keyOf(scenario), names, minus === null ? null : keyOf(minus)]);
  return {
    of(scenario) {
      return remembered(runs, keyOf(scenario), () => lab.run(scenario, pack.outcomes));
    },
    bands(scenario, names, minus = null) {
      const key = bandKey(scenario, names, minus);
      if (asking?.key === key) return asking.found;
      cancel();
      if (bands.has(key)) return Promise.resolve(remembered(bands, key, () => null));
      const stop = new AbortController();
      const found = lab
        .bands(scenario, names, stop.signal, minus ?? undefined)
        .then((each) => remembered(bands, key, () => each));
      asking = { key, stop, found };
      found.finally(() => asking?.found === found && (asking = null)).catch(() => null);
      return found;
    },
    cancel,
    /** The bands being computed, whatever becomes of them: what is less urgent waits for them. */
    whenBanded: async () => {
      await asking?.found.catch(() => null);
    },
  };
}

/**
 * The lines of a figure in the order of drawing: baseline, kept scenarios, the reader's own last.
 * @param {import("./store.js").State} state
 * @returns {Array<{key: string, scenario: import("./store.js").Scenario}>}
 */
export function scenariosShown(state) {
  return [
    { key: "base", scenario: ownScenario(state.baseline) },
    ...state.kept.map((scenario, place) => ({ key: `kept-${place + 1}`, scenario })),
    { key: "own", scenario: state.scenario },
  ];
}

/**
 * What a scenario is set against where they differ in policy alone: the baseline in the same world, under the same assumptions.
 * @param {string} baseline
 * @param {import("./store.js").Scenario} scenario
 */
export function samePolicyWorld(baseline, scenario) {
  return { ...ownScenario(baseline), assumptions: scenario.assumptions };
}

/**
 * One list of numbers less another.
 * @param {Float64Array} values
 * @param {Float64Array} other
 */
export function lessThan(values, other) {
  return values.map((value, place) => value - other[place]);
}

const keysKnown = new WeakMap();

/**
 * All of a scenario that changes a run, as one text; worked out once for each scenario, which never changes.
 * @param {import("./store.js").Scenario} scenario
 * @returns {string}
 */
export function keyOf(scenario) {
  if (!keysKnown.has(scenario)) {
    const { regime, levers, assumptions } = scenario;
    keysKnown.set(scenario, JSON.stringify([regime, sortedEntries(levers), sortedEntries(assumptions)]));
  }
  return keysKnown.get(scenario);
}

function sortedEntries(table) {
  return Object.entries(table)
    .map(([name, value]) => [name, typeof value === "number" ? value : courseText(value)])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function remembered(memory, key, make) {
  const value = memory.get(key) ?? make();
  memory.delete(key);
  memory.set(key, value);
  if (memory.size > MOST_REMEMBERED) memory.delete(memory.keys().next().value);
  return value;
}
