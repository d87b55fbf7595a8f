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

/** Beyond these ratios of a rough step to the power of ten below it, the step is ten, five or two of them: geometric middles. */
const TO_TEN = Math.sqrt(50);
const TO_FIVE = Math.sqrt(10);
const TO_TWO = Math.sqrt(2);

/**
 * The step of 1, 2 or 5 times a power of ten that is nearest to cutting a span into `count` pieces (the arithmetic of d3-array).
 * @param {number} span
 * @param {number} count
 */
export function niceStep(span, count) {
  if (!(span > 0)) return 1;
  const rough = span / count;
  const power = Math.floor(Math.log10(rough));
  const ratio = rough / 10 ** power;
  const factor = ratio >= TO_TEN ? 10 : ratio >= TO_FIVE ? 5 : ratio >= TO_TWO ? 2 : 1;
  return power < 0 ? 1 / (10 ** -power / factor) : factor * 10 ** power;
}

/**
 * Multiples of a step inside a domain, ends included. Steps below one are counted in parts of one, so that a tick is the number
 * that it is written as: 0.3, and not a third of 0.9 and a bit.
 * @param {number[]} domain its two ends
 * @param {number} step
 */
export function ticksWithin([low, high], step) {
  const at = multiplesOf(step);
  const first = Math.ceil(low / step - DUST);
  const last = Math.floor(high / step + DUST);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => at(first + place));
}

function multiplesOf(step) {
  const parts = Math.round(1 / step);
  return step < 1 && Math.abs(parts * step - 1) <= DUST ? (times) => times / parts : (times) => times * step;
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
  const at = multiplesOf(step);
  return { domain: [at(Math.floor(low / step + DUST)), at(Math.ceil(high / step - DUST))], step };
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
