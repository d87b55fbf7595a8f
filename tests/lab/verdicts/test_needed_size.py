"""By what factor a size falls short: that of a known threshold, and never beyond what a number can mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.verdicts.needed_size import FACTORS, NeededSize, beyond, needed_size
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.priors import Population
from dualtrack.lab.worlds.stretch import Leeway
from dualtrack.language.declare import lever, outcome, uncertainty
from dualtrack.language.distribution import Uniform
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.claim_measure import Arm, Gap, Point
from dualtrack.language.statements.claim_test import ClaimTest, Is
from tests.lab.toys import TOY, WORDS, model_of

CLOCK = Clock(2020.0, 2024.0, 1 / 4, 1 / 4)
REGIMES = {
    "shut": Regime("shut", {"opening": Path(((2020.0, 0.0),))}, parts_at=2021.0),
    "open": Regime("open", {"opening": Path(((2020.0, 0.0), (2021.0, 1.0)))}, parts_at=2021.0),
}
RISE = Gap(Point(Arm("open"), "level", 2022.0), Point(Arm("shut"), "level", 2022.0))


def gains() -> Model:
    """Opening adds a gain over a divisor, and a share that cannot grow beyond one."""
    gain = uncertainty(2.0, "month", low=1.0, high=3.0, prior=Uniform(1.0, 3.0), **TOY)
    divisor = uncertainty(2.0, "year", low=1.0, high=4.0, prior=Uniform(1.0, 4.0), **TOY)
    part = uncertainty(0.5, "1", low=0.0, high=1.0, prior=Uniform(0.0, 1.0), **TOY)
    opening = lever(0.0, "1", low=0.0, high=1.0, **TOY)

    @outcome("month/year", direction="higher", label=WORDS)
    def level(gain, divisor, part, opening):
        """What opening adds."""
        return opening * gain / divisor * part

    return model_of("gains", dict(locals()))


def needed(bound: float, **corner: float) -> NeededSize:
    model = gains()
    test = ClaimTest("T", WORDS, Is(RISE, "above", bound), RISE, sizes=tuple(corner))
    stage = stage_for(model, REGIMES, CLOCK, reads(test))
    return needed_size(stage, test, Population("one", WORDS, draw(model, 60, 7)), {}, corner)


@pytest.mark.parametrize("wanted", [1.2, 2.4, 6.0])
def test_the_factor_is_the_first_tried_that_is_enough(wanted: float) -> None:
    """At the corner the rise is 3, and the factor acts on gain and divisor at once, so that its square does."""
    found = needed(3.0 * wanted, gain=3.0, divisor=1.0, part=1.0)
    expected = next(factor for factor in FACTORS if factor**2 > wanted)
    assert found.factor == pytest.approx(expected)
    assert found.share is not None and found.share.value == 1
    assert found.stopped == ("part",), "a share stays within 0 and 1"


def test_what_ten_times_the_largest_sizes_do_not_reach_is_told_so() -> None:
    assert needed(1e6, gain=3.0, divisor=1.0).factor is None
    assert needed(1e6).factor is None


@given(st.floats(0.1, 10), st.floats(0.1, 10), st.booleans(), st.sampled_from(FACTORS))
def test_a_size_goes_beyond_its_end_and_never_beyond_its_meaning(low: float, width: float, is_high: bool, factor: float) -> None:
    leeway = Leeway("x", low, low + width, low / 10, low + 11 * width, "sign", "times")
    end = leeway.high if is_high else leeway.low
    value, follows = beyond(leeway, end, factor)
    assert leeway.least <= value <= leeway.most
    assert (value >= end) if is_high else (value <= end)
    if follows:
        assert value == pytest.approx(end * factor if is_high else end / factor)
