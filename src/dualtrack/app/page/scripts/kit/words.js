// The page's own words in the language of the moment, from one catalogue per language; a key that no catalogue holds is refused.

export const LANGUAGES = ["en", "zh"];

/** @type {Object<string, Object<string, string>>} */
let catalogues = { en: {}, zh: {} };
/** @type {"en" | "zh"} */
let spoken = "en";

/**
 * Take the catalogues, `{en: {key: text}, zh: {key: text}}`.
 * @param {Object<string, Object<string, string>>} given
 */
export function setCatalogues(given) {
  catalogues = given;
}

/** @param {any} chosen */
export function setLanguage(chosen) {
  if (!LANGUAGES.includes(chosen)) throw new RangeError(`no language ${chosen}`);
  spoken = chosen;
}

/** @returns {"en" | "zh"} */
export function language() {
  return spoken;
}

/**
 * A text of the catalogue, with values in its slots `{0}`, `{1}`…
 * @param {string} key
 * @param {...(string | number | Array<string | number>)} values one by one, or as one list
 */
export function say(key, ...values) {
  const text = catalogues[spoken][key];
  if (text === undefined) throw new RangeError(`the catalogue ${spoken} has no text ${key}`);
  return fillSlots(text, values.flat());
}

/**
 * The same text in every language, for what outlives a switch, such as the name of a step; values may be pairs.
 * @param {string} key
 * @param {...([string, string] | string | number)} values
 * @returns {any} a pair
 */
export function sayPair(key, ...values) {
  return LANGUAGES.map((each, place) => {
    const text = catalogues[each][key];
    if (text === undefined) throw new RangeError(`the catalogue ${each} has no text ${key}`);
    return fillSlots(
      text,
      values.map((value) => (Array.isArray(value) ? value[place] : value)),
    );
  });
}

/**
 * Whether the catalogue of the moment holds a key.
 * @param {string} key
 */
export function isSayable(key) {
  return Object.hasOwn(catalogues[spoken], key);
}

/**
 * The side of a pair that is spoken, or the English where it is not translated; a plain string is the same in every language.
 * @param {[string, string] | string} pair
 */
export function label(pair) {
  return typeof pair === "string" ? pair : pair[LANGUAGES.indexOf(spoken)] || pair[0];
}

/**
 * Several things in one sentence: `a, b and c`, `甲、乙和丙`.
 * @param {string[]} parts
 */
export function listOf(parts) {
  if (parts.length < 2) return parts.join("");
  const [between, last] = spoken === "zh" ? ["、", "和"] : [", ", " and "];
  return parts.slice(0, -1).join(between) + last + parts[parts.length - 1];
}

/**
 * Several clauses in one sentence: `a, b and c`, `甲；乙；丙`.
 * @param {string[]} parts
 */
export function clausesOf(parts) {
  return spoken === "zh" ? parts.join("；") : listOf(parts);
}

/**
 * Sentences one after another, with the space a language puts between them.
 * @param {string[]} parts
 */
export function sentences(parts) {
  return parts.join(spoken === "zh" ? "" : " ");
}

function fillSlots(text, values) {
  return text.replace(/(["“]?)\{(\d+)\}/g, (slot, quote, place) => {
    const value = values[Number(place)];
    if (value === undefined) throw new RangeError(`nothing was given for ${slot} of: ${text}`);
    return quote + (quote === "" ? String(value) : innerQuotes(String(value)));
  });
}

/** Quotation marks in what is itself put between such: "a 'b'", “甲‘乙’”. */
function innerQuotes(text) {
  return text.replaceAll("“", "‘").replaceAll("”", "’").replaceAll('"', "'");
}

const FIRST_MARK = 0xe000;

/**
 * A text of the catalogue whose slots hold elements: the words between them, and the elements, in order.
 * @param {string} key
 * @param {...unknown} values
 * @returns {unknown[]}
 */
export function sayNodes(key, ...values) {
  const marks = values.map((_, place) => String.fromCharCode(FIRST_MARK + place));
  return say(key, marks)
    .split(/([\ue000-\uf8ff])/)
    .filter((part) => part !== "")
    .map((part) => (marks.includes(part) ? values[marks.indexOf(part)] : part));
}
