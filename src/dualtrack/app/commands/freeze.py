"""Claims of one's own dated and sealed in their file, before they are judged."""

from __future__ import annotations

from datetime import UTC, datetime

from dualtrack.app.options.brought import Brought
from dualtrack.app.options.options import Json, OtherTheory, Place, Rows
from dualtrack.app.options.user_regimes import read
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.terminal import show_prose, show_table
from dualtrack.lab.studies.freeze_study import StudyFrozen, freeze_study
from dualtrack.lab.studies.own_claim import SHOWN


def freeze(study: Place, /, *, record: Rows = None, theory: OtherTheory = None, json: Json = False) -> None:
    """Was a claim fixed before it was judged? Dates and seals the claims of a study, in its file; a verdict needs that.

    Two lines are written after the header of each claim that has none, and no other byte of the file changes. A seal is a hash
    over the claim and the regimes of the file that it runs; comments and layout do not count. A claim that was altered since is
    refused.

    Example: dualtrack freeze mine.toml

    Parameters
    ----------
    study
        The file with the claims.
    """
    laboratory = read(Brought(record=record, study=study, theory=theory))
    found = freeze_study(laboratory, datetime.now(UTC).date())
    if json:
        show_answer("freeze", laboratory.model, {"file": str(study), "claims": frozen_rows(found)})
    else:
        show_frozen(found)


def frozen_rows(found: StudyFrozen) -> list[dict[str, object]]:
    """Every claim of the file with its date and seal, and whether it was frozen just now."""
    return [
        {"id": name, "frozen": day.isoformat(), "seal": seal, "is_new": name in found.new}
        for name, (day, seal) in found.claims.items()
    ]


def show_frozen(found: StudyFrozen) -> None:
    """What was frozen, and what a seal proves."""
    rows = [
        [name, day.isoformat(), seal[:SHOWN], "now" if name in found.new else "before"]
        for name, (day, seal) in found.claims.items()
    ]
    show_table(f"{found.file}: {len(found.new)} claims frozen, {len(rows) - len(found.new)} before", _HEADS, rows)
    show_prose(
        "A seal shows that a claim is as it was when it was sealed. It does not show when that was: hand the seals to somebody, "
        "or publish them, before you judge."
    )


_HEADS = ["claim", "frozen on", "seal", "done"]
