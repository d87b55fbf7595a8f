// The causal diagram: what influences what, as a map to zoom and as a list, with everything known of the quantity one clicks.
import { h, replace, s } from "../../kit/dom.js";
import { label, say } from "../../kit/words.js";
import { share } from "../../kit/format.js";
import { chooseNode, chooseSector, diagramState } from "../../state/diagram_state.js";
import { LEAST_SCALE, createWindow, windowKey } from "../../kit/diagram_view.js";
import { mapDrawing, mapLegend, mapScene, nodeTowards } from "./diagram_map.js";
import { overviewDrawing, sectorPlaces } from "./diagram_overview.js";
import { nodeFinder } from "./diagram_find.js";
import { diagramList } from "./diagram_list.js";
import { nodeDetails } from "./diagram_details.js";
import { changePanel } from "../../state/panel_state.js";
import { keepingFocus } from "../../kit/focus.js";
import { whenResized } from "../../kit/onscreen.js";
import { whenInSight } from "../../kit/seen.js";
import { yearEntry } from "../../kit/year_entry.js";
import { driversAt, linksAt } from "../../state/strengths.js";

const WIDTH_TO_READ = 900;
const NARROW = "(max-width: 720px)";
const STEPS_OF_IMPORTANCE = 0.05;

/**
 * The causal diagram.
 * @param {HTMLElement} root
 * @param {Context} context
 */
export function mountDiagram(root, context) {
  /** @type {any} */
  const scene = buildDiagram(root, context);
  drawAll(scene);
  openMap(scene);
  revealChosen(scene);
  const tellAgain = whenInSight(root, () => drawDetails(scene, diagramState(context.store.get(), context.pack).node));
  context.store.subscribe((state, before, how) => {
    if (how?.preview) return;
    const [now, was] = [diagramState(state, context.pack), diagramState(before, context.pack)];
    if (state.scenario !== before.scenario || state.year !== before.year) tellAgain();
    if (state.language === before.language && JSON.stringify(now) === JSON.stringify(was)) return;
    drawAll(scene);
    if (now.sector !== was.sector) openMap(scene);
    if (now.node !== was.node || now.sector !== was.sector) revealChosen(scene);
  });
  whenResized(scene.svg, () => scene.window.reshape());
}

function buildDiagram(root, context) {
  const svg = s("svg", { class: "map", role: "group" });
  const scene = { root, context, svg, loop: "", map: context.pack.diagram, asked: 0, sought: { text: "", said: null } };
  scene.lead = h("p", { class: "lead" });
  scene.tools = h("div", { class: "diagram-tools" });
  scene.year = yearEntry(context, "diagram-year");
  scene.mapFrame = h("div", { class: "map-frame" });
  scene.list = h("div", { class: "list-frame" });
  scene.details = h("div", { class: "details-frame", id: "diagram-details", tabindex: "-1", role: "region" });
  scene.mapFoot = h("div", { class: "map-foot" });
  scene.buttons = h("div", { class: "map-buttons" });
  replace(scene.mapFrame, svg, scene.buttons, scene.mapFoot);
  replace(
    root,
    scene.lead,
    scene.tools,
    h("div", { class: "diagram" }, h("div", { class: "diagram-main" }, scene.mapFrame, scene.list), scene.details),
  );
  scene.window = createWindow(svg, (view) => showDistance(scene, view));
  svg.addEventListener("click", (event) => clickMap(scene, event));
  svg.addEventListener("keydown", (event) => keyOnMap(scene, event));
  return scene;
}

function drawAll(scene) {
  const { pack, store } = scene.context;
  const choice = diagramState(store.get(), pack);
  scene.map = pack.diagram.sectors[choice.sector] ?? pack.diagram;
  scene.shown = mapScene(scene.map, choice, loopMembers(scene));
  const isList = choice.view === "list" || (choice.view === "" && matchMedia(NARROW).matches);
  scene.lead.textContent = say("diagram.lead");
  keepingFocus(() => replace(scene.tools, diagramTools(scene, choice, isList)));
  scene.mapFrame.hidden = isList;
  scene.list.hidden = !isList;
  if (isList)
    replace(
      scene.list,
      diagramList(pack, scene.shown, choice.sector, (name) => choose(scene, name)),
    );
  else drawMap(scene);
  drawDetails(scene, choice.node);
}

