"""The runs that tests of claims compare, the sizes that count, and what a claim is held against: frozen before any judgement."""

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from dualtrack.language.declaration import Label
from dualtrack.language.statements.claim_measure import Arm, Delay, Frozen, Gap, Point, Set, Size, Sum
from dualtrack.language.statements.claim_test import Condition, Is, Null, Some, Variant
from dualtrack.theory.dual_track.claims.statements import MEDIATORS
from dualtrack.theory.dual_track.tilts import ESSAY

PARTING = 2026.9
"""When regimes leave history."""
READ = 2032.0
"""When valuation and output are compared: far enough to have moved, near enough to be argued about."""
MOVED = 2034.0
"""When people, money and software are compared: two reallocation times after regimes part."""
RULED = 2030.0
"""When rules, sales and computing are compared."""
THRESHOLDS = (0.3, 0.4, 0.5)
"""Levels of independent capability at which a lag is read, whatever worlds reach them; one that none reaches adds no month."""
MONTHS, PER_CENT, POINTS = 3.0, 0.01, 0.02
"""Sizes that count: three months of lag, one per cent of valuation, two points of a share."""

INDEPENDENT, ACCESS, VALUATION = "independent_capability", "capability_with_access", "us_ai_valuation"
TALENT, CAPITAL = "root_talent_share", "root_capital_share"

LIMITED, EMBARGO, FREE, AS_IS = Arm("limited_opening"), Arm("near_embargo"), Arm("free_trade"), Arm("as_is")
CHIPS_ONLY, BROAD, SLIDING = Arm("chips_only"), Arm("broad_opening"), Arm("sliding_scale")
LITERAL = Arm(
    "limited_opening",
    levers=(
        Set("chip_frontier_share_ceiling", 0.0),
        Set("chip_performance_ceiling", 0.15),
        Set("chip_performance_ceiling", 1.0, 2028.0),
    ),
)
"""The essay's words read literally: an H20, then an H100, for ever; both lose rank as the frontier moves."""
LIMITED_ALLOCATION_CUT = Arm("limited_opening", frozen=(Frozen(MEDIATORS, EMBARGO),))

BEFORE = 2029.0
"""When values are read beside: most falls come later, so that they say what holds the story up."""
PROOFS = (("proof_salience", "persuasion"),)
"""By what proofs act: they persuade."""
PROOFS_CUT = Frozen((), LIMITED, 0.0, PARTING, PROOFS)
BELIEF_HELD = Frozen(("belief",), EMBARGO)
UPPER_CUT = Arm("limited_opening", frozen=(PROOFS_CUT, BELIEF_HELD))
"""Limited opening where proofs persuade nobody from the parting on, and belief is as under near-embargo."""

ONE_RUN: Label = (
    "Its own mechanism is off, so the run and the one without it are the same: the measure is zero by construction.",
    "其自身机制关闭，有无该机制的两次运行便完全相同：度量由构造为零。",
)
NOTHING_CUT: Label = (
    "Its own mechanism is off, so what is cut carries nothing: the measure is zero by construction.",
    "其自身机制关闭，所切断者本不起作用：度量由构造为零。",
)


TAKEN_UP: Label = ("if Beijing takes it up", "若中方接纳")
LITERALLY: Label = ("if Beijing takes it up, an H20 and then an H100 for ever", "若中方接纳，且始终为H20与其后的H100")
_OPEN_GATE = ("refusal_strength", 0.0)
_Part = TypeVar("_Part")


def taken_up(condition: Condition) -> Condition:
    """The same question where Beijing's gate is held open from the start, in every run that it compares."""
    return _with_open_gate(condition)


GATE = ("refusal_strength",)
"""What would stop an opening, off where a claim about its effects is planted."""


def if_taken_up(condition: Condition, label: Label = TAKEN_UP) -> Variant:
    """The same question as a variant, with the gate held open."""
    return Variant(label, taken_up(condition))


def _with_open_gate(each: _Part) -> _Part:
    if isinstance(each, tuple):
        return type(each)(_with_open_gate(part) for part in each)
    if isinstance(each, Arm):
        return replace(each, held=(*each.held, _OPEN_GATE), frozen=_with_open_gate(each.frozen))
    if not is_dataclass(each) or isinstance(each, type):
        return each
    return replace(each, **{place.name: _with_open_gate(getattr(each, place.name)) for place in fields(each)})


def off(why: Label, *switches: str) -> Null:
    """A null in which mechanisms do not exist; all else is as drawn."""
    return Null(why, tuple((name, 0.0) for name in switches))


def without_essay(why: Label) -> Null:
    """A null in which none of the essay's mechanisms exists, and its rivals' are as drawn."""
    return off(why, *ESSAY)


def without(regime: Arm, *switches: str) -> Arm:
    """The regime in worlds where mechanisms are cut."""
    return Arm(regime.regime, held=tuple((name, 0.0) for name in switches))


def later(of: Arm, against: Arm, outcome: str = INDEPENDENT, thresholds: tuple[float, ...] = ()) -> Delay:
    """Months by which a run is later than another; independent capability is read at the fixed thresholds."""
    fixed = THRESHOLDS if outcome == INDEPENDENT else ()
    return Delay(of, against, outcome, thresholds or fixed)


def at_least(months: float, of: Arm, against: Arm, outcome: str = INDEPENDENT, thresholds: tuple[float, ...] = ()) -> Is:
    """A run is later than another by so many months or more."""
    return Is(later(of, against, outcome, thresholds), "at_least", months)


def beyond(measure: Delay | Gap, share: float, whole: Delay | Gap) -> Sum:
    """What a measure has more than a share of another."""
    return Sum(((1.0, measure), (-share, whole)))


def change(of: Arm, against: Arm, quantity: str, year: float = READ) -> Gap:
    """What one run has more than another."""
    return Gap(Point(of, quantity, year), Point(against, quantity, year))


def share_of(of: Arm, against: Arm, quantity: str, year: float = READ) -> Gap:
    """The same, relative to the other."""
    return Gap(Point(of, quantity, year), Point(against, quantity, year), "relative")


def log_change(of: Arm, against: Arm, quantity: str = VALUATION, year: float = READ) -> Gap:
    """The same, between logarithms."""
    return Gap(Point(of, quantity, year), Point(against, quantity, year), "log")


def moves_lag_or_valuation(of: Arm, against: Arm) -> Some:
    """Three months or one per cent, in either direction."""
    lag, value = Size(later(of, against)), Size(share_of(of, against, VALUATION))
    return Some((Is(lag, "at_least", MONTHS), Is(value, "at_least", PER_CENT)))
