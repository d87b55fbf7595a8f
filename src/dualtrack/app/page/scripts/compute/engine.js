/**
 * One world through time: the generated functions of a model, stepped by a table as every other target steps them.
 *
 * @typedef {{start: number, stop: number, step: number, save: number}} Clock
 * @typedef {{rows: Float64Array, changes: Uint8Array}} Course driven values by step, and whether a step changes any of them
 */

/** The years of all steps, of the saved rows, and how many steps lie between two rows. */
export function timetable(clock) {
  const steps = Math.round((clock.stop - clock.start) / clock.step);
  const stride = Math.round(clock.save / clock.step);
  const years = Float64Array.from({ length: steps + 1 }, (_, index) => clock.start + index * clock.step);
  return { steps, stride, years, saved: years.filter((_, index) => index % stride === 0) };
}

/** The same table, ended at the first saved row of a year or after it. */
export function timesUntil(times, year) {
  const last = times.saved.findIndex((each) => each >= year);
  return last < 0 ? times : { ...times, steps: last * times.stride };
}

/** A model ready to run: its memory is laid out once and used by every run. */
export function makeEngine(model) {
  const given = Object.keys(model.given);
  const driven = Object.keys(model.driven);
  const stages = Math.max(...Object.values(model.schemes).map(({ b }) => b.length));
  return {
    model,
    given,
    driven,
    defaults: Float64Array.from(Object.values(model.given)),
    fixed: new Float64Array(model.fixed),
    stocks: new Float64Array(model.stocks.length),
    row: new Float64Array(model.noted),
    slopes: Array.from({ length: stages }, () => new Float64Array(model.stocks.length)),
    here: new Float64Array(model.stocks.length),
    places: new Map([
      ...given.map((name, place) => [name, ["fixed", place]]),
      ...driven.map((name, place) => [name, ["fixed", model.drivenAt + place]]),
      ...model.stocks.map((name, place) => [name, ["stocks", place]]),
      ...model.computed.map((name, place) => [name, ["row", place]]),
    ]),
  };
}

/** Where some quantities stand in an engine's memory, as pairs of a buffer and a place; an unknown name is refused. */
export function placesOf(engine, names) {
  return names.map((name) => {
    const found = engine.places.get(name);
    if (found === undefined) throw new RangeError(`the model has no quantity ${name}`);
    return { from: engine[found[0]], at: found[1] };
  });
}

/**
 * Run the world `given` (a number per name of `engine.given`) along a course.
 *
 * `keep(index)` is called at each saved row while the engine's memory holds it. Returns the step at which something was not a
 * number, or -1. A run may be taken up at a step, from the stocks that it had there.
 *
 * @param {{step: number, stocks: Float64Array}|null} [taken]
 */
export function runWorld(engine, given, course, times, scheme, keep, taken = null) {
  const { model, fixed, stocks, row, slopes } = engine;
  fixed.set(given);
  let doubt = model.prepare(fixed) + model.begin(fixed, stocks);
  if (taken !== null) stocks.set(taken.stocks);
  const width = engine.driven.length;
  const start = taken === null ? 0 : taken.step;
  for (let index = start; index <= times.steps; index += 1) {
    if (course.changes[index] || index === start) {
      fixed.set(course.rows.subarray(index * width, (index + 1) * width), model.drivenAt);
      doubt += model.settle(fixed);
    }
    const isSaved = index % times.stride === 0;
    const year = times.years[index];
    doubt += model.move(fixed, stocks, slopes[0], row, year);
    if (isSaved) doubt += model.see(fixed, stocks, slopes[0], row, year);
    if (isSaved && doubt === 0) keep(index / times.stride);
    if (doubt === 0 && index < times.steps) doubt += advance(engine, scheme, year, times);
    if (doubt !== 0) return index;
  }
  return -1;
}

/** Take the stocks one step further from their net changes in `slopes[0]`. */
function advance(engine, scheme, year, times) {
  const { model, fixed, stocks, slopes, row, here } = engine;
  const length = times.years[1] - times.years[0];
  let doubt = 0;
  for (let stage = 1; stage < scheme.b.length; stage += 1) {
    weighted(here, stocks, slopes, scheme.a[stage], length);
    doubt += model.move(fixed, here, slopes[stage], row, year + scheme.c[stage] * length);
  }
  weighted(stocks, stocks, slopes, scheme.b, length);
  return doubt;
}

/** `into` becomes `from` plus the step's length times the weighted sum of slopes, added in the oracle's order. */
function weighted(into, from, slopes, weights, length) {
  for (let stock = 0; stock < into.length; stock += 1) {
    let sum = 0;
    for (let stage = 0; stage < weights.length; stage += 1) sum += weights[stage] * slopes[stage][stock];
    into[stock] = from[stock] + length * sum;
  }
}

/** One run: the years and the values of some quantities by name, and the step at which the world left the numbers, or -1. */
export function runOnce(engine, given, course, clock, names, scheme = engine.model.schemes.euler) {
  const times = timetable(clock);
  const places = placesOf(engine, names);
  const kept = names.map(() => new Float64Array(times.saved.length));
  const failed = runWorld(engine, given, course, times, scheme, (index) => {
    for (let i = 0; i < places.length; i += 1) kept[i][index] = places[i].from[places[i].at];
  });
  return { years: times.saved, values: Object.fromEntries(names.map((name, i) => [name, kept[i]])), failed };
}
