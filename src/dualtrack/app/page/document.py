"""The whole page in one file: style, data and script inside, nothing fetched, which its own policy also forbids."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Collection, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from dualtrack.app.page.bundle import bundle
from dualtrack.app.page.catalogue import Catalogue, catalogues, pair
from dualtrack.app.page.pack.find_table import table_without_verdicts
from dualtrack.app.page.pack.found import found_if_current
from dualtrack.app.page.pack.whole import json_text, pack
from dualtrack.errors import ModelError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.standing import without_own_claims
from dualtrack.language.model import Model
from dualtrack.language.statements.pathway import Pathway, hold_pathways
from dualtrack.language.theory import Theory
from dualtrack.targets.javascript import javascript

MODEL, HELD_MODEL = "compute/model.js", "compute/held_model.js"
"""Where the scripts look for the model and for the one whose pathways can be held, which are written for each page."""
NO_PATHWAYS = "export const HELD_MODEL = null;\n"


def page(laboratory: Laboratory, table: dict[str, Any] | None = None) -> str:
    """The page's text, with what a `table` found for this laboratory, the one that is kept unless given.

    Without verdicts where neither was found for it; the same laboratory gives the same bytes. It shows the theory's claims: of
    a user's own none has a verdict that is kept.
    """
    laboratory = without_own_claims(laboratory)
    words = worded(catalogues(), laboratory.theory)
    found = table or found_if_current(laboratory) or table_without_verdicts(laboratory)
    return document(
        json_text(pack(laboratory, found, words)),
        words,
        bundle({**scripts(), **models(laboratory.model, laboratory.theory.pathways)}),
        "\n".join((_read("style.css"), *_folder("styles", ".css").values())),
    )


def worded(words: Mapping[str, Catalogue], theory: Theory) -> dict[str, Catalogue]:
    """The page's words with what the theory says of itself: title, heading and lead; its name and question unless it has them."""
    display = theory.display
    own = {
        "page.title": (display.title, theory.label),
        "layout.title": (display.heading, theory.label),
        "lead.argument": (display.lead, theory.question),
    }
    told = {key: next((each for each in said if all(each)), pair(words, key)) for key, said in own.items()}
    return {
        language: {**texts, **{key: said[place] for key, said in told.items()}}
        for place, (language, texts) in enumerate(words.items())
    }


def document(data: str, words: Mapping[str, Catalogue], script: str, style: str) -> str:
    """The file made of its parts; raises `ModelError` for a style sheet that would end its own element."""
    if "</style" in style.lower():
        raise ModelError("a style sheet holds the end of its own element", fix="take `</style` out")
    title, without = pair(words, "page.title"), pair(words, "page.noscript")
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{html.escape(title[0])}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
<body>
<div id="page"></div>
<noscript><p>{html.escape(without[0])}</p><p lang="zh-Hans">{html.escape(without[1])}</p></noscript>
<script type="application/json" id="pack">{data}</script>
<script type="application/json" id="words">{json_text(words)}</script>
<script type="module" id="program">{script}</script>
</body>
</html>
"""


def policy(script: str, style: str) -> str:
    """What the page may do: run this one script and style, start workers and draw pictures made by itself, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "worker-src blob:",
            "img-src data: blob:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def scripts() -> dict[str, str]:
    """The modules of the page by their place below `scripts`, the model's own left out."""
    return _folder("scripts", ".js")


def models(model: Model, pathways: Collection[Pathway]) -> dict[str, str]:
    """The modules of a model by their place: as it is, and with its pathways to be held, null where there are none."""
    held = javascript(hold_pathways(model, pathways), "HELD_MODEL", spelled=False) if pathways else NO_PATHWAYS
    return {MODEL: javascript(model), HELD_MODEL: held}


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def _folder(name: str, suffix: str) -> dict[str, str]:
    """The texts of the files in a folder and those below it, by their place there, sorted."""
    found = sorted(_below(_place(name), suffix))
    return {each: _read(f"{name}/{each}") for each in found}


def _below(folder: Traversable, suffix: str, above: str = "") -> Iterator[str]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _below(each, suffix, f"{above}{each.name}/")
        elif each.name.endswith(suffix):
            yield above + each.name


def _read(name: str) -> str:
    return _place(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _place(name: str) -> Traversable:
    return files("dualtrack.app.page").joinpath(name)
