"""What findings say of a world: the density of a multivariate t, whose mapping error ten studies of one kind share."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RecordError
from dualtrack.evidence.rows import Finding
from dualtrack.lab.calibrate.formula_block import DEGREES
from dualtrack.lab.experiments.compared_figure import compared_figure
from dualtrack.lab.experiments.finding_block import FindingBlock, log_hits
from dualtrack.language.statements.experiment import Corresponds, OfWorld
from tests.lab.experiments.published import STUDY, experiment

SIZES = st.floats(-2.0, 2.0)
ERRORS = st.floats(0.01, 1.0)


@given(st.lists(st.tuples(SIZES, ERRORS), min_size=1, max_size=5), ERRORS, ERRORS, st.sampled_from([1.0, 2.0]), SIZES)
def test_the_density_is_that_of_a_multivariate_t(
    studies: list[tuple[float, float]], spread: float, mapping: float, times: float, there: float
) -> None:
    rows = [
        replace(STUDY, scale="log", id=f"study_{place}", effect=effect, error=error)
        for place, (effect, error) in enumerate(studies)
    ]
    block = FindingBlock.of(experiment(*(row.id for row in rows), spread=spread, mapping=mapping), rows)
    seen, own = (np.array(part) for part in zip(*studies, strict=True))
    shape = np.diag(own**2 + spread**2) + (times * mapping) ** 2
    here, away = block.log_density(np.array([[0.0, there]] * len(rows)), times)
    by_hand = [(DEGREES + distance @ np.linalg.inv(shape) @ distance) / DEGREES for distance in (seen, seen - there)]
    assert away - here == pytest.approx(0.5 * (DEGREES + len(rows)) * np.log(by_hand[0] / by_hand[1]), abs=1e-6)


@given(ERRORS, st.integers(2, 40))
def test_many_studies_of_one_kind_never_outvote_the_step_to_the_model(size: float, count: int) -> None:
    """However many exact studies agree, what they say is bounded by the mapping error that all of them share."""
    rows = [replace(STUDY, scale="log", id=f"study_{place}", effect=size, error=1e-3) for place in range(count)]
    block = FindingBlock.of(experiment(*(row.id for row in rows), mapping=size), rows)
    at, off = block.log_density(np.array([[size, 0.0]] * count), 1.0)
    assert at - off <= 0.5 * (DEGREES + count) * np.log1p(1 / DEGREES) + 1e-9


def test_a_row_left_out_is_as_if_it_were_not_there() -> None:
    rows = [replace(STUDY, id=name, effect=effect) for name, effect in (("a", 0.3), ("b", -0.4))]
    whole, alone = FindingBlock.of(experiment("a", "b"), rows), FindingBlock.of(experiment("b"), rows[1:])
    effects = np.array([[0.1, 0.2], [0.3, 0.5]])
    assert whole.log_density(effects, 1.0, 0) == pytest.approx(alone.log_density(effects[1:], 1.0))
    assert alone.log_density(effects[1:], 1.0, 0) == pytest.approx([0.0, 0.0])


def test_a_world_without_a_number_is_ruled_out() -> None:
    block = FindingBlock.of(experiment("study"), [STUDY])
    assert block.log_density(np.array([[np.nan, 0.0]]), 1.0)[0] == -np.inf


def test_a_relative_effect_is_compared_in_logarithms_and_news_over_its_stake() -> None:
    one = Corresponds("study", OfWorld("gain"))
    assert compared_figure(one, replace(STUDY, effect=0.5, error=0.15)) == pytest.approx((np.log(1.5), 0.1))
    lost = replace(STUDY, scale="log", effect=-0.06, error=0.02, stake=0.1)
    assert compared_figure(replace(one, per=-1.0), lost) == pytest.approx((0.6, 0.2))


@pytest.mark.parametrize("missing", ["effect", "error"])
def test_a_finding_without_a_number_cannot_weigh(missing: str) -> None:
    row = replace(STUDY, error=None) if missing == "error" else replace(STUDY, effect=None)
    with pytest.raises(RecordError, match=f"has no {missing}"):
        compared_figure(Corresponds("study", OfWorld("gain")), row)


@given(st.integers(1, 6), st.floats(0.05, 0.4), st.floats(0.05, 0.2), st.sampled_from([1.0, 2.0]))
def test_hits_all_of_which_follow_have_the_likelihood_of_a_beta(tries: int, chance: float, slack: float, times: float) -> None:
    row = counted(float(tries), float(tries), chance)
    base = chance + times * slack
    without, exists = np.exp(log_hits(row, np.array([0.0, 1.0]), slack, times))
    assert without == pytest.approx(base**tries)
    assert exists == pytest.approx((1 - base ** (tries + 1)) / ((tries + 1) * (1 - base)), rel=1e-5)


def test_what_is_no_count_is_refused() -> None:
    with pytest.raises(RecordError, match="no count of hits"):
        log_hits(STUDY, np.array([1.0]), 0.1, 1.0)


def counted(hits: float, tries: float, chance: float) -> Finding:
    return replace(STUDY, scale="hits", effect=hits, error=None, basis="", out_of=tries, chance=chance)
