"""Errors of row, definition and model, each checked by hand where it is compared."""

import numpy as np
import pytest

from dualtrack.errors import BadNumber
from dualtrack.lab.calibrate.figure_errors import EDGE, DatedFigure, compared, error_on, row_error, scale_matrix
from tests.refusals import refused


def figure(value: float = 100.0, **more: object) -> DatedFigure:
    given = {"low": value, "high": value, "start": 2024.0, "stop": 2025.0, "definition": 0.3 * value}
    return DatedFigure("sales", value, **(given | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("grade", "kind", "expected"),
    [
        ("A", "reported", 0.05),
        ("B", "reported", 0.1),
        ("C", "reported", 0.2),
        ("A", "estimate", np.hypot(0.05, 0.1)),
        ("B", "survey", np.hypot(0.1, 0.1)),
    ],
)
def test_a_row_errs_by_the_grade_of_its_source_and_more_where_it_was_not_counted(grade: str, kind: str, expected: float) -> None:
    assert row_error("log", figure(grade=grade, kind=kind)) == pytest.approx(expected)


def test_a_range_that_is_wider_than_the_grade_speaks_instead() -> None:
    wide = figure(low=60.0, high=150.0)
    assert row_error("log", wide) == pytest.approx(np.log(150 / 60) / 3.3)
    assert row_error("log", figure(low=99.0, high=101.0)) == pytest.approx(0.1)


def test_shares_are_compared_by_odds_and_err_towards_one_half() -> None:
    assert compared("log odds", np.array([0.5, 0.2])) == pytest.approx([0.0, np.log(0.25)])
    assert compared("log odds", np.array([0.0, 1.0])) == pytest.approx([np.log(EDGE / (1 - EDGE)), -np.log(EDGE / (1 - EDGE))])
    assert error_on("log odds", 0.2, 0.1) == pytest.approx(np.log(0.3 / 0.7) - np.log(0.2 / 0.8))
    assert error_on("log odds", 0.8, 0.1) == pytest.approx(error_on("log odds", 0.2, 0.1))
    assert error_on("log odds", 0.0, 0.9) < 20
    assert error_on("log", 50.0, 5.0) == pytest.approx(0.1)


def test_the_matrix_adds_rows_series_and_model() -> None:
    one, two = figure(), figure(start=2025.0, stop=2026.0)
    other = DatedFigure("count", 80.0, 80.0, 80.0, 2024.0, 2025.0, 8.0)
    found = scale_matrix("log", [one, two, other], 0.2)
    fading = 0.2**2 * (0.5 + 0.5 * np.exp(-1.0))
    assert found[0, 0] == pytest.approx(0.1**2 + 0.3**2 + 0.2**2)
    assert found[0, 1] == found[1, 0] == pytest.approx(0.3**2 + fading)
    assert found[0, 2] == pytest.approx(0.2**2), "another definition in the same year shares the model's error alone"
    assert found[1, 2] == pytest.approx(fading)
    assert found[2, 2] == pytest.approx(0.1**2 + 0.1**2 + 0.2**2)
    assert np.linalg.eigvalsh(found).min() > 0


def test_a_figure_speaks_for_the_middle_of_its_period_or_its_end() -> None:
    assert figure().when == 2024.5
    assert figure(at_end=True).when == 2025.0


@pytest.mark.parametrize("wrong", [{"stop": 2023.0}, {"definition": 0.0}])
def test_a_figure_without_years_or_an_error_is_refused(wrong: dict[str, float]) -> None:
    refused(BadNumber, lambda: figure(**wrong))
