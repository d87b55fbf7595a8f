// The named loops of a quantity: those that pass through it, or where none does, those that reach it through what moves it.
import { h } from "../../kit/dom.js";
import { share } from "../../kit/format.js";
import { label, listOf, say } from "../../kit/words.js";

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
 * The part of the details that lists them, the one with the largest share in the year shown first.
 * @param {any} pack
 * @param {string} name
 * @param {{loops: Map<string, number> | null}} now
 * @param {{loop: string, showLoop: (id: string) => void}} acts
 */
export function loopsPart(pack, name, now, acts) {
  const { loops, through } = loopsOf(pack, name);
  const title = h("h4", null, say("diagram.loops"));
  if (loops.length === 0) return h("div", null, title, h("p", { class: "quiet" }, say("diagram.noLoops")));
  const size = (loop) => Math.abs(now.loops?.get(loop.id) ?? 0);
  const items = [...loops].sort((one, other) => size(other) - size(one)).map((loop) => loopItem(loop, now, acts));
  const fed = through.length > 0 && say("diagram.fedBy", listOf(through.map((each) => label(pack.bases[each].label))));
  return h(
    "div",
    null,
    title,
    fed && h("p", { class: "quiet" }, fed),
    h("ul", { class: "links loops" }, items),
    h("p", { class: "fine quiet" }, say("diagram.loopStrengths")),
  );
}

function loopItem(loop, now, acts) {
  const part = now.loops?.get(loop.id);
  const words = part === undefined ? (now.loops ? "–" : "…") : share(Math.abs(part));
  const press = h(
    "button",
    { type: "button", class: "link-name", "aria-pressed": String(acts.loop === loop.id), onclick: () => acts.showLoop(loop.id) },
    `${loop.id} ${label(loop.label)}`,
  );
  return h("li", null, press, h("span", { class: "quiet" }, say(`loops.${loop.polarity}`)), h("span", { class: "numeric quiet" }, words));
}
