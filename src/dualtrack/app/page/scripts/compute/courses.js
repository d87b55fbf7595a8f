/** The driven values of scenarios by step, put together from columns that are worked out once for each lever and setting. */

import { courseText, pathAt, setLever, yearOfSetting } from "./paths.js";

/** Columns kept at most; a slider dragged for long would fill the memory. */
const MOST_COLUMNS = 800;

/** A maker of courses for one laboratory and clock. */
export function makeCourses(laboratory, engine, times) {
  return { laboratory, names: engine.driven, declared: engine.model.driven, times, columns: new Map() };
}

/** The values of one lever at every step under a regime, and under a setting where there is one. */
export function columnOf(courses, regime, name, setting) {
  const { laboratory, columns, times, declared } = courses;
  const from = setting && yearOfSetting(laboratory, { regime }, setting);
  const key = `${regime} ${name} ${setting ? courseText(setting, from) : ""}`;
  const known = columns.get(key);
  if (known !== undefined) return known;
  if (columns.size >= MOST_COLUMNS) columns.clear();
  const base = laboratory.regimes[regime].paths;
  const { dates } = laboratory.rules;
  const held = setting && { ...setting, from, fallback: declared[name] };
  const paths = held ? setLever(base, name, held, dates) : base;
  const column = new Float64Array(times.years.length).fill(declared[name]);
  if (paths[name] !== undefined) times.years.forEach((year, index) => (column[index] = pathAt(paths[name], year, dates.instant)));
  columns.set(key, column);
  return column;
}

/** A course from one column per driven name. */
export function joinColumns(columns) {
  const width = columns.length;
  const length = columns[0]?.length ?? 0;
  const rows = new Float64Array(width * length);
  const changes = new Uint8Array(length);
  columns.forEach((column, place) => {
    for (let index = 0; index < length; index += 1) {
      rows[index * width + place] = column[index];
      if (index > 0 && column[index] !== column[index - 1]) changes[index] = 1;
    }
  });
  changes[0] = 1;
  return { rows, changes };
}

/** The course of a scenario. */
export function courseOfScenario(courses, scenario) {
  return joinColumns(courses.names.map((name) => columnOf(courses, scenario.regime, name, scenario.levers?.[name])));
}

/** The numbers that a scenario holds, as pairs of a place among those given and a value. */
export function heldNumbers(engine, scenario) {
  return Object.entries(scenario.assumptions ?? {}).map(([name, value]) => [engine.given.indexOf(name), value]);
}

/** The nominal world under a scenario's assumptions. */
export function nominalWorld(engine, scenario) {
  const given = engine.defaults.slice();
  for (const [place, value] of heldNumbers(engine, scenario)) given[place] = value;
  return given;
}
