"""Ranges, priors and sources in words."""

import math
from dataclasses import replace

import pytest

from dualtrack.language.declaration import Assumed, Definition, Source
from dualtrack.language.distribution import Category, LogUniform, PointMass, Prior, Triangular, Uniform
from dualtrack.targets.print.quantity_facts import by_element, prior_text, range_text, source_text, value_text
from tests.toys import two_sectors

NUMBER = two_sectors()["training_time"]


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (0.0, 1.0, "0 to 1"),
        (0.0, math.inf, "at least 0"),
        (-math.inf, 1.0, "at most 1"),
        (-math.inf, math.inf, ""),
        (1.0, 1.0, ""),
    ],
)
def test_a_range_is_said_only_where_it_limits(low: float, high: float, text: str) -> None:
    assert range_text(replace(NUMBER, low=low, high=high)) == text


@pytest.mark.parametrize(
    ("prior", "text"),
    [
        (None, ""),
        (Triangular(1.0, 2.0, 4.0), "triangular"),
        (Triangular(1.5, 2.0, 3.0), "triangular, 1.5 to 3, most likely 2"),
        (Uniform(1.0, 4.0), "uniform"),
        (LogUniform(1.0, 3.0), "log-uniform, 1 to 3"),
        (PointMass(0.0, 0.2, Uniform(1.0, 4.0)), "exactly 0 with probability 0.2, else uniform, 1 to 4"),
        (Category((1.0, 2.0), (0.75, 0.25)), "1 with probability 0.75, 2 with probability 0.25"),
    ],
)
def test_a_prior_repeats_neither_value_nor_range(prior: Prior | None, text: str) -> None:
    assert prior_text(replace(NUMBER, prior=prior)) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (None, ""),
        ("bass_1969", "bass_1969"),
        (Definition("the calendar"), "definition: the calendar"),
        (Assumed("a guess", "a survey"), "assumed: a guess; measured by: a survey"),
    ],
)
def test_a_source_says_what_kind_it_is(source: Source | None, text: str) -> None:
    assert source_text(source) == text


def test_elements_are_told_apart_only_where_they_differ() -> None:
    group = tuple(q for q in two_sectors().quantities.values() if q.base == "firms")
    assert by_element(group, range_text) == "1 to 200"
    assert by_element(group, value_text) == "lower 100; upper 40"
