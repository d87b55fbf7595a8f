// The page on paper: every tab drawn as it stands, and nothing said to be under way that on paper never ends.
import { drawAllNow } from "../kit/onscreen.js";
import { say } from "../kit/words.js";

/** What says that it waits, wherever on the page: an element of this class holds words alone. */
const WAITING = ".waiting";

/** Make the page ready whenever it is printed, and as it was afterwards. */
export function followPrinting() {
  let held = [];
  window.addEventListener("beforeprint", () => {
    drawAllNow();
    held = [...document.querySelectorAll(WAITING)].map((node) => ({ node, text: node.textContent }));
    for (const { node } of held) node.textContent = say("print.waiting");
  });
  window.addEventListener("afterprint", () => {
    for (const { node, text } of held) node.textContent = text;
    held = [];
  });
}
