"""Two toy studies that differ in known points, on a theory whose answer is a sum: what each point carries is known beforehand."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import dualtrack as dt
from dualtrack.app.bind import bind_theory
from dualtrack.lab.disputes.both_studies import Lay
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.regime_file import Written
from dualtrack.lab.studies.lay_study import lay_study
from dualtrack.lab.studies.study import Study
from dualtrack.language.restated import Restated
from dualtrack.language.scenario import Path as Steps
from dualtrack.language.statements.claim_test import ClaimTest, Is
from tests.lab.toys import TOY

NUMBERS = ("first", "second", "third", "fourth", "fifth")
BASE = 0.2
LEAST = 0.9


def sector() -> ModuleType:
    """A gain that is a sum of five numbers and of what two levers bring."""
    first, second, third, fourth, fifth = (
        dt.uncertainty(BASE, "1", low=0.0, high=1.0, prior=dt.Uniform(0.1, 0.3), **(TOY | {"label": (name, name)}))
        for name in NUMBERS
    )
    opening, closing = (dt.lever(0.0, "1", low=0.0, high=1.0, **TOY) for _ in range(2))

    @dt.stock("year", initial=0, label=("Time open", "开放时间"))
    def time_open(opening):
        """How long it was open."""
        return opening

    @dt.outcome("1", direction="higher", label=("Gain", "收益"))
    def gain(first, second, third, fourth, fifth, opening, closing):
        """The sum."""
        return first + second + third + fourth + fifth + opening - closing

    found = ModuleType("summed")
    found.__doc__ = "A gain that is a sum."
    vars(found).update({name: each for name, each in locals().items() if name != "found"})
    return found


SECTOR = sector()


@cache
def ground() -> Laboratory:
    """The theory without any study: one claim, that the gain is large."""
    plain = dt.Regime("plain", {"opening": Steps(((2020, 0.0),))}, ("Plain", "原样"))
    other = dt.Regime("other", {"opening": Steps(((2020, 0.1),))}, ("Other", "其他"))
    level = dt.Gap(dt.Point(dt.Arm("other"), "gain", 2022), dt.Point(dt.Arm("plain"), "time_open", 2022))
    return bind_theory(
        dt.Theory(
            "summed", ("A sum", "和"), (SECTOR,), dt.Clock(2020, 2022, 1 / 4, 1), ("gain",), (plain, other),
            past="plain", treated="other", references=("plain",),
            claims=(dt.Claim("S1", "claim", ("It is large.", "很大。"), ("gain",)),),
            tests=(dt.ClaimTest("S1", ("Is it large?", "大吗？"), dt.Is(level, "above", LEAST), level),),
            evidence={"S1": dt.Sides((), ())},
        )
    )  # fmt: skip


def lay(study: Study | None) -> Laboratory:
    """The toy with a study on it; one whose name holds a number asks the claim with that bound."""
    if study is None:
        return ground()
    found = lay_study(ground(), study)
    least = float(study.name.partition(":")[2] or LEAST)
    tests = [replace(test, condition=bounded(test, least)) for test in found.theory.tests if isinstance(test, ClaimTest)]
    return replace(found, theory=replace(found.theory, tests=tuple(tests)))


def bounded(test: ClaimTest, least: float) -> Is:
    assert isinstance(test.condition, Is)
    return replace(test.condition, value=least)


LAY: Lay = lay


def study(
    name: str, means: dict[str, float] | None = None, levers: dict[str, float] | None = None, least: float = LEAST
) -> Study:
    """A study that believes some numbers to lie within 0.05 of a mean, sets levers of one regime, and bounds the claim."""
    priors = {
        number: Restated(mean, dt.Uniform(mean - 0.05, mean + 0.05), dt.Assumed("a toy", "nothing"))
        for number, mean in (means or {}).items()
    }
    own = {lever: Steps(((2021.0, value),)) for lever, value in (levers or {}).items()}
    regimes = {"mine": Written("", {}, "mine", ("Mine", "我的"), ("", ""), "plain", 2021.0, own, {})} if levers else {}
    return Study(f"{name}:{least}", (name, name), ("", ""), Path(f"{name}.toml"), "", regimes, priors)
