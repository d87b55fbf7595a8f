// The argument as a map with a card beside it, or as a list: what is open stands in the address, and one tab stop leads through it all.
import { h, partOfPage, replace } from "../../kit/dom.js";
import { keepingFocus } from "../../kit/focus.js";
import { say, sentences } from "../../kit/words.js";
import { goTo, linkTo } from "../../frame/tabs.js";
import { stepOfTour } from "../../state/address.js";
import { isSame } from "../../state/store.js";
import { claimCard } from "./claim_card.js";
import { argumentChoices, claimFilters } from "./claim_filters.js";
import { claimList, openAllCards } from "./claim_list.js";
import { argumentDrawing, markMap } from "./map_drawing.js";
import { claimAfterKey, mapOrder } from "./map_places.js";
import { tourBar } from "./tour_bar.js";

const LISTED = "(max-width: 860px)";

/**
 * @param {HTMLElement} root
 * @param {Context} context
 */
export function mountMap(root, context) {
  const scene = buildScene(root, context);
  const draw = () => keepingFocus(() => drawScene(scene));
  draw();
  scene.narrow.addEventListener("change", draw);
  context.store.subscribe((state, before) => {
    const isMoved = !isSame(state.place, before.place);
    if (state.language !== before.language) scene.svg = null;
    if (isMoved || state.language !== before.language || !isSame(state.panel.argument, before.panel.argument)) draw();
    if (isMoved && state.place.tab === "argument") arrive(scene, before.place);
  });
  addEventListener("beforeprint", () => (scene.close = openAllCards(scene.list)));
  addEventListener("afterprint", () => scene.close?.());
  if (partOf(scene) !== "" || tourStep(scene) > 0) arrive(scene, null);
}

function buildScene(root, context) {
  /** @type {any} */
  const scene = {
    context,
    narrow: matchMedia(LISTED),
    svg: null,
    stop: "",
    close: null,
    lead: h("p", { class: "map-lead" }),
    filters: h("div", { class: "map-filters" }),
    frame: h("div", { class: "claim-map-frame" }),
    side: h("aside", { class: "claim-side" }),
    list: h("div", { class: "claim-list" }),
    tour: h("section", { class: "tour", hidden: true }),
  };
  scene.grid = h("div", { class: "claim-grid" }, scene.frame, scene.side);
  replace(root, scene.lead, scene.filters, scene.grid, scene.list, scene.tour);
  scene.frame.addEventListener("click", (event) => clickOn(scene, event));
  scene.frame.addEventListener("keydown", (event) => keyOn(scene, event));
  scene.side.addEventListener("keydown", (event) => event.key === "Escape" && returnToMap(scene));
  document.addEventListener("keydown", (event) => event.key === "Escape" && tourStep(scene) > 0 && closeTour(scene));
  return scene;
}

function partOf({ context }) {
  const { tab, part } = context.store.get().place;
  return tab === "argument" && context.pack.claims.some(({ id }) => id === part) ? part : "";
}

function tourStep({ context }) {
  return context.pack.story ? stepOfTour(context.store.get().place) : 0;
}

function drawScene(scene) {
  const { context } = scene;
  const choices = argumentChoices(context.store.get(), context.pack, scene.narrow.matches);
  const open = partOf(scene);
  scene.grid.classList.toggle("away", choices.isList);
  scene.list.classList.toggle("away", !choices.isList);
  writeLead(scene);
  replace(scene.filters, claimFilters(context, choices));
  if (context.pack.argument.map !== null) drawArrows(scene, choices, open);
  drawCard(scene, open);
  replace(scene.list, claimList(context, (claim) => isListed(scene, choices, claim), open));
  drawTour(scene);
}

function writeLead({ lead, context }) {
  const { pack, store } = context;
  const first = pack.story?.tour.length ? h("a", linkTo(store, "argument", "tour-1"), say("map.tour", pack.story.tour.length)) : null;
  const counts = ["claim", "rival"].map((kind) => pack.claims.filter((claim) => claim.kind === kind).length);
  replace(lead, say("map.lead", ...counts), first && sentences(["", ""]), first);
}

