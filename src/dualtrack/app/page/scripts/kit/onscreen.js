// Drawing on time: once per frame, with widths that are known without asking the page, and not at all where nobody looks.

const USUAL_LETTERS = 16;
/** The width taken in a tab that is not shown, so that its words and tables stand; it is drawn again when it is shown. */
const USUAL_WIDTH = 640;

/**
 * A drawing function that runs once per frame however often it is asked, waits while its element is out of sight, and is told
 * its width and how much larger than usual the page's letters are.
 * @param {Element} element
 * @param {(width: number, scale: number) => void} draw
 * @returns {() => void} ask for a drawing
 */
export function drawnWhenSeen(element, draw) {
  const held = { isSeen: true, isWanted: false, isWaiting: false, width: element.clientWidth, scale: letterScale() };
  const run = () => {
    held.isWaiting = false;
    if (!held.isSeen || !held.isWanted || held.width === 0) return;
    held.isWanted = false;
    draw(held.width, held.scale);
  };
  const ask = () => {
    held.isWanted = true;
    if (held.isWaiting || !held.isSeen) return;
    held.isWaiting = true;
    requestAnimationFrame(run);
  };
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (width === held.width) return;
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
  held.isWanted = held.width === 0;
  draw(held.width || USUAL_WIDTH, held.scale);
  return ask;
}

function letterScale() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_LETTERS;
}
