// Where on the page a reader stands: a tab, and what in it is open; the first words of an address, before its `?`.

export const TABS = ["argument", "try", "believe", "evidence", "method"];

/** The rooms of each tab, in the order in which they stand; a room is a panel under a heading of its own. */
export const ROOMS = {
  argument: ["map"],
  try: ["scenarios", "four-lines"],
  believe: ["verdicts", "failures"],
  evidence: ["facts", "policy-timeline", "sources"],
  method: ["diagram", "loop-shares", "reproduce", "limits"],
};

/** Tabs in which a claim can be open by its own address. */
const OF_CLAIMS = ["argument", "believe", "evidence"];
const STEP = /^tour-(\d+)$/;

/**
 * @typedef {{tab: string, part: string}} Place
 */

/** Where the page opens. */
export const OPENING = Object.freeze({ tab: "argument", part: "" });

/**
 * @param {Place} place
 * @returns {string} as in `try`, `evidence/facts`
 */
export function placeText({ tab, part }) {
  return part === "" ? tab : `${tab}/${part}`;
}

/**
 * The place and the rest of an address; an address of earlier editions names no place, and opens where what it sets is shown.
 * @param {string} text what follows the `#`
 * @param {Pack} pack
 * @param {(key: string, ...values: string[]) => void} refuse is told a place that the page has not
 * @returns {{place: Place, rest: string}}
 */
export function readAddress(text, pack, refuse) {
  const mark = text.indexOf("?");
  const isPlaced = mark >= 0 || (text !== "" && !text.includes("="));
  if (!isPlaced) return { place: placeOfParts(new URLSearchParams(text)), rest: text };
  const said = mark >= 0 ? text.slice(0, mark) : text;
  return { place: readPlace(said, pack, refuse), rest: mark >= 0 ? text.slice(mark + 1) : "" };
}

/**
 * The tab in which a room or a claim's own part stands.
 * @param {string} room
 */
export function tabOfRoom(room) {
  return TABS.find((tab) => ROOMS[tab].includes(room)) ?? OPENING.tab;
}

/**
 * The number of the tour's step that a place names; 0 where it names none.
 * @param {Place} place
 */
export function stepOfTour({ tab, part }) {
  return tab === "argument" ? Number(STEP.exec(part)?.[1] ?? 0) : 0;
}

function readPlace(said, pack, refuse) {
  const [tab, part = "", ...more] = said.split("/");
  if (!TABS.includes(tab) || more.length > 0) {
    refuse("noPlace", said);
    return OPENING;
  }
  if (part === "" || hasPart(tab, part, pack)) return { tab, part };
  refuse("noPlace", said);
  return { tab, part: "" };
}

function hasPart(tab, part, pack) {
  if (ROOMS[tab].includes(part)) return true;
  if (OF_CLAIMS.includes(tab) && pack.claims.some(({ id }) => id === part)) return true;
  const step = stepOfTour({ tab, part });
  return step > 0 && step <= (pack.story?.tour.length ?? 0);
}

const PANEL_ROOMS = { diagram: "diagram", loops: "loop-shares", timeline: "policy-timeline", verdicts: "verdicts", brush: "failures" };

function placeOfParts(parts) {
  const panel = Object.keys(PANEL_ROOMS).find((name) => (parts.get("panel") ?? "").includes(`"${name}"`));
  if (panel !== undefined) return { tab: tabOfRoom(PANEL_ROOMS[panel]), part: PANEL_ROOMS[panel] };
  const isOfScenario = ["regime", "set", "assume", "keep", "base", "charts", "view", "year"].some((key) => parts.has(key));
  return isOfScenario ? { tab: "try", part: "" } : OPENING;
}
