// The reader's scenario as a study file that the command line takes: a new one, or changes in the one that was opened, in which everything else stays as it is written.
import { courseText } from "../compute/paths.js";
import { readToml } from "../vendor/smol_toml.js";
import { say } from "../kit/words.js";
import { keyOf } from "./runs.js";
import { scenarioPair } from "./scenario.js";
import { isUnder, statementsOf } from "./study_lines.js";
import { readStudy } from "./study_read.js";
import { isSame } from "./store.js";

const BARE = /^[A-Za-z0-9_-]+$/;

/**
 * The text of a study in which a regime is the scenario and its assumptions are held; `lines` counts those that were written or taken
 * out, `faults` say why it cannot be written.
 * @param {Pack} pack
 * @param {Scenario} scenario
 * @param {string} regime what it is called in the file
 * @param {import("./store.js").OpenedStudy | null} opened
 * @returns {{text: string, lines: number, faults: import("./study_read.js").Told[]}}
 */
export function studyText(pack, scenario, regime, opened) {
  const text = opened === null ? newStudy(pack, scenario, regime) : changedStudy(pack, scenario, regime, opened);
  const faults = faultsOfText(pack, scenario, regime, opened, text);
  return { text, lines: opened === null ? 0 : linesApart(opened.text, text), faults };
}

function newStudy(pack, scenario, regime) {
  const head = [`# ${say("study.head", pack.version)}`, `name = ${tomlValue(regime)}`, `title = ${tomlLabel(scenarioPair(pack, scenario))}`, ""].join("\n");
  const held = Object.entries(scenario.assumptions).map(([name, value]) => blockOf(["priors", name], heldEntry(value)));
  return [head, blockOf(["regimes", regime], regimeEntry(pack, scenario)), ...held].join("\n");
}

/** What a file says of a scenario's policy, each value as TOML writes it. */
function regimeEntry(pack, scenario) {
  const parts = firstYearOf(scenario);
  const levers = Object.entries(scenario.levers).map(([name, setting]) => [name, tomlCourse(setting, parts)]);
  return {
    label: tomlLabel(scenarioPair(pack, scenario)),
    base: tomlValue(scenario.regime),
    ...(pack.edition > 1 ? { edition: tomlValue(pack.edition) } : {}),
    ...(levers.length > 0 ? { parts_at: tomlValue(parts), levers: Object.fromEntries(levers) } : {}),
  };
}

function heldEntry(value) {
  return { held: tomlValue(value), why: tomlValue(say("study.why")) };
}

/** Lines of a table under its header, tables inside it under theirs. */
function blockOf(keys, entry) {
  const rows = Object.entries(entry);
  const lines = rows.filter(([, each]) => typeof each === "string").map(([key, each]) => `${tomlKey(key)} = ${each}\n`);
  const inner = rows.filter(([, each]) => typeof each !== "string").map(([key, each]) => `\n${blockOf([...keys, key], each)}`);
  return [`[${keys.map(tomlKey).join(".")}]\n`, ...lines, ...inner].join("");
}

function inlineOf(entry) {
  const rows = Object.entries(entry).map(([key, each]) => `${tomlKey(key)} = ${typeof each === "string" ? each : inlineOf(each)}`);
  return `{ ${rows.join(", ")} }`;
}

/** The text with a new entry at its end, or inside the value in which all of its kind are written. */
function withEntry(text, keys, entry) {
  const isInside = statementsOf(text).some((each) => each.kind === "pair" && isUnder(keys, each.keys));
  return isInside ? withValue(text, keys, inlineOf(entry)) : `${ended(text)}\n${blockOf(keys, entry)}`;
}

/** The year from which a scenario's own levers may act. */
function firstYearOf({ levers }) {
  return Math.min(...Object.values(levers).map(({ from }) => from));
}

function changedStudy(pack, scenario, regime, opened) {
  const read = readStudy(opened.text, pack, opened.file);
  const before = read.regimes.find(({ name }) => name === regime);
  let { text } = opened;
  if (read.table.regimes?.[regime] === undefined) text = withEntry(text, ["regimes", regime], regimeEntry(pack, scenario));
  else if (before === undefined || policyKey(before.scenario) !== policyKey(scenario)) text = withPolicy(pack, text, read.table.regimes[regime], scenario, regime);
  for (const [name, value] of Object.entries(scenario.assumptions)) {
    if (read.held[name] !== value) text = withHeld(text, read.written[name] ?? spelledPrior(read, name), value);
  }
  for (const [name, spelled] of Object.entries(read.written)) {
    if (!Object.hasOwn(scenario.assumptions, name)) text = takenOut(text, ["priors", spelled]);
  }
  return text;
}

