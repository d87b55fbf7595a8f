"""At the ends of every range nothing breaks: nothing is negative and nothing runs away."""

import numpy as np
import pytest

from dualtrack.language.expressions.unit import Unit
from tests.behaviour.theory import (
    DRAWN,
    OPEN,
    PARTING,
    REGIMES,
    ROUGH,
    STEP,
    at,
    elements,
    frozen,
    model,
    plain_worlds,
    regimes,
    run,
    shipped,
    since,
    with_levers,
    with_switches,
)

ROUNDING = 1e-9  # 350 steps of a dozen operations each leave less than this
each_regime = pytest.mark.parametrize("name", REGIMES)


def test_the_regimes_tried_here_are_those_shipped() -> None:
    assert set(REGIMES) == set(regimes())


@each_regime
def test_nothing_that_is_counted_is_negative(name: str) -> None:
    """Money, chips, computing, people, wafers and memory; a rate of change may fall only where it says so."""
    plain = {Unit.parse(unit) for unit in ("1", "month", "1/year")}
    for quantity, values in shipped(name).values.items():
        declared = model()[quantity]
        may_fall = np.isfinite(declared.low) and declared.low < 0
        if declared.unit not in plain and not may_fall:
            assert values.min() >= -ROUNDING * np.abs(values).max(), quantity


@each_regime
def test_no_stock_of_things_doubles_every_half_year_to_the_end(name: str) -> None:
    """By the 2030s limits of output, talent and the frontier bind, so nothing may still explode.

    Orders that turn home are a part of demand, and come back from none when American supply ends; licensed computing comes back
    from none where Beijing's gate opens.
    """
    come_back = ("turned_orders", "licensed_compute", "ranked_compute")
    paths = shipped(name)
    for stock in (each for each in model().stocks if each not in come_back):
        if model()[stock].unit in {Unit.parse(unit) for unit in ("USD_bn", "USD_bn/year", "H100e", "wafer/year", "person")}:
            late, later = at(paths, stock, 2037.0), at(paths, stock, 2040.0)
            assert (later <= late * 2**6).all(), stock


def test_full_opening_denies_nothing_and_leaves_nothing_to_smuggle() -> None:
    """A chip that may be bought is not smuggled, once scarcity felt before the opening is forgotten."""
    opened = with_levers(regimes()["free_trade"], OPEN)
    paths = run(opened, plain_worlds(), ["denial", "smuggled_spending", "accelerator_budget"], ROUGH)
    assert (since(paths, "denial", 2027.0) == 0).all()
    assert (at(paths, "smuggled_spending", 2036.0) <= 0.01 * at(paths, "accelerator_budget", 2036.0)).all()


def test_with_nearly_everyone_at_the_roots_applications_shrink_and_roots_gain() -> None:
    still = frozen(["root_share"])
    nearly = {pool: np.full((DRAWN, ROUGH.steps + 1), 0.999) for pool in elements("root_share")}
    among = with_switches(plain_worlds(), {}, others=0.0)
    save = ["application_earnings", "independent_capability", "root_engineers"]
    all_in = still.run(regimes()["as_is"], ROUGH, among.values, save, series=nearly)
    free = run(regimes()["as_is"], among, save, ROUGH)
    assert not all_in.failed.any()
    assert (at(all_in, "application_earnings", 2034.0) < at(free, "application_earnings", 2034.0)).all()
    assert (at(all_in, "independent_capability", 2034.0) > at(free, "independent_capability", 2034.0)).all()
    assert (at(all_in, "root_engineers", 2034.0) > at(free, "root_engineers", 2034.0)).all()


def test_the_parting_lies_between_two_steps() -> None:
    """Tests that look from 2027 on rest on every regime having parted by then."""
    assert 2027.0 - PARTING >= STEP
