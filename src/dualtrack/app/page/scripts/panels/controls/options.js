// How the figures are shown: against which baseline, as levels or differences, with bands or without, and the year read off.
import { h, replace, setText } from "../../kit/dom.js";
import { year } from "../../kit/format.js";
import { listenToSlider } from "../../kit/slides.js";
import { label, say, sayPair } from "../../kit/words.js";

/**
 * @param {Element} root
 * @param {Context} context
 */
export function mountOptions(root, context) {
  const items = [baselineOption(context), viewOption(context), bandsOption(context)];
  replace(
    root,
    items.map((item) => item.node),
  );
  const refresh = (state) => items.forEach((item) => item.refresh(state));
  context.store.subscribe(refresh);
  refresh(context.store.get());
}

/**
 * The year read off all charts, by slider and keyboard.
 * @param {Element} root
 * @param {Context} context
 */
export function mountReading(root, context) {
  const { node, refresh } = yearOption(context);
  const key = h("p", { class: "chart-key muted" });
  replace(root, node, key);
  const follow = (state) => {
    refresh(state);
    setText(key, say("chart.lines"));
  };
  context.store.subscribe(follow);
  follow(context.store.get());
}

function baselineOption({ pack, store }) {
  const select = h("select", { id: "baseline" });
  const caption = h("label", { for: "baseline" });
  select.addEventListener("change", () =>
    store.update(sayPair("step.baseline", pack.regimes[select.value].label), (state) => ({ ...state, baseline: select.value })),
  );
  let spoken = "";
  const refresh = (state) => {
    setText(caption, say("options.baseline"));
    if (spoken !== state.language)
      replace(
        select,
        Object.values(pack.regimes).map((regime) => h("option", { value: regime.name }, label(regime.label))),
      );
    spoken = state.language;
    select.value = state.baseline;
  };
  return { node: h("p", { class: "option" }, caption, select), refresh };
}

function viewOption({ store }) {
  const buttons = ["level", "difference"].map((view) => {
    const set = () => store.update(sayPair(`step.${view}`), (state) => ({ ...state, view }));
    return { view, node: h("button", { type: "button", id: `view-${view}`, onclick: set }) };
  });
  const group = h(
    "div",
    { class: "option joined", role: "group" },
    buttons.map(({ node }) => node),
  );
  const refresh = (state) => {
    group.setAttribute("aria-label", say("options.view"));
    for (const { view, node } of buttons) {
      setText(node, say(`options.${view}`));
      node.setAttribute("aria-pressed", String(state.view === view));
    }
  };
  return { node: group, refresh };
}

function bandsOption({ store }) {
  const box = h("input", { type: "checkbox", id: "bands" });
  const caption = h("label", { for: "bands" });
  box.addEventListener("change", () => {
    const bands = box.checked;
    store.update(sayPair(bands ? "step.bandsOn" : "step.bandsOff"), (state) => ({ ...state, bands }));
  });
  const refresh = (state) => {
    setText(caption, say("options.bands"));
    box.checked = state.bands;
  };
  return { node: h("p", { class: "option" }, box, caption), refresh };
}

function yearOption({ pack, store }) {
  const slider = h("input", { type: "range", id: "year", min: pack.clock.start, max: pack.clock.stop, step: 1 });
  const caption = h("label", { for: "year" });
  const shown = h("output", { for: "year", class: "tabular" });
  const change = () => {
    const chosen = Number(slider.value);
    return (state) => ({ ...state, year: chosen });
  };
  listenToSlider(store, slider, change, () => store.setting(change()));
  const refresh = (state) => {
    setText(caption, say("options.year"));
    setText(shown, year(state.year));
    slider.value = String(state.year);
    slider.style.setProperty("--fill", String((state.year - pack.clock.start) / (pack.clock.stop - pack.clock.start)));
  };
  return { node: h("p", { class: "option year-option" }, caption, slider, shown), refresh };
}
