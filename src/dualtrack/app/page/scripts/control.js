// One dial for one number: a slider with the mark of the status quo, a typed entry, unit, range, source and examples.
import { h, replace, setText } from "./dom.js";
import { number, unitName } from "./format.js";
import { linear, niceStep } from "./scales.js";
import { isMoved, settingOf, without, withSetting } from "./scenario.js";
import { aboutControl } from "./control_about.js";
import { label, say, sayPair } from "./words.js";

const STEPS = 100;
const WIDE = 20;
const FIGURES_KEPT = 4;

/**
 * The dial of a lever or an assumption; `refresh` follows the state without building anything anew.
 * @param {object} context
 * @param {{name: string, now: number, anchors: object[], examples: object[]}} given
 */
export function control(context, given) {
  const { name } = given;
  const quantity = context.pack.quantities[name];
  const scale = dialScale(quantity);
  const parts = controlParts(name, scale);
  const act = controlActions(context, given, scale, parts);
  parts.slider.addEventListener("input", act.drag);
  parts.slider.addEventListener("change", act.settle);
  parts.entry.addEventListener("change", act.type);
  parts.back.addEventListener("click", act.letGo);
  const about = h("div", { class: "control-about" });
  parts.more.append(about);
  parts.more.addEventListener("toggle", () => parts.more.open && replace(about, aboutControl(context, given, act)));
  parts.mark.style.setProperty("--at", String(scale.place(given.now)));
  let spoken = "";
  const refresh = (state) => {
    if (spoken !== state.language) writeWords(parts, quantity, given);
    if (spoken !== state.language || parts.more.open) replace(about, parts.more.open ? aboutControl(context, given, act) : []);
    spoken = state.language;
    showSetting(context, parts, quantity, scale, state);
  };
  return { node: parts.node, refresh, name };
}

/**
 * A typed number in either language's writing; NaN for anything else.
 * @param {string} text
 */
export function typedNumber(text) {
  const plain = text
    .trim()
    .replace(/[\s,，]/g, "")
    .replace(/[−－]/g, "-")
    .replace(/．/g, ".");
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

/**
 * A value as an entry shows it: plain, in as many figures as it has.
 * @param {number} value
 */
export function entryText(value) {
  return String(Number(value.toPrecision(10)));
}

function dialScale({ low, high }) {
  if (low > 0 && high / low > WIDE) {
    const [least, most] = [Math.log(low), Math.log(high)];
    const place = linear([least, most], [0, STEPS]);
    const back = linear([0, STEPS], [least, most]);
    const value = (at) => (at <= 0 ? low : at >= STEPS ? high : Number(Math.exp(back(at)).toPrecision(3)));
    return {
      least: 0,
      most: STEPS,
      step: 1,
      at: (number) => place(Math.log(number)),
      value,
      place: (number) => place(Math.log(number)) / STEPS,
    };
  }
  const step = niceStep(high - low, STEPS);
  const value = (at) => Math.min(Math.max(Number(at.toPrecision(12)), low), high);
  return { least: low, most: high, step, at: (number) => number, value, place: linear([low, high], [0, 1]) };
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
  parts.node = h(
    "div",
    { class: "control", id: `control-${name}` },
    h("div", { class: "control-head" }, parts.title, h("span", { class: "control-value" }, parts.entry, parts.unit)),
    h("div", { class: "track" }, parts.mark, parts.slider),
    parts.fault,
    h("div", { class: "control-foot" }, parts.ends, parts.back, parts.more),
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
  const change = (value, from) => (state) => ({ ...state, scenario: withSetting(pack, state.scenario, name, value, from) });
  const stepName = (value) => sayPair("step.move", quantity.label, entryText(value));
  const set = (value, from) => {
    complain(parts, "");
    store.update(stepName(value), change(value, from));
  };
  return {
    set,
    drag: () => store.preview(change(scale.value(Number(parts.slider.value)))),
    settle: () => set(scale.value(Number(parts.slider.value))),
    type: () => {
      const value = typedNumber(parts.entry.value);
      if (value >= quantity.low && value <= quantity.high) return set(value);
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
  const shown = text.trim().slice(0, STEPS / FIGURES_KEPT);
  return Number.isFinite(value) ? say("control.outside", shown, ...ends) : say("control.noNumber", shown, ...ends);
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
