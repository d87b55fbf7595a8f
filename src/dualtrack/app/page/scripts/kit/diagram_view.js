// A window onto a large drawing: moved by drag, wheel, pinch, keys and buttons, and never out of sight of it.

const LEAST_WIDTH = 260;
/** Pixels per unit beyond which showing all of a small drawing would only blow it up. */
const LARGEST_SCALE = 1.25;
/** Pixels per unit at which words are read without effort. */
const READABLE_SCALE = 0.8;
/** Pixels per unit below which they cannot be read. */
export const LEAST_SCALE = 0.6;
const MARGIN_SHARE = 0.02;
const WHEEL_STEP = 0.0015;
const KEY_ZOOM = 1.3;
const KEY_PAN = 0.15;
const DRAG_STARTS = 4;

/**
 * A window on an SVG; `onMove` hears of every move.
 * @param {SVGElement} svg
 * @param {(view: {x: number, y: number, width: number, height: number}) => void} onMove
 */
export function createWindow(svg, onMove) {
  const held = { size: { width: 1, height: 1 }, view: { x: 0, y: 0, width: 1, height: 1 }, pointers: new Map(), dragged: false };
  const show = (view) => {
    held.view = keptInside(view, held.size);
    svg.setAttribute("viewBox", [held.view.x, held.view.y, held.view.width, held.view.height].map((each) => each.toFixed(1)).join(" "));
    onMove(held.view);
  };
  const api = {
    view: () => held.view,
    wasDragged: () => held.dragged,
    fit(size) {
      held.size = size;
      show(fitted(size, shapeOf(svg), svg.clientWidth / LARGEST_SCALE));
    },
    open(size) {
      held.size = size;
      show(opened(size, shapeOf(svg), svg.clientWidth));
    },
    reshape: () => show({ ...held.view, height: held.view.width * shapeOf(svg) }),
    zoom: (factor, at = middleOf(held.view)) => show(zoomed(held.view, factor, at)),
    pan: (right, down) => show({ ...held.view, x: held.view.x + right * held.view.width, y: held.view.y + down * held.view.height }),
    reveal: (point, width) => show(revealed(held.view, point, width, shapeOf(svg))),
    frame(box, point, width) {
      const most = svg.clientWidth / LEAST_SCALE;
      if (held.view.width > most || !holds(held.view, box)) show(framed(box, point, width, shapeOf(svg), most));
    },
  };
  listenToPointers(svg, held, api, show);
  svg.addEventListener("wheel", (event) => wheelZoom(event, svg, api), { passive: false });
  return api;
}

/** What a key does to the window; false where it means nothing here. */
export function windowKey(api, event) {
  const pans = { ArrowLeft: [-KEY_PAN, 0], ArrowRight: [KEY_PAN, 0], ArrowUp: [0, -KEY_PAN], ArrowDown: [0, KEY_PAN] };
  if (event.shiftKey && pans[event.key]) api.pan(...pans[event.key]);
  else if (event.key === "+" || event.key === "=") api.zoom(1 / KEY_ZOOM);
  else if (event.key === "-") api.zoom(KEY_ZOOM);
  else return false;
  event.preventDefault();
  return true;
}

function shapeOf(svg) {
  const { width, height } = svg.getBoundingClientRect();
  return width > 0 ? height / width : 0.6;
}

function fitted(size, shape, least) {
  const width = Math.max(size.width, size.height / shape, least);
  const height = width * shape;
  return { x: (size.width - width) / 2, y: (size.height - height) / 2, width, height };
}

/** All of a drawing where it is readable so, else its left end at a size to read. */
function opened(size, shape, pixels) {
  const all = fitted(size, shape, pixels / LARGEST_SCALE);
  const width = Math.min(all.width, pixels / READABLE_SCALE);
  if (width === all.width) return all;
  const height = width * shape;
  return { x: -width * MARGIN_SHARE, y: Math.max((size.height - height) / 2, -height * MARGIN_SHARE), width, height };
}

