// The whole state as the part of an address after `#`, the place before a `?` and the rest after it, and back: a link is checked word by word, what fails is left out and told.
import { LANGUAGES } from "../kit/words.js";
import { MOST_KEPT, ownScenario } from "./store.js";
import { checkedPanel } from "./panel_choices.js";
import { canBe } from "../compute/faults.js";
import { courseText } from "../compute/paths.js";
import { placeText, readAddress } from "./address.js";

const THEMES = ["auto", "light", "dark"];
const VIEWS = ["level", "difference"];
const LONGEST_LINK = 20000;
const LONGEST_NAME = 60;
const LONGEST_TEXT = 200;
const SHOWN = 40;
const VIEW_KEYS = ["lang", "theme", "base", "charts", "view", "bands", "year", "panel", "edition"];
const KEYS = [...VIEW_KEYS, "regime", "set", "assume", "name", "keep"];
const FIRST_EDITION = 1;
const COURSE_MARKS = /[_*]/;

/** The key of what a link names that holds something else since the link was made. */
export const CHANGED = "link.changed";

/**
 * @param {import("./store.js").State} state
 * @returns {string} without the `#`
 */
export function encodeLink(state) {
  const parts = new URLSearchParams();
  parts.set("lang", state.language);
  if (state.theme !== "auto") parts.set("theme", state.theme);
  for (const [key, text] of scenarioParts(state.scenario)) parts.set(key, text);
  parts.set("base", state.baseline);
  parts.set("charts", state.charts.join(","));
  parts.set("view", state.view);
  parts.set("bands", state.bands ? "1" : "0");
  parts.set("year", String(state.year));
  for (const kept of state.kept) parts.append("keep", new URLSearchParams(scenarioParts(kept)).toString());
  if (Object.keys(state.panel).length > 0) parts.set("panel", JSON.stringify(state.panel));
  parts.set("edition", String(state.edition));
  return `${placeText(state.place)}?${parts}`;
}

/**
 * The state a link tells, on top of a start; `problems` are keys of the catalogue with their values, the one of a regime that
 * changed since the link's edition among them: a link that names no edition is of the first.
 * @param {string} text what follows the `#`
 * @param {Pack} pack
 * @param {import("./store.js").State} start
 * @returns {{state: import("./store.js").State, problems: Array<{key: string, values: string[]}>}}
 */
export function decodeLink(text, pack, start) {
  const problems = [];
  const refuse = (key, ...values) => problems.push({ key: `link.${key}`, values: values.map(short) });
  if (text.length > LONGEST_LINK) {
    refuse("long", String(text.length));
    return { state: start, problems };
  }
  const { place, rest } = readAddress(text, pack, refuse);
  const parts = new URLSearchParams(rest);
  for (const key of new Set(parts.keys())) if (!KEYS.includes(key)) refuse("unknownPart", key);
  const state = { ...start, ...readView(parts, pack, start, refuse), place };
  state.scenario = readScenario(parts, pack, start.scenario.regime, refuse);
  state.kept = parts
    .getAll("keep")
    .slice(0, MOST_KEPT)
    .map((kept) => readKept(kept, pack, start, refuse));
  if (parts.getAll("keep").length > MOST_KEPT) refuse("tooMany", String(MOST_KEPT));
  state.panel = readPanel(parts.get("panel"), pack, refuse);
  const changed = changedSince(parts, pack, start, refuse);
  return { state, problems: [...problems, ...changed] };
}

function changedSince(parts, pack, start, refuse) {
  const { edition } = start;
  const since = parts.has("edition") ? numberWithin(parts.get("edition"), FIRST_EDITION, edition, "edition", refuse) : null;
  const kept = parts.getAll("keep").map((each) => new URLSearchParams(each).get("regime"));
  const named = [...new Set([parts.get("regime"), parts.get("base"), ...kept])];
  const regimes = named.filter((name) => Object.hasOwn(pack.regimes, name ?? "")).map((name) => pack.regimes[name]);
  return regimes
    .filter((regime) => regime.changed !== undefined && (since ?? FIRST_EDITION) < regime.edition)
    .map((regime) => ({ key: CHANGED, values: [regime.label, regime.changed.map((said, place) => labelled(said, pack, place))] }));
}

/** A text in which a regime's name between backticks is replaced by what the regime is called in a language. */
function labelled(text, pack, place) {
  return text.replace(place === 0 ? /`(\w+)`/g : / ?`(\w+)` ?/g, (whole, name) => {
    if (!Object.hasOwn(pack.regimes, name)) return whole;
    const called = pack.regimes[name].label[place];
    return place === 0 ? `“${called}” (${name})` : `“${called}”（${name}）`;
  });
}

/**
 * A name of one's own as it may be kept: one line, no control characters, not too long.
 * @param {string} text
 */
export function cleanName(text) {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_NAME);
}

/**
 * The names of all numbers that a reader may set as assumptions.
 * @param {Pack} pack
 */
export function isAssumption(pack, name) {
  return Object.hasOwn(pack.quantities, name) && ["uncertainty", "switch"].includes(pack.quantities[name].role);
}

