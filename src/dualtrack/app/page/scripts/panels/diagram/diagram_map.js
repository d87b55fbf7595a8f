// The causal map as a drawing: quantities as boxes by sector, influences as arrows with a sign, the chosen one and its neighbours in front.
import { h, s } from "../../kit/dom.js";
import { letterWidth, wrappedWords } from "../../kit/diagram_words.js";
import { label, say } from "../../kit/words.js";

const LINE_HEIGHT = 12.5;
/** The size of the map's type, as CSS sets it. */
const TYPE_SIZE = 11;
const ARROW_KINDS = { "+": "rising", "-": "falling", "±": "either", 0: "either" };
const ARROW_ROOM = 4;

/**
 * What of the map is shown: edges of at least this importance, the nodes of one sector or all, and the neighbourhood of a chosen node.
 * @param {any} map
 * @param {{node: string, sector: string, least: number}} choice
 * @param {Set<string>} onLoop
 */
export function mapScene(map, choice, onLoop) {
  const edges = map.edges.filter((edge) => isShown(edge, choice));
  const near = new Set(
    edges.filter((edge) => edge.from === choice.node || edge.to === choice.node).flatMap((edge) => [edge.from, edge.to]),
  );
  if (choice.node) near.add(choice.node);
  const linked = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const nodes = map.nodes.filter((node) => linked.has(node.name) || near.has(node.name));
  return { nodes, edges, near, onLoop, chosen: nodes.some((node) => node.name === choice.node) ? choice.node : "" };
}

/**
 * The drawing's parts, back to front.
 * @param {Pack} pack
 * @param {any} map
 * @param {ReturnType<typeof mapScene>} scene
 */
export function mapDrawing(pack, map, scene) {
  const places = new Map(scene.nodes.map((node) => [node.name, node]));
  const edges = scene.edges.filter((edge) => places.has(edge.from) && places.has(edge.to));
  const drawn = edges.map((edge) => mapArrow(edge, places, scene, map.box));
  const focused = scene.chosen || scene.nodes[0]?.name;
  return [
    arrowHeads(),
    s("g", { class: "map-arrows", "aria-hidden": "true" }, drawn),
    s(
      "g",
      { class: "map-nodes" },
      scene.nodes.map((node) => mapNode(pack, node, scene, map.box, node.name === focused)),
    ),
  ];
}

/** The key to the drawing's signs. */
export function mapLegend() {
  const entry = (kind, key) =>
    h(
      "li",
      null,
      s(
        "svg",
        { viewBox: "0 0 34 10", width: 34, height: 10, "aria-hidden": "true", class: "legend-line" },
        s("line", { class: `arrow ${kind}`, x1: 1, y1: 5, x2: 33, y2: 5 }),
      ),
      say(key),
    );
  return h(
    "ul",
    { class: "legend" },
    entry("rising", "diagram.rising"),
    entry("falling", "diagram.falling"),
    entry("either", "diagram.either"),
  );
}

/** The nearest shown node in a direction, for moving by arrow keys; null where none lies that way. */
export function nodeTowards(nodes, from, key) {
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const [right, down] = ways[key];
  const scored = nodes
    .filter((node) => node !== from)
    .map((node) => {
      const ahead = (node.x - from.x) * right + (node.y - from.y) * down;
      const aside = Math.abs((node.x - from.x) * down) + Math.abs((node.y - from.y) * right);
      return { node, ahead, cost: ahead + 2 * aside };
    });
  const found = scored.filter((each) => each.ahead > 0).sort((one, other) => one.cost - other.cost)[0];
  return found ? found.node : null;
}

function isShown(edge, { node, least }) {
  if (edge.from === node || edge.to === node) return true;
  return (edge.importance ?? least) >= least;
}

