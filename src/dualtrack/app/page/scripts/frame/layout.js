// The page's frame: a head, five tabs, and in each its rooms, one section with a heading for every panel.
import { h, partOfPage, setText } from "../kit/dom.js";
import { label, say } from "../kit/words.js";
import { ROOMS, TABS } from "../state/address.js";
import { linkTo } from "./tabs.js";

const STAGE = ["presets", "options", "charts", "reading", "changed", "small"];
/**
 * Build the frame; `slots` are the bodies that panels fill, by name.
 * @param {Element} root
 * @param {Store} store
 * @param {[string, string]} [question] the heading of the first tab, where the theory asks one; else the page's own
 * @returns {{slots: Object<string, HTMLElement>, tabs: Object<string, HTMLElement>, links: Object<string, HTMLElement>,
 *   refresh: () => void}}
 */
export function buildLayout(root, store, question) {
  const slots = {};
  const texts = [];
  const told = (node, key) => {
    texts.push(() => setText(node, say(key)));
    return node;
  };
  const asked = (node) => {
    texts.push(() => setText(node, question ? label(question) : say("layout.title")));
    return node;
  };
  const slot = (name, className) => {
    slots[name] = h("div", { class: className, id: name });
    return slots[name];
  };
  const links = Object.fromEntries(TABS.map((tab) => [tab, told(h("a", linkTo(store, tab)), `tab.${tab}`)]));
  const tabs = Object.fromEntries(TABS.map((tab) => [tab, tabSection(tab, { slot, told, asked, texts, store })]));
  root.append(
    skipLink(told, "main", "layout.skip"),
    head(slot, told, store),
    bar(links, texts),
    slot("notices", "notices"),
    h("main", { id: "main", tabindex: "-1" }, Object.values(tabs)),
    foot(slot, told),
  );
  return { slots, tabs, links, refresh: () => texts.forEach((write) => write()) };
}

function skipLink(told, name, key) {
  const skip = (event) => {
    event.preventDefault();
    const part = partOfPage(name);
    part.scrollIntoView({ block: "start" });
    part.focus({ preventScroll: true });
  };
  return told(h("a", { class: "skip", href: `#${name}`, onclick: skip }), key);
}

function head(slot, told, store) {
  const brand = told(h("a", { class: "brand", ...linkTo(store, TABS[0]) }), "layout.title");
  return h(
    "header",
    { class: "head" },
    h("div", { class: "head-words" }, brand),
    h("div", { class: "head-tools" }, slot("settings", "settings"), slot("share", "share")),
    slot("share-said", "share-said"),
  );
}

function bar(links, texts) {
  const node = h("nav", { class: "tab-bar" }, Object.values(links));
  texts.push(() => node.setAttribute("aria-label", say("layout.tabs")));
  return node;
}

function tabSection(tab, { slot, told, asked, texts, store }) {
  const heading = h("h1", { id: `tab-${tab}-title`, tabindex: "-1" });
  const isOpening = tab === "argument";
  const title = isOpening ? asked(heading) : told(heading, `tab.${tab}`);
  const lead = isOpening ? null : told(h("p", { class: "lead" }), `lead.${tab}`);
  const rooms = ROOMS[tab].map((name) => room(name, slot, told));
  const first = firstOf(tab, slot, told);
  return h(
    "section",
    { class: "tab", id: `tab-${tab}`, "aria-labelledby": `tab-${tab}-title` },
    h("div", { class: "tab-head" }, title, lead),
    ways(tab, { texts, told, store }),
    first,
    rooms,
  );
}

/** What a tab shows before its rooms. */
function firstOf(tab, slot, told) {
  if (tab === "argument") return slot("opening", "opening");
  if (tab === "believe") return slot("believe-curves", "believe-curves");
  return tab === "try" ? [slot("try-it", "try-it"), laboratory(slot, told)] : null;
}

/** Links to the rooms of a tab that has several. */
function ways(tab, { texts, told, store }) {
  if (ROOMS[tab].length < 2) return null;
  const links = ROOMS[tab].map((name) => told(h("a", linkTo(store, tab, name)), `section.${name}`));
  const node = h("nav", { class: "ways" }, links);
  texts.push(() => node.setAttribute("aria-label", say("layout.ways", say(`tab.${tab}`))));
  return node;
}

/** All levers and all charts, under a heading of their own. */
function laboratory(slot, told) {
  const title = told(h("h2", { id: "stage-title", class: "stage-heading", tabindex: "-1" }), "layout.stage");
  return [title, h("div", { class: "laboratory" }, stage(slot, told), dials(slot, told))];
}

function stage(slot, told) {
  const attributes = { class: "stage", id: "stage", "aria-labelledby": "stage-title" };
  return h(
    "section",
    attributes,
    STAGE.map((name) => stagePart(name, slot, told)),
  );
}

function dials(slot, told) {
  const title = told(h("h2", { id: "dials-title" }), "layout.dials");
  const side = h("aside", { class: "dials-side", id: "dials", "aria-labelledby": "dials-title" }, title);
  side.append(told(sheetToggle(side), "layout.dials"), slot("controls", "controls"));
  return side;
}

function sheetToggle(sheet) {
  const button = h("button", { type: "button", class: "sheet-toggle", "aria-expanded": "false", "aria-controls": "controls" });
  const turn = (isOpen) => {
    sheet.classList.toggle("open", isOpen);
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) partOfPage("charts").scrollIntoView({ block: "start" });
  };
  button.addEventListener("click", () => turn(!sheet.classList.contains("open")));
  sheet.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !sheet.classList.contains("open")) return;
    turn(false);
    button.focus();
  });
  return button;
}

function stagePart(name, slot, told) {
  if (name === "options") return h("div", { class: "bar" }, slot("options", "options"), slot("steps", "steps"));
  if (["presets", "charts", "reading"].includes(name)) return slot(name, name);
  const title = told(h("h3", { id: `${name}-title` }), `stage.${name}`);
  return h("section", { class: `stage-part part-${name}`, "aria-labelledby": `${name}-title` }, title, slot(name, "panel-body"));
}

function room(name, slot, told) {
  const title = told(h("h2", { id: `${name}-title`, tabindex: "-1" }), `section.${name}`);
  return h("section", { class: "band", "aria-labelledby": `${name}-title` }, title, slot(name, "panel-body"));
}

function foot(slot, told) {
  return h("footer", { class: "foot" }, told(h("p", null), "layout.foot"), slot("origin", "origin"));
}
