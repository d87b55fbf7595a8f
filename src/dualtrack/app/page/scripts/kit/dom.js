// Elements built piece by piece: no text is ever read as markup, and no attribute carries style or script.

const SVG_SPACE = "http://www.w3.org/2000/svg";
const LINK_ATTRIBUTES = new Set(["href", "src", "action", "formaction", "xlink:href"]);
const SAFE_LINK = /^(https?:|blob:|#)/i;

/**
 * An HTML element. Functions under `on…` become listeners; null, undefined and false leave an attribute
 * out; true sets it empty.
 * Children are nodes, strings, numbers, or nested lists of them; null and false are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Object<string, unknown> | null} [attributes]
 * @param {...unknown} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes, ...children) {
  return furnish(document.createElement(tag), attributes, children);
}

/**
 * An SVG element, by the same rules as `h`.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Object<string, unknown> | null} [attributes]
 * @param {...unknown} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function s(tag, attributes, ...children) {
  return furnish(document.createElementNS(SVG_SPACE, tag), attributes, children);
}

/**
 * The element of an id that the frame or a panel has made.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function partOfPage(id) {
  const found = document.getElementById(id);
  if (found === null) throw new RangeError(`the page has no part ${id}`);
  return found;
}

/**
 * The node with new children in place of its old ones.
 * @param {Element} node
 * @param {...unknown} children
 */
export function replace(node, ...children) {
  node.replaceChildren(...nodesOf(children));
  return node;
}

/**
 * New children without losing the reader's place: what stood where the focus was has it again, or the last that is left.
 * @param {Element} node
 * @param {...unknown} children
 */
export function rebuildInPlace(node, ...children) {
  /** @returns {any[]} */
  const reachable = () => [...node.querySelectorAll("button, input, a, [tabindex]")];
  const place = reachable().indexOf(document.activeElement);
  replace(node, ...children);
  const left = reachable();
  if (place >= 0) left[Math.min(place, left.length - 1)]?.focus();
  return node;
}

/**
 * The same children only where their words changed, so that a live region speaks once.
 * @param {Element} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Attributes set on an element that exists, by the same rules as `h`.
 * @param {Element} node
 * @param {Object<string, unknown>} attributes
 */
export function setAttributes(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) setOne(node, name, value);
  return node;
}

/** @returns {any} */
function furnish(node, attributes, children) {
  if (attributes) setAttributes(node, attributes);
  node.append(...nodesOf(children));
  return node;
}

function setOne(node, name, value) {
  if (name.startsWith("on")) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) throw new TypeError(`${name} takes a function`);
    return;
  }
  if (name === "style") throw new TypeError("style is set by node.style.setProperty, which the page's policy allows");
  if (value === null || value === undefined || value === false) {
    node.removeAttribute(name);
    return;
  }
  const text = value === true ? "" : String(value);
  if (LINK_ATTRIBUTES.has(name) && !SAFE_LINK.test(text)) throw new TypeError(`${name} does not take ${text.slice(0, 40)}`);
  node.setAttribute(name, text);
}

function nodesOf(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}
