// What the first screen says, sentence by sentence, from what was found: nothing is said that its numbers do not bear out.
import { h } from "../../kit/dom.js";
import { number, share, shownUnit, wholeNumber } from "../../kit/format.js";
import { inSentence, isAlike, monthsApart, monthsLong } from "../../kit/months_words.js";
import { nearestPlace } from "../../kit/scales.js";
import { label, say, sayNodes, sentences } from "../../kit/words.js";

const LOWEST = 0;
const MIDDLE = 2;
const HIGHEST = 4;

/**
 * The names that sentences use, in the language of the moment.
 * @param {any} pack
 */
export function storyNames({ story, regimes, quantities, bases }) {
  const outcome = quantities[story.outcome] ?? bases[story.outcome];
  return {
    treated: inSentence(label(regimes[story.treated].label)),
    reference: inSentence(label(regimes[story.reference].label)),
    outcome: inSentence(label(outcome.label)),
  };
}

/**
 * The months of some worlds in the year that is read: the ends of nine tenths, and the median.
 * @param {any} story
 * @param {any} bin
 */
export function monthsRead({ years, at }, { quantiles }) {
  const row = quantiles[nearestPlace(years, at)];
  return { low: row[LOWEST], median: row[MIDDLE], high: row[HIGHEST] };
}

/**
 * The answer: what the median world says, in how many worlds it is later and earlier, and what it turns on.
 * @param {any} pack
 * @returns {unknown[]} words and elements
 */
export function answerNodes(pack) {
  const { story } = pack;
  const { treated, reference, outcome } = storyNames(pack);
  const { median } = monthsRead(story, story.all);
  const worlds = wholeNumber(story.all.worlds);
  const strong = (text) => h("b", null, text);
  const lead = isAlike(median)
    ? sayNodes("story.answerAlike", story.at, outcome, strong(say("story.alike")), treated, reference, worlds)
    : sayNodes("story.answerApart", story.at, outcome, strong(monthsApart(median)), treated, reference, worlds);
  const { later, earlier } = story.all;
  const spread = sayNodes("story.spread", monthsLong(story.bound), strong(share(later)), strong(share(earlier)));
  return withGaps([lead, spread, [turnsSentence(pack)]]);
}

/**
 * On which number the answer turns and where, that it turns nowhere along it, or that no single number decides.
 * @param {any} pack
 */
export function turnsSentence({ story, quantities }) {
  const { dial } = story;
  if (dial === null) return say("story.many");
  const quantity = quantities[dial.number];
  const name = label(quantity.label);
  if (dial.turns === null) return say("story.steady", name, share(dial.explains));
  const [value, low, high] = [dial.turns.value, dial.turns.low, dial.turns.high].map((each) => number(each, shownUnit(quantity)));
  return say(isEarlierAbove(story) ? "story.turnsUp" : "story.turnsDown", name, value, low, high);
}

/**
 * The finding that stands over the chart.
 * @param {any} pack
 * @param {any} bin
 */
export function findingTitle(pack, bin) {
  const { treated, reference, outcome } = storyNames(pack);
  const { median } = monthsRead(pack.story, bin);
  if (isAlike(median)) return say("story.titleAlike", pack.story.at, outcome, treated, reference);
  return say("story.titleApart", pack.story.at, outcome, monthsApart(median), treated, reference);
}

/**
 * How many of which worlds agree, and between what nine tenths of them lie.
 * @param {any} pack
 * @param {number | null} place the part of the dial, null for all worlds
 */
export function agreementSentence(pack, place) {
  const { story } = pack;
  const bin = binAt(story, place);
  const { low, high } = monthsRead(story, bin);
  const who = place === null ? say("story.ofAll", wholeNumber(bin.worlds)) : ofBin(pack, place);
  const agreed = say("story.agree", who, share(bin.earlier), monthsLong(story.bound), share(bin.later), monthsApart(low), monthsApart(high));
  return story.failed > 0 ? sentences([agreed, say("story.failed", wholeNumber(story.failed), wholeNumber(story.worlds))]) : agreed;
}

/**
 * The part of the dial that is chosen; all worlds where none is.
 * @param {any} story
 * @param {number | null} place
 */
export function binAt(story, place) {
  return place === null ? story.all : story.dial.bins[place];
}

/**
 * What the dial's number is in one of its parts.
 * @param {any} pack
 * @param {number} place
 */
export function binRange({ story, quantities }, place) {
  const bin = story.dial.bins[place];
  const show = (value) => number(value, shownUnit(quantities[story.dial.number]));
  return bin.zero || bin.low === bin.high ? show(bin.low) : say("story.range", show(bin.low), show(bin.high));
}

/**
 * Where along the dial's parts a value lies, from 0 at the first to 1 at the last.
 * @param {any[]} bins
 * @param {number} value
 */
export function partOfDial(bins, value) {
  const last = bins.length - 1;
  const found = bins.findIndex((bin) => value <= bin.high);
  const place = found < 0 ? last : found;
  const { low, high } = bins[place];
  const within = high > low ? Math.min(Math.max((value - low) / (high - low), 0), 1) - 1 / 2 : 0;
  return last === 0 ? 0 : Math.min(Math.max((place + within) / last, 0), 1);
}

function ofBin(pack, place) {
  const { story, quantities } = pack;
  const name = label(quantities[story.dial.number].label);
  return say("story.ofBin", wholeNumber(story.dial.bins[place].worlds), name, binRange(pack, place));
}

/** Whether the side above the turn is the earlier one: the median there is above that below. */
function isEarlierAbove(story) {
  const { bins } = story.dial;
  const [first, last] = [bins[0], bins[bins.length - 1]].map((bin) => monthsRead(story, bin).median);
  return last > first;
}

function withGaps(parts) {
  const gap = sentences(["", ""]);
  return parts.flatMap((part, place) => (place === 0 ? part : [gap, ...part])).filter((part) => part !== "");
}
