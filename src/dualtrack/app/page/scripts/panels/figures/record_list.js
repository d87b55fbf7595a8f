// The points of the record in a chart as a list, which keys and fingers reach: what was seen, when, by whom, with a link to it.
import { h, replace, setText } from "../../kit/dom.js";
import { citation } from "../evidence/sources.js";
import { say } from "../../kit/words.js";

/**
 * A list that opens under a chart; `show` gives it a drawing's points, and hides it where there are none.
 * @param {Context} context
 */
export function recordList({ pack }) {
  const summary = h("summary", null);
  const list = h("ul", { class: "plain record-points" });
  const node = h("details", { class: "record-list" }, summary, list);
  let points = [];
  let told = "";
  const fill = () => {
    const words = points.map(({ text }) => text).join("\n");
    if (!node.open || words === told) return;
    told = words;
    replace(
      list,
      points.map((point) => h("li", null, point.text, " ", citation(pack, point.source))),
    );
  };
  node.addEventListener("toggle", fill);
  const show = (given) => {
    points = given;
    node.hidden = points.length === 0;
    setText(summary, say("point.list", points.length));
    fill();
  };
  return { node, show };
}