function drawArrows(scene, choices, open) {
  const { context, frame } = scene;
  if (scene.svg === null) {
    scene.svg = argumentDrawing(context.pack);
    replace(frame, scene.svg, h("p", { class: "fine quiet map-keys" }, say("map.keys")));
  }
  const ids = reachable(scene, choices);
  if (open !== "") scene.stop = open;
  if (!ids.includes(scene.stop)) [scene.stop = ""] = ids;
  markMap(scene.svg, { stop: scene.stop, open, lit: litBy(scene, choices), rivals: choices.rivals });
}

/** The claims that the keys reach, in reading order. */
function reachable({ context }, { rivals }) {
  return mapOrder(context.pack)
    .filter(({ claim }) => rivals || claim.kind !== "rival")
    .map(({ claim }) => claim.id);
}

/** What the tour or a state lights; null where all is lit. */
function litBy(scene, { verdict }) {
  const { pack } = scene.context;
  const step = tourStep(scene);
  const toured = step > 0 ? pack.story.tour[step - 1].claims : [];
  if (toured.length > 0) return new Set(toured);
  return verdict === "" ? null : new Set(pack.claims.filter((claim) => claim.verdict === verdict).map(({ id }) => id));
}

function isListed(scene, choices, claim) {
  const lit = litBy(scene, choices);
  return (lit === null || lit.has(claim.id)) && (choices.rivals || claim.kind !== "rival");
}

function drawCard({ context, side }, open) {
  if (side.dataset.open === open && side.lang === context.words.language()) return;
  side.dataset.open = open;
  side.lang = context.words.language() === "zh" ? "zh-Hans" : "en";
  side.setAttribute("aria-label", say("card.name"));
  const claim = context.pack.claims.find(({ id }) => id === open);
  replace(side, claim ? claimCard(context, claim) : h("p", { class: "quiet card-empty" }, say("card.choose")));
}

function drawTour(scene) {
  const step = tourStep(scene);
  scene.tour.hidden = step === 0;
  scene.tour.setAttribute("aria-label", say("tour.name"));
  replace(scene.tour, step > 0 ? tourBar(scene.context, step, () => closeTour(scene)) : null);
}

function closeTour({ context }) {
  goTo(context.store, "argument", "map");
}

/** What a new address names is brought into sight, and the focus to it where a reader came to read it. */
function arrive(scene, before) {
  const open = partOf(scene);
  const isList = scene.grid.classList.contains("away");
  if (tourStep(scene) > 0) {
    if (stepOfTour(before ?? { tab: "", part: "" }) === 0) partOfPage("map-title").scrollIntoView({ block: "start" });
    return;
  }
  if (open === "") return;
  if (isList) {
    const name = document.getElementById(`list-${open}`);
    name?.scrollIntoView({ block: "start" });
    name?.focus({ preventScroll: true });
    return;
  }
  const heading = scene.side.querySelector(".card-claim");
  if (!isInSight(scene.frame)) partOfPage("map-title").scrollIntoView({ block: "start" });
  heading.focus({ preventScroll: true });
  if (!isInSight(heading)) heading.scrollIntoView({ block: "center" });
  scene.side.scrollTop = 0;
}

function isInSight(node) {
  const { top, bottom } = node.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function clickOn(scene, event) {
  const id = event.target.closest("[data-claim]")?.dataset.claim;
  if (id) openClaim(scene, id);
}

function openClaim(scene, id) {
  scene.stop = id;
  const { store } = scene.context;
  if (partOf(scene) === id) arrive(scene, store.get().place);
  else goTo(store, "argument", id);
}

function keyOn(scene, event) {
  const held = event.target.closest("[data-claim]")?.dataset.claim;
  if (!held) return;
  if (event.key === "Enter" || event.key === " ") openClaim(scene, held);
  else {
    const choices = argumentChoices(scene.context.store.get(), scene.context.pack, scene.narrow.matches);
    const next = claimAfterKey(reachable(scene, choices), held, event.key);
    if (next === null) return;
    scene.stop = next;
    markMap(scene.svg, { stop: next, open: partOf(scene), lit: litBy(scene, choices), rivals: choices.rivals });
    partOfPage(`map-${next}`).focus();
  }
  event.preventDefault();
}

/** Escape leads from the card to its arrow, whose card stays. */
function returnToMap(scene) {
  document.getElementById(`map-${partOf(scene)}`)?.focus({ preventScroll: true });
}
