"""Studies bent in known ways come to the end that was written down before: a seeded slice of `verify`."""

from pathlib import Path

from tests.reading_bent_studies import end_of
from tests.study_fuzz import MUTATIONS, case


def test_a_bent_study_comes_to_the_end_that_was_foreseen(tmp_path: Path) -> None:
    for number in range(len(MUTATIONS)):
        bent = case(7, number)
        assert end_of(bent, tmp_path) == bent.end, (number, bent.kind, bent.bent.decode("utf-8", "replace"))
