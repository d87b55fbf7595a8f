// What a reader pastes: a link, what stands after its `#`, or bare settings; one on each line.
import { decodeLink } from "./link.js";

/**
 * The words of each link or setting, as a link says them after its `#`; words between links, such as a sentence around them, are none.
 * @param {string} text
 * @returns {string[]}
 */
export function pastedWords(text) {
  const pieces = text.split(/\s+/).filter((piece) => piece !== "");
  const links = pieces.filter((piece) => piece.includes("#"));
  const words = links.length > 0 ? links.map((link) => link.slice(link.indexOf("#") + 1)) : pieces.filter((piece) => !isAddress(piece));
  return words.filter((each) => each !== "");
}

/** An address without a `#` says nothing of a state. */
function isAddress(piece) {
  return /^[a-z][a-z+.-]*:\/\//i.test(piece);
}

/**
 * Take the state that a link tells, as one step that undo takes back; what was left out is told.
 * @param {Context} context
 * @param {string} words
 * @param {import("./store.js").Step["label"]} step
 * @param {(problems: Problem[]) => void} tell
 * @param {(state: State) => State} [keeping] what of the reader's own stays
 */
export function takeWords({ pack, store, start }, words, step, tell, keeping = (state) => state) {
  const { state, problems } = decodeLink(words, pack, start);
  const taken = { ...keeping(state), study: store.get().study };
  store.setting(() => taken);
  store.update(step, () => taken);
  tell(problems);
}
