// Drawing on time: once per frame where a reader looks, a moment later elsewhere, with widths that are known without asking the page.
import { whenFree } from "./seen.js";

const USUAL_LETTERS = 16;
/** The width taken in a tab that is not shown, so that its words and tables stand; it is drawn again when it is shown. */
const USUAL_WIDTH = 640;
/** Milliseconds after the last move in which what is out of sight is left as it is. */
const LATE_AFTER = 250;

/** Drawings that wait, for whoever cannot wait for them. */
const lateDrawings = new Set();

/**
 * A drawing function that runs once per frame however often it is asked, and a moment after the last asking while its element is
 * out of sight, since words and tables are drawn with it; it is told its width and how much larger than usual the page's letters are.
 * @param {Element} element
 * @param {(width: number, scale: number) => void} draw
 * @returns {() => void} ask for a drawing
 */
export function drawnWhenSeen(element, draw) {
  const held = { isSeen: true, isWanted: false, isWaiting: false, timer: 0, width: element.clientWidth, scale: letterScale() };
  const run = () => {
    held.isWaiting = false;
    if (!held.isWanted) return;
    held.isWanted = false;
    lateDrawings.delete(run);
    draw(held.width || USUAL_WIDTH, held.scale);
  };
  const ask = () => {
    held.isWanted = true;
    lateDrawings.add(run);
    if (!held.isSeen) {
      clearTimeout(held.timer);
      held.timer = setTimeout(() => whenFree().then(run), LATE_AFTER);
    } else if (!held.isWaiting) {
      held.isWaiting = true;
      requestAnimationFrame(run);
    }
  };
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (width === held.width || width === 0) return;
    held.width = width;
    held.scale = letterScale();
    ask();
  }).observe(element);
  new IntersectionObserver(
    (entries) => {
      held.isSeen = entries[entries.length - 1].isIntersecting;
      if (held.isSeen && held.isWanted) ask();
    },
    { rootMargin: "200px" },
  ).observe(element);
  draw(held.width || USUAL_WIDTH, held.scale);
  return ask;
}

/** Everything that waits to be drawn, drawn at once: a page that is printed cannot wait. */
export function drawAllNow() {
  for (const run of [...lateDrawings]) run();
}

/**
 * Do something in the frame after an element changed its size: within the same one it could change its size again, which browsers refuse.
 * @param {Element} element
 * @param {() => void} act
 */
export function whenResized(element, act) {
  new ResizeObserver(() => requestAnimationFrame(act)).observe(element);
}

/**
 * The width of an element, or in a tab that is not shown the usual one.
 * @param {Element} element
 */
export function drawnWidth(element) {
  return element.clientWidth || USUAL_WIDTH;
}

function letterScale() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_LETTERS;
}
