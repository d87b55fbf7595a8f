// The reader's place while a part of the page is drawn anew: what had the focus has it again, known by its id.

/**
 * Draw, and give the focus back to the element of the same id where drawing took it away.
 * @param {() => void} draw
 */
export function keepingFocus(draw) {
  const held = document.activeElement;
  draw();
  if (!held?.id || held.isConnected) return;
  document.getElementById(held.id)?.focus({ preventScroll: true });
}
