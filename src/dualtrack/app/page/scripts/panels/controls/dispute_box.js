// Where two scenarios part: the difference of an outcome shared out over everything in which they differ, and the one concession that closes most.
import { h, replace, setText } from "../../kit/dom.js";
import { entryText, isNothing, number, share, shownUnit, signed, year } from "../../kit/format.js";
import { label, say, sentences } from "../../kit/words.js";
import { scenariosShown } from "../../state/runs.js";
import { settingOf } from "../../state/scenario.js";
import { isSame } from "../../state/store.js";
import { largestError, moverName } from "../figures/changed.js";

const GROUPED = "group:";
const SIDES = ["first", "second"];
/** What a single concession must close to be named as one that does. */
const MOST_OF_IT = 0.5;

/**
 * @typedef {{before: any, after: any, movers: string[], parts: any, alone: any, without: any}} DisputedSplit
 * @typedef {{side: number, mover: string, remains: number, closes: number}} Concession `side` gives way, 0 the first or 1 the second
 */

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

async function tellDispute(context, chosen, told, state, both) {
  const [first, second] = both;
  chosen.stop?.abort();
  chosen.stop = new AbortController();
  const { signal } = chosen.stop;
  if (isSame({ ...first, name: "" }, { ...second, name: "" })) return setText(told, say("dispute.same"));
  setText(told, say("dispute.waits"));
  try {
    const names = [...new Set(state.charts)];
    const split = await context.lab.split(first, second, names, state.year, signal);
    if (!signal.aborted) replace(told, names.map((name) => disputedOutcome(context.pack, split, name, state.year, [first, second])));
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

function disputedOutcome(pack, split, name, at, both) {
  const quantity = pack.quantities[name];
  const unit = shownUnit(quantity);
  const whole = split.after[name] - split.before[name];
  const ends = [split.before[name], split.after[name]].map((value) => number(value, unit));
  const opening = say("dispute.whole", label(quantity.label), year(at), ...ends, signed(whole, unit));
  const rows = [...split.movers].sort((a, b) => Math.abs(split.parts[b][name]) - Math.abs(split.parts[a][name]));
  const sampled = split.exact ? "" : say("dispute.sampled", split.runs, signed(largestError(pack, split, name), unit).replace(/^\+/, ""));
  return h(
    "div",
    { class: "disputed" },
    h("p", null, sentences([opening, sampled].filter(Boolean))),
    partsTable(pack, split, name, unit, rows, both),
    h("p", null, concessionWords(pack, split, name, unit)),
  );
}

function partsTable(pack, split, name, unit, rows, both) {
  const named = say("dispute.table", label(pack.quantities[name].label));
  const head = [say("dispute.what"), say("dispute.first"), say("dispute.second"), say("dispute.part")];
  const body = rows.map((mover) =>
    h(
      "tr",
      null,
      h("th", { scope: "row" }, moverName(pack, mover)),
      both.map((scenario) => h("td", { class: "tabular" }, mover.startsWith(GROUPED) ? "" : entryText(settingOf(pack, scenario, mover)))),
      h("td", { class: "tabular" }, signed(split.parts[mover][name], unit)),
    ),
  );
  const table = h(
    "table",
    null,
    h("caption", { class: "visually-hidden" }, named),
    h("thead", null, h("tr", null, head.map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", null, body),
  );
  return h("div", { class: "table-frame", role: "region", tabindex: "0", "aria-label": named }, table);
}

/**
 * The single setting of one side by taking over which the difference becomes least; null where not every mixture was run, or nothing
 * differs.
 * @param {DisputedSplit} split
 * @param {string} name
 * @returns {Concession | null}
 */
export function bestConcession({ before, after, movers, alone, without }, name) {
  const whole = after[name] - before[name];
  if (alone === null || whole === 0 || !Number.isFinite(whole)) return null;
  const given = movers.flatMap((mover) => [
    { side: 0, mover, remains: after[name] - alone[mover][name] },
    { side: 1, mover, remains: without[mover][name] - before[name] },
  ]);
  const sound = given.filter(({ remains }) => Number.isFinite(remains));
  if (sound.length === 0) return null;
  const best = sound.reduce((least, each) => (Math.abs(each.remains) < Math.abs(least.remains) ? each : least));
  return { ...best, closes: 1 - Math.abs(best.remains / whole) };
}

function concessionWords(pack, split, name, unit) {
  if (isNothing(split.after[name] - split.before[name], unit)) return say("dispute.nothing");
  const best = bestConcession(split, name);
  if (best === null) return say("dispute.tooMany");
  if (best.closes < MOST_OF_IT) return say("dispute.noneHalf", moverName(pack, best.mover), share(Math.max(best.closes, 0)));
  return say(`dispute.closes.${SIDES[best.side]}`, moverName(pack, best.mover), share(best.closes), signed(best.remains, unit));
}