function scenarioParts(scenario) {
  const levers = Object.entries(scenario.levers).map(([name, setting]) => `${name}:${courseText(setting)}`);
  const assumptions = Object.entries(scenario.assumptions).map(([name, value]) => `${name}:${value}`);
  const parts = [["regime", scenario.regime]];
  if (levers.length > 0) parts.push(["set", levers.join(",")]);
  if (assumptions.length > 0) parts.push(["assume", assumptions.join(",")]);
  if (scenario.name !== "") parts.push(["name", scenario.name]);
  return parts;
}

function readView(parts, pack, start, refuse) {
  const among = (key, choices, otherwise) => {
    const text = parts.get(key);
    if (text === null || choices.includes(text)) return text ?? otherwise;
    refuse("badChoice", key, text);
    return otherwise;
  };
  const { start: first, stop: last } = pack.clock;
  return {
    language: among("lang", LANGUAGES, start.language),
    theme: among("theme", THEMES, start.theme),
    baseline: among("base", Object.keys(pack.regimes), start.baseline),
    view: among("view", VIEWS, start.view),
    bands: among("bands", ["0", "1"], start.bands ? "1" : "0") === "1",
    year: parts.has("year") ? Math.round(numberWithin(parts.get("year"), first, last, "year", refuse) ?? start.year) : start.year,
    charts: readCharts(parts.get("charts"), pack, start, refuse),
  };
}

function readCharts(text, pack, start, refuse) {
  if (text === null) return start.charts;
  const asked = text.split(",");
  return start.charts.map((usual, place) => {
    if (place >= asked.length) return usual;
    if (pack.outcomes.includes(asked[place])) return asked[place];
    refuse("badChoice", "charts", asked[place]);
    return usual;
  });
}

function readKept(text, pack, start, refuse) {
  return readScenario(new URLSearchParams(text), pack, start.scenario.regime, refuse);
}

function readScenario(parts, pack, otherwise, refuse) {
  const asked = parts.get("regime") ?? otherwise;
  if (!Object.hasOwn(pack.regimes, asked)) refuse("noRegime", asked);
  const scenario = ownScenario(Object.hasOwn(pack.regimes, asked) ? asked : otherwise);
  return {
    ...scenario,
    name: cleanName(parts.get("name") ?? ""),
    levers: readLevers(parts.get("set"), pack, refuse),
    assumptions: readAssumptions(parts.get("assume"), pack, refuse),
  };
}

function readLevers(text, pack, refuse) {
  const found = {};
  for (const item of listed(text)) {
    const [name, rest = ""] = splitOnce(item, ":");
    const quantity = Object.hasOwn(pack.quantities, name) ? pack.quantities[name] : null;
    if (quantity?.role !== "lever") {
      refuse("noLever", name);
      continue;
    }
    const points = rest.split(COURSE_MARKS).map((point) => readDatedPoint(point, pack, quantity, name, refuse));
    if (points.some((point) => point === null)) continue;
    if (points.every(([since], place) => place === 0 || since > points[place - 1][0])) found[name] = settingOfPoints(points, rest.includes("*"));
    else refuse("badCourse", name, rest);
  }
  return found;
}

function readDatedPoint(text, pack, quantity, name, refuse) {
  const [value, from = String(pack.partsAt)] = splitOnce(text, "@");
  const held = numberWithin(value, quantity.low, quantity.high, name, refuse);
  const since = numberWithin(from, pack.clock.start, pack.study?.latest ?? pack.clock.stop, name, refuse);
  return held === null || since === null ? null : [since, held];
}

/**
 * A lever's setting from points of a year and a value.
 * @param {[number, number][]} points
 * @param {boolean} ramp
 * @returns {import("./store.js").Lever}
 */
export function settingOfPoints([[from, value], ...then], ramp) {
  if (then.length === 0) return { value, from };
  return ramp ? { value, from, then, ramp } : { value, from, then };
}

function readAssumptions(text, pack, refuse) {
  const found = {};
  for (const item of listed(text)) {
    const [name, value = ""] = splitOnce(item, ":");
    if (!isAssumption(pack, name)) {
      refuse("noAssumption", name);
      continue;
    }
    const { low, high, prior } = pack.quantities[name];
    const held = numberWithin(value, low, high, name, refuse);
    if (held === null) continue;
    if (canBe(pack.quantities[name], held)) found[name] = held;
    else refuse("noSuchValue", name, value, prior.values.join(", "));
  }
  return found;
}

function readPanel(text, pack, refuse) {
  if (text === null) return {};
  try {
    const panel = JSON.parse(text);
    if (isTable(panel) && Object.values(panel).every((each) => isTable(each) && Object.values(each).every(isSmall)))
      return checkedPanel(panel, pack, refuse);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  refuse("badPanel");
  return {};
}

function isTable(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) && !Object.hasOwn(value, "__proto__");
}

function isSmall(value) {
  return typeof value === "boolean" || Number.isFinite(value) || (typeof value === "string" && value.length <= LONGEST_TEXT);
}

function numberWithin(text, low, high, name, refuse) {
  const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (Number.isFinite(value) && value >= low && value <= high) return value;
  refuse(Number.isFinite(value) ? "outOfRange" : "noNumber", name, text, String(low), String(high));
  return null;
}

function listed(text) {
  return (text ?? "").split(",").filter((item) => item !== "");
}

function splitOnce(text, mark) {
  const place = text.indexOf(mark);
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)];
}

function short(text) {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
