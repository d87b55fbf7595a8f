// One dial for one number: a slider with the mark of the status quo, a typed entry, unit, range, source and examples.
import { h, rebuildInPlace, setText } from "../../kit/dom.js";
import { entryText, number, pointForComma, typedNumber, unitName } from "../../kit/format.js";
import { linear, niceStep } from "../../kit/scales.js";
import { canBe } from "../../compute/faults.js";
import { isMoved, settingOf, without, withSetting } from "../../state/scenario.js";
import { aboutControl } from "./control_about.js";
import { dateEntry } from "../../kit/date_entry.js";
import { movedState } from "../../state/opened_view.js";
import { listenToSlider } from "../../kit/slides.js";
import { label, say, sayPair } from "../../kit/words.js";

const STEPS = 100;
const WIDE = 20;
const NEAR_NOTHING = 0.1;
const FIGURES_KEPT = 3;
const MOST_QUOTED = 25;

/**
 * The dial of a lever or an assumption; `refresh` follows the state without building anything anew.
 * @param {Context} context
 * @param {{name: string, now: number, anchors: object[], examples: object[]}} given
 */
export function control(context, given) {
  const { name } = given;
  const quantity = context.pack.quantities[name];
  const scale = dialScale(quantity, given.now);
  const parts = controlParts(name, scale);
  /** @type {any} */
  const act = controlActions(context, given, scale, parts);
  listenToSlider(context.store, parts.slider, act.drag, act.settle);
  parts.entry.addEventListener("change", act.type);
  parts.back.addEventListener("click", act.letGo);
  const about = h("div", { class: "control-about" });
  parts.more.append(about);
  let isLeaving = false;
  const leave = (from) => {
    isLeaving = true;
    act.set(settingOf(context.pack, context.store.get().scenario, name), from);
    isLeaving = false;
  };
  const date = quantity.role === "lever" ? dateEntry(context, name, { id: `from-${name}`, take: leave }) : null;
  if (date !== null) parts.foot.before(date.node);
  const explain = () => isLeaving || rebuildInPlace(about, parts.more.open ? aboutControl(context, given, act) : []);
  parts.more.addEventListener("toggle", explain);
  parts.mark.style.setProperty("--at", String(scale.place(given.now)));
  let spoken = "";
  let seen = null;
  const refresh = (state, preview = false) => {
    if (seen !== null && seen !== state.scenario) complain(parts, "");
    seen = state.scenario;
    if (spoken !== state.language) writeWords(parts, quantity, given);
    if (spoken !== state.language || (parts.more.open && !preview)) explain();
    spoken = state.language;
    showSetting(context, parts, quantity, scale, state);
    date?.refresh(state);
  };
  return { node: parts.node, refresh, name };
}

function dialScale({ low, high, prior }, now) {
  if (prior?.kind === "category") return stepScale(prior.values);
  if (low > 0 && high / low > WIDE) return curvedScale(low, high, Math.log, Math.exp);
  if (low === 0 && high > WIDE && now > 0 && now < NEAR_NOTHING * high) return curvedScale(low, high, Math.cbrt, (root) => root ** 3);
  const step = niceStep(high - low, STEPS);
  const value = (at) => Math.min(Math.max(Number(at.toPrecision(12)), low), high);
  return { least: low, most: high, step, at: (number) => number, value, place: linear([low, high], [0, 1]) };
}

/** A slider that stops at the few values that the number can take, and nowhere between. */
function stepScale(values) {
  const place = (number) => values.findLastIndex((value) => value <= number) / Math.max(values.length - 1, 1);
  const most = values.length - 1;
  return { least: 0, most, step: 1, at: (number) => place(number) * most, value: (at) => values[at], place };
}

/** A slider that gives small values as much room as large ones. */
function curvedScale(low, high, bend, straighten) {
  const place = linear([bend(low), bend(high)], [0, 1]);
  const back = linear([0, STEPS], [bend(low), bend(high)]);
  const value = (at) => (at <= 0 ? low : at >= STEPS ? high : Number(straighten(back(at)).toPrecision(FIGURES_KEPT)));
  return {
    least: 0,
    most: STEPS,
    step: 1,
    at: (number) => place(bend(number)) * STEPS,
    value,
    place: (number) => place(bend(number)),
  };
}

