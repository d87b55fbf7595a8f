"""A document that only keeps what is put into it: enough for those scripts of the page that build and ask nothing back."""

from typing import Any

from dualtrack.app.page.catalogue import catalogues
from tests.app.page.asking import asked_of_node, script

DOCUMENT = """
class Drawn {
  constructor(tag) { Object.assign(this, { tag, attributes: {}, children: [], listeners: {}, style: { setProperty() {} } }); }
  setAttribute(name, value) { this.attributes[name] = value; }
  removeAttribute(name) { delete this.attributes[name]; }
  addEventListener(name, listener) { this.listeners[name] = listener; }
  querySelectorAll() { return []; }
  get clientWidth() { return 600; }
  get isConnected() { return true; }
  set textContent(text) { this.children = [text]; }
  append(...children) { this.children.push(...children); }
  replaceChildren(...children) { this.children = children; }
  get words() { return this.children.map((child) => (child instanceof Drawn ? child.words : String(child))).join(""); }
  all() { return [this, ...this.children.flatMap((child) => (child instanceof Drawn ? child.all() : []))]; }
}
globalThis.document = {
  createElementNS: (_, tag) => new Drawn(tag),
  createElement: (tag) => new Drawn(tag),
  querySelector: () => null,
};
globalThis.ResizeObserver = class { observe() {} };
globalThis.IntersectionObserver = class {
  constructor(look) { this.look = look; }
  observe() { this.look([{ isIntersecting: true }]); }
};
const words = await import(given.place);
words.setCatalogues(given.catalogues);
words.setLanguage(given.language);
"""


def built(module: str, made: str, *, language: str = "en", **given: Any) -> list[dict[str, Any]]:
    """Every element of what `made` makes, in order: its tag, its attributes and all its words."""
    told = f"const found = (await ({made})).all().map((each) => ({{ tag: each.tag, ...each.attributes, text: each.words }}));\n"
    place = script("words.js").as_uri()
    question = {"catalogues": catalogues(), "place": place, "language": language, **given}
    found: list[dict[str, Any]] = asked_of_node(module, f"{DOCUMENT}{told}console.log(JSON.stringify(found));", question)
    return found
