// What lies behind an arrow: the equations of the quantities that carry a claim, how strong their causes are, and the loops through them.
import { h, replace } from "../../kit/dom.js";
import { share, year } from "../../kit/format.js";
import { label, say } from "../../kit/words.js";
import { chooseNodeInSector } from "../../state/diagram_state.js";
import { linksAt, loopsAt } from "../../state/strengths.js";
import { goTo } from "../../frame/tabs.js";
import { equationOf, linksPart } from "../diagram/diagram_details.js";

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
  const draw = (now) => replace(body, aboutYear(context), names.map((name) => carrier(context, name, now)), loopsThrough(context, names, now));
  draw({ links: null, loops: null });
  Promise.all([linksAt(context), loopsAt(context)]).then(([links, loops]) => draw({ links, loops }));
}

function aboutYear({ store, pack }) {
  const { year: at, scenario } = store.get();
  return h("p", { class: "fine quiet" }, say("card.behindAbout", label(pack.regimes[scenario.regime].label), year(at)));
}

function carrier(context, name, now) {
  const found = context.pack.bases[name];
  const acts = { choose: (other) => showInDiagram(context, other) };
  return h(
    "section",
    { class: "carrier" },
    h("h4", null, h("button", { type: "button", class: "link-name", onclick: () => showInDiagram(context, name) }, label(found.label))),
    equationOf(found),
    linksPart(context, found, "causes", now, acts),
  );
}

/** The named loops through any of the quantities, the strongest first. */
function loopsThrough(context, names, now) {
  const through = context.pack.loops.filter((loop) => loop.members.some((member) => names.includes(member)));
  const title = h("h4", null, say("diagram.loops"));
  if (!through.length) return [title, h("p", { class: "quiet" }, say("diagram.noLoops"))];
  const size = ({ id }) => Math.abs(now.loops?.get(id) ?? 0);
  const items = [...through].sort((one, other) => size(other) - size(one)).map((loop) => loopRow(context, loop, names, now));
  return [title, h("ul", { class: "links loops" }, items), h("p", { class: "fine quiet" }, say("diagram.loopStrengths"))];
}

function loopRow(context, loop, names, { loops }) {
  const part = loops?.get(loop.id);
  const words = part === undefined ? (loops ? "–" : "…") : share(Math.abs(part));
  const member = loop.members.find((each) => names.includes(each));
  const press = h("button", { type: "button", class: "link-name", onclick: () => showInDiagram(context, member) }, `${loop.id} ${label(loop.label)}`);
  return h("li", null, press, h("span", { class: "quiet" }, say(`loops.${loop.polarity}`)), h("span", { class: "numeric quiet" }, words));
}

function showInDiagram(context, name) {
  chooseNodeInSector(context, name);
  goTo(context.store, "method", "diagram");
}
