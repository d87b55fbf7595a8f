// Bands that follow an assumption while it moves, by an ensemble smoother: for the levels of the two large charts alone, and only until it
// rests. Of differences a preview is no nearer to what is run than the band before (note 040), so none is made.
import { keyOf } from "../../state/runs.js";
import { without } from "../../state/scenario.js";

/**
 * A function from the state that is shown to a preview of bands, or null where there is none (yet); `redraw` is called once there is one.
 * Where no worlds were run yet it is asked for again at the next move.
 * @param {Context} context
 * @param {() => void} redraw
 * @returns {(state: State) => {worlds: number, bandOf: (name: string) => any} | null}
 */
export function previewBands({ lab, pack, store }, redraw) {
  const held = { key: "", smoother: /** @type {any} */ (null) };
  const ask = async (key, assumption, free, { charts }) => {
    const found = await lab.smoother(free, assumption, [...new Set(charts)]).catch(() => null);
    if (held.key !== key) return;
    held.smoother = found;
    redraw();
  };
  return (state) => {
    const committed = store.committed();
    const assumption = state.bands && state.view === "level" ? movedAssumption(committed.scenario, state.scenario) : null;
    if (assumption === null || !Object.hasOwn(pack.keys, assumption)) {
      if (held.smoother === null) held.key = "";
      return null;
    }
    const free = without(committed.scenario, assumption);
    const key = JSON.stringify([keyOf(free), assumption, state.charts]);
    if (held.key !== key) {
      Object.assign(held, { key, smoother: null });
      void ask(key, assumption, free, state);
    }
    const { smoother } = held;
    return smoother && { worlds: smoother.worlds, bandOf: (name) => smoother.bandOf(name, state.scenario.assumptions[assumption] ?? null) };
  };
}

/** The one assumption in which two scenarios differ; null where they differ in none, in several or in more than assumptions. */
function movedAssumption(before, after) {
  if (keyOf({ ...before, assumptions: {} }) !== keyOf({ ...after, assumptions: {} })) return null;
  const names = new Set([...Object.keys(before.assumptions), ...Object.keys(after.assumptions)]);
  const moved = [...names].filter((name) => before.assumptions[name] !== after.assumptions[name]);
  return moved.length === 1 ? moved[0] : null;
}
