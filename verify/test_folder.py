"""Two hundred folders in which a user left what a user may leave: no rerun changes or removes any of it."""

from pathlib import Path

import pytest

from tests.app.filling import rerun


@pytest.mark.parametrize("seed", range(1000, 1200))
def test_no_rerun_changes_anything_that_is_not_ours(tmp_path: Path, seed: int) -> None:
    rerun(tmp_path, seed)
