"""Categories and correlated numbers wherever a prior goes: declared, frozen, drawn, stored, explained and printed."""

import json
from functools import cache
from pathlib import Path as File

import numpy as np
import pytest

from dualtrack.lab.store.explore import explore
from dualtrack.lab.store.plan import Plan
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.model import Model, freeze
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.markdown.theory_pages import theory_pages
from dualtrack.targets.print.explain_quantity import explain
from dualtrack.targets.xmile.xmile import xmile
from tests.strategies import model_of

SECTOR = """
from dualtrack.language.correlated import correlated
from dualtrack.language.distribution import Category
layers = Dimension("layer", ("lower", "upper"))
route = uncertainty(1.0, "1", low=0.0, high=2.0, prior=Category((0.0, 1.0, 2.0), (0.25, 0.5, 0.25)), **NUMBER)
gain = uncertainty(0.3, "1/year", low=0.1, high=0.5, **NUMBER)
strength = uncertainty({"lower": 0.5, "upper": 0.5}, "1", low=0.0, high=1.0, over=layers, **NUMBER)
shared_luck = correlated(
    ("gain", "strength.upper"), ((1.0, 0.8), (0.8, 1.0)),
    source="bass_1969", label=("Shared luck", "共同运气"), doc="What helps one helps the other.",
)


@stock("1", initial=0, **NAMED)
def depth(gain, route, strength):
    "What was gained so far."
    return gain * route * total(strength)
"""


@cache
def model() -> Model:
    return model_of(SECTOR)


def test_they_are_stored_as_they_are_drawn(tmp_path: File) -> None:
    found = explore(model(), Plan((Regime("plain"),), 400, 7, Clock(2020.0, 2021.0, 0.25, 1.0), ("depth",)), tmp_path / "futures")
    kept, drawn = found.to_xarray(), draw(model(), 400, 7).values
    stored = kept["parameters"].to_dataset("parameter")
    assert all(np.array_equal(stored[name].values, values) for name, values in drawn.items())
    assert set(stored["route"].values.tolist()) == {0.0, 1.0, 2.0}
    prior = kept["parameter_prior"].sel(parameter="route").item()
    assert prior == "0 with probability 0.25, 1 with probability 0.5, 2 with probability 0.25"
    together = json.loads(kept["parameters"].attrs["correlations"])
    assert together == [{"names": ["gain", "strength.upper"], "matrix": [[1.0, 0.8], [0.8, 1.0]]}]
    ranks = [np.argsort(np.argsort(stored[name].values)) for name in ("gain", "strength.upper", "strength.lower")]
    seen = np.asarray(np.corrcoef(ranks))[0]
    assert seen[1] > 0.7
    assert abs(seen[2]) < 5 / np.sqrt(400)
    grown = stored["gain"] * stored["route"] * (stored["strength.lower"] + stored["strength.upper"])
    assert kept["depth"].values[0, :, -1] == pytest.approx(grown.values, rel=1e-12)


def test_a_frozen_model_draws_the_same_worlds() -> None:
    one, other = draw(model(), 50, 7).values, draw(freeze(model(), ["depth"]), 50, 7).values
    assert all(np.array_equal(one[name], other[name]) for name in one)


def test_they_are_explained() -> None:
    assert "0.25" in explain(model(), "route").prior
    assert explain(model(), "gain").moves_with == "rank correlation 0.8 with strength.upper"
    assert explain(model(), "strength").moves_with == "upper rank correlation 0.8 with gain"
    assert explain(model(), "strength.lower").moves_with == ""
    assert "together  rank correlation 0.8 with strength.upper" in explain(model(), "gain").text()


def test_they_are_printed_on_the_pages() -> None:
    pages = theory_pages(model())
    row = "| `gain` | `strength.upper` | 0.8 | Shared luck / 共同运气. What helps one helps the other. | bass_1969 |"
    assert row in pages["index.md"]
    assert "1 with probability 0.5" in pages["toy.md"]
    assert r"\text{route}" in pages["toy.md"].replace(r"\mathrm", r"\text")


def test_a_model_without_them_has_no_such_table() -> None:
    alone = SECTOR[: SECTOR.index("shared_luck")] + SECTOR[SECTOR.index("@stock") :]
    assert "Correlated numbers" not in theory_pages(model_of(alone))["index.md"]


def test_other_tools_get_the_declared_values() -> None:
    assert "route" in xmile(model(), Regime("plain"), Clock(2020.0, 2021.0, 0.25, 1.0))
