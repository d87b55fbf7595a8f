// The year shown, typed where it is read: the same one that the slider of the scenario sets.
import { yearUnder } from "./chart.js";
import { h, setText } from "./dom.js";
import { say } from "./words.js";

/**
 * A field that follows the year shown, and sets it.
 * @param {Context} context
 * @param {string} id
 * @returns {HTMLElement}
 */
export function yearEntry({ store, pack }, id) {
  const caption = h("label", { for: id });
  const field = h("input", { type: "number", id, min: pack.clock.start, max: pack.clock.stop, step: 1 });
  field.addEventListener("change", () => {
    const year = Number(field.value);
    const isGood = Number.isInteger(year) && year >= pack.clock.start && year <= pack.clock.stop;
    field.setAttribute("aria-invalid", String(!isGood));
    if (isGood) store.setting((state) => ({ ...state, year }));
  });
  const follow = (state) => {
    setText(caption, say("options.year"));
    field.value = String(state.year);
    field.setAttribute("aria-invalid", "false");
  };
  store.subscribe(follow);
  follow(store.get());
  return h("div", { class: "tool" }, caption, field);
}

/**
 * A click on a chart sets the year shown.
 * @param {Context} context
 * @param {HTMLElement} frame holds the drawing
 * @param {{left: number, right: number}} margin of the drawing, in its own units
 * @param {() => ArrayLike<number> | undefined} yearsOf the years across it, once it is drawn
 */
export function yearByClick({ store }, frame, margin, yearsOf) {
  frame.addEventListener("click", (event) => {
    const [drawing, years] = [frame.querySelector("svg"), yearsOf()];
    if (drawing === null || years === undefined) return;
    const year = yearUnder({ years }, drawing, event.clientX, margin);
    store.setting((state) => ({ ...state, year }));
  });
}
