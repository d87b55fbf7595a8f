/**
 * What a run is given: levers as paths over time, a scenario as the paths and numbers that it means.
 *
 * @typedef {{points: [number, number][], ramp: boolean}} Path steps at dates, or straight lines between dates
 * @typedef {{value: number, from?: number}} Setting a lever held at a value from a year on
 * @typedef {{name?: string, regime: string, levers: Object<string, Setting>, assumptions: Object<string, number>}} Scenario
 */

/** Years by which a date may miss a step and still count as on it. */
const SMALL_TIME = 1e-9;
/** A year before every run, from which a lever that no one has set keeps its default. */
const LONG_AGO = 0;

/** The value in a year; before the first date the first value holds. */
export function pathAt(path, year) {
  const { points } = path;
  let after = 0;
  while (after < points.length && points[after][0] <= year + SMALL_TIME) after += 1;
  if (after === 0) return points[0][1];
  const [left, height] = points[after - 1];
  if (!path.ramp || after === points.length) return height;
  const [right, target] = points[after];
  return height + ((target - height) * Math.max(year - left, 0)) / (right - left);
}

/** A path until a date and another from it on. */
export function pathThen(path, date, other) {
  if (path.ramp !== other.ramp && other.points.length > 1) return pathThen(asRamp(path), date, asRamp(other));
  let earlier = path.points.filter(([year]) => year < date - SMALL_TIME / 2);
  if (path.ramp) earlier = [...path.points.filter(([year]) => year < date - SMALL_TIME), justBefore(path, date)];
  else if (earlier.length === 0) earlier = [[date - 1, path.points[0][1]]];
  const later = other.points.filter(([year]) => year > date + SMALL_TIME);
  return { points: [...earlier, [date, pathAt(other, date)], ...later], ramp: path.ramp };
}

/** The point that ends a ramp a moment before a date, whatever it does on the date itself. */
function justBefore(path, date) {
  const moment = date - SMALL_TIME;
  const [left, height] = path.points.findLast(([year]) => year < date - SMALL_TIME / 2) ?? path.points[0];
  const [right, target] = path.points.find(([year]) => year >= date - SMALL_TIME / 2) ?? [Infinity, height];
  if (right === Infinity || left >= moment) return [moment, height];
  return [moment, height + ((target - height) * (moment - left)) / (right - left)];
}

/** The same path written with straight lines: each step becomes a rise over a moment. */
function asRamp(path) {
  if (path.ramp) return path;
  const points = [path.points[0]];
  path.points.slice(1).forEach(([date, value], index) => {
    points.push([date - SMALL_TIME, path.points[index][1]], [date, value]);
  });
  return { points, ramp: true };
}

/** Paths with one lever held at a value from a year on; `fallback` is its declared value. */
export function setLever(paths, name, value, fromYear, fallback) {
  const before = paths[name] ?? { points: [[LONG_AGO, fallback]], ramp: false };
  return { ...paths, [name]: pathThen(before, fromYear, { points: [[fromYear, value]], ramp: false }) };
}

/** The year from which a scenario's setting of a lever holds: its own, or that in which the regime parts from history. */
export function yearOfSetting(pack, scenario, setting) {
  return setting.from ?? pack.regimes[scenario.regime].partsAt ?? pack.clock.start;
}

/** The paths that a scenario means. */
export function scenarioPaths(pack, scenario) {
  return Object.entries(scenario.levers ?? {}).reduce(
    (paths, [name, setting]) =>
      setLever(paths, name, setting.value, yearOfSetting(pack, scenario, setting), pack.quantities[name].value),
    pack.regimes[scenario.regime].paths,
  );
}
