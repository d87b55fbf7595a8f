"""A changed cell comes to the end that it must come to, and every end is met."""

from pathlib import Path

from tests.evidence.mutated import generator, wrong_ends

SEED, COUNT = 7, 120


def test_every_changed_table_comes_to_its_end(tmp_path: Path) -> None:
    wrong, ends = wrong_ends(tmp_path, COUNT, SEED)
    assert not wrong, "\n".join(wrong)
    assert set(ends) == {"refused", "other", "told", "same"}


def test_the_same_seed_makes_the_same_changes() -> None:
    assert list(generator(SEED).draw(40)) == list(generator(SEED).draw(40))
