// Dates that the model counts in years and parts of a year, told in months.
import { language, say } from "./words.js";

const MONTHS = 12;
const DAY = 86_400_000;
/** Of a day: dates come with four decimals of a year. */
const ROUNDING = 0.04;
/** Of a year, less than the shortest day. */
const LAST_MOMENT = 0.002;

/**
 * The month in which a moment lies, by the calendar: 2025.6 is August 2025.
 * @param {number} at
 */
export function momentWords(at) {
  const whole = Math.floor(at + LAST_MOMENT / MONTHS);
  const [start, stop] = [whole, whole + 1].map((each) => Date.UTC(each, 0));
  const days = Math.floor(((at - whole) * (stop - start)) / DAY + ROUNDING);
  const date = new Date(start + Math.max(days, 0) * DAY);
  const form = new Intl.DateTimeFormat(language() === "zh" ? "zh-CN" : "en-GB", { year: "numeric", month: "long", timeZone: "UTC" });
  return form.format(date);
}

/**
 * From when to when; what holds over whole years is told in years.
 * @param {number} start
 * @param {number} stop
 * @param {boolean} isWhole whether all of the time between counts, and not its ends
 */
export function spanWords(start, stop, isWhole) {
  if (isWhole && Number.isInteger(start) && Number.isInteger(stop) && stop > start)
    return stop === start + 1 ? say("record.year", start) : say("record.span", say("record.year", start), say("record.year", stop - 1));
  const [from, to] = [momentWords(start), momentWords(stop)];
  return from === to ? from : say("record.span", from, to);
}

/**
 * A length of time in whole months.
 * @param {number} years
 */
export function monthsWords(years) {
  return say("record.months", Math.round(years * MONTHS));
}

/**
 * The time over which a figure counts, up to but without its end: whole years as such, else its first and its last month.
 * @param {number} start
 * @param {number} end
 */
export function periodWords(start, end) {
  return Number.isInteger(start) && Number.isInteger(end) ? spanWords(start, end, true) : spanWords(start, end - LAST_MOMENT, false);
}
