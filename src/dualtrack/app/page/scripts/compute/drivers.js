/**
 * Which named loops drive a quantity at a moment? Those that pass the stocks which feed it, as `lab/loops/outcome_drivers.py` finds them: a
 * stock's weight is its part of what moves the quantity when that stock alone goes a step on, and a loop's share is the sum, over stocks,
 * of weight times the loop's part of all that comes round them.
 *
 * @typedef {{before: {year: number, values: Float64Array}, now: {values: Float64Array}}} Moments two that are a step apart
 * @typedef {{names: string[], starts: number[], links: number[][][], id: string}} Circuit
 * @typedef {{stocks: Map<string, number>, loops: Map<string, number>}} Drivers weights by stock, shares by loop
 */

import { placesOf } from "./engine.js";
import { makeScorer, roundOf } from "./scores.js";

/**
 * The stocks from which a quantity follows without another stock between; itself where it is one.
 * @param {{stocks: string[], causes: Object<string, string[]>}} model
 * @param {string} name
 */
export function feedingStocks(model, name) {
  if (model.stocks.includes(name)) return [name];
  const seen = new Set([name]);
  const waiting = [name];
  while (waiting.length > 0) {
    for (const cause of model.causes[waiting.pop() ?? ""] ?? []) {
      if (!seen.has(cause) && !model.stocks.includes(cause)) waiting.push(cause);
      seen.add(cause);
    }
  }
  return model.stocks.filter((stock) => seen.has(stock));
}

/**
 * @param {any} engine
 * @param {Moments} moments
 * @param {string} name
 * @param {Circuit[]} circuits
 * @param {number} resolution
 * @returns {Drivers}
 */
export function driversOf(engine, { before, now }, name, circuits, resolution) {
  const stocks = feedingStocks(engine.model, name);
  const still = levelWith(engine, before, now, "", name);
  const moves = stocks.map((stock) => Math.abs(levelWith(engine, before, now, stock, name) - still)).map((each) => (Number.isFinite(each) ? each : 0));
  const all = moves.reduce((sum, each) => sum + each, 0);
  const weights = moves.map((each) => (all > 0 ? each / all : 0));
  const scorer = makeScorer(engine, resolution);
  const loops = new Map();
  stocks.forEach((stock, place) => {
    const rounds = circuits.map((circuit) => ({ id: circuit.id, size: sizeThrough(circuit, stock, (...link) => scorer(before, now, ...link)) }));
    const total = rounds.reduce((sum, { size }) => sum + size, 0);
    for (const { id, size } of total > 0 ? rounds : []) loops.set(id, (loops.get(id) ?? 0) + (weights[place] * size) / total);
  });
  return { stocks: new Map(stocks.map((stock, place) => [stock, weights[place]])), loops };
}

/** How much comes round the loops of a circuit that pass a stock, whatever its sign. */
function sizeThrough(circuit, stock, scoreOf) {
  const place = circuit.names.indexOf(stock);
  const station = circuit.links.findIndex((link) => link.some(([cause]) => cause === place));
  if (place < 0 || station < 0) return 0;
  const links = [...circuit.links.slice(station), ...circuit.links.slice(0, station)];
  return roundOf({ names: circuit.names, starts: [place], links }, scoreOf).size;
}

/** A quantity at the earlier moment, with one stock already at the later. */
function levelWith(engine, before, now, moved, name) {
  const { model, fixed, stocks, row, slopes, given, driven } = engine;
  const [afterGiven, afterDriven] = [given.length, given.length + driven.length];
  fixed.set(before.values.subarray(0, afterGiven));
  model.prepare(fixed);
  model.begin(fixed, stocks);
  stocks.set(before.values.subarray(afterDriven, afterDriven + stocks.length));
  const place = model.stocks.indexOf(moved);
  if (place >= 0) stocks[place] = now.values[afterDriven + place];
  fixed.set(before.values.subarray(afterGiven, afterDriven), model.drivenAt);
  model.settle(fixed);
  model.move(fixed, stocks, slopes[0], row, before.year);
  model.see(fixed, stocks, slopes[0], row, before.year);
  const [{ from, at }] = placesOf(engine, [name]);
  return from[at];
}
