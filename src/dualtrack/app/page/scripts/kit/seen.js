// Work put off until its place on the page comes into sight.

const NEAR = "300px";

/**
 * A function that asks for some work: it is done at once where the element is in sight or nearly so, else when it comes there.
 * @param {Element} element
 * @param {() => void} work
 * @returns {() => void}
 */
export function whenInSight(element, work) {
  const held = { isSeen: false, isWanted: false };
  const ask = () => {
    held.isWanted = !held.isSeen;
    if (held.isSeen) work();
  };
  const look = (entries) => {
    held.isSeen = entries[entries.length - 1].isIntersecting;
    if (held.isSeen && held.isWanted) ask();
  };
  new IntersectionObserver(look, { rootMargin: NEAR }).observe(element);
  return ask;
}
