// Small multiples: every outcome at a glance, each of which can be brought into either large chart.
import { h, replace, setText } from "./dom.js";
import { drawSmall } from "./chart.js";
import { chooseOutcome } from "./charts.js";
import { drawnWhenSeen } from "./onscreen.js";
import { drawingOf, readOff, summaryOf } from "./drawings.js";
import { year } from "./format.js";
import { label, say } from "./words.js";

const SIZE = { width: 190, height: 92 };

/**
 * @param {Element} root
 * @param {object} context
 */
export function mountSmall(root, context) {
  const { pack, store } = context;
  const tiles = pack.outcomes.map((name) => smallTile(context, name));
  const list = h("ul", { class: "small-multiples" }, tiles.map((tile) => tile.node));
  const lead = h("p", { class: "muted" });
  replace(root, lead, list);
  const drawAll = () => {
    const state = store.get();
    list.setAttribute("aria-label", say("small.list"));
    setText(lead, say("small.lead", year(state.year)));
    tiles.forEach((tile) => tile.draw(state));
  };
  store.subscribe(drawnWhenSeen(list, drawAll));
}

function smallTile(context, name) {
  const quantity = context.pack.quantities[name];
  const title = h("h4", null);
  const value = h("p", { class: "small-value tabular" });
  const canvas = h("div", { class: "small-canvas" });
  const buttons = [0, 1].map((place) => h("button", { type: "button", class: "quiet", onclick: () => chooseOutcome(context, place, name) }, String(place + 1)));
  const prompt = h("span", { class: "muted" });
  const node = h("li", null, title, value, canvas, h("p", { class: "small-choose" }, prompt, buttons));
  const draw = (state) => {
    const drawing = drawingOf(context, context.runs, name, { state, before: null, band: null, readYear: state.year, held: null, withRecord: false });
    const own = drawing.lines[drawing.lines.length - 1];
    const { value: shown, difference } = readOff(drawing, own);
    setText(title, label(quantity.label));
    replace(value, h("strong", null, shown), " ", h("span", { class: "muted" }, difference));
    const svg = drawSmall(drawing, SIZE);
    svg.setAttribute("aria-label", summaryOf(drawing, null));
    replace(canvas, svg);
    setText(prompt, say("small.show"));
    buttons.forEach((button, place) => {
      button.setAttribute("aria-pressed", String(state.charts[place] === name));
      button.setAttribute("aria-label", say("small.choose", label(quantity.label), place + 1));
    });
  };
  return { node, draw };
}
