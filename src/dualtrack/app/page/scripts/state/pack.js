// The page's data as it stands in the file, opened into the form that all panels read.

const ONE_BITS_PER_BYTE = 8;

/**
 * The constants of the laboratory's rules, which stand in its own files alone and which `pack/rules.py` carries here.
 *
 * @typedef {{supported: number, contradicted: number, errors: number, null: number, exists: number, within: number}} VerdictRule
 * @typedef {{instant: number, ancient: number}} DateRule
 * @typedef {{added: number, inverse: number, certain: number, terms: number}} TailRule
 * @typedef {{slice: number, least: number, density: number, chance: number, fewest: number, parts: number, tail: TailRule}} SearchRule
 * @typedef {{verdict: VerdictRule, band: Object<string, number>, search: SearchRule,
 *   dates: DateRule, loops: {save: number, resolution: number}}} Rules
 */

/**
 * The pack of a document, opened; see `openPack`.
 * @param {Document} [home]
 */
export function readPack(home = document) {
  return openPack(dataOf(home, "pack"));
}

/**
 * The page's words by language and key.
 * @param {Document} [home]
 * @returns {{en: Object<string, string>, zh: Object<string, string>}}
 */
export function readCatalogues(home = document) {
  return dataOf(home, "words");
}

/**
 * Quantities with all that their declared name says of them, truths as bits, and what is shared frozen against change.
 * @param {any} raw the JSON of the file
 */
export function openPack(raw) {
  const bases = openBases(raw);
  const quantities = {};
  for (const [name, row] of Object.entries(raw.quantities)) quantities[name] = openQuantity(name, row, bases[row.base], raw.dimensions);
  return {
    ...raw,
    bases,
    quantities,
    accepted: Int32Array.from(raw.accepted),
    truth: { claims: openBits(raw.truth.claims), computable: openBits(raw.truth.computable) },
  };
}

/**
 * Whether bit `place` is set, counted from the lowest bit of the first byte.
 * @param {Uint8Array} bits
 * @param {number} place
 */
export function isSet(bits, place) {
  return ((bits[place >> 3] >> (place % ONE_BITS_PER_BYTE)) & 1) === 1;
}

function dataOf(home, id) {
  return JSON.parse(home.getElementById(id).textContent);
}

function openBases(raw) {
  const bases = {};
  for (const [base, row] of Object.entries(raw.bases)) bases[base] = { ...row, name: base, base, elements: [] };
  for (const [name, row] of Object.entries(raw.quantities)) bases[row.base].elements.push(name);
  for (const [base, row] of Object.entries(bases)) row.source ??= raw.quantities[row.elements[0]].source ?? raw.bases[base].source;
  return bases;
}

function openQuantity(name, row, base, dimensions) {
  const source = row.source ?? base.source;
  const element = row.element ?? null;
  return {
    ...base,
    ...row,
    name,
    element,
    label: elementLabel(base, element, dimensions),
    source,
    assumed: source.kind === "assumed",
    value: row.value ?? null,
    prior: row.prior ?? null,
    stage: row.stage ?? false,
  };
}

function elementLabel(base, element, dimensions) {
  if (element === null || base.dimension === null) return base.label;
  const { elements, labels } = dimensions[base.dimension];
  const [english, chinese] = labels[elements.indexOf(element)];
  return [`${base.label[0]}: ${english}`, `${base.label[1]}：${chinese}`];
}

function openBits(rows) {
  const opened = {};
  for (const [id, text] of Object.entries(rows)) opened[id] = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return opened;
}
