// The argument drawn: bands and boxes, and for each claim an arrow whose line, head and badge say its state by shape as well as colour.
import { s } from "../../kit/dom.js";
import { share } from "../../kit/format.js";
import { verdictShape, verdictSlug } from "../../kit/verdict_shapes.js";
import { label, say } from "../../kit/words.js";
import { leadReading } from "../../state/claim_readings.js";
import { BADGE, LETTERS, badgeFrame, bandUnder, bandWords, boxLines, labelFrame, mapOrder } from "./map_places.js";

const CORNER = 7;
const TIP = { length: 9, half: 5, bar: 8 };
const BOX_LINE = 16;
const RING = 4;
/** Letters of a badge that fit at the usual size. */
const SHORT = 2;

/**
 * The whole drawing; the claim that is the map's one tab stop, and those that are pressed, dimmed or left out, are set by `markMap`.
 * @param {any} pack
 * @returns {SVGElement}
 */
export function argumentDrawing(pack) {
  const { map } = pack.argument;
  const claims = mapOrder(pack);
  return s(
    "svg",
    { class: "argument-map", viewBox: `0 0 ${map.width} ${map.height}`, role: "group", "aria-label": say("map.name", claims.length) },
    map.bands.map((band, place) => s("rect", { class: `map-band band-${place}`, x: band.x, y: band.y, width: band.width, height: band.height, rx: 4 })),
    map.bands.map((band) => bandName(bandWords(band, map, claims))),
    s("g", { class: "map-lines", "aria-hidden": "true" }, claims.map(arrowLines)),
    s("g", { "aria-hidden": "true" }, map.boxes.map(mapBox)),
    s("g", { class: "map-claims" }, claims.map((each) => mapClaim(map, each))),
  );
}

/**
 * What an arrow is called: its id, its words, the claim, the state and the share.
 * @param {{arrow: any, claim: any}} each
 */
export function arrowName({ arrow, claim }) {
  const lead = leadReading(claim);
  const state = say(`verdicts.is.${verdictSlug(claim.verdict)}`);
  const words = [claim.id, label(arrow.label), label(claim.label), state];
  return lead ? say("map.arrowShare", ...words, share(lead.probability)) : say("map.arrow", ...words);
}

/**
 * Show which claim is the tab stop and which is open, which are lit and the rest dim, and whether rivals stand.
 * @param {Element} svg
 * @param {{stop: string, open: string, lit: Set<string> | null, rivals: boolean}} shown
 */
export function markMap(svg, { stop, open, lit, rivals }) {
  svg.classList.toggle("without-rivals", !rivals);
  for (const node of svg.querySelectorAll("[data-claim]")) {
    const id = node.getAttribute("data-claim") ?? "";
    node.classList.toggle("dim", lit !== null && !lit.has(id));
    node.classList.toggle("open", id === open);
    if (node.getAttribute("role") !== "button") continue;
    node.setAttribute("tabindex", id === stop ? "0" : "-1");
    node.setAttribute("aria-pressed", String(id === open));
  }
}

function bandName({ name, note, frame }) {
  const x = frame.x + frame.width;
  return s(
    "text",
    { class: "map-band-name", x, y: frame.y + LETTERS.band, "text-anchor": "end", "aria-hidden": "true" },
    name,
    s("tspan", { class: "map-band-note", x, dy: BOX_LINE }, note),
  );
}

function mapBox(box) {
  const lines = boxLines(box);
  const middle = box.y + box.height / 2 - ((lines.length - 1) * BOX_LINE) / 2 + LETTERS.box / 3;
  return s(
    "g",
    { class: `map-box side-${box.side}` },
    s("rect", { x: box.x, y: box.y, width: box.width, height: box.height, rx: box.side === "china" ? 16 : 2 }),
    lines.map((line, place) => s("text", { x: box.x + box.width / 2, y: middle + place * BOX_LINE, "text-anchor": "middle" }, line)),
  );
}

