"""Evidence bound to theory: what is read, and what of it is refused."""

import shutil
from pathlib import Path

import pytest

from dualtrack.app.bind import TABLES, THEORY, bind
from dualtrack.errors import RecordError, RegimeError
from dualtrack.language.statements.ledger import span
from tests.app.calling import Caller
from tests.refusals import refused


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TABLES, tmp_path / "tables"))


def test_every_lever_with_a_coded_past_follows_it_until_late_2026() -> None:
    laboratory = bind()
    for regime in laboratory.regimes.values():
        assert set(laboratory.regimes[THEORY.past].paths) <= set(regime.paths)
        for name, path in laboratory.regimes[THEORY.past].paths.items():
            assert path.at(2024.5) == regime.paths[name].at(2024.5)


def test_what_is_shown_first_exists() -> None:
    laboratory = bind()
    assert {*THEORY.references, THEORY.past, THEORY.treated} <= set(laboratory.regimes)
    assert set(THEORY.outcomes) <= set(laboratory.model.outcomes)
    assert laboratory.theory.mediating(laboratory.model)


def test_every_fact_lies_inside_the_years_that_are_run_for_facts() -> None:
    ends = [span(check.measure) for fact in bind().theory.facts for check in fact.tests]
    assert min(start for start, _ in ends) >= THEORY.facts_clock.start
    assert max(stop for _, stop in ends) <= THEORY.facts_clock.stop


def test_a_corrupt_row_is_refused_by_file_and_line(tables: Path) -> None:
    file = tables / "observations.csv"
    file.write_text(file.read_text(encoding="utf-8") + "one,cell\n", encoding="utf-8")
    assert "observations.csv:" in refused(RecordError, lambda: bind(tables=tables)).what


def test_a_missing_source_is_refused_by_name(tables: Path) -> None:
    file, gone = tables / "sources.csv", bind().record.observations[0].source
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith(f"{gone},")), encoding="utf-8")
    assert gone in refused(RecordError, lambda: bind(tables=tables)).what


def test_an_empty_folder_of_tables_is_refused(tmp_path: Path) -> None:
    refused(RecordError, lambda: bind(tables=tmp_path))


def test_a_malformed_regime_file_is_refused_by_name(call: Caller, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("name = \n", encoding="utf-8")
    assert "mine.toml" in call.refused("run", "mine", "--from", str(file))


def test_an_empty_folder_and_a_missing_file_are_refused(call: Caller, tmp_path: Path) -> None:
    assert "no regime" in call.refused("run", "as_is", "--from", str(tmp_path))
    assert "nowhere.toml" in call.refused("run", "as_is", "--from", str(tmp_path / "nowhere.toml"))


def test_a_users_regime_stands_beside_the_shipped_ones(mine: Path) -> None:
    regime = bind([mine]).regime("mine")
    assert regime.paths["memory_access"].at(2030.0) == 0.9
    refused(RegimeError, lambda: bind().regime("mine"))
