"""What do published findings say of each mechanism? Factors with and without each of them, and what no study could see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import Finding
from dualtrack.lab.experiments.compared_figure import compared_figure
from dualtrack.lab.experiments.deciding_error import DecidingError, Sighted, deciding_error
from dualtrack.lab.experiments.finding_likelihood import FindingLikelihood, finding_likelihood, measured
from dualtrack.lab.experiments.weigh_populations import TIMES, WITH
from dualtrack.lab.statistics.band import Band, band, quantiles
from dualtrack.lab.verdicts.columns import factors_in
from dualtrack.lab.verdicts.existence import ExistenceFactor, existence_factors
from dualtrack.lab.worlds.factor import label_of
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.statements.experiment import Evidential, Experiment, Published, Sight, Studied
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

Standing = Literal["for", "against", "mixed"]
ByColumn = Mapping[str, ExistenceFactor]


@dataclass(frozen=True, slots=True, repr=False)
class FindingBeside(Printed):
    """A finding that weighs, beside what worlds give: its effect and error as compared, and the factors without it.

    `here` is the band of what corresponds to it over worlds in which the mechanism exists; a count has no effect to compare.
    """

    row: Finding
    experiment: Evidential
    effect: float | None
    error: float | None
    here: Band | None
    without: ByColumn


@dataclass(frozen=True, slots=True, repr=False)
class MechanismRead(Printed):
    """What was published about a mechanism, by its `switch`, and what that says of its existence.

    `before` is the factor of the record alone, `after` those with every finding and `own` those with the findings of this
    mechanism alone, by column; `sight` and `needed` say what could be seen of it at all.
    """

    switch: str
    label: Label
    before: ExistenceFactor
    after: ByColumn
    own: ByColumn
    weighing: tuple[FindingBeside, ...]
    studied: Studied | None
    sight: Sight | None
    needed: DecidingError | None

    @property
    def sides(self) -> Mapping[Standing, tuple[str, ...]]:
        """What speaks for it, against it, or says both, by id."""
        studied = self.studied or Studied(self.switch)
        return {"for": studied.for_it, "against": studied.against, "mixed": studied.mixed}

    @property
    def sees(self) -> Sighted | None:
        """Whether a study could decide; none where no sight of the mechanism is declared."""
        if self.sight is None or self.needed is None:
            return None
        return self.needed.says(self.sight.attain)

    @property
    def says(self) -> str:
        """The factor with findings in a word; a silent one is unseen where no study could be exact enough."""
        voice = self.after[WITH].says
        return "unseen" if voice == "silent" and self.sees == "unseen" else voice


@dataclass(frozen=True, repr=False)
class PublishedRead(Tidy):
    """Every mechanism with what was published about it, over `worlds` that history leaves of those drawn by a `seed`."""

    model: Model
    record: Record
    mechanisms: tuple[MechanismRead, ...]
    worlds: int
    seed: int

    def printed_title(self) -> str:
        return f"Published findings on {len(self.mechanisms)} mechanisms in {self.worlds} worlds"

    def to_dict(self) -> Row:
        """Every mechanism with its findings."""
        return plain_row({"worlds": self.worlds, "seed": self.seed, "mechanisms": self.to_rows()})

    def to_rows(self) -> list[Row]:
        """One row per mechanism."""
        return [self._row(each) for each in self.mechanisms]

    def _row(self, each: MechanismRead) -> Row:
        english, chinese = each.label
        return {
            "name": each.switch,
            "en": english,
            "zh": chinese,
            "says": each.says,
            "record": each.before.to_row(),
            "all": {name: factor.to_row() for name, factor in each.after.items()},
            "own": {name: factor.to_row() for name, factor in each.own.items()},
            "weighing": [_beside_row(one) for one in each.weighing],
            "studied": [self._studied_row(name, side) for side, names in each.sides.items() for name in names],
            "left_out": None if each.studied is None else dict(zip(("en", "zh"), each.studied.left_out, strict=True)),
            "sight": None if each.sight is None or each.needed is None else _sight_row(each.sight, each.needed, each.sees),
        }

    def _studied_row(self, name: str, side: Standing) -> Row:
        row = self.record.finding(name)
        return {"id": name, "side": side, "outcome": row.outcome, "effect": row.effect, "read": row.read, "source": row.source}


@dataclass(frozen=True)
class _Reading:
    """Worlds that history leaves as the first prior weighs them, and the likelihood of findings in them."""

    model: Model
    population: Population
    likelihood: FindingLikelihood

    def factors(self, switches: Sequence[str], *, without: Sequence[str] = (), only: str = "") -> dict[str, ByColumn]:
        """By switch the factors in each column, with some findings or experiments left out, or those of one switch alone."""
        columns = {name: self.likelihood.factor(times, without=without, only=only) for name, times in TIMES.items()}
        found = factors_in(self.model, replace(self.population, reweighed=columns), switches)
        return {switch: {name: found[name][switch] for name in columns} for switch in switches}

    def weighing(self, experiment: Evidential) -> list[FindingBeside]:
        """The findings of one experiment."""
        exists, found = self.population.worlds.values[experiment.switch] > 0, []
        for place, name in enumerate(experiment.findings):
            row, effect, error, here = self.likelihood.record.finding(name), None, None, None
            if isinstance(experiment, Experiment):
                effect, error = compared_figure(experiment.corresponding[place], row)
                here = _band(self.likelihood.effects[experiment.name][place][exists])
            without = self.factors([experiment.switch], without=[name])[experiment.switch]
            found.append(FindingBeside(row, experiment, effect, error, here, without))
        return found


def read_published(
    model: Model,
    regimes: Mapping[str, Regime],
    clock: Clock,
    published: Published,
    record: Record,
    population: Population,
    seed: int,
) -> PublishedRead:
    """What findings say in the worlds of a `population`, which history left; `seed` makes the studies that are imagined.

    Raises `RegimeError` for a regime that is not there.
    """
    worlds = population.worlds
    likelihood = finding_likelihood(model, regimes, clock, published.experiments, record, worlds)
    reading = _Reading(model, population.all_kept, likelihood)
    seen = measured(model, regimes, clock, [each.measure for each in published.sights], worlds)
    sights = {each.switch: each for each in published.sights}
    studied = {each.switch: each for each in published.studied}
    before, after, found = existence_factors(model, reading.population, model.switches), reading.factors(model.switches), []
    for name in model.switches:
        sight, exists = sights.get(name), worlds.values[name] > 0
        found.append(
            MechanismRead(
                switch=name,
                label=label_of(model[name]),
                before=before[name],
                after=after[name],
                own=reading.factors([name], only=name)[name],
                weighing=tuple(one for each in published.experiments if each.switch == name for one in reading.weighing(each)),
                studied=studied.get(name),
                sight=sight,
                needed=None if sight is None else deciding_error(seen[sight.measure][exists], seen[sight.measure][~exists], seed),
            )
        )
    return PublishedRead(model, record, tuple(found), worlds.count, seed)


def _band(values: Any) -> Band | None:
    held = values[np.isfinite(values)]
    return band(held) if len(held) else None


def _beside_row(one: FindingBeside) -> Row:
    english, chinese = one.experiment.label
    return {
        "id": one.row.id,
        "experiment": one.experiment.name,
        "en": english,
        "zh": chinese,
        "outcome": one.row.outcome,
        "read": one.row.read,
        "basis": one.row.basis,
        "source": one.row.source,
        "effect": one.effect,
        "error": one.error,
        "here": quantiles(one.here),
        "without": {name: factor.to_row() for name, factor in one.without.items()},
    }


def _sight_row(sight: Sight, needed: DecidingError, sees: Sighted | None) -> Row:
    return {
        "label": {"en": sight.label[0], "zh": sight.label[1]},
        "size": quantiles(needed.size),
        "error": needed.value,
        "attain": sight.attain,
        "design": {"en": sight.design[0], "zh": sight.design[1]},
        "says": sees,
    }
