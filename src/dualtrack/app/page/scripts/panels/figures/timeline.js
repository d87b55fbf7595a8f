// What both governments and others did, and when: dated events in lanes, each with its source and the levers that it set.
import { h, replace, s } from "../../kit/dom.js";
import { number, year } from "../../kit/format.js";
import { label, language, say } from "../../kit/words.js";
import { ticksWithin } from "../../kit/scales.js";
import { changePanel, panelWords } from "../../state/panel_state.js";
import { drawnWidth, whenResized } from "../../kit/onscreen.js";
import { keepingFocus } from "../../kit/focus.js";
import { citation } from "../evidence/sources.js";
import { prose } from "../../kit/prose.js";

const TIMELINE_LANES = [["US"], ["CN"], ["JP", "NL"], ["company"]];
const LANE = { left: 14, right: 14, top: 32, step: 25, least: 62, room: 12 };
const TIMELINE_WIDTH = 680;
const EVENTS_PER_WIDTH = 4;
const MARK_SHAPES = {
  tighten: "M0 -5.6L5.4 4.2H-5.4Z",
  loosen: "M0 5.6L5.4 -4.2H-5.4Z",
  neutral: "M-3.4 0A3.4 3.4 0 1 0 3.4 0A3.4 3.4 0 1 0 -3.4 0Z",
};

/**
 * The timeline of policy.
 * @param {HTMLElement} root
 * @param {Context} context
 */
export function mountTimeline(root, context) {
  /** @type {any} */
  const scene = { root, context, width: 0 };
  scene.lead = h("p", { class: "quiet" });
  scene.tools = h("div", { class: "timeline-tools" });
  scene.frame = h("div", { class: "timeline-frame" });
  scene.told = h("div", { class: "event-told", role: "region", "aria-live": "polite" });
  scene.list = h("div", null);
  replace(root, scene.lead, scene.tools, scene.frame, scene.told, scene.list);
  scene.frame.addEventListener("scroll", () => holdNames(scene), { passive: true });
  drawTimeline(scene);
  context.store.subscribe((state, before) => {
    const isOther = JSON.stringify(state.panel.timeline) !== JSON.stringify(before.panel.timeline);
    if (state.language !== before.language || isOther) drawTimeline(scene);
  });
  whenResized(scene.frame, () => drawnWidth(scene.frame) !== scene.width && drawTimeline(scene));
}

function drawTimeline(scene) {
  const { topic, event } = panelWords(scene.context.store.get(), "timeline", ["topic", "event"]);
  const { events: all } = scene.context.pack;
  scene.topic = all.some((each) => each.topic === topic) ? topic : "";
  scene.chosen = all.some((each) => each.id === event) ? event : "";
  const events = shownEvents(scene);
  scene.width = drawnWidth(scene.frame);
  scene.lead.textContent = say("timeline.lead", scene.context.pack.events.length);
  keepingFocus(() => replace(scene.tools, topicChoice(scene), directionLegend()));
  const scrolled = scene.node ? scene.frame.scrollLeft : Infinity;
  scene.node = timelineDrawing(scene, events);
  replace(scene.frame, scene.node);
  scene.frame.scrollLeft = Math.min(scrolled, scene.frame.scrollWidth);
  holdNames(scene);
  scene.told.setAttribute("aria-label", say("timeline.event"));
  replace(scene.told, eventTold(scene));
  const wasOpen = scene.list.querySelector("details")?.open ?? false;
  replace(scene.list, h("details", { open: wasOpen }, h("summary", null, say("timeline.list", events.length)), eventList(scene, events)));
}

/** The names of lanes stay in sight while the drawing is scrolled under them. */
function holdNames({ frame }) {
  for (const name of frame.querySelectorAll(".lane-name")) name.setAttribute("transform", `translate(${frame.scrollLeft} 0)`);
}

function shownEvents({ context, topic }) {
  return context.pack.events.filter((event) => topic === "" || event.topic === topic);
}

