// Drawing on time: once per frame, with widths that are known without asking the page, and not at all where nobody looks.

/**
 * A drawing function that runs once per frame however often it is asked, waits while its element is out of sight, and is told its width.
 * @param {Element} element
 * @param {(width: number) => void} draw
 * @returns {() => void} ask for a drawing
 */
export function drawnWhenSeen(element, draw) {
  const held = { isSeen: true, isWanted: false, isWaiting: false, width: element.clientWidth };
  const run = () => {
    held.isWaiting = false;
    if (!held.isSeen || !held.isWanted) return;
    held.isWanted = false;
    draw(held.width);
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
    ask();
  }).observe(element);
  new IntersectionObserver((entries) => {
    held.isSeen = entries[entries.length - 1].isIntersecting;
    if (held.isSeen && held.isWanted) ask();
  }, { rootMargin: "200px" }).observe(element);
  draw(held.width);
  return ask;
}
