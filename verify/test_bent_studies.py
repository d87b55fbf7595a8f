"""Two thousand bent studies, each with its end written down before."""

from collections import Counter
from pathlib import Path

import pytest

from tests.reading_bent_studies import end_of
from tests.study_fuzz import case

SEED, ALL, PARTS = 2026, 2000, 10


@pytest.mark.parametrize("part", range(PARTS))
def test_every_bent_study_comes_to_the_end_that_was_foreseen(part: int, tmp_path: Path) -> None:
    wrong = []
    for number in range(part * ALL // PARTS, (part + 1) * ALL // PARTS):
        bent = case(SEED, number)
        if (found := end_of(bent, tmp_path)) != bent.end:
            wrong.append((number, bent.kind, found, bent.end))
    assert not wrong, (Counter(kind for _, kind, _, _ in wrong), wrong)