function drawMap(scene) {
  const { pack } = scene.context;
  const hadFocus = scene.svg.contains(document.activeElement);
  scene.svg.setAttribute("aria-label", say("diagram.mapName", scene.shown.nodes.length, scene.shown.edges.length));
  const isWhole = scene.map === pack.diagram;
  replace(scene.svg, mapDrawing(pack, scene.map, scene.shown), isWhole ? overviewDrawing(pack, scene.map) : null);
  showDistance(scene, scene.window.view());
  replace(scene.buttons, zoomButtons(scene));
  replace(scene.mapFoot, h("p", { class: "quiet sums" }, say("diagram.sums")), mapLegend(), h("p", { class: "quiet" }, say("diagram.keys")));
  if (hadFocus) focusMap(scene);
}

/** From afar the whole map shows sectors; near enough to read, and in a sector's own map, it shows quantities. */
function showDistance(scene, view) {
  const isFar = scene.map === scene.context.pack.diagram && scene.svg.clientWidth < LEAST_SCALE * view.width;
  if (isFar === scene.svg.classList.contains("far")) return;
  const hadFocus = scene.svg.contains(document.activeElement);
  scene.svg.classList.toggle("far", isFar);
  scene.mapFrame.classList.toggle("from-afar", isFar);
  if (hadFocus) focusMap(scene);
}

function focusMap(scene) {
  const part = scene.svg.classList.contains("far") ? ".map-overview" : ".map-nodes";
  scene.svg.querySelector(`${part} [tabindex="0"]`)?.focus({ preventScroll: true });
}

function zoomButtons({ window, map }) {
  const button = (key, sign, act) => h("button", { type: "button", "aria-label": say(key), title: say(key), onclick: act }, sign);
  return [
    button("diagram.zoomIn", "+", () => window.zoom(1 / 1.4)),
    button("diagram.up", "↑", () => window.pan(0, -0.25)),
    button("diagram.zoomOut", "−", () => window.zoom(1.4)),
    button("diagram.left", "←", () => window.pan(-0.25, 0)),
    button("diagram.fit", "⤢", () => window.fit(map)),
    button("diagram.right", "→", () => window.pan(0.25, 0)),
    button("diagram.down", "↓", () => window.pan(0, 0.25)),
  ];
}

function diagramTools(scene, choice, isList) {
  return [nodeFinder(scene), scene.year, sectorChoice(scene, choice), importanceChoice(scene, choice), viewChoice(scene, isList)];
}

function sectorChoice(scene, choice) {
  const { pack } = scene.context;
  const inMap = new Set(pack.diagram.nodes.map((node) => node.sector));
  const options = pack.sectors
    .filter((each) => inMap.has(each.name))
    .map((each) => h("option", { value: each.name, selected: each.name === choice.sector }, label(each.label)));
  const change = (event) => {
    chooseSector(scene.context, event.target.value);
  };
  const select = h("select", { id: "diagram-sector", onchange: change }, h("option", { value: "" }, say("diagram.allSectors")), options);
  return h("div", { class: "tool" }, h("label", { for: select.id }, say("diagram.sector")), select);
}

function importanceChoice(scene, choice) {
  const { store } = scene.context;
  const told = h("output", { for: "diagram-least" }, share(choice.least));
  const change = (event) => {
    changePanel(store, "diagram", { least: Number(event.target.value) });
  };
  const attributes = {
    type: "range",
    id: "diagram-least",
    min: scene.context.pack.diagram.least,
    max: 1,
    step: STEPS_OF_IMPORTANCE,
    value: choice.least,
    onchange: change,
    "aria-valuetext": share(choice.least),
  };
  const field = h("input", { ...attributes, oninput: (event) => (told.textContent = share(Number(event.target.value))) });
  return h("div", { class: "tool" }, h("label", { for: field.id }, say("diagram.least"), " ", told), field);
}

