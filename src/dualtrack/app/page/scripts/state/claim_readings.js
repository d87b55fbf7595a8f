// What was found of a claim, read in one way everywhere: its shares under each prior, and those of the cases beside it.

/**
 * What the verdict reads under each prior: the worlds in which the claim's mechanism exists; none for a claim not computed.
 * @param {any} claim
 * @returns {{prior: string, probability: number, low: number, high: number, worlds: number}[]}
 */
export function claimReadings(claim) {
  const readings = (claim.answers ?? []).map((answer) => ({ prior: answer.prior, ...(answer.after ?? answer.before).asked }));
  return readings.filter((reading) => reading.probability !== null);
}

/**
 * The first prior's share; null where there is none.
 * @param {any} claim
 */
export function leadReading(claim) {
  return claimReadings(claim)[0] ?? null;
}

/**
 * The same before the record.
 * @param {any} claim
 */
export function readingBefore(claim) {
  const asked = claim.answers?.[0]?.after ? claim.answers[0].before.asked : null;
  return asked && asked.probability !== null ? asked : null;
}

/**
 * The largest share that a claim reaches without what it affirms, over priors.
 * @param {any} claim
 */
export function nullReading({ beside }) {
  const found = (beside?.null ?? []).filter(({ probability }) => probability !== null);
  return found.length ? found.reduce((most, each) => (each.probability > most.probability ? each : most)) : null;
}

/**
 * The share of one case beside a claim; null where it was not found.
 * @param {any} claim
 * @param {"planted" | "best" | "nothing"} name
 */
export function caseReading({ beside }, name) {
  const found = beside?.[name] ?? null;
  return found && found.probability !== null ? found : null;
}

/**
 * The variant of a claim in which its theory asks every claim again; null where it has none.
 * @param {any} claim
 * @param {{askedAgain: [string, string]}} pack
 */
export function askedAgainReading(claim, { askedAgain }) {
  return (claim.variants ?? []).find((variant) => variant.label[0] === askedAgain[0] && variant.probability !== null) ?? null;
}

/**
 * Every claim of the argument in reading order, with its group.
 * @param {{argument?: any, claims: any[]}} pack
 * @returns {{group: any, claims: any[]}[]}
 */
export function claimGroups({ argument, claims }) {
  const named = new Map(claims.map((claim) => [claim.id, claim]));
  return argument.groups.map((group) => ({ group, claims: group.claims.map((id) => named.get(id)) }));
}
