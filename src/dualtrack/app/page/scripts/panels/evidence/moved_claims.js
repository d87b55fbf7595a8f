// How many claims change their side with what the reader assumes, and which, each with its link.
import { h } from "../../kit/dom.js";
import { share } from "../../kit/format.js";
import { say } from "../../kit/words.js";
import { linkTo } from "../../frame/tabs.js";

/**
 * @param {{pack: any, store: any}} context
 * @param {ReturnType<typeof import("../../state/own_readings.js").movedClaims>} found
 */
export function movedPart({ pack, store }, { judged, moved }) {
  if (moved.length === 0) return h("p", null, say("try.words.none", judged));
  const bounds = [pack.rules.verdict.supported, pack.rules.verdict.contradicted].map(share);
  const items = moved.map(({ claim, before, now }) =>
    h(
      "li",
      null,
      h("a", linkTo(store, "argument", claim.id), say("try.words.one", claim.id, ...[before, now].map((side) => say(`try.side.${side}`, bounds)))),
    ),
  );
  return h("div", { class: "moved-claims" }, h("p", null, say("try.words.some", moved.length, judged)), h("ul", null, items));
}
