"""Each equation follows what it reads; a circle without a stock is refused, with the circle and its places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import AlgebraicLoop
from dualtrack.language.expressions.order import behind, evaluation_order
from tests.refusals import refused_model
from tests.strategies import equation, model_of

NAMES = [f"n{i}" for i in range(6)]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))), st.permutations(NAMES))
def test_each_name_follows_those_it_reads(pairs: list[tuple[str, str]], order: list[str]) -> None:
    reads = {name: {b for a, b in pairs if a == name and b < a} for name in order}
    found = evaluation_order(reads, str)
    assert sorted(found) == NAMES
    assert all(found.index(read) < found.index(name) for name, others in reads.items() for read in others)
    assert found == evaluation_order(dict(sorted(reads.items())), str)


def test_what_may_come_in_any_order_comes_by_name() -> None:
    assert evaluation_order({"a": {"z"}, "b": {"y"}, "y": set(), "z": set()}, str) == ("y", "z", "a", "b")


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))), st.sets(st.sampled_from(NAMES)))
def test_behind_some_names_lies_what_they_read_and_what_that_reads(pairs: list[tuple[str, str]], starts: set[str]) -> None:
    reads = {name: {b for a, b in pairs if a == name} for name in NAMES}
    found = set[str]().union(*(reads[name] for name in starts))
    for _ in NAMES:
        found |= set[str]().union(*(reads[name] for name in found))
    assert behind(reads, starts) == found


def test_a_circle_is_refused_with_its_path_and_places() -> None:
    text = "".join(
        equation('auxiliary("1", **NAMED)', name, f"exp({read})", [read])
        for name, read in (("first", "second"), ("second", "third"), ("third", "first"), ("aside", "first"))
    )
    error = refused_model(AlgebraicLoop, text)
    path = error.what.rpartition(": ")[2].split(" -> ")
    assert path[0] == path[-1]
    assert set(path) == {"first", "second", "third"}
    needs = {"first": "second", "second": "third", "third": "first"}
    assert all(needs[a] == b for a, b in pairwise(path))
    assert error.where.count("toy.py:") == 3


def test_an_equation_that_reads_itself_is_a_circle() -> None:
    text = equation('auxiliary("1", **NAMED)', "own", "exp(own)", ["own"])
    assert "own -> own" in refused_model(AlgebraicLoop, text).what


@pytest.mark.parametrize(
    "link", ['smooth("1", time=pause, initial=0, **NAMED)', 'delay("1", time=pause, order=1, initial=0, **NAMED)']
)
def test_a_stock_on_the_circle_opens_it(link: str) -> None:
    pause = 'pause = uncertainty(2.0, "year", low=1.0, high=3.0, **NUMBER)\n'
    text = equation(link, "first", "tanh(second)", ["second"]) + equation(
        'auxiliary("1", **NAMED)', "second", "exp(first)", ["first"]
    )
    assert model_of(pause + text).order[-1] == "second"
