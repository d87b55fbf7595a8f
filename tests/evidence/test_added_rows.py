"""Figures of a user's, beside the shipped record: read strictly, and of known series alone."""

from pathlib import Path

import pytest

from dualtrack.app.bind import shipped_record
from dualtrack.errors import RecordError
from dualtrack.evidence.added_rows import load_added_rows

HEAD = "series,start,end,value,low,high,kind,source,published,note\n"


def read(folder: Path, row: str) -> float:
    (folder / "observations.csv").write_text(HEAD + row + "\n", encoding="utf-8")
    return load_added_rows(shipped_record(), folder)[0].value


def test_a_figure_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "nvidia_revenue,2026-01-26,2027-01-31,350,,,reported,my_page,2027-02-24,") == 350.0


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("nvidia_revnue,2026-01-26,2027-01-31,350,,,reported,my_page,2027-02-24,", "near: nvidia_revenue"),
        ("nvidia_revenue,2026-01-26,2027-01-31,350000,,,reported,my_page,2027-02-24,", "is outside"),
        ("nvidia_revenue,2026-01-26,2027-01-31,350,,,reported,my_page,2027-01-24,", "not yet reported"),
        ("nvidia_revenue,2027-01-31,2026-01-26,350,,,reported,my_page,2027-02-24,", "is before start"),
        ("nvidia_revenue,2026-01-26,2027-01-31,many,,,reported,my_page,2027-02-24,", "not a number"),
    ],
)
def test_a_wrong_row_is_refused(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(RecordError, match=said):
        read(tmp_path, row)
