"""What is wrong with a user's file, collected entry by entry and told at once."""

from __future__ import annotations

from dualtrack.errors import LabError, StudyError

SHOWN = 20
"""Mistakes that are told in words."""


class Mistakes:
    """What is wrong with a file; collected entry by entry, then raised once."""

    def __init__(self, file: str) -> None:
        self.file, self.found = file, list[LabError]()

    def __enter__(self) -> Mistakes:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        """Keep a mistake and go on with the next entry."""
        if isinstance(error, LabError):
            self.found.append(error)
            return True
        return False

    def settle(self) -> None:
        """Raise the one mistake, or all of them as one `StudyError`."""
        if not self.found:
            return
        if len(self.found) == 1:
            raise self.found[0]
        lines = [line for each in self.found[:SHOWN] for line in str(each).splitlines()]
        more = [f"and {len(self.found) - SHOWN} more"] if len(self.found) > SHOWN else []
        raise StudyError(
            f"{len(self.found)} mistakes in the study\n" + "\n".join(f"    {line}" for line in (*lines, *more)),
            where=self.file,
            fix="mend each where it stands",
        )
