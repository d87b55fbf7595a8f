"""Regimes share one history, part on their date, and differ in the direction of their dials."""

import numpy as np
import pytest

from tests.behaviour.theory import (
    PARTING,
    REGIMES,
    at,
    every_name,
    regimes,
    shipped,
    since,
)


@pytest.mark.parametrize("name", REGIMES)
def test_every_regime_follows_the_same_history_until_it_parts(name: str) -> None:
    assert regimes()[name].parts_at == PARTING
    before = shipped(name).years < PARTING
    for quantity in every_name():
        np.testing.assert_array_equal(shipped(name).values[quantity][:, before], shipped("as_is").values[quantity][:, before])


def test_denial_falls_from_near_embargo_over_limited_opening_to_free_trade() -> None:
    levels = [at(shipped(name), "denial", 2030.0) for name in ("near_embargo", "limited_opening", "free_trade")]
    assert (levels[0] > levels[1]).all() and (levels[1] > levels[2]).all()


def test_refusal_is_limited_opening_without_the_chips() -> None:
    """Beijing's decree leaves Washington's rules as they are and sells nothing."""
    refused, offered = shipped("refusal"), shipped("limited_opening")
    np.testing.assert_array_equal(since(refused, "licensed_chip_rank", 2027.0), since(offered, "licensed_chip_rank", 2027.0))
    assert (since(refused, "licensed_sales", 2027.0) == 0).all()
    assert (since(refused, "china_revenue_share", 2027.0) == 0).all()


def test_open_chips_leave_china_no_smaller_a_share_of_computing_than_a_near_embargo() -> None:
    """The same budget buys at least as much where more is on sale; it is asked of the middle world, before makers adapt."""
    gain = at(shipped("free_trade"), "compute_share", 2029.0) - at(shipped("near_embargo"), "compute_share", 2029.0)
    assert np.median(gain) > 0
