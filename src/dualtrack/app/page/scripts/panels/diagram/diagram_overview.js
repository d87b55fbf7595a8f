// The causal map from afar: one box per sector and the influences between sectors added up, until one is near enough to read quantities.
import { s } from "../../kit/dom.js";
import { label, say } from "../../kit/words.js";
import { letterWidth, wrappedWords } from "../../kit/diagram_words.js";

const SECTOR_BOX = { width: 400, height: 124, gap: 70, line: 44, size: 42 };
const PUSHES = 300;
const LEAST_FLOW = 0.12;
const WIDEST = 16;

/**
 * Where each sector's box stands: at the middle of its quantities, moved as little as keeps boxes apart.
 * @param {any} map
 * @returns {Array<{name: string, x: number, y: number}>}
 */
export function sectorPlaces(map) {
  const groups = new Map();
  for (const node of map.nodes) groups.set(node.sector, [...(groups.get(node.sector) ?? []), node]);
  const middle = (nodes, axis) => nodes.reduce((sum, node) => sum + node[axis], 0) / nodes.length;
  const places = [...groups].map(([name, nodes]) => ({ name, x: middle(nodes, "x"), y: middle(nodes, "y") }));
  for (let round = 0; round < PUSHES && pushedApart(places); round += 1);
  return places;
}

/**
 * The overview's parts: arrows between sectors, then boxes.
 * @param {Pack} pack
 * @param {any} map
 */
export function overviewDrawing(pack, map) {
  const places = sectorPlaces(map);
  const at = new Map(places.map((place) => [place.name, place]));
  const flows = sectorFlows(map);
  const most = Math.max(...flows.map((flow) => flow.size), 1e-9);
  const arrows = flows
    .filter((flow) => flow.size >= LEAST_FLOW * most)
    .map((flow) => flowArrow(at.get(flow.from), at.get(flow.to), (flow.size / most) * WIDEST));
  return s(
    "g",
    { class: "map-overview" },
    s("g", { "aria-hidden": "true" }, arrows),
    places.map((place, order) => sectorBox(pack, map, place, order === 0)),
  );
}

function pushedApart(places) {
  let moved = false;
  for (let first = 0; first < places.length; first += 1) {
    for (let second = first + 1; second < places.length; second += 1) moved = pushPair(places[first], places[second]) || moved;
  }
  return moved;
}

/** Two boxes that overlap move apart along the axis on which that is shortest. */
function pushPair(one, other) {
  const [right, down] = [other.x - one.x, other.y - one.y];
  const across = SECTOR_BOX.width + SECTOR_BOX.gap - Math.abs(right);
  const along = SECTOR_BOX.height + SECTOR_BOX.gap - Math.abs(down);
  if (across <= 0 || along <= 0) return false;
  const [axis, by] =
    across / SECTOR_BOX.width < along / SECTOR_BOX.height
      ? ["x", (across / 2 + 0.5) * (right < 0 ? -1 : 1)]
      : ["y", (along / 2 + 0.5) * (down < 0 ? -1 : 1)];
  one[axis] -= by;
  other[axis] += by;
  return true;
}

function sectorFlows(map) {
  const sectorOf = new Map(map.nodes.map((node) => [node.name, node.sector]));
  const sizes = new Map();
  for (const edge of map.edges) {
    const [from, to] = [sectorOf.get(edge.from), sectorOf.get(edge.to)];
    if (!from || !to || from === to) continue;
    const key = `${from}>${to}`;
    sizes.set(key, (sizes.get(key) ?? 0) + (edge.importance ?? 0));
  }
  return [...sizes].map(([key, size]) => ({ from: key.split(">")[0], to: key.split(">")[1], size }));
}

function flowArrow(from, to, width) {
  const [start, end] = [borderOf(from, to), borderOf(to, from)];
  const [right, down] = [end.x - start.x, end.y - start.y];
  const bend = { x: (start.x + end.x) / 2 - down * 0.12, y: (start.y + end.y) / 2 + right * 0.12 };
  const size = 14 + width;
  const length = Math.hypot(end.x - bend.x, end.y - bend.y) || 1;
  const [ahead, aside] = [{ x: (end.x - bend.x) / length, y: (end.y - bend.y) / length }, size * 0.6];
  const foot = { x: end.x - ahead.x * size, y: end.y - ahead.y * size };
  const sides = [aside, -aside].map((by) => ({ x: foot.x - ahead.y * by, y: foot.y + ahead.x * by }));
  const tip = `M${[end, ...sides].map(wholePoint).join("L")}Z`;
  return s(
    "g",
    { class: "flow" },
    s("path", {
      class: "flow-line",
      d: `M${wholePoint(start)}Q${wholePoint(bend)} ${wholePoint(foot)}`,
      "stroke-width": Math.max(width, 2).toFixed(1),
    }),
    s("path", { class: "flow-head", d: tip }),
  );
}

function borderOf(box, towards) {
  const [right, down] = [towards.x - box.x, towards.y - box.y];
  const by = Math.min(
    (SECTOR_BOX.width / 2 + 6) / Math.max(Math.abs(right), 1e-6),
    (SECTOR_BOX.height / 2 + 6) / Math.max(Math.abs(down), 1e-6),
  );
  return { x: box.x + right * by, y: box.y + down * by };
}

function sectorBox(pack, map, { name, x, y }, isStop) {
  const words = label(pack.sectors.find((sector) => sector.name === name)?.label ?? name);
  const lines = wrappedWords(words, Math.floor((SECTOR_BOX.width - 30) / (letterWidth() * SECTOR_BOX.size)));
  const texts = lines.map((line, place) =>
    s("text", { x: 0, y: (place - (lines.length - 1) / 2) * SECTOR_BOX.line + SECTOR_BOX.size * 0.35, "text-anchor": "middle" }, line),
  );
  const count = map.nodes.filter((node) => node.sector === name).length;
  const attributes = {
    class: "sector-box",
    transform: `translate(${x.toFixed(0)} ${y.toFixed(0)})`,
    role: "button",
    tabindex: isStop ? "0" : "-1",
    "aria-label": say("diagram.sectorBox", words, count),
    "data-sector": name,
  };
  return s(
    "g",
    attributes,
    s("rect", { x: -SECTOR_BOX.width / 2, y: -SECTOR_BOX.height / 2, width: SECTOR_BOX.width, height: SECTOR_BOX.height, rx: 16 }),
    texts,
  );
}

function wholePoint({ x, y }) {
  return `${Math.round(x)} ${Math.round(y)}`;
}
