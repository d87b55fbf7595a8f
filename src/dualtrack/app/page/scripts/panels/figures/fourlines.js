// Four lines: the reader's assumptions or the defaults, times the reader's policy or the baseline.
import { h, replace, setText } from "../../kit/dom.js";
import { drawChart } from "../../kit/chart.js";
import { tableOf } from "./drawings.js";
import { figureTools } from "./export.js";
import { number, plainNumber, shownUnit, signed, unitName, year } from "../../kit/format.js";
import { lineLook, lineSwatch } from "../../kit/legend.js";
import { nearestPlace } from "../../kit/scales.js";
import { drawnWhenSeen } from "../../kit/onscreen.js";
import { ownScenario } from "../../state/store.js";
import { label, say } from "../../kit/words.js";

const CORNERS = ["base", "policy", "assumptions", "own"];
const HEIGHT = 300;
const LEAST_FOUR = 260;

/**
 * @param {Element} root
 * @param {Context} context
 */
export function mountFourLines(root, context) {
  const about = h("p", { class: "muted" });
  const canvas = h("div", { class: "chart-canvas" });
  const grid = h("div", { class: "four-grid" });
  const summary = h("p", { class: "chart-summary", id: "four-summary" });
  /** @type {any} */
  const held = { drawing: null, svg: null };
  const node = h("figure", { class: "figure chart", id: "four-figure" }, canvas);
  replace(root, about, summary, h("div", { class: "four" }, grid, node));
  const draw = (width, scale) => {
    const state = context.store.get();
    const drawing = fourDrawing(context, state);
    Object.assign(held, {
      drawing,
      svg: drawChart(drawing, { width: Math.max(LEAST_FOUR, width), height: HEIGHT * scale, scale }),
    });
    held.svg.setAttribute("aria-label", fourTitle(drawing));
    held.svg.setAttribute("aria-describedby", summary.id);
    setText(about, say("four.about", drawing.baseLabel));
    setText(summary, fourSummary(drawing));
    replace(grid, fourTable(drawing));
    replace(canvas, held.svg);
  };
  context.store.subscribe(drawnWhenSeen(canvas, draw));
  node.append(
    figureTools(context, {
      file: () => `dualtrack-four-lines-${held.drawing.name}`,
      title: () => fourTitle(held.drawing),
      svg: () => held.svg,
      table: (purpose) => tableOf(held.drawing, purpose === "page"),
      finding: () => fourSummary(held.drawing),
      wide: (width, height) => drawChart(held.drawing, { width, height, scale: 1 }),
      legend: () => held.drawing.lines.map((line) => ({ label: line.label, ...lineLook(line.key) })),
    }),
  );
}

function fourDrawing({ pack, runs }, state) {
  const { scenario, baseline, charts } = state;
  const [name] = charts;
  const quantity = pack.quantities[name];
  const unit = shownUnit(quantity);
  const corners = {
    base: ownScenario(baseline),
    policy: { ...scenario, assumptions: {} },
    assumptions: { ...ownScenario(baseline), assumptions: scenario.assumptions },
    own: scenario,
  };
  const found = CORNERS.map((key) => ({ key, run: runs.of(corners[key]) }));
  return {
    name,
    unit,
    held: null,
    readYear: state.year,
    band: null,
    points: [],
    years: found[0].run.years,
    countedIn: unit === "share" ? say("column.share") : unitName(quantity.unit),
    lines: found.map(({ key, run }) => ({ key, label: say(`four.${key}`), values: run.values[name] })),
    partsAt: pack.regimes[scenario.regime].partsAt ?? pack.partsAt,
    partsLabel: say("chart.parts"),
    ends: plainNumber,
    title: label(quantity.label),
    baseLabel: label(pack.regimes[baseline].label),
  };
}

function cornersAt({ lines, years, readYear }) {
  const place = nearestPlace(years, readYear);
  return Object.fromEntries(lines.map(({ key, values }) => [key, values[place]]));
}

function fourTitle(drawing) {
  return say("four.title", drawing.title);
}

function fourSummary(drawing) {
  const { base, policy, assumptions, own } = cornersAt(drawing);
  const show = (value) => signed(value, drawing.unit);
  const together = own - policy - assumptions + base;
  return say(
    "four.summary",
    drawing.title,
    year(drawing.readYear),
    show(own - base),
    show(policy - base),
    show(assumptions - base),
    show(together),
  );
}

function fourTable(drawing) {
  const at = cornersAt(drawing);
  const cell = (key) => h("td", { class: "tabular" }, lineSwatch(key), " ", number(at[key], drawing.unit));
  return h(
    "table",
    { class: "four-table" },
    h("caption", null, say("four.caption", drawing.title, year(drawing.readYear))),
    h(
      "thead",
      null,
      h(
        "tr",
        null,
        h("td", null),
        h("th", { scope: "col" }, drawing.baseLabel),
        h("th", { scope: "col" }, say("four.ownPolicy")),
      ),
    ),
    h(
      "tbody",
      null,
      h("tr", null, h("th", { scope: "row" }, say("four.defaults")), cell("base"), cell("policy")),
      h("tr", null, h("th", { scope: "row" }, say("four.ownAssumptions")), cell("assumptions"), cell("own")),
    ),
  );
}