function viewChoice(scene, isList) {
  const { store } = scene.context;
  const button = (view, pressed) => {
    const press = () => {
      changePanel(store, "diagram", { view });
    };
    return h(
      "button",
      { type: "button", id: `diagram-view-${view}`, "aria-pressed": String(pressed), onclick: press },
      say(`diagram.view.${view}`),
    );
  };
  return h(
    "div",
    { class: "tool switch", role: "group", "aria-label": say("diagram.view.name") },
    button("map", !isList),
    button("list", isList),
  );
}

function clickMap(scene, event) {
  const held = event.target.closest("[data-node], [data-sector]");
  if (held && !scene.window.wasDragged()) openOnMap(scene, held);
}

function openOnMap(scene, held) {
  if (held.dataset.node) choose(scene, held.dataset.node);
  else chooseSector(scene.context, held.dataset.sector);
}

function keyOnMap(scene, event) {
  if (windowKey(scene.window, event)) return;
  const held = event.target.closest?.("[data-node], [data-sector]");
  if (!held) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    openOnMap(scene, held);
    if (held.dataset.node) scene.details.focus();
  } else if (event.key.startsWith("Arrow")) {
    event.preventDefault();
    moveFocus(scene, held, event.key);
  } else if (event.key === "0") {
    scene.window.fit(scene.map);
  }
}

function moveFocus(scene, held, key) {
  const kind = held.dataset.node ? "node" : "sector";
  const all = kind === "node" ? scene.shown.nodes : sectorPlaces(scene.map);
  const next = nodeTowards(
    all,
    all.find((each) => each.name === held.dataset[kind]),
    key,
  );
  if (!next) return;
  const element = scene.svg.querySelector(`[data-${kind}="${next.name}"]`);
  held.setAttribute("tabindex", "-1");
  element.setAttribute("tabindex", "0");
  element.focus({ preventScroll: true });
  scene.window.reveal(next, scene.window.view().width);
}

function choose(scene, name) {
  scene.loop = "";
  chooseNode(scene.context, name);
}

/** The whole theory is shown from afar; a sector so that it can be read. */
function openMap({ window, map, context }) {
  if (map === context.pack.diagram) window.fit(map);
  else window.open(map);
}

/** What is chosen, with all that acts on it and that it acts on. */
function revealChosen(scene) {
  const chosen = scene.map.nodes.find((each) => each.name === scene.shown.chosen);
  if (!chosen) return;
  const near = scene.shown.edges.filter((edge) => [edge.from, edge.to].includes(chosen.name)).flatMap((edge) => [edge.from, edge.to]);
  const shown = scene.map.nodes.filter((each) => each === chosen || near.includes(each.name));
  const [width, height] = scene.context.pack.diagram.box;
  const [left, top] = ["x", "y"].map((axis) => Math.min(...shown.map((each) => each[axis])));
  const [right, bottom] = ["x", "y"].map((axis) => Math.max(...shown.map((each) => each[axis])));
  const box = { x: left - width / 2, y: top - height / 2, width: right - left + width, height: bottom - top + height };
  scene.window.frame(box, chosen, WIDTH_TO_READ);
}

function loopMembers(scene) {
  const loop = scene.context.pack.loops.find((each) => each.id === scene.loop);
  return new Set(loop ? loop.members : []);
}

/** The details twice: at once, and with strengths as soon as they are worked out; an answer that comes too late is dropped. */
function drawDetails(scene, name) {
  const { context, details } = scene;
  scene.asked += 1;
  const asked = scene.asked;
  details.setAttribute("aria-label", say("diagram.details"));
  if (!name) {
    replace(details, h("p", { class: "quiet" }, say("diagram.choose")));
    return;
  }
  const acts = { choose: (other) => choose(scene, other), loop: scene.loop, showLoop: (id) => showLoop(scene, id) };
  replace(details, nodeDetails(context, name, { links: null, driving: null }, acts));
  Promise.all([linksAt(context), driversAt(context, name)]).then(([links, driving]) => {
    if (asked === scene.asked) replace(details, nodeDetails(context, name, { links, driving }, acts));
  });
}

function showLoop(scene, id) {
  scene.loop = scene.loop === id ? "" : id;
  drawAll(scene);
}
