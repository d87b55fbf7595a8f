// From numbers to places on a chart: nice ticks, paths with gaps, and labels that keep clear of each other.

/** Of one step, what rounding may add or take. */
export const DUST = 1e-9;

/**
 * A linear scale.
 * @param {number[]} domain its two ends
 * @param {number[]} range its two ends
 * @returns {(value: number) => number}
 */
export function linear([low, high], [from, to]) {
  const ratio = high === low ? 0 : (to - from) / (high - low);
  return (value) => from + (value - low) * ratio;
}

/**
 * A step of 1, 2 or 5 times a power of ten that cuts a span into about `count` pieces.
 * @param {number} span
 * @param {number} count
 */
export function niceStep(span, count) {
  if (!(span > 0)) return 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = rough / power;
  return power * (factor <= 1.0001 ? 1 : factor <= 2.0001 ? 2 : factor <= 5.0001 ? 5 : 10);
}

/**
 * Multiples of a step inside a domain, ends included.
 * @param {number[]} domain its two ends
 * @param {number} step
 */
export function ticksWithin([low, high], step) {
  const first = Math.ceil(low / step - DUST);
  const last = Math.floor(high / step + DUST);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => (first + place) * step);
}

/** Whether a moment is the start of a year. */
export function isWholeYear(moment) {
  return Math.abs(moment - Math.round(moment)) <= DUST;
}

/**
 * The domain of several lists of numbers, widened to whole steps and to zero; what is no number is left out.
 * @param {Iterable<number>[]} lists
 * @param {number} count about how many steps
 * @returns {{domain: [number, number], step: number}}
 */
export function niceDomain(lists, count) {
  let [low, high] = [0, 0];
  for (const list of lists) {
    for (const value of list) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low === high) high = 1;
  const step = niceStep(high - low, count);
  return { domain: [Math.floor(low / step + DUST) * step, Math.ceil(high / step - DUST) * step], step };
}

/**
 * The `d` of a line; what is no number leaves a gap.
 * @param {ArrayLike<number>} years
 * @param {ArrayLike<number>} values
 * @param {(year: number) => number} x
 * @param {(value: number) => number} y
 */
export function linePath(years, values, x, y) {
  let path = "";
  let isDown = false;
  for (let place = 0; place < years.length; place += 1) {
    if (!Number.isFinite(values[place])) {
      isDown = false;
      continue;
    }
    path += `${isDown ? "L" : "M"}${round(x(years[place]))} ${round(y(values[place]))}`;
    isDown = true;
  }
  return path;
}

/**
 * The `d` of the area between two lines.
 * @param {ArrayLike<number>} years
 * @param {ArrayLike<number>} lower
 * @param {ArrayLike<number>} upper
 * @param {(year: number) => number} x
 * @param {(value: number) => number} y
 */
export function areaPath(years, lower, upper, x, y) {
  const there = [];
  const back = [];
  for (let place = 0; place < years.length; place += 1) {
    if (!Number.isFinite(lower[place]) || !Number.isFinite(upper[place])) continue;
    const across = round(x(years[place]));
    there.push(`${across} ${round(y(upper[place]))}`);
    back.push(`${across} ${round(y(lower[place]))}`);
  }
  return there.length === 0 ? "" : `M${there.join("L")}L${back.reverse().join("L")}Z`;
}

/**
 * Places as near as may be to the wanted ones, at least `gap` apart, between two ends; in the order given.
 * @param {number[]} wanted
 * @param {number} gap
 * @param {number[]} ends
 */
export function spread(wanted, gap, [first, last]) {
  const order = wanted.map((_, place) => place).sort((a, b) => wanted[a] - wanted[b]);
  const placed = [...wanted];
  let least = first;
  for (const place of order) {
    placed[place] = Math.max(placed[place], least);
    least = placed[place] + gap;
  }
  let most = last;
  for (const place of order.reverse()) {
    placed[place] = Math.min(placed[place], most);
    most = placed[place] - gap;
  }
  return placed;
}

/**
 * The place in a rising list that is nearest to a value.
 * @param {ArrayLike<number>} list
 * @param {number} value
 */
export function nearestPlace(list, value) {
  let best = 0;
  for (let place = 1; place < list.length; place += 1) {
    if (Math.abs(list[place] - value) < Math.abs(list[best] - value)) best = place;
  }
  return best;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
