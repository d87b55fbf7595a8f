// What changed and why: after each move, its effect on both charts split over everything that moved, in sentences.
import { GROUP_MOVER } from "../../compute/split.js";
import { h, replace, setText } from "../../kit/dom.js";
import { entryText, FIGURES, isNothing, number, shownUnit, year } from "../../kit/format.js";
import { isSame, ownScenario } from "../../state/store.js";
import { settingOf } from "../../state/scenario.js";
import { rough, surenessOf, surenessText } from "../../kit/sureness.js";
import { clausesOf, label, say, sentences } from "../../kit/words.js";

const MOST_NAMED = 5;
const NOTHING = 1e-12;
const TIED = 0.02;

/**
 * @param {Element} root
 * @param {Context} context
 */
export function mountChanged(root, context) {
  const last = h("p", { class: "changed-last", role: "status" });
  const why = h("div", { class: "changed-why" });
  replace(root, last, why);
  /** @type {AbortController | null} */
  let asking = null;
  /** @type {any} */
  let asked = null;
  /** @type {any} */
  let told = null;
  const ask = async (state) => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const move = lastMove(context.store, state);
    asked = needs(state);
    told = null;
    try {
      const names = [...new Set(state.charts)];
      const base = ownScenario(state.baseline);
      const whole = await context.lab.split(base, state.scenario, names, state.year, signal);
      const step = move === null ? null : await context.lab.split(move.before, move.after, names, state.year, signal);
      if (signal.aborted) return;
      told = { whole, step, move, state, sure: null };
      write(context, last, why, told);
      const sure = await surenessOfBoth(context, move, state, signal);
      if (signal.aborted || sure === null) return;
      told = { ...told, sure };
      write(context, last, why, { ...told, state: context.store.committed() });
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  };
  const follow = (state, _before, { preview }) => {
    if (preview) return;
    if (!isSame(needs(state), asked)) void ask(state);
    else if (told !== null) write(context, last, why, { ...told, state });
  };
  context.store.subscribe(follow);
  follow(context.store.get(), null, { preview: false });
}

function needs({ scenario, charts, year: moment, baseline, bands }) {
  return { scenario, charts, moment, baseline, bands };
}

/** How sure the last move's effects are, and those of all moves; asked after the bands, and not where the reader wants none. */
async function surenessOfBoth(context, move, state, signal) {
  if (!state.bands) return null;
  await context.runs.whenBanded();
  if (signal.aborted) return null;
  const pairs = { whole: [state.scenario, ownScenario(state.baseline)], step: move && [move.after, move.before] };
  const found = { whole: {}, step: {} };
  for (const [kind, pair] of Object.entries(pairs))
    for (const name of pair === null ? [] : new Set(state.charts))
      found[kind][name] = surenessOf(await context.lab.samples(pair[0], name, state.year, signal, pair[1]), context.pack.rules);
  return found;
}

function lastMove(store, state) {
  const step = store.last();
  if (step === null || isSame(step.before.scenario, step.after.scenario) || !isSame(step.after.scenario, state.scenario))
    return null;
  return { before: step.before.scenario, after: step.after.scenario, label: step.label };
}

function write(context, last, why, { whole, step, move, state, sure }) {
  const nothing = whole.movers.length === 0 ? say("changed.nothing") : "";
  setText(last, step === null ? nothing : lastSentence(context.pack, step, move, state, sure?.step));
  const shown = [...new Set(state.charts)].map((name) => whyParagraph(context, whole, name, state, sure?.whole[name]));
  replace(why, whole.movers.length === 0 ? null : shown);
}

function lastSentence(pack, split, move, state, sure) {
  const what = split.movers.length === 1 ? moverText(pack, split.movers[0], move) : label(move.label);
  const names = [...new Set(state.charts)];
  const effects = names.map((name) => effectText(pack, split, name, sure?.[name]));
  const parts = names
    .map((name) => ({ name, texts: partTexts(pack, split, name).texts }))
    .filter(({ texts }) => texts.length > 0)
    .map(({ name, texts }) => say("changed.of", label(pack.quantities[name].label), clausesOf(texts)));
  return sentences([say("changed.last", what, year(state.year), clausesOf(effects)), ...(split.movers.length > 1 ? parts : [])]);
}

