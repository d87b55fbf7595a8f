// Where do worlds fail, or succeed? Select part of an outcome's worlds, and read the box of assumptions that best tells them apart.
import { h, replace } from "../../kit/dom.js";
import { number, share, shownUnit, wholeNumber, year } from "../../kit/format.js";
import { label, say } from "../../kit/words.js";
import { drawHistogram, histogramOf } from "./brush_figure.js";
import { findRegion } from "../../compute/region.js";
import { regionWords } from "./region_words.js";
import { drawnWidth, whenResized } from "../../kit/onscreen.js";
import { whenInSight } from "../../kit/seen.js";
import { changePanel } from "../../state/panel_state.js";
import { keepingFocus } from "../../kit/focus.js";
import { figureTools } from "./export.js";

const TENTH = 0.1;
const PAUSE_TO_PAINT = 30;

/**
 * Brushing over an outcome's worlds.
 * @param {HTMLElement} root
 * @param {Context} context
 */
export function mountBrush(root, context) {
  const scene = { root, context, values: null, asked: 0, drawn: null, region: null };
  scene.lead = h("p", { class: "lead" });
  scene.tools = h("div", { class: "brush-tools" });
  scene.frame = h("div", { class: "brush-frame" });
  scene.picked = h("p", { role: "status" });
  scene.told = h("div", { class: "region", role: "region", "aria-live": "polite" });
  const tools = figureTools(context, {
    file: () => "worlds",
    title: () => brushTitle(scene),
    svg: () => scene.drawn,
    table: () => binTable(scene),
    finding: () => (isSelected(scene) ? say("figure.of", brushTitle(scene), scene.picked.textContent) : brushTitle(scene)),
  });
  replace(root, scene.lead, scene.tools, scene.frame, scene.picked, tools, scene.told);
  const ask = whenInSight(root, () => askWorlds(scene), context.runs.whenBanded);
  drawBrush(scene);
  ask();
  context.store.subscribe((state, before, how) => {
    if (how?.preview) return;
    const [now, was] = [brushChoice(scene, state), brushChoice(scene, before)];
    if (state.scenario !== before.scenario || now.outcome !== was.outcome || now.year !== was.year) {
      dropWorlds(scene);
      ask();
    } else if (now.low !== was.low || now.high !== was.high) showSelection(scene);
    else if (state.language !== before.language) drawBrush(scene);
  });
  whenResized(scene.frame, () => scene.values && drawnWidth(scene.frame) !== scene.width && drawFigure(scene));
}

/** What the reader selected: an outcome, a year, and a range without which nothing is selected. */
function brushChoice({ context }, state) {
  const { outcome, year: at, low, high } = state.panel.brush ?? {};
  const { outcomes, clock } = context.pack;
  const isRange = Number.isFinite(low) && Number.isFinite(high) && low <= high;
  return {
    outcome: outcomes.includes(outcome) ? outcome : state.charts[0],
    year: Number.isInteger(at) && at > clock.start && at <= clock.stop ? at : state.year,
    low: isRange ? low : null,
    high: isRange ? high : null,
  };
}

function isSelected(scene) {
  return brushChoice(scene, scene.context.store.get()).low !== null;
}

function changeBrush(scene, change) {
  const { store } = scene.context;
  changePanel(store, "brush", { ...brushChoice(scene, store.get()), ...change });
}

/** What is known belongs to another scenario, and so does what is being worked out. */
function dropWorlds(scene) {
  scene.asking?.abort();
  scene.asked += 1;
  scene.values = null;
  scene.region = null;
}

function askWorlds(scene) {
  const { store, lab } = scene.context;
  const choice = brushChoice(scene, store.get());
  dropWorlds(scene);
  const asked = scene.asked;
  scene.asking = new AbortController();
  drawBrush(scene);
  return lab
    .samples(store.get().scenario, choice.outcome, choice.year, scene.asking.signal)
    .then((values) => {
      if (asked !== scene.asked) return;
      scene.values = values;
      drawBrush(scene);
      showSelection(scene);
    })
    .catch((error) => {
      if (asked === scene.asked && error.name !== "AbortError") replace(scene.frame, h("p", { class: "notice" }, say("brush.failed")));
    });
}

function drawBrush(scene) {
  scene.lead.textContent = say("brush.lead");
  keepingFocus(() => replace(scene.tools, outcomeChoice(scene), yearChoice(scene), rangeFields(scene), shortcuts(scene)));
  if (scene.values === null) replace(scene.frame, h("p", { class: "quiet waiting" }, say("brush.working")));
  else drawFigure(scene);
  drawPicked(scene);
  drawRegion(scene);
}

function drawFigure(scene) {
  const { store, pack } = scene.context;
  const choice = brushChoice(scene, store.get());
  scene.width = drawnWidth(scene.frame);
  const unit = shownUnit(pack.quantities[choice.outcome]);
  const acts = {
    select: (low, high) => changeBrush(scene, { low, high }),
    words: (value) => number(value, unit),
    title: brushTitle(scene),
  };
  scene.drawn = drawHistogram(scene.values, choice, { width: scene.width, unit }, acts);
  replace(scene.frame, scene.drawn);
}

function brushTitle(scene) {
  const { store, pack } = scene.context;
  const choice = brushChoice(scene, store.get());
  return say("brush.figure", label(pack.quantities[choice.outcome].label), year(choice.year));
}

