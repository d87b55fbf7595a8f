"""The pathways by which the page shares out what a policy does: what runs along each, its links, and what holds it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from dualtrack.language.cut import gate_of, history_of
from dualtrack.language.model import Model
from dualtrack.language.statements.pathway import Pathway, pathway_edges

Data = dict[str, Any]


def pathway_row(model: Model, pathways: Collection[Pathway]) -> Data:
    """The parts of every split, and the histories that a held link reads; neither where a theory declares no pathway."""
    edges = pathway_edges(model, pathways)
    causes = dict.fromkeys(cause for each in edges.values() for cause, _ in each)
    return {
        "parts": [
            {"id": each.name, "label": list(each.label), "gate": gate_of(each.name), "links": [list(link) for link in each.links]}
            for each in pathways
        ],
        "histories": [[history_of(cause), cause] for cause in causes],
    }
