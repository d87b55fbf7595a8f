/** What did each move do? The settings in which two scenarios differ, and the run of any mixture of them. */

import { columnOf, joinColumns, nominalWorld } from "./courses.js";
import { runOnce } from "./engine.js";
import { courseText, yearOfSetting } from "./paths.js";
import { everyoneOf, exactPair, exactShares, MOST_EXACT, passed, sampledOrders, sampledShares, takesPart } from "./shapley.js";

/** In front of a group's name, where its levers go over together. */
export const GROUP_MOVER = "group:";

/**
 * The movers between two scenarios, each with the levers that it takes over, or the number.
 *
 * Where the regimes differ every lever whose path differs moves by itself, or, where they are too many to mix, with its group,
 * if the reader has not set it by hand. `valueOf(engine, scenario, name)` is what a number stands at.
 *
 * @returns {{name: string, levers: string[]}[]}
 */
export function moversBetween(courses, engine, before, after, valueOf = numberIn) {
  const numbers = engine.given
    .filter((name) => valueOf(engine, before, name) !== valueOf(engine, after, name))
    .map((name) => ({ name, levers: [] }));
  const set = new Set(Object.keys({ ...before.levers, ...after.levers }));
  const differing = courses.names.filter((name) => {
    const isSet = settingKey(courses, before, name) !== settingKey(courses, after, name);
    return isSet || !isSameColumn(finalColumn(courses, before, name), finalColumn(courses, after, name));
  });
  const alone = (name) => ({ name, levers: [name] });
  const isFew = differing.length + numbers.length <= MOST_EXACT;
  if (isFew || before.regime === after.regime) return [...differing.map(alone), ...numbers];
  const grouped = new Map();
  for (const name of differing.filter((each) => !set.has(each))) {
    const group = GROUP_MOVER + (courses.laboratory.groups[name] ?? "");
    grouped.set(group, [...(grouped.get(group) ?? []), name]);
  }
  const groups = [...grouped].map(([name, levers]) => (levers.length === 1 ? alone(levers[0]) : { name, levers }));
  return [...groups, ...differing.filter((name) => set.has(name)).map(alone), ...numbers];
}

function numberIn(engine, scenario, name) {
  return scenario.assumptions?.[name] ?? engine.model.given[name];
}

function settingKey(courses, scenario, name) {
  const setting = scenario.levers?.[name];
  return setting === undefined ? "" : courseText(setting, yearOfSetting(courses.laboratory, scenario, setting));
}

function finalColumn(courses, scenario, name) {
  return columnOf(courses, scenario.regime, name, scenario.levers?.[name]);
}

function isSameColumn(one, other) {
  return one === other || one.every((value, index) => value === other[index]);
}

/** The movers that take part in a coalition. */
export function joinedIn(movers, coalition) {
  return movers.filter((_, place) => takesPart(coalition, place));
}

/** The course of a mixture: the levers of those who joined stand as after, all others as before. */
export function mixedCourse(courses, before, after, joined) {
  const over = new Set(joined.flatMap(({ levers }) => levers));
  return joinColumns(courses.names.map((name) => finalColumn(courses, over.has(name) ? after : before, name)));
}

/** A function from coalitions of movers to the values of outcomes in a year, each mixture run once. */
export function makeMixtures(courses, engine, before, after, movers, outcomes, year) {
  const clock = courses.laboratory.clock;
  return (coalition) => {
    const joined = joinedIn(movers, coalition);
    const course = mixedCourse(courses, before, after, joined);
    const given = nominalWorld(engine, before);
    for (const { name, levers } of joined) {
      if (levers.length === 0) given[engine.given.indexOf(name)] = numberIn(engine, after, name);
    }
    const { years, values, failed } = runOnce(engine, given, course, clock, outcomes);
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
  if (movers <= MOST_EXACT) return Array.from({ length: 2 ** movers }, (_, coalition) => BigInt(coalition));
  return [...new Set(sampledOrders(movers).flatMap(passed))];
}

/** The split from the values of all coalitions that were run: `known.get(coalition)[outcome]`. */
export function splitOf(movers, outcomes, year, known) {
  const names = movers.map(({ name }) => name);
  const exact = movers.length <= MOST_EXACT;
  const byOutcome = outcomes.map((_, place) => sharesOf(movers.length, (coalition) => known.get(coalition)[place], exact));
  const byName = (valueOf) => Object.fromEntries(outcomes.map((outcome, place) => [outcome, valueOf(place)]));
  const table = (rows) => Object.fromEntries(names.map((name, mover) => [name, byName((place) => rows[place][mover])]));
  const at = (coalition) => byName((place) => known.get(coalition)[place]);
  return {
    year,
    movers: names,
    parts: table(byOutcome.map(({ shares }) => shares)),
    pairs: exact ? pairsOf(names, outcomes, known) : [],
    before: at(0n),
    after: at(everyoneOf(movers.length)),
    exact,
    runs: known.size,
    errors: exact ? null : table(byOutcome.map(({ errors }) => errors)),
  };
}

function sharesOf(movers, valueOf, exact) {
  if (movers === 0) return { shares: [], errors: [] };
  if (!exact) return sampledShares(sampledOrders(movers), valueOf);
  return { shares: exactShares(Float64Array.from({ length: 2 ** movers }, (_, coalition) => valueOf(BigInt(coalition)))), errors: [] };
}

function pairsOf(names, outcomes, known) {
  const columns = outcomes.map((_, place) => Float64Array.from({ length: known.size }, (_, each) => known.get(BigInt(each))[place]));
  return names.flatMap((second, j) =>
    names.slice(0, j).map((first, i) => ({
      movers: [first, second],
      values: Object.fromEntries(outcomes.map((name, place) => [name, exactPair(columns[place], i, j)])),
    })),
  );
}