function keptInside(view, size) {
  const inside = (start, length, whole) => Math.min(Math.max(start, -length / 2), whole - length / 2);
  return { ...view, x: inside(view.x, view.width, size.width), y: inside(view.y, view.height, size.height) };
}

function zoomed(view, factor, at) {
  const width = Math.max(view.width * factor, LEAST_WIDTH);
  const by = width / view.width;
  return { x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by, width, height: view.height * by };
}

function revealed(view, point, width, shape) {
  const wide = Math.min(view.width, width);
  const near = Math.abs(point.x - middleOf(view).x) < view.width * 0.35 && Math.abs(point.y - middleOf(view).y) < view.height * 0.35;
  if (near && view.width <= width) return view;
  return { x: point.x - wide / 2, y: point.y - (wide * shape) / 2, width: wide, height: wide * shape };
}

function holds(view, box) {
  const isWithin = (start, length, from, room) => from <= start && start + length <= from + room;
  return isWithin(box.x, box.width, view.x, view.width) && isWithin(box.y, box.height, view.y, view.height);
}

/** A box whole, no closer than a width; around the point where the box would be too far away to read. */
function framed(box, point, width, shape, most) {
  const all = Math.max(width, box.width, box.height / shape) * (1 + 2 * MARGIN_SHARE);
  const wide = Math.min(all, most);
  const middle = all > most ? point : middleOf(box);
  return { x: middle.x - wide / 2, y: middle.y - (wide * shape) / 2, width: wide, height: wide * shape };
}

function middleOf(view) {
  return { x: view.x + view.width / 2, y: view.y + view.height / 2 };
}

function pointIn(svg, view, { clientX, clientY }) {
  const frame = svg.getBoundingClientRect();
  return {
    x: view.x + ((clientX - frame.left) / frame.width) * view.width,
    y: view.y + ((clientY - frame.top) / frame.height) * view.height,
  };
}

/** The wheel zooms with Ctrl or Command held (a pinch on a touchpad says Ctrl), or once the drawing has focus; else the page scrolls. */
function wheelZoom(event, svg, api) {
  if (!event.ctrlKey && !event.metaKey && !svg.contains(document.activeElement)) return;
  event.preventDefault();
  api.zoom(Math.exp(event.deltaY * WHEEL_STEP), pointIn(svg, api.view(), event));
}

function listenToPointers(svg, held, api, show) {
  svg.addEventListener("pointerdown", (event) => {
    held.pointers.set(event.pointerId, { clientX: event.clientX, clientY: event.clientY });
    held.dragged = false;
    held.start = { clientX: event.clientX, clientY: event.clientY };
  });
  svg.addEventListener("pointermove", (event) => {
    if (!held.pointers.has(event.pointerId)) return;
    if (!held.dragged && pointerDistance(held.start, event) < DRAG_STARTS && held.pointers.size < 2) return;
    if (!held.dragged) svg.setPointerCapture(event.pointerId);
    held.dragged = true;
    movePointer(svg, held, api, show, event);
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"])
    svg.addEventListener(end, (event) => held.pointers.delete(event.pointerId));
}

function movePointer(svg, held, api, show, event) {
  const before = held.pointers.get(event.pointerId);
  const now = { clientX: event.clientX, clientY: event.clientY };
  const others = [...held.pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
  held.pointers.set(event.pointerId, now);
  if (others.length) {
    const between = { clientX: (others[0].clientX + now.clientX) / 2, clientY: (others[0].clientY + now.clientY) / 2 };
    api.zoom(pointerDistance(others[0], before) / Math.max(pointerDistance(others[0], now), 1), pointIn(svg, held.view, between));
    return;
  }
  const [from, to] = [pointIn(svg, held.view, before), pointIn(svg, held.view, now)];
  show({ ...held.view, x: held.view.x + from.x - to.x, y: held.view.y + from.y - to.y });
}

function pointerDistance(one, other) {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}
