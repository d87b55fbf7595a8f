"""What becomes of a regime file: it is read as a command reads it, and held beside the sound file it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path as File

from dualtrack.app.bind import THEORY, dual_track_model
from dualtrack.errors import RegimeError
from dualtrack.evidence.record import load_record
from dualtrack.lab.laboratory import history_of
from dualtrack.lab.runs.regimes import HISTORY, read_regimes
from dualtrack.language.scenario import Path, Regime
from dualtrack.language.soundness.acting import remarks
from tests.regime_fuzz import Case, End


@cache
def history() -> Mapping[str, Path]:
    return history_of(dual_track_model(), load_record())


def read(folder: File, name: str, content: bytes) -> Regime:
    """The one regime of a file; raises whatever reading raises."""
    file = folder / name
    file.write_bytes(content)
    (regime,) = read_regimes([file], dual_track_model(), history(), span=(THEORY.clock.start, THEORY.latest)).values()
    return regime


def levers(regime: Regime) -> dict[str, list[float]]:
    """All that a run reads of a regime: every lever at the beginning of every step."""
    model = dual_track_model()
    declared = Path(((0.0, 0.0),))
    found = {}
    for name in model.of_role(["lever"]):
        path = regime.paths.get(name, declared)
        found[name] = [model[name].number if path is declared else path.at(year) for year in THEORY.clock.years]
    return found


def end_of(case: Case, folder: File) -> End:
    """The end that a bent file comes to; a refusal must name the file and a way out."""
    try:
        bent = read(folder, "bent.toml", case.bent)
    except RegimeError as error:
        assert "bent.toml" in error.where, error
        assert error.fix, error
        assert str(error).isprintable() or "\n" in str(error), error
        assert max(map(len, str(error).split("\n"))) < 1000, error
        return "refused"
    if remarks(dual_track_model(), bent, Regime(HISTORY, history()), THEORY.clock):
        return "told"
    return "same" if levers(bent) == levers(read(folder, "sound.toml", case.sound)) else "other"
