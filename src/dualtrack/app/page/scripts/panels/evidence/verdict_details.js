// One claim in numbers: what is asked of a world, the answer under each prior, what it is held beside, and what decides it.
import { h } from "../../kit/dom.js";
import { months, number, share, wholeNumber, year } from "../../kit/format.js";
import { label, say, sayNodes } from "../../kit/words.js";
import { linkTo } from "../../frame/tabs.js";
import { prose } from "../../kit/prose.js";
import { citation } from "./sources.js";
import { dataTable } from "../../kit/table.js";
import { besidePart, shareWithInterval } from "./verdict_beside.js";
import { verdictMark } from "../../kit/verdict_shapes.js";
import { cruxWords, verdictNotes } from "./standing.js";
import { sideOf } from "../../compute/weights.js";

const CRUXES_SHOWN = 3;

/**
 * @param {Context} context
 * @param {any} claim
 * @param {{share: number, low: number, high: number, effective: number} | null} own
 */
export function verdictDetails(context, claim, own) {
  return h(
    "div",
    { class: "verdict-details" },
    askedPart(context.pack, claim),
    ownPart(own, context.pack.rules.verdict),
    priorsPart(context.pack, claim),
    worldsPart(claim),
    besidePart(context.pack, claim),
    secondPart(claim),
    attributionPart(context.pack, claim),
    cruxPart(claim, context.pack),
    otherwisePart(claim),
    cardLink(context, claim),
  );
}

function askedPart(pack, claim) {
  return h(
    "dl",
    { class: "pairs" },
    h("dt", null, say("verdicts.asked")),
    h("dd", null, label(claim.asked)),
    h("dt", null, say("verdicts.reason")),
    h("dd", null, verdictMark(claim.verdict), verdictNotes(claim, pack).map((note) => ` · ${note}`)),
  );
}

function ownPart(own, rule) {
  if (!own) return null;
  if (own.isOff) return h("p", { class: "notice" }, say("verdicts.offInWords"));
  return h(
    "p",
    { class: "notice" },
    say("verdicts.ownInWords", share(own.share), share(own.low), share(own.high), wholeNumber(own.effective)),
    " ",
    say(`verdicts.side.${sideOf(own, rule)}`, share(rule.supported), share(rule.contradicted)),
  );
}

function priorsPart(pack, claim) {
  if (!claim.answers?.length) return null;
  const columns = [
    { key: "prior", label: say("verdicts.prior"), isHead: true, cell: (row) => priorName(pack, row.prior) },
    { key: "before", label: say("verdicts.before"), numeric: true, cell: (row) => shareWithInterval(row.before) },
    { key: "after", label: say("verdicts.after"), numeric: true, cell: (row) => shareWithInterval(row.after) },
    { key: "odds", label: say("verdicts.odds"), numeric: true, cell: (row) => (row.odds === null ? "–" : `×${number(row.odds)}`) },
    { key: "given", label: say("verdicts.given"), numeric: true, cell: (row) => shareWithInterval((row.after ?? row.before).asked) },
  ];
  return dataTable({ caption: say("verdicts.byPrior", claim.id), columns, rows: claim.answers });
}

/** Of which worlds alone the claim is asked, and in how many of them it has no number, under the first prior. */
export function worldsPart({ answers }) {
  if (!answers?.length) return null;
  const { worlds, given_first: first, undefined: without } = answers[0].after ?? answers[0].before;
  const asked = first && say("verdicts.givenFirst", label(first.label), wholeNumber(worlds), wholeNumber(first.worlds), shareWithInterval(first));
  const none = without && say("verdicts.undefined", shareWithInterval(without));
  return [asked, none].filter(Boolean).map((words) => h("p", { class: "fine" }, words));
}

/** The same claim where the regimes part from history at another date. */
function secondPart({ second_parting: second }) {
  if (!second?.answers?.length) return null;
  return h("p", null, say("verdicts.second", year(second.year), share(second.answers[0].probability)), " ", verdictMark(second.verdict));
}

/** What the effect is due to, under the first prior, the largest part first. */
function attributionPart(pack, claim) {
  const [found] = Object.values(pack.attribution?.[claim.id] ?? {});
  if (!found) return null;
  const rows = [...found.parts].sort((one, other) => Math.abs(other.mean) - Math.abs(one.mean));
  const columns = [
    { key: "part", label: say("verdicts.mechanisms"), isHead: true, cell: (part) => label(part.label) },
    { key: "mean", label: say("verdicts.mean"), numeric: true, cell: (part) => months(part.mean) },
    {
      key: "interval",
      label: say("verdicts.intervalHead"),
      numeric: true,
      cell: (part) => say("verdicts.interval", months(part.low), months(part.high)),
    },
  ];
  return dataTable({ caption: say("verdicts.attribution", months(found.mean)), columns, rows });
}

function cruxPart(claim, pack) {
  const found = claim.cruxes?.slice(0, CRUXES_SHOWN) ?? [];
  if (claim.verdict !== "open" || !found.length) return null;
  const items = found.map((crux) => h("li", null, cruxWords(crux, pack)));
  return [h("h3", null, say("verdicts.cruxes")), h("ul", null, items)];
}

/** The same question asked otherwise. */
function otherwisePart(claim) {
  const asked = (claim.variants ?? []).map((variant) =>
    h("li", null, say("verdicts.variant", label(variant.label), shareWithInterval(variant))),
  );
  return asked.length ? [h("h3", null, say("verdicts.variants")), h("ul", null, asked)] : null;
}

/** Where the claim stands in the argument, with its evidence. */
function cardLink({ store }, claim) {
  return h("p", null, h("a", linkTo(store, "argument", claim.id), say("verdicts.card", claim.id)));
}

/**
 * The levers that a claim of structure is about, each leading to its control.
 * @param {Context} context
 * @param {Claim} claim
 */
export function leversPart({ pack, showControl }, claim) {
  if (!claim.levers?.length) return null;
  const buttons = claim.levers.map((name) =>
    h("li", null, h("button", { type: "button", class: "chip", onclick: () => showControl?.(name) }, label(pack.quantities[name].label))),
  );
  return [h("h3", null, say("verdicts.levers")), h("ul", { class: "chips" }, buttons)];
}

/** The evidence on both sides, each piece with its relevance, source and grade. */
export function evidencePart(pack, claim) {
  const side = (key, found) => h("div", { class: "side" }, h("h4", null, say(key)), evidenceList(pack, found));
  return h("div", { class: "sides" }, side("verdicts.supports", claim.evidenceFor), side("verdicts.opposes", claim.evidenceAgainst));
}

function evidenceList(pack, found) {
  if (!found.length) return h("p", { class: "quiet" }, say("verdicts.noEvidence"));
  const graded = (each) => say(each.isRead ? "verdicts.graded" : "verdicts.gradedNotRead", pack.sources[each.source].grade);
  const item = (each) => h("li", null, prose(each.text), sayNodes("verdicts.sourced", citation(pack, each.source), graded(each)));
  return h("ul", null, found.map(item));
}

function priorName(pack, name) {
  const tilt = pack.tilts.find((each) => each.name === name);
  return tilt ? label(tilt.label) : name;
}
