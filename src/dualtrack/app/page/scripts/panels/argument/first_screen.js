// The first screen of the argument: the answer, the one thing to touch, the chart, why, and three findings.
import { h, replace } from "../../kit/dom.js";
import { keepingFocus } from "../../kit/focus.js";
import { say } from "../../kit/words.js";
import { findingCards } from "./finding_cards.js";
import { chosenBin, storyDial } from "./story_dial.js";
import { storyFigure } from "./story_figure.js";
import { whyPart } from "./story_why.js";
import { answerNodes } from "./story_words.js";

/**
 * @param {HTMLElement} root
 * @param {Context} context
 */
export function mountFirstScreen(root, context) {
  const { pack, store } = context;
  if (!pack.story) {
    const lead = h("p", { class: "answer" });
    const write = () => replace(lead, say("lead.argument"));
    replace(root, h("div", { class: "opening-words" }, lead));
    store.subscribe((state, before) => state.language !== before.language && write());
    write();
    return;
  }
  const answer = h("p", { class: "answer" });
  const dial = storyDial(context);
  const why = h("div", { class: "why-part" });
  const figure = storyFigure(context);
  const findings = h("div", { class: "findings" });
  replace(root, h("div", { class: "opening-words" }, answer, dial.node), figure.node, why, findings);
  const turn = () => {
    dial.refresh();
    figure.refresh();
    replace(why, whyPart(pack, chosenBin(store.get(), pack.story)));
  };
  const write = () =>
    keepingFocus(() => {
      replace(answer, answerNodes(pack));
      replace(findings, findingCards(context), h("p", { class: "fine quiet opening-note" }, say("lead.argument")));
      turn();
    });
  write();
  store.subscribe((state, before) => {
    if (state.language !== before.language) write();
    else if (chosenBin(state, pack.story) !== chosenBin(before, pack.story)) turn();
  });
}
