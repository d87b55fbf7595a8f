// The page's frame: a head, a way to each part, and one section with a heading for every panel.
import { h, setText } from "../kit/dom.js";
import { say } from "../kit/words.js";

export const SECTIONS = [
  "scenarios",
  "four-lines",
  "policy-timeline",
  "verdicts",
  "failures",
  "facts",
  "diagram",
  "reproduce",
  "limits",
  "sources",
];
const STAGE = ["presets", "options", "charts", "reading", "changed", "small", "loop-shares"];

/**
 * Build the frame; `slots` are the bodies that panels fill, by name.
 * @param {Element} root
 * @returns {{slots: Object<string, HTMLElement>, refresh: () => void}}
 */
export function buildLayout(root) {
  const slots = {};
  const texts = [];
  const told = (node, key) => {
    texts.push(() => setText(node, say(key)));
    return node;
  };
  const slot = (name, className) => {
    slots[name] = h("div", { class: className, id: name });
    return slots[name];
  };
  const parts = SECTIONS.map((name) => section(name, slot, told));
  const laboratory = h("div", { class: "laboratory" }, stage(slot, told), dials(slot, told));
  root.append(
    skipLink(told, "stage", "layout.skip"),
    skipLink(told, "dials", "skip.dials"),
    head(slot, told),
    ways(texts, told),
    slot("notices", "notices"),
    h("main", { id: "main" }, laboratory, parts),
    foot(slot, told),
  );
  return { slots, refresh: () => texts.forEach((write) => write()) };
}

/**
 * Go to a part without touching the address, which holds the state.
 * @param {Event} event
 * @param {string} name
 */
export function jumpTo(event, name) {
  event.preventDefault();
  const part = document.getElementById(name);
  if (part === null) return;
  if (!part.hasAttribute("tabindex")) part.setAttribute("tabindex", "-1");
  part.scrollIntoView({ block: "start" });
  part.focus({ preventScroll: true });
}

function skipLink(told, name, key) {
  return told(h("a", { class: "skip", href: `#${name}`, onclick: (event) => jumpTo(event, name) }), key);
}

function ways(texts, told) {
  const links = SECTIONS.map((name) =>
    told(h("a", { href: `#${name}`, onclick: (event) => jumpTo(event, name) }), `section.${name}`),
  );
  const node = h("nav", { class: "ways" }, links);
  texts.push(() => node.setAttribute("aria-label", say("layout.ways")));
  return node;
}

function stage(slot, told) {
  const title = told(h("h2", { id: "stage-title", class: "visually-hidden" }), "layout.stage");
  const attributes = { class: "stage", id: "stage", tabindex: "-1", "aria-labelledby": "stage-title" };
  return h(
    "section",
    attributes,
    title,
    STAGE.map((name) => stagePart(name, slot, told)),
  );
}

function dials(slot, told) {
  const title = told(h("h2", { id: "dials-title" }), "layout.dials");
  const side = h("aside", { class: "dials-side", id: "dials", tabindex: "-1", "aria-labelledby": "dials-title" }, title);
  side.append(told(sheetToggle(side), "layout.dials"), slot("controls", "controls"));
  return side;
}

function sheetToggle(sheet) {
  const button = h("button", { type: "button", class: "sheet-toggle", "aria-expanded": "false", "aria-controls": "controls" });
  button.addEventListener("click", () => {
    const isOpen = sheet.classList.toggle("open");
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) document.getElementById("charts").scrollIntoView({ block: "start" });
  });
  return button;
}

function head(slot, told) {
  return h(
    "header",
    { class: "head" },
    h("div", { class: "head-words" }, told(h("h1", null), "layout.title"), told(h("p", { class: "lead" }), "layout.lead")),
    h("div", { class: "head-tools" }, slot("settings", "settings"), slot("share", "share")),
  );
}

function stagePart(name, slot, told) {
  if (name === "options") return h("div", { class: "bar" }, slot("options", "options"), slot("steps", "steps"));
  if (["presets", "charts", "reading"].includes(name)) return slot(name, name);
  const title = told(h("h3", { id: `${name}-title` }), `stage.${name}`);
  return h("section", { class: `stage-part part-${name}`, "aria-labelledby": `${name}-title` }, title, slot(name, "panel-body"));
}

function section(name, slot, told) {
  const title = told(h("h2", { id: `${name}-title` }), `section.${name}`);
  return h("section", { class: "band", "aria-labelledby": `${name}-title` }, title, slot(name, "panel-body"));
}

function foot(slot, told) {
  return h("footer", { class: "foot" }, told(h("p", null), "layout.foot"), slot("origin", "origin"));
}
