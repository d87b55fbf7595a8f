// The argument as an ordered list: claims by group, each with its state and share, and its card where it is opened.
import { h, replace } from "../../kit/dom.js";
import { share } from "../../kit/format.js";
import { verdictMark } from "../../kit/verdict_shapes.js";
import { label } from "../../kit/words.js";
import { goTo } from "../../frame/tabs.js";
import { claimGroups, leadReading } from "../../state/claim_readings.js";
import { claimBadge, claimCard } from "./claim_card.js";

/**
 * @param {Context} context
 * @param {(claim: any) => boolean} isShown
 * @param {string} open the claim that is open, the empty string for none
 */
export function claimList(context, isShown, open) {
  return claimGroups(context.pack)
    .map(({ group, claims }) => ({ group, claims: claims.filter(isShown) }))
    .filter(({ claims }) => claims.length > 0)
    .map(({ group, claims }) =>
      h("section", { class: "claim-group" }, h("h3", null, label(group.label)), h("ol", null, claims.map((claim) => claimItem(context, claim, open)))),
    );
}

/**
 * Fill the cards of a list that have not been opened, as paper needs them; gives back what closes them again.
 * @param {Element} list
 * @returns {() => void}
 */
export function openAllCards(list) {
  /** @type {HTMLDetailsElement[]} */
  const closed = [...list.querySelectorAll("details.claim-item:not([open])")].map((each) => /** @type {any} */ (each));
  for (const each of closed) each.open = true;
  for (const each of closed) each.dispatchEvent(new Event("toggle"));
  return () => closed.forEach((each) => (each.open = false));
}

function claimItem(context, claim, open) {
  const lead = leadReading(claim);
  const body = h("div", null);
  const fill = () => item.open && body.childElementCount === 0 && replace(body, claimCard(context, claim));
  const name = h(
    "summary",
    { id: `list-${claim.id}` },
    claimBadge(claim),
    h("span", { class: "item-words" }, h("span", { class: "visually-hidden" }, `${claim.id} `), h("b", null, label(claim.label)), verdictMark(claim.verdict)),
    h("span", { class: "item-share quiet" }, lead ? share(lead.probability) : "–"),
  );
  const item = h("details", { class: "claim-item", open: claim.id === open }, name, body);
  item.addEventListener("toggle", fill);
  fill();
  name.addEventListener("click", () => followItem(context, claim, item));
  return h("li", { "data-claim": claim.id }, item);
}

/** The address follows what a reader opens, and stays where one closes it. */
function followItem({ store }, claim, item) {
  if (!item.open) goTo(store, "argument", claim.id);
}