/**
 * What moved, from what to what, and from when on where that moved.
 * @param {any} pack
 * @param {string} name
 * @param {{before: any, after: any}} move
 */
export function moverText(pack, name, { before, after }) {
  if (name === "regime" || name.startsWith(GROUP_MOVER))
    return say("changed.regime", label(pack.regimes[before.regime].label), label(pack.regimes[after.regime].label));
  const [from, to] = [before, after].map((scenario) => entryText(settingOf(pack, scenario, name)));
  const [since, now] = [before, after].map((scenario) => sinceOf(pack, scenario, name));
  const named = label(pack.quantities[name].label);
  if (from === to && since !== now) return say("changed.moverDate", named, year(now), year(since));
  if (since !== null && now !== null && since !== now) return say("changed.moverBoth", named, from, to, year(now), year(since));
  return say("changed.mover", named, from, to);
}

/** The year from which a lever stands as it is set: its own, or that in which its regime parts; null for an assumption. */
function sinceOf(pack, scenario, name) {
  if (pack.quantities[name].role !== "lever") return null;
  return scenario.levers[name]?.from ?? pack.regimes[scenario.regime].partsAt ?? pack.partsAt;
}

/**
 * What a move does to an outcome: from what to what, by how much, and how sure that is.
 * @param {Pack} pack
 * @param {{before: object, after: object}} split
 * @param {string} name
 * @param {import("../../kit/sureness.js").Sureness | null} [sure]
 */
export function effectText(pack, { before, after }, name, sure) {
  const quantity = pack.quantities[name];
  const unit = shownUnit(quantity);
  const difference = after[name] - before[name];
  const ends = [before[name], after[name]].map((value) => number(value, unit));
  const named = label(quantity.label);
  if (Math.abs(difference) < NOTHING) return say("changed.same", named, ...ends);
  const much = say("sure.nominal", rough(difference, unit)) + (sure ? say("sure.after") + surenessText(sure, unit) : "");
  if (isSlight(before[name], after[name], unit, sure)) return say("sure.hardly", named, ends[0], much);
  if (sure && !sure.isClear) return say("sure.differs", named, ends[0], much);
  if (ends[0] === ends[1]) return say(difference > 0 ? "sure.slightlyUp" : "sure.slightlyDown", named, ends[0], much);
  return say(difference > 0 ? "changed.rises" : "changed.falls", named, ...ends, much);
}

/**
 * Whether a move shows in no figure: neither in the nominal world nor at either end of nine tenths of all, by half of the last figure told.
 * @param {number} before
 * @param {number} after
 * @param {string} unit
 * @param {{low: number, high: number} | null} [sure]
 */
export function isSlight(before, after, unit, sure) {
  const told = number(before, unit);
  const step = before === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(before))) + 1 - FIGURES);
  const ends = sure ? [after, before + sure.low, before + sure.high] : [after];
  return ends.every((value) => number(value, unit) === told || Math.abs(value - before) < step / 2);
}

/** In which year the difference from the baseline is largest, if not in the one that is read; nothing where there is none. */
function peakWords({ runs }, name, state, unit) {
  const [own, base] = [state.scenario, ownScenario(state.baseline)].map((scenario) => runs.of(scenario));
  const gaps = own.values[name].map((value, row) => value - base.values[name][row]);
  const row = gaps.reduce((best, gap, place) => (Math.abs(gap) > Math.abs(gaps[best]) ? place : best), 0);
  if (isNothing(gaps[row], unit) || Math.round(own.years[row]) === state.year) return "";
  return say("changed.peak", year(own.years[row]), rough(gaps[row], unit));
}

