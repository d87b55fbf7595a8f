// A claim on a card: its state in words, its share beside what it is held against, its test, what one must believe, and the evidence.
import { h, partOfPage, s } from "../../kit/dom.js";
import { share, wholeNumber } from "../../kit/format.js";
import { shapeReach, verdictMark, verdictShape, verdictSlug } from "../../kit/verdict_shapes.js";
import { label, say, sayPair, sentences } from "../../kit/words.js";
import { goTo, linkTo } from "../../frame/tabs.js";
import { caseReading, claimReadings, nullReading, readingBefore } from "../../state/claim_readings.js";
import { changePanel } from "../../state/panel_state.js";
import { underRegime } from "../../state/scenario.js";
import { verdictNotes } from "../evidence/standing.js";
import { existenceWords } from "../evidence/verdict_beside.js";
import { evidencePart, leversPart, worldsPart } from "../evidence/verdict_details.js";
import { probabilityStrip } from "../evidence/verdict_figures.js";
import { behindPart } from "./claim_behind.js";

const BADGE_RADIUS = 12;
/** What a test is held beside on a card, the strongest case first. @type {("planted" | "best")[]} */
const STRONG_CASES = ["planted", "best"];

/**
 * @param {Context} context
 * @param {any} claim
 * @returns {HTMLElement} its heading can take the focus
 */
export function claimCard(context, claim) {
  const { pack } = context;
  return h(
    "article",
    { class: `card claim-${verdictSlug(claim.verdict)}${claim.kind === "rival" ? " rival" : ""}` },
    h("p", { class: "card-state" }, claimBadge(claim), verdictMark(claim.verdict), h("span", { class: "quiet" }, say(`card.kind.${claim.kind}`))),
    h("h3", { class: "card-claim", tabindex: "-1" }, label(claim.label)),
    h("p", { class: "fine quiet" }, meaningOf(claim, pack)),
    sharePart(claim, pack),
    couldSayYes(claim),
    part("card.test", h("p", null, label(claim.asked)), worldsPart(claim), remarkOf(claim, pack)),
    believePart(context, claim),
    existencePart(claim, pack),
    evidencePart(pack, claim),
    leversPart(context, claim),
    waysOn(context, claim),
    behindPart(context, claim),
  );
}

/**
 * A claim's id on the shape of its state.
 * @param {any} claim
 */
export function claimBadge(claim) {
  const [across, down] = shapeReach(claim.verdict, BADGE_RADIUS);
  const [width, height] = [2 * across + 4, 2 * Math.max(down, BADGE_RADIUS) + 4];
  const shape = verdictShape(claim.verdict, BADGE_RADIUS);
  const classes = ["badge-id", claim.id.length > 2 ? "long" : "", shape === null ? "plain" : ""].filter(Boolean).join(" ");
  return s(
    "svg",
    {
      class: `claim-badge claim-${verdictSlug(claim.verdict)}${claim.kind === "rival" ? " rival" : ""}`,
      viewBox: `${-width / 2} ${-height / 2} ${width} ${height}`,
      width,
      height,
      "aria-hidden": "true",
    },
    shape,
    s("text", { class: classes, y: 4, "text-anchor": "middle" }, claim.id),
  );
}

function part(key, ...children) {
  return h("section", { class: "card-part" }, h("h4", null, say(key)), children);
}

/** What the state means, by the rule. */
function meaningOf({ verdict }, { rules }) {
  const { supported, contradicted, null: without } = rules.verdict;
  return say(`card.means.${verdictSlug(verdict)}`, ...[supported, contradicted, without].map(share));
}

function sharePart(claim, pack) {
  const readings = claimReadings(claim);
  if (!readings.length) return null;
  const [lead] = readings;
  const before = readingBefore(claim);
  const said = say("card.share", share(lead.probability), share(lead.low), share(lead.high), wholeNumber(lead.worlds));
  return h(
    "div",
    { class: "card-share" },
    probabilityStrip(readings, claim.beside, null, pack.rules.verdict),
    h("p", null, h("b", null, said), before && sentences(["", say("card.before", share(before.probability))])),
    h("p", { class: "fine quiet" }, say("card.bounds", ...[pack.rules.verdict.contradicted, pack.rules.verdict.supported].map(share))),
  );
}

/** What the test says where the claim is planted, at its best, without what it affirms, and with nothing at all. */
function couldSayYes(claim) {
  const strong = STRONG_CASES.map((name) => ({ name, reading: caseReading(claim, name) }));
  const weak = [
    { name: "null", reading: nullReading(claim) },
    { name: "nothing", reading: caseReading(claim, "nothing") },
  ];
  const found = [...strong, ...weak].filter(({ reading }) => reading);
  if (!found.length) return null;
  const rows = found.map(({ name, reading }) => [h("dt", null, say(`card.case.${name}`)), h("dd", null, share(reading.probability))]);
  return part("card.couldSayYes", h("dl", { class: "card-cases" }, rows));
}

function remarkOf(claim, pack) {
  const said = pack.remarks[claim.id];
  return said ? h("p", { class: "fine" }, label(said)) : null;
}

function believePart({ pack, store }, claim) {
  const notes = verdictNotes(claim, pack);
  const deciding = pack.believe.claims[claim.id];
  const list = notes.length ? h("ul", null, notes.map((note) => h("li", null, note))) : null;
  if (deciding === undefined) return list && part("card.must", list);
  const link = deciding.length > 0 ? h("a", linkTo(store, "believe", claim.id), say("card.believe", claim.id)) : say("card.believeNone", share(pack.believe.least));
  return part("card.must", list, h("p", null, link));
}

function existencePart(claim, pack) {
  return Object.keys(claim.existence ?? {}).length ? part("card.existence", existenceWords(pack, claim.existence)) : null;
}

function waysOn(context, claim) {
  const { store } = context;
  const showRow = (event) => {
    event.preventDefault();
    changePanel(store, "verdicts", { kind: null, verdict: null, open: claim.id });
    goTo(store, "believe", "verdicts");
    const row = partOfPage(`claim-${claim.id}`);
    row.scrollIntoView({ block: "start" });
    row.focus({ preventScroll: true });
  };
  const table = h("a", { href: linkTo(store, "believe", "verdicts").href, onclick: showRow }, say("card.allNumbers"));
  return h("p", { class: "card-ways" }, tryButton(context, claim), table);
}

/**
 * A button that sets the regimes which the claim compares, where the pack names them: one alone stands beside the past rules. None where it
 * would show nothing, or the claim compares more than two.
 */
function tryButton({ pack, store }, claim) {
  const [first, second, ...more] = (claim.compares ?? []).filter((name) => Object.hasOwn(pack.regimes, name));
  const baseline = second ?? pack.past;
  if (!first || first === baseline || more.length > 0) return null;
  const named = [first, second].filter(Boolean).map((name) => pack.regimes[name].label);
  const key = second ? "card.tryBoth" : "card.tryOne";
  const show = () => {
    store.update(sayPair(key, ...named), (state) => ({ ...state, baseline, scenario: underRegime(state.scenario, first) }));
    goTo(store, "try");
  };
  return h("button", { type: "button", onclick: show }, say("card.tryIt", say(key, ...named.map(label))));
}
