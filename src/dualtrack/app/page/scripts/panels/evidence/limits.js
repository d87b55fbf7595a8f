// What the answers on this page cannot tell: limits of the theory, the record, the worlds and the page itself.
import { h, replace } from "../../kit/dom.js";
import { wholeNumber } from "../../kit/format.js";
import { label, say } from "../../kit/words.js";

const LIMIT_GROUPS = ["model", "record", "worlds", "verdicts", "page"];

/**
 * The page of limits: some hold of any run of this laboratory, the rest are counted from the pack.
 * @param {HTMLElement} root
 * @param {Context} context
 */
export function mountLimits(root, { pack, store }) {
  const draw = () => {
    replace(
      root,
      h("p", { class: "lead" }, say("limits.lead")),
      LIMIT_GROUPS.map((group) => limitGroup(pack, group)),
      ownLimits(pack),
    );
  };
  draw();
  store.subscribe((state, before) => state.language !== before.language && draw());
}

function limitGroup(pack, group) {
  const texts = say(`limits.${group}`, limitCounts(pack)[group] ?? [])
    .split("\n")
    .filter((line) => line.trim());
  return h(
    "section",
    { class: "limit" },
    h("h3", null, say(`limits.${group}Title`)),
    h(
      "ul",
      null,
      texts.map((line) => h("li", null, line.trim())),
    ),
  );
}

function ownLimits(pack) {
  if (!pack.limits?.length) return null;
  const items = pack.limits.map((limit) => h("li", null, label(limit)));
  return h("section", { class: "limit" }, h("h3", null, say("limits.furtherTitle")), h("ul", null, items));
}

function limitCounts(pack) {
  const given = Object.values(pack.quantities).filter((each) => ["constant", "uncertainty", "switch"].includes(each.role));
  const observations = Object.values(pack.series ?? {}).reduce((sum, { figures }) => sum + figures.length, 0);
  const drawn = given.filter((each) => each.prior !== null).length;
  return {
    model: [given.length, given.filter((each) => each.assumed).length, drawn],
    record: [observations, Object.keys(pack.sources).length],
    worlds: [wholeNumber(pack.accepted.length), pack.seed],
    verdicts: [pack.claims.length],
  };
}
