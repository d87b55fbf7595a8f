"""Diagrams and named loops as data: what a page draws, with every place, sign, importance and share settled beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dualtrack.app.bind import CLOCK, PAST, Laboratory
from dualtrack.app.looping import SCORED, SEARCHED, named_circuits
from dualtrack.lab.coverage import cover
from dualtrack.lab.draw import draw, nominal
from dualtrack.lab.link_share import link_shares
from dualtrack.lab.loop_score import LoopScores, score_loops
from dualtrack.targets.book import Book
from dualtrack.targets.causal_map import LEAST, CausalMap, Importance, Signs, causal_map
from dualtrack.targets.layout import BOX
from dualtrack.targets.polarity import polarity
from dualtrack.targets.python import Oracle

WEIGHED, SEED = 32, 7
"""Worlds in which links are weighed: an importance is wanted to a few parts in a hundred."""
EVERY_TWO_YEARS = replace(CLOCK, save=2.0)
DIGITS = 4


@dataclass(frozen=True)
class LinkFacts:
    """What diagrams say of links: signs in the nominal run, and importance over worlds and regimes."""

    signs: Signs
    importance: Importance


def link_facts(laboratory: Laboratory) -> LinkFacts:
    """Both, for every link between quantities."""
    past = Oracle.of(laboratory.model).run(laboratory.regime(PAST), CLOCK)
    drawn = draw(laboratory.model, WEIGHED, SEED)
    shares = link_shares(laboratory.model, laboratory.regimes.values(), drawn, EVERY_TWO_YEARS)
    rounded = {link: round(share, DIGITS) for link, share in shares.items()}
    return LinkFacts(polarity(laboratory.model, past), rounded)


def causal_map_data(laboratory: Laboratory, sector: str = "", *, facts: LinkFacts | None = None) -> dict[str, Any]:
    """A sector, or the whole theory, laid out; `facts` spares weighing the links again. Raises `UnknownName`."""
    known = facts or link_facts(laboratory)
    drawn = causal_map(Book(laboratory.model), known.signs, known.importance, sector)
    return {
        "sector": sector,
        "width": drawn.size[0],
        "height": drawn.size[1],
        "box": list(BOX),
        "least": LEAST,
        "hidden": drawn.hidden,
        "weighed": {"worlds": WEIGHED, "seed": SEED, "regimes": list(laboratory.regimes)},
        **_drawn(drawn),
    }


def loop_data_by_regime(laboratory: Laboratory) -> dict[str, Any]:
    """The named loops, and in the nominal world of each regime their shares of their own magnitudes over time.

    `coverage` is what they make up of all loops named or found there.
    """
    circuits, world = named_circuits(laboratory), nominal(laboratory.model)
    found = {name: cover(laboratory.model, regime, world, SEARCHED, circuits) for name, regime in laboratory.regimes.items()}
    scores = {name: score_loops(laboratory.model, regime, world, SCORED, circuits) for name, regime in laboratory.regimes.items()}
    return {
        "world": "nominal",
        "years": next(iter(scores.values())).years.tolist(),
        "relative_to": [loop.id for loop in laboratory.theory.loops],
        "loops": [
            {
                "id": loop.id,
                "en": loop.label[0],
                "zh": loop.label[1],
                "declared": loop.polarity,
                "claims": list(loop.claims),
                "path": list(loop.path),
                "cut": list(loop.cut),
            }
            for loop in laboratory.theory.loops
        ],
        "regimes": {name: {**_over_time(each), "coverage": round(found[name].named, DIGITS)} for name, each in scores.items()},
    }


def _drawn(drawn: CausalMap) -> Mapping[str, Any]:
    nodes = [
        {
            "name": node.name,
            "en": node.label[0],
            "zh": node.label[1],
            "sector": node.sector,
            "role": node.role,
            "inside": node.inside,
            "x": node.place[0],
            "y": node.place[1],
        }
        for node in drawn.nodes
    ]
    arrows = [
        {
            "from": arrow.link[0],
            "to": arrow.link[1],
            "sign": arrow.sign,
            "importance": arrow.importance,
            "route": [list(place) for place in arrow.route],
        }
        for arrow in drawn.arrows
    ]
    return {"nodes": nodes, "arrows": arrows}


def _over_time(scores: LoopScores) -> dict[str, Any]:
    shares = {name: scores.share(name)[0].round(DIGITS).tolist() for name in scores.size}
    signed = {name: scores.signed_share(name)[0].round(DIGITS).tolist() for name in scores.size}
    return {"shares": shares, "signed": signed, "reinforcing": scores.reinforcing[0].round(DIGITS).tolist()}
