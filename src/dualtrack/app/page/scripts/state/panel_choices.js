// What the panels may hold, checked where a link says it: what no panel knows is left out and told.

/** The six words of the rule in the order in which they are shown, and that a claim was not judged for this model. */
export const VERDICT_ORDER = ["supported", "built in", "contradicted", "too small as sized", "open", "structure only", "not judged"];
export const CLAIM_KINDS = ["all", "claim", "rival"];
export const DIAGRAM_VIEWS = ["map", "list"];
export const ARGUMENT_VIEWS = ["map", "list"];
const LOOP_VIEWS = ["stacked", "lines"];

const PANEL_PARTS = {
  story: { bin: (bin, pack) => Number.isInteger(bin) && bin >= 0 && bin < (pack.story?.dial?.bins.length ?? 0) },
  argument: {
    state: (verdict) => VERDICT_ORDER.includes(verdict),
    view: (view) => ARGUMENT_VIEWS.includes(view),
    rivals: (shown) => shown === false,
  },
  diagram: {
    node: (name, pack) => Object.hasOwn(pack.bases, name),
    sector: (name, pack) => Object.hasOwn(pack.diagram.sectors, name),
    view: (view) => DIAGRAM_VIEWS.includes(view),
    least: (share, pack) => isBetween(share, pack.diagram.least, 1),
  },
  loops: { view: (view) => LOOP_VIEWS.includes(view) },
  timeline: {
    topic: (topic, pack) => pack.events.some((event) => event.topic === topic),
    event: (id, pack) => pack.events.some((event) => event.id === id),
  },
  verdicts: {
    kind: (kind) => CLAIM_KINDS.includes(kind),
    verdict: (verdict) => VERDICT_ORDER.includes(verdict),
    open: (ids, pack) => typeof ids === "string" && ids.split(" ").every((id) => pack.claims.some((claim) => claim.id === id)),
  },
  brush: {
    outcome: (name, pack) => pack.outcomes.includes(name),
    year: (at, pack) => Number.isInteger(at) && at > pack.clock.start && at <= pack.clock.stop,
    low: (low, _pack, { high }) => Number.isFinite(low) && !(low > high),
    high: (high, _pack, { low }) => Number.isFinite(high) && !(low > high),
  },
};

/**
 * The parts of the panels' state that the panels know.
 * @param {Object<string, Object<string, unknown>>} panel
 * @param {Pack} pack
 * @param {(key: string, ...values: string[]) => void} refuse
 */
export function checkedPanel(panel, pack, refuse) {
  const checked = Object.entries(panel).map(([name, parts]) => {
    if (!Object.hasOwn(PANEL_PARTS, name)) refuse("unknownPart", `panel ${name}`);
    const known = Object.hasOwn(PANEL_PARTS, name) ? PANEL_PARTS[name] : null;
    const kept = known ? Object.entries(parts).filter(([key, value]) => isKnown(known, key, value, parts)) : [];
    return [name, Object.fromEntries(kept)];
  });
  return Object.fromEntries(checked.filter(([, parts]) => Object.keys(parts).length > 0));

  function isKnown(known, key, value, parts) {
    if (!Object.hasOwn(known, key)) refuse("unknownPart", `panel ${key}`);
    else if (known[key](value, pack, parts)) return true;
    else refuse("badChoice", `panel ${key}`, String(value));
    return false;
  }
}

function isBetween(value, low, high) {
  return Number.isFinite(value) && low <= value && value <= high;
}
