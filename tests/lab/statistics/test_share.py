"""Shares: both sides of each bound, what sampling error could flip, and how often it errs."""

import numpy as np
import pytest

from dualtrack.errors import RunError
from dualtrack.lab.statistics.power import chance, power
from dualtrack.lab.statistics.share import Lead, Share, Side, is_settled, lead, share, side


def where(*counts: tuple[int, int]) -> Side:
    return side([Share(*each) for each in counts])


@pytest.mark.parametrize(
    ("true", "found"),
    [(850, "above"), (810, "between"), (500, "between"), (190, "between"), (150, "below")],
)
def test_what_its_own_sampling_error_could_flip_lies_between(true: int, found: str) -> None:
    assert where((true, 1000)) == found


def test_every_prior_must_agree() -> None:
    assert where((950, 1000), (900, 1000)) == "above"
    assert where((950, 1000), (500, 1000)) == "between"
    assert where((50, 1000), (900, 1000)) == "between"
    assert where((50, 1000), (100, 1000)) == "below"
    with pytest.raises(RunError):
        side([])


def test_the_interval_of_a_share_holds_the_truth_as_often_as_it_says() -> None:
    """Exact coverage of Wilson's interval over 400 draws: near 95 %, at the ends too."""
    for truth in (0.02, 0.3, 0.8):
        counts = np.random.Generator(np.random.Philox(key=5)).binomial(400, truth, 4000)
        inside = [low <= truth <= high for low, high in (Share(int(n), 400).interval for n in counts)]
        assert np.mean(inside) == pytest.approx(0.95, abs=0.02)
    assert Share(0, 10).interval[0] == pytest.approx(0, abs=1e-12)
    assert Share(10, 10).interval[1] == pytest.approx(1, abs=1e-12)
    assert share(np.zeros(0, dtype=bool)) is None


def test_a_lead_is_paired() -> None:
    true, same = np.array([True, True, False, False] * 50), np.array([True, False, False, False] * 50)
    found = lead(true, same, 0.3)
    assert found is not None
    assert found.value == 0.25
    assert found.interval[0] < 0.25 < found.interval[1]
    assert lead(true[:1], same[:1], 0.3) is None


@pytest.mark.parametrize("worlds", [50, 600, 3000])
def test_wrong_sides_are_as_rare_as_promised(worlds: int) -> None:
    """A claim at a bound exactly is wrongly decided in at most 2.5 % of draws, give or take the steps of a count."""
    found = power(worlds)
    assert 0 < found.wrong_above < 0.04
    assert 0 < found.wrong_below < 0.04
    assert found.clear_above is not None
    assert found.clear_below is not None
    assert 0.8 < found.clear_above < 1
    assert found.clear_below == pytest.approx(1 - found.clear_above, abs=0.002)


def test_chances_are_those_of_repeated_draws() -> None:
    counts = np.random.Generator(np.random.Philox(key=9)).binomial(600, 0.84, 20_000)
    seen = np.mean([where((int(n), 600)) == "above" for n in counts])
    assert chance("above", 0.84, 600) == pytest.approx(seen, abs=0.02)
    assert chance("above", 1.0, 600) == 1
    assert chance("above", 0.0, 600) == 0


def test_more_worlds_decide_more_and_few_decide_nothing() -> None:
    some, many = power(300).clear_above, power(3000).clear_above
    assert some is not None
    assert many is not None
    assert many < some
    assert power(5).clear_above is None
    assert power(5).wrong_above == 0
    with pytest.raises(RunError):
        power(0)


def test_equal_weights_are_none_and_worlds_without_weight_do_not_count() -> None:
    true = np.array([True, False, True, True, False])
    plain, alike = share(true), share(true, np.full(5, 0.3))
    assert plain is not None
    assert alike is not None
    assert (alike.value, alike.worlds, alike.count) == pytest.approx((plain.value, 5, 5))
    half = share(true, np.array([1.0, 1.0, 0.0, 0.0, 0.0]))
    assert half is not None
    assert (half.value, half.worlds, half.count) == pytest.approx((0.5, 2, 5))
    assert share(true, np.zeros(5)) is None


def test_true_worlds_that_weigh_more_are_worth_less() -> None:
    """Few heavy true worlds carry the share, so its error is larger than Kish's count of all weights would say."""
    true = np.arange(100) < 10
    found = share(true, np.where(true, 3.0, 0.5))
    assert found is not None
    weights = np.where(true, 3.0, 0.5)
    assert found.worlds < weights.sum() ** 2 / (weights**2).sum()
    assert found.value == pytest.approx(30 / 75)


def test_a_weighted_lead_with_equal_weights_is_the_plain_one() -> None:
    true, placebo = np.array([True, True, True, False] * 9), np.array([True, False, False, False] * 9)
    plain, weighed = lead(true, placebo, 0.3), lead(true, placebo, 0.3, np.full(36, 2.0))
    assert plain is not None
    assert weighed is not None
    assert weighed.interval == pytest.approx(plain.interval)
    assert plain.error == pytest.approx((true.astype(float) - placebo).std(ddof=1) / 6)


@pytest.mark.parametrize(
    ("counts", "settled"),
    [
        (((950, 1000), (900, 1000)), True),
        (((950, 1000), (820, 1000)), False),
        (((50, 1000), (100, 1000)), True),
        (((50, 1000), (180, 1000)), False),
        (((500, 1000), (950, 1000)), True),
        (((500, 1000), (790, 1000)), True),
        (((220, 1000),), False),
        (((780, 1000),), False),
    ],
)
def test_a_claim_is_settled_where_four_errors_would_not_change_it(counts: tuple[tuple[int, int], ...], settled: bool) -> None:
    assert is_settled([(Share(*each), None) for each in counts]) == settled


def test_a_placebo_settles_only_what_it_clearly_denies() -> None:
    sure = Share(990, 1000)
    assert is_settled([(sure, Lead(0.1, 0.01, 0.3))])
    assert not is_settled([(sure, Lead(0.28, 0.01, 0.3))])
    assert is_settled([(sure, Lead(0.5, 0.01, 0.3))])
