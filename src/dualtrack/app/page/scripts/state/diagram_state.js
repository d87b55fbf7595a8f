// What the reader chose in the causal diagram, as part of the page's state, and the buttons elsewhere that lead to it.
import { h } from "../kit/dom.js";
import { DIAGRAM_VIEWS } from "./panel_choices.js";
import { tabOfRoom } from "./address.js";
import { changePanel, panelWords } from "./panel_state.js";
import { label } from "../kit/words.js";

const USUAL_LEAST = 0.25;

/** The reader's choices: node, sector, least importance, and map or list; what a link says wrongly is as at the start. */
export function diagramState(state, pack) {
  const { node, sector, view } = panelWords(state, "diagram", ["node", "sector", "view"]);
  const least = state.panel.diagram?.least;
  return {
    node: Object.hasOwn(pack.bases, node) ? node : "",
    sector: Object.hasOwn(pack.diagram.sectors, sector) ? sector : "",
    least: typeof least === "number" && least >= pack.diagram.least && least <= 1 ? least : USUAL_LEAST,
    view: DIAGRAM_VIEWS.includes(view) ? view : "",
  };
}

/** Show a quantity on the map that is open, or where that has not got it on the map of its own sector. */
export function chooseNode(context, node) {
  const { pack, store } = context;
  const { sector } = diagramState(store.get(), pack);
  const isThere = sector === "" || pack.diagram.sectors[sector].nodes.some((each) => each.name === node);
  if (isThere) changePanel(store, "diagram", { node });
  else chooseNodeInSector(context, node);
}

/** Show a quantity on the map of its own sector. */
export function chooseNodeInSector({ pack, store }, node) {
  const { sector } = pack.bases[node];
  changePanel(store, "diagram", { node, sector: Object.hasOwn(pack.diagram.sectors, sector) ? sector : null });
}

/** Show one sector's own map, or with the empty name the map of all. */
export function chooseSector({ store }, sector) {
  changePanel(store, "diagram", { sector, node: null });
}

/** A button anywhere on the page that shows a quantity in the diagram. */
export function nodeButton(context, name) {
  const { store, pack } = context;
  const show = () => {
    chooseNodeInSector(context, name);
    store.setting((state) => ({ ...state, place: { tab: tabOfRoom("diagram"), part: "diagram" } }));
    document.getElementById("diagram-details")?.focus();
  };
  return h("button", { type: "button", class: "chip", onclick: show }, label(pack.bases[name].label));
}
