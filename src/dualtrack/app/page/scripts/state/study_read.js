// A study file read for the page: its regimes as scenarios, its held numbers as assumptions; what is wrong with it, and what the page cannot take up, by line.
import { nearestName } from "../compute/faults.js";
import { readToml, TomlError } from "../vendor/smol_toml.js";
import { cleanName, isAssumption, settingOfPoints } from "./link.js";
import { lineOfKeys, statementsOf } from "./study_lines.js";

const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u;
const PARTS = ["name", "title", "about", "regimes", "priors", "claims"];
const RANGE_KEYS = ["low", "high", "mode", "distribution", "exists"];
const LANGUAGE_KEYS = ["en", "zh"];

/**
 * @typedef {{key: string, values: any[], near?: string}} Told a text of the catalogue with its values, and a known name that comes near
 * @typedef {{name: string, label: [string, string], scenario: Scenario}} StudyRegime
 * @typedef {{faults: Told[], left: Told[], name: string, regimes: StudyRegime[], held: Object<string, number>,
 *   written: Object<string, string>, table: any}} ReadStudy `written` are the names of held numbers as the file spells them
 */

/**
 * Whether a text is meant as a study and not as links or bare settings: it holds a header, or a key with a text, list or table.
 * @param {string} text
 */
export function looksLikeStudy(text) {
  return /^[ \t]*(\[[^\]\n]+\]|[\w"'.-]+[ \t]*=[ \t]*["'[{])/m.test(text);
}

/**
 * @param {string} text
 * @param {Pack} pack
 * @param {string} file what the study is called unless it says so
 * @returns {ReadStudy}
 */
export function readStudy(text, pack, file) {
  /** @type {ReadStudy} */
  const found = { faults: [], left: [], name: file, regimes: [], held: {}, written: {}, table: {} };
  try {
    found.table = readToml(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    found.faults.push({ key: "study.noToml", values: [error.line, error.column] });
    return found;
  }
  const reader = readerOf(text, pack, found);
  readHead(reader);
  readHeld(reader);
  const written = tablesOf(reader, "regimes");
  for (const name of Object.keys(written)) checkRegime(reader, written, name);
  if (found.faults.length === 0) for (const name of Object.keys(written)) takeRegime(reader, written, name);
  tellRest(reader);
  return found;
}

function readerOf(text, pack, found) {
  const statements = statementsOf(text);
  const line = (keys) => lineOfKeys(statements, keys);
  const say = (list) => (key, keys, values = [], near = "") => list.push({ key: `study.${key}`, values: [line(keys), ...values.map(shortened)], near });
  return { pack, found, table: found.table, line, refuse: say(found.faults), leave: say(found.left) };
}

function readHead({ pack, found, table, refuse }) {
  const { parts } = pack.study;
  for (const key of Object.keys(table)) if (!parts.includes(key)) refuse("noPart", [key], [key], nearestName(key, parts));
  if (table.name !== undefined) {
    if (isName(pack, table.name)) found.name = table.name;
    else refuse("noName", ["name"], [table.name]);
  }
  for (const key of ["title", "about"]) if (table[key] !== undefined && wordsOf(table[key]) === null) refuse("noWords", [key], [key]);
}

/** The named tables of a part; what is none is refused. */
function tablesOf({ table, refuse }, part) {
  const found = table[part] ?? {};
  if (!isPlain(found)) {
    refuse("noTable", [part], [part]);
    return {};
  }
  for (const [name, each] of Object.entries(found)) if (!isPlain(each)) refuse("noTable", [part, name], [`${part}.${name}`]);
  return Object.fromEntries(Object.entries(found).filter(([, each]) => isPlain(each)));
}

function readHeld(reader) {
  const { pack, found, refuse, leave } = reader;
  const numbers = Object.keys(pack.quantities).filter((name) => isAssumption(pack, name));
  for (const [spelled, entry] of Object.entries(tablesOf(reader, "priors"))) {
    const place = ["priors", spelled];
    const name = numbers.find((each) => each.toLowerCase() === spelled.toLowerCase());
    if (name === undefined) refuse("noNumber", place, [spelled], nearestName(spelled, numbers));
    else if (isPriorSound(reader, entry, place)) {
      const { low, high } = pack.quantities[name];
      if (entry.held === undefined) leave("leftPrior", place, [name]);
      else if (entry.held < (low ?? -Infinity) || entry.held > (high ?? Infinity) || !isOneOfFew(pack.quantities[name], entry.held))
        leave("leftRange", [...place, "held"], [name, String(entry.held), String(low), String(high)]);
      else {
        found.held[name] = entry.held;
        found.written[name] = spelled;
      }
    }
  }
}

function isPriorSound({ pack, refuse }, entry, place) {
  const { priorKeys } = pack.study;
  const strange = Object.keys(entry).find((key) => !priorKeys.includes(key));
  if (strange !== undefined) refuse("noKey", [...place, strange], [strange], nearestName(strange, priorKeys));
  else if (entry.held === undefined && !RANGE_KEYS.some((key) => entry[key] !== undefined)) refuse("saysNothing", place, [place[1]]);
  else if (entry.held !== undefined && !isNumber(entry.held)) refuse("noFigure", [...place, "held"], ["held", entry.held]);
  else if (entry.held !== undefined && RANGE_KEYS.some((key) => entry[key] !== undefined)) refuse("heldAndRange", place, [place[1]]);
  else if (!saysSomething(entry.why) && !saysSomething(entry.source)) refuse("noReason", place, [place[1]]);
  else return true;
  return false;
}

function isOneOfFew({ prior }, value) {
  return prior?.kind !== "category" || prior.values.includes(value);
}

function checkRegime(reader, written, name) {
  const { pack, refuse, leave } = reader;
  const entry = written[name];
  const place = ["regimes", name];
  const keys = [...pack.study.regimeKeys, ...pack.study.dated];
  const bases = [...Object.keys(pack.regimes), pack.study.history, ...Object.keys(written)];
  for (const key of Object.keys(entry)) if (!keys.includes(key)) refuse("noRegimeKey", [...place, key], [key], nearestName(key, keys));
  if (!isName(pack, name)) refuse("noName", place, [name]);
  if (Object.hasOwn(pack.regimes, name) || name === pack.study.history) refuse("taken", place, [name]);
  if (wordsOf(entry.label) === null) refuse("noWords", [...place, "label"], ["label"]);
  if (!bases.includes(entry.base)) refuse("noBase", [...place, "base"], [entry.base ?? ""], nearestName(entry.base, bases));
  else if ((pack.regimes[entry.base]?.edition ?? 0) > (entry.edition ?? 1)) leave("changedBase", [...place, "base"], [entry.base]);
  else if (isCircle(written, name)) refuse("circle", [...place, "base"], [name]);
  for (const key of ["parts_at", ...pack.study.dated]) {
    if (entry[key] !== undefined && !isYear(pack, entry[key])) refuse("noYear", [...place, key], [key, entry[key], ...yearsAllowed(pack)]);
  }
  checkLevers(reader, entry, place);
}

function checkLevers({ pack, refuse }, entry, place) {
  const levers = entry.levers ?? {};
  if (!isPlain(levers)) return refuse("noTable", [...place, "levers"], ["levers"]);
  const names = Object.values(pack.quantities).filter(({ role }) => role === "lever").map(({ name }) => name);
  if (Object.keys(levers).length > 0 && entry.parts_at === undefined) refuse("noParting", place, [place[1]]);
  for (const [name, said] of Object.entries(levers)) {
    const at = [...place, "levers", name];
    if (!names.includes(name)) refuse("noLever", at, [name], nearestName(name, names));
    else {
      const points = pointsOf(said, entry.parts_at)?.points;
      const { low, high } = pack.quantities[name];
      if (points === undefined) refuse("noPath", at, [name]);
      else if (!points.every(([year], turn) => isYear(pack, year) && year >= (entry.parts_at ?? year) && (turn === 0 || year > points[turn - 1][0])))
        refuse("noDates", at, [name, ...yearsAllowed(pack)]);
      else if (points.some(([, value]) => value < low || value > high)) refuse("outOfRange", at, [name, String(low), String(high)]);
    }
  }
}

/** The points of a lever as it is written: a value from a year on, steps, or a ramp; undefined for anything else. */
function pointsOf(said, since) {
  if (isNumber(said)) return { points: [[since, said]], ramp: false };
  const ramp = isPlain(said) && Object.keys(said).length === 1;
  const points = ramp ? said.ramp : said;
  const isList = Array.isArray(points) && points.length > 0 && points.every((each) => Array.isArray(each) && each.length === 2 && each.every(isNumber));
  return isList ? { points, ramp } : undefined;
}

/** The regime as a scenario, laid on that of its base; one whose course the page cannot follow is left out and told. */
function takeRegime(reader, written, name) {
  const { found, leave } = reader;
  const policy = policyOf(reader, written, name);
  if (policy === null) return leave("leftRegime", ["regimes", name], [name]);
  const label = wordsOf(written[name].label) ?? [name, name];
  const scenario = { name: cleanName(label[0]), regime: policy.regime, levers: policy.levers, assumptions: { ...found.held } };
  found.regimes.push({ name, label, scenario });
}

/** @returns {{regime: string, levers: any} | null} */
function policyOf(reader, written, name) {
  const { pack } = reader;
  const entry = written[name];
  const base = Object.hasOwn(written, entry.base) ? policyOf(reader, written, entry.base) : shippedPolicy(pack, entry.base);
  if (base === null) return null;
  const levers = { ...base.levers };
  const dated = pack.study.dated.filter((each) => entry[each] !== undefined).map((each) => [each, { points: [[entry[each], pack.quantities[each].high]], ramp: false }]);
  const own = Object.entries(entry.levers ?? {}).map(([lever, said]) => [lever, pointsOf(said, entry.parts_at)]);
  for (const [lever, { points, ramp }] of [...own, ...dated]) {
    const joined = joinedSetting(levers[lever], points, ramp);
    if (joined === null) return null;
    levers[lever] = joined;
  }
  return { regime: base.regime, levers };
}

function shippedPolicy(pack, base) {
  if (base !== pack.study.history) return { regime: base, levers: {} };
  return pack.study.past === null ? null : { regime: pack.study.past.regime, levers: { ...pack.study.past.levers } };
}

/** A setting on top of an earlier one: what that one did before goes before; null where one of both goes in straight lines. */
function joinedSetting(before, points, ramp) {
  const [[since]] = points;
  if (before === undefined || before.from >= since) return settingOfPoints(points, ramp);
  if (ramp || before.ramp) return null;
  const earlier = [[before.from, before.value], ...(before.then ?? [])].filter(([year]) => year < since);
  return settingOfPoints([...earlier, ...points], false);
}

/** Claims and rows: the page weighs none, and says so by name and line. */
function tellRest(reader) {
  const { pack, table, leave, refuse } = reader;
  for (const name of Object.keys(tablesOf(reader, "claims"))) leave("leftClaim", ["claims", name], [name]);
  for (const part of pack.study.parts.filter((each) => !PARTS.includes(each) && table[each] !== undefined)) {
    if (Array.isArray(table[part]) && table[part].every(isPlain)) leave("leftRows", [part], [part, String(table[part].length)]);
    else refuse("noRows", [part], [part]);
  }
}

function isCircle(written, name) {
  const above = new Set([name]);
  for (let base = written[name].base; Object.hasOwn(written, base); base = written[base].base) {
    if (above.has(base)) return true;
    above.add(base);
  }
  return false;
}

/**
 * A text in one language, which does for both, or in each; null for none.
 * @returns {[string, string] | null}
 */
function wordsOf(said) {
  const texts = saysSomething(said) ? { en: said } : said;
  if (!isPlain(texts) || Object.keys(texts).length === 0) return null;
  if (!Object.entries(texts).every(([key, each]) => LANGUAGE_KEYS.includes(key) && saysSomething(each))) return null;
  const only = texts.en ?? texts.zh;
  return [only, texts.zh ?? only];
}

function isName(pack, name) {
  return typeof name === "string" && NAME.test(name) && name.length <= pack.study.longestName;
}

function isYear(pack, year) {
  return isNumber(year) && year >= pack.clock.start && year < pack.study.latest;
}

function yearsAllowed({ clock, study }) {
  return [String(clock.start), String(study.latest)];
}

function saysSomething(value) {
  return typeof value === "string" && value.trim() !== "";
}

function isNumber(value) {
  return typeof value === "number" && Number.isFinite(value);
}

function isPlain(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
}

const QUOTED = 60;

function shortened(value) {
  const text = String(value);
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}
