// A box of assumptions in words: each limit as a sentence with its place in the possible range, then what the box holds.
import { h, s } from "../../kit/dom.js";
import { number, share, wholeNumber } from "../../kit/format.js";
import { label, listOf, say } from "../../kit/words.js";
import { prose } from "../../kit/prose.js";
import { nodeButton } from "../../state/diagram_state.js";

const RANGE_WIDTH = 120;

/**
 * @param {Context} context
 * @param {any} region as `findRegion` gives it
 */
export function regionWords(context, region) {
  if (region.isRefused) return h("p", { class: "notice" }, say("brush.refused", region.fewest, region.least));
  if (!region.limits.length) return h("p", { class: "notice" }, nothingWords(context, region));
  return [
    h("h3", null, say(region.isDense ? "brush.found" : "brush.foundThin")),
    h(
      "ul",
      { class: "limits-of-box" },
      byName(region.limits).map((limits) => limitItem(context, limits)),
    ),
    h("p", null, say("brush.density", share(region.density), share(region.share)), " ", say("brush.coverage", share(region.coverage))),
    h(
      "p",
      { class: "quiet" },
      say("brush.measured", wholeNumber(region.worlds), wholeNumber(region.measured)),
      region.isDense ? null : ` ${say("brush.thin", share(region.wanted))}`,
    ),
  ];
}

/** None was found: what was tried, and what goes with the selection all the same. */
function nothingWords({ pack }, { tried, telling, share: all }) {
  const named = listOf(telling.map((name) => say("changed.quoted", label(pack.quantities[name].label))));
  const found = telling.length ? say("brush.goesWith", wholeNumber(tried), named) : say("brush.nothing", wholeNumber(tried));
  return found + say("brush.ofAll", share(all));
}

/** Both ends of one assumption together. */
function byName(limits) {
  const groups = new Map();
  for (const limit of limits) groups.set(limit.name, [...(groups.get(limit.name) ?? []), limit]);
  return [...groups.values()];
}

function limitItem(context, limits) {
  const quantity = context.pack.quantities[limits[0].name];
  const [low, high] = ["low", "high"].map((end) => limits.find((limit) => limit.end === end)?.bound ?? null);
  const range = say("brush.possible", number(quantity.low, quantity.unit), number(quantity.high, quantity.unit));
  return h(
    "li",
    null,
    h("strong", null, label(quantity.label)),
    " ",
    limitSentence(low, high, quantity),
    rangePicture(quantity, low, high),
    h("span", { class: "quiet" }, range, " "),
    nodeButtonIn(context, quantity.base),
  );
}

function limitSentence(low, high, { unit, role, prior }) {
  if (role === "switch" && prior?.kind === "category") return say(low !== null ? "brush.exists" : "brush.existsNot");
  if (low !== null && high !== null) return say("brush.between", number(low, unit), number(high, unit));
  return low !== null ? say("brush.atLeast", number(low, unit)) : say("brush.atMost", number(high, unit));
}

function rangePicture({ low, high }, from, to) {
  const place = (value) => ((Math.min(Math.max(value, low), high) - low) / (high - low)) * RANGE_WIDTH;
  const [left, right] = [from === null ? 0 : place(from), to === null ? RANGE_WIDTH : place(to)];
  return s(
    "svg",
    { class: "range-picture", viewBox: `0 0 ${RANGE_WIDTH} 10`, width: RANGE_WIDTH, height: 10, "aria-hidden": "true" },
    s("line", { x1: 0, x2: RANGE_WIDTH, y1: 5, y2: 5 }),
    s("rect", { x: left, y: 1, width: Math.max(right - left, 2), height: 8, rx: 2 }),
  );
}

function nodeButtonIn(context, base) {
  return h(
    "details",
    { class: "inline-details" },
    h("summary", null, say("brush.where")),
    nodeButton(context, base),
    h("p", null, prose(context.pack.bases[base].doc)),
  );
}
