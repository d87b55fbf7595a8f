"""What moves when rows are added to the record: facts, numbers, mechanisms and claims before and after, and which row moves each.

A move is told where it passes what two draws of one record differ by, and three errors of sampling.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any, Literal

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.calibrate.calibration import Calibration
from dualtrack.lab.calibrate.row_pulls import RowPull, leading_pulls
from dualtrack.lab.worlds.factor import label_of
from dualtrack.lab.worlds.latent import Latent
from dualtrack.language.declaration import Label
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

BEYOND = 3.0
"""Errors of sampling by which a mean must change to be told as moved."""
Thing = Literal["number", "mechanism", "fact", "claim"]
Draws = tuple[float, float]
"""The same by each of two draws."""


@dataclass(frozen=True, repr=False)
class Move(Printed):
    """What one thing is by each draw `before` the rows and `after` them; it moved where it changed by more than `error`.

    A number is told in standard deviations of its prior, all else in shares of worlds. `why` are the places of rows that pull it,
    and how far; `more` is what else is known of the thing.
    """

    kind: Thing
    name: str
    label: Label
    before: Draws
    after: Draws
    error: float
    why: tuple[tuple[str, float], ...]
    more: Mapping[str, Any]

    def __post_init__(self) -> None:
        freeze_fields(self)

    @property
    def change(self) -> float:
        """From the mean of both draws to the mean of both."""
        return sum(self.after) / 2 - sum(self.before) / 2

    @property
    def is_moved(self) -> bool:
        """Whether it changed beyond error, or was asked anew of the worlds of the prior, which are the same."""
        prior = self.more.get("prior")
        return abs(self.change) > self.error or (prior is not None and prior[0] != prior[1])

    def to_row(self) -> Row:
        """All of it, by name."""
        why = [{"place": place, "pull": pull} for place, pull in self.why]
        return {
            "kind": self.kind,
            "name": self.name,
            "en": self.label[0],
            "zh": self.label[1],
            "before": sum(self.before) / 2,
            "after": sum(self.after) / 2,
            "change": self.change,
            "error": self.error,
            "moved": self.is_moved,
            "why": why,
            **self.more,
        }


@dataclass(frozen=True, repr=False)
class RecordMoves(Tidy):
    """Worlds drawn by the `shipped` record and by the `merged` one, what each of a user's `rows` adds, and what moved.

    `matched` are the shares of worlds of the prior that history leaves by either record; none where it is not asked. `alarms`
    are added events that change the past itself: no row is then named for what they move. `record` says which records these are.
    """

    shipped: Calibration
    merged: Calibration
    rows: tuple[RowPull, ...]
    moves: tuple[Move, ...]
    matched: tuple[float, ...]
    alarms: tuple[str, ...]
    record: Mapping[str, Any]

    def __post_init__(self) -> None:
        freeze_fields(self)

    @property
    def holds(self) -> bool:
        """Whether the two draws agree by either record; what moved is no result where they do not."""
        return self.shipped.agreement.holds and self.merged.agreement.holds

    def moved(self, kind: Thing) -> tuple[Move, ...]:
        """What moved of a kind, that which moved farthest first; raises `RunError` where the draws disagree."""
        self._check_agreement()
        found = [each for each in self.moves if each.kind == kind and each.is_moved]
        return tuple(sorted(found, key=lambda each: (-abs(each.change), each.name)))

    def _check_agreement(self) -> None:
        if not self.holds:
            failed = self.merged if self.shipped.agreement.holds else self.shipped
            raise RunError(failed.agreement.says[0], fix="draw more worlds, or move them longer")

    def printed_title(self) -> str:
        count = sum(each.is_moved for each in self.moves) if self.holds else None
        return f"Record moves: {len(self.rows)} figures added, " + ("no result" if count is None else f"{count} things moved")

    def printed_lines(self) -> Mapping[str, object]:
        """What moved, by kind; only the rows where the draws disagree."""
        lines: dict[str, object] = {"rows": [each.place for each in self.rows]}
        if self.holds:
            kinds: tuple[Thing, ...] = ("fact", "number", "mechanism", "claim")
            lines |= {f"moved {kind}s": [each.name for each in self.moved(kind)] for kind in kinds}
        return lines

    def to_dict(self) -> Row:
        """Which records, which rows, and only where all draws agree what moved."""
        return plain_row(
            {
                "holds": self.holds,
                "record": self.record,
                "matched": self.matched,
                "alarms": list(self.alarms),
                "log_evidence": {
                    "shipped": self.shipped.agreement.log_evidence,
                    "merged": self.merged.agreement.log_evidence,
                },
                "rows": [each.to_row() for each in self.rows] if self.holds else [_standing(each) for each in self.rows],
                "moves": self.to_rows() if self.holds else [],
            }
        )

    def to_rows(self) -> list[Row]:
        """A row for each thing that was asked; raises `RunError` where the draws disagree."""
        self._check_agreement()
        return [each.to_row() for each in self.moves]


def number_moves(shipped: Calibration, merged: Calibration, pulls: Sequence[RowPull]) -> list[Move]:
    """Every uncertain number, in standard deviations of the prior."""
    before = {each.name: each.by_run for each in shipped.numbers}
    states = [_states(each) for each in (shipped, merged)]
    noise = BEYOND * hypot(shipped.agreement.typical, merged.agreement.typical) / 2
    names, model, found = Latent.of(merged.weighing.model).names, merged.weighing.model, []
    for each in merged.numbers:
        place, one, other = names.index(each.name), before[each.name], each.by_run
        change = sum(other) / 2 - sum(one) / 2
        why = leading_pulls(pulls, (states[0][place], states[1][place]), change)
        error = max(noise, abs(one[0] - one[1]), abs(other[0] - other[1]))
        found.append(Move("number", each.name, label_of(model[each.name]), one, other, error, why, {}))
    return found


def _states(found: Calibration) -> Array:
    """Every number of every drawn world as its own normal number: [number, world]."""
    latent = Latent.of(found.weighing.model)
    return np.concatenate([latent.joined(each.state) for each in found.clouds], axis=1)


def _standing(each: RowPull) -> Row:
    return {key: value for key, value in each.to_row().items() if key != "tells"}
