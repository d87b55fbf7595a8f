"""What a score says: outcomes by the frozen rule, closed forms, coverage counted, and batches that are never mixed."""

import math
from pathlib import Path
from statistics import NormalDist

import pytest

from dualtrack.lab.forecasts.score_forecasts import score_forecasts
from dualtrack.lab.forecasts.sealed_registry import read_registry
from dualtrack.lab.statistics.forecast_scores import crps_of_normal
from tests.lab.forecasts.made_up import FROZEN, SERIES, forecast, row, written


def test_a_known_outcome_scores_as_the_closed_form_says(tmp_path: Path) -> None:
    registry = read_registry(written(tmp_path))
    outcome = math.exp(5.2)
    card = score_forecasts(registry, [row("fish_landed", "2027-12-31", outcome, "2028-02-01")], SERIES)
    (scored,) = card.scored
    assert scored.crps["accepted"] == pytest.approx(crps_of_normal(5.0, 0.5, 5.2))
    assert scored.crps["trend"] == pytest.approx(crps_of_normal(5.5, 0.5, 5.2))
    share = 1 - NormalDist(5.0, 0.5).cdf(math.log(200.0))
    assert scored.brier["accepted"] == pytest.approx((share - (outcome > 200.0)) ** 2)
    assert scored.won == ("no_change", "trend", "logistic")
    assert [each.standing for each in card.open] == ["waiting"]


def test_coverage_is_the_share_of_outcomes_in_the_middle(tmp_path: Path) -> None:
    ends = [f"{year}-12-31" for year in range(2027, 2037)]
    registry = read_registry(written(tmp_path, *(forecast("fish_landed", end) for end in ends)))
    law, levels = NormalDist(5.0, 0.5), [0.02, 0.07, 0.2, 0.3, 0.4, 0.5, 0.6, 0.72, 0.93, 0.97]
    rows = [row("fish_landed", end, math.exp(law.inv_cdf(level)), "2040-01-01") for end, level in zip(ends, levels, strict=True)]
    accepted = score_forecasts(registry, rows, SERIES).forecasters("prospective")[0]
    assert accepted.name == "accepted"
    assert dict(accepted.coverage) == {0.5: 0.5, 0.8: 0.6, 0.9: 0.8}


def test_the_first_release_alone_resolves_and_an_outlook_never(tmp_path: Path) -> None:
    registry = read_registry(written(tmp_path))
    rows = [
        row("fish_landed", "2027-12-31", 100.0, "2028-03-01"),
        row("fish_landed", "2027-12-31", 150.0, "2028-02-01"),
        row("fish_landed", "2027-12-31", 190.0, "2027-01-01", "forecast"),
    ]
    assert score_forecasts(registry, rows, SERIES).scored[0].outcome == 150.0
    assert not score_forecasts(registry, rows[2:], SERIES).scored


def test_what_is_open_says_why(tmp_path: Path) -> None:
    registry = read_registry(written(tmp_path))
    card = score_forecasts(registry, [], SERIES)
    assert card.day == FROZEN
    assert [each.standing for each in card.open] == ["not due", "not due"]
    gone = score_forecasts(registry, [], SERIES[:1])
    assert [each.standing for each in gone.open] == ["not due", "not resolvable"]
    early = score_forecasts(registry, [row("fish_share", "2026-12-31", 0.4, "2026-11-01")], SERIES)
    assert "before the freeze" in early.open[1].why


def test_blind_outcomes_are_scored_apart(tmp_path: Path) -> None:
    registry = read_registry(
        written(tmp_path, forecast("fish_landed", "2027-12-31"), forecast("fish_landed", "2026-10-25", "blind"))
    )
    rows = [row("fish_landed", "2027-12-31", 100.0, "2028-03-01"), row("fish_landed", "2026-10-25", 90.0, "2026-11-20")]
    card = score_forecasts(registry, rows, SERIES)
    assert [len(card.of(batch)) for batch in ("prospective", "blind")] == [1, 1]
    assert {each["batch"] for each in card.to_dict()["forecasters"]} == {"prospective", "blind"}
    assert str(card).startswith("2 of 2 forecasts")
