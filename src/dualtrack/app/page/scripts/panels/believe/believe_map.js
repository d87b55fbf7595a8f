// Two numbers at once, as a table: in each cell the share of worlds in which the claim is true, shaded by it, with its count.
import { h } from "../../kit/dom.js";
import { number, share } from "../../kit/format.js";
import { say } from "../../kit/words.js";

/**
 * @param {{cells: {worlds: number, holds: number}[][], columns: {low: number, high: number}[], rows: {low: number, high: number}[],
 *   names: [string, string], units: [string, string], rule: import("../../state/pack.js").VerdictRule}} given
 */
export function beliefMap({ cells, columns, rows, names, units, rule }) {
  const head = h(
    "tr",
    null,
    h("td", null),
    columns.map((ends) => h("th", { scope: "col" }, spanOf(ends, units[0]))),
  );
  const body = rows.map((ends, place) =>
    h(
      "tr",
      null,
      h("th", { scope: "row" }, spanOf(ends, units[1])),
      cells[place].map((cell) => cellOf(cell, rule)),
    ),
  ).reverse();
  return h(
    "div",
    { class: "belief-map", role: "region", tabindex: "0", "aria-label": say("believe.map", ...names) },
    h("table", null, h("caption", null, say("believe.map", ...names)), h("thead", null, head), h("tbody", null, body)),
  );
}

function cellOf({ worlds, holds }, rule) {
  if (worlds === 0) return h("td", { class: "belief-cell none" }, "–");
  const part = holds / worlds;
  const side = part >= rule.supported ? "high" : part <= rule.contradicted ? "low" : "between";
  const cell = h("td", { class: `belief-cell ${side}` }, h("strong", null, share(part)), h("span", { class: "muted" }, say("believe.cell", worlds)));
  cell.style.setProperty("--share", String(part));
  return cell;
}

function spanOf({ low, high }, unit) {
  return low === high ? number(low, unit) : say("try.interval", number(low, unit === "share" ? unit : "1"), number(high, unit));
}
