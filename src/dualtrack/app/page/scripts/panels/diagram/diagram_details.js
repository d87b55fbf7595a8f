// One quantity in full: what it is, its equation, unit and source, what it follows from and leads to, and the loops through it.
import { h, s } from "../../kit/dom.js";
import { number, share, shownUnit, unitName, year } from "../../kit/format.js";
import { label, say } from "../../kit/words.js";
import { loopsPart } from "./diagram_loops.js";
import { prose } from "../../kit/prose.js";
import { citation } from "../evidence/sources.js";
import { sectorLabel } from "./diagram_map.js";
import { nearestPlace } from "../../kit/scales.js";

const BAR_WIDTH = 48;

/**
 * @param {Context} context
 * @param {string} name a base name
 * @param {{links: Map<string, number> | null, driving: import("../../state/strengths.js").Driving | null}} now strengths at the year that is read
 *   off, once known
 * @param {{choose: (name: string) => void, showLoop: (id: string) => void, loop: string}} acts
 */
export function nodeDetails(context, name, now, acts) {
  const found = context.pack.bases[name];
  return h(
    "div",
    { class: "node-details" },
    h("h3", null, label(found.label)),
    h(
      "p",
      { class: "quiet" },
      say(`diagram.role.${found.role}`),
      " · ",
      sectorLabel(context.pack, found.sector),
      " · ",
      h("code", null, name),
    ),
    h("p", null, prose(found.doc)),
    factsOf(context, found),
    equationOf(found),
    linksPart(context, found, "causes", now, acts),
    linksPart(context, found, "effects", now, acts),
    loopsPart(context.pack, name, { ...now, year: context.store.get().year }, acts),
  );
}

function factsOf({ pack, store, lab }, found) {
  const unit = unitName(found.unit) || say("diagram.noUnit");
  const parts = [[say("diagram.unit"), unit]];
  const given = found.elements.map((flat) => pack.quantities[flat]);
  parts.push([say("diagram.value", year(store.get().year)), valuesNow({ store, lab }, found, given)]);
  if (found.role === "uncertainty" || found.role === "switch" || found.role === "constant" || found.role === "lever") {
    parts.push([
      say("diagram.bounds"),
      given.map((each) => elementWords(found, each, say("diagram.fromTo", number(each.low, each.unit), number(each.high, each.unit)))),
    ]);
  }
  parts.push([say("diagram.source"), sourceOf(pack, found)]);
  return h(
    "dl",
    { class: "pairs" },
    parts.map(([term, words]) => [h("dt", null, term), h("dd", null, words)]),
  );
}

function valuesNow({ store, lab }, found, given) {
  const { scenario, year: at } = store.get();
  if (["uncertainty", "switch", "constant"].includes(found.role)) {
    return given.map((each) => elementWords(found, each, number(scenario.assumptions[each.name] ?? each.value, each.unit)));
  }
  const run = lab.run(scenario, found.elements);
  const row = nearestPlace(run.years, at);
  return given.map((each) => elementWords(found, each, number(run.values[each.name][row], shownUnit(each))));
}

function elementWords(found, each, words) {
  if (found.elements.length < 2) return h("div", null, words);
  return h("div", { class: "element" }, h("span", null, label(each.label)), h("span", null, words));
}

function sourceOf(pack, found) {
  const { kind, keys, why, measure } = found.source;
  if (kind === "study") return keys.map((key) => [citation(pack, key), " "]);
  const text = [why, measure]
    .map(prose)
    .filter((words) => words?.textContent)
    .map((words) => h("div", null, words));
  return [h("div", { class: "source-kind" }, say(`diagram.sourceKind.${kind}`)), text];
}

/** The equation of a quantity; null where it has none. */
export function equationOf(found) {
  if (!found.equation?.length) return null;
  return h(
    "div",
    null,
    h("h4", null, say("diagram.equation")),
    h("pre", { class: "equation", tabindex: "0", role: "region", "aria-label": say("diagram.equation") }, found.equation.join("\n")),
  );
}

/** What a quantity follows from, or leads to, each with its strength once known. */
export function linksPart({ pack }, found, side, now, acts) {
  const names = found[side]?.filter((other) => other !== found.base);
  if (!names?.length) return h("div", null, h("h4", null, say(`diagram.${side}`)), h("p", { class: "quiet" }, say(`diagram.no.${side}`)));
  const rows = names.map((other) => linkRow(pack, found.base, other, side, now, acts));
  rows.sort((one, other) => other.size - one.size);
  return h(
    "div",
    null,
    h("h4", null, say(`diagram.${side}`)),
    h(
      "ul",
      { class: "links" },
      rows.map((row) => row.item),
    ),
    side === "effects" ? h("p", { class: "fine quiet" }, say("diagram.strengths")) : null,
  );
}

function linkRow(pack, base, other, side, now, acts) {
  const [from, to] = side === "causes" ? [other, base] : [base, other];
  const edge = pack.diagram.edges.find((each) => each.from === from && each.to === to);
  const strength = now.links?.get(`${from}>${to}`);
  const sign = strength ? (strength > 0 ? "+" : "−") : edge ? edge.sign.replace("-", "−") : "";
  const press = h("button", { type: "button", class: "link-name", onclick: () => acts.choose(other) }, label(pack.bases[other].label));
  const words = strength === undefined ? (now.links ? say("diagram.still") : "…") : share(Math.abs(strength));
  const size = Math.abs(strength ?? 0) || (edge?.importance ?? 0) / 1000;
  return {
    size,
    item: h("li", null, h("span", { class: "sign" }, sign), press, strengthBar(strength), h("span", { class: "numeric quiet" }, words)),
  };
}

function strengthBar(strength) {
  const width = Math.min(Math.abs(strength ?? 0), 1) * BAR_WIDTH;
  const bar = s("rect", { class: strength < 0 ? "falling" : "rising", x: 0, y: 1, width, height: 6 });
  return s("svg", { class: "strength", viewBox: `0 0 ${BAR_WIDTH} 8`, width: BAR_WIDTH, height: 8, "aria-hidden": "true" }, bar);
}
