// Why: the mean of the months in the worlds shown, shared out exactly over the pathways of the model, and what none of them carries.
import { h, s } from "../../kit/dom.js";
import { monthsLong, monthsPart } from "../../kit/months_words.js";
import { label, say } from "../../kit/words.js";
import { binAt } from "./story_words.js";

const BAR = { width: 150, height: 11 };

/**
 * The rows of the split: one for each part, the largest in all worlds first, then what is left over, if anything, and their sum.
 * @param {any} story
 * @param {number | null} place
 * @returns {{id: string, words: string, months: number}[]}
 */
export function whyRows(story, place) {
  const bin = binAt(story, place);
  const order = story.why.map((_, each) => each).sort((one, other) => Math.abs(story.all.parts[other]) - Math.abs(story.all.parts[one]));
  const parts = order.map((each) => ({ id: story.why[each].id, words: label(story.why[each].label), months: bin.parts[each] }));
  return [
    ...parts,
    ...(bin.direct === 0 ? [] : [{ id: "rest", words: say("story.rest"), months: bin.direct }]),
    { id: "sum", words: say("story.sum"), months: bin.mean },
  ];
}

/**
 * @param {any} pack
 * @param {number | null} place
 */
export function whyPart({ story }, place) {
  if (story.why.length === 0) return null;
  const ends = monthEnds(story);
  const rows = whyRows(story, place).map(({ id, words, months }) =>
    h("div", { class: `why-row why-${id}` }, h("dt", null, words), h("dd", null, monthBar(months, ends), h("b", null, monthsPart(months)))),
  );
  return [
    h("h2", { class: "minor-title" }, say("story.why", story.at)),
    h("dl", { class: "why-list" }, rows),
    h("p", { class: "fine quiet" }, say("story.whyAbout", monthsLong(story.cap))),
  ];
}

/** The ends of every bar, one for all parts of the dial, so that they compare. */
function monthEnds(story) {
  const months = [story.all, ...(story.dial?.bins ?? [])].flatMap((bin) => [...bin.parts, bin.direct, bin.mean]);
  return { low: Math.min(0, ...months), high: Math.max(0, ...months) };
}

function monthBar(months, { low, high }) {
  const scale = BAR.width / (high - low || 1);
  const zero = -low * scale;
  const length = Math.abs(months) * scale;
  return s(
    "svg",
    { class: "month-bar", viewBox: `0 0 ${BAR.width} ${BAR.height}`, width: BAR.width, height: BAR.height, "aria-hidden": "true" },
    s("rect", { class: months < 0 ? "falls" : "rises", x: months < 0 ? zero - length : zero, y: 1, width: length, height: BAR.height - 2 }),
    s("line", { class: "month-zero", x1: zero, x2: zero, y1: 0, y2: BAR.height }),
  );
}
