/** What is wrong with a scenario? Names that the model has not, and values out of their range, each in four parts. */

/** How much of what was written a known name must share to be offered in its place. */
const LEAST_LIKENESS = 0.6;
const LONGEST_QUOTED = 60;
const HELD_ROLES = ["uncertainty", "switch", "constant"];

/** Every fault of a scenario: what, where, near, fix; an empty list where it can be run. */
export function faultsOf(pack, scenario) {
  if (!Object.hasOwn(pack.regimes, scenario?.regime ?? "")) {
    const [asked, known] = [scenario?.regime, Object.keys(pack.regimes)];
    return [fault(`there is no regime ${quoted(asked)}`, "regime", nearestName(asked, known), known.join(", "))];
  }
  return [
    ...Object.entries(scenario.levers ?? {}).flatMap(([name, setting]) => [
      ...[[setting?.from, setting?.value], ...(setting?.then ?? [])].flatMap(([from, value]) => [
        ...valueFaults(pack, name, value, ["lever"], "levers"),
        ...dateFaults(name, from),
      ]),
    ]),
    ...Object.entries(scenario.assumptions ?? {}).flatMap(([name, value]) =>
      valueFaults(pack, name, value, HELD_ROLES, "assumptions"),
    ),
  ];
}

function fault(what, where, near, fix) {
  return { what, where, near, fix };
}

function quoted(name) {
  return String(name).slice(0, LONGEST_QUOTED);
}

function valueFaults(pack, name, value, roles, where) {
  const quantity = Object.hasOwn(pack.quantities, name) ? pack.quantities[name] : undefined;
  if (quantity === undefined || !roles.includes(quantity.role)) {
    const known = Object.keys(pack.quantities).filter((each) => roles.includes(pack.quantities[each].role));
    return [fault(`${quoted(name)} cannot be set`, where, nearestName(name, known), "")];
  }
  const low = quantity.low ?? -Infinity;
  const high = quantity.high ?? Infinity;
  if (canBe(quantity, value)) return [];
  const range = quantity.prior?.kind === "category" ? quantity.prior.values.join(", ") : `${low} – ${high}`;
  return [fault(`${name} cannot be ${quoted(value)}`, where, "", `${range} ${quantity.unit ?? ""}`.trim())];
}

/** Whether a number can take a value: within its range, and one of its few values where it has only few. */
export function canBe({ low, high, prior }, value) {
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  if (prior?.kind === "category" && !prior.values.includes(value)) return false;
  return (low ?? -Infinity) <= value && value <= (high ?? Infinity);
}

function dateFaults(name, from) {
  if (from === undefined || (typeof from === "number" && Number.isFinite(from))) return [];
  return [fault(`${name} cannot be set from ${quoted(from)}`, "levers", "", "a year")];
}

/** The known name that shares most with what was written; empty where none comes near. */
export function nearestName(name, known) {
  const pairs = (text) => Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2));
  const wanted = new Set(pairs(quoted(name)));
  const likeness = (other) => {
    const found = pairs(other);
    return (2 * found.filter((pair) => wanted.has(pair)).length) / Math.max(found.length + wanted.size, 1);
  };
  const [best] = known.toSorted((a, b) => likeness(b) - likeness(a));
  return best !== undefined && likeness(best) >= LEAST_LIKENESS ? best : "";
}
