// What you must believe: for each claim the number on which it hangs most, the share of worlds along it, and where it turns.
import { cellsOf, endsOf, partsAlong, placesAlong } from "../../compute/bins.js";
import { h, replace, setText } from "../../kit/dom.js";
import { number, share, shownUnit, wholeNumber } from "../../kit/format.js";
import { drawnWhenSeen } from "../../kit/onscreen.js";
import { label, listOf, say, sentences } from "../../kit/words.js";
import { isSet } from "../../state/pack.js";
import { linkTo } from "../../frame/tabs.js";
import { wilsonInterval } from "../../compute/weights.js";
import { sourceText } from "../controls/control_about.js";
import { drawBelief } from "./believe_chart.js";
import { beliefMap } from "./believe_map.js";
import { claimHeading, explainsWords, isOfFew, turnSentence } from "./believe_words.js";

const HIGH_DRAWN = 210;
const LEAST_WIDE_DRAWN = 240;

/**
 * @param {Element} root
 * @param {any} context
 */
export function mountBelieve(root, context) {
  const { pack, store } = context;
  const decided = pack.claims
    .filter(({ id }) => (pack.believe.claims[id] ?? []).length > 0)
    .sort((one, other) => pack.believe.claims[other.id][0].explains - pack.believe.claims[one.id][0].explains);
  if (decided.length === 0) return;
  const undecided = pack.claims.filter(({ id }) => pack.believe.claims[id]?.length === 0);
  const memory = new Map();
  const lead = h("p", { class: "lead" });
  const panels = decided.map((claim) => beliefPanel(context, claim, memory));
  const rest = h("div", { class: "belief-rest", id: "believe-none", tabindex: "-1" });
  replace(
    root,
    lead,
    h(
      "div",
      { class: "beliefs" },
      panels.map(({ node }) => node),
    ),
    rest,
  );
  let spoken = "";
  let assumed = "";
  const refresh = (state, before) => {
    const now = JSON.stringify(state.scenario.assumptions);
    if (state.language !== spoken) {
      setText(lead, say("believe.lead", wholeNumber(pack.accepted.length), share(pack.rules.verdict.contradicted), share(pack.rules.verdict.supported)));
      replace(rest, restPart(context, undecided));
    }
    if (state.language !== spoken) panels.forEach((panel) => panel.refresh());
    else if (now !== assumed) panels.forEach((panel) => panel.draw());
    spoken = state.language;
    assumed = now;
    if (state.place !== before?.place) showPlace(state.place, panels);
  };
  store.subscribe(refresh);
  refresh(store.get(), null);
}

/** The panel of the claim that the address names, in sight and with the focus. */
function showPlace({ tab, part }, panels) {
  if (tab !== "believe" || part === "") return;
  const target = panels.find(({ id }) => id === part)?.title ?? document.getElementById(`believe-rest-${part}`);
  if (target === undefined || target === null) return;
  target.scrollIntoView({ block: "start" });
  target.focus({ preventScroll: true });
}

function restPart({ pack, store }, claims) {
  if (claims.length === 0) return null;
  const items = claims.map((claim) =>
    h("li", null, h("a", { ...linkTo(store, "argument", claim.id), id: `believe-rest-${claim.id}` }, claimHeading(claim))),
  );
  return [h("h2", null, say("believe.restTitle")), h("p", null, say("believe.rest", claims.length, share(pack.believe.least))), h("ul", null, items)];
}

/** The parts of all worlds along a number, worked out once. */
function placesOfNumber({ lab }, memory, name, parts) {
  const key = `${name} ${parts}`;
  if (!memory.has(key)) memory.set(key, placesAlong(lab.worlds().value(name), parts));
  return memory.get(key);
}

/** The worlds in which a claim is asked: it can be judged there, and its mechanism exists. */
function worldsAsked({ pack, lab }, claim) {
  const strengths = claim.mechanisms.map((name) => lab.worlds().value(name));
  const canBeJudged = pack.truth.computable[claim.id];
  return Array.from(pack.accepted.keys()).filter((world) => isSet(canBeJudged, world) && strengths.every((strength) => strength[world] > 0));
}

function beliefPanel(context, claim, memory) {
  const { pack } = context;
  const title = h("h3", { id: `believe-${claim.id}`, tabindex: "-1" });
  const says = h("p", { class: "belief-says" });
  const canvas = h("div", { class: "chart-canvas" });
  const about = h("div", { class: "belief-about" });
  const node = h("article", { class: "belief-panel", "aria-labelledby": title.id }, title, says, canvas, about);
  /** @type {any} */
  let found = null;
  const find = () => (found ??= findBelief(context, claim, memory));
  const draw = drawnWhenSeen(canvas, (width, scale) => {
    const drawing = drawingOfBelief(context, find());
    const svg = drawBelief(drawing, { width: Math.max(width, LEAST_WIDE_DRAWN), height: HIGH_DRAWN * scale, scale });
    svg.setAttribute("aria-label", say("believe.drawn", claim.id, label(pack.quantities[find().name].label)));
    replace(canvas, svg);
  });
  const refresh = () => {
    const { name, parts, deciding } = find();
    const named = label(pack.quantities[name].label);
    setText(title, claimHeading(claim));
    setText(says, turnSentence(parts, { rule: pack.rules.verdict, unit: shownUnit(pack.quantities[name]), named }));
    replace(about, aboutPart(context, claim, find(), explainsWords(deciding[0], named)));
    draw();
  };
  return { id: claim.id, node, title, refresh, draw };
}

