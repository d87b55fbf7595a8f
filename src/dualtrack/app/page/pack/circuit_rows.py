"""The named loops as data: their members for readers, and the links along which a run scores them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dualtrack.lab.loops.loop_score import Circuit
from dualtrack.language.model import Model
from dualtrack.language.statements.named_loop import Loop, Station, links, stations

Data = dict[str, Any]


def loop_rows(model: Model, loops: Sequence[Loop]) -> list[Data]:
    """Every named loop."""
    return [_loop(model, loop) for loop in loops]


def _loop(model: Model, loop: Loop) -> Data:
    turned = Circuit(loop.id, stations(model, loop.path)).turned
    return {
        "id": loop.id,
        "label": list(loop.label),
        "polarity": loop.polarity,
        "members": list(loop.path),
        "cut": list(loop.cut),
        "claims": list(loop.claims),
        "circuit": _circuit(model, turned),
    }


def _circuit(model: Model, turned: Sequence[Station]) -> Data:
    """The names that the loops of a family pass, each once, and by their places the starts and the edges of every link."""
    names = list(dict.fromkeys(name for station in turned for name in station))
    place = {name: number for number, name in enumerate(names)}
    return {
        "names": names,
        "starts": [place[name] for name in turned[0]],
        "links": [[[place[cause], place[effect]] for cause, effect in link] for link in links(model, tuple(turned))],
    }
