// Which few assumptions tell the selected worlds from the rest? Found on a third of the worlds, chosen on another, measured on the last.
import { boxCoverage, boxDensity, boxLimits, fitBox, heldBy, limitChance, tellingOf, wantedDensity } from "./box.js";

/**
 * The box for a selection, or why none is looked for.
 * @param {Context} context
 * @param {Float64Array} values the outcome, one per accepted world
 * @param {{low: number, high: number}} choice both ends inside
 */
export function findRegion({ pack, store, lab }, values, { low, high }) {
  const held = store.get().scenario.assumptions;
  const names = pack.drawn.filter((name) => !Object.hasOwn(held, name));
  const worlds = lab.worlds();
  const inputs = names.map((name) => worlds.value(name));
  const holds = Uint8Array.from(values, (value) => Number(value >= low && value <= high));
  return regionOf(
    names,
    inputs,
    holds,
    [...values.keys()].filter((world) => Number.isFinite(values[world])),
    pack.rules.search,
  );
}

/** The same from numbers alone; `finished` are the places of worlds that count, and `rule` is the pack's. */
export function regionOf(names, inputs, holds, finished, rule) {
  const parts = Array.from({ length: rule.parts }, (_, part) => {
    const places = finished.filter((_, place) => place % rule.parts === part);
    const take = (row) => Float64Array.from(places, (place) => row[place]);
    return { names, inputs: inputs.map(take), holds: Uint8Array.from(places, (place) => holds[place]) };
  });
  const fewest = Math.min(...parts.map(fewerSide));
  if (fewest < rule.fewest) return { isRefused: true, fewest, least: rule.fewest };
  const [finding, choosing, measured] = parts;
  const telling = tellingOf(finding, choosing, rule).map((place) => names[place]);
  const box = fitBox(finding, choosing, rule);
  return { isRefused: false, tried: names.length, telling, ...measuredRegion(box, measured, rule) };
}

function measuredRegion(box, cases, rule) {
  const held = heldBy(box, cases);
  const share = held.allHits / held.allWorlds;
  const limits = boxLimits(box).map(([place, end]) => ({
    name: cases.names[place],
    end,
    bound: box[end][place],
    chance: limitChance(box, cases, place),
  }));
  limits.sort((one, other) => one.chance - other.chance);
  const density = boxDensity(held);
  return {
    limits,
    density,
    coverage: boxCoverage(held),
    share,
    worlds: held.worlds,
    measured: held.allWorlds,
    wanted: wantedDensity(share, rule),
    isDense: density >= wantedDensity(share, rule),
  };
}

function fewerSide({ holds }) {
  const hits = holds.reduce((sum, each) => sum + each, 0);
  return Math.min(hits, holds.length - hits);
}
