"""Two draws for ArviZ: one chain each, in the form of either release; without it, what to install."""

import sys
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.calibrate.chains import as_chains
from dualtrack.lab.calibrate.temper import Cloud
from dualtrack.lab.worlds.draw import Worlds
from tests.refusals import refused

WORLDS = Worlds({"speed": np.arange(6.0)}, None, 0, 6)
CLOUDS = tuple(Cloud(np.zeros((1, 3)), np.full(3, float(place)), 0.0, (), 0) for place in range(2))


def release(version: str) -> Any:
    def from_dict(groups: Any = None, **named: Any) -> Any:
        return ("at once", groups) if groups is not None else ("by name", named)

    return SimpleNamespace(__version__=version, from_dict=from_dict)


@pytest.mark.parametrize(("version", "form"), [("0.23.4", "by name"), ("1.3.0", "at once")])
def test_each_draw_is_a_chain(version: str, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "arviz", release(version))
    found, groups = as_chains(WORLDS, CLOUDS)
    assert found == form
    assert groups["posterior"]["speed"].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert groups["sample_stats"]["lp"].tolist() == [[0] * 3, [1] * 3]


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "arviz", None)
    error = refused(RunError, lambda: as_chains(WORLDS, CLOUDS))
    assert "dualtrack[arviz]" in error.fix
