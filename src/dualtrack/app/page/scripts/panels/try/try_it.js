// Try it: six worded levers, one chart of months earlier or later, and four answers, all against the baseline in the same worlds.
import { h, replace, setText } from "../../kit/dom.js";
import { year } from "../../kit/format.js";
import { lineLook } from "../../kit/legend.js";
import { drawMonths } from "../../kit/months_chart.js";
import { drawnWhenSeen } from "../../kit/onscreen.js";
import { monthsAt } from "../../compute/months.js";
import { keyOf, samePolicyWorld } from "../../state/runs.js";
import { yearOfParting } from "../../state/scenario.js";
import { ownScenario } from "../../state/store.js";
import { inSentence, monthsSigned } from "../../kit/months_words.js";
import { label, say, sayPair } from "../../kit/words.js";
import { figureTools } from "../figures/export.js";
import { leverSearch } from "./lever_search.js";
import { answerList, unitOfOutcome, writeAnswers } from "./try_answers.js";
import { wordedLevers } from "./try_levers.js";
import { peakPlace, titleWords } from "./try_words.js";

/** Worlds over which pathways are shared out once the months of all are known. */
const WHY_WORLDS = 300;
const TALL = 0.52;
const TALLEST = 400;
const SHORTEST = 190;
/** Months between two lines of the axis, which is the same for every move, so that moves compare. */
const AXIS_STEP = 12;

/**
 * @param {Element} root
 * @param {any} context
 */
export function mountTryIt(root, context) {
  const { pack, store } = context;
  if (!pack.story) return;
  const held = { found: null, foundFor: null, why: null, whyFor: null, whyOfWorlds: null, split: null, svg: null, stop: null, awaited: null };
  const parts = tryParts(context, held);
  replace(root, parts.node);
  const draw = drawnWhenSeen(parts.canvas, (...room) => drawTry(context, parts, held, room));
  const refresh = (state, before, { preview }) => {
    writeTry(context, parts, held);
    draw();
    if (preview || (before !== null && asked(state) === asked(before))) return;
    void findMonths(context, held, () => {
      writeTry(context, parts, held);
      draw();
    });
  };
  store.subscribe(refresh);
  refresh(store.get(), null, { preview: false });
}

/** What is asked in a state, as one text. */
function asked({ scenario, baseline }) {
  return `${baseline} ${keyOf(scenario)}`;
}

function tryParts(context, held) {
  const { store } = context;
  const lead = h("p", { class: "lead" });
  const title = h("h3", { class: "try-title", id: "try-title" });
  const canvas = h("div", { class: "chart-canvas" });
  const key = h("p", { class: "chart-key muted" });
  const figure = h("figure", { class: "figure chart", id: "try-figure", "aria-labelledby": "try-title" }, title, canvas);
  const list = answerList();
  const levers = wordedLevers(context);
  const search = leverSearch(context);
  const reset = h("button", { type: "button", id: "try-reset" });
  const from = h("p", { class: "muted try-from" });
  reset.addEventListener("click", () =>
    store.update(sayPair("step.reset"), (state) => ({ ...state, scenario: ownScenario(state.baseline) })),
  );
  const tools = figureTools(context, {
    file: () => "dualtrack-months",
    title: () => title.textContent,
    svg: () => held.svg,
    table: () => apartTable(context, held),
    legend: () => [{ label: say("reading.median"), ...lineLook("own") }],
    note: () => key.textContent,
    ready: async () => {
      await held.awaited?.catch(() => null);
    },
    wide: (width, height) => monthsDrawn(context, held, title.textContent, { width, height, scale: 1 }, true),
  });
  const side = h("div", { class: "try-side" }, from, levers.node, h("p", { class: "try-reset" }, reset), search.node);
  const node = h(
    "div",
    { class: "try" },
    h("div", { class: "try-lead" }, lead),
    figure,
    side,
    h("div", { class: "try-after" }, key, tools, list.node),
  );
  return { node, lead, title, canvas, key, figure, list, levers, search, reset, from };
}

