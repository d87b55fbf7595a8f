// A scenario in words and in numbers: what its levers stand at, what the reader moved, and how each is set.
import { label, say, sayPair } from "../kit/words.js";
import { pathAt } from "../compute/paths.js";
import { isSame, ownScenario } from "./store.js";

/**
 * What a lever stands at in a regime when the regimes part.
 * @param {Pack} pack
 * @param {string} regime
 * @param {string} lever
 */
export function regimeValue(pack, regime, lever, year = pack.partsAt) {
  const path = pack.regimes[regime].paths[lever];
  return path === undefined ? pack.quantities[lever].value : pathAt(path, year, pack.rules.dates.instant);
}

/**
 * What a lever or an assumption stands at in a scenario.
 * @param {Pack} pack
 * @param {import("./store.js").Scenario} scenario
 * @param {string} name
 */
export function settingOf(pack, scenario, name) {
  if (Object.hasOwn(scenario.levers, name)) return scenario.levers[name].value;
  if (Object.hasOwn(scenario.assumptions, name)) return scenario.assumptions[name];
  const quantity = pack.quantities[name];
  return quantity.role === "lever" ? regimeValue(pack, scenario.regime, name) : quantity.value;
}

/**
 * What a lever stands at in a scenario in a year.
 * @param {Pack} pack
 * @param {import("./store.js").Scenario} scenario
 * @param {string} lever
 * @param {number} at
 */
export function leverAt(pack, scenario, lever, at) {
  const setting = scenario.levers[lever];
  if (setting === undefined || at < setting.from) return regimeValue(pack, scenario.regime, lever, at);
  const points = /** @type {[number, number][]} */ ([[setting.from, setting.value], ...(setting.then ?? [])]);
  return pathAt({ points, ramp: setting.ramp ?? false }, at, pack.rules.dates.instant);
}

/**
 * Whether the reader moved a lever or an assumption.
 * @param {import("./store.js").Scenario} scenario
 * @param {string} name
 */
export function isMoved(scenario, name) {
  return Object.hasOwn(scenario.levers, name) || Object.hasOwn(scenario.assumptions, name);
}

/**
 * The scenario with one lever held at a value from a year on, or one assumption at a value; back at where it stood, it is let go.
 * @param {Pack} pack
 * @param {import("./store.js").Scenario} scenario
 * @param {string} name
 * @param {number} value
 * @param {number} [from]
 * @returns {import("./store.js").Scenario}
 */
export function withSetting(pack, scenario, name, value, from) {
  const quantity = pack.quantities[name];
  if (quantity.role !== "lever") {
    return value === quantity.value
      ? without(scenario, name)
      : { ...scenario, assumptions: { ...scenario.assumptions, [name]: value } };
  }
  const since = from ?? scenario.levers[name]?.from ?? pack.regimes[scenario.regime].partsAt ?? pack.partsAt;
  if (isAtRest(pack, scenario.regime, name, value, since)) return without(scenario, name);
  return { ...scenario, levers: { ...scenario.levers, [name]: { value, from: since } } };
}

/**
 * The scenario with a lever or an assumption let go.
 * @param {import("./store.js").Scenario} scenario
 * @param {string} name
 */
export function without(scenario, name) {
  const { [name]: _lever, ...levers } = scenario.levers;
  const { [name]: _assumption, ...assumptions } = scenario.assumptions;
  return { ...scenario, levers, assumptions };
}

/**
 * The scenario under another regime: its own levers go, its assumptions stay.
 * @param {import("./store.js").Scenario} scenario
 * @param {string} regime
 */
export function underRegime(scenario, regime) {
  return { ...ownScenario(regime), assumptions: scenario.assumptions };
}

/**
 * The year in which two scenarios can first part: at the very start where they assume different numbers, else where the earlier regime parts
 * from history, or a lever is set before.
 * @param {Pack} pack
 * @param {import("./store.js").Scenario} one
 * @param {import("./store.js").Scenario} other
 */
export function yearOfParting(pack, one, other) {
  if (!isSame(one.assumptions, other.assumptions)) return pack.clock.start;
  const both = [one, other];
  const dates = both.map(({ regime }) => pack.regimes[regime].partsAt ?? pack.partsAt);
  return Math.min(...dates, ...both.flatMap(({ levers }) => Object.values(levers).map(({ from }) => from)));
}

/**
 * How many levers and assumptions the reader moved.
 * @param {import("./store.js").Scenario} scenario
 */
export function movesIn(scenario) {
  return Object.keys(scenario.levers).length + Object.keys(scenario.assumptions).length;
}

/**
 * A scenario's name in both languages: its own, or its regime's and how much was moved.
 * @param {Pack} pack
 * @param {import("./store.js").Scenario} scenario
 * @returns {[string, string]}
 */
export function scenarioPair(pack, scenario) {
  if (scenario.name !== "") return [scenario.name, scenario.name];
  const regime = pack.regimes[scenario.regime].label;
  const moves = movesIn(scenario);
  if (moves === 0) return regime;
  return sayPair(moves === 1 ? "scenario.oneMove" : "scenario.moves", regime, moves);
}

/**
 * A scenario's name in the language of the moment.
 * @param {Pack} pack
 * @param {import("./store.js").Scenario} scenario
 */
export function scenarioLabel(pack, scenario) {
  return label(scenarioPair(pack, scenario));
}

/**
 * A kept scenario's name, by number where the reader gave it none, since several may have been moved alike.
 * @param {Pack} pack
 * @param {import("./store.js").Scenario} scenario
 * @param {number} place from 1
 */
export function numberedLabel(pack, scenario, place) {
  const named = scenarioLabel(pack, scenario);
  return scenario.name === "" ? say("keep.numbered", place, named) : named;
}

function isAtRest(pack, regime, name, value, from) {
  const points = pack.regimes[regime].paths[name]?.points ?? [];
  const isSettled = points.every(([date]) => date <= from + pack.rules.dates.instant);
  return isSettled && value === regimeValue(pack, regime, name, from);
}