function classesOf(claim) {
  return `claim-${verdictSlug(claim.verdict)}${claim.kind === "rival" ? " rival" : ""}`;
}

function arrowLines({ arrow, claim }) {
  const paths = arrow.routes.map((route) => roundedPath(route));
  const ends = arrow.routes.map((route) => [route[route.length - 2], route[route.length - 1]]);
  const starts = arrow.both ? arrow.routes.map((route) => [route[1], route[0]]) : [];
  const isDouble = claim.verdict === "built in";
  return s(
    "g",
    { class: `map-line ${classesOf(claim)}`, "data-claim": claim.id },
    paths.map((d) => [
      s("path", { class: "line-hit", d }),
      s("path", { class: "line-drawn", d }),
      isDouble ? s("path", { class: "line-inside", d }) : null,
    ]),
    [...ends, ...starts].map((end) => arrowHead(end, claim.verdict === "contradicted")),
  );
}

function arrowHead([[fromX, fromY], [x, y]], isBar) {
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [right, down] = [(x - fromX) / length, (y - fromY) / length];
  if (isBar) {
    const [across, up] = [-down * TIP.bar, right * TIP.bar];
    return s("path", { class: "line-bar", d: `M${x - across} ${y - up}L${x + across} ${y + up}` });
  }
  const [backX, backY] = [x - right * TIP.length, y - down * TIP.length];
  const [sideX, sideY] = [-down * TIP.half, right * TIP.half];
  return s("path", { class: "line-head", d: `M${x} ${y}L${backX + sideX} ${backY + sideY}L${backX - sideX} ${backY - sideY}Z` });
}

/** Badge and words, as the button that opens the claim. */
function mapClaim(map, each) {
  const { arrow, claim } = each;
  const [x, y] = arrow.badge;
  const words = labelFrame(arrow, claim);
  const frame = badgeFrame(arrow, claim);
  const anchor = { r: "start", l: "end", t: "middle", b: "middle" }[arrow.side];
  const across = { start: words.x + 2, end: words.x + words.width - 2, middle: words.x + words.width / 2 }[anchor];
  const ground = bandUnder(map, words);
  return s(
    "g",
    { class: `map-claim ${classesOf(claim)}`, role: "button", "aria-label": arrowName(each), "data-claim": claim.id, id: `map-${claim.id}` },
    s("text", { class: `map-label ground-${ground < 0 ? "paper" : ground}`, x: across, y: words.y + LETTERS.label, "text-anchor": anchor }, label(arrow.label)),
    s("rect", { class: "ring", x: frame.x - RING, y: frame.y - RING, width: frame.width + 2 * RING, height: frame.height + 2 * RING, rx: 6 }),
    s("g", { class: "badge", transform: `translate(${x} ${y})` }, verdictShape(claim.verdict, BADGE), badgeText(claim)),
  );
}

function badgeText({ id, verdict }) {
  const isPlain = verdictShape(verdict, BADGE) === null;
  const classes = ["badge-id", id.length > SHORT ? "long" : "", isPlain ? "plain" : ""].filter(Boolean).join(" ");
  return s("text", { class: classes, y: 4, "text-anchor": "middle" }, id);
}

/** A path along places whose corners are rounded off. */
function roundedPath(route) {
  const between = (from, to, length) => {
    const whole = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    const part = Math.min(length / whole, 1 / 2);
    return `${from[0] + (to[0] - from[0]) * part} ${from[1] + (to[1] - from[1]) * part}`;
  };
  const corners = route.slice(1, -1).map((corner, place) => {
    const [before, after] = [route[place], route[place + 2]];
    return `L${between(corner, before, CORNER)}Q${corner[0]} ${corner[1]} ${between(corner, after, CORNER)}`;
  });
  const [start, end] = [route[0], route[route.length - 1]];
  return `M${start[0]} ${start[1]}${corners.join("")}L${end[0]} ${end[1]}`;
}
