// The chart of the first screen: months over the years under a finding, the sentence on agreement, and what one takes away.
import { h, replace, setText } from "../../kit/dom.js";
import { drawMonths, monthsAxis } from "../../kit/months_chart.js";
import { monthsSigned } from "../../kit/months_words.js";
import { drawnWhenSeen } from "../../kit/onscreen.js";
import { linkTo } from "../../frame/tabs.js";
import { label, say } from "../../kit/words.js";
import { figureTools } from "../figures/export.js";
import { chosenBin } from "./story_dial.js";
import { agreementSentence, binAt, binRange, findingTitle, storyNames } from "./story_words.js";

const FIGURE_SHAPE = 0.5;
const LEAST_HEIGHT = 210;
const MOST_HEIGHT = 330;
const QUANTILES = ["q05", "q25", "q50", "q75", "q95"];

/**
 * @param {Context} context
 * @returns {{node: HTMLElement, refresh: () => void}}
 */
export function storyFigure(context) {
  const { pack, store } = context;
  const title = h("h2", { class: "finding-title" });
  const canvas = h("div", { class: "story-canvas" });
  const agreement = h("p", { class: "story-agreement", role: "status" });
  const key = h("p", { class: "fine quiet" });
  const reproduce = h("a", linkTo(store, "method", "reproduce"));
  const axis = monthsAxis([pack.story.all, ...(pack.story.dial?.bins ?? [])].map(({ quantiles }) => quantiles), pack.story.bound);
  const draw = drawnWhenSeen(canvas, (width, scale) => replace(canvas, drawn(pack, store, axis, { width, scale })));
  const tools = h("div", { class: "story-tools" }, figureTools(context, takenAway(context, canvas, axis)), reproduce);
  const node = h("div", { class: "story-figure" }, title, canvas, agreement, key, tools);
  const refresh = () => {
    const place = chosenBin(store.get(), pack.story);
    setText(title, findingTitle(pack, binAt(pack.story, place)));
    setText(agreement, agreementSentence(pack, place));
    setText(key, say("story.key"));
    setText(reproduce, say("story.reproduce"));
    draw();
  };
  return { node, refresh };
}

function drawn(pack, store, axis, { width, scale }) {
  const height = Math.min(Math.max(width * FIGURE_SHAPE, LEAST_HEIGHT * scale), MOST_HEIGHT * scale);
  return monthsOf(pack, store, axis, { width, height, scale });
}

function monthsOf(pack, store, axis, size) {
  const { story } = pack;
  const bin = binAt(story, chosenBin(store.get(), story));
  const words = {
    earlier: say("story.earlier"),
    later: say("story.later"),
    zero: say("story.zero", storyNames(pack).reference),
    median: say("story.median"),
    beyond: (months) => say("story.beyond", monthsSigned(months)),
  };
  const drawing = { name: findingTitle(pack, bin), years: story.years, quantiles: bin.quantiles, at: story.at, axis, words };
  return drawMonths(drawing, size);
}

/** The figure as files: its title is the finding, and what it is of stands under it. */
function takenAway({ pack, store }, canvas, axis) {
  const place = () => chosenBin(store.get(), pack.story);
  return {
    file: () => "dualtrack-answer",
    title: () => findingTitle(pack, binAt(pack.story, place())),
    svg: () => canvas.querySelector("svg"),
    table: () => monthsTable(pack, place()),
    note: () => agreementSentence(pack, place()),
    about: () => aboutRuns(pack, place()),
    wide: (width, height) => monthsOf(pack, store, axis, { width, height, scale: 1 }),
  };
}

/**
 * Quantiles of months by year, as numbers.
 * @param {any} pack
 * @param {number | null} place
 */
export function monthsTable({ story }, place) {
  const columns = [say("chart.year"), ...QUANTILES.map((name) => say("story.column", say(`chart.${name}`)))];
  return { columns, rows: story.years.map((year, row) => [String(year), ...binAt(story, place).quantiles[row]]) };
}

function aboutRuns(pack, place) {
  const { story, regimes, quantities } = pack;
  const { outcome } = storyNames(pack);
  const said = say("story.about", outcome, label(regimes[story.treated].label), label(regimes[story.reference].label));
  return place === null ? said : say("story.aboutBin", said, label(quantities[story.dial.number].label), binRange(pack, place));
}