/** The regime of a file changed to a scenario: base, date and levers where they differ, and levers that it has no more taken out. */
function withPolicy(pack, given, entry, scenario, regime) {
  const place = ["regimes", regime];
  const { past, history, dated } = pack.study;
  const isFlat = Object.hasOwn(pack.regimes, entry.base) || entry.base === history;
  const under = entry.base === history ? (past?.regime ?? "") : entry.base;
  let text = given;
  const isKept = isFlat && under === scenario.regime;
  if (!isKept) {
    text = withValue(text, [...place, "base"], tomlValue(scenario.regime));
    if (pack.edition > (entry.edition ?? 1)) text = withValue(text, [...place, "edition"], tomlValue(pack.edition));
  }
  const silent = isKept && entry.base === history ? past.levers : {};
  const own = Object.entries(scenario.levers).filter(([name, setting]) => silent[name] === undefined || courseText(silent[name]) !== courseText(setting));
  const first = Math.min(...own.map(([, { from }]) => from));
  const parts = Math.min(entry.parts_at ?? Infinity, first);
  if (Number.isFinite(parts) && parts !== entry.parts_at) text = withValue(text, [...place, "parts_at"], tomlValue(parts));
  for (const name of dated.filter((each) => entry[each] !== undefined)) {
    const setting = scenario.levers[name];
    const isAsWritten = setting !== undefined && courseText(setting) === courseText({ value: pack.quantities[name].high, from: entry[name] });
    if (!isAsWritten) text = takenOut(text, [...place, name]);
    else own.splice(own.findIndex(([each]) => each === name), 1);
  }
  for (const name of Object.keys(entry.levers ?? {})) if (!own.some(([each]) => each === name)) text = takenOut(text, [...place, "levers", name]);
  for (const [name, setting] of own) {
    const [said, written] = [tomlCourse(setting, parts), entry.levers?.[name]];
    const isAsWritten = written !== undefined && isSame(readToml(`x = ${said}`).x, written) && (parts === entry.parts_at || typeof written !== "number");
    if (!isAsWritten) text = withValue(text, [...place, "levers", name], said);
  }
  return text;
}

/** A number held in a file: what else was said of it, its reason too, stays as a comment. */
function withHeld(given, spelled, value) {
  const place = ["priors", spelled];
  const entry = readToml(given).priors?.[spelled];
  if (entry === undefined) return withEntry(given, place, heldEntry(value));
  let text = given;
  for (const key of Object.keys(entry).filter((each) => each !== "held" && each !== "why")) text = takenOut(text, [...place, key]);
  const why = typeof entry.why === "string" ? say("study.whyBefore", entry.why) : say("study.why");
  text = withValue(text, [...place, "held"], tomlValue(value));
  return withValue(text, [...place, "why"], tomlValue(why));
}

/** How the file spells a number of which it says something else than a held value. */
function spelledPrior(read, name) {
  return Object.keys(read.table.priors ?? {}).find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
}

/**
 * The text with a value at the end of some keys: in place of the one that stands there, or on a line of its own where its table stands.
 * @param {string} text
 * @param {string[]} keys
 * @param {string} value
 */
export function withValue(text, keys, value) {
  const statements = statementsOf(text);
  const around = statements.find((each) => each.kind === "pair" && isUnder(keys, each.keys));
  if (around !== undefined) {
    const inner = keys.slice(around.keys.length);
    const said = inner.length === 0 ? value : tomlValue(withInner(readToml(`x = ${text.slice(around.from, around.until)}`).x, inner, readToml(`x = ${value}`).x));
    return text.slice(0, around.from) + said + text.slice(around.until);
  }
  const parent = keys.slice(0, -1);
  const homes = statements.filter((each) => each.kind === "table" && isUnder(parent, each.keys) && (isSame(each.keys, parent) || hasInside(statements, each, parent)));
  const home = homes[homes.length - 1];
  if (home === undefined) return withTable(text, statements, parent, `${tomlKey(keys[keys.length - 1])} = ${value}\n`);
  const dotted = keys.slice(home.keys.length).map(tomlKey).join(".");
  const at = lastOf(statements, home).end;
  return `${ended(text.slice(0, at))}${dotted} = ${value}\n${text.slice(at)}`;
}

/** A table of its own for a line, after the last of what stands around it. */
function withTable(text, statements, table, line) {
  const near = statements.filter((each) => isUnder(each.keys, table.slice(0, 2)));
  const at = near[near.length - 1]?.end ?? text.length;
  return `${ended(text.slice(0, at))}\n[${table.map(tomlKey).join(".")}]\n${line}${text.slice(at)}`;
}

/** Whether a table says something inside another by dotted keys. */
function hasInside(statements, table, place) {
  return ownOf(statements, table).some((each) => isUnder(each.keys, place));
}

/** The keys under a header, up to the next. */
function ownOf(statements, table) {
  const after = statements.slice(statements.indexOf(table) + 1);
  const next = after.findIndex(({ kind }) => kind !== "pair");
  return next < 0 ? after : after.slice(0, next);
}

