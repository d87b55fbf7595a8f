"""What becomes of a study: it is read as a command reads it, and held beside the sound one that it was made from."""

import warnings
from pathlib import Path

from dualtrack.app.bind import bind
from dualtrack.errors import LabError, LabWarning
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.passport import regime_fingerprint
from dualtrack.language.soundness.acting import remarks
from tests.study_fuzz import Case, End

LONGEST = 1000


def read(folder: Path, name: str, content: bytes) -> Laboratory:
    """The laboratory with a study laid on it; raises whatever reading raises."""
    file = folder / name
    file.write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LabWarning)
        return bind(study=file)


def read_by_runs(laboratory: Laboratory) -> tuple[object, ...]:
    """All that runs, draws and the record have of a laboratory."""
    own = {name: regime_fingerprint(each) for name, each in laboratory.regimes.items() if name not in laboratory.shipped}
    return laboratory.model.fingerprint, laboratory.record.fingerprint, own


def end_of(case: Case, folder: Path) -> End:
    """The end that a bent study comes to; a refusal must name the file and a way out."""
    try:
        bent = read(folder, "bent.toml", case.bent)
    except LabError as error:
        assert "bent.toml" in str(error), error
        assert error.fix, error
        assert max(map(len, str(error).split("\n"))) < LONGEST, error
        return "refused"
    own = [each for name, each in bent.regimes.items() if name not in bent.shipped]
    if bent.unused or any(remarks(bent.model, each, bent.regime(each.base), bent.theory.clock) for each in own):
        return "told"
    return "same" if read_by_runs(bent) == read_by_runs(read(folder, "sound.toml", case.sound.encode())) else "other"
