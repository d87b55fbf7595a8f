// Every claim and every rival: the verdict, how likely it is under each prior, and what it would be if assumptions moved.
import { h, replace } from "../../kit/dom.js";
import { number, share, wholeNumber } from "../../kit/format.js";
import { momentWords } from "../../kit/moments.js";
import { label, listOf, say, sentences } from "../../kit/words.js";
import { movedClaims, ownReading, weighAssumptions } from "../../state/own_readings.js";
import { CLAIM_KINDS, VERDICT_ORDER } from "../../state/panel_choices.js";
import { changePanel, panelWords } from "../../state/panel_state.js";
import { askedAgainReading, claimReadings } from "../../state/claim_readings.js";
import { keepingFocus } from "../../kit/focus.js";
import { whenInSight } from "../../kit/seen.js";
import { dataTable } from "../../kit/table.js";
import { LEAST_EFFECTIVE_WORLDS, sideOf } from "../../compute/weights.js";
import { movedPart } from "./moved_claims.js";
import { verdictMark } from "../../kit/verdict_shapes.js";
import { probabilityStrip, sharesInWords } from "./verdict_figures.js";
import { verdictDetails } from "./verdict_details.js";
import { ruleWords, standingWords, stoodBefore, unjudgedWords, verdictNotes } from "./standing.js";

const VERDICT_CHOICES = ["kind", "verdict", "open"];

/**
 * The verdict table.
 * @param {HTMLElement} root
 * @param {Context} context
 */
export function mountVerdicts(root, context) {
  const scene = { sorted: {} };
  const lead = h("p", { class: "lead" });
  const filters = h("div", { class: "verdict-filters" });
  const standing = h("div", { class: "verdict-standing" });
  const own = h("div", { class: "own-assumptions", role: "status" });
  const frame = h("div", { class: "verdict-table" });
  replace(root, lead, standing, filters, own, frame);
  const draw = () =>
    keepingFocus(() => {
      const weighed = weighAssumptions(context);
      readChoices(scene, context.store.get());
      lead.textContent = ruleWords(context.pack);
      replace(standing, h("p", null, say("verdicts.scope")), standingWords(context.pack), unjudgedWords(context.pack));
      replace(own, ownWords(context, weighed));
      replace(filters, kindButtons(context, scene), verdictButtons(context, scene));
      replace(frame, verdictTable(context, scene, weighed));
    });
  draw();
  const drawSoon = whenInSight(root, draw);
  context.store.subscribe((state, before, how) => {
    if (state.language !== before.language || isRefiltered(state, before) || isOpenedElsewhere(scene, state)) draw();
    else if (state.scenario.assumptions !== before.scenario.assumptions && !how?.preview) drawSoon();
  });
}

/** What the reader filtered and opened; `open` holds ids. */
function readChoices(scene, state) {
  const { kind, verdict, open } = panelWords(state, "verdicts", VERDICT_CHOICES);
  scene.kind = CLAIM_KINDS.includes(kind) ? kind : CLAIM_KINDS[0];
  scene.verdict = VERDICT_ORDER.includes(verdict) ? verdict : null;
  scene.open = new Set(open.split(" "));
}

function isRefiltered(state, before) {
  const [now, was] = [state, before].map((each) => panelWords(each, "verdicts", VERDICT_CHOICES));
  return now.kind !== was.kind || now.verdict !== was.verdict;
}

/** Whether another part of the page opened a claim here: the table's own buttons have done so already. */
function isOpenedElsewhere(scene, state) {
  const open = panelWords(state, "verdicts", VERDICT_CHOICES).open.split(" ").filter(Boolean);
  return open.some((id) => !scene.open.has(id));
}

