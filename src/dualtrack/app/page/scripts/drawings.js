// What a figure draws for a state: lines, band and points, as levels or differences; and the same in sentences and as a table.
import { number, plainNumber, shownUnit, signed, year } from "./format.js";
import { nearestPlace } from "./scales.js";
import { scenarioLabel } from "./scenario.js";
import { lessThan, scenariosShown } from "./runs.js";
import { label, say, sentences } from "./words.js";
import { recordPoints } from "./record.js";

const BAND_KEYS = ["q05", "q25", "q50", "q75", "q95"];

/**
 * The drawing of one outcome.
 * @param {object} context
 * @param {object} runs from `createRuns`
 * @param {string} name
 * @param {{state: object, before: object | null, band: object | null, readYear: number, held: [number, number] | null,
 *   withRecord: boolean}} given
 */
export function drawingOf({ pack }, runs, name, given) {
  const { state, before, band, readYear, held, withRecord } = given;
  const quantity = pack.quantities[name];
  const isDifference = state.view === "difference";
  const shown = scenariosShown(state);
  const base = runs.of(shown[0].scenario);
  const unit = shownUnit(quantity);
  const valuesOf = (scenario) => {
    const values = runs.of(scenario).values[name];
    return isDifference ? lessThan(values, base.values[name]) : values;
  };
  const lines = shown
    .filter(({ key }) => !(isDifference && key === "base"))
    .map(({ key, scenario }) => ({ key, scenario, label: lineLabel(pack, key, scenario), values: valuesOf(scenario) }));
  if (before !== null)
    lines.splice(-1, 0, { key: "before", scenario: before, label: say("chart.before"), values: valuesOf(before) });
  return {
    name,
    unit,
    isDifference,
    lines,
    held,
    readYear,
    years: base.years,
    band: state.bands ? band : null,
    points:
      withRecord && !isDifference ? recordPoints(pack, name).map((point) => ({ ...point, text: pointText(point, unit) })) : [],
    partsAt: pack.regimes[state.scenario.regime].partsAt ?? pack.partsAt,
    partsLabel: say("chart.parts"),
    ends: isDifference ? (value) => signed(value) : plainNumber,
    title: label(quantity.label),
    baseLabel: label(pack.regimes[state.baseline].label),
  };
}

/**
 * What a line stands at in a year, in words: its value, and its distance from the baseline.
 * @param {object} drawing
 * @param {object} line
 */
export function readOff(drawing, line) {
  const place = nearestPlace(drawing.years, drawing.readYear);
  const base = drawing.lines.find(({ key }) => key === "base");
  const value = line.values[place];
  if (drawing.isDifference) return { value: signed(value, drawing.unit), difference: "" };
  const difference = line.key === "base" || base === undefined ? "" : signed(value - base.values[place], drawing.unit);
  return { value: number(value, drawing.unit), difference };
}

/**
 * The same as bare numbers, counted in the unit of the chart's axis.
 * @param {object} drawing with its axis
 * @param {object} line
 */
export function readShort(drawing, line) {
  const place = nearestPlace(drawing.years, drawing.readYear);
  const base = drawing.lines.find(({ key }) => key === "base");
  const value = line.values[place] / drawing.axis.divisor;
  if (drawing.isDifference) return { value: signed(value), difference: "" };
  return {
    value: plainNumber(value),
    difference: line.key === "base" ? "" : signed(value - base.values[place] / drawing.axis.divisor),
  };
}

/**
 * A chart in sentences, for everyone who does not see its curves.
 * @param {object} drawing
 * @param {number | null} worlds
 */
export function summaryOf(drawing, worlds) {
  const own = drawing.lines.find(({ key }) => key === "own");
  const [first, last] = [0, drawing.years.length - 1];
  const show = (value) => (drawing.isDifference ? signed : number)(value, drawing.unit);
  const now = readOff(drawing, own);
  const at = year(drawing.readYear);
  const parts = [
    drawing.isDifference
      ? say("summary.difference", own.label, drawing.baseLabel, now.value, at)
      : say(
          "summary.level",
          own.label,
          show(own.values[first]),
          year(drawing.years[first]),
          show(own.values[last]),
          year(drawing.years[last]),
        ),
  ];
  if (!drawing.isDifference) parts.push(say("summary.against", at, now.value, now.difference, drawing.baseLabel));
  if (drawing.band !== null && !drawing.isStale) {
    const place = nearestPlace(drawing.years, drawing.readYear);
    parts.push(say("summary.band", plainNumber(worlds), at, show(drawing.band.q05[place]), show(drawing.band.q95[place])));
  }
  if (drawing.points.length > 0) parts.push(say("summary.record", drawing.points.length));
  return sentences(parts);
}

/**
 * The numbers behind a chart: a row per saved year, then the points of the record with their sources.
 * @param {object} drawing
 * @param {boolean} wholeYears
 */
export function tableOf(drawing, wholeYears) {
  const band = drawing.isStale ? null : drawing.band;
  const columns = [say("chart.year"), ...drawing.lines.map((line) => line.label)];
  if (band !== null) columns.push(...BAND_KEYS.map((key) => say(`chart.${key}`)));
  const width = columns.length;
  const withPoints = drawing.points.length > 0;
  if (withPoints) columns.push(say("chart.record"), say("chart.source"));
  const rows = [];
  drawing.years.forEach((moment, place) => {
    if (wholeYears && Math.abs(moment - Math.round(moment)) > 1e-9) return;
    const row = [year(moment), ...drawing.lines.map(({ values }) => values[place])];
    if (band !== null) row.push(...BAND_KEYS.map((key) => band[key][place]));
    rows.push(withPoints ? [...row, "", ""] : row);
  });
  for (const point of drawing.points) rows.push([year(point.year), ...Array(width - 1).fill(""), point.value, point.text]);
  return { columns, rows };
}

function lineLabel(pack, key, scenario) {
  const named = scenarioLabel(pack, scenario);
  if (key === "base") return say("chart.baseline", named);
  return key === "own" ? say("chart.own", named) : named;
}

function pointText(point, unit) {
  return `${label(point.label)}, ${year(point.year)}: ${number(point.value, unit)} (${point.source})`;
}
