/** What did each move do? The settings in which two scenarios differ, and the run of any mixture of them. */

import { columnOf, joinColumns, nominalWorld } from "./courses.js";
import { runOnce } from "./engine.js";
import { yearOfSetting } from "./paths.js";
import { exactPair, exactShares, MOST_EXACT, passed, sampledOrders, sampledShares } from "./shapley.js";

/** The mover that stands for everything in which two regimes differ. */
export const REGIME_MOVER = "regime";

/** The movers between two scenarios; each switches some columns, or some numbers, or the regime under everything. */
export function moversBetween(courses, engine, before, after) {
  const assumptions = engine.given.filter((name) => numberIn(engine, before, name) !== numberIn(engine, after, name));
  const own = Object.keys({ ...before.levers, ...after.levers }).filter((name) => settingKey(courses, before, name) !== settingKey(courses, after, name));
  const numbers = assumptions.map((name) => ({ name, kind: "assumption" }));
  if (before.regime === after.regime) return [...own.map((name) => ({ name, kind: "lever" })), ...numbers];
  const differing = courses.names.filter((name) => !isSameColumn(finalColumn(courses, before, name), finalColumn(courses, after, name)));
  if (differing.length + numbers.length <= MOST_EXACT) return [...differing.map((name) => ({ name, kind: "path" })), ...numbers];
  return [{ name: REGIME_MOVER, kind: "regime" }, ...own.map((name) => ({ name, kind: "lever" })), ...numbers];
}

function numberIn(engine, scenario, name) {
  return scenario.assumptions?.[name] ?? engine.model.given[name];
}

function settingKey(courses, scenario, name) {
  const setting = scenario.levers?.[name];
  return setting === undefined ? "" : `${setting.value} ${yearOfSetting(courses.laboratory, scenario, setting)}`;
}

function finalColumn(courses, scenario, name) {
  return columnOf(courses, scenario.regime, name, scenario.levers?.[name]);
}

function isSameColumn(one, other) {
  return one === other || one.every((value, index) => value === other[index]);
}

/** The column of one lever where some movers have gone over to the scenario after. */
function mixedColumn(courses, before, after, name, moved) {
  const path = moved.get(`path ${name}`);
  if (path !== undefined) return finalColumn(courses, path ? after : before, name);
  const regime = (moved.get(`regime ${REGIME_MOVER}`) ? after : before).regime;
  const side = moved.get(`lever ${name}`) ? after : before;
  const setting = side.levers?.[name];
  const dated = setting && { value: setting.value, from: yearOfSetting(courses.laboratory, side, setting) };
  return columnOf(courses, regime, name, dated);
}

/** A function from coalitions of movers to the values of outcomes in a year, each mixture run once. */
export function makeMixtures(courses, engine, before, after, movers, outcomes, year) {
  const clock = courses.laboratory.clock;
  return (coalition) => {
    const moved = new Map(movers.map(({ name, kind }, place) => [`${kind} ${name}`, Boolean(coalition & (1 << place))]));
    const columns = courses.names.map((name) => mixedColumn(courses, before, after, name, moved));
    const given = nominalWorld(engine, before);
    movers.forEach(({ name, kind }, place) => {
      if (kind !== "assumption" || !(coalition & (1 << place))) return;
      given[engine.given.indexOf(name)] = numberIn(engine, after, name);
    });
    const { years, values, failed } = runOnce(engine, given, joinColumns(columns), clock, outcomes);
    return outcomes.map((name) => (failed < 0 ? valueInYear(values[name], years, year) : NaN));
  };
}

/** A value between saved rows, on a straight line. */
export function valueInYear(row, years, year) {
  const right = years.findIndex((each) => each >= year);
  if (years[right] === year) return row[right];
  const part = (year - years[right - 1]) / (years[right] - years[right - 1]);
  return row[right - 1] + part * (row[right] - row[right - 1]);
}

/** The coalitions that must be run for some movers, each once. */
export function coalitionsFor(movers) {
  if (movers <= MOST_EXACT) return Array.from({ length: 2 ** movers }, (_, coalition) => coalition);
  return [...new Set(sampledOrders(movers).flatMap(passed))];
}

/** The split from the values of all coalitions that were run: `known.get(coalition)[outcome]`. */
export function splitOf(movers, outcomes, year, known) {
  const names = movers.map(({ name }) => name);
  const everyone = 2 ** movers.length - 1;
  const exact = movers.length <= MOST_EXACT;
  const byOutcome = outcomes.map((_, place) => sharesOf(movers.length, (coalition) => known.get(coalition)[place], exact));
  const table = (rows) =>
    Object.fromEntries(names.map((name, mover) => [name, Object.fromEntries(outcomes.map((outcome, i) => [outcome, rows[i][mover]]))]));
  const at = (coalition) => Object.fromEntries(outcomes.map((name, place) => [name, known.get(coalition)[place]]));
  return {
    year,
    movers: names,
    parts: table(byOutcome.map(({ shares }) => shares)),
    pairs: exact ? pairsOf(names, outcomes, known) : [],
    interactions: null,
    before: at(0),
    after: at(everyone),
    exact,
    runs: known.size,
    errors: exact ? null : table(byOutcome.map(({ errors }) => errors)),
  };
}

function sharesOf(movers, valueOf, exact) {
  if (movers === 0) return { shares: [], errors: [] };
  if (!exact) return sampledShares(sampledOrders(movers), valueOf);
  return { shares: exactShares(Float64Array.from({ length: 2 ** movers }, (_, coalition) => valueOf(coalition))), errors: [] };
}

function pairsOf(names, outcomes, known) {
  const columns = outcomes.map((_, place) => Float64Array.from({ length: known.size }, (_, coalition) => known.get(coalition)[place]));
  return names.flatMap((second, j) =>
    names.slice(0, j).map((first, i) => ({
      movers: [first, second],
      values: Object.fromEntries(outcomes.map((name, place) => [name, exactPair(columns[place], i, j)])),
    })),
  );
}