function mapNode(pack, node, scene, [width, height], isStop) {
  const classes = ["map-node", `role-${node.role ?? "auxiliary"}`];
  if (node.inside === false) classes.push("outside");
  if (node.name === scene.chosen) classes.push("chosen");
  else if ((scene.chosen && !scene.near.has(node.name)) || (scene.onLoop.size && !scene.onLoop.has(node.name))) classes.push("dim");
  const text = label(pack.bases[node.name].label);
  const lines = wrappedWords(text, Math.floor((width - 6) / (letterWidth() * TYPE_SIZE)));
  const spans = lines.map((line, place) =>
    s("text", { x: 0, y: (place - (lines.length - 1) / 2) * LINE_HEIGHT + 3.2, "text-anchor": "middle" }, line),
  );
  const attributes = {
    class: classes.join(" "),
    transform: `translate(${node.x} ${node.y})`,
    role: "button",
    tabindex: isStop ? "0" : "-1",
    "aria-label": text,
    "aria-pressed": String(node.name === scene.chosen),
    "data-node": node.name,
  };
  return s("g", attributes, s("title", null, text), s("rect", { x: -width / 2, y: -height / 2, width, height, rx: 5 }), spans);
}

function mapArrow(edge, places, scene, box) {
  const classes = ["arrow", ARROW_KINDS[edge.sign] ?? "either"];
  const touches = edge.from === scene.chosen || edge.to === scene.chosen;
  const onLoop = scene.onLoop.has(edge.from) && scene.onLoop.has(edge.to);
  if ((scene.chosen && !touches && !onLoop) || (scene.onLoop.size && !onLoop && !touches)) classes.push("dim");
  else if (touches || onLoop) classes.push("near");
  const width = 0.8 + 2.4 * (edge.importance ?? 0.2);
  const path = softPath(borderedRoute(edge, places, box));
  return s("path", {
    class: classes.join(" "),
    d: path,
    "stroke-width": width.toFixed(1),
    "marker-end": `url(#head-${ARROW_KINDS[edge.sign] ?? "either"})`,
  });
}

/** The route that the map gives an arrow, begun and ended at the borders of its boxes. */
function borderedRoute({ from, to, route }, places, box) {
  const between = (route ?? []).slice(1, -1).map(([x, y]) => ({ x, y }));
  const [start, end] = [places.get(from), places.get(to)];
  return [boxEdge(start, between[0] ?? end, box), ...between, boxEdge(end, between[between.length - 1] ?? start, box)];
}

/** A path along points whose corners are rounded off. */
function softPath(points) {
  const middle = (one, other) => `${Math.round((one.x + other.x) / 2)} ${Math.round((one.y + other.y) / 2)}`;
  const corners = points
    .slice(1, -1)
    .map((point, place) => `L${middle(points[place], point)}Q${point.x} ${point.y} ${middle(point, points[place + 2])}`);
  const [start, end] = [points[0], points[points.length - 1]];
  return `M${start.x} ${start.y}${corners.join("")}L${end.x} ${end.y}`;
}

function boxEdge(node, towards, [width, height]) {
  const [right, down] = [towards.x - node.x, towards.y - node.y];
  const by = Math.min(
    (width / 2 + ARROW_ROOM) / Math.max(Math.abs(right), 1e-6),
    (height / 2 + ARROW_ROOM) / Math.max(Math.abs(down), 1e-6),
  );
  return { x: Math.round(node.x + right * by), y: Math.round(node.y + down * by) };
}

function arrowHeads() {
  const head = (kind) =>
    s(
      "marker",
      {
        id: `head-${kind}`,
        class: `head ${kind}`,
        viewBox: "0 0 8 8",
        refX: 7,
        refY: 4,
        markerWidth: 7,
        markerHeight: 7,
        markerUnits: "userSpaceOnUse",
        orient: "auto",
      },
      s("path", { d: "M0 0L8 4L0 8Z" }),
    );
  return s("defs", null, ["rising", "falling", "either"].map(head));
}

/** A sector's name in the language of the moment. */
export function sectorLabel(pack, name) {
  const found = pack.sectors.find((sector) => sector.name === name);
  return found ? label(found.label) : name;
}
