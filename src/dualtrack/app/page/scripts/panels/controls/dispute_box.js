// Where two scenarios part: two to choose, and what lies between them in months and in the levels of both charts.
import { h, replace, setText } from "../../kit/dom.js";
import { say } from "../../kit/words.js";
import { scenariosShown } from "../../state/runs.js";
import { yearOfParting } from "../../state/scenario.js";
import { isSame } from "../../state/store.js";
import { disputedFigure, medianWords, SIDES } from "./dispute_told.js";

/**
 * Nothing is run before the reader opens it: what moved against the baseline stands on the page already.
 * @param {Context} context
 * @param {(key: string, scenario: Scenario) => string} nameOf
 */
export function disputeBox(context, nameOf) {
  const { store } = context;
  const title = h("summary", null);
  const about = h("p", { class: "muted" });
  const picks = SIDES.map((side) => ({ caption: h("label", { for: `dispute-${side}` }), select: h("select", { id: `dispute-${side}` }) }));
  const told = h("div", { class: "dispute-told", role: "status" });
  const chosen = { keys: ["base", "own"], stop: /** @type {AbortController | null} */ (null), asked: /** @type {any} */ (null) };
  const node = h(
    "details",
    { class: "dispute" },
    title,
    about,
    h("p", { class: "dispute-picks" }, picks.map(({ caption, select }) => h("span", { class: "dispute-pick" }, caption, " ", select))),
    told,
  );
  const ask = (state) => {
    if (!node.open) return;
    const both = chosen.keys.map((key) => scenariosShown(state).find((each) => each.key === key)?.scenario);
    const asked = { both, charts: state.charts, year: state.year, language: state.language };
    if (isSame(asked, chosen.asked)) return;
    chosen.asked = asked;
    void tellDispute(context, chosen, told, state, both);
  };
  node.addEventListener("toggle", () => ask(store.committed()));
  picks.forEach(({ select }, side) =>
    select.addEventListener("change", () => {
      chosen.keys[side] = select.value;
      ask(store.committed());
    }),
  );
  const refresh = (state) => {
    setText(title, say("dispute.title"));
    setText(about, say("dispute.about"));
    const shown = scenariosShown(state);
    chosen.keys = chosen.keys.map((key, side) => (shown.some((each) => each.key === key) ? key : ["base", "own"][side]));
    picks.forEach(({ caption, select }, side) => {
      setText(caption, say(`dispute.${SIDES[side]}`));
      replace(select, shown.map(({ key, scenario }) => h("option", { value: key, selected: key === chosen.keys[side] }, nameOf(key, scenario))));
      select.value = chosen.keys[side];
    });
    ask(state);
  };
  return { node, refresh };
}

async function tellDispute({ pack, lab }, chosen, told, state, both) {
  const [first, second] = both;
  chosen.stop?.abort();
  chosen.stop = new AbortController();
  const { signal } = chosen.stop;
  if (isSame({ ...first, name: "" }, { ...second, name: "" })) return setText(told, say("dispute.same"));
  setText(told, say("dispute.waits"));
  const since = yearOfParting(pack, first, second);
  const months = pack.story ? { outcome: pack.story.outcome, since } : null;
  try {
    const found = await lab.dispute(first, second, { outcomes: [...new Set(state.charts)], at: state.year, months }, signal);
    if (signal.aborted) return;
    if (found === null) return setText(told, say("dispute.noNumber"));
    if (found.figures.length === 0) return setText(told, say("dispute.same"));
    const figures = found.figures.map((figure) => disputedFigure(pack, found, figure, state.year, both));
    replace(told, figures);
    if (months === null) return;
    const median = h("p", { class: "disputed-median" });
    figures[0].firstElementChild?.after(median);
    const ahead = await lab.months(second, first, { name: months.outcome, since }, signal);
    if (!signal.aborted) setText(median, medianWords(pack, ahead, months.outcome, state.year));
  } catch (error) {
    if (error.name === "AbortError") return;
    chosen.asked = null;
    setText(told, say("dispute.failed"));
    throw error;
  }
}
