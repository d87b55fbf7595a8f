// Above the map: how many claims have which state, each a button that lights these; rivals shown or hidden, map or list.
import { h } from "../../kit/dom.js";
import { verdictMark, verdictSlug } from "../../kit/verdict_shapes.js";
import { say } from "../../kit/words.js";
import { VERDICT_ORDER } from "../../state/panel_choices.js";
import { changePanel } from "../../state/panel_state.js";

/**
 * What the reader chose to see of the argument; what a link says wrongly is as at the start.
 * @param {any} state
 * @param {any} pack
 * @param {boolean} isNarrow whether the window has no room for a map
 */
export function argumentChoices(state, pack, isNarrow) {
  const { state: verdict, view, rivals } = state.panel.argument ?? {};
  const hasMap = pack.argument.map !== null && !isNarrow;
  return {
    verdict: VERDICT_ORDER.includes(verdict) ? verdict : "",
    isList: !hasMap || view === "list",
    hasMap,
    rivals: rivals !== false,
  };
}

/**
 * @param {Context} context
 * @param {ReturnType<typeof argumentChoices>} choices
 */
export function claimFilters({ pack, store }, choices) {
  const press = (change) => () => changePanel(store, "argument", change);
  const counted = VERDICT_ORDER.map((verdict) => ({ verdict, count: countOf(pack, choices, verdict) })).filter(({ count }) => count > 0);
  const states = counted.map(({ verdict, count }) => {
    const isOn = choices.verdict === verdict;
    const attributes = { type: "button", class: "state-filter", "aria-pressed": String(isOn), id: `state-${verdictSlug(verdict)}` };
    return h("button", { ...attributes, onclick: press({ state: isOn ? null : verdict }) }, h("b", null, String(count)), " ", verdictMark(verdict));
  });
  const hasRivals = pack.claims.some((claim) => claim.kind === "rival");
  return [
    h("div", { class: "state-filters", role: "group", "aria-label": say("map.states") }, states),
    h(
      "div",
      { class: "map-switches" },
      hasRivals ? quietButton("map-rivals", say(choices.rivals ? "map.hideRivals" : "map.showRivals"), press({ rivals: choices.rivals ? false : null })) : null,
      choices.hasMap ? quietButton("map-view", say(choices.isList ? "map.asMap" : "map.asList"), press({ view: choices.isList ? null : "list" })) : null,
    ),
  ];
}

function countOf({ claims }, { rivals }, verdict) {
  return claims.filter((claim) => claim.verdict === verdict && (rivals || claim.kind !== "rival")).length;
}

function quietButton(id, words, act) {
  return h("button", { type: "button", class: "quiet", id, onclick: act }, words);
}
