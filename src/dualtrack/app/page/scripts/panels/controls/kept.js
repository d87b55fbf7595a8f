// Up to four scenarios of the reader's own, kept beside the one being changed: named, brought back, let go, compared.
import { h, rebuildInPlace, replace, setText } from "../../kit/dom.js";
import { lineSwatch } from "../../kit/legend.js";
import { number, shownUnit, year } from "../../kit/format.js";
import { cleanName } from "../../state/link.js";
import { disputeBox } from "./dispute_box.js";
import { nearestPlace } from "../../kit/scales.js";
import { settingsText } from "../../state/provenance.js";
import { numberedLabel, scenarioLabel, scenarioPair } from "../../state/scenario.js";
import { isSame, MOST_KEPT } from "../../state/store.js";
import { scenariosShown } from "../../state/runs.js";
import { label, say, sayPair } from "../../kit/words.js";

/**
 * @param {Element} root
 * @param {Context} context
 */
export function mountKept(root, context) {
  const name = h("input", { type: "text", id: "scenario-name", maxlength: 60, autocomplete: "off" });
  const caption = h("label", { for: "scenario-name" });
  const keep = h("button", { type: "button", id: "keep" });
  const fault = h("p", { class: "control-fault", role: "alert" });
  const about = h("p", { class: "muted" });
  const list = h("div", { class: "kept-list" });
  keep.addEventListener("click", () => keepOne(context, name, fault));
  const dispute = disputeBox(context, (key, scenario) => rowName(context.pack, key, scenario));
  replace(root, about, h("p", { class: "keep-form" }, caption, name, keep), fault, list, dispute.node);
  const refresh = (state, before, { preview }) => {
    if (preview) return;
    setText(about, say("kept.about", MOST_KEPT));
    setText(caption, say("kept.name"));
    setText(keep, say("kept.keep"));
    if (state.scenario !== before?.scenario || state.kept !== before?.kept) setText(fault, "");
    rebuildInPlace(list, keptTable(context, state));
    dispute.refresh(state);
  };
  context.store.subscribe(refresh);
  refresh(context.store.get(), null, { preview: false });
}

function keepOne(context, name, fault) {
  const refusal = keepScenario(context, cleanName(name.value));
  if (refusal === "") name.value = "";
  setText(fault, refusal);
}

/**
 * Keep the reader's scenario as it stands, under a name or its own; says why where it is not kept.
 * @param {Context} context
 * @param {string} name
 */
export function keepScenario({ pack, store }, name) {
  const { scenario, kept } = store.get();
  const alike = kept.findIndex((each) => isSame({ ...each, name: "" }, { ...scenario, name: "" }));
  if (alike >= 0) return say("keep.alike", numberedLabel(pack, kept[alike], alike + 1));
  if (kept.length >= MOST_KEPT) return say("kept.full", MOST_KEPT);
  const named = { ...scenario, name: name || scenario.name };
  store.update(sayPair("step.keep", scenarioPair(pack, named)), (state) => ({ ...state, kept: [...state.kept, named] }));
  return "";
}

function keptTable(context, state) {
  const { pack, runs } = context;
  const shown = scenariosShown(state);
  const head = [
    say("kept.scenario"),
    say("kept.settings"),
    ...state.charts.map((name) => say("kept.in", label(pack.quantities[name].label), year(state.year))),
    say("kept.actions"),
  ];
  const rows = shown.map(({ key, scenario }) => {
    const { years, values } = runs.of(scenario);
    const place = nearestPlace(years, state.year);
    return h(
      "tr",
      null,
      h("th", { scope: "row" }, lineSwatch(key), " ", rowName(pack, key, scenario)),
      h("td", null, settingsText(pack, scenario)),
      state.charts.map((name) => h("td", { class: "tabular" }, number(values[name][place], shownUnit(pack.quantities[name])))),
      h("td", null, key.startsWith("kept-") ? keptButtons(context, scenario, Number(key.slice(5)) - 1) : null),
    );
  });
  const named = say("kept.table");
  const inside = h(
    "table",
    null,
    h("caption", { class: "visually-hidden" }, named),
    h(
      "thead",
      null,
      h(
        "tr",
        null,
        head.map((text) => h("th", { scope: "col" }, text)),
      ),
    ),
    h("tbody", null, rows),
  );
  return h("div", { class: "table-frame", role: "region", tabindex: "0", "aria-label": named }, inside);
}

function rowName(pack, key, scenario) {
  const named = scenarioLabel(pack, scenario);
  if (key === "base") return say("chart.baseline", named);
  return key === "own" ? say("chart.own", named) : numberedLabel(pack, scenario, Number(key.slice(5)));
}

function keptButtons({ pack, store }, scenario, place) {
  const named = numberedLabel(pack, scenario, place + 1);
  const act = (step, change) => () => store.update(sayPair(step, scenarioPair(pack, scenario)), change);
  const take = act("step.take", (state) => ({ ...state, scenario: { ...scenario } }));
  const drop = act("step.drop", (state) => ({ ...state, kept: state.kept.filter((_, at) => at !== place) }));
  return [
    h("button", { type: "button", class: "quiet", "aria-label": say("kept.takeOf", named), onclick: take }, say("kept.take")),
    " ",
    h("button", { type: "button", class: "quiet", "aria-label": say("kept.dropOf", named), onclick: drop }, say("kept.drop")),
  ];
}
