// Finding a quantity of the diagram by a part of its name, whatever the capitals; what is not found is said.
import { h, setText } from "../../kit/dom.js";
import { label, say } from "../../kit/words.js";
import { chooseNodeInSector } from "../../state/diagram_state.js";
import { findLevers, searchIndex } from "../try/lever_search.js";

/**
 * Names that hold a text: the same ones first, then those that start with it, then the rest, each in their own order.
 * @param {string[]} names
 * @param {string} text
 * @returns {string[]}
 */
export function namesHolding(names, text) {
  const sought = plainName(text);
  if (sought === "") return [];
  const rank = (name) => (plainName(name) === sought ? 0 : plainName(name).startsWith(sought) ? 1 : 2);
  return names.filter((name) => plainName(name).includes(sought)).sort((one, other) => rank(one) - rank(other));
}

function plainName(text) {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}

/**
 * What reads the levers and numbers that go by a plain word, such as HBM: these stand on no map, as nothing moves them.
 * @param {Pack} pack
 * @param {Map<string, string>} nodes by their names
 * @param {string} text
 * @returns {{given: string, readers: string[]}} the first of them, and the names of what reads it
 */
function readersOf(pack, nodes, text) {
  const onMap = new Set(nodes.values());
  for (const { name } of text.trim() === "" ? [] : findLevers(searchIndex(pack), text)) {
    const { base } = pack.quantities[name];
    const readers = (pack.bases[base].effects ?? []).filter((each) => onMap.has(each)).map((each) => label(pack.bases[each].label));
    if (readers.length > 0) return { given: label(pack.bases[base].label), readers };
  }
  return { given: "", readers: [] };
}

/** The field, its suggestions, and what was found; the text stays while the diagram is drawn anew. */
export function nodeFinder(scene) {
  const { pack } = scene.context;
  const nodes = new Map(pack.diagram.nodes.map((node) => [label(pack.bases[node.name].label), node.name]));
  const names = [...nodes.keys()];
  const said = h("p", { class: "fine found-words", role: "status" }, scene.sought.said?.() ?? "");
  const take = (text, found, isWhole, given = "") => {
    scene.sought = { text, said: text.trim() === "" || isWhole ? null : () => foundWords(found, given) };
    setText(said, scene.sought.said?.() ?? "");
    if (found.length) chooseNodeInSector(scene.context, nodes.get(found[0]));
  };
  const find = ({ target }) => {
    const held = namesHolding(names, target.value);
    if (held.length > 0) return take(target.value, held, false);
    const { given, readers } = readersOf(pack, nodes, target.value);
    take(target.value, readers, false, given);
  };
  const suggested = ({ target }) => nodes.has(target.value.trim()) && take(target.value, [target.value.trim()], true);
  const options = h(
    "datalist",
    { id: "diagram-names" },
    names.map((value) => h("option", { value })),
  );
  const field = h("input", {
    type: "search",
    id: "diagram-find",
    list: options.id,
    value: scene.sought.text,
    onchange: find,
    oninput: suggested,
    autocomplete: "off",
  });
  return h("div", { class: "tool" }, h("label", { for: field.id }, say("diagram.find")), field, options, said);
}

function foundWords(found, given) {
  if (given !== "") return say("diagram.foundReader", given, found[0]);
  return found.length ? say("diagram.found", found.length, found[0]) : say("diagram.nothingFound");
}
