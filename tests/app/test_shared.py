"""What a process reads once and hands to every caller: no caller can change it for the next."""

import pickle
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from dualtrack.app.bind import THEORY, bind, dual_track_model
from dualtrack.app.page.pack.translated import translations
from dualtrack.evidence.record import load_record
from dualtrack.lab.runs.ensemble import Ensemble, run_ensemble
from dualtrack.lab.runs.regimes import set_lever
from dualtrack.lab.worlds.draw import draw
from dualtrack.theory.dual_track.claims.claim_tests import CLAIM_TESTS
from dualtrack.theory.dual_track.claims.evidence.claim_evidence import CLAIM_EVIDENCE
from tests.reachable import changeable

SHARED: dict[str, Callable[[], object]] = {
    "laboratory": bind,
    "model": dual_track_model,
    "record": load_record,
    "translations": translations,
    "evidence of claims": lambda: CLAIM_EVIDENCE,
    "tests of claims": lambda: CLAIM_TESTS,
}


def ensemble() -> Ensemble:
    laboratory = bind()
    regimes = list(laboratory.regimes.values())[:2]
    return run_ensemble(laboratory.model, regimes, draw(laboratory.model, 3, seed=1), THEORY.clock, save=["dependence"])


@pytest.mark.parametrize("name", SHARED)
def test_nothing_that_is_shared_can_be_changed(name: str) -> None:
    assert list(changeable(SHARED[name]())) == []


def test_nothing_in_an_ensemble_can_be_changed() -> None:
    assert list(changeable(ensemble())) == []


@pytest.mark.parametrize(
    "change", [lambda table: table.update(x=1), lambda table: table.__setitem__("x", 1), lambda table: table.clear()]
)
def test_a_refused_change_leaves_the_next_laboratory_as_it_was(change: Callable[[Any], object]) -> None:
    before = list(bind().model.quantities)
    for table in (bind().model.quantities, bind().regimes, bind().regime("as_is").paths, bind().model.reads):
        with pytest.raises((TypeError, AttributeError)):
            change(table)
    assert list(bind().model.quantities) == before


def test_the_walk_sees_what_can_be_changed() -> None:
    assert len(list(changeable(((1, [2]), {"a": np.zeros(2)}, "text", {1})))) == 4


def test_what_cannot_be_changed_can_be_replaced_and_pickled() -> None:
    laboratory = bind()
    model = replace(laboratory.model, quantities={**laboratory.model.quantities})
    assert model.fingerprint == laboratory.model.fingerprint
    changed = set_lever(model, laboratory.regime("as_is"), "memory_access", 0.9, 2030.0)
    assert changed.paths != laboratory.regime("as_is").paths
    again = pickle.loads(pickle.dumps(laboratory))
    assert again.model.fingerprint == model.fingerprint
    assert again.regimes == laboratory.regimes
    assert list(changeable(again)) == []
