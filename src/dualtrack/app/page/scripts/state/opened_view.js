// Where a first move is best seen: as a difference from the baseline, in the year in which it is largest.
import { isSame, ownScenario } from "./store.js";
import { keyOf, samePolicyWorld } from "./runs.js";
import { sayPair } from "../kit/words.js";

/**
 * The year in which a scenario's outcome differs most from the baseline's in the nominal world; null where it does nowhere.
 * @param {{runs: any}} context
 * @param {any} state
 * @returns {number | null}
 */
export function peakYear({ runs }, { scenario, baseline, charts }) {
  const own = runs.of(scenario);
  const base = runs.of(samePolicyWorld(baseline, scenario));
  const [name] = charts;
  let best = null;
  let most = 0;
  own.years.forEach((year, row) => {
    const size = Math.abs(own.values[name][row] - base.values[name][row]);
    if (!Number.isInteger(year) || !(size > most)) return;
    most = size;
    best = year;
  });
  return best;
}

/**
 * The state with a scenario moved: the first move of policy away from the baseline opens the difference, in which it is seen; one of
 * assumptions alone opens levels, since both policies then differ in nothing.
 * @param {any} state
 * @param {any} scenario
 */
export function movedState(state, scenario) {
  const next = { ...state, scenario };
  const [was, is] = [state.scenario, scenario].map((each) => isPolicyAtRest(each, state.baseline));
  if (!is) return was ? { ...next, view: "difference" } : next;
  const isFirst = !was || movesNone(state.scenario);
  return isFirst && !movesNone(scenario) ? { ...next, view: "level" } : next;
}

function isPolicyAtRest(scenario, baseline) {
  return keyOf({ ...scenario, assumptions: {} }) === keyOf(ownScenario(baseline));
}

function movesNone({ assumptions }) {
  return Object.keys(assumptions).length === 0;
}

/**
 * Follow a reader's first moves of policy: the year read off goes to where the difference is largest. A link that is opened says its own,
 * and a slider that is dragged leaves the year as it is, since a reader watches it.
 * @param {any} context
 */
export function followPeak(context) {
  const { store } = context;
  store.subscribe((state, before, { preview }) => {
    if (preview || state.scenario === before.scenario || isSame(store.last()?.label, sayPair("step.link"))) return;
    if (!isPolicyAtRest(before.scenario, before.baseline) || keyOf(state.scenario) === keyOf(before.scenario)) return;
    const found = peakYear(context, state);
    if (found !== null && found !== state.year) store.setting((now) => ({ ...now, year: found }));
  });
}
