// The named loops of a quantity: those that drive it in the year shown, and those that pass through it, or through what moves it, and rest.
import { h } from "../../kit/dom.js";
import { share, year } from "../../kit/format.js";
import { label, listOf, say, sentences } from "../../kit/words.js";

/** A loop with a smaller part is told among those that rest. */
const LEAST_PART = 0.005;
const STOCKS_TOLD = 4;

/**
 * The loops through a quantity. A quantity that is only read lies on none: then the loops through its nearest causes that lie on
 * any, and these causes.
 * @param {any} pack
 * @param {string} name of a quantity, without its element
 * @returns {{loops: any[], through: string[]}} `through` is empty where the loops pass through the quantity itself
 */
export function loopsOf(pack, name) {
  const on = (each) => pack.loops.filter((loop) => loop.members.includes(each));
  const own = on(name);
  if (own.length > 0) return { loops: own, through: [] };
  const seen = new Set([name]);
  let front = [name];
  while (front.length > 0) {
    front = [...new Set(front.flatMap((each) => pack.bases[each]?.causes ?? []))].filter((each) => !seen.has(each));
    front.forEach((each) => seen.add(each));
    const through = front.filter((each) => on(each).length > 0);
    if (through.length > 0) return { loops: pack.loops.filter((loop) => through.some((each) => loop.members.includes(each))), through };
  }
  return { loops: [], through: [] };
}

/**
 * The loops that drive a quantity, the largest first, and the rest of those that reach it.
 * @param {any} pack
 * @param {string} name
 * @param {import("../../state/strengths.js").Driving | null} driving
 * @returns {{driving: any[], resting: any[]}}
 */
export function loopsInOrder(pack, name, driving) {
  const part = (loop) => driving?.loops.get(loop.id) ?? 0;
  const moving = pack.loops.filter((loop) => part(loop) >= LEAST_PART).sort((one, other) => part(other) - part(one));
  return { driving: moving, resting: loopsOf(pack, name).loops.filter((loop) => !moving.includes(loop)) };
}

/**
 * The part of the details that lists them.
 * @param {any} pack
 * @param {string} name
 * @param {{driving: import("../../state/strengths.js").Driving | null, year: number}} now
 * @param {{loop: string, showLoop: (id: string) => void}} acts
 */
export function loopsPart(pack, name, now, acts) {
  const { through } = loopsOf(pack, name);
  const { driving, resting } = loopsInOrder(pack, name, now.driving);
  const title = h("h4", null, say("diagram.loops", year(now.year)));
  if (driving.length + resting.length === 0) return h("div", null, title, h("p", { class: "quiet" }, say("diagram.noLoops")));
  const items = (loops) => h("ul", { class: "links loops" }, loops.map((loop) => loopItem(loop, now.driving, acts)));
  if (now.driving === null) return h("div", null, title, h("p", { class: "quiet waiting" }, say("shares.working")), items(resting));
  const fed = through.length > 0 && say("diagram.fedBy", listOf(through.map((each) => label(pack.bases[each].label))));
  return h(
    "div",
    null,
    title,
    driving.length > 0 ? items(driving) : h("p", { class: "quiet" }, say("diagram.noneDrives", year(now.year))),
    driving.length > 0 && h("p", { class: "fine quiet" }, drivingWords(pack, now.driving)),
    resting.length > 0 &&
      h("details", { class: "resting" }, h("summary", null, say("diagram.resting", resting.length, year(now.year))), fed && h("p", { class: "quiet" }, fed), items(resting)),
  );
}

/**
 * Through which stocks loops drive a quantity, and how much of what moves it they carry together.
 * @param {any} pack
 * @param {import("../../state/strengths.js").Driving} driving
 */
export function drivingWords(pack, { stocks, reached }) {
  const told = [...stocks].sort((one, other) => other[1] - one[1]).filter(([, weight]) => weight >= LEAST_PART);
  const named = told.slice(0, STOCKS_TOLD).map(([stock, weight]) => say("diagram.stockPart", label(pack.bases[stock].label), share(weight)));
  const others = told.length > STOCKS_TOLD ? say("diagram.stocksMore", told.length - STOCKS_TOLD) : "";
  return sentences([say("diagram.loopParts", share(reached)), say("diagram.fedByStocks", listOf([...named, others].filter(Boolean)))]);
}

function loopItem(loop, driving, acts) {
  const press = h(
    "button",
    { type: "button", class: "link-name", "aria-pressed": String(acts.loop === loop.id), onclick: () => acts.showLoop(loop.id) },
    `${loop.id} ${label(loop.label)}`,
  );
  const part = driving?.loops.get(loop.id);
  const words = part === undefined ? "" : share(part);
  return h("li", null, press, h("span", { class: "quiet" }, say(`loops.${loop.polarity}`)), h("span", { class: "numeric quiet" }, words));
}