function controlParts(name, scale) {
  const [slider, entry] = [`slider-${name}`, `entry-${name}`];
  const range = { type: "range", id: slider, min: scale.least, max: scale.most, step: scale.step, value: scale.least };
  const parts = {
    title: h("label", { for: slider }),
    slider: h("input", range),
    entry: h("input", {
      type: "text",
      id: entry,
      class: "entry",
      inputmode: "decimal",
      autocomplete: "off",
      spellcheck: "false",
    }),
    unit: h("span", { class: "unit muted" }),
    mark: h("span", { class: "status-quo", "aria-hidden": "true" }),
    ends: h("p", { class: "control-ends muted" }),
    fault: h("p", { class: "control-fault", id: `fault-${name}`, role: "alert" }),
    back: h("button", { type: "button", class: "quiet back" }),
    more: h("details", { class: "control-more" }, h("summary", null)),
  };
  parts.foot = h("div", { class: "control-foot" }, parts.ends, parts.back, parts.more);
  parts.node = h(
    "div",
    { class: "control", id: `control-${name}` },
    h("div", { class: "control-head" }, parts.title, h("span", { class: "control-value" }, parts.entry, parts.unit)),
    h("div", { class: "track" }, parts.mark, parts.slider),
    parts.fault,
    parts.foot,
  );
  return parts;
}

function writeWords(parts, quantity, { now }) {
  const named = label(quantity.label);
  setText(parts.title, named);
  setText(parts.unit, unitName(quantity.unit));
  parts.entry.setAttribute("aria-label", say("control.typed", named));
  const [low, high] = [quantity.low, quantity.high].map((value) => number(value, "1"));
  setText(parts.ends, say(quantity.role === "lever" ? "control.ends" : "control.endsAssumed", low, high, number(now, "1")));
  setText(parts.more.querySelector("summary"), say("control.more"));
  parts.more.querySelector("summary").setAttribute("aria-label", say("control.moreOf", named));
  setText(parts.back, say("control.back"));
  parts.back.setAttribute("aria-label", say("control.backOf", named));
}

function showSetting({ pack }, parts, quantity, scale, state) {
  const value = settingOf(pack, state.scenario, quantity.name);
  const moved = isMoved(state.scenario, quantity.name);
  const at = String(scale.at(value));
  if (parts.slider.value !== at) parts.slider.value = at;
  parts.slider.style.setProperty("--fill", String(scale.place(value)));
  parts.slider.setAttribute("aria-valuetext", number(value, quantity.unit));
  if (document.activeElement !== parts.entry || parts.fault.textContent === "") parts.entry.value = entryText(value);
  parts.node.classList.toggle("moved", moved);
  parts.back.hidden = !moved;
}

function controlActions(context, { name }, scale, parts) {
  const { pack, store } = context;
  const quantity = pack.quantities[name];
  const change = (value, from) => (state) => movedState(state, withSetting(pack, state.scenario, name, value, from));
  const stepName = (value) => sayPair("step.move", quantity.label, entryText(value));
  const set = (value, from) => {
    complain(parts, "");
    store.update(stepName(value), change(value, from));
  };
  return {
    set,
    drag: () => change(scale.value(Number(parts.slider.value))),
    settle: () => set(scale.value(Number(parts.slider.value))),
    type: () => {
      const isCounted = quantity.unit !== "1" && /[%％]/.test(parts.entry.value);
      const value = isCounted ? NaN : typedNumber(parts.entry.value);
      if (canBe(quantity, value)) return set(value);
      return complain(parts, refusal(quantity, value, parts.entry.value));
    },
    letGo: () => {
      complain(parts, "");
      store.update(sayPair("step.back", quantity.label), (state) => ({ ...state, scenario: without(state.scenario, name) }));
      parts.slider.focus();
    },
  };
}

function refusal(quantity, value, text) {
  const ends = [number(quantity.low, "1"), number(quantity.high, "1")];
  const shown = text.trim().slice(0, MOST_QUOTED);
  if (value >= quantity.low && value <= quantity.high) {
    return say("control.between", entryText(value), quantity.prior.values.join(", "));
  }
  if (Number.isFinite(value)) return say("control.outside", entryText(value), ...ends);
  const meant = pointForComma(text);
  return meant === "" ? say("control.noNumber", shown, ...ends) : say("entry.comma", shown, meant);
}

function complain(parts, text) {
  setText(parts.fault, text);
  if (text === "") {
    parts.entry.removeAttribute("aria-invalid");
    parts.entry.removeAttribute("aria-describedby");
  } else {
    parts.entry.setAttribute("aria-invalid", "true");
    parts.entry.setAttribute("aria-describedby", parts.fault.id);
  }
}