function topicChoice(scene) {
  const topics = [...new Set(scene.context.pack.events.map((event) => event.topic))];
  const named = topics
    .map((topic) => [topic, say(`timeline.topic.${topic}`)])
    .sort((one, other) => one[1].localeCompare(other[1], language()));
  const change = (event) => changePanel(scene.context.store, "timeline", { topic: event.target.value });
  const options = named.map(([value, name]) => h("option", { value, selected: value === scene.topic }, name));
  const select = h("select", { id: "timeline-topic", onchange: change }, h("option", { value: "" }, say("timeline.allTopics")), options);
  return h("div", { class: "tool" }, h("label", { for: select.id }, say("timeline.topicName")), select);
}

function directionLegend() {
  const entry = (direction) =>
    h(
      "li",
      null,
      s(
        "svg",
        { viewBox: "-7 -7 14 14", width: 14, height: 14, "aria-hidden": "true" },
        s("path", { class: `event-mark ${direction}`, d: MARK_SHAPES[direction] }),
      ),
      say(`timeline.${direction}`),
    );
  return h("ul", { class: "legend" }, ["tighten", "loosen", "neutral"].map(entry));
}

/**
 * A scale of time in which a year is as wide as it is full; within a year time runs evenly.
 * @param {any[]} events
 * @param {number[]} bounds the first year and the last
 * @param {number[]} ends where they are drawn
 */
function fullerWider(events, [first, last], [left, right]) {
  const years = Array.from({ length: last - first }, (_, place) => first + place);
  const widths = years.map((at) => 1 + events.filter((event) => Math.floor(event.year) === at).length / EVENTS_PER_WIDTH);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return (moment) => {
    const place = Math.min(Math.floor(moment) - first, years.length - 1);
    const before = widths.slice(0, place).reduce((sum, width) => sum + width, 0);
    return left + ((right - left) * (before + widths[place] * (moment - first - place))) / whole;
  };
}

/** Lanes by actor; events of a lane that would touch are put one below another. */
function timelineDrawing(scene, events) {
  const width = Math.max(scene.width, TIMELINE_WIDTH);
  const moments = scene.context.pack.events.map((event) => event.year);
  const bounds = [Math.floor(Math.min(...moments)), Math.ceil(Math.max(...moments))];
  const x = fullerWider(scene.context.pack.events, bounds, [LANE.left, width - LANE.right]);
  const lanes = placedLanes(events, x);
  const height = lanes.height + 22;
  const attributes = {
    class: "timeline",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "group",
    "aria-label": say("timeline.drawn", events.length),
  };
  const node = s(
    "svg",
    attributes,
    timelineAxis(bounds, x, height),
    lanes.lanes.map((lane) => laneDrawing(scene, lane, x, width)),
  );
  node.addEventListener("keydown", (event) => keyOnTimeline(event, node, scene));
  return node;
}

function placedLanes(events, x) {
  let top = 0;
  const lanes = TIMELINE_LANES.map((actors) => {
    const rows = [];
    const placed = events
      .filter((event) => actors.includes(event.actor))
      .map((event) => {
        const across = x(event.year);
        const free = rows.findIndex((last) => across - last >= 2 * LANE.room);
        const row = free < 0 ? rows.length : free;
        rows[row] = across;
        return { event, across, row };
      });
    const height = Math.max(LANE.least, LANE.top + Math.max(rows.length, 1) * LANE.step + 4);
    const lane = { name: actors[0], top, height, placed };
    top += height;
    return lane;
  });
  return { lanes, height: top };
}

function laneDrawing(scene, lane, x, width) {
  const marks = lane.placed.map(({ event, across, row }) => eventMark(scene, event, across, lane.top + LANE.top + row * LANE.step));
  return s(
    "g",
    { class: "lane" },
    s("line", { class: "grid", x1: 0, x2: width, y1: lane.top + 0.5, y2: lane.top + 0.5 }),
    s("text", { class: "lane-name", x: LANE.left, y: lane.top + 14 }, say(`timeline.actor.${lane.name}`)),
    marks,
  );
}

