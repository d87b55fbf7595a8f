"""The runs that tests of claims compare, the sizes that count, and what a claim is held against: frozen before any judgement."""

from dualtrack.language.declaration import Label
from dualtrack.language.statements.claim_measure import Arm, Delay, Frozen, Gap, Point, Size
from dualtrack.language.statements.claim_test import Is, Null, Some
from dualtrack.theory.dual_track.claims.statements import MEDIATORS
from dualtrack.theory.dual_track.tilts import ESSAY

PARTING = 2026.9
"""When regimes leave history."""
READ = 2032.0
"""When levels are compared: far enough for talent to have moved, near enough to be argued about."""
MONTHS, PER_CENT, POINTS = 3.0, 0.01, 0.02
"""Sizes that count: three months of lag, one per cent of valuation, two points of a share."""

INDEPENDENT, ACCESS, VALUATION = "independent_capability", "capability_with_access", "us_ai_valuation"
TALENT, CAPITAL = "root_talent_share", "root_capital_share"

LIMITED, EMBARGO, FREE, AS_IS = Arm("limited_opening"), Arm("near_embargo"), Arm("free_trade"), Arm("as_is")
LIMITED_ALLOCATION_CUT = Arm("limited_opening", frozen=(Frozen(MEDIATORS, EMBARGO),))

ONE_RUN: Label = (
    "Its own mechanism is off, so the run and the one without it are the same: the measure is zero by construction.",
    "其自身机制关闭，有无该机制的两次运行便完全相同：度量由构造为零。",
)


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
    """Months by which a run is later than another."""
    return Delay(of, against, outcome, thresholds)


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
