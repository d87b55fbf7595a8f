"""Regime files bent in known ways come to the end that was written down before: a seeded slice of `verify`."""

from pathlib import Path as File

import pytest

from tests.reading_bent_regimes import end_of
from tests.regime_fuzz import MUTATIONS, case

SLICES = 10
EACH = 25


@pytest.mark.parametrize("part", range(SLICES))
def test_a_bent_file_comes_to_the_end_that_was_foreseen(part: int, tmp_path: File) -> None:
    for number in range(part * EACH, (part + 1) * EACH):
        bent = case(7, number)
        assert end_of(bent, tmp_path) == bent.end, (number, bent.kind, bent.bent[:400])


def test_the_slice_holds_every_way_of_bending() -> None:
    assert len(MUTATIONS) <= SLICES * EACH // 7
    assert {case(7, number).kind for number in range(SLICES * EACH)} == {bend.__name__ for bend in MUTATIONS}
