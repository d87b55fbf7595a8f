"""The page of paths: every outcome under every regime, and beside it what is published, or that nothing was found."""

from dataclasses import replace

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.paths_page import NONE, YEARS, alike, paths_page
from dualtrack.errors import UnknownName
from dualtrack.language.statements.display import check_display

LABORATORY = bind()


def test_every_outcome_has_a_table_of_every_regime_and_something_or_nothing_published() -> None:
    text, names = paths_page(LABORATORY), LABORATORY.theory.display.paths
    regimes = LABORATORY.theory.display.path_regimes
    sections = text.split("\n## ")[1:]
    assert len(sections) == len(names) == 10
    for section in sections:
        rows = [line for line in section.splitlines() if line.startswith("| ") and line.split(" | ")[0][2:] in regimes]
        assert len(rows) == len(regimes) == 5
        assert all(line.count(" to ") == len(YEARS) for line in rows)
        assert section.count("Published / ") == 1
    bounded = next(section for section in sections if section.startswith("Leading vendor"))
    assert "B2: " in bounded
    assert any(NONE in section for section in sections)
    assert paths_page(LABORATORY) == text


def test_a_quantity_that_repeats_another_shares_its_bounds() -> None:
    assert alike(LABORATORY.model, "us_ai_valuation") == {"us_ai_valuation", "vendor_valuation"}
    assert alike(LABORATORY.model, "closed_gate") == {"closed_gate"}


def test_a_path_of_no_quantity_is_refused() -> None:
    display = replace(LABORATORY.theory.display, paths=("confidenc",))
    with pytest.raises(UnknownName, match="confidenc"):
        check_display(LABORATORY.model, display)