function ownWords(context, weighed) {
  const { pack, store } = context;
  if (weighed === null) return h("p", { class: "quiet" }, say("verdicts.unmoved"));
  const { assumptions } = store.get().scenario;
  const names = listOf(
    weighed.names.map((name) => `${label(pack.quantities[name].label)} = ${number(assumptions[name], pack.quantities[name].unit)}`),
  );
  const effective = wholeNumber(weighed.effective);
  const accepted = wholeNumber(pack.accepted.length);
  const thin = weighed.isThin ? say("verdicts.thin", effective, LEAST_EFFECTIVE_WORLDS) : "";
  const told = [say("verdicts.reweighted", names, effective, accepted, share(weighed.reach)), thin].filter(Boolean);
  return h("div", { class: "notice" }, h("p", null, sentences(told)), movedPart(context, movedClaims(context, weighed)));
}

function kindButtons({ store }, scene) {
  const choose = (kind) => () => changePanel(store, "verdicts", { kind });
  const buttons = CLAIM_KINDS.map((kind) => filterButton(say(`verdicts.kind.${kind}`), scene.kind === kind, choose(kind), `kind-${kind}`));
  return h("div", { class: "filter-group", role: "group", "aria-label": say("verdicts.kinds") }, buttons);
}

function verdictButtons({ pack, store }, scene) {
  const buttons = VERDICT_ORDER.filter((verdict) => pack.claims.some((claim) => claim.verdict === verdict)).map((verdict) => {
    const claims = pack.claims.filter((claim) => claim.verdict === verdict && isOfKind(claim, scene.kind));
    const before = claims.filter((claim) => stoodBefore(claim, pack.rules.verdict)).length;
    const count = before ? say("verdicts.countBefore", claims.length, before) : String(claims.length);
    const press = () => changePanel(store, "verdicts", { verdict: scene.verdict === verdict ? null : verdict });
    return filterButton([verdictMark(verdict), ` ${count}`], scene.verdict === verdict, press, `verdict-${verdict}`);
  });
  return h("div", { class: "filter-group", role: "group", "aria-label": say("verdicts.byVerdict") }, buttons);
}

function filterButton(words, pressed, press, key) {
  return h(
    "button",
    { type: "button", class: "filter", "aria-pressed": String(pressed), id: `filter-${key.replaceAll(" ", "-")}`, onclick: press },
    words,
  );
}

function verdictTable(context, scene, weighed) {
  const claims = context.pack.claims.filter(
    (claim) => isOfKind(claim, scene.kind) && (scene.verdict === null || claim.verdict === scene.verdict),
  );
  const rows = claims.map((claim) => ({ claim, own: ownReading(context, claim, weighed) }));
  const toggle = (row, button) => toggleDetails(context, scene, row, button);
  const columns = verdictColumns(scene, context.pack, toggle, weighed !== null);
  return dataTable({
    caption: say("verdicts.caption", rows.length),
    columns,
    rows,
    sorted: scene.sorted,
    afterRow: ({ claim, own }) => (scene.open.has(claim.id) ? detailsRow(context, claim, own, columns.length) : null),
  });
}

function verdictColumns(scene, pack, toggle, isMoved) {
  const rule = pack.rules.verdict;
  const columns = [
    {
      key: "claim",
      label: say("verdicts.claim"),
      isHead: true,
      cell: (row) => claimButton(row, scene.open.has(row.claim.id), toggle),
      sort: ({ claim }) => claim.id,
    },
    {
      key: "verdict",
      label: say("verdicts.onTheTest"),
      cell: ({ claim }) => verdictCell(claim, pack),
      sort: ({ claim }) => VERDICT_ORDER.indexOf(claim.verdict),
    },
    {
      key: "probability",
      label: say("verdicts.probability"),
      numeric: true,
      cell: (row) => probabilityCell(row, rule),
      sort: ({ claim }) => claimReadings(claim)[0]?.probability ?? -1,
    },
  ];
  if (!isMoved) return columns;
  const cell = ({ own }) => ownCell(own, rule);
  return [...columns, { key: "own", label: say("verdicts.own"), numeric: true, cell, sort: ({ own }) => own?.share ?? -1 }];
}