function findBelief(context, claim, memory) {
  const { pack, lab } = context;
  const deciding = pack.believe.claims[claim.id];
  const { parts: many, cells: few } = pack.believe;
  const asked = worldsAsked(context, claim);
  const isTrue = (world) => isSet(pack.truth.claims[claim.id], world);
  const [{ number: name }, second] = deciding;
  const values = lab.worlds().value(name);
  const parts = partsAlong(values, placesOfNumber(context, memory, name, many), asked, isTrue);
  const both = second === undefined ? null : mapOf(context, memory, [name, second.number], few, asked, isTrue);
  return { name, deciding, parts, asked: asked.length, both };
}

function mapOf(context, memory, names, few, asked, isTrue) {
  const [columns, rows] = names.map((name) => placesOfNumber(context, memory, name, few));
  const [across, up] = names.map((name, place) => endsOf(context.lab.worlds().value(name), [columns, rows][place]));
  return { names, columns: across, rows: up, cells: cellsOf(columns, rows, asked, isTrue) };
}

/** @returns {any} what is drawn */
function drawingOfBelief({ pack, store }, { name, parts }) {
  const quantity = pack.quantities[name];
  const { prior } = quantity;
  const isCurved = prior?.kind === "log_uniform";
  return {
    parts,
    range: [quantity.low ?? parts[0].low, quantity.high ?? parts[parts.length - 1].high],
    isCurved,
    unit: shownUnit(quantity),
    own: store.get().scenario.assumptions[name] ?? null,
    declared: quantity.value,
    rule: pack.rules.verdict,
  };
}

/** Under the curve: the number, how much it tells, its declared range, the figures behind the dots, and a second number. */
function aboutPart(context, claim, found, explained) {
  const { pack, store } = context;
  const quantity = pack.quantities[found.name];
  const unit = shownUnit(quantity);
  const named = label(quantity.label);
  const set = h("button", { type: "button", class: "quiet", "aria-label": say("believe.setOf", named), onclick: () => context.showControl(found.name) }, say("believe.set"));
  const declared = say("believe.range", named, lowEnd(quantity.low, unit), number(quantity.high, unit), number(quantity.value, unit));
  const kept = keptTurn(claim, found.name, pack.rules.verdict);
  return [
    h("p", null, sentences([explained, declared]), " ", set),
    h("div", { class: "belief-source muted" }, say(isOfFew(found.parts) ? "believe.rests" : "believe.restsMarked"), sourceText(pack, quantity.source)),
    isOfFew(found.parts) ? null : h("p", { class: "muted" }, kept === null ? say("believe.linear", wholeNumber(found.asked)) : say("believe.kept", number(kept, unit))),
    figuresTable(found, pack.rules.verdict, unit, named),
    found.both === null ? null : secondNumber(pack, found),
    h("p", null, h("a", linkTo(store, "argument", claim.id), say("believe.claim", claim.id))),
  ];
}

/** The lower end of a range, whose unit stands with the upper one. */
function lowEnd(value, unit) {
  return number(value, unit === "share" ? unit : "1");
}

/** Where runs made for this question found the share at one half; null where none were kept. */
function keptTurn(claim, name, rule) {
  if (claim.number !== name) return null;
  return claim.turns.find(({ level }) => level === rule.null)?.value ?? null;
}

function figuresTable({ parts }, rule, unit, named) {
  const rows = parts.map(({ low, high, holds, worlds }) => {
    const reach = wilsonInterval(holds / worlds, worlds, rule.errors);
    const span = low === high ? number(low, unit) : say("try.interval", lowEnd(low, unit), number(high, unit));
    const cells = [share(holds / worlds), say("try.interval", share(reach.low), share(reach.high)), wholeNumber(worlds)];
    return h("tr", null, h("th", { scope: "row" }, span), cells.map((cell) => h("td", null, cell)));
  });
  const heads = [named, say("believe.share"), say("believe.interval"), say("believe.worlds")].map((head) => h("th", { scope: "col" }, head));
  return h(
    "details",
    { class: "figure-table" },
    h("summary", null, say("figure.table")),
    h("table", { class: "belief-figures" }, h("thead", null, h("tr", null, heads)), h("tbody", null, rows)),
  );
}

function secondNumber(pack, { both, deciding }) {
  const quantities = both.names.map((name) => pack.quantities[name]);
  const names = quantities.map((quantity) => label(quantity.label));
  return h(
    "details",
    { class: "belief-second" },
    h("summary", null, say("believe.second", listOf(names), share(deciding[1].explains))),
    beliefMap({ ...both, names, units: quantities.map(shownUnit), rule: pack.rules.verdict }),
  );
}
