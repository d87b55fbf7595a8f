/**
 * By how many months does one path stand ahead of another at a date? Both are looked at backwards from there, as `lab/story/months.py`
 * does: ahead by the months since it last rose above where the other stands, behind by those since the other last rose above it.
 */

const MONTHS_PER_YEAR = 12;
/** Of the larger of two levels: what rounding may make of equal ones. */
const ALIKE = 1e-12;

/**
 * Months by which `first` stands ahead of `other` in the year `at`, negative where behind; nothing reaches back beyond `since`.
 * @param {ArrayLike<number>} first a path by row
 * @param {ArrayLike<number>} other
 * @param {ArrayLike<number>} years of the rows, rising
 * @param {number} since the year in which the two part
 * @param {number} at
 */
export function monthsAt(first, other, years, since, at) {
  const here = levelIn(first, years, at);
  const there = levelIn(other, years, at);
  if (Number.isNaN(here) || Number.isNaN(there)) return NaN;
  if (at <= since || Math.abs(here - there) <= ALIKE * Math.max(Math.abs(here), Math.abs(there))) return 0;
  if (here > there) return MONTHS_PER_YEAR * (at - lastRise(first, there, years, since, at));
  return -MONTHS_PER_YEAR * (at - lastRise(other, here, years, since, at));
}

/**
 * The same in many worlds at many dates, from columns `values[row * count + world]`: months by `date * count + world`, NaN in worlds
 * that leave the numbers.
 * @param {Float64Array} first
 * @param {Float64Array} other
 * @param {number} count
 * @param {{years: ArrayLike<number>, since: number, dates: number[]}} when
 */
export function monthsOfWorlds(first, other, count, { years, since, dates }) {
  const found = new Float64Array(dates.length * count);
  const [one, two] = [new Float64Array(years.length), new Float64Array(years.length)];
  for (let world = 0; world < count; world += 1) {
    for (let row = 0; row < years.length; row += 1) {
      one[row] = first[row * count + world];
      two[row] = other[row * count + world];
    }
    for (let date = 0; date < dates.length; date += 1) {
      found[date * count + world] = monthsAt(one, two, years, since, dates[date]);
    }
  }
  return found;
}

/**
 * The dates at which months are told: every saved row after the two have parted.
 * @param {ArrayLike<number>} years
 * @param {number} since
 */
export function datesAfter(years, since) {
  return Array.from(years).filter((year) => year > since);
}

/** The year in which a path last rose above a level before `at`; `since` where it stood above all along, `at` where it does not in the end. */
function lastRise(path, level, years, since, at) {
  let right = at;
  let after = levelIn(path, years, at);
  if (after <= level) return at;
  for (let row = rowBefore(years, at); row >= 0; row -= 1) {
    const isStart = years[row] <= since;
    const left = isStart ? since : years[row];
    const before = isStart ? levelIn(path, years, since) : path[row];
    if (before <= level) return left + passedPart(level - before, after - before) * (right - left);
    if (isStart) return since;
    [right, after] = [left, before];
  }
  return right;
}

function passedPart(part, whole) {
  return whole > 0 ? Math.min(Math.max(part / whole, 0), 1) : Math.min(Math.max(part, 0), 1);
}

/** The last row before a year. */
function rowBefore(years, at) {
  let row = years.length - 1;
  while (row > 0 && years[row] >= at) row -= 1;
  return row;
}

/** What a path stands at in a year, on a straight line between rows. */
function levelIn(path, years, at) {
  const left = rowBefore(years, at);
  const right = Math.min(left + 1, years.length - 1);
  if (years[right] === at) return path[right];
  if (years[left] >= at || right === left) return path[left];
  return path[left] + ((at - years[left]) / (years[right] - years[left])) * (path[right] - path[left]);
}