/** One claim opened or closed, the rest of the table left as it is. */
function toggleDetails(context, scene, { claim, own }, button) {
  const row = button.closest("tr");
  const isOpen = !scene.open.delete(claim.id);
  if (isOpen) {
    scene.open.add(claim.id);
    row.after(detailsRow(context, claim, own, row.cells.length));
  } else {
    row.nextElementSibling.remove();
  }
  button.setAttribute("aria-expanded", String(isOpen));
  changePanel(context.store, "verdicts", { open: [...scene.open].filter(Boolean).join(" ") });
}

/** A claim's name, which opens it, and under it what is tested. */
function claimButton(row, isOpen, toggle) {
  const { claim } = row;
  const attributes = {
    type: "button",
    class: "claim",
    id: `claim-${claim.id}`,
    "aria-expanded": String(isOpen),
    onclick: (event) => toggle(row, event.currentTarget),
  };
  const button = h("button", attributes, h("span", { class: "claim-id" }, claim.id), h("span", null, label(claim.label)));
  return [button, h("p", { class: "claim-test" }, label(claim.asked))];
}

function verdictCell(claim, pack) {
  const notes = verdictNotes(claim, pack).map((note) => h("p", { class: "verdict-note" }, note));
  return [verdictMark(claim.verdict), notes, otherDate(claim), askedAgain(claim, pack), remark(claim, pack)];
}

/** The share where the claim is asked again as its theory names it, and where that lies if it is another side than as drawn. */
function askedAgain(claim, pack) {
  const found = askedAgainReading(claim, pack);
  if (!found) return null;
  const rule = pack.rules.verdict;
  const side = sideOf(found, rule);
  const isOfSome = Boolean((claim.answers[0].after ?? claim.answers[0].before).given_first);
  const said = say(isOfSome ? "verdicts.againOfSuch" : "verdicts.again", label(found.label), share(found.probability));
  if (side === sideOf(claimReadings(claim)[0], rule)) return h("p", { class: "verdict-note" }, said);
  const where = say(`verdicts.againSide.${side}`);
  return h("p", { class: "verdict-note" }, say("verdicts.againOther", said, where));
}

/** What a theory remarks on a claim's test. */
function remark(claim, pack) {
  const said = pack.remarks[claim.id];
  return said ? h("p", { class: "verdict-note" }, label(said)) : null;
}

/** What a verdict becomes where the regimes part at the other date, where the two differ and not for lack of worlds. */
function otherDate({ verdict, near, second_parting: second }) {
  if (!second || second.verdict === verdict || near || second.near) return null;
  return h("p", { class: "verdict-note" }, say("verdicts.otherDate", momentWords(second.year)), " ", verdictMark(second.verdict));
}

function probabilityCell({ claim, own }, rule) {
  const readings = claimReadings(claim);
  if (!readings.length) return h("span", { class: "quiet" }, "–");
  return h("div", { class: "probability" }, probabilityStrip(readings, claim.beside, own, rule), sharesInWords(readings));
}

function ownCell(own, rule) {
  if (!own) return h("span", { class: "quiet" }, "–");
  if (own.isOff) return h("span", { class: "quiet" }, say("verdicts.off"));
  return h(
    "div",
    { class: "own-share" },
    h("span", { class: own.isThin ? "lead-share thin" : "lead-share" }, share(own.share)),
    own.isThin ? h("span", { class: "quiet" }, say("verdicts.thinOwn", wholeNumber(own.effective))) : null,
    h("span", { class: "quiet prior-range" }, say("verdicts.interval", share(own.low), share(own.high))),
    h("span", { class: "quiet" }, say(`verdicts.side.${sideOf(own, rule)}`, share(rule.supported), share(rule.contradicted))),
  );
}

function detailsRow(context, claim, own, columns) {
  return h("tr", { class: "details-row", role: "row" }, h("td", { colspan: columns, role: "cell" }, verdictDetails(context, claim, own)));
}

function isOfKind(claim, kind) {
  return kind === "all" || claim.kind === kind;
}
