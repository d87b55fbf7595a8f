/**
 * On which drawn number does a claim hang, and where along it? Worlds in parts along a number, as `lab/story/dial.py` cuts them: exact
 * zeros make a part of their own, all others parts with equally many worlds.
 *
 * @typedef {{worlds: number, holds: number, low: number, high: number, middle: number, zero: boolean}} Part
 */

/** The part in which each value lies, counted from the lowest: as many parts as asked for, or fewer where values tie. */
export function placesAlong(values, parts) {
  const others = Float64Array.from(values).filter((value) => value !== 0).sort();
  const edges = Array.from({ length: parts - 1 }, (_, part) => quantileAt(others, (part + 1) / parts));
  const raw = Int32Array.from(values, (value) => (value === 0 ? -1 : edges.filter((edge) => edge <= value).length));
  const lowest = new Map();
  raw.forEach((part, world) => lowest.set(part, Math.min(lowest.get(part) ?? Infinity, values[world])));
  const order = [...lowest.keys()].sort((one, other) => lowest.get(one) - lowest.get(other) || one - other);
  return raw.map((part) => order.indexOf(part));
}

/** The value below which a share of sorted numbers lies, on a straight line between neighbours. */
function quantileAt(sorted, share) {
  if (sorted.length === 0) return NaN;
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/**
 * The share of the variance of a truth that lies between parts, less what as many parts explain by chance.
 * @param {Uint8Array} holds by world, 0 or 1
 * @param {Int32Array} places by world
 */
export function explainedBy(holds, places) {
  const worlds = holds.length;
  const counts = [];
  const hits = [];
  for (let world = 0; world < worlds; world += 1) {
    counts[places[world]] = (counts[places[world]] ?? 0) + 1;
    hits[places[world]] = (hits[places[world]] ?? 0) + holds[world];
  }
  const parts = counts.filter((count) => count > 0).length;
  const all = hits.reduce((sum, each) => sum + each, 0);
  const whole = all * (1 - all / worlds);
  if (parts < 2 || worlds <= parts || !(whole > 0)) return 0;
  const within = counts.reduce((sum, count, part) => sum + hits[part] * (1 - hits[part] / count), 0);
  return 1 - within / (worlds - parts) / (whole / (worlds - 1));
}

/**
 * What is found in each part along a number, in the worlds asked.
 * @param {Float64Array} values of every world
 * @param {Int32Array} places of every world
 * @param {number[]} asked the worlds that count
 * @param {(world: number) => boolean} isTrue
 * @returns {Part[]}
 */
export function partsAlong(values, places, asked, isTrue) {
  const found = [];
  for (const world of asked) {
    found[places[world]] ??= { worlds: 0, holds: 0, low: Infinity, high: -Infinity, sum: 0 };
    const part = found[places[world]];
    part.worlds += 1;
    part.holds += Number(isTrue(world));
    part.sum += values[world];
    part.low = Math.min(part.low, values[world]);
    part.high = Math.max(part.high, values[world]);
  }
  return found
    .filter((part) => part !== undefined)
    .map(({ sum, ...part }) => ({ ...part, middle: sum / part.worlds, zero: part.low === 0 && part.high === 0 }));
}

/**
 * Where shares along a number pass a level, on straight lines between neighbouring parts, and whether they rise there.
 * @param {Part[]} parts
 * @param {number} level
 * @returns {{value: number, rises: boolean}[]}
 */
export function crossingsOf(parts, level) {
  const shares = parts.map(({ holds, worlds }) => holds / worlds);
  const found = [];
  for (let place = 1; place < parts.length; place += 1) {
    const [before, after] = [shares[place - 1] - level, shares[place] - level];
    if (before >= 0 === after >= 0) continue;
    const [left, right] = [parts[place - 1].middle, parts[place].middle];
    found.push({ value: left + (right - left) * (before / (before - after)), rises: after >= 0 });
  }
  return found;
}

/**
 * Two numbers at once: cells along either, by row of the second from its lowest, each with the worlds asked and those in which it is true.
 * @param {Int32Array} columns the part of every world along the first
 * @param {Int32Array} rows the same along the second
 * @param {number[]} asked
 * @param {(world: number) => boolean} isTrue
 */
export function cellsOf(columns, rows, asked, isTrue) {
  const width = Math.max(...columns) + 1;
  const cells = Array.from({ length: Math.max(...rows) + 1 }, () => Array.from({ length: width }, () => ({ worlds: 0, holds: 0 })));
  for (const world of asked) {
    const cell = cells[rows[world]][columns[world]];
    cell.worlds += 1;
    cell.holds += Number(isTrue(world));
  }
  return cells;
}

/** The ends of every part along a number. */
export function endsOf(values, places) {
  const found = [];
  places.forEach((place, world) => {
    found[place] ??= { low: values[world], high: values[world] };
    found[place].low = Math.min(found[place].low, values[world]);
    found[place].high = Math.max(found[place].high, values[world]);
  });
  return found;
}
