// Words inside boxes of a drawing: as wide as their letters, on two lines at most.
import { language } from "./words.js";

const LETTER_PARTS = { en: 0.52, zh: 1.02 };

/** The usual width of a letter as a part of the type's size, in the language of the moment. */
export function letterWidth() {
  return LETTER_PARTS[language()];
}

/**
 * A text on one line or two of at most so many letters; what does not fit ends in dots.
 * @param {string} text
 * @param {number} letters
 */
export function wrappedWords(text, letters) {
  if (text.length <= letters) return [text];
  const cut = language() === "zh" ? Math.min(Math.ceil(text.length / 2), letters) : lastSpace(text, letters);
  const rest = text.slice(cut).trim();
  return [text.slice(0, cut).trim(), rest.length > letters ? `${rest.slice(0, letters - 1)}…` : rest];
}

function lastSpace(text, letters) {
  const space = text.lastIndexOf(" ", letters);
  return space > 0 ? space : letters;
}
