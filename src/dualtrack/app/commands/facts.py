"""The facts that the theory answers for: reproduced or missed, in the nominal world and in drawn ones."""

from __future__ import annotations

from dualtrack.app.bind import bind
from dualtrack.app.options import Json, Seed, Worlds
from dualtrack.app.reading import fact_rows
from dualtrack.app.settings import check_count
from dualtrack.app.study import read_facts
from dualtrack.app.summary import show_facts
from dualtrack.app.terminal import show_json
from dualtrack.lab.draw import draw


def facts(*, worlds: Worlds = 200, seed: Seed = 7, json: Json = False) -> None:
    """Hold the model's past beside dated facts; facts that feed the model are listed and not counted.

    Example: dualtrack facts --worlds 500 --seed 7
    """
    check_count(worlds)
    laboratory = bind()
    rows = fact_rows(read_facts(laboratory, draw(laboratory.model, worlds, seed)))
    if json:
        show_json({"facts": rows, "worlds": worlds, "seed": seed, "model": laboratory.model.fingerprint})
    else:
        show_facts(rows)
