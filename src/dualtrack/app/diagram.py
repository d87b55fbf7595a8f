"""Diagrams and named loops as data: what a page draws, with every place, sign, importance and share settled beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.link_facts import SEED, WEIGHED, LinkFacts, link_facts
from dualtrack.lab.loop_study import nominal_loops
from dualtrack.lab.loops.loop_score import LoopScores
from dualtrack.targets.print.book import Book
from dualtrack.targets.print.causal_map import LEAST, CausalMap, causal_map
from dualtrack.targets.print.diagram_layout import BOX

DIGITS = 4


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

    `coverage` is what they make up of all loops named or found there, `spelled` that with the loops made of their links alone.
    """
    found = nominal_loops(laboratory)
    first, _ = next(iter(found.values()))
    return {
        "world": "nominal",
        "years": first.years.tolist(),
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
        "regimes": {
            name: {
                **_over_time(scores),
                "coverage": round(coverage.named, DIGITS),
                "spelled": round(coverage.spelled, DIGITS),
            }
            for name, (scores, coverage) in found.items()
        },
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
