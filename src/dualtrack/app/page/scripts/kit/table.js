// A table that is read aloud well and sorted by its heads. Roles are said outright, so that a phone may lay rows out otherwise.
import { h, replace } from "./dom.js";
import { language, say } from "./words.js";

/**
 * @typedef {Object} Column
 * @property {string} key
 * @property {string} label
 * @property {boolean} [numeric] set to the right, in figures of one width
 * @property {boolean} [isHead] the cell that names its row
 * @property {(row: any) => unknown} cell
 * @property {(row: any) => number | string} [sort] without it the column cannot be sorted
 */

/**
 * A sortable table; `sorted` is kept by the caller and changed in place, so that a redraw keeps the reader's order.
 * @param {{caption: string, columns: Column[], rows: any[], sorted?: {key?: string, falling?: boolean}, hideCaption?: boolean,
 *   afterRow?: (row: any) => Element | null}} given
 */
export function dataTable(given) {
  const sorted = given.sorted ?? {};
  const head = h("tr", { role: "row" });
  const body = h("tbody", { role: "rowgroup" });
  const said = h("p", { class: "visually-hidden", "aria-live": "polite" });
  const draw = () => {
    replace(
      head,
      given.columns.map((column) => headCell(column, sorted, turn)),
    );
    replace(
      body,
      inOrder(given, sorted).map((row) => [bodyRow(given.columns, row), given.afterRow ? given.afterRow(row) : null]),
    );
  };
  const turn = (column) => {
    sorted.falling = sorted.key === column.key ? !sorted.falling : Boolean(column.numeric);
    sorted.key = column.key;
    draw();
    /** @type {HTMLElement | null} */ (head.querySelector(`[data-column="${column.key}"]`))?.focus();
    said.textContent = say(sorted.falling ? "table.sortedFalling" : "table.sortedRising", column.label);
  };
  draw();
  const caption = h("caption", { class: given.hideCaption ? "visually-hidden" : null }, given.caption);
  const frame = { class: "data-frame", role: "region", tabindex: "0", "aria-label": given.caption };
  return h("div", frame, h("table", { class: "data-table", role: "table" }, caption, h("thead", { role: "rowgroup" }, head), body), said);
}

function headCell(column, sorted, turn) {
  const is = sorted.key === column.key;
  const attributes = { scope: "col", role: "columnheader", class: column.numeric ? "numeric" : null };
  if (!column.sort) return h("th", attributes, column.label);
  const direction = !is ? "none" : sorted.falling ? "descending" : "ascending";
  const mark = h("span", { class: "sort-mark", "aria-hidden": "true" }, !is ? "↕" : sorted.falling ? "↓" : "↑");
  const press = h(
    "button",
    { type: "button", class: "sort", "data-column": column.key, onclick: () => turn(column) },
    column.label,
    " ",
    mark,
  );
  return h("th", { ...attributes, "aria-sort": direction }, press);
}

function bodyRow(columns, row) {
  const cells = columns.map((column) => {
    const attributes = { class: column.numeric ? "numeric" : null };
    return column.isHead
      ? h("th", { ...attributes, scope: "row", role: "rowheader" }, column.cell(row))
      : h("td", { ...attributes, role: "cell" }, column.cell(row));
  });
  return h("tr", { role: "row" }, cells);
}

function inOrder({ columns, rows }, sorted) {
  const column = columns.find((each) => each.key === sorted.key);
  if (!column) return rows;
  const sign = sorted.falling ? -1 : 1;
  return rows
    .map((row, place) => ({ row, place, by: column.sort(row) }))
    .sort((one, other) => sign * compareValues(one.by, other.by) || one.place - other.place)
    .map((each) => each.row);
}

function compareValues(one, other) {
  if (typeof one === "string" || typeof other === "string") return String(one).localeCompare(String(other), language());
  if (Number.isNaN(one) || Number.isNaN(other)) return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
  return one - other;
}
