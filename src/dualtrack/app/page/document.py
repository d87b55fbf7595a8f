"""The whole page in one file: style and script inside, nothing fetched, which its own policy also forbids."""

from __future__ import annotations

from importlib.resources import files

from dualtrack.app.page import sections, words
from dualtrack.app.page.curves import WIDTH, colour
from dualtrack.app.page.html import Html, both, join, tag
from dualtrack.app.page.outcomes import outcome_figures
from dualtrack.app.study import Study
from dualtrack.language.declare import Label

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
LANGUAGES = {"en": ("English", "en-GB"), "zh": ("中文", "zh-Hans")}
"""Each language by its own name; the style hides what is marked plainly en or zh."""
PARTS = {
    "regimes": words.REGIMES,
    "outcomes": words.OUTCOMES,
    "later": words.LATER,
    "facts": words.FACTS,
    "delay": words.DELAY,
    "basis": words.BASIS,
}


def document(study: Study) -> str:
    """The page's text; the same study gives the same bytes."""
    source = source_line(study)
    bodies = {
        "regimes": join(tag("p", both(words.CHOOSE)), _regimes(study)),
        "outcomes": outcome_figures(study, source),
        "later": join(tag("p", both(words.LATER_TEXT)), sections.lag_figures(study, source)),
        "facts": sections.facts_part(study),
        "delay": sections.delay_part(study, source),
        "basis": sections.basis_part(study),
    }
    parts = [tag("section", tag("h2", both(PARTS[name])), body, id=name) for name, body in bodies.items()]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", words.TITLE[0]),
        tag("style", _read("style.css"), Html(_chosen(len(study.ensemble.regimes)))),
    )
    body = tag("body", _header(), _contents(), tag("main", *parts), tag("script", _read("switch.js")))
    page = tag("html", head, body, lang="en", data_regime="n0", data_en=words.TITLE[0], data_zh=words.TITLE[1])
    return "<!doctype html>\n" + page + "\n"


def source_line(study: Study) -> Html:
    """Where the numbers of every figure come from."""
    worlds, model = study.ensemble.worlds, study.laboratory.model
    version = str(study.passport["dualtrack"])
    label: Label = (
        f"Source: dualtrack {version}, model {model.fingerprint[:12]}, {study.comparison.worlds} worlds, seed {worlds.seed}.",
        f"来源：dualtrack {version}，模型{model.fingerprint[:12]}，{study.comparison.worlds}个世界，种子{worlds.seed}。",
    )
    return tag("p", both(label), class_="source")


def _header() -> Html:
    buttons = [
        tag("button", own, type="button", data_language=key, lang=place, aria_pressed="false")
        for key, (own, place) in LANGUAGES.items()
    ]
    switch = tag("div", *buttons, class_="languages", role="group", aria_label=" / ".join(words.LANGUAGE))
    return join(tag("header", tag("h1", both(words.TITLE)), switch), tag("p", both(words.LEAD)))


def _contents() -> Html:
    items = [tag("li", tag("a", both(label), href=f"#{name}")) for name, label in PARTS.items()]
    return tag("nav", tag("ul", *items), aria_label=" / ".join(words.CONTENTS))


def _regimes(study: Study) -> Html:
    items = []
    for place, regime in enumerate(study.ensemble.regimes.values()):
        line = tag("path", class_=f"curve {colour(place)}", d=f"M0,5L{WIDTH / 9:g},5")
        sample = tag("svg", line, viewBox="0 0 40 10", aria_hidden="true")
        label = tag("strong", both(regime.label if all(regime.label) else (regime.name, regime.name)))
        words_of_it = tag("span", both(regime.doc), class_="words")
        pressed = "true" if place == 0 else "false"
        items.append(
            tag(
                "li",
                tag(
                    "button",
                    tag("span", sample, label),
                    words_of_it,
                    type="button",
                    data_regime=f"n{place}",
                    aria_pressed=pressed,
                ),
            )
        )
    return tag("ul", *items, class_="regimes")


def _chosen(count: int) -> str:
    """The rules that show the band of the chosen regime, and its line thicker."""
    places = range(count)
    bands = ",".join(f'html[data-regime="n{place}"] .band.n{place}' for place in places)
    lines = ",".join(f'html[data-regime="n{place}"] .curve.n{place}' for place in places)
    return f"{bands}{{display:inline}}{lines}{{stroke-width:3}}"


def _read(name: str) -> Html:
    return Html(files("dualtrack.app.page").joinpath(name).read_text(encoding="utf-8"))