/** Ask for what is not known yet of the state of the moment: the nominal split, months over all worlds, then the split over some. */
async function findMonths(context, held, show) {
  const { lab, pack, store } = context;
  const state = store.committed();
  const [own, base] = [state.scenario, samePolicyWorld(state.baseline, state.scenario)];
  held.stop?.abort();
  held.stop = new AbortController();
  const { signal } = held.stop;
  Object.assign(held, { why: null, whyOfWorlds: null, split: null });
  if (isSameAsBase(state)) return show();
  const since = partingOf(pack, state);
  const { outcome } = pack.story;
  try {
    held.awaited = lab.months(own, base, { name: outcome, since }, signal);
    const found = await held.awaited;
    if (signal.aborted) return;
    Object.assign(held, { found, foundFor: asked(state) });
    show();
    const question = { outcome, at: found.dates[peakPlace(found)], since, cap: pack.story.cap };
    held.why = await lab.why(base, own, question, signal);
    show();
    held.split = await lab.split(base, own, [outcome], question.at, signal);
    held.whyOfWorlds = await lab.whyOfWorlds(base, own, question, WHY_WORLDS, signal);
    if (!signal.aborted) show();
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

/** The year in which the reader's scenario can first part from the baseline in the same world. */
function partingOf(pack, { scenario, baseline }) {
  return yearOfParting(pack, scenario, samePolicyWorld(baseline, scenario));
}

function isSameAsBase(state) {
  const { regime, levers } = state.scenario;
  return regime === state.baseline && Object.keys(levers).length === 0;
}

function writeTry(context, parts, held) {
  const { pack, store } = context;
  const state = store.get();
  const named = label(pack.regimes[state.baseline].label);
  const baseLabel = Object.keys(state.scenario.assumptions).length > 0 ? say("baseline.same", named) : named;
  const quantity = label(pack.quantities[pack.story.outcome].label);
  const rests = isSameAsBase(state);
  const isOurs = held.foundFor === asked(state);
  const found = isOurs ? held.found : null;
  const place = found === null ? 0 : peakPlace(found);
  setText(parts.lead, say("try.lead", inSentence(quantity), baseLabel));
  setText(parts.from, state.scenario.regime === state.baseline ? "" : say("try.fromLine", label(pack.regimes[state.scenario.regime].label), named));
  setText(parts.reset, say("try.reset", named));
  setText(parts.title, rests || found === null ? say("try.titleWaiting", quantity) : titleWords({ found, place, quantity }));
  setText(parts.key, say("try.key") + (rests || found !== null ? "" : ` ${say("try.keyWaiting")}`));
  parts.figure.setAttribute("aria-busy", String(!rests && found === null));
  parts.list.name();
  parts.levers.refresh(state);
  parts.search.refresh(state);
  writeAnswers(context, parts.list.answers, {
    found,
    place,
    quantity,
    baseLabel,
    unit: unitOfOutcome(pack, pack.story.outcome),
    bound: pack.story.bound,
    cap: pack.story.cap,
    rule: pack.rules.verdict,
    outcome: pack.story.outcome,
    waits: found === null,
    isAtRest: rests,
    why: isOurs ? held.why : null,
    whyOfWorlds: isOurs ? held.whyOfWorlds : null,
    split: isOurs ? held.split : null,
    at: found === null ? state.year : found.dates[place],
  });
}

function drawTry(context, parts, held, [space, scale]) {
  const state = context.store.get();
  const isSmall = matchMedia("(max-width: 700px)").matches;
  const height = Math.min(Math.max(space * TALL, SHORTEST), isSmall ? SHORTEST : TALLEST * scale);
  held.svg = monthsDrawn(context, held, parts.title.textContent, { width: Math.max(space, 1), height, scale });
  held.svg.classList.toggle("stale", held.foundFor !== asked(state) && !isSameAsBase(state));
  replace(parts.canvas, held.svg);
}

/** With `isFresh`, the months of no other scenario, which the page draws pale. */
function monthsDrawn(context, held, title, size, isFresh = false) {
  const { pack, store } = context;
  const state = store.get();
  const { cap, outcome } = pack.story;
  const since = partingOf(pack, state);
  const rests = isSameAsBase(state);
  const isOurs = held.foundFor === asked(state);
  const years = context.runs.of(ownScenario(state.baseline)).years;
  const dates = Array.from(years).filter((each) => each > since);
  const fits = held.found !== null && held.found.dates.length === dates.length;
  const drawing = {
    name: title || say("try.titleWaiting", label(pack.quantities[outcome].label)),
    years: [since, ...dates],
    quantiles: !rests && fits && (isOurs || !isFresh) ? quantilesByYear(held.found.months) : null,
    nominal: rests || isOurs ? null : [0, ...nominalMonths(context, state, dates, since)],
    at: isOurs && !rests ? dates[peakPlace(held.found)] : null,
    axis: { low: -cap, high: cap, step: AXIS_STEP },
    words: chartWords(pack, state),
  };
  return drawMonths(drawing, size);
}

function chartWords(pack, { baseline }) {
  return {
    earlier: say("try.axisEarlier"),
    later: say("try.axisLater"),
    zero: say("try.axisSame", label(pack.regimes[baseline].label)),
    median: say("story.median"),
    beyond: (months) => say("story.beyond", monthsSigned(months)),
  };
}

/** The quantiles of each date in the order of a band, nothing apart where the two part. */
function quantilesByYear(months) {
  const named = [months.q05, months.q25, months.q50, months.q75, months.q95];
  return [named.map(() => 0), ...Array.from(named[0], (_, place) => named.map((each) => each[place]))];
}

/** One world at once, while all are awaited. */
function nominalMonths({ pack, runs }, state, dates, since) {
  const { outcome } = pack.story;
  const [own, base] = [state.scenario, samePolicyWorld(state.baseline, state.scenario)].map((each) => runs.of(each));
  return Float64Array.from(dates, (at) => monthsAt(own.values[outcome], base.values[outcome], own.years, since, at));
}

function apartTable({ pack, store }, { found, foundFor }) {
  const names = Object.keys(pack.rules.band);
  const base = label(pack.regimes[store.get().baseline].label);
  const columns = [
    say("chart.year"),
    ...names.map((name) => say("try.column", say(`chart.${name}`))),
    ...[say("try.own"), base].map((each) => say("try.columnLevel", label(pack.quantities[pack.story.outcome].label), each)),
  ];
  if (found === null || foundFor !== asked(store.get())) return { columns, rows: [] };
  const rows = found.dates.map((date, place) => [
    year(date),
    ...names.map((name) => found.months[name][place]),
    ...found.levels.map(({ q50 }) => q50[place]),
  ]);
  return { columns, rows };
}
