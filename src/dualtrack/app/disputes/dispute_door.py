"""A dispute from a notebook: `dt.dispute("mine.toml", "theirs.toml")`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path as File

from dualtrack.app.bind import THEORY, studies_on
from dualtrack.app.options.option_values import check_count
from dualtrack.lab.disputes.dispute import DisputeQuestion
from dualtrack.lab.disputes.dispute import dispute as find_dispute
from dualtrack.lab.disputes.disputed import Disputed
from dualtrack.language.checked import checked
from dualtrack.language.theory import Theory


@checked
def dispute(
    first: File,
    second: File,
    *,
    about: str = "",
    regime: Sequence[str] = (),
    against: str = "",
    worlds: int = 2000,
    seed: int = 7,
    theory: Theory | None = None,
    tables: File | None = None,
) -> Disputed:
    """Where the studies in the files `first` and `second` part: what carries the difference of their answers, what closes it.

    `about` is a level, a difference, a lag, a claim or a condition, the first lag of the theory unless given; `regime` names the
    one that is asked about, or each study's own, and `against` the one that it is held against. `theory` with its `tables` stands
    in place of the shipped one. Raises `StudyError` for a study that says what cannot be, `RegimeError` where it is not clear
    which regimes are meant, and `RunError` where the record leaves too few of `worlds`, drawn by a `seed`.
    """
    asked = DisputeQuestion(about, tuple(regime), against, check_count(worlds), seed)
    one, other, lay = studies_on(THEORY if theory is None else theory, first, second, tables)
    return find_dispute(lay, one, other, asked)
