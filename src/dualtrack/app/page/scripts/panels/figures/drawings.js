// What a figure draws for a state: lines, band and points, as levels or differences; and the same in sentences and as a table.
import { number, plainNumber, shownUnit, signed, unitName, wholeNumber, year } from "../../kit/format.js";
import { isWholeYear, nearestPlace } from "../../kit/scales.js";
import { numberedLabel, scenarioLabel } from "../../state/scenario.js";
import { lessThan, samePolicyWorld, scenariosShown } from "../../state/runs.js";
import { label, listOf, say, sentences } from "../../kit/words.js";
import { pointMoment, recordPoints } from "../evidence/record.js";
import { sourceWords } from "../evidence/sources.js";

const BAND_KEYS = ["q05", "q25", "q50", "q75", "q95"];

/**
 * The drawing of one outcome.
 * @param {Context} context
 * @param {Runs} runs from `createRuns`
 * @param {string} name
 * @param {{state: State, before: Scenario | null, band: any, readYear: number, held: [number, number] | null,
 *   withRecord: boolean}} given
 */
export function drawingOf({ pack }, runs, name, given) {
  const { state, before, band, readYear, held, withRecord } = given;
  const quantity = pack.quantities[name];
  const isDifference = state.view === "difference";
  const shown = scenariosShown(state);
  const base = runs.of(shown[0].scenario);
  const baseLabel = baselineLabel(pack, state, shown);
  const unit = shownUnit(quantity);
  const valuesOf = (scenario) => {
    const values = runs.of(scenario).values[name];
    return isDifference ? lessThan(values, runs.of(samePolicyWorld(state.baseline, scenario)).values[name]) : values;
  };
  const lines = shown
    .filter(({ key }) => !(isDifference && key === "base"))
    .map(({ key, scenario }) => ({ key, scenario, label: lineLabel(pack, key, scenario, baseLabel), values: valuesOf(scenario) }));
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
    countedIn: unit === "share" ? say("column.share") : unitName(quantity.unit),
    band: state.bands ? band : null,
    points:
      withRecord && !isDifference ? recordPoints(pack, name).map((point) => ({ ...point, text: pointText(pack, point, unit) })) : [],
    partsAt: pack.regimes[state.scenario.regime].partsAt ?? pack.partsAt,
    partsLabel: say("chart.parts"),
    ends: isDifference ? (value) => signed(value) : plainNumber,
    title: label(quantity.label),
    baseLabel,
  };
}

/**
 * What a line stands at in a year, in words: its value, and its distance from the baseline.
 * @param {any} drawing
 * @param {any} line
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
 * @param {any} drawing with its axis
 * @param {any} line
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
 * The median world and the ends of nine tenths in the year read off, in the unit of the axis or, where they are to stand alone,
 * with their unit; not told of an older scenario.
 * @param {any} drawing with its axis
 * @param {boolean} [isAlone]
 */
export function readMiddle(drawing, isAlone = false) {
  const { band, isStale, isDifference, axis, unit, years, readYear } = drawing;
  if (band === null || isStale) return { middle: say("reading.waiting"), ends: "" };
  const place = nearestPlace(years, readYear);
  const tell = isDifference ? signed : number;
  const show = (key) => (isAlone ? tell(band[key][place], unit) : tell(band[key][place] / axis.divisor, "1"));
  return { middle: show("q50"), ends: say("reading.ends", show("q05"), show("q95")) };
}

/**
 * A chart in sentences, for everyone who does not see its curves.
 * @param {any} drawing
 * @param {any} worlds how many, null where no band is told
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
    parts.push(say("summary.band", wholeNumber(worlds), at, show(drawing.band.q05[place]), show(drawing.band.q95[place])));
  }
  if (drawing.points.length > 0) parts.push(say("summary.record", drawing.points.length));
  return sentences(parts);
}

/**
 * A chart in a line, as the title of a slide: what the median world and nine tenths give in the year read off, or one world where no band is
 * known.
 * @param {any} drawing
 */
export function findingOf(drawing) {
  const { band, isStale, isDifference, title, unit, baseLabel, years, readYear } = drawing;
  const at = nearestPlace(years, readYear);
  const tell = (value) => (isDifference ? signed : number)(value, unit);
  const told = isDifference ? say("column.less", title, baseLabel) : title;
  if (band === null || isStale) {
    const { value } = readOff(drawing, drawing.lines.find(({ key }) => key === "own"));
    return say("finding.one", told, year(readYear), value);
  }
  return say("finding.many", told, year(readYear), tell(band.q50[at]), tell(band.q05[at]), tell(band.q95[at]));
}

/**
 * Who published what a chart shows of the record, each once; nothing where it shows none.
 * @param {Pack} pack
 * @param {{source: string}[]} points
 */
export function seenWords({ sources }, points) {
  const publishers = [...new Set(points.map(({ source }) => label(sources[source].publisher)))];
  return publishers.length === 0 ? "" : say("finding.seen", listOf(publishers));
}

/**
 * The numbers behind a chart: a row per saved year, then the points of the record with their sources.
 * @param {any} drawing
 * @param {boolean} wholeYears
 */
export function tableOf(drawing, wholeYears) {
  const band = drawing.isStale ? null : drawing.band;
  const columns = [say("chart.year"), ...drawing.lines.map((line) => columnName(drawing, line.label))];
  if (band !== null) columns.push(...BAND_KEYS.map((key) => columnName(drawing, say(`chart.${key}`))));
  const width = columns.length;
  const withPoints = drawing.points.length > 0;
  if (withPoints) columns.push(say("chart.record"), say("chart.source"));
  const rows = [];
  drawing.years.forEach((moment, place) => {
    if (wholeYears && !isWholeYear(moment)) return;
    const row = [year(moment), ...drawing.lines.map(({ values }) => values[place])];
    if (band !== null) row.push(...BAND_KEYS.map((key) => band[key][place]));
    rows.push(withPoints ? [...row, "", ""] : row);
  });
  for (const point of drawing.points) rows.push([year(point.year), ...Array(width - 1).fill(""), point.value, point.text]);
  return { columns, rows };
}

/**
 * A column's heading that can stand without its chart: what it is, less what, and in which unit.
 * @param {{isDifference?: boolean, baseLabel: string, countedIn: string}} drawing
 * @param {string} named
 */
export function columnName({ isDifference, baseLabel, countedIn }, named) {
  const what = isDifference ? say("column.less", named, baseLabel) : named;
  return countedIn === "" ? what : say("column.unit", what, countedIn);
}

/** The baseline's name, with its assumptions as soon as a scenario shown has other ones than the declared. */
function baselineLabel(pack, { baseline, view }, shown) {
  const named = label(pack.regimes[baseline].label);
  if (shown.every(({ scenario }) => Object.keys(scenario.assumptions).length === 0)) return named;
  return say(view === "difference" ? "baseline.same" : "baseline.defaults", named);
}

function lineLabel(pack, key, scenario, baseLabel) {
  const named = scenarioLabel(pack, scenario);
  if (key === "base") return say("chart.baseline", baseLabel);
  if (key === "own") return say("chart.own", named);
  return key.startsWith("kept-") ? numberedLabel(pack, scenario, Number(key.slice(5))) : named;
}

function pointText(pack, point, unit) {
  const seen = say("point.seen", label(point.label), pointMoment(point), number(point.value, unit), sourceWords(pack, point.source));
  return point.caveat ? say("point.caveat", seen, label(point.caveat)) : seen;
}
