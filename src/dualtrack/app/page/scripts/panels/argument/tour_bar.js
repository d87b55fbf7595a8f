// The tour: six steps through the argument in a bar at the foot of the window, each with an address of its own.
import { h } from "../../kit/dom.js";
import { label, say } from "../../kit/words.js";
import { linkTo } from "../../frame/tabs.js";

/**
 * The bar of one step.
 * @param {Context} context
 * @param {number} step counted from one
 * @param {() => void} close
 */
export function tourBar({ pack, store }, step, close) {
  const steps = pack.story.tour;
  const { label: name, text } = steps[step - 1];
  const link = (place, words, attributes) =>
    place < 1 || place > steps.length ? null : h("a", { ...linkTo(store, "argument", `tour-${place}`), ...attributes }, words);
  const numbers = steps.map((each, place) => {
    const current = place + 1 === step ? "step" : null;
    return h("li", null, link(place + 1, String(place + 1), { "aria-current": current, "aria-label": `${place + 1} ${label(each.label)}`, id: `tour-link-${place + 1}` }));
  });
  return h(
    "div",
    { class: "tour-inside" },
    h("ol", { class: "tour-steps" }, numbers),
    h("p", { class: "tour-text", role: "status" }, h("b", null, label(name)), " ", label(text)),
    h(
      "p",
      { class: "tour-ways" },
      link(step - 1, say("tour.before"), { id: "tour-before" }),
      step === steps.length ? h("a", linkTo(store, "try"), say("tour.try")) : link(step + 1, say("tour.next"), { id: "tour-next" }),
      h("button", { type: "button", class: "quiet", id: "tour-close", onclick: close }, say("tour.close")),
    ),
  );
}
