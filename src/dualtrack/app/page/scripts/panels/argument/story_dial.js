// The one thing to touch: the number on which the answer hangs most, or where there is none a lever of policy that leads to its tab.
import { h, replace, setText } from "../../kit/dom.js";
import { number, shownUnit, wholeNumber } from "../../kit/format.js";
import { goTo } from "../../frame/tabs.js";
import { changePanel } from "../../state/panel_state.js";
import { ownScenario } from "../../state/store.js";
import { label, say, sayPair } from "../../kit/words.js";
import { binRange, partOfDial } from "./story_words.js";

/**
 * The part of the dial that the reader chose; null for all worlds.
 * @param {any} state
 * @param {any} story
 * @returns {number | null}
 */
export function chosenBin(state, story) {
  const bin = state.panel.story?.bin;
  return Number.isInteger(bin) && bin >= 0 && bin < (story.dial?.bins.length ?? 0) ? bin : null;
}

/**
 * @param {Context} context
 * @returns {{node: HTMLElement, refresh: () => void}}
 */
export function storyDial(context) {
  return context.pack.story.dial === null ? policyTouch(context) : numberDial(context);
}

function numberDial({ pack, store }) {
  const { story, quantities } = pack;
  const { bins, turns } = story.dial;
  const quantity = quantities[story.dial.number];
  const range = h("input", { type: "range", id: "story-dial", min: 0, max: bins.length - 1, step: 1, "aria-describedby": "story-dial-said" });
  const name = h("label", { for: range.id });
  const said = h("span", { id: "story-dial-said", class: "dial-said" });
  const ends = [h("span", null), h("span", null)];
  const turn = h("p", { class: "dial-turn", hidden: turns === null });
  const all = h("button", { type: "button", class: "dial-all", onclick: () => changePanel(store, "story", { bin: null }) });
  const choose = () => changePanel(store, "story", { bin: Number(range.value) });
  range.addEventListener("input", choose);
  if (turns !== null) turn.style.setProperty("--at", String(partOfDial(bins, turns.value)));
  const head = h("div", { class: "dial-head" }, name, all);
  const node = h("div", { class: "touch" }, head, range, h("p", { class: "dial-ends" }, ends[0], said, ends[1]), turn);
  const refresh = () => {
    const place = chosenBin(store.get(), story);
    const show = (value) => number(value, shownUnit(quantity));
    setText(name, say("story.touch", label(quantity.label)));
    setText(said, place === null ? say("story.anyValue") : binRange(pack, place));
    range.setAttribute("aria-valuetext", said.textContent);
    range.value = String(place ?? Math.floor((bins.length - 1) / 2));
    range.style.setProperty("--fill", String(Number(range.value) / Math.max(bins.length - 1, 1)));
    node.classList.toggle("unset", place === null);
    setText(ends[0], show(bins[0].low));
    setText(ends[1], show(bins[bins.length - 1].high));
    if (turns !== null) replace(turn, h("span", null, say("story.turnsHere", show(turns.value), show(turns.low), show(turns.high))));
    setText(all, say("story.allWorlds", wholeNumber(story.all.worlds)));
    all.setAttribute("aria-pressed", String(place === null));
  };
  return { node, refresh };
}

/** A lever in words: each of its values leads to where one sees what it does. */
function policyTouch({ pack, store }) {
  const [lever] = pack.story.levers;
  if (!lever) return { node: h("div", { class: "touch", hidden: true }), refresh: () => null };
  const title = h("p", { class: "touch-name" });
  const words = h("div", { class: "touch-words", role: "group" });
  const about = h("p", { class: "quiet" });
  const node = h("div", { class: "touch" }, title, words, about);
  const refresh = () => {
    setText(title, say("story.touchPolicy", label(lever.label)));
    words.setAttribute("aria-label", label(lever.label));
    replace(words, lever.words.map((word) => h("button", { type: "button", onclick: () => tryWord({ pack, store }, lever, word) }, label(word.label))));
    setText(about, say("story.touchAbout"));
  };
  return { node, refresh };
}

/** The story's own policy with a lever moved, against the story's own other one. */
function tryWord({ pack, store }, lever, word) {
  const { treated, reference } = pack.story;
  const from = pack.regimes[treated].partsAt ?? pack.partsAt;
  const said = sayPair("step.move", lever.label, word.label);
  store.update(said, (state) => ({
    ...state,
    baseline: reference,
    scenario: { ...ownScenario(treated), assumptions: state.scenario.assumptions, levers: { [lever.lever]: { value: word.value, from } } },
  }));
  goTo(store, "try");
}
