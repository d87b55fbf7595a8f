// The regimes as presets: choosing one takes its levers and keeps the reader's assumptions.
import { h, replace, setText } from "../../kit/dom.js";
import { underRegime } from "../../state/scenario.js";
import { label, say, sayPair } from "../../kit/words.js";

/**
 * @param {Element} root
 * @param {Context} context
 */
export function mountPresets(root, context) {
  const { pack, store } = context;
  const title = h("legend", null);
  const about = h("p", { class: "preset-about muted" });
  const said = h("p", { class: "preset-said", role: "status" });
  const options = Object.values(pack.regimes).map((regime) => presetOption(store, regime));
  replace(
    root,
    h(
      "fieldset",
      { class: "presets" },
      title,
      h(
        "div",
        { class: "preset-list" },
        options.map((option) => option.node),
      ),
    ),
    about,
    said,
  );
  const refresh = ({ scenario }) => {
    setText(said, lostText(store.last(), scenario));
    setText(title, say("presets.title"));
    options.forEach((option) => option.refresh(scenario.regime));
    setText(about, label(pack.regimes[scenario.regime].doc));
  };
  store.subscribe(refresh);
  refresh(store.get());
}

/** How many levers of the reader's own the last step let go, if it was to another regime and stands. */
function lostText(step, scenario) {
  if (step === null || step.after.scenario !== scenario || step.before.scenario.regime === scenario.regime) return "";
  const lost = Object.keys(step.before.scenario.levers).filter((name) => !Object.hasOwn(scenario.levers, name)).length;
  return lost === 0 ? "" : say(lost === 1 ? "moved.lostOne" : "moved.lost", lost);
}

function presetOption(store, regime) {
  const id = `regime-${regime.name}`;
  const input = h("input", { type: "radio", name: "regime", id, value: regime.name });
  const caption = h("label", { for: id });
  input.addEventListener("change", () =>
    store.update(sayPair("step.regime", regime.label), (state) => ({
      ...state,
      scenario: underRegime(state.scenario, regime.name),
    })),
  );
  const refresh = (chosen) => {
    setText(caption, label(regime.label));
    input.checked = chosen === regime.name;
  };
  return { node: h("div", { class: "preset" }, input, caption), refresh };
}
