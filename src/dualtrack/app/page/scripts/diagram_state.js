// What the reader chose in the causal diagram, as part of the page's state, and the buttons elsewhere that lead to it.
import { h } from "./dom.js";
import { label, sayPair } from "./words.js";

const DIAGRAM_VIEWS = ["map", "list"];
const DIAGRAM_START = { node: "", sector: "", least: 0.25, view: "" };

/** The reader's choices: node, sector, least importance, and map or list; what a link says wrongly is as at the start. */
export function diagramState(state, pack) {
  const { node, sector, least, view } = { ...DIAGRAM_START, ...state.panel.diagram };
  return {
    node: Object.hasOwn(pack.bases, node) ? node : "",
    sector: Object.hasOwn(pack.diagram.sectors ?? {}, sector) ? sector : "",
    least: typeof least === "number" && least >= pack.diagram.least && least <= 1 ? least : DIAGRAM_START.least,
    view: DIAGRAM_VIEWS.includes(view) ? view : "",
  };
}

/** Change some of them, as one step that undo takes back. */
export function changeDiagram(store, words, change) {
  store.update(words, (state) => ({ ...state, panel: { ...state.panel, diagram: { ...state.panel.diagram, ...change } } }));
}

/** Show a quantity in the diagram. */
export function chooseNode({ pack, store }, name) {
  changeDiagram(store, sayPair("diagram.chosen", pack.bases[name].label), { node: name });
}

/** Show one sector's own map, or with the empty name the map of all. */
export function chooseSector({ pack, store }, sector) {
  const found = pack.sectors.find((each) => each.name === sector);
  changeDiagram(store, found ? sayPair("diagram.sectorChosen", found.label) : sayPair("diagram.allSectorsChosen"), { sector, node: "" });
}

/** A button anywhere on the page that shows a quantity in the diagram. */
export function nodeButton(context, name) {
  const show = () => {
    chooseNode(context, name);
    document.getElementById("diagram")?.scrollIntoView();
    document.getElementById("diagram-details")?.focus();
  };
  return h("button", { type: "button", class: "chip", onclick: show }, label(context.pack.bases[name].label));
}
