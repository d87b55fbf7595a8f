// Dates that the model counts in years and parts of a year, told in months.
import { language, say } from "./words.js";

const MONTHS = 12;
const ROUNDING = 1e-6;

/**
 * The month in which a moment lies: 2025.6 is August 2025.
 * @param {number} at
 */
export function momentWords(at) {
  const month = Math.floor(at * MONTHS + ROUNDING);
  const date = new Date(Date.UTC(Math.floor(month / MONTHS), month % MONTHS));
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
