// What a move does, in sentences: how much and when, how sure, and what carries it; read from months over many worlds.
import { number, share, wholeNumber, year } from "../../kit/format.js";
import { inSentence, isAlike, monthsApart, monthsLong, monthsPart } from "../../kit/months_words.js";
import { listOf, say, sentences } from "../../kit/words.js";

/**
 * The year in which a scenario differs most: by the median of the worlds' differences; where that is nothing in any year, by how far the
 * worlds spread.
 * @param {import("../../compute/joined_months.js").Found} found
 */
export function peakPlace({ dates, months, gap }) {
  const whole = dates.map((_, place) => place).filter((place) => Number.isInteger(dates[place]));
  const places = whole.length > 0 ? whole : [dates.length - 1];
  const largest = (size) => places.reduce((best, place) => (size(place) > size(best) ? place : best));
  const median = largest((place) => Math.abs(gap.q50[place]));
  const isNothing = months.q50.every(isAlike);
  return isNothing ? largest((place) => gap.q95[place] - gap.q05[place]) : median;
}

/**
 * The shares of worlds on either side at a date, and by so many months at least.
 * @param {Float64Array} sorted the months of every world
 * @param {number} bound
 */
export function sidesOf(sorted, bound) {
  const of = (holds) => sorted.filter(holds).length / sorted.length;
  return {
    earlier: of((value) => value > 0),
    later: of((value) => value < 0),
    earlierByBound: of((value) => value >= bound),
    laterByBound: of((value) => value <= -bound),
  };
}

/**
 * How much, and when: the median at the peak, what the outcome stands at there, and when it changed sides before.
 * @param {any} given
 */
export function muchWords({ found, place, quantity, unit, baseLabel }) {
  const { months, dates, levels } = found;
  const at = year(dates[place]);
  const ends = levels.map(({ q50 }) => number(q50[place], unit));
  const first = isAlike(months.q50[place]) ? skewedWords(found, place) : say("try.much", monthsApart(months.q50[place]), at);
  const then = ends[0] === ends[1] ? say("try.levelSame", quantity, ends[0]) : say("try.level", quantity, ...ends, baseLabel);
  return sentences([first, then, lastWords(found, place), sideTurnWords(found, place)].filter(Boolean));
}

/** The median at the end, where that is another month count than at the peak. */
function lastWords({ months, dates }, place) {
  const last = dates.length - 1;
  if (Math.round(months.q50[last]) === Math.round(months.q50[place])) return "";
  return say("try.end", year(dates[last]), monthsApart(months.q50[last]));
}

/** The median world is as it was: whether all are, or only it. */
function skewedWords({ months, dates }, place) {
  const ends = [months.q05[place], months.q95[place]];
  if (ends.every(isAlike)) return say("try.nothing");
  return say("try.skewed", year(dates[place]), ...ends.map(monthsApart));
}

/** Where the median stood on the other side in a whole year before the peak, by a month at least. */
function sideTurnWords({ months, dates }, place) {
  const side = Math.sign(Math.round(months.q50[place]));
  if (side === 0) return "";
  let other = -1;
  for (let each = 0; each < place; each += 1) {
    const value = Number.isInteger(dates[each]) ? Math.round(months.q50[each]) * -side : 0;
    if (value > 0 && (other < 0 || value > Math.round(months.q50[other]) * -side)) other = each;
  }
  return other < 0 ? "" : say("try.before", monthsApart(months.q50[other]), year(dates[other]));
}

/**
 * How sure: nine tenths of the worlds, and how many agree in sign.
 * @param {any} given
 */
export function sureWords({ found, place, bound, rule }) {
  const { months, worlds } = found;
  const sides = sidesOf(found.monthsIn(place), bound);
  const isLater = sides.later > sides.earlier;
  const [more, less] = isLater ? ["later", "earlier"] : ["earlier", "later"];
  const agree = sides[more];
  const parts = [
    say("try.nineTenths", monthsApart(months.q05[place]), monthsApart(months.q95[place])),
    say(`try.sure.${more}`, share(agree), wholeNumber(worlds), share(sides[less])),
    say("try.byBound", monthsLong(bound), share(sides.laterByBound), share(sides.earlierByBound)),
    agree >= rule.supported ? "" : say("try.unsettled"),
  ];
  return sentences(parts.filter(Boolean));
}

/**
 * The finding as a chart's title.
 * @param {any} given
 */
export function titleWords({ found, place, quantity }) {
  const { months, dates } = found;
  const value = months.q50[place];
  if (!isAlike(value)) return say("try.title", quantity, monthsApart(value), year(dates[place]));
  const ends = [months.q05[place], months.q95[place]];
  if (ends.every(isAlike)) return say("try.titleNothing", quantity);
  return say("try.titleSkewed", quantity, year(dates[place]), ...ends.map(monthsApart));
}

/**
 * What carries a move: each part in words, the largest first.
 * @param {{parts: {name: string, value: number}[], whole: {mean: number, low?: number, high?: number}, at: string, worlds: number}} given
 *   `worlds` is 0 for the nominal one
 */
export function carriedWords({ parts, whole, at, worlds }) {
  const told = parts.filter(({ value }) => monthsPart(value) !== "0").sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const opening = worlds === 0 ? say("try.why.nominal", monthsPart(whole.mean), at) : say("try.why.worlds", monthsPart(whole.mean), at, worlds, ...[whole.low, whole.high].map((each) => monthsPart(each ?? NaN)));
  if (told.length === 0) return opening + say("try.why.none");
  return opening + say("changed.colon") + listOf(told.map(({ name, value }) => say("try.why.part", monthsPart(value), inSentence(name)))) + say("changed.stop");
}
