// The findings of the first screen: in how many worlds a claim is true, beside its null and its best case, how sure that is, and why.
import { h } from "../../kit/dom.js";
import { share } from "../../kit/format.js";
import { verdictMark } from "../../kit/verdict_shapes.js";
import { clausesOf, label, say, sentences } from "../../kit/words.js";
import { linkTo } from "../../frame/tabs.js";
import { askedAgainReading, caseReading, leadReading, nullReading } from "../../state/claim_readings.js";
import { cruxKey, deciding, verdictNotes } from "../evidence/standing.js";

/**
 * The share of worlds in which a claim is true, and what it is held beside, in one sentence.
 * @param {any} claim
 * @param {any} pack
 */
export function findingSentence(claim, pack) {
  const lead = leadReading(claim);
  if (!lead) return say(claim.test === "structure" ? "finding.structure" : "finding.unjudged");
  const first = (claim.answers[0].after ?? claim.answers[0].before).given_first;
  const [without, best, again] = [nullReading(claim), caseReading(claim, "best"), askedAgainReading(claim, pack)];
  const truth = [share(lead.probability), share(lead.low), share(lead.high)];
  const beside = [
    without && say("finding.null", share(without.probability)),
    best && say("finding.best", share(best.probability)),
    again && say("finding.again", label(again.label), share(again.probability)),
  ].filter(Boolean);
  const said = first ? say("finding.trueGiven", label(first.label), ...truth) : say("finding.true", ...truth);
  return sentences(beside.length ? [said, say("finding.beside", clausesOf(beside))] : [said]);
}

/**
 * What a claim hangs on, by the rule: why it is open, or what would turn it.
 * @param {any} claim
 * @param {any} pack
 */
export function hangsOn(claim, pack) {
  const crux = deciding(claim);
  if (crux) return say(cruxKey("finding.crux", pack.quantities[crux.name]), label(pack.quantities[crux.name].label), share(crux.high), share(crux.low));
  const notes = verdictNotes(claim, pack);
  return notes.length ? clausesOf(notes) : say("finding.hangsOnNothing");
}

/**
 * @param {Context} context
 * @returns {HTMLElement[]}
 */
export function findingCards({ pack, store }) {
  return pack.story.findings.map(({ claim: id, title }) => {
    const claim = /** @type {Claim} */ (pack.claims.find((each) => each.id === id));
    return h(
      "article",
      { class: "finding" },
      h("h2", { class: "finding-name" }, label(title)),
      h("p", null, findingSentence(claim, pack)),
      h(
        "dl",
        { class: "finding-facts" },
        h("dt", null, say("finding.certainty")),
        h("dd", null, verdictMark(claim.verdict)),
        h("dt", null, say("finding.hangs")),
        h("dd", null, hangsOn(claim, pack)),
      ),
      h("p", { class: "finding-more" }, h("a", linkTo(store, "argument", id), say("finding.more", id))),
    );
  });
}
