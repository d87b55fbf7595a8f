// Any lever or assumption found by plain words in either language, with what its values mean, and when it was set in reality.
import { h, replace, setText } from "../../kit/dom.js";
import { entryText, number } from "../../kit/format.js";
import { movedState } from "../../state/opened_view.js";
import { settingOf, withSetting } from "../../state/scenario.js";
import { label, language, listOf, say, sayPair } from "../../kit/words.js";

const MOST_HITS = 12;
const MOST_STEPS = 4;
const EXAMPLES = 5;

/**
 * @param {any} context
 * @returns {{node: HTMLElement, refresh: (state: any) => void}}
 */
export function leverSearch(context) {
  const { pack } = context;
  const entry = h("input", { type: "search", id: "find-lever", autocomplete: "off", spellcheck: "false" });
  const caption = h("label", { for: "find-lever" });
  const hint = h("p", { class: "muted fine", id: "find-lever-hint" });
  entry.setAttribute("aria-describedby", hint.id);
  const said = h("p", { class: "muted", role: "status" });
  const list = h("ul", { class: "plain lever-hits" });
  const index = searchIndex(pack);
  const look = () => {
    const wanted = entry.value.trim();
    const hits = wanted === "" ? [] : findLevers(index, wanted);
    replace(
      list,
      hits.slice(0, MOST_HITS).map((hit) => hitPart(context, hit)),
    );
    if (wanted === "") setText(said, "");
    else setText(said, hits.length > 0 ? say("try.find.found", hits.length) : say("try.find.none", exampleWords(index, pack)));
  };
  entry.addEventListener("input", look);
  let spoken = "";
  const refresh = (state) => {
    setText(caption, say("try.find.label"));
    setText(hint, say("try.find.hint", exampleWords(index, pack)));
    if (spoken !== state.language || (list.childElementCount > 0 && !list.contains(document.activeElement))) look();
    spoken = state.language;
  };
  return { node: h("div", { class: "try-find" }, caption, entry, hint, said, list), refresh };
}

/** Words that find something: the first other name of the worded levers, then of all. */
function exampleWords(index, { story }) {
  const worded = story.levers.map(({ lever }) => lever);
  const ordered = [...index.filter(({ name }) => worded.includes(name)), ...index];
  const isSpoken = (word) => /[\u4e00-\u9fff]/.test(word) === (language() === "zh");
  const words = ordered.map(({ also }) => also.find(isSpoken)).filter(Boolean);
  return listOf([...new Set(words)].slice(0, EXAMPLES));
}

/**
 * Everything that can be found, with the texts in which it is looked for.
 * @param {any} pack
 */
export function searchIndex(pack) {
  const levers = pack.levers.flatMap((group) =>
    group.levers.map((lever) => ({
      name: lever.name,
      isLever: true,
      also: lever.also ?? [],
      anchors: lever.anchors,
      examples: lever.examples,
      texts: [
        [lever.name, ...pack.quantities[lever.name].label, ...(lever.also ?? [])],
        [...group.label, ...lever.meaning, ...lever.anchors.flatMap(({ meaning }) => meaning), ...lever.examples.flatMap(({ title }) => title)],
      ],
    })),
  );
  const assumed = [...new Set(pack.assumptions.flatMap(({ names }) => names))].map((name) => ({
    name,
    isLever: false,
    also: [],
    anchors: [],
    examples: [],
    texts: [[name, ...pack.quantities[name].label], pack.quantities[name].doc ?? []],
  }));
  return [...levers, ...assumed];
}

/**
 * What has every word asked for, names before descriptions, levers before assumptions.
 * @param {ReturnType<typeof searchIndex>} index
 * @param {string} wanted
 */
export function findLevers(index, wanted) {
  const words = plainText(wanted).split(/\s+/).filter(Boolean);
  const isIn = (texts) => {
    const all = plainText(texts.join(" · "));
    return words.every((word) => all.includes(word));
  };
  const ranked = index.map((entry) => ({ entry, rank: isIn(entry.texts[0]) ? 0 : isIn(entry.texts.flat()) ? 1 : 2 }));
  return ranked
    .filter(({ rank }) => rank < 2)
    .sort((one, other) => one.rank - other.rank || Number(other.entry.isLever) - Number(one.entry.isLever))
    .map(({ entry }) => entry);
}

function plainText(text) {
  return text.normalize("NFKC").toLowerCase().replaceAll("-", " ").replaceAll("_", " ");
}

function hitPart(context, { name, isLever, anchors, examples }) {
  const { pack, store } = context;
  const quantity = pack.quantities[name];
  const named = label(quantity.label);
  const now = number(settingOf(pack, store.get().scenario, name), quantity.unit);
  const kind = say(isLever ? "try.find.lever" : "try.find.assumption");
  const open = h(
    "button",
    { type: "button", class: "quiet", "aria-label": say("try.find.openOf", named), onclick: () => context.showControl(name) },
    say("try.find.open"),
  );
  const values = anchors.filter(({ value }) => value >= quantity.low && value <= quantity.high);
  const steps = examples.slice(-MOST_STEPS);
  return h(
    "li",
    null,
    h("p", { class: "hit-name" }, h("strong", null, named), " ", h("span", { class: "muted" }, `${kind} · ${say("try.find.now", now)}`), " ", open),
    values.length === 0 ? null : h("ul", { class: "plain hit-values" }, values.map((each) => valueButton(context, name, each))),
    steps.length === 0 ? null : stepList(steps),
  );
}

function valueButton(context, name, { value, meaning }) {
  const { pack, store } = context;
  const { label: named, unit } = pack.quantities[name];
  const set = () =>
    store.update(sayPair("step.move", named, entryText(value)), (state) =>
      movedState(state, withSetting(pack, state.scenario, name, value)),
    );
  const words = [number(value, unit), say("try.find.set", label(named), number(value, unit))];
  const isSet = settingOf(pack, store.get().scenario, name) === value;
  const button = h("button", { type: "button", class: "quiet set", "aria-pressed": String(isSet), "aria-label": words[1], onclick: set }, words[0]);
  return h("li", null, button, " ", label(meaning));
}

function stepList(steps) {
  return h(
    "details",
    { class: "hit-steps" },
    h("summary", null, say("try.find.steps")),
    h(
      "ul",
      { class: "plain" },
      steps.map((each) => h("li", null, h("strong", { class: "tabular" }, each.date), " ", label(each.title))),
    ),
  );
}
