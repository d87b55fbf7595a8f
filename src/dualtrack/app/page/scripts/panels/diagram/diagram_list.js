// The causal diagram as a list: every quantity by sector with its causes, the equal of the map for screen readers and phones.
import { h } from "../../kit/dom.js";
import { label, language, say } from "../../kit/words.js";
import { sectorLabel } from "./diagram_map.js";

/**
 * @param {Pack} pack
 * @param {{nodes: any[], edges: any[], chosen: string}} scene
 * @param {string} sector the one that stands open, or none
 * @param {(name: string) => void} choose
 */
export function diagramList(pack, scene, sector, choose) {
  const groups = pack.sectors
    .map((each) => ({ name: each.name, nodes: scene.nodes.filter((node) => node.sector === each.name) }))
    .filter((each) => each.nodes.length);
  return h(
    "div",
    { class: "diagram-list" },
    groups.map((group) => sectorGroup(pack, scene, group, sector, choose)),
  );
}

function sectorGroup(pack, scene, { name, nodes }, sector, choose) {
  const isOpen = name === sector || nodes.some((node) => node.name === scene.chosen);
  const ordered = [...nodes].sort((one, other) => nodeWords(pack, one).localeCompare(nodeWords(pack, other), language()));
  const items = ordered.map((node) => {
    const causes = scene.edges.filter((edge) => edge.to === node.name).length;
    const effects = scene.edges.filter((edge) => edge.from === node.name).length;
    const attributes = {
      type: "button",
      class: "list-node",
      "aria-pressed": String(node.name === scene.chosen),
      onclick: () => choose(node.name),
      "data-list-node": node.name,
    };
    return h(
      "li",
      null,
      h("button", attributes, nodeWords(pack, node)),
      h("span", { class: "quiet" }, say("diagram.degrees", causes, effects)),
    );
  });
  return h(
    "details",
    { open: isOpen },
    h("summary", null, sectorLabel(pack, name), h("span", { class: "quiet" }, ` ${nodes.length}`)),
    h("ul", null, items),
  );
}

function nodeWords(pack, node) {
  return label(pack.bases[node.name].label);
}
