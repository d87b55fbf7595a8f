// One's own work carried away and brought back: the link copied, the page saved with its settings, links and settings pasted in.
import { h, partOfPage, replace, setText } from "../../kit/dom.js";
import { encodeLink } from "../../state/link.js";
import { isSame } from "../../state/store.js";
import { copyText } from "./reproduce.js";
import { mountOpening } from "./opening.js";
import { say } from "../../kit/words.js";

const LINK_DELAY = 250;

/**
 * The button that copies the link, what opens and saves, and the address kept in step with the state.
 * @param {Element} root
 * @param {Context} context
 */
export function mountLink(root, context) {
  const { store } = context;
  const button = h("button", { type: "button", id: "copy-link" });
  const said = h("p", { role: "status" });
  const address = h("span", { class: "visually-hidden", id: "link-text", "aria-hidden": "true" });
  const opening = h("div", { class: "opening" });
  button.addEventListener("click", () => {
    writeAddress(store);
    address.textContent = addressToCopy(location);
    const copied = location.protocol === "file:" ? "own.copiedPart" : "link.copied";
    void copyText(address).then((isDone) => setText(said, say(isDone ? copied : "link.inAddress")));
  });
  replace(root, button, opening, address);
  replace(partOfPage("share-said"), said);
  mountOpening(opening, context);
  let waiting = 0;
  const refresh = (state, before, { preview }) => {
    if (preview) return;
    setText(button, say("link.copy"));
    setText(said, "");
    clearTimeout(waiting);
    if (before !== null && !isSame(state.place, before.place)) writeAddress(store);
    else waiting = setTimeout(() => writeAddress(store), LINK_DELAY);
  };
  store.subscribe(refresh);
  refresh(store.get(), null, { preview: false });
}

/**
 * What of an address opens for others: all of it, or of a file on a disk only what stands from the `#` on.
 * @param {{protocol: string, href: string, hash: string}} place
 */
export function addressToCopy({ protocol, href, hash }) {
  return protocol === "file:" ? hash : href;
}

/** Keep the address in step: a new place or another regime is an entry of the history, to which Back returns; a move is none. */
function writeAddress(store) {
  const state = store.committed();
  const text = `#${encodeLink(state)}`;
  if (location.hash === text) return;
  const landmark = JSON.stringify([state.place, state.scenario.regime]);
  const isNew = history.state !== null && history.state.landmark !== landmark;
  try {
    if (isNew) history.pushState({ landmark }, "", text);
    else history.replaceState({ landmark }, "", text);
  } catch (error) {
    if (error.name !== "SecurityError") throw error;
    location.replace(text);
  }
}
