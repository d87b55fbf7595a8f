"""What are two studies asked? One question of both: a level, a difference, a lag, a claim, or a condition that worlds may meet.

The answer of a study is a mean over the worlds that history leaves: of a claim or a condition, the share in which it is so. A
mean is taken, and no median, because the mean of what paired worlds differ by is the difference of their means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dualtrack.errors import RegimeError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loop_study import lagged_of
from dualtrack.lab.questions.answer_unit import SHARE, asked_unit
from dualtrack.lab.questions.asked import Asked, AskedClaim, AskedDifference, AskedLag, read_asked
from dualtrack.lab.questions.condition import Condition, read_condition
from dualtrack.language.scenario import Regime
from dualtrack.language.statements.claim_test import ClaimTest

COMPARED = re.compile(r"[<>=!]|\bnot\b|\band\b")
Pair = tuple[str, str]
"""A name in the first study's laboratory, and one in the second's."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked, as `text`, under which `regime` of each study and `against` which; both empty where a claim says it."""

    text: str
    regime: Pair | None
    against: Pair | None

    def read(self, laboratory: Laboratory) -> Asked | Condition:
        """The question as a laboratory understands it, whose claims may have bounds of their own."""
        theory = laboratory.theory
        arguments = self.text, laboratory.model, theory.clock.stop, theory.tests
        return read_condition(*arguments) if COMPARED.search(self.text) else read_asked(*arguments)

    def asked(self, laboratory: Laboratory) -> tuple[Asked, ...]:
        """What is read of each world."""
        found = self.read(laboratory)
        return found.asked if isinstance(found, Condition) else (found,)

    def claims(self, laboratory: Laboratory) -> tuple[ClaimTest, ...]:
        """The tests of the claims that are asked about."""
        return tuple(each.test for each in self.asked(laboratory) if isinstance(each, AskedClaim))

    def unit(self, laboratory: Laboratory) -> str:
        """The unit of an answer."""
        found = self.read(laboratory)
        return SHARE if isinstance(found, Condition) else asked_unit(laboratory.model, found)


def subject_of(laboratories: tuple[Laboratory, Laboratory], about: str, regime: Sequence[str], against: str) -> Subject:
    """What is in dispute: as named, or else the theory's first lag of the regime in which the studies differ.

    `regime` holds one name for both studies, or one for each. Without it that regime is taken which both hold and fill unlike,
    else each study's own one, and where it has none the one that the theory is about. Raises `RegimeError` where a study has
    several, and for a reference that is not there.
    """
    first = laboratories[0]
    text = about or _usual(laboratories)
    kinds = Subject(text, None, None).asked(first)
    if all(isinstance(each, AskedClaim) for each in kinds):
        if regime or against:
            raise RegimeError("a claim's own test names its runs", where=text, fix="leave --regime and --against out")
        return Subject(text, None, None)
    is_paired = any(isinstance(each, AskedDifference | AskedLag) for each in kinds)
    chosen = _named(laboratories, regime) if regime else _in_dispute(laboratories)
    if not is_paired:
        if against:
            raise RegimeError(f"nothing in `{text}` is held against another regime", fix="leave --against out")
        return Subject(text, chosen, None)
    other = against or (first.references[0].name if first.references else "")
    if not other:
        raise RegimeError(f"`{text}` needs a regime to compare with", fix="name it: --against REGIME")
    return Subject(text, chosen, _named(laboratories, [other]))


def unlike(laboratories: tuple[Laboratory, Laboratory]) -> tuple[str, ...]:
    """The regimes that both studies hold under one name and fill otherwise."""
    one, other = (each.regimes for each in laboratories)
    return tuple(name for name in one if name in other and does_differ(one[name], other[name]))


def does_differ(one: Regime, other: Regime) -> bool:
    """Whether two regimes set something otherwise, or part in another year."""
    return dict(one.paths) != dict(other.paths) or one.parts_at != other.parts_at


def own_regimes(laboratory: Laboratory) -> tuple[str, ...]:
    """The regimes of the study laid on a laboratory."""
    return () if laboratory.study is None else tuple(laboratory.study.regimes)


def _usual(laboratories: tuple[Laboratory, Laboratory]) -> str:
    """The theory's first lag; of studies that fill no regime unlike, a claim that they ask otherwise."""
    one, other = ({each.id: each for each in end.theory.tests if isinstance(each, ClaimTest)} for end in laboratories)
    claims = [name for name, test in one.items() if name in other and test.condition != other[name].condition]
    if claims and not any(own_regimes(each) for each in laboratories):
        return claims[0]
    return f"lag({lagged_of(laboratories[0].theory)[0]})"


def _named(laboratories: tuple[Laboratory, Laboratory], names: Sequence[str]) -> Pair:
    if len(names) > 2:
        raise RegimeError(f"{len(names)} regimes were named", fix="name one for both studies, or one for each")
    one, other = laboratories[0].regime(names[0]), laboratories[1].regime(names[-1])
    return one.name, other.name


def _in_dispute(laboratories: tuple[Laboratory, Laboratory]) -> Pair:
    both = [name for name in unlike(laboratories) if name in own_regimes(laboratories[0])]
    if both:
        return both[0], both[0]
    first, second = (_only(each, laboratories) for each in laboratories)
    return first, second


def _only(laboratory: Laboratory, both: tuple[Laboratory, Laboratory]) -> str:
    """The one regime that a study brings, but for those that both bring alike; else that which the theory is about."""
    shared = set.intersection(*(set(own_regimes(each)) for each in both))
    own = [name for name in own_regimes(laboratory) if name not in shared] or list(own_regimes(laboratory))
    if len(own) > 1:
        study = laboratory.study
        raise RegimeError(
            f"the study holds several regimes: {', '.join(own)}",
            where="" if study is None else str(study.file),
            fix="say which is meant, one for both studies or one for each: --regime NAME,NAME",
        )
    return own[0] if own else laboratory.treated.name
