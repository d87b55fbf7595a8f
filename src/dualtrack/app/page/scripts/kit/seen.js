// Work in the order in which a reader needs it: what is in sight at once, all else one after another when nothing else is to be done.

const NEAR = "300px";
/** Milliseconds after which a browser that cannot tell when it is idle is taken to be so. */
const FREE_AFTER = 250;

/** Whoever waits for a free moment, the first first. */
let inLine = Promise.resolve();

/**
 * A function that asks for some work: it is done at once where the element is in sight or nearly so, else when it comes there or as
 * soon as the page is idle, whichever is sooner, so that no text waits for eyes.
 * @param {Element} element
 * @param {() => unknown} work may give a promise, for which the next in line waits
 * @param {() => Promise<unknown>} [before] what is more urgent than work out of sight
 * @returns {() => void}
 */
export function whenInSight(element, work, before = () => Promise.resolve()) {
  const held = { isSeen: false, isWanted: false };
  const now = () => {
    held.isWanted = false;
    return work();
  };
  const ask = () => {
    if (held.isSeen) return void now();
    if (held.isWanted) return;
    held.isWanted = true;
    whenIdle(async () => {
      await before();
      if (held.isWanted) await now();
    });
  };
  const look = (entries) => {
    held.isSeen = entries[entries.length - 1].isIntersecting;
    if (held.isSeen && held.isWanted) void now();
  };
  new IntersectionObserver(look, { rootMargin: NEAR }).observe(element);
  return ask;
}

/**
 * Work done when the page is idle, after all that was put in line before it; work that fails is told by the browser and holds up none.
 * @param {() => unknown} work
 */
export function whenIdle(work) {
  const done = inLine.then(whenFree).then(work);
  inLine = done.then(
    () => undefined,
    () => undefined,
  );
}

/** A promise kept as soon as the page has nothing else to do. */
export function whenFree() {
  const wait = globalThis.requestIdleCallback ?? ((go) => setTimeout(go, FREE_AFTER));
  return new Promise((resolve) => wait(() => resolve(undefined)));
}
