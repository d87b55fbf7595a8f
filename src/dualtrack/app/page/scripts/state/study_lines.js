// What stands where in a TOML text: its statements in order, each with the keys that lead to it, its line, and where its value stands.
import { readToml } from "../vendor/smol_toml.js";

const KEY = String.raw`(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')`;
const DOTTED = `${KEY}(?:[ \\t]*\\.[ \\t]*${KEY})*`;
const HEADER = new RegExp(`[ \\t]*(\\[\\[?)[ \\t]*(${DOTTED})[ \\t]*\\]\\]?`, "y");
const ASSIGNMENT = new RegExp(`[ \\t]*(${DOTTED})[ \\t]*=[ \\t]*`, "y");
/** What a value may be made of: the strings first, since brackets and marks inside them mean nothing. */
const TOKEN = /"""(?:[^\\]|\\[^])*?"{3,5}|'''[^]*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[\n[\]{}]|[^"'#\n[\]{}]+/g;

/**
 * A header or a key with its value. The tables of an array stand under their numbers, as `["observations", "0"]`; a value's text is what
 * stands from `from` up to `until`, comments left out.
 * @typedef {{kind: "table" | "array" | "pair", keys: string[], line: number, start: number, end: number, from: number, until: number}} Statement
 */

/**
 * The statements of a text that the parser took; lines that say nothing are in none of them.
 * @param {string} text
 * @returns {Statement[]}
 */
export function statementsOf(text) {
  const found = [];
  let table = [];
  const counts = {};
  for (const piece of piecesOf(text)) {
    const header = matchAt(HEADER, text, piece.start);
    const assignment = header === null ? matchAt(ASSIGNMENT, text, piece.start) : null;
    if (header !== null) {
      table = keysOf(header[2]);
      const isArray = header[1] === "[[";
      if (isArray) {
        const named = JSON.stringify(table);
        counts[named] = (counts[named] ?? -1) + 1;
        table = [...table, String(counts[named])];
      }
      found.push({ ...piece, kind: isArray ? "array" : "table", keys: table, from: piece.start, until: piece.start });
    } else if (assignment !== null) {
      const from = piece.start + assignment[0].length;
      const until = from + text.slice(from, piece.comment ?? piece.end).trimEnd().length;
      found.push({ ...piece, kind: "pair", keys: [...table, ...keysOf(assignment[1])], from, until });
    }
  }
  return found;
}

/**
 * The line of the place that some keys lead to, or of the nearest one around it; 1 where none is written.
 * @param {Statement[]} statements
 * @param {string[]} keys
 */
export function lineOfKeys(statements, keys) {
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const wanted = keys.slice(0, depth);
    const found = statements.find((each) => isUnder(each.keys, wanted));
    if (found !== undefined) return found.line;
  }
  return 1;
}

/**
 * Whether some keys lead to a place, or into it.
 * @param {string[]} keys
 * @param {string[]} place
 */
export function isUnder(keys, place) {
  return place.every((key, depth) => keys[depth] === key);
}

/** Pieces of the text that begin where a line begins outside every value, each up to the next. */
function piecesOf(text) {
  const found = [];
  let [start, line, depth] = [0, 1, 0];
  let [now, comment] = [1, /** @type {number | undefined} */ (undefined)];
  const close = (end) => {
    found.push({ start, line, end, comment });
    [start, line, comment] = [end, now, undefined];
  };
  for (const token of text.matchAll(TOKEN)) {
    const [said] = token;
    now += said.split("\n").length - 1;
    if (said === "[" || said === "{") depth += 1;
    else if (said === "]" || said === "}") depth -= 1;
    else if (said.startsWith("#") && depth === 0) comment = token.index;
    else if (said === "\n" && depth === 0) close(token.index + 1);
  }
  if (start < text.length) close(text.length);
  return found;
}

function matchAt(pattern, text, place) {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

/** The keys of a dotted key, without their quotes. */
function keysOf(dotted) {
  const found = [];
  let inner = readToml(`${dotted} = 0`);
  while (typeof inner === "object") {
    const [[key, next]] = Object.entries(inner);
    found.push(key);
    inner = next;
  }
  return found;
}
