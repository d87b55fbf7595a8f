// What a claim is held beside: without what it affirms, with its mechanism at full strength, at the sizes that favour it most.
import { h } from "../../kit/dom.js";
import { number, share } from "../../kit/format.js";
import { label, listOf, say } from "../../kit/words.js";
import { dataTable } from "../../kit/table.js";

const SINGLE = ["planted", "best", "nothing"];

/**
 * A table of the cases beside an answer, the corner of the best case, and by what factor the record changes the odds of existence.
 * @param {{quantities: any, tilts: any}} pack
 * @param {any} claim
 */
export function besidePart(pack, claim) {
  const { beside } = claim;
  if (!beside) return null;
  const nulls = beside.null.map((found, place) => ({ name: say("verdicts.nullUnder", label(pack.tilts[place].label)), found }));
  const single = SINGLE.filter((name) => beside[name]).map((name) => ({ name: say(`verdicts.case.${name}`), found: beside[name] }));
  const columns = [
    { key: "case", label: say("verdicts.cases"), isHead: true, cell: ({ name }) => name },
    { key: "share", label: say("verdicts.trueIn"), numeric: true, cell: ({ found }) => shareWithInterval(found) },
  ];
  const table = dataTable({ caption: say("verdicts.beside", claim.id), columns, rows: [...nulls, ...single] });
  return [table, cornerWords(pack, beside), existenceWords(pack, claim.existence), columnsPart(pack, claim)];
}

/** What each body of evidence gives the claim: the range of shares over priors, the least factor of existence, and its word. */
function columnsPart(pack, claim) {
  if (!claim.columns?.length) return null;
  const columns = [
    { key: "evidence", label: say("verdicts.evidence"), isHead: true, cell: ({ name }) => say(`verdicts.column.${slug(name)}`) },
    { key: "word", label: say("verdicts.columnWord"), cell: ({ verdict }) => say(`verdicts.is.${slug(verdict)}`) },
    { key: "share", label: say("verdicts.columnTrue"), numeric: true, cell: ({ asked }) => rangeOf(asked) },
    { key: "exists", label: say("verdicts.columnExists"), numeric: true, cell: ({ existence }) => leastFactor(existence) },
  ];
  const table = dataTable({ caption: say("verdicts.columns", claim.id), columns, rows: claim.columns });
  return [table, h("p", { class: "fine" }, say("verdicts.columnsRule"))];
}

const slug = (name) => name.replaceAll(",", "").replaceAll(" ", "-");

function rangeOf(shares) {
  const told = shares.map((each) => each.probability).filter((value) => value !== null);
  if (!told.length) return "–";
  const [low, high] = [share(Math.min(...told)), share(Math.max(...told))];
  return low === high ? low : say("verdicts.columnRange", low, high);
}

function leastFactor(existence) {
  const told = Object.values(existence).filter((factor) => factor !== null);
  return told.length ? `×${number(Math.min(...told))}` : "–";
}

/** A share with its 95 % interval; a dash where there is none. */
export function shareWithInterval(reading) {
  if (!reading || reading.probability === null) return "–";
  return say("verdicts.shareInterval", share(reading.probability), share(reading.low), share(reading.high));
}

function cornerWords({ quantities }, { corner, accepted }) {
  const names = Object.keys(corner);
  if (!names.length) return null;
  const ends = listOf(names.map((name) => `${label(quantities[name].label)} = ${number(corner[name], quantities[name].unit)}`));
  const words = accepted ? say("verdicts.cornerAccepted", ends, share(accepted.probability)) : say("verdicts.corner", ends);
  return h("p", { class: "fine" }, words);
}

/** By what factor the record changes the odds that each mechanism exists. */
export function existenceWords({ quantities }, existence) {
  const factors = Object.entries(existence);
  if (!factors.length) return null;
  const said = factors.map(([name, factor]) => {
    const words = label(quantities[name].label);
    return factor === null ? say("verdicts.existsSurely", words) : say("verdicts.existsBy", words, number(factor));
  });
  return h("p", { class: "fine" }, say("verdicts.existence", listOf(said)));
}
