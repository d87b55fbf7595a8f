/**
 * What a run is given: levers as paths over time, a scenario as the paths and numbers that it means.
 *
 * An `instant` is the years by which a date may miss a step and still count as on it, as the pack's rules tell.
 *
 * @typedef {{points: [number, number][], ramp: boolean}} Path steps at dates, or straight lines between dates
 * @typedef {{value: number, from?: number, then?: [number, number][], ramp?: boolean}} Setting a lever held at a value from a year on,
 *   and `then`, in further years, at others: by steps, or in straight lines if `ramp`
 * @typedef {{name?: string, regime: string, levers: Object<string, Setting>, assumptions: Object<string, number>}} Scenario
 */

/** The value in a year; before the first date the first value holds. */
export function pathAt(path, year, instant) {
  const { points } = path;
  let after = 0;
  while (after < points.length && points[after][0] <= year + instant) after += 1;
  if (after === 0) return points[0][1];
  const [left, height] = points[after - 1];
  if (!path.ramp || after === points.length) return height;
  const [right, target] = points[after];
  return height + ((target - height) * Math.max(year - left, 0)) / (right - left);
}

/** A path until a date and another from it on. */
export function pathThen(path, date, other, instant) {
  if (path.ramp !== other.ramp && other.points.length > 1) {
    return pathThen(asRamp(path, instant), date, asRamp(other, instant), instant);
  }
  let earlier = path.points.filter(([year]) => year < date - instant / 2);
  if (path.ramp) earlier = [...path.points.filter(([year]) => year < date - instant), justBefore(path, date, instant)];
  else if (earlier.length === 0) earlier = [[date - 1, path.points[0][1]]];
  const later = other.points.filter(([year]) => year > date + instant);
  return { points: [...earlier, [date, pathAt(other, date, instant)], ...later], ramp: path.ramp };
}

/** The point that ends a ramp a moment before a date, whatever it does on the date itself. */
function justBefore(path, date, instant) {
  const moment = date - instant;
  const [left, height] = path.points.findLast(([year]) => year < date - instant / 2) ?? path.points[0];
  const [right, target] = path.points.find(([year]) => year >= date - instant / 2) ?? [Infinity, height];
  if (right === Infinity || left >= moment) return [moment, height];
  return [moment, height + ((target - height) * (moment - left)) / (right - left)];
}

/** The same path written with straight lines: each step becomes a rise over a moment. */
function asRamp(path, instant) {
  if (path.ramp) return path;
  const points = [path.points[0]];
  path.points.slice(1).forEach(([date, value], index) => {
    points.push([date - instant, path.points[index][1]], [date, value]);
  });
  return { points, ramp: true };
}

/** Paths with one lever as a setting has it, held at a value from a year on unless it goes further; `fallback` is its declared value. */
export function setLever(paths, name, { value, from, fallback, then = [], ramp = false }, { instant, ancient }) {
  const before = paths[name] ?? { points: [[ancient, fallback]], ramp: false };
  return { ...paths, [name]: pathThen(before, from, { points: [[from, value], ...then], ramp }, instant) };
}

/** A setting's course as one short text, `0.3@2027_0.5@2030`, with `*` between points that a straight line joins. */
export function courseText({ value, from, then = [], ramp = false }, since = from) {
  return [[since, value], ...then].map(([year, at]) => `${at}@${year}`).join(ramp ? "*" : "_");
}

/** The year from which a scenario's setting of a lever holds: its own, or that in which the regime parts from history. */
export function yearOfSetting(pack, scenario, setting) {
  return setting.from ?? pack.regimes[scenario.regime].partsAt ?? pack.clock.start;
}
