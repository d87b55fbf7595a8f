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
 * The state with a scenario moved: the first move away from the baseline opens the view in which it is seen.
 * @param {any} context
 * @param {any} state
 * @param {any} scenario
 */
export function movedState(context, state, scenario) {
  const next = { ...state, scenario };
  const base = keyOf(ownScenario(state.baseline));
  if (keyOf(state.scenario) !== base || keyOf(scenario) === base) return next;
  return { ...next, view: "difference" };
}

/**
 * Follow a reader's first moves: the year read off goes to where the difference is largest. A link that is opened says its own.
 * @param {any} context
 */
export function followPeak(context) {
  const { store } = context;
  store.subscribe((state, before, { preview }) => {
    if (preview || state.scenario === before.scenario || isSame(store.last()?.label, sayPair("step.link"))) return;
    if (keyOf(before.scenario) !== keyOf(ownScenario(before.baseline)) || keyOf(state.scenario) === keyOf(before.scenario)) return;
    const found = peakYear(context, state);
    if (found !== null && found !== state.year) store.setting((now) => ({ ...now, year: found }));
  });
}
