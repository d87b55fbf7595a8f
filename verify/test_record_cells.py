"""Three thousand changes to the cells of the record's tables, each with an end decided before it is run."""

from pathlib import Path

import pytest

from tests.evidence.mutated import wrong_ends


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_every_changed_table_comes_to_its_end(tmp_path: Path, seed: int) -> None:
    wrong, ends = wrong_ends(tmp_path, 1000, seed)
    assert not wrong, "\n".join(wrong)
    assert sum(ends.values()) == 1000
