"""Which fact breaks without a mechanism? Each switch in turn is held at zero, in the same worlds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError, UnknownName, nearest
from dualtrack.lab.record.figure import Look
from dualtrack.lab.record.judge_facts import FactVerdict, judge_if_any
from dualtrack.lab.record.measure import seen
from dualtrack.lab.runs.engine import engine
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.worlds.draw import Worlds, hold
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.soundness.acting import check_acting
from dualtrack.language.statements.ledger import Fact, check_facts, variables
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.scheme import EULER
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

BLOCK = 4096
"""Worlds run together, so that memory stays bounded."""
EVERYTHING = ""
"""Stands for the run in which nothing is removed."""


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Past(Printed):
    """The `regime` and the years of `clock` in which `facts` are looked for, and `look`, which finds their figures."""

    regime: Regime
    clock: Clock
    facts: tuple[Fact, ...]
    look: Look

    def __post_init__(self) -> None:
        check_acting(self.regime, self.clock)


@dataclass(frozen=True, slots=True)
class RemovalRow:
    """A fact with and without a mechanism: shares of worlds that reproduce it, median misses in tolerances.

    `broken` are worlds that reproduce it only with the mechanism, `mended` those that do only without it.
    """

    removed: str
    fact: str
    share: float
    share_without: float
    broken: float
    mended: float
    miss: float
    miss_without: float

    @property
    def change(self) -> float:
        """What removing the mechanism adds to the share of worlds that reproduce the fact."""
        return self.share_without - self.share


@dataclass(frozen=True, slots=True)
class _Judged:
    """A fact's verdict and misses per world."""

    fact: str
    holds: NDArray[np.bool_]
    misses: Array


@dataclass(frozen=True, slots=True, repr=False)
class Removal(Tidy):
    """Every fact without every mechanism, over the same worlds."""

    rows: tuple[RemovalRow, ...]
    worlds: int

    def to_dict(self) -> Row:
        """Every fact without every mechanism."""
        return plain_row({"worlds": self.worlds, "rows": self.to_rows()})

    def to_rows(self) -> list[Row]:
        """One row per mechanism and fact."""
        return [asdict(row) | {"change": row.change} for row in self.rows]

    def moved(self, least: float) -> tuple[RemovalRow, ...]:
        """Rows in which the share of worlds changes by at least so much, the largest change first."""
        return tuple(sorted((row for row in self.rows if abs(row.change) >= least), key=lambda row: -abs(row.change)))

    def printed_title(self) -> str:
        return f"Removal: {len(self.rows)} facts without a mechanism, in {self.worlds} worlds"


@checked
def remove(
    model: Model, past: Past, worlds: Worlds, switches: Sequence[str] = (), *, progress: Progress | None = None
) -> Removal:
    """Hold each switch at zero, one at a time, and judge the facts of the `past` again, in every one of `worlds`.

    Without `switches`, all of the `model`. `progress` counts runs. Raises `UnknownName` for what is no switch, and `RunError`
    where no fact is left to judge.
    """
    judged = tuple(fact for fact in past.facts if fact.is_test)
    check_facts(model, judged)
    names = tuple(switches) or model.switches
    _check(model, names, judged)
    runner, found, done = engine(model).runner, {}, 0
    for name in (EVERYTHING, *names):
        changed = worlds if name == EVERYTHING else hold(model, worlds, {name: 0.0})
        parts = []
        for start in range(0, worlds.count, BLOCK):
            block = changed.part(start, start + BLOCK).values
            rows = seen(runner.run(past.regime, past.clock, block, variables(judged), scheme=EULER))
            parts.append([judge_if_any(fact, past.look, rows) for fact in judged])
            done += rows.sound.size
            if progress is not None:
                progress(done, worlds.count * (1 + len(names)))
        found[name] = [_joined(each) for each in zip(*parts, strict=True)]
    pairs = ((name, *each) for name in names for each in zip(found[EVERYTHING], found[name], strict=True))
    return Removal(tuple(_row(*each) for each in pairs), worlds.count)


def _joined(parts: Sequence[FactVerdict]) -> _Judged:
    """One fact's verdicts over all blocks."""
    return _Judged(
        parts[0].fact.id, np.concatenate([each.holds for each in parts]), np.concatenate([each.misses for each in parts])
    )


def _row(name: str, one: _Judged, other: _Judged) -> RemovalRow:
    return RemovalRow(
        removed=name,
        fact=one.fact,
        share=float(one.holds.mean()),
        share_without=float(other.holds.mean()),
        broken=float((one.holds & ~other.holds).mean()),
        mended=float((~one.holds & other.holds).mean()),
        miss=float(np.median(one.misses)),
        miss_without=float(np.median(other.misses)),
    )


def _check(model: Model, names: Iterable[str], facts: Sequence[Fact]) -> None:
    if not facts:
        raise RunError("no fact is left to judge", fix="give facts that count as tests")
    for name in names:
        if name not in model.switches:
            raise UnknownName(
                f"`{name}` is no switch and cannot be removed",
                near=nearest(name, model.switches),
                fix="name a switch of the model",
            )
