// One frozen state for the whole page; every move is a step that undo takes back, and a preview is a state that leaves no step.
import { OPENING } from "./address.js";

export const MOST_KEPT = 4;
const SETTINGS = ["language", "theme", "place", "panel", "year"];
const RESTED = 300;

/**
 * @typedef {{value: number, from: number, then?: [number, number][], ramp?: boolean}} Lever
 * @typedef {{text: string, file: string, regime: string}} OpenedStudy a study file as it was opened, and which of its regimes the scenario is
 * @typedef {{name: string, regime: string, levers: Object<string, Lever>,
 *   assumptions: Object<string, number>}} Scenario
 * @typedef {{language: string, theme: string, scenario: Scenario, baseline: string, kept: Scenario[], charts: [string, string],
 *   view: "level" | "difference", bands: boolean, year: number, panel: Object<string, unknown>,
 *   edition: number, place: import("./address.js").Place, study: OpenedStudy | null}} State
 * @typedef {{label: [string, string] | string, before: State, after: State}} Step
 */

/**
 * The state before anyone has moved anything.
 * @param {{baseline: string, charts: [string, string], year: number, edition: number}} defaults
 * @returns {State}
 */
export function startState({ baseline, charts, year, edition }) {
  return {
    language: "en",
    theme: "auto",
    scenario: ownScenario(baseline),
    baseline,
    kept: [],
    charts,
    view: "level",
    bands: true,
    year,
    panel: {},
    place: OPENING,
    edition,
    study: null,
  };
}

/**
 * A regime as it stands, with nothing of one's own.
 * @param {string} regime
 * @returns {Scenario}
 */
export function ownScenario(regime) {
  return { name: "", regime, levers: {}, assumptions: {} };
}

/**
 * Whether two states or scenarios say the same, in whatever order they were built.
 * @param {unknown} left
 * @param {unknown} right
 */
export function isSame(left, right) {
  return left === right || ordered(left) === ordered(right);
}

/**
 * A store around a first state. `update` commits a step, `setting` changes language, theme, the place, the year or a
 * panel's own view without one. `soon` shows a change at once and finishes it when the reader rests or does anything else, so that a run of
 * keys is one step.
 * @param {State} first
 */
export function createStore(first) {
  const held = { state: frozen(first), shown: null, past: [], future: [], listeners: new Set(), late: /** @type {any} */ (null) };
  const visible = () => held.shown ?? held.state;
  const settle = (next) => {
    const before = visible();
    held.shown = null;
    held.state = frozen(next);
    tell(held, before, false);
  };
  const show = (change) => {
    const before = visible();
    held.shown = frozen(change(held.state));
    tell(held, before, true);
  };
  const inTime = (act) => (...given) => {
    finishLate(held);
    return act(...given);
  };
  return {
    get: visible,
    committed: () => held.state,
    update: inTime((label, change) => commit(held, settle, label, change)),
    preview: inTime(show),
    soon(key, change, finish) {
      if (held.late !== null && held.late.key !== key) finishLate(held);
      clearTimeout(held.late?.timer);
      show(change);
      held.late = { key, finish, timer: setTimeout(() => finishLate(held), RESTED) };
    },
    finish: () => finishLate(held),
    endPreview: inTime(() => held.shown !== null && settle(held.state)),
    setting: inTime((change) => settle({ ...held.state, ...only(change(held.state), SETTINGS) })),
    undo: inTime(() => move(held, settle, held.past, held.future, "before")),
    redo: inTime(() => move(held, settle, held.future, held.past, "after")),
    canUndo: () => held.past.length > 0,
    canRedo: () => held.future.length > 0,
    last: () => held.past[held.past.length - 1] ?? null,
    next: () => held.future[held.future.length - 1] ?? null,
    depth: () => held.past.length,
    subscribe(listener) {
      held.listeners.add(listener);
      return () => held.listeners.delete(listener);
    },
  };
}

function finishLate(held) {
  if (held.late === null) return;
  const { finish, timer } = held.late;
  clearTimeout(timer);
  held.late = null;
  finish();
}

function commit(held, settle, label, change) {
  const before = held.state;
  const after = frozen(change(before));
  if (isSame(before, after)) {
    if (held.shown !== null) settle(before);
    return false;
  }
  held.past.push({ label, before, after });
  held.future.length = 0;
  settle(after);
  return true;
}

function move(held, settle, from, to, side) {
  const step = from.pop();
  if (step === undefined) {
    if (held.shown !== null) settle(held.state);
    return false;
  }
  to.push(step);
  settle({ ...step[side], ...only(held.state, SETTINGS) });
  return true;
}

function tell(held, before, isPreview) {
  const state = held.shown ?? held.state;
  for (const listener of [...held.listeners]) listener(state, before, { preview: isPreview });
}

function only(state, names) {
  return Object.fromEntries(names.map((name) => [name, state[name]]));
}

function frozen(value) {
  if (value === null || typeof value !== "object" || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

function ordered(value) {
  return JSON.stringify(value, (_, part) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
