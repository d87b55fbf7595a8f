// The dials, policy and assumptions apart: levers of each government, assumptions of each sector, the weightiest first.
import { h, replace, setText } from "../../kit/dom.js";
import { control } from "./control.js";
import { label, say } from "../../kit/words.js";
import { goTo } from "../../frame/tabs.js";

const DIALS = ["policy", "assumptions"];
const MOST_FOUND = 24;
const PRESSED = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * @param {Element} root
 * @param {Context} context
 */
export function mountControls(root, context) {
  const dials = [];
  const add = (made) => {
    dials.push(made);
    made.refresh(context.store.get());
    return made.node;
  };
  const dial = (given) => add(control(context, given));
  const tabs = DIALS.map((name) =>
    h("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `dials-${name}` }),
  );
  const panels = { policy: policyPanel(context, dial), assumptions: assumptionPanel(context, dial, add) };
  const show = (chosen) => {
    DIALS.forEach((name, place) => {
      setTab(tabs[place], name === chosen);
      panels[name].node.hidden = name !== chosen;
    });
  };
  listenToTabs(tabs, show);
  const bar = h("div", { role: "tablist", class: "tabs" }, tabs);
  replace(root, bar, panels.policy.node, panels.assumptions.node);
  const refresh = (state, _before, { preview }) => {
    bar.setAttribute("aria-label", say("controls.tabs"));
    DIALS.forEach((name, place) => setText(tabs[place], tabText(name, state.scenario)));
    Object.values(panels).forEach((panel) => panel.refresh(state));
    for (const made of dials) made.refresh(state, preview);
  };
  context.showControl = (name) => revealControl(context, panels, show, name);
  context.store.subscribe(refresh);
  show("policy");
  refresh(context.store.get(), null, { preview: false });
}

function listenToTabs(tabs, show) {
  tabs.forEach((tab, place) => {
    tab.addEventListener("click", () => show(DIALS[place]));
    tab.addEventListener("keydown", (event) => {
      if (!(event.key in PRESSED)) return;
      const next = (place + PRESSED[event.key] + DIALS.length) % DIALS.length;
      show(DIALS[next]);
      tabs[next].focus();
    });
  });
}

function revealControl({ pack, store }, panels, show, name) {
  goTo(store, "try");
  const isLever = pack.quantities[name]?.role === "lever";
  show(isLever ? "policy" : "assumptions");
  (isLever ? panels.policy : panels.assumptions).open(name);
  /** @type {HTMLElement | null} */
  const sheet = document.querySelector(".sheet-toggle");
  if (sheet?.getAttribute("aria-expanded") === "false") sheet.click();
  reach(name);
}

function setTab(tab, isChosen) {
  tab.setAttribute("aria-selected", String(isChosen));
  tab.tabIndex = isChosen ? 0 : -1;
}

function tabText(name, scenario) {
  const moved = Object.keys(name === "policy" ? scenario.levers : scenario.assumptions).length;
  return moved === 0 ? say(`controls.${name}`) : say("controls.withMoves", say(`controls.${name}`), moved);
}

function policyPanel(context, dial) {
  const about = h("p", { class: "muted" });
  const groups = context.pack.levers.map(({ group, label: title, levers }, place) =>
    dialGroup(
      group,
      () => label(title),
      place === 0,
      () => levers.map((lever) => dial(leverGiven(lever))),
      levers.map((lever) => lever.name),
    ),
  );
  return tabPanel("policy", about, [], groups, () => setText(about, say("controls.policyAbout")));
}

function assumptionPanel(context, dial, add) {
  const { pack } = context;
  const about = h("p", { class: "muted" });
  const groups = dialsOnce(pack.assumptions).map(({ id, label: title, names, above }, place) => {
    const ways = () => above.length > 0 && add(standAbove(pack, above, (name) => openAt(groups, name)));
    const make = () => [names.map((name) => dial(assumptionGiven(pack, name))), ways()];
    return dialGroup(`assumed-${id}`, () => label(title), place === 0, make, names);
  });
  const search = assumptionSearch(context, groups);
  return tabPanel("assumptions", about, [search.node], groups, () => {
    setText(about, say("controls.assumptionsAbout"));
    search.refresh();
  });
}

/**
 * Every number has one dial, in the first group that names it; groups further down name it with a way to it.
 * @param {Pack["assumptions"]} groups
 */
export function dialsOnce(groups) {
  const taken = new Set();
  return groups.map((group) => {
    const above = group.names.filter((name) => taken.has(name));
    const names = group.names.filter((name) => !taken.has(name));
    names.forEach((name) => taken.add(name));
    return { ...group, names, above };
  });
}

function standAbove(pack, names, go) {
  const said = h("p", { class: "muted" });
  const ways = names.map((name) => h("button", { type: "button", class: "quiet", onclick: () => go(name) }));
  const list = h(
    "ul",
    { class: "plain" },
    ways.map((way) => h("li", null, way)),
  );
  const refresh = () => {
    setText(said, say("dials.above"));
    ways.forEach((way, place) => setText(way, label(pack.quantities[names[place]].label)));
  };
  return { node: h("div", { class: "stand-above" }, said, list), refresh };
}

function leverGiven({ name, now, anchors = [], examples = [] }) {
  return { name, now, anchors, examples };
}

function assumptionGiven(pack, name) {
  return { name, now: pack.quantities[name].value, anchors: [], examples: [] };
}

function tabPanel(name, about, above, groups, refresh) {
  const node = h(
    "div",
    { role: "tabpanel", id: `dials-${name}`, "aria-labelledby": `tab-${name}`, class: "dials" },
    about,
    above,
    groups.map((group) => group.node),
  );
  return {
    node,
    refresh(state) {
      refresh(state);
      groups.forEach((group) => group.refresh(state));
    },
    open: (wanted) => groups.find((group) => group.names.includes(wanted))?.open(),
  };
}

function dialGroup(id, title, isOpen, make, names) {
  const summary = h("summary", null);
  const body = h("div", { class: "dial-list" });
  const node = h("details", { class: "dial-group", id: `group-${id}` }, summary, body);
  const fill = () => body.childElementCount === 0 && replace(body, make());
  node.addEventListener("toggle", () => node.open && fill());
  const open = () => {
    node.open = true;
    fill();
  };
  if (isOpen) open();
  const refresh = ({ scenario }) => {
    const moved = names.filter(
      (name) => Object.hasOwn(scenario.levers, name) || Object.hasOwn(scenario.assumptions, name),
    ).length;
    setText(
      summary,
      moved === 0 ? say("controls.group", title(), names.length) : say("controls.groupMoved", title(), names.length, moved),
    );
  };
  return { node, refresh, open, names };
}

function assumptionSearch({ pack }, groups) {
  const entry = h("input", { type: "search", id: "find-assumption", autocomplete: "off" });
  const caption = h("label", { for: "find-assumption" });
  const found = h("ul", { class: "plain found" });
  const said = h("p", { class: "visually-hidden", "aria-live": "polite" });
  const names = groups.flatMap((group) => group.names);
  const look = () => {
    const wanted = entry.value.trim().toLowerCase();
    const hits = wanted === "" ? [] : names.filter((name) => matches(pack.quantities[name], wanted));
    replace(
      found,
      hits
        .slice(0, MOST_FOUND)
        .map((name) =>
          h(
            "li",
            null,
            h(
              "button",
              { type: "button", class: "quiet", onclick: () => openAt(groups, name) },
              label(pack.quantities[name].label),
            ),
          ),
        ),
    );
    setText(said, wanted === "" ? "" : say("controls.found", hits.length));
  };
  entry.addEventListener("input", look);
  const refresh = () => setText(caption, say("controls.find"));
  return { node: h("div", { class: "find" }, caption, entry, said, found), refresh };
}

function openAt(groups, name) {
  groups.find((group) => group.names.includes(name)).open();
  reach(name);
}

function reach(name) {
  const slider = document.getElementById(`slider-${name}`);
  slider?.scrollIntoView({ block: "center" });
  slider?.focus({ preventScroll: true });
}

function matches(quantity, wanted) {
  return [quantity.name, ...quantity.label].some((text) => text.toLowerCase().includes(wanted));
}
