"""HTML as values: what is not markup is escaped, so that no name or label of a user can become a script."""

from __future__ import annotations

from html import escape

from dualtrack.language.declare import Label

VOID = ("meta", "line", "circle", "rect", "path")


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def tag(name: str, /, *children: str, **attributes: str | float) -> Html:
    """An element; an attribute's trailing underscore is dropped, the others become hyphens."""
    said = "".join(f' {key.strip("_").replace("_", "-")}="{escape(_plain(value))}"' for key, value in attributes.items())
    if name in VOID and not children:
        return Html(f"<{name}{said}/>")
    return Html(f"<{name}{said}>{join(*children)}</{name}>")


def join(*children: str) -> Html:
    """Children one after another, text escaped and markup kept."""
    return Html("".join(child if isinstance(child, Html) else escape(child) for child in children))


def both(label: Label, element: str = "span", **attributes: str | float) -> Html:
    """The same words in English and Chinese, of which the page shows one."""
    english, chinese = label
    return join(tag(element, english, lang="en", **attributes), tag(element, chinese, lang="zh", **attributes))


def _plain(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
