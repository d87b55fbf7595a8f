"""Verdicts found here beside those kept with the program: compared where both are there, with why they differ."""

from dualtrack.app.bind import bind
from dualtrack.app.page.pack.found import found_if_current
from dualtrack.app.verdicts.beside_kept import beside_kept, kept_words
from dualtrack.app.verdicts.kept_verdicts import verdict_rows

LABORATORY = bind()
ROWS = verdict_rows(LABORATORY)


def test_fewer_worlds_are_told_beside_the_kept_verdicts() -> None:
    found = found_if_current(LABORATORY)
    assert found is not None
    settled = [row["id"] for row in ROWS if row["verdict"] == "too small as sized"]
    here = [{**row, "verdict": "open"} if row["id"] in settled else row for row in ROWS]
    kept = beside_kept(LABORATORY, here, 6000, 11, 3, full=False)
    assert kept is not None
    assert [row["id"] for row in kept["differ"]] == settled
    said = kept_words(kept, 6000)
    assert all(f"{name} (open here, too small as sized there)" in said for name in settled)
    assert ("wider intervals" in said) == (found["worlds"] > 6000)
    assert f"--worlds {found['worlds']}" in said


def test_the_kept_verdicts_themselves_are_compared_with_nothing() -> None:
    found = found_if_current(LABORATORY)
    assert found is not None
    assert beside_kept(LABORATORY, ROWS, found["worlds"], found["seed"], 3, full=bool(found["fullRecord"])) is None
    assert kept_words(None, 10) == ""
