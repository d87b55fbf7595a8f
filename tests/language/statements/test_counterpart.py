"""A counterpart names what is there, once, says why it differs in both languages, and is refused otherwise."""

from dataclasses import replace
from typing import Any

import pytest

from dualtrack.errors import BadNumber, DuplicateName, LabError, NoMeaning, TraceError, UnitMismatch, UnknownName
from dualtrack.language.statements.counterpart import (
    Counterpart,
    Outside,
    Points,
    Relative,
    check_counterparts,
    names_measured,
)
from tests.lab.toys import growth

MODEL = growth()
WORDS = ("Another count.", "另一种统计。")
WHOLE = Counterpart("a_series", "capability", Points(0.1), WORDS, sets=("scale",))


def test_what_fits_is_taken_and_so_is_a_sum_or_a_ratio() -> None:
    ratio = replace(WHOLE, series="b_series", reads="diverted_effort.tools / (1 - capability)", part_of="a_series")
    check_counterparts(MODEL, (WHOLE, ratio))
    assert names_measured(MODEL, ratio) == ("capability", "diverted_effort.tools")


@pytest.mark.parametrize(
    ("changed", "kind", "said"),
    [
        ({"reads": "capabilty"}, UnknownName, "`capabilty`"),
        ({"reads": "capability + base_speed"}, UnitMismatch, "a_series"),
        ({"reads": "capability <= 1"}, TraceError, "no single value"),
        ({"reads": "diverted_effort"}, TraceError, "no single value"),
        ({"sets": ("scal",)}, UnknownName, "sets `scal`"),
        ({"sets": ("capability",)}, UnknownName, "no number of the model"),
        ({"part_of": "b_series"}, UnknownName, "part of `b_series`"),
    ],
)
def test_what_is_not_there_is_refused_by_name(changed: dict[str, Any], kind: type[LabError], said: str) -> None:
    with pytest.raises(kind) as caught:
        check_counterparts(MODEL, (replace(WHOLE, **changed),))
    assert said in str(caught.value)
    assert caught.value.fix


def test_a_series_mapped_twice_is_refused_whatever_it_is_mapped_to() -> None:
    for reads in ("capability", "1 - capability"):
        with pytest.raises(DuplicateName) as caught:
            check_counterparts(MODEL, (WHOLE, replace(WHOLE, reads=reads)))
        assert "`a_series`" in str(caught.value)


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"caveat": ("Another count.", "")}, NoMeaning),
        ({"scale": 0.0}, BadNumber),
        ({"scale": float("nan")}, BadNumber),
        ({"since": 2024.0, "until": 2024.0}, BadNumber),
        ({"per": "chip%"}, UnitMismatch),
    ],
)
def test_what_says_nothing_is_refused_at_once(changed: dict[str, Any], kind: type[LabError]) -> None:
    with pytest.raises(kind):
        replace(WHOLE, **changed)


def test_an_error_or_a_reason_that_is_none_is_refused() -> None:
    for error in (Relative, Points):
        with pytest.raises(BadNumber):
            error(0.0)
    with pytest.raises(NoMeaning):
        Outside(2020.0, 2021.0, "cycle", ("A boom.", ""))
    with pytest.raises(BadNumber):
        Outside(2021.0, 2020.0, "cycle", WORDS)


def test_an_error_is_a_share_or_points_and_a_reason_has_its_years() -> None:
    assert Relative(0.2).scale(-50.0) == pytest.approx(10.0)
    assert Points(0.2).scale(50.0) == 0.2
    reason = Outside(2020.0, 2021.0, "cycle", WORDS)
    told = replace(WHOLE, outside=(reason,))
    assert told.reason(2020.5) is reason
    assert told.reason(2021.5) is None
