"""Fifty damages to a report and fifty to an ensemble of the theory: `verify` names each, and nothing else."""

from pathlib import Path

from dualtrack.app.cli import main
from tests.damage import unnamed


def test_fifty_damages_to_a_report_are_named(tmp_path: Path) -> None:
    assert main(["report", "--worlds", "20", "-o", str(tmp_path / "report")]) == 0
    assert unnamed(tmp_path / "report", 50, seed=1) == []


def test_fifty_damages_to_an_ensemble_are_named(tmp_path: Path) -> None:
    words = ["--worlds", "2000", "--regimes", "as_is,free_trade", "--outcomes", "dependence,us_ai_valuation"]
    assert main(["explore", *words, "-o", str(tmp_path / "futures")]) == 0
    assert unnamed(tmp_path / "futures", 50, seed=2) == []
