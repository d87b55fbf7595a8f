// Where everything of the argument's map stands: badges, words beside them, and the order in which its arrows are read.
import { label, language } from "../../kit/words.js";
import { shapeReach } from "../../kit/verdict_shapes.js";
import { claimGroups } from "../../state/claim_readings.js";

export const BADGE = 12;
export const LETTERS = { label: 12.5, box: 13, band: 13 };
const LINE = 1.28;
/** The width of a letter as a part of the type's size, taken generously: of a Latin one, and of a Chinese one. */
const LATIN_LETTER = 0.56;
const CHINESE_LETTER = 1.03;
const IS_CHINESE = /[\u2014-\u2026\u2e80-\u9fff\uff00-\uffef]/;
const QUOTES = /[\u2018-\u201d]/;
const GAP = 5;
const PAD = 2;
const INSET = 8;
/** By what steps a free place is looked for, and how far it keeps from a line. */
const LOOK = 4;
const CLEAR = 6;

/**
 * How wide a text is at most, in the map's unit.
 * @param {string} text
 * @param {number} size
 */
export function textWidth(text, size) {
  const isChinese = language() === "zh";
  const letter = (sign) => (IS_CHINESE.test(sign) || (isChinese && QUOTES.test(sign)) ? CHINESE_LETTER : LATIN_LETTER);
  return [...text].reduce((sum, sign) => sum + letter(sign) * size, 0);
}

/**
 * The frame of an arrow's badge.
 * @param {any} arrow
 * @param {any} claim
 */
export function badgeFrame({ badge: [x, y] }, claim) {
  const [across, down] = shapeReach(claim.verdict, BADGE);
  return { x: x - across, y: y - down, width: 2 * across, height: 2 * down };
}

/**
 * The frame of the words beside an arrow's badge, with room for what lifts them off the lines.
 * @param {any} arrow
 * @param {any} claim
 */
export function labelFrame(arrow, claim) {
  const [x, y] = arrow.badge;
  const [across, down] = shapeReach(claim.verdict, BADGE);
  const width = textWidth(label(arrow.label), LETTERS.label) + 2 * PAD;
  const height = LETTERS.label * LINE;
  const sides = {
    r: [x + across + GAP - PAD, y - height / 2],
    l: [x - across - GAP + PAD - width, y - height / 2],
    t: [x - width / 2, y - down - 1 - height],
    b: [x - width / 2, y + down + 1],
  };
  const [left, top] = sides[arrow.side];
  return { x: left, y: top, width, height };
}

/**
 * The lines of a box's words.
 * @param {any} box
 * @returns {string[]}
 */
export function boxLines(box) {
  return label(box.label).split("|");
}

/**
 * Where a band's name and its note stand: in the free place nearest to its lower right corner, so that they meet no box, arrow or word.
 * @param {any} band
 * @param {any} map
 * @param {{arrow: any, claim: any}[]} claims
 */
export function bandWords(band, map, claims) {
  const [name, note] = [label(band.label), label(band.note)];
  const width = Math.max(textWidth(name, LETTERS.band), textWidth(note, LETTERS.label));
  const height = 2 * LETTERS.band * LINE;
  const taken = takenFrames(map, claims);
  const right = band.x + band.width - INSET - width;
  const bottom = band.y + band.height - INSET - height;
  const places = [];
  for (let y = bottom; y >= band.y + INSET; y -= LOOK)
    for (let x = right; x >= band.x + INSET; x -= LOOK) places.push({ x, y, width, height });
  const far = (place) => right - place.x + (bottom - place.y);
  const free = places.filter((place) => !taken.some((frame) => isMeeting(place, frame))).sort((one, other) => far(one) - far(other));
  return { name, note, frame: free[0] ?? { x: right, y: bottom, width, height } };
}

/**
 * Whether two frames share any place.
 * @param {{x: number, y: number, width: number, height: number}} one
 * @param {{x: number, y: number, width: number, height: number}} other
 */
export function isMeeting(one, other) {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

/** Everything that words should keep clear of: boxes, badges, labels, and the arrows' lines. */
function takenFrames(map, claims) {
  const lines = claims.flatMap(({ arrow }) => arrow.routes.flatMap((route) => route.slice(1).map((end, place) => lineFrame(route[place], end))));
  return [...map.boxes, ...lines, ...claims.flatMap(({ arrow, claim }) => [badgeFrame(arrow, claim), labelFrame(arrow, claim)])];
}

function lineFrame([fromX, fromY], [toX, toY]) {
  const [x, y] = [Math.min(fromX, toX) - CLEAR, Math.min(fromY, toY) - CLEAR];
  return { x, y, width: Math.abs(toX - fromX) + 2 * CLEAR, height: Math.abs(toY - fromY) + 2 * CLEAR };
}

/**
 * The band in which the middle of a frame lies, by its place; -1 for none.
 * @param {any} map
 * @param {{x: number, y: number, width: number, height: number}} frame
 */
export function bandUnder({ bands }, { x, y, width, height }) {
  const [across, down] = [x + width / 2, y + height / 2];
  return bands.findIndex((band) => across > band.x && across < band.x + band.width && down > band.y && down < band.y + band.height);
}

/**
 * The claims of the map in reading order.
 * @param {any} pack
 * @returns {{arrow: any, claim: any}[]}
 */
export function mapOrder(pack) {
  const arrows = new Map((pack.argument.map?.arrows ?? []).map((arrow) => [arrow.claim, arrow]));
  return claimGroups(pack)
    .flatMap(({ claims }) => claims)
    .filter((claim) => arrows.has(claim.id))
    .map((claim) => ({ claim, arrow: arrows.get(claim.id) }));
}

/**
 * Where a key leads from a claim in a list of ids; null where it is none that moves.
 * @param {string[]} ids in reading order
 * @param {string} from
 * @param {string} key
 * @returns {string | null}
 */
export function claimAfterKey(ids, from, key) {
  const place = ids.indexOf(from);
  const last = ids.length - 1;
  const steps = { ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1, Home: 0, End: last };
  if (!Object.hasOwn(steps, key) || last < 0) return null;
  return ids[Math.min(Math.max(steps[key], 0), last)];
}
