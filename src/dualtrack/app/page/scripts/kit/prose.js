// Sentences of the theory and the record in the language of the moment; one that no one has translated stands in English and says so.
import { h } from "./dom.js";
import { label } from "./words.js";

/**
 * A pair of texts as an element that carries its own language where it differs from the page's.
 * @param {[string, string] | string | null | undefined} pair
 */
export function prose(pair) {
  if (!pair) return null;
  const text = label(pair);
  return text ? h("span", null, text) : h("span", { lang: "en" }, pair[0]);
}
