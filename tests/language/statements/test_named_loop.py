"""A named loop must close through the recorded equations, element by element; dimensions and delays unroll into stations."""

from dataclasses import replace

import pytest

from dualtrack.errors import DuplicateName, ModelError, NoMeaning, UnknownName
from dualtrack.language.statements.named_loop import Loop, check_loops, cut_edges, links, stations
from tests.refusals import refused
from tests.toys import two_sectors

WORDS = ("Spread", "扩散")
SPREAD = Loop("R1", WORDS, "reinforcing", ("adopters", "weakest", "urge", "adoption"), ("urge", "adoption"))
MODEL = two_sectors()


def test_a_name_over_a_dimension_stands_for_its_elements() -> None:
    assert stations(MODEL, SPREAD.path) == (
        ("adopters.lower", "adopters.upper"),
        ("weakest",),
        ("urge",),
        ("adoption.lower", "adoption.upper"),
    )
    assert stations(MODEL, ("adopters.upper",)) == (("adopters.upper",),)


def test_a_delay_is_passed_stage_by_stage() -> None:
    stages = [(f"deliveries.stage_{stage}",) for stage in (1, 2, 3)]
    assert stations(MODEL, ("orders", "deliveries")) == (("orders",), *stages, ("deliveries",))


def test_the_links_of_a_loop_are_the_edges_between_its_stations() -> None:
    assert links(MODEL, stations(MODEL, SPREAD.path))[-1] == (
        ("adoption.lower", "adopters.lower"),
        ("adoption.upper", "adopters.upper"),
    )
    assert cut_edges(MODEL, SPREAD) == (("urge", "adoption.lower"), ("urge", "adoption.upper"))


def test_a_loop_that_closes_is_accepted() -> None:
    check_loops(MODEL, [SPREAD, Loop("B1", WORDS, "balancing", ("adopters", "adoption"), ("adopters", "adoption"))])


@pytest.mark.parametrize(
    ("kind", "change", "said"),
    [
        (UnknownName, {"path": ("adopters", "weekest", "urge", "adoption")}, "weekest"),
        (ModelError, {"path": ("adopters", "urge", "adoption")}, "no equation of `urge` reads `adopters`"),
        (ModelError, {"path": ("adopters", "adopters", "weakest", "urge", "adoption")}, "twice"),
        (ModelError, {"path": ()}, "none"),
        (ModelError, {"path": ("adopters.lower", "weakest", "urge", "adoption.upper")}, "no equation"),
        (ModelError, {"cut": ("weakest", "adoption")}, "weakest -> adoption"),
        (NoMeaning, {"label": ("Spread", "")}, "R1"),
    ],
)
def test_a_loop_that_makes_no_sense_is_refused(kind, change, said: str) -> None:
    error = refused(kind, lambda: check_loops(MODEL, [replace(SPREAD, **change)]))
    assert said in error.what


def test_two_loops_of_one_name_are_refused() -> None:
    refused(DuplicateName, lambda: check_loops(MODEL, [SPREAD, SPREAD]))