function lastOf(statements, table) {
  const own = ownOf(statements, table);
  return own[own.length - 1] ?? table;
}

/**
 * The text with all that stands at some keys turned into comments; inside a value, left out of it.
 * @param {string} text
 * @param {string[]} keys
 */
export function takenOut(text, keys) {
  const statements = statementsOf(text);
  const around = statements.find((each) => each.kind === "pair" && each.keys.length < keys.length && isUnder(keys, each.keys));
  if (around !== undefined) {
    const inner = keys.slice(around.keys.length);
    const said = tomlValue(withInner(readToml(`x = ${text.slice(around.from, around.until)}`).x, inner, undefined));
    const end = text.slice(around.start, around.end).endsWith("\n") ? "" : "\n";
    const was = commented(text.slice(around.start, around.end)) + end;
    return text.slice(0, around.start) + was + text.slice(around.start, around.from) + said + text.slice(around.until);
  }
  return statements
    .filter((each) => isUnder(each.keys, keys))
    .toReversed()
    .reduce((left, { start, end }) => left.slice(0, start) + commented(left.slice(start, end)) + left.slice(end), text);
}

function commented(lines) {
  return lines.replace(/^(?=.)/gm, "# ");
}

/**
 * A table with a value at the end of some keys, or without it.
 * @param {any} table
 * @param {string[]} keys
 * @param {any} value
 */
function withInner(table, keys, value) {
  const [key, ...rest] = keys;
  if (rest.length > 0) return { ...table, [key]: withInner(table[key] ?? {}, rest, value) };
  if (value !== undefined) return { ...table, [key]: value };
  return Object.fromEntries(Object.entries(table).filter(([each]) => each !== key));
}

/** What keeps a text from being saved: it cannot be read again, says something else than the scenario, or has lost something. */
function faultsOfText(pack, scenario, regime, opened, text) {
  const read = readStudy(text, pack, regime);
  if (read.faults.length > 0) return read.faults;
  const found = read.regimes.find(({ name }) => name === regime)?.scenario;
  const isSaid = found !== undefined && keyOf(found) === keyOf(scenario);
  const rest = (each) => opened !== null && restOf(pack, each, scenario, regime, opened);
  if (isSaid && (opened === null || isSame(rest(opened.text), rest(text)))) return [];
  return [{ key: "study.cannotWrite", values: [] }];
}

/** All of a study but what the page may change in it: base, edition, dates and levers of one regime, and numbers that it holds or held. */
function restOf(pack, text, { assumptions }, regime, opened) {
  const table = readToml(text);
  const changed = Object.keys({ ...assumptions, ...readStudy(opened.text, pack, opened.file).held }).map((name) => name.toLowerCase());
  const priors = Object.entries(table.priors ?? {}).filter(([name]) => !changed.includes(name.toLowerCase()));
  const mine = ["base", "edition", "parts_at", "levers", ...pack.study.dated];
  const regimes = Object.entries(table.regimes ?? {}).map(([name, each]) => {
    if (name !== regime) return [name, each];
    return [name, Object.fromEntries(Object.entries(each).filter(([key]) => !mine.includes(key)))];
  });
  const isThere = readToml(opened.text).regimes?.[regime] !== undefined;
  return { ...table, priors: Object.fromEntries(priors), regimes: Object.fromEntries(regimes.filter(([name]) => isThere || name !== regime)) };
}

function policyKey(scenario) {
  return keyOf({ ...scenario, assumptions: {} });
}

function linesApart(before, after) {
  const known = new Map();
  for (const line of before.split("\n")) known.set(line, (known.get(line) ?? 0) + 1);
  let count = 0;
  for (const line of after.split("\n")) {
    const left = known.get(line) ?? 0;
    if (left > 0) known.set(line, left - 1);
    else if (line.trim() !== "") count += 1;
  }
  return count;
}

function ended(text) {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

function tomlKey(key) {
  return BARE.test(key) ? key : tomlValue(key);
}

function tomlLabel([english, chinese]) {
  return tomlValue(english === chinese ? english : { en: english, zh: chinese });
}

function tomlCourse({ value, from, then, ramp }, parts) {
  if (then === undefined && from === parts) return tomlValue(value);
  const points = tomlValue([[from, value], ...(then ?? [])]);
  return ramp ? `{ ramp = ${points} }` : points;
}

/** A value as TOML writes it, on one line. */
function tomlValue(value) {
  if (typeof value === "string") return JSON.stringify(value.toWellFormed()).replace(/\u007f/g, "\\u007f");
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `[${value.map(tomlValue).join(", ")}]`;
  if (value !== null && typeof value === "object") return `{ ${Object.entries(value).map(([key, each]) => `${tomlKey(key)} = ${tomlValue(each)}`).join(", ")} }`;
  return String(value);
}
