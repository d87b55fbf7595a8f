"""When figures were first public: told by a page or a rule for every mapped row, or unknown, and never after the cited source."""

from datetime import date
from pathlib import Path

import pytest

from dualtrack.app.bind import THEORY, shipped_record
from dualtrack.errors import RecordError
from dualtrack.evidence.first_published import Releases, key_of, load_first_published
from dualtrack.evidence.vocabulary import OUTLOOKS

HEAD = "series,start,end,source,earliest,latest,told_by,note\n"
ROW = "nvidia_revenue,2018-01-29,2019-01-27,ten_x_insights_2025_05"


@pytest.fixture(scope="module")
def releases() -> Releases:
    return load_first_published(shipped_record())


def test_every_mapped_figure_stands_in_the_table(releases: Releases) -> None:
    mapped = {each.series for each in THEORY.counterparts}
    rows = {key_of(row) for row in shipped_record().observations if row.series in mapped}
    assert set(releases.rows) == rows


def test_a_known_day_lies_between_the_period_and_the_cited_source(releases: Releases) -> None:
    known = [row for row in shipped_record().observations if releases.knows(row)]
    assert len(known) > 90
    for row in known:
        found = releases.rows[key_of(row)]
        assert found.latest is not None and found.earliest is not None
        assert found.latest <= row.published
        assert (found.latest - found.earliest).days <= 100
        assert row.kind not in OUTLOOKS


def test_an_unknown_day_enters_no_vintage_as_news(releases: Releases) -> None:
    unknown = [row for row in shipped_record().observations if key_of(row) in releases.rows and not releases.knows(row)]
    assert unknown
    assert not any(releases.is_since(row, date(1990, 1, 1)) for row in unknown)
    assert all(releases.is_before(row, date(2100, 1, 1)) for row in unknown)
    assert not any(releases.is_before(row, row.published) for row in unknown)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("nvidia_revenue,2018-01-29,2019-01-27,nobody,,,,", "no figure of the record"),
        (f"{ROW},2019-02-14,,https://example.org/a,", "go together"),
        (f"{ROW},2019-02-14,2019-02-14,hearsay,", "neither an address"),
        (f"{ROW},2019-02-15,2019-02-14,https://example.org/a,", "after latest"),
        (f"{ROW},2019-02-14,2026-01-01,https://example.org/a,", "when the cited source"),
        (f"{ROW},2019-01-02,2019-02-14,https://example.org/a,", "before the end"),
    ],
)
def test_a_wrong_row_is_refused(tmp_path: Path, row: str, said: str) -> None:
    (tmp_path / "first_published.csv").write_text(f"{HEAD}{row}\n", encoding="utf-8")
    with pytest.raises(RecordError, match=said):
        load_first_published(shipped_record(), tmp_path)