function outcomeChoice(scene) {
  const { store, pack } = scene.context;
  const choice = brushChoice(scene, store.get());
  const change = (event) => {
    changeBrush(scene, { outcome: event.target.value, low: null, high: null });
  };
  const options = pack.outcomes.map((name) =>
    h("option", { value: name, selected: name === choice.outcome }, label(pack.quantities[name].label)),
  );
  const select = h("select", { id: "brush-outcome", onchange: change }, options);
  return h("div", { class: "tool" }, h("label", { for: select.id }, say("brush.outcome")), select);
}

function yearChoice(scene) {
  const { store, pack } = scene.context;
  const { clock } = pack;
  const change = (event) => {
    const at = Number(event.target.value);
    if (Number.isInteger(at) && at > clock.start && at <= clock.stop) changeBrush(scene, { year: at, low: null, high: null });
    else event.target.setAttribute("aria-invalid", "true");
  };
  const attributes = {
    type: "number",
    id: "brush-year",
    min: clock.start + 1,
    max: clock.stop,
    step: 1,
    value: brushChoice(scene, store.get()).year,
    onchange: change,
  };
  return h("div", { class: "tool" }, h("label", { for: attributes.id }, say("brush.year")), h("input", attributes));
}

function rangeFields(scene) {
  const choice = brushChoice(scene, scene.context.store.get());
  return ["low", "high"].map((end) => {
    const change = (event) => {
      const typed = event.target.value.trim() === "" ? null : Number(event.target.value);
      if (typed !== null && !Number.isFinite(typed)) event.target.setAttribute("aria-invalid", "true");
      else selectTyped(scene, end, typed);
      document.getElementById(`brush-${end}`)?.focus();
    };
    const value = choice[end] === null ? "" : String(Number(choice[end].toPrecision(4)));
    const field = h("input", { type: "text", inputmode: "decimal", id: `brush-${end}`, value, onchange: change });
    return h("div", { class: "tool" }, h("label", { for: field.id }, say(`brush.${end}`)), field);
  });
}

/** A typed end; the other end is the distribution's own where none was given. */
function selectTyped(scene, end, typed) {
  const choice = { ...brushChoice(scene, scene.context.store.get()), [end]: typed };
  const sorted = sortedFinite(scene.values ?? new Float64Array(0));
  if (typed === null || !sorted.length) return changeBrush(scene, { low: null, high: null });
  const [low, high] = [choice.low ?? sorted[0], choice.high ?? sorted[sorted.length - 1]];
  return changeBrush(scene, { low: Math.min(low, high), high: Math.max(low, high) });
}

function shortcuts(scene) {
  const part = (from, to) => {
    const sorted = sortedFinite(scene.values ?? new Float64Array(0));
    if (sorted.length)
      changeBrush(scene, { low: sorted[Math.floor(from * (sorted.length - 1))], high: sorted[Math.ceil(to * (sorted.length - 1))] });
  };
  const button = (key, act) =>
    h("button", { type: "button", id: key.replace(".", "-"), disabled: scene.values === null, onclick: act }, say(key));
  return h(
    "div",
    { class: "tool buttons" },
    button("brush.lowest", () => part(0, TENTH)),
    button("brush.highest", () => part(1 - TENTH, 1)),
    button("brush.clear", () => changeBrush(scene, { low: null, high: null })),
  );
}

/** The selection's box, once the page has shown that it is being looked for. */
function showSelection(scene) {
  const choice = brushChoice(scene, scene.context.store.get());
  scene.region = null;
  drawBrush(scene);
  if (scene.values === null || choice.low === null) return;
  const asked = scene.asked;
  scene.region = { isWorking: true };
  drawRegion(scene);
  setTimeout(() => {
    const now = brushChoice(scene, scene.context.store.get());
    if (asked !== scene.asked || now.low !== choice.low || now.high !== choice.high) return;
    scene.region = findRegion(scene.context, scene.values, choice);
    drawRegion(scene);
  }, PAUSE_TO_PAINT);
}

function drawPicked(scene) {
  const { store, pack } = scene.context;
  const choice = brushChoice(scene, store.get());
  if (scene.values === null || choice.low === null) {
    scene.picked.textContent = scene.values === null ? "" : say("brush.howTo");
    return;
  }
  const unit = shownUnit(pack.quantities[choice.outcome]);
  const finite = sortedFinite(scene.values);
  const inside = finite.filter((value) => value >= choice.low && value <= choice.high).length;
  scene.picked.textContent = say(
    "brush.picked",
    brushTitle(scene),
    number(choice.low, unit),
    number(choice.high, unit),
    wholeNumber(inside),
    wholeNumber(finite.length),
    share(inside / finite.length),
  );
}

function drawRegion(scene) {
  scene.told.setAttribute("aria-label", say("brush.region"));
  if (scene.region === null) replace(scene.told);
  else if (scene.region.isWorking) replace(scene.told, h("p", { class: "quiet waiting" }, say("brush.looking")));
  else replace(scene.told, regionWords(scene.context, scene.region));
}

function binTable(scene) {
  if (scene.values === null) return { columns: [say("brush.from"), say("brush.to"), say("brush.worlds")], rows: [] };
  const { edges, counts } = histogramOf(scene.values);
  return {
    columns: [say("brush.from"), say("brush.to"), say("brush.worlds")],
    rows: counts.map((count, place) => [edges[place], edges[place + 1], count]),
  };
}

function sortedFinite(values) {
  return Float64Array.from(values).filter(Number.isFinite).sort();
}
