"""Through what does a regime delay? The part of its lag that runs through an allocation, and the part that does not.

Each world runs three times: under the reference, under the treated regime, and under the treated regime while the
allocation follows the path it had under the reference. All three count the same thresholds, so the indirect and
the direct lag add up to the total in every world.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RegimeError, RunError
from dualtrack.lab.loops.loop_cut import MONTHS
from dualtrack.lab.runs.engine import Engine, engine
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.statistics.band import spread
from dualtrack.lab.statistics.lag import Lag, LagRule, lags
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.checked import checked
from dualtrack.language.model import Model, freeze
from dualtrack.language.printed import Printed
from dualtrack.language.quantity import COMPUTED
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.soundness.acting import check_acting
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.scheme import EULER
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

BLOCK = 500
"""Worlds at a time: their mediators are kept at every step, some ten thousand numbers a world."""


@checked
@dataclass(frozen=True, slots=True, repr=False)
class MediationQuestion(Printed):
    """Does `treated` delay `outcome` behind `reference` through the paths of the `mediators`?

    The name of a quantity over a dimension stands for all its elements.
    """

    treated: Regime
    reference: Regime
    mediators: tuple[str, ...]
    outcome: str

    def printed_title(self) -> str:
        return f"Does `{self.treated.name}` delay {self.outcome} behind `{self.reference.name}`?"


@dataclass(frozen=True, slots=True, repr=False)
class Mediation(Tidy):
    """The total lag, the part through the mediators and the rest, over the worlds that finish all three runs.

    `sound[world]` marks those worlds among the ones drawn; positive months mean that the treated regime is later.
    """

    question: MediationQuestion
    total: Lag
    indirect: Lag
    direct: Lag
    sound: NDArray[np.bool_]

    def __post_init__(self) -> None:
        settle_fields(self)

    def printed_title(self) -> str:
        return f"Mediation of the lag of {self.question.outcome} in {int(self.sound.sum())} worlds"

    def to_dict(self) -> Row:
        """The lag in total, through the mediators and otherwise, and the worlds not seen to reach each threshold."""
        return plain_row({"effects": self.to_rows(), "unreached": self.unreached_rows()})

    def to_rows(self) -> list[Row]:
        """One row per part of the lag."""
        return [
            {
                "part": name,
                "unit": "month",
                **spread(found.band),
                "mean": found.mean,
                "mean_interval": found.mean_interval,
                "share_later": found.share(MONTHS),
                "share_earlier": float(np.mean(found.months <= -MONTHS)),
            }
            for name, found in (("total", self.total), ("indirect", self.indirect), ("direct", self.direct))
        ]

    def unreached_rows(self) -> list[Row]:
        """The shares of worlds not seen to reach each threshold, under the treated regime and the reference."""
        return [
            {"threshold": each.threshold, "treated": each.censored[0], "reference": each.censored[1], "both": each.censored_both}
            for each in self.total.thresholds
        ]


@dataclass(frozen=True, slots=True)
class _MediationRunner:
    """The model as it is, and with its mediators given from outside."""

    question: MediationQuestion
    clock: Clock
    plain: Engine
    frozen: Engine


@checked
def mediate(
    model: Model,
    question: MediationQuestion,
    worlds: Worlds,
    clock: Clock,
    *,
    rule: LagRule | None = None,
    progress: Progress | None = None,
    block: int = BLOCK,
) -> Mediation:
    """Split the lag of a regime, in months, into an indirect and a direct part, world by world (Robins and Greenland, 1992).

    The `question` names the regimes and quantities of the `model`; each of `worlds` runs three times over the years of `clock`,
    by `block` worlds at once so that memory stays bounded. `rule` says what a lag is, the usual one unless given; `progress`
    counts worlds. Raises `RegimeError` for mediators that cannot be frozen, and `RunError` where no world finishes all three
    runs.
    """
    question = replace(question, mediators=tuple(each for name in question.mediators for each in _elements(model, name)))
    _check(model, question)
    for regime in (question.treated, question.reference):
        check_acting(regime, clock)
    bench = _MediationRunner(question, clock, engine(model), engine(freeze(model, question.mediators)))
    parts, sound = [], []
    for start in range(0, worlds.count, block):
        curves, finished = _three_runs(bench, worlds.part(start, start + block))
        parts.append(curves)
        sound.append(finished)
        if progress is not None:
            progress(min(start + block, worlds.count), worlds.count)
    finished = np.concatenate(sound)
    if not finished.any():
        raise RunError("no world finishes all three runs of a mediation", fix="`run_ensemble` names what fails, and where")
    treated, hybrid, reference = np.concatenate(parts, axis=1)
    pairs = [(0, 2), (0, 1), (1, 2)]
    usual = LagRule.between((question.treated, question.reference), clock.start, clock.stop)
    total, indirect, direct = lags([treated, hybrid, reference], np.asarray(clock.saved), pairs, rule or usual)
    return Mediation(question, total, indirect, direct, finished)


def _three_runs(bench: _MediationRunner, worlds: Worlds) -> tuple[Array, NDArray[np.bool_]]:
    """The outcome as [treated, treated with the reference's mediators, reference][sound world, year], and which are sound."""
    question, every_step = bench.question, replace(bench.clock, save=bench.clock.step)
    save = [question.outcome, *question.mediators]
    reference = bench.plain.runner.run(question.reference, every_step, worlds.values, save, scheme=EULER)
    left = ~reference.failed
    if not left.any():
        return np.empty((3, 0, len(bench.clock.saved))), left
    given = {name: value[left] for name, value in worlds.values.items()}
    series = {name: reference.values[name][left] for name in question.mediators}
    only = [question.outcome]
    treated = bench.plain.runner.run(question.treated, bench.clock, given, only, scheme=EULER)
    hybrid = bench.frozen.runner.run(question.treated, bench.clock, given, only, scheme=EULER, series=series)
    own = reference.values[question.outcome][left][:, :: bench.clock.stride]
    finished = ~(treated.failed | hybrid.failed)
    sound = left.copy()
    sound[left] = finished
    return np.stack([treated.values[question.outcome], hybrid.values[question.outcome], own])[:, finished], sound


def _elements(model: Model, name: str) -> list[str]:
    found = [each for each, quantity in model.quantities.items() if quantity.base == name and quantity.element is not None]
    return [name] if name in model.quantities else found or [model[name].name]


def _check(model: Model, question: MediationQuestion) -> None:
    for name in (*question.mediators, question.outcome):
        if model[name].role not in (*COMPUTED, "stock"):
            raise RegimeError(
                f"`{name}` is a {model[name].role} and follows from nothing in the model",
                where=model[name].where,
                fix="name a quantity that an equation gives",
            )
    if question.outcome in question.mediators or not question.mediators:
        raise RegimeError(
            f"the mediators of `{question.outcome}` are {_listed(question.mediators)}",
            fix="name at least one quantity, and not the outcome",
        )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "missing"
