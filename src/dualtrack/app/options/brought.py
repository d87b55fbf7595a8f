"""What a user brings to a command, as options that are the same everywhere: a study, regimes, rows of the record, a theory.

    def run(regime: Text, /, *, own: BroughtRegimes = NO_REGIMES, json: Json = False) -> None: ...

A command that runs no regime of the user's takes `Brought`; then `--from` is no option of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as File

from cyclopts import Parameter

from dualtrack.app.options.options import From, OtherTheory, Rows, StudyFile


@Parameter(name="*")
@dataclass(frozen=True)
class Brought:
    """A folder of rows for the `record`, a `study`, and another `theory` than the shipped one; None where nothing is brought."""

    record: Rows = None
    study: StudyFile = None
    theory: OtherTheory = None

    @property
    def regimes(self) -> tuple[File, ...]:
        """Files and folders of regimes."""
        return ()


@Parameter(name="*")
@dataclass(frozen=True)
class BroughtRegimes(Brought):
    """The same, and files or folders of regimes, `from_`."""

    from_: From = ()

    @property
    def regimes(self) -> tuple[File, ...]:
        """Files and folders of regimes."""
        return self.from_


NOTHING = Brought()
NO_REGIMES = BroughtRegimes()
