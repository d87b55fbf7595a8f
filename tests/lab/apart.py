"""A whole theory in which existence and size are apart: a mechanism exists or not, and another number says how large it is."""

from types import ModuleType
from typing import Any

import dualtrack as dt
from tests.lab.toys import TOY

LEVEL = dt.Tilt("level", ("Leaning to no side", "不偏向"))
BELIEVER = dt.Tilt("believer", ("Leaning to it", "偏向"), raised=("there",), larger=("size",))
SCEPTIC = dt.Tilt("sceptic", ("Leaning against it", "偏向反方"), lowered=("there",), smaller=("size",))
NOBODY = dt.Sides((), ())


def sector() -> ModuleType:
    """What opening brings: its whole size where the mechanism exists, and chance."""
    there = dt.existence(**(TOY | {"label": ("The mechanism", "该机制")}))
    size = dt.uncertainty(0.5, "1", low=0.0, high=1.0, prior=dt.Uniform(0.0, 1.0), **TOY)
    chance = dt.uncertainty(0.5, "1", low=0.0, high=1.0, prior=dt.Uniform(0.0, 1.0), **TOY)
    opening = dt.lever(0.0, "1", low=0.0, high=1.0, **TOY)

    @dt.stock("year", initial=0, label=("Time open", "开放时间"))
    def time_open(opening):
        """How long it was open."""
        return opening

    @dt.outcome("1", direction="higher", label=("Gain", "收益"))
    def gain(there, size, opening):
        """What the mechanism brings."""
        return there * size * opening

    @dt.outcome("1", direction="higher", label=("Gain or luck", "收益或运气"))
    def luck(there, chance, opening):
        """What the mechanism or chance brings."""
        return (there + chance) * opening

    found = ModuleType("apart")
    found.__doc__ = "What opening brings, by a mechanism that exists or not."
    vars(found).update({name: each for name, each in locals().items() if name != "found"})
    return found


SECTOR = sector()


def theory(*tilts: dt.Tilt) -> dt.Theory:
    """E1 is true in nine tenths of the worlds where the mechanism exists, E2 in all of those and in a tenth of others."""
    shut, wide = (dt.Regime(name, {"opening": dt.Path(((2020, value),))}) for name, value in (("shut", 0.0), ("wide", 1.0)))
    tests: list[Any] = []
    for name, outcome, least, sizes in (("E1", "gain", 0.1, ("size",)), ("E2", "luck", 0.9, ("chance",))):
        rise = dt.Gap(dt.Point(dt.Arm("wide"), outcome, 2030), dt.Point(dt.Arm("shut"), outcome, 2030))
        tests.append(dt.ClaimTest(name, ("Toy", "玩具"), dt.Is(rise, "above", least), rise, rests_on=("there",), sizes=sizes))
    claims = tuple(dt.Claim(each.id, "claim", ("Toy", "玩具"), ("gain",)) for each in tests)
    return dt.Theory(
        "apart", ("Existence apart from size", "存在与大小"), (SECTOR,), dt.Clock(2020, 2030, 1 / 4, 1), ("gain",), (shut, wide),
        past="shut", treated="wide", references=("shut",), claims=claims, tests=tuple(tests),
        evidence={"E1": NOBODY, "E2": NOBODY}, groups=(dt.MechanismGroup("all", ("All", "全部"), ("there",)),),
        tilts=tilts or (LEVEL, BELIEVER, SCEPTIC),
    )  # fmt: skip
