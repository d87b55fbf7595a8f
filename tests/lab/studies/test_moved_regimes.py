"""Where regimes leave history earlier, those of a study go with them, so that a claim about one is asked there too."""

from pathlib import Path

from dualtrack.lab.second_parting import parted_regimes
from dualtrack.lab.studies.lay_study import lay_study
from tests.lab.studies.studying import REGIME, shipped, study_of

EARLY = 2023.9
LATER = REGIME.replace("tight", "later").replace("2026.9", "2030.0")


def test_a_regime_of_a_study_parts_with_the_shipped_ones_and_one_with_its_own_date_keeps_it(tmp_path: Path) -> None:
    laboratory = lay_study(shipped(), study_of(tmp_path, REGIME, LATER))
    found = parted_regimes(laboratory, EARLY)
    assert set(found) == set(laboratory.regimes)
    assert found["tight"].paths["tool_access"].at(EARLY) == 0.1
    assert laboratory.regimes["tight"].paths["tool_access"].at(EARLY) != 0.1
    assert found["later"].parts_at == 2030.0
    assert found["near_embargo"].parts_at == EARLY
