"""What may be asked of a world? A level, what a regime adds to it, by how much it comes later, or whether a claim is true.

fish_stock @ 2035            the level under the regime
difference(fish_stock)       what the regime adds against the reference, in the last year
lag(fish_stock)              months by which the regime is later than the reference
CLAIM                        whether the claim of this name is true, 1 or 0, in the runs that its own test names
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dualtrack.errors import RegimeError, RunError, UnknownName, nearest, same_name
from dualtrack.lab.questions.number_text import decimal
from dualtrack.language.checked import checked
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.quantity import COMPUTED
from dualtrack.language.scenario import Clock, Regime, check_world
from dualtrack.language.soundness.acting import check_acting
from dualtrack.language.statements.claim_test import ClaimTest, Test
from dualtrack.language.statements.display import NumberGroup

TERM = re.compile(r"\s*(?:(?P<form>\w+)\s*\(\s*(?P<inner>[\w.]+)\s*\)|(?P<name>[\w.]+))\s*(?:@\s*(?P<year>\S+)\s*)?")
FORMS = ("difference", "lag")
TOLD = "write NAME, difference(NAME) or lag(NAME); `@ YEAR` may follow the first two"
ALONE = "write the claim's name and nothing around it: its own test says which runs are read, and when"


@dataclass(frozen=True, slots=True)
class AskedLevel:
    """A quantity under the regime, in a year."""

    name: str
    year: float

    def __str__(self) -> str:
        return f"{self.name} @ {self.year:g}"


@dataclass(frozen=True, slots=True)
class AskedDifference:
    """What the regime adds to a quantity against the reference in the same world, in a year."""

    name: str
    year: float

    def __str__(self) -> str:
        return f"difference({self.name}) @ {self.year:g}"


@dataclass(frozen=True, slots=True)
class AskedLag:
    """Months by which a quantity reaches its `thresholds` later than under the reference; the usual ones where none is named."""

    name: str
    thresholds: tuple[float, ...] = ()

    def __str__(self) -> str:
        return f"lag({self.name})"


@dataclass(frozen=True, slots=True)
class AskedClaim:
    """Whether a claim is true: 1 or 0, as its test finds in the runs that it names itself."""

    test: ClaimTest

    @property
    def name(self) -> str:
        """The claim's own."""
        return self.test.id

    def __str__(self) -> str:
        return self.test.id


Asked = AskedLevel | AskedDifference | AskedLag | AskedClaim


@checked
def read_asked(text: str, model: Model, year: float, claims: Sequence[Test] = ()) -> Asked:
    """A term as a user writes it in `text`, about a quantity of the `model`, in `year` where it names none, or about a claim.

    `claims` are the tests whose claims may be named. Raises `UnknownName` for what no equation gives and is no claim, and
    `RunError` for what is no question, each with the nearest.
    """
    found = TERM.fullmatch(text)
    if found is None:
        raise RunError(f"`{text.strip()}` asks for nothing", fix=TOLD)
    form, name, date = found["form"], found["inner"] or found["name"], found["year"]
    if form is not None and form not in FORMS:
        raise RunError(f"`{form}(...)` is no form of a question", near=nearest(form, FORMS), fix=TOLD)
    if form == "lag" and date is not None:
        raise RunError(
            f"`{text.strip()}` asks for a lag in one year", fix="leave the year out: a lag is taken over the whole run"
        )
    if (claim := claim_named(name, model, claims)) is not None:
        if form is not None or date is not None:
            raise RunError(f"`{text.strip()}` asks more of claim {claim.id} than whether it is true", fix=ALONE)
        return _asked_claim(claim)
    check_asked(model, name, claims)
    if form == "lag":
        return AskedLag(name)
    at = year if date is None else _year(date)
    return AskedDifference(name, at) if form == "difference" else AskedLevel(name, at)


def claim_named(name: str, model: Model, claims: Sequence[Test]) -> Test | None:
    """The test of the claim of this name, in capitals or not; none where there is no such claim, or a quantity is called so."""
    known = {each.id: each for each in claims}
    found = None if name in model.quantities else same_name(name, known)
    return None if found is None else known[found]


def check_asked(model: Model, name: str, claims: Sequence[Test] = ()) -> None:
    """Raise `UnknownName` for a name that no equation gives."""
    answers = model.of_role([*COMPUTED, "stock"])
    if name not in model.quantities:
        beside = " and no claim of the theory is called so" if claims else ""
        raise UnknownName(
            f"the model has no quantity `{name}`{beside}",
            near=nearest(name, [*answers, *(each.id for each in claims)]),
            fix="ask for a quantity that an equation gives, such as an outcome" + (", or for a claim" if claims else ""),
        )
    if name not in answers:
        raise UnknownName(
            f"`{name}` is a {model[name].role} and follows from nothing in the model",
            where=model[name].where,
            fix="ask for a quantity that an equation gives",
        )


@checked
@dataclass(frozen=True, slots=True, repr=False)
class Setting(Printed):
    """The `model` and the `regime` of a question, `against` which other one if any, over the years of `clock`.

    `regimes` are those that tests of claims may run, by name; nothing else reads them. `held` are numbers that have one value in
    every run, whatever was drawn for a world; `meanings` are the groups of one meaning that its numbers stand in. Raises
    `RegimeError` for a number that the model has not, or that cannot be so.
    """

    model: Model
    regime: Regime
    against: Regime | None
    clock: Clock
    regimes: Mapping[str, Regime] = field(default_factory=dict)
    held: Mapping[str, float] = field(default_factory=dict)
    meanings: tuple[NumberGroup, ...] = ()

    def __post_init__(self) -> None:
        freeze_fields(self)
        check_world(self.model, self.held)

    def check(self, asked: tuple[Asked, ...]) -> None:
        """Raise `RegimeError` where the regimes do not fit what is `asked`, `RunError` for nothing asked or a year outside the
        run.
        """
        if not asked:
            raise RunError("nothing was asked", fix=TOLD)
        paired = [each for each in asked if isinstance(each, AskedDifference | AskedLag)]
        if paired and self.against is None:
            raise RegimeError(f"`{paired[0]}` needs a regime to compare with", fix="name it: --against REGIME")
        if self.against is not None and not paired:
            raise RegimeError(
                f"nothing that was asked needs the regime `{self.against.name}`",
                fix="write difference(NAME) or lag(NAME), or leave --against out",
            )
        if self.against is not None and self.against.name == self.regime.name:
            raise RegimeError(f"`{self.regime.name}` is compared with itself", fix="name two different regimes")
        for regime in (self.regime, *([] if self.against is None else [self.against])):
            check_acting(regime, self.clock)
        for each in asked:
            if isinstance(each, AskedLevel | AskedDifference) and not self.clock.start <= each.year <= self.clock.stop:
                raise RunError(
                    f"the run covers {self.clock.start:g} to {self.clock.stop:g}, not {each.year:g}",
                    fix="ask for a year inside it",
                )

    def printed_title(self) -> str:
        return f"Setting under `{self.regime.name}`" + (f" against `{self.against.name}`" if self.against else "")


def _asked_claim(test: Test) -> AskedClaim:
    if not isinstance(test, ClaimTest):
        raise RunError(
            f"nothing is computed of claim {test.id}, which is true or false in no world", fix="ask about another claim"
        )
    return AskedClaim(test)


def _year(text: str) -> float:
    year = decimal(text)
    if year is None:
        raise RunError(f"`{text}` is no year", fix="write it in digits, such as @ 2035")
    return year
