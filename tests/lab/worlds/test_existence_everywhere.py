"""What exists or not wherever a prior goes: drawn by every design, correlated, held, stored, explained, printed and exported."""

import json
from functools import cache
from pathlib import Path as File

import numpy as np
import pytest

from dualtrack.app.page.pack.quantity_rows import flat_rows
from dualtrack.errors import RegimeError
from dualtrack.lab.store.explore import explore
from dualtrack.lab.store.plan import Plan
from dualtrack.lab.worlds.design import COUNTER, Design, LatinHypercube, Sobol
from dualtrack.lab.worlds.draw import draw, hold, nominal
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.markdown.theory_pages import theory_pages
from dualtrack.targets.print.explain_quantity import explain
from dualtrack.targets.xmile.xmile import xmile
from tests.strategies import model_of

COUNT = 1024
CLOCK = Clock(2020.0, 2021.0, 0.25, 1.0)
SECTOR = """
from dualtrack.language.correlated import correlated
there = existence(**NUMBER)
strength = switch(**NUMBER)
gain = uncertainty(0.3, "1/year", low=0.1, high=0.5, **NUMBER)
pull = uncertainty(0.3, "1/year", low=0.1, high=0.5, **NUMBER)
shared_luck = correlated(
    ("gain", "there"), ((1.0, 0.8), (0.8, 1.0)), source="bass_1969", label=("Shared luck", "共同运气"), doc="They go together.",
)


@stock("1", initial=0, **NAMED)
def depth(gain, there, pull, strength):
    "What was gained so far."
    return gain * there + pull * strength
"""
ALONE = SECTOR[: SECTOR.index("shared_luck")] + SECTOR[SECTOR.index("@stock") :]
SAID = "exactly 0 with probability 0.2, else exactly 1: it exists or not"


@cache
def model() -> Model:
    return model_of(SECTOR)


@pytest.mark.parametrize("design", [COUNTER, LatinHypercube(COUNT), Sobol()], ids=str)
def test_it_is_whole_in_four_fifths_of_worlds_and_else_nothing(design: Design) -> None:
    found = draw(model_of(ALONE), COUNT, 7, 0, design).values["there"]
    assert set(found.tolist()) == {0.0, 1.0}
    assert found.mean() == pytest.approx(0.8, abs=0.04 if design == COUNTER else 2 / COUNT)


def test_a_strength_of_its_name_is_missing_in_the_same_worlds() -> None:
    there = draw(model_of(ALONE), COUNT, 7).values["there"]
    strength = draw(model_of(ALONE.replace("there = existence", "there = switch")), COUNT, 7).values["there"]
    assert np.array_equal(there == 0, strength == 0)


def test_it_moves_with_the_others_of_its_group_and_keeps_its_share() -> None:
    values = draw(model(), 4000, 7).values
    assert values["there"].mean() == pytest.approx(0.8, abs=0.03)
    assert values["gain"][values["there"] > 0].mean() > values["gain"][values["there"] == 0].mean() + 0.05
    assert explain(model(), "there").moves_with == "rank correlation 0.8 with gain"


def test_no_world_holds_a_part_of_it() -> None:
    worlds = draw(model(), 10, 7)
    for value in (0.0, 1.0):
        assert set(hold(model(), worlds, {"there": value}).values["there"].tolist()) == {value}
    for value in (0.5, 0.8, -1.0, 2.0):
        with pytest.raises(RegimeError, match="`there` cannot be") as caught:
            hold(model(), worlds, {"there": value})
        assert caught.value.fix
    assert hold(model(), worlds, {"strength": 0.5}).values["strength"][0] == 0.5


def test_the_nominal_world_has_all_of_it() -> None:
    assert nominal(model()).values["there"].tolist() == [1.0]


def test_it_is_stored_as_it_is_drawn(tmp_path: File) -> None:
    found = explore(model(), Plan((Regime("plain"),), 60, 7, CLOCK, ("depth",)), tmp_path / "futures").to_xarray()
    stored, drawn = found["parameters"].to_dataset("parameter"), draw(model(), 60, 7).values
    assert all(np.array_equal(stored[name].values, values) for name, values in drawn.items())
    assert found["parameter_prior"].sel(parameter="there").item() == SAID
    gained = stored["gain"] * stored["there"] + stored["pull"] * stored["strength"]
    assert found["depth"].values[0, :, -1] == pytest.approx(gained.values, rel=1e-12)


def test_it_is_explained_printed_and_exported() -> None:
    found = explain(model(), "there")
    assert (found.role, found.value, found.range, found.prior) == ("switch", "1", "0 to 1", SAID)
    assert "at 0, depth no longer depends on gain" in found.equation
    assert SAID in theory_pages(model())["toy.md"]
    assert "there" in xmile(model(), Regime("plain"), CLOCK)
    row = flat_rows(model())["there"]
    assert json.loads(json.dumps(row["prior"])) == {"kind": "category", "values": [0.0, 1.0], "steps": [0.2]}
