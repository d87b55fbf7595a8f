// What was seen: dated figures and facts of the record, as points for the curves and as a table with sources.
import { h, replace } from "../../kit/dom.js";
import { number, share, shownUnit } from "../../kit/format.js";
import { label, language, say } from "../../kit/words.js";
import { citation } from "./sources.js";
import { dataTable } from "../../kit/table.js";
import { momentWords, monthsWords, periodWords, spanWords } from "../../kit/moments.js";

const knownPoints = new WeakMap();
const FACT_GROUPS = ["inSample", "heldOut", "notCounted"];

/**
 * Points of the record for one quantity's curve, by date: figures seen, and facts that say a level.
 * @param {Pack} pack
 * @param {string} name a quantity's flat name
 * @returns {Array<{kind: "history" | "fact", year: number, span?: [number, number], value: number, low?: number, high?: number, label: [string, string],
 *   caveat?: [string, string], source: string}>}
 */
export function recordPoints(pack, name) {
  if (!knownPoints.has(pack)) knownPoints.set(pack, new Map());
  const known = knownPoints.get(pack);
  if (!known.has(name))
    known.set(
      name,
      [...seenPoints(pack, name), ...factPoints(pack, name)].sort((one, other) => one.year - other.year),
    );
  return known.get(name);
}

function seenPoints(pack, name) {
  return (pack.history[name] ?? []).flatMap((series) => {
    const { label: named, caveat, figures } = pack.series[series];
    return figures.map((seen) => ({ kind: "history", ...seen, label: named, caveat }));
  });
}

/**
 * When a point was seen: a month, or the time over which it counts.
 * @param {{year: number, span?: [number, number]}} point
 */
export function pointMoment({ year, span }) {
  return span ? periodWords(...span) : momentWords(year);
}

/** Only a level that is to be met within a tolerance is a point; a bound, a change and a moment are in the table. */
function factPoints(pack, name) {
  return pack.facts.flatMap((fact) =>
    fact.checks
      .filter((check) => check.quantity === name && check.measure === "level" && !check.per && check.relation === "within")
      .map((check) => ({
        kind: "fact",
        year: (check.start + check.stop) / 2,
        span: check.start === check.stop ? undefined : [check.start, check.stop],
        value: check.value,
        low: (check.low ?? check.value) - check.tolerance,
        high: (check.high ?? check.value) + check.tolerance,
        label: fact.statement,
        source: check.sources[0],
      })),
  );
}

/**
 * The facts that the theory answers for: whether it reproduces them, and in what share of worlds.
 * @param {HTMLElement} root
 * @param {Context} context
 */
export function mountFacts(root, { pack, store }) {
  const scene = { sorted: {} };
  const draw = () =>
    replace(
      root,
      h("p", { class: "lead" }, say("record.lead")),
      FACT_GROUPS.map((group) => factGroup(pack, group, scene)),
    );
  draw();
  store.subscribe((state, before) => state.language !== before.language && draw());
}

function factGroup(pack, group, scene) {
  const facts = missedFirst(pack.facts.filter((fact) => groupOfFact(fact) === group));
  if (!facts.length) return null;
  const met = facts.filter((fact) => fact.nominal === true).length;
  const words = group === "notCounted" ? say(`record.${group}`, facts.length) : say(`record.${group}`, met, facts.length);
  const columns = group === "notCounted" ? factColumns(pack).slice(0, 2) : factColumns(pack);
  return h("div", { class: "fact-table" }, dataTable({ caption: words, columns, rows: facts, sorted: scene.sorted }));
}

/**
 * Facts that the nominal world misses stand at the head, each part in its own order.
 * @param {any[]} facts
 */
export function missedFirst(facts) {
  const isMissed = (fact) => fact.isTest && fact.nominal === false;
  return [...facts.filter(isMissed), ...facts.filter((fact) => !isMissed(fact))];
}

function groupOfFact(fact) {
  if (!fact.isTest) return "notCounted";
  return fact.heldOut ? "heldOut" : "inSample";
}

function factColumns(pack) {
  return [
    {
      key: "fact",
      label: say("record.fact"),
      isHead: true,
      cell: (fact) => [h("span", { class: "claim-id" }, fact.id), " ", label(fact.statement)],
      sort: (fact) => Number(fact.id.slice(1)),
    },
    {
      key: "checks",
      label: say("record.seen"),
      cell: (fact) => checksCell(pack, fact),
    },
    { key: "nominal", label: say("record.nominal"), cell: nominalWords, sort: (fact) => fact.misses ?? Infinity },
    {
      key: "share",
      label: say("record.share"),
      numeric: true,
      cell: (fact) => (fact.share === null ? "–" : share(fact.share)),
      sort: (fact) => fact.share ?? -1,
    },
  ];
}

function nominalWords(fact) {
  if (fact.nominal === null) return "–";
  const isBound = fact.checks.every(({ relation }) => relation !== "within");
  const size = fact.misses.toFixed(1) === "1.0" ? fact.misses.toFixed(2) : fact.misses.toFixed(1);
  const words = fact.nominal ? say("record.reproduced") : say(isBound ? "record.beyond" : "record.missed", size);
  return h("span", { class: fact.nominal ? "met" : "unmet" }, h("span", { "aria-hidden": "true" }, fact.nominal ? "✓ " : "✗ "), words);
}

function checksCell(pack, { checks }) {
  if (!checks.length) return h("span", { class: "quiet" }, say("record.unchecked"));
  return h(
    "ul",
    { class: "checks" },
    checks.map((check) => h("li", null, checkWords(pack, check), " ", sourcesOf(pack, check))),
  );
}

function sourcesOf(pack, check) {
  return check.sources.map((key) => [citation(pack, key), " "]);
}

/**
 * What was seen, in one line without its sources.
 * @param {Pack} pack
 * @param {any} check
 */
export function checkWords(pack, check) {
  const quantity = pack.quantities[check.quantity];
  const measured = check.per ? say("record.per", label(quantity.label), label(pack.quantities[check.per].label)) : label(quantity.label);
  const when = spanWords(check.start, check.stop, check.measure === "level");
  const turn = turnWords(check);
  if (turn) return say(turn, measured, when);
  const isMoment = check.measure === "moment";
  const unit = check.relative || check.per ? "1" : shownUnit(quantity);
  const value = isMoment ? momentWords(check.value) : number(check.value, unit);
  const room = isMoment ? monthsWords(check.tolerance) : number(check.tolerance, unit);
  const kind = say(`record.${check.measure}`, measured, when, check.turn ? say(`record.turn.${check.turn}`) : "");
  return kind + (language() === "zh" ? "" : " ") + say(`record.${check.relation}`, value, room);
}

/** A change bounded by zero is a direction. */
function turnWords({ measure, value, relation }) {
  if (measure !== "change" || value !== 0 || relation === "within") return null;
  return relation === "at_least" ? "record.rises" : "record.falls";
}