function eventMark(scene, event, across, down) {
  const isChosen = event.id === scene.chosen;
  const isStop = scene.chosen ? isChosen : event === shownEvents(scene)[0];
  const attributes = {
    class: isChosen ? "event chosen" : "event",
    transform: `translate(${across.toFixed(1)} ${down.toFixed(1)})`,
    role: "button",
    tabindex: isStop ? "0" : "-1",
    "aria-pressed": String(isChosen),
    "aria-label": say("timeline.spoken", event.date, label(event.label), say(`timeline.${event.direction}`)),
    "data-event": event.id,
    onclick: () => chooseEvent(scene, event.id),
  };
  return s(
    "g",
    attributes,
    s("title", null, `${event.date} ${label(event.label)}`),
    s("circle", { class: "event-room", r: LANE.room }),
    s("path", { class: `event-mark ${event.direction}`, d: MARK_SHAPES[event.direction] }),
  );
}

/** @param {number[]} bounds */
function timelineAxis([from, to], x, height) {
  return s(
    "g",
    { "aria-hidden": "true" },
    ticksWithin([from, to], 1).map((at) => [
      s("line", { class: "grid", x1: x(at), x2: x(at), y1: 0, y2: height - 18 }),
      s("text", { class: "tick", x: x(at), y: height - 4, "text-anchor": at === to ? "end" : at === from ? "start" : "middle" }, year(at)),
    ]),
  );
}

function keyOnTimeline(event, node, scene) {
  const held = event.target.closest("[data-event]");
  if (!held) return;
  const order = shownEvents(scene);
  const place = order.findIndex((each) => each.id === held.dataset.event);
  const next = { ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1, Home: 0, End: order.length - 1 }[
    event.key
  ];
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    chooseEvent(scene, held.dataset.event);
  } else if (order[next]) {
    event.preventDefault();
    held.setAttribute("tabindex", "-1");
    const element = node.querySelector(`[data-event="${order[next].id}"]`);
    element.setAttribute("tabindex", "0");
    element.focus();
  }
}

function chooseEvent(scene, id) {
  const hadFocus = scene.frame.contains(document.activeElement);
  changePanel(scene.context.store, "timeline", { event: scene.chosen === id ? null : id });
  if (hadFocus) scene.frame.querySelector(`[data-event="${id}"]`)?.focus();
}

function eventTold(scene) {
  const event = scene.context.pack.events.find((each) => each.id === scene.chosen);
  if (!event) return h("p", { class: "quiet" }, say("timeline.choose"));
  return eventWords(scene, event);
}

function eventWords(scene, event) {
  const { pack } = scene.context;
  return h(
    "article",
    { class: "event-words" },
    h("h3", null, h("time", { datetime: event.date }, event.date), " ", label(event.label)),
    h(
      "p",
      { class: "quiet" },
      [say(`timeline.actor.${event.actor}`), say(`timeline.topic.${event.topic}`), say(`timeline.${event.direction}`)].join(" · "),
    ),
    h("p", null, prose(event.detail), " ", citation(pack, event.source)),
    event.sets.length
      ? h(
          "ul",
          { class: "event-sets" },
          event.sets.map((set) => h("li", null, leverLink(scene.context, set), " ", prose(set.why))),
        )
      : null,
  );
}

/** The lever that an event set, as a button that leads to its control. */
function leverLink(context, { lever, value }) {
  const quantity = context.pack.quantities[lever];
  if (!quantity) return null;
  return h(
    "button",
    { type: "button", class: "chip", onclick: () => context.showControl?.(lever) },
    say("timeline.set", label(quantity.label), number(value, quantity.unit)),
  );
}

function eventList(scene, events) {
  return h(
    "ol",
    { class: "event-list" },
    [...events].reverse().map((event) => h("li", null, eventWords(scene, event))),
  );
}