function whyParagraph(context, split, name, state, sure) {
  const { pack } = context;
  const unit = shownUnit(pack.quantities[name]);
  const total = split.after[name] - split.before[name];
  const { named, texts } = partTexts(pack, split, name);
  const policy = label(pack.regimes[state.baseline].label);
  const base = Object.keys(state.scenario.assumptions ?? {}).length > 0 ? say("baseline.defaults", policy) : policy;
  const given = [label(pack.quantities[name].label), year(state.year)];
  const partsAt = pack.regimes[state.scenario.regime].partsAt ?? pack.partsAt;
  if (texts.length === 0 && Math.abs(total) < NOTHING) {
    const nothing = state.year <= partsAt ? say("sure.notYet", ...given, base, year(partsAt)) : say("sure.none", ...given, base);
    return h("div", { class: "why" }, h("p", null, nothing));
  }
  const isUnclear = sure && !sure.isClear;
  const isHardly = isNothing(total, unit) || isSlight(split.before[name], split.after[name], unit, sure);
  const opening = say(isHardly ? "sure.why" : isUnclear ? "sure.whyDiffers" : "changed.why", ...given, rough(total, unit), base);
  const parts = texts.length === 0 ? "" : say("changed.colon") + clausesOf(texts);
  const closing = [
    sure ? say("sure.sentence", surenessText(sure, unit)) : "",
    peakWords(context, name, state, unit),
    togetherText(pack, split, name, total, unit),
    split.exact ? "" : say("changed.sampled", split.runs, withoutSign(largestError(pack, split, name), unit)),
  ].filter(Boolean);
  const text = sentences([opening + parts + say("changed.stop"), ...closing]);
  return h("div", { class: "why" }, h("p", null, text), named.length === 0 ? null : partBars(pack, named));
}

/** Each part in words; one that sampling error could have made is told with the rest. */
export function partTexts(pack, split, name) {
  const unit = shownUnit(pack.quantities[name]);
  const parts = split.movers
    .map((mover) => ({ mover, value: split.parts[mover][name], error: errorOfPart(pack, split, mover, name) }))
    .filter(({ value }) => !isNothing(value, unit))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const told = parts.filter(({ value, error }) => Math.abs(value) > error);
  const named = parts.length <= MOST_NAMED + 1 ? told : told.slice(0, MOST_NAMED);
  const others = parts.filter((part) => !named.includes(part));
  const texts = named.map(({ mover, value, error }) =>
    split.exact
      ? say("changed.part", rough(value, unit), quotedMover(pack, mover))
      : say("changed.sampledPart", rough(value, unit), quotedMover(pack, mover), withoutSign(error, unit)),
  );
  const rest = others.reduce((sum, { value }) => sum + value, 0);
  if (others.length > 0) texts.push(say("changed.rest", rough(rest, unit), others.length));
  return { named, texts };
}

/** How far off a part may be, at 95 %; nothing where every coalition was run. */
export function errorOfPart({ rules }, { exact, errors }, mover, name) {
  return exact ? 0 : rules.verdict.errors * errors[mover][name];
}

/** The largest of these. */
export function largestError(pack, split, name) {
  return Math.max(0, ...split.movers.map((mover) => errorOfPart(pack, split, mover, name)));
}

function withoutSign(value, unit) {
  return rough(value, unit).replace(/^\+/, "");
}

function togetherText(pack, split, name, total, unit) {
  if (!split.pairs || split.pairs.length === 0) return "";
  const strongest = [...split.pairs].sort((a, b) => Math.abs(b.values[name]) - Math.abs(a.values[name]))[0];
  const value = strongest.values[name];
  if (!(Math.abs(value) > TIED * Math.abs(total))) return "";
  const [one, other] = strongest.movers.map((mover) => quotedMover(pack, mover));
  return say(value > 0 ? "changed.more" : "changed.less", one, other, rough(value, unit));
}

function partBars(pack, parts) {
  const most = Math.max(...parts.map(({ value }) => Math.abs(value)), NOTHING);
  return h(
    "ul",
    { class: "part-bars", "aria-hidden": "true" },
    parts.map(({ mover, value }) => {
      const bar = h("span", { class: value < 0 ? "part-bar falls" : "part-bar rises" });
      bar.style.setProperty("--size", String(Math.abs(value) / most));
      return h("li", null, h("span", { class: "part-name" }, moverName(pack, mover)), h("span", { class: "part-track" }, bar));
    }),
  );
}

function quotedMover(pack, mover) {
  return mover === "regime" ? moverName(pack, mover) : say("changed.quoted", moverName(pack, mover));
}

/**
 * What a mover is called: a lever, an assumption, or a group of levers.
 * @param {any} pack
 * @param {string} mover
 */
export function moverName(pack, mover) {
  if (mover.startsWith(GROUP_MOVER)) return label(pack.levers.find(({ group }) => group === mover.slice(GROUP_MOVER.length)).label);
  return mover === "regime" ? say("changed.theRegime") : label(pack.quantities[mover].label);
}
