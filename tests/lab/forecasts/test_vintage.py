"""A vintage uses only what surely was public, and foretells only what surely was not."""

from datetime import date

import pytest

from dualtrack.app.bind import bind
from dualtrack.errors import RecordError
from dualtrack.evidence.first_published import load_first_published
from dualtrack.lab.forecasts.vintage import PRIOR, past_until, read_vintage, targets_before

DAY = date(2025, 12, 1)


def test_every_figure_foretold_came_after_the_day_and_had_one_before() -> None:
    laboratory = bind()
    releases = load_first_published(laboratory.record)
    found = read_vintage(laboratory, releases, DAY, worlds=200)
    assert found.scored
    rows = {f"{row.series}.{row.end}": row for row in laboratory.record.observations if releases.is_since(row, DAY)}
    assert {each.forecast.id for each in found.scored} <= set(rows)
    assert {PRIOR, "accepted", "anchored", "trend"} <= {each.name for each in found.forecasters}
    with pytest.raises(RecordError, match="no figure surely came"):
        read_vintage(laboratory, releases, date(2027, 1, 1), worlds=200)


def test_no_target_and_no_policy_of_later_days_is_used() -> None:
    laboratory = bind()
    kept = targets_before(laboratory, DAY)
    assert 0 < len(kept) < len(laboratory.theory.targets)
    known, whole = past_until(laboratory, DAY), laboratory.past
    assert known.paths != whole.paths
    parts = laboratory.theory.parts_at or 0.0
    dials = {each.dial for each in laboratory.record.settings} & set(known.paths)
    assert dials
    assert not [year for dial in dials for year, _ in known.paths[dial].points if 2025.93 < year < parts]
