"""Which runs of a world correspond to a published finding, how exact the step to the model is, and what could be seen at all.

    closed, open_ = Arm("quota"), Arm("open_sea")
    Experiment(
        "closed_grounds", "crowding_strength", ("Catch of closed grounds", "禁渔区的捕获"),
        (Corresponds("smith_2019", Gap(Point(closed, "catch", 2021.0), Point(open_, "catch", 2021.0), "log")),),
        spread=0.1, mapping=0.2, why=("One bay stands for the coast.", "以一湾代表全海岸。"),
    )

Not like this: a mapping error of none, a factor typed in, or a finding whose source already set a number of the model.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dualtrack.errors import BadNumber, DuplicateName, NoMeaning, TraceError, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.expressions.expr import names
from dualtrack.language.expressions.formula import read
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.quantity import GIVEN
from dualtrack.language.statements.claim_measure import Measure, quantity_of, readings, runs_of


@checked
@dataclass(frozen=True, slots=True)
class OfWorld:
    """A formula of a world's own numbers alone, `reads`, for which nothing is run; `times` scales it."""

    reads: str
    times: float = 1.0


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Corresponds(Printed):
    """A published `finding`, by its id in the record, and the `measure` of a world that corresponds to it.

    The effect is divided by `per`, so that both are in one unit and point one way, as all of an experiment must; one of news is
    divided by its stake besides. A relative effect is compared in logarithms. Raises `BadNumber` for a `per` of 0.
    """

    finding: str
    measure: Measure | OfWorld
    per: float = 1.0

    def __post_init__(self) -> None:
        if not 0 < abs(self.per) < math.inf:
            raise BadNumber(f"the finding `{self.finding}` is divided by {self.per:g}", fix="give a number other than 0")


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Experiment(Printed):
    """Runs that correspond to the findings of one `switch`, by `name` and `label`, and how far one may trust that.

    `spread` is how far studies of this kind differ beyond their own errors, `mapping` the error of the step to the model, which
    all of them share; both one standard deviation in the unit of the measures, `why` in both languages. Raises `BadNumber` for
    a spread below 0 or a mapping that is not above it, `NoMeaning` for words in one language or no finding.
    """

    name: str
    switch: str
    label: Label
    corresponding: tuple[Corresponds, ...]
    spread: float
    mapping: float
    why: Label

    def __post_init__(self) -> None:
        _worded(self.name, self.label, self.why)
        if not self.corresponding:
            raise NoMeaning(f"nothing corresponds to the experiment `{self.name}`", fix="name a finding and its measure")
        if not (0 <= self.spread < math.inf and 0 < self.mapping < math.inf):
            raise BadNumber(
                f"the experiment `{self.name}` has a spread of {self.spread:g} and a mapping error of {self.mapping:g}",
                fix="give a spread from 0 up and a mapping error above 0: no study is about the model",
            )

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings that weigh."""
        return tuple(each.finding for each in self.corresponding)


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Timing(Printed):
    """A `finding` that counts answers within a time, as evidence that the mechanism of a `switch` exists, by `name` and `label`.

    Chance alone hits as often as the record says and `slack` more, a share of days; `why` so much, in both languages. Raises
    `BadNumber` for a slack that is no share above 0, `NoMeaning` for words in one language.
    """

    name: str
    switch: str
    label: Label
    finding: str
    slack: float
    why: Label

    def __post_init__(self) -> None:
        _worded(self.name, self.label, self.why)
        if not 0 < self.slack < 0.5:
            raise BadNumber(f"`{self.name}` has a slack of {self.slack:g}", fix="give a share of days above 0 and below .5")

    @property
    def findings(self) -> tuple[str, ...]:
        """The finding that weighs."""
        return (self.finding,)


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Sight(Printed):
    """The `measure` that would show the mechanism of a `switch` best, and the standard error that a study of it could `attain`.

    That is a guess; none where nobody knows a study of it, or nobody could publish one; `design` says in both languages which
    study that is, or why there is none. Raises `BadNumber` for an error that is not above 0, `NoMeaning` for words in one
    language.
    """

    switch: str
    label: Label
    measure: Measure | OfWorld
    attain: float | None
    design: Label

    def __post_init__(self) -> None:
        _worded(self.switch, self.label, self.design)
        if self.attain is not None and not 0 < self.attain < math.inf:
            raise BadNumber(f"a study of `{self.switch}` could attain an error of {self.attain:g}", fix="give one above 0")


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Studied(Printed):
    """What was published about the mechanism of a `switch`, by id: what speaks `for_it`, `against` it, or says both, `mixed`.

    `left_out` says in both languages why what does not weigh does not. Raises `NoMeaning` for words in one language.
    """

    switch: str
    for_it: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    mixed: tuple[str, ...] = ()
    left_out: Label = ("", "")

    def __post_init__(self) -> None:
        if any(self.left_out):
            _worded(self.switch, self.left_out)

    @property
    def findings(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.for_it, *self.against, *self.mixed)


Evidential = Experiment | Timing


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Published(Printed):
    """What published findings say of a theory: `experiments` that weigh worlds, `sights`, and all that was `studied`, by switch.

    Raises `DuplicateName` for two experiments of one name, two sights or lists of one switch, or a finding that weighs twice.
    """

    experiments: tuple[Evidential, ...] = ()
    sights: tuple[Sight, ...] = ()
    studied: tuple[Studied, ...] = ()

    def __post_init__(self) -> None:
        _single("experiment", [each.name for each in self.experiments])
        _single("sight", [each.switch for each in self.sights])
        _single("list of findings", [each.switch for each in self.studied])
        _single("weighing finding", [name for each in self.experiments for name in each.findings])

    @property
    def findings(self) -> tuple[str, ...]:
        """Every finding that is named, once."""
        named = [name for each in (*self.experiments, *self.studied) for name in each.findings]
        return tuple(dict.fromkeys(named))


def check_published(model: Model, published: Published) -> None:
    """Raise `UnknownName` for a switch or quantity that is not there, `TraceError` for a formula that needs a run."""
    for each in (*published.experiments, *published.sights, *published.studied):
        if each.switch not in model.switches:
            raise UnknownName(
                f"published findings speak of `{each.switch}`, which is no switch",
                near=nearest(each.switch, model.switches),
                fix="name the switch of the mechanism",
            )
    for measure in _measures(published):
        if isinstance(measure, OfWorld):
            _check_formula(model, measure.reads)
        else:
            _check_readings(model, measure)


def regimes_run(published: Published) -> tuple[str, ...]:
    """The regimes that experiments and sights run, by name."""
    told = (each for each in _measures(published) if not isinstance(each, OfWorld))
    return tuple(dict.fromkeys(arm.regime for measure in told for each in readings(measure) for arm in runs_of(each)))


def _measures(published: Published) -> Iterator[Measure | OfWorld]:
    for each in published.experiments:
        if isinstance(each, Experiment):
            yield from (one.measure for one in each.corresponding)
    yield from (each.measure for each in published.sights)


def _check_formula(model: Model, reads: str) -> None:
    """The formula must be one value of numbers that a world is given."""
    found = read(model, reads)
    named = names(found[0].sides[0]) if len(found) == 1 and not found[0].relations else {TIME}
    if any(name == TIME or model[name].role not in GIVEN for name in named):
        raise TraceError(
            f"the formula `{reads}` needs a run", fix="name numbers of a world alone, one value, and compare nothing"
        )


def _check_readings(model: Model, measure: Measure) -> None:
    for each in readings(measure):
        if quantity_of(each) not in model.quantities:
            raise UnknownName(
                f"an experiment reads `{quantity_of(each)}`, which the model has not",
                near=nearest(quantity_of(each), model.quantities),
                fix="name a quantity, with its element where it has any",
            )


def _worded(name: str, *labels: Label) -> None:
    if not all(all(label) for label in labels):
        raise NoMeaning(f"`{name}` lacks words in one language", fix="write them in English and Chinese")


def _single(kind: str, named: Sequence[str]) -> None:
    twice = [name for place, name in enumerate(named) if name in named[:place]]
    if twice:
        raise DuplicateName(f"there are two of the {kind} `{twice[0]}`", fix="keep one")
