// Six levers in words: native radios under the government that holds them; the value that is not moved is told as such.
import { h, replace, setText } from "../../kit/dom.js";
import { number, year } from "../../kit/format.js";
import { dateEntry } from "../../kit/date_entry.js";
import { movedState } from "../../state/opened_view.js";
import { regimeValue, settingOf, without, withSetting } from "../../state/scenario.js";
import { clausesOf, label, say, sayPair, sentences } from "../../kit/words.js";

const UNMOVED = "unmoved";
const OTHER = "other";

/**
 * @param {any} context
 * @returns {{node: HTMLElement, refresh: (state: any) => void}}
 */
export function wordedLevers(context) {
  const { story } = context.pack;
  const sides = [...new Set(story.levers.map(({ side }) => side))].map((side) => ({
    side,
    title: h("h3", null),
    levers: story.levers.filter((each) => each.side === side).map((each) => leverRadios(context, each)),
  }));
  const node = h(
    "div",
    { class: "worded-levers" },
    sides.map(({ title, levers }) =>
      h(
        "section",
        { class: "worded-side" },
        title,
        levers.map((each) => each.node),
      ),
    ),
  );
  const refresh = (state) =>
    sides.forEach(({ side, title, levers }) => {
      setText(title, sideName(context.pack, side));
      levers.forEach((each) => each.refresh(state));
    });
  return { node, refresh };
}

function sideName({ story, levers }, side) {
  const found = story.sides?.[side] ?? levers.find(({ group }) => group === side)?.label ?? side;
  return label(found);
}

function leverRadios(context, given) {
  const { pack, store } = context;
  const name = given.lever;
  const legend = h("legend", null);
  const list = h("div", { class: "worded-values" });
  const beside = h("p", { class: "worded-beside fine quiet" });
  const date = dateEntry(context, name, {
    id: `try-from-${name}`,
    take: (from) => take(settingOf(pack, store.get().scenario, name), from),
  });
  const node = h("fieldset", { class: "worded-lever", id: `try-lever-${name}` }, legend, list, beside, date.node);
  const take = (value, from) =>
    store.update(sayPair("step.move", given.label, wordOf(given, value)), (state) =>
      movedState(state, withSetting(pack, state.scenario, name, value, from)),
    );
  const letGo = () =>
    store.update(sayPair("step.back", given.label), (state) => ({ ...state, scenario: without(state.scenario, name) }));
  let drawn = null;
  const refresh = (state) => {
    const now = choicesOf(pack, given, state);
    node.classList.toggle("moved", Object.hasOwn(state.scenario.levers, name));
    setText(legend, label(given.label));
    setText(beside, besideWords(pack, given, state.scenario));
    const shown = now.choices.map(({ text }) => text).join("|");
    if (drawn !== shown) {
      const focused = list.contains(document.activeElement);
      replace(
        list,
        now.choices.map((choice, place) => radio(name, choice, place, choice.isMove ? () => take(choice.value) : letGo)),
      );
      if (focused) list.querySelectorAll("input")[now.chosen]?.focus({ preventScroll: true });
      drawn = shown;
    }
    [...list.querySelectorAll("input")].forEach((input, place) => (input.checked = place === now.chosen));
    date.refresh(state);
  };
  return { node, refresh };
}

function radio(name, { text }, place, act) {
  const id = `try-${name}-${place}`;
  const input = h("input", { type: "radio", name: `try-${name}`, id, onchange: act });
  return h("div", { class: "worded-value" }, input, h("label", { for: id }, text));
}

/** The values that a reader can choose, in order, and which of them stands: the unmoved one, the worded ones, and one set elsewhere. */
export function choicesOf(pack, given, { scenario }) {
  const { lever: name, words } = given;
  const rest = regimeValue(pack, scenario.regime, name);
  const value = settingOf(pack, scenario, name);
  const isMoved = Object.hasOwn(scenario.levers, name);
  const choices = words.map((word) => ({
    kind: String(word.value),
    value: word.value,
    isMove: word.value !== rest,
    text: word.value === rest ? say("try.unmoved", label(word.label)) : label(word.label),
  }));
  if (!choices.some((choice) => !choice.isMove)) {
    const told = number(rest, pack.quantities[name].unit);
    const place = choices.filter((choice) => choice.value < rest).length;
    const isBetween = place > 0 && place < choices.length;
    const text = say(isBetween ? "try.unmovedBetween" : "try.unmovedValue", told);
    choices.splice(place, 0, { kind: UNMOVED, value: rest, isMove: false, text });
  }
  let chosen = choices.findIndex((choice) => (isMoved ? choice.value === value : !choice.isMove));
  if (chosen < 0) {
    const other = say("try.other", number(value, pack.quantities[name].unit));
    chosen = choices.push({ kind: OTHER, value, isMove: true, text: other }) - 1;
  }
  return { choices, chosen };
}

/**
 * What other levers do by another rule, where they are at work.
 * @param {Pack} pack
 * @param {{beside?: string[]}} given
 * @param {Scenario} scenario
 */
export function besideWords(pack, { beside = [] }, scenario) {
  const told = beside.map((name) => ({ name, stages: stagesOf(pack, scenario, name) }));
  const atWork = told.filter(({ name, stages }) => stages.some(({ value }) => value > pack.quantities[name].low));
  return sentences(atWork.map(({ name, stages }) => say("try.beside", label(pack.quantities[name].label), stagesWords(pack, name, stages))));
}

/** What a lever stands at when its scenario parts, and at every later date at which that changes. */
function stagesOf(pack, scenario, name) {
  const since = pack.regimes[scenario.regime].partsAt ?? pack.partsAt;
  const own = scenario.levers[name];
  const points = pack.regimes[scenario.regime].paths[name]?.points ?? [];
  const later = points.filter(([at]) => at > since && (own === undefined || at < own.from)).map(([at, value]) => ({ at, value }));
  const before = [{ at: since, value: regimeValue(pack, scenario.regime, name, since) }, ...later];
  if (own === undefined) return before;
  const set = [[own.from, own.value], ...(own.then ?? [])].map(([at, value]) => ({ at, value }));
  return own.from > since ? [...before, ...set] : set;
}

function stagesWords(pack, name, stages) {
  const [first, ...later] = stages;
  const told = (value) => number(value, pack.quantities[name].unit);
  return clausesOf([told(first.value), ...later.map(({ at, value }) => say("try.besideFrom", told(value), year(at)))]);
}

function wordOf({ words }, value) {
  return words.find((word) => word.value === value)?.label ?? String(value);
}
