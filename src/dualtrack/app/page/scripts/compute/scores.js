/**
 * Which loop drives? Link scores by the method Loops That Matter along one run, and their products round named loops.
 *
 * The score of a link x -> z is |z with x alone moved, less z before| / |z now, less z before|, positive where x moves z its own
 * way; for a stock, z is its net change per year. It is 0 where x or z does not move.
 */

import { runWorld } from "./engine.js";

/** All values and net changes at a moment that the engine's memory holds, in the order that a model's `equations` read. */
function momentOf(engine, year) {
  const { model, fixed, stocks, row, slopes, given, driven } = engine;
  const parts = [
    fixed.subarray(0, given.length),
    fixed.subarray(model.drivenAt, model.drivenAt + driven.length),
    stocks,
    row.subarray(0, model.computed.length),
  ];
  const values = new Float64Array(parts.reduce((sum, part) => sum + part.length, 1));
  let at = 0;
  for (const part of parts) {
    values.set(part, at);
    at += part.length;
  }
  values[at] = year;
  return { year, values, rates: slopes[0].slice() };
}

/** The moments at saved years but the first, each with the one a step before; null where the world leaves the numbers. */
export function neighbouringMoments(engine, given, course, times) {
  const wanted = new Map();
  const keep = (index) => {
    if (index % times.stride === 0 || (index + 1) % times.stride === 0) wanted.set(index, momentOf(engine, times.years[index]));
  };
  const everyStep = { ...times, stride: 1 };
  if (runWorld(engine, given, course, everyStep, engine.model.schemes.euler, keep) >= 0) return null;
  const pairs = [];
  for (let index = times.stride; index <= times.steps; index += times.stride) {
    pairs.push({ before: wanted.get(index - 1), now: wanted.get(index) });
  }
  return pairs;
}

/** The place of every name among a moment's values. */
function valuePlaces(engine) {
  const names = [...engine.given, ...engine.driven, ...engine.model.stocks, ...engine.model.computed];
  return new Map(names.map((name, place) => [name, place]));
}

/** A function that scores one link, by names, between two neighbouring moments; changes below a part `resolution` of a value are rounding. */
export function makeScorer(engine, resolution) {
  /** @type {any} */
  const places = valuePlaces(engine);
  /** @type {any} */
  const stocks = new Map(engine.model.stocks.map((name, place) => [name, place]));
  const level = (moment, name) => (stocks.has(name) ? moment.rates[stocks.get(name)] : moment.values[places.get(name)]);
  return (before, now, cause, effect) => {
    const at = places.get(cause);
    const last = level(before, effect);
    const present = level(now, effect);
    const change = present - last;
    const kept = before.values[at];
    before.values[at] = now.values[at];
    const part = engine.model.equations[effect](before.values) - last;
    before.values[at] = kept;
    const moved = now.values[at] - kept;
    const scale = Math.max(Math.abs(last), Math.abs(present), Math.abs(part));
    if (Math.abs(change) <= resolution * scale || moved === 0) return 0;
    return Math.abs(part / change) * Math.sign(part) * Math.sign(moved);
  };
}

/** Every link between quantities that move by themselves. */
export function movingLinks(model) {
  return Object.entries(model.causes).flatMap(([to, causes]) =>
    causes.filter((from) => Object.hasOwn(model.causes, from)).map((from) => ({ from, to })),
  );
}

/** What comes back to each start of a circuit: the sums over its loops of products of scores, and of their magnitudes. */
export function roundOf(circuit, scoreOf) {
  let net = 0;
  let size = 0;
  for (const start of circuit.starts) {
    /** @type {any} */
    let here = new Map([[start, [1, 1]]]);
    for (const link of circuit.links) {
      const there = new Map();
      for (const [cause, effect] of link) {
        if (!here.has(cause)) continue;
        const score = scoreOf(circuit.names[cause], circuit.names[effect]);
        const [signed, plain] = here.get(cause);
        const [was, wasPlain] = there.get(effect) ?? [0, 0];
        there.set(effect, [was + signed * score, wasPlain + plain * Math.abs(score)]);
      }
      here = there;
    }
    const [signed, plain] = here.get(start) ?? [0, 0];
    net += signed;
    size += plain;
  }
  return Number.isFinite(net + size) ? { net, size } : { net: 0, size: 0 };
}

/** Signed shares of circuits by moment among all of them; 0 where no loop is active. */
export function circuitShares(engine, pairs, circuits, resolution) {
  const scorer = makeScorer(engine, resolution);
  const found = Object.fromEntries(circuits.map(({ id }) => [id, new Float64Array(pairs.length)]));
  pairs.forEach(({ before, now }, moment) => {
    const known = new Map();
    const scoreOf = (cause, effect) => {
      const link = `${cause}>${effect}`;
      if (!known.has(link)) known.set(link, scorer(before, now, cause, effect));
      return known.get(link);
    };
    const rounds = circuits.map((circuit) => roundOf(circuit, scoreOf));
    const total = rounds.reduce((sum, { size }) => sum + size, 0);
    circuits.forEach(({ id }, place) => {
      found[id][moment] = total > 0 ? rounds[place].net / total : 0;
    });
  });
  return found;
}
