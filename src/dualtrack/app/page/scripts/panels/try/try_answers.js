// Four lines that answer in words: how much and when, how sure, why, and which words moved.
import { h, replace, setText } from "../../kit/dom.js";
import { shownUnit, wholeNumber, year } from "../../kit/format.js";
import { partTexts } from "../figures/changed.js";
import { movedPart } from "../evidence/moved_claims.js";
import { movedClaims, weighAssumptions } from "../../state/own_readings.js";
import { linkTo } from "../../frame/tabs.js";
import { clausesOf, label, say, sentences } from "../../kit/words.js";
import { monthsPart } from "../../kit/months_words.js";
import { muchWords, sureWords, carriedWords } from "./try_words.js";

const ASKED = ["much", "sure", "why", "words"];

/** The list of four answers, each under its question. */
export function answerList() {
  const rows = ASKED.map((name) => ({ name, question: h("dt", null), answer: h("dd", { id: `try-${name}` }) }));
  const node = h(
    "dl",
    { class: "try-answers", "aria-live": "polite" },
    rows.map(({ question, answer }) => [question, answer]),
  );
  const answers = Object.fromEntries(rows.map(({ name, answer }) => [name, answer]));
  return { node, answers, name: () => rows.forEach(({ name, question }) => setText(question, say(`try.ask.${name}`))) };
}

/**
 * Write what is known; what is not yet waits in words.
 * @param {any} context
 * @param {Object<string, HTMLElement>} answers
 * @param {any} given
 */
export function writeAnswers(context, answers, given) {
  const { found, waits, isAtRest, baseLabel } = given;
  replace(answers.words, wordsPart(context));
  if (isAtRest) {
    setText(answers.much, say("try.none", baseLabel));
    return [answers.sure, answers.why].forEach((each) => setText(each, "–"));
  }
  if (waits || found === null) setText(answers.much, waitWords(context));
  else setText(answers.much, muchWords(given));
  setText(answers.sure, waits || found === null ? "…" : sentences([sureWords(given), failedWords(found)].filter(Boolean)));
  if (context.pack.pathways.parts.length === 0) return setText(answers.why, say("try.why.undeclared"));
  replace(answers.why, given.why === null ? "…" : carriedPart(context, given));
}

function waitWords({ pack }) {
  return say("try.waiting", wholeNumber(pack.accepted.length));
}

function failedWords({ failed, worlds }) {
  return failed === 0 ? "" : say("try.failed", wholeNumber(failed), wholeNumber(worlds + failed));
}

/** Which claims stand elsewhere with what the reader assumes; levers move none. */
function wordsPart(context) {
  const { store } = context;
  const weighed = weighAssumptions(context);
  if (weighed === null)
    return h("p", null, say("try.words.levers"), " ", h("a", linkTo(store, "believe"), say("try.words.believe")), say("changed.stop"));
  const thin = weighed.isThin ? h("p", { class: "muted" }, say("try.words.thin", wholeNumber(weighed.effective))) : null;
  return [thin, movedPart(context, movedClaims(context, weighed))];
}

/** What carries the change: in the nominal world at once, then the mean over worlds with intervals. */
function carriedPart(context, { why, whyOfWorlds, at, split, outcome, cap }) {
  const { pack } = context;
  const means = whyOfWorlds ?? null;
  const names = pack.pathways.parts.map((part) => label(part.label));
  const values = means === null ? why.parts.map((value) => ({ value })) : means.parts.map(rowOf);
  const direct = means === null ? { value: why.direct } : rowOf(means.direct);
  const rows = [...values.map((row, place) => ({ ...row, name: names[place] })), { ...direct, name: say("try.why.direct") }];
  const whole = means === null ? { mean: why.whole } : means.whole;
  const said = carriedWords({ parts: rows, whole, at: year(at), worlds: means === null ? 0 : means.worlds });
  return [
    h("p", null, said),
    partList(rows),
    leverPart(context, split, outcome, at),
    h("p", { class: "muted fine" }, say("try.why.how", cap)),
    linkPart(pack),
  ];
}

/** Which links are held for each part. */
function linkPart({ pathways, bases }) {
  const name = (base) => label(bases[base].label);
  const rows = pathways.parts.map((part) => {
    const links = part.links.map(([cause, reader]) => `${name(cause)} → ${name(reader)}`);
    return h("li", null, label(part.label), say("changed.colon"), clausesOf(links));
  });
  return h("details", { class: "try-links" }, h("summary", null, say("try.why.links")), h("ul", { class: "muted fine" }, rows));
}

function rowOf({ mean, low, high }) {
  return { value: mean, low, high };
}

/** The split over levers, where more than one moved. */
function leverPart({ pack }, split, outcome, at) {
  if (split === null || split.movers.length < 2) return null;
  const { texts } = partTexts(pack, split, outcome);
  if (texts.length === 0) return null;
  return h("p", { class: "muted" }, say("try.why.levers", label(pack.quantities[outcome].label), year(at), clausesOf(texts)));
}

/** Each part as a bar from the middle, with its months and, over worlds, its interval. */
function partList(rows) {
  const most = Math.max(...rows.flatMap(({ value, low, high }) => [value, low ?? 0, high ?? 0].map(Math.abs)), 1);
  const shown = rows.filter(({ value }) => monthsPart(value) !== "0").sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  return h(
    "ul",
    { class: "why-bars" },
    shown.map(({ name, value, low, high }) => {
      const bar = h("span", { class: value < 0 ? "why-bar later" : "why-bar earlier", "aria-hidden": "true" });
      bar.style.setProperty("--from", String(Math.min(value, 0) / most));
      bar.style.setProperty("--size", String(Math.abs(value) / most));
      const interval = low === undefined ? null : h("span", { class: "why-interval muted" }, say("try.interval", monthsPart(low), monthsPart(high)));
      return h(
        "li",
        null,
        h("span", { class: "why-name" }, name),
        h("span", { class: "why-track" }, bar),
        h("span", { class: "why-value tabular" }, monthsPart(value)),
        interval,
      );
    }),
  );
}

/**
 * The unit in which an outcome is told.
 * @param {any} pack
 * @param {string} outcome
 */
export function unitOfOutcome(pack, outcome) {
  return shownUnit(pack.quantities[outcome]);
}
