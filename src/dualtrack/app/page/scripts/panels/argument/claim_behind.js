// What lies behind an arrow: the equations of the quantities that carry a claim, how strong their causes are, and the loops through them.
import { h, replace } from "../../kit/dom.js";
import { share, year } from "../../kit/format.js";
import { label, say } from "../../kit/words.js";
import { chooseNodeInSector } from "../../state/diagram_state.js";
import { driversAt, linksAt } from "../../state/strengths.js";
import { goTo } from "../../frame/tabs.js";
import { equationOf, linksPart } from "../diagram/diagram_details.js";
import { drivingWords, loopsInOrder } from "../diagram/diagram_loops.js";

/**
 * A part that opens, worked out when it is opened; null where the model has no quantity of the claim.
 * @param {Context} context
 * @param {any} claim
 */
export function behindPart(context, claim) {
  const names = claim.carriedBy.filter((name) => context.pack.bases[name]);
  if (!names.length) return null;
  const body = h("div", { class: "behind" });
  const part = h("details", { class: "card-behind" }, h("summary", null, say("card.behind")), body);
  part.addEventListener("toggle", () => part.open && body.childElementCount === 0 && fill(context, body, names));
  return part;
}

/** At once with equations, and with strengths as soon as these are worked out. */
function fill(context, body, names) {
  const asked = context.store.get();
  const then = { ...context, store: { ...context.store, get: () => asked } };
  const draw = (links, driving) => replace(body, aboutYear(then), names.map((name, place) => carrier(then, name, links, driving?.[place] ?? null)));
  draw(null, null);
  Promise.all([linksAt(context), Promise.all(names.map((name) => driversAt(context, name)))]).then(([links, driving]) => draw(links, driving));
}

function aboutYear({ store, pack }) {
  const { year: at, scenario } = store.get();
  return h("p", { class: "fine quiet" }, say("card.behindAbout", label(pack.regimes[scenario.regime].label), year(at)));
}

function carrier(context, name, links, driving) {
  const found = context.pack.bases[name];
  const acts = { choose: (other) => showInDiagram(context, other) };
  return h(
    "section",
    { class: "carrier" },
    h("h4", null, h("button", { type: "button", class: "link-name", onclick: () => showInDiagram(context, name) }, label(found.label))),
    equationOf(found),
    linksPart(context, found, "causes", { links }, acts),
    loopsDriving(context, name, driving),
  );
}

/** The named loops that drive a quantity in the year shown, the largest first. */
function loopsDriving({ pack, store }, name, driving) {
  const { year: at } = store.get();
  const title = h("h4", null, say("diagram.loops", year(at)));
  if (driving === null) return [title, h("p", { class: "quiet waiting" }, say("shares.working"))];
  const loops = loopsInOrder(pack, name, driving).driving;
  if (loops.length === 0) return [title, h("p", { class: "quiet" }, say("diagram.noneDrives", year(at)))];
  const rows = loops.map((loop) => loopRow({ pack, store }, loop, name, driving));
  return [title, h("ul", { class: "links loops" }, rows), h("p", { class: "fine quiet" }, drivingWords(pack, driving))];
}

function loopRow(context, loop, name, { loops }) {
  const press = h("button", { type: "button", class: "link-name", onclick: () => showInDiagram(context, name) }, `${loop.id} ${label(loop.label)}`);
  const part = h("span", { class: "numeric quiet" }, share(loops.get(loop.id)));
  return h("li", null, press, h("span", { class: "quiet" }, say(`loops.${loop.polarity}`)), part);
}

function showInDiagram(context, name) {
  chooseNodeInSector(context, name);
  goTo(context.store, "method", "diagram");
}
