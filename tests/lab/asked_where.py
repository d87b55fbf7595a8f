"""A toy theory whose claims are asked only of the worlds in which something else holds, true there in known shares."""

from dataclasses import replace

import dualtrack as dt
from dualtrack.language.statements.claim_measure import Measure
from dualtrack.language.statements.claim_test import ClaimTest, Condition, Given, Is
from tests.lab.apart import NOBODY, theory

BIG = ("the gain is large", "收益较大")


def rise(quantity: str) -> Measure:
    """What opening adds to a quantity in 2030."""
    return dt.Gap(dt.Point(dt.Arm("wide"), quantity, 2030), dt.Point(dt.Arm("shut"), quantity, 2030))


def where(gain: float, luck: float) -> Given:
    """The mechanism and chance add more than so much, where the gain is above another: 1 is certain of the former, 2 its most."""
    return Given(Is(rise("gain"), "above", gain), Is(rise("luck"), "above", luck), BIG)


def claim(name: str, condition: Condition, **more: object) -> ClaimTest:
    """Rests on the mechanism, and on chance as its size."""
    plain = ClaimTest(name, ("Toy", "玩具"), condition, rise("luck"), rests_on=("there",), sizes=("chance",))
    return replace(plain, **more)  # type: ignore[arg-type]


LIKELY = claim("likely", where(0.5, 1.7))
"""Asked in two fifths of worlds, and true in three tenths of those: where chance is above .7."""
SURE = claim("sure", where(0.5, 1.05))
"""True in nineteen twentieths of the same."""
NOWHERE = claim("nowhere", where(2.0, 1.0))
"""Asked of no world."""
SMALL = claim("small", where(0.5, 2.5))
"""True in none of those that it is asked of, at no size."""
PLAIN = claim("plain", where(0.5, 1.7).then)
"""The same as the first of all worlds."""


def asked_theory(*tests: ClaimTest) -> dt.Theory:
    """The theory in which existence and size are apart, with these claims instead of its own."""
    claims = tuple(dt.Claim(each.id, "claim", ("Toy", "玩具"), ("gain",)) for each in tests)
    return replace(theory(), claims=claims, tests=tests, evidence={each.id: NOBODY for each in tests})
