// A dispute in words and tables: the mean difference of a figure, its parts, and the one concession that closes most.
import { MONTHS_OF } from "../../compute/lab.js";
import { GROUP_MOVER } from "../../compute/split.js";
import { h } from "../../kit/dom.js";
import { entryText, share, shownUnit, wholeNumber, year } from "../../kit/format.js";
import { monthsApart, monthsPart } from "../../kit/months_words.js";
import { courseWords } from "../../kit/course_words.js";
import { rough } from "../../kit/sureness.js";
import { label, listOf, say, sentences } from "../../kit/words.js";
import { leverAt, settingOf } from "../../state/scenario.js";
import { moverName } from "../figures/changed.js";

export const SIDES = ["first", "second"];
const GIVES_WAY = [...SIDES, "either"];
/** What a single concession must close to be named as one that does. */
const MOST_OF_IT = 0.5;
/** Rivals of the best concession that are named. */
const MOST_AS_GOOD = 3;

/**
 * @typedef {{mean: number, low: number, high: number}} Mean over worlds, with its interval
 * @typedef {{side: number, mover: string, remains: Mean, closes: number, asGood: string[]}} Concession `side` gives way, 0 the first, 1
 *   the second or 2 either; `asGood` do as much as far as the worlds tell
 * @typedef {{figure: string, whole: Mean, parts: (Mean & {name: string})[], concession: Concession | null}} DisputedFigure
 */

/**
 * One figure of a dispute: months, or the level of an outcome.
 * @param {Pack} pack
 * @param {{worlds: number, failed: number}} found
 * @param {DisputedFigure} told
 * @param {number} at
 * @param {Scenario[]} both
 */
export function disputedFigure(pack, found, told, at, both) {
  const isMonths = told.figure.startsWith(MONTHS_OF);
  const outcome = isMonths ? told.figure.slice(MONTHS_OF.length) : told.figure;
  const named = label(pack.quantities[outcome].label);
  const unit = shownUnit(pack.quantities[outcome]);
  const size = isMonths ? monthsPart : (value) => rough(value, unit);
  const given = [named, year(at), isMonths ? monthsApart(told.whole.mean) : size(told.whole.mean), intervalWords(told.whole, size)];
  const counted = wholeNumber(found.worlds);
  const opening = say(isMonths ? "dispute.months" : "dispute.level", ...given, counted);
  const failed = found.failed === 0 ? "" : say("try.failed", wholeNumber(found.failed), wholeNumber(found.worlds + found.failed));
  const back = isMonths ? say("dispute.back") : "";
  const title = say(isMonths ? "dispute.tableMonths" : "dispute.table", named);
  return h(
    "div",
    { class: "disputed" },
    h("p", null, sentences([opening, failed, back].filter(Boolean))),
    partsTable(pack, told.parts, title, size, both, at),
    h("p", { class: "disputed-concession" }, concessionWords(pack, told, size, (value) => (isMonths ? say("months.many", size(value)) : size(value)))),
  );
}

/**
 * How far apart the two stand in all accepted worlds at a date.
 * @param {Pack} pack
 * @param {import("../../compute/joined_months.js").Found} found
 * @param {string} outcome
 * @param {number} at
 */
export function medianWords(pack, { dates, months, worlds }, outcome, at) {
  const place = dates.indexOf(at);
  if (place < 0) return "";
  const [low, middle, high] = [months.q05, months.q50, months.q95].map((row) => monthsApart(row[place]));
  return say("dispute.median", label(pack.quantities[outcome].label), year(dates[place]), wholeNumber(worlds), middle, low, high);
}

function intervalWords({ low, high }, size) {
  return say("try.interval", size(low), size(high));
}

function partsTable(pack, parts, title, size, both, at) {
  const head = [say("dispute.what"), say("dispute.first"), say("dispute.second"), say("dispute.part"), say("verdicts.intervalHead")];
  const rows = [...parts].sort((one, other) => Math.abs(other.mean) - Math.abs(one.mean));
  const body = rows.map((part) =>
    h(
      "tr",
      null,
      h("th", { scope: "row" }, moverName(pack, part.name)),
      both.map((scenario) => h("td", { class: "tabular" }, standsAt(pack, scenario, part.name, at))),
      h("td", { class: "tabular" }, size(part.mean)),
      h("td", { class: "tabular muted" }, intervalWords(part, size)),
    ),
  );
  const table = h(
    "table",
    null,
    h("caption", { class: "visually-hidden" }, title),
    h("thead", null, h("tr", null, head.map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", null, body),
  );
  return h("div", { class: "table-frame", role: "region", tabindex: "0", "aria-label": title }, table);
}

/** What a mover stands at in a year: several for a group, and each world's own where an assumption is left open. */
function standsAt(pack, scenario, mover, at) {
  if (mover.startsWith(GROUP_MOVER)) return say("dispute.several");
  if (Object.hasOwn(scenario.levers, mover)) return courseWords(scenario.levers[mover]);
  if (pack.quantities[mover].role === "lever") return entryText(leverAt(pack, scenario, mover, at));
  const isOpen = !Object.hasOwn(scenario.assumptions, mover) && Object.hasOwn(pack.keys, mover);
  return isOpen ? say("dispute.open") : entryText(settingOf(pack, scenario, mover));
}

function concessionWords(pack, { whole, parts, concession }, size, sizeTold) {
  if (parts.length === 1) return say("dispute.only");
  if (concession === null) return say(size(whole.mean) === size(0) ? "dispute.nothing" : "dispute.unclear");
  const { side, mover, closes, remains } = concession;
  const named = moverName(pack, mover);
  if (closes < MOST_OF_IT) return say("dispute.noneHalf", named, share(Math.max(closes, 0)));
  const asGood = concession.asGood.slice(0, MOST_AS_GOOD).map((each) => say("changed.quoted", moverName(pack, each)));
  const best = say(`dispute.closes.${GIVES_WAY[side]}`, named, share(closes), sizeTold(remains.mean), intervalWords(remains, size));
  return sentences([best, asGood.length === 0 ? "" : say("dispute.asGood", listOf(asGood))].filter(Boolean));
}
