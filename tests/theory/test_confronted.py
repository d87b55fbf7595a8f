"""What the theory offers to be confronted by: sides for every switch, targets and bounds of its own, days of the record."""

import pytest

from dualtrack.app.bind import THEORY, bind
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.figure import figures, target
from dualtrack.lab.record.read_panel import read_panel
from dualtrack.language.statements.ledger import Observed, span
from dualtrack.language.statements.target import Target, check_targets
from dualtrack.language.tilt import tilted, unplaced
from dualtrack.theory.dual_track.matched import MATCHED


@pytest.fixture(scope="module")
def laboratory() -> Laboratory:
    return bind()


def test_every_switch_has_a_side(laboratory: Laboratory) -> None:
    """A switch without one would lean nowhere in a prior that says it leans."""
    assert unplaced(laboratory.model, laboratory.theory.tilts) == ()


def test_the_two_leaning_priors_mirror_each_other(laboratory: Laboratory) -> None:
    plain, essay, rivals = laboratory.theory.tilts
    assert (plain.raised, plain.lowered) == ((), ())
    assert (set(essay.raised), set(essay.lowered)) == (set(rivals.lowered), set(rivals.raised))
    for tilt in laboratory.theory.tilts:
        moved = {name for name in laboratory.model.drawn if tilted(laboratory.model, tilt)[name] != laboratory.model[name]}
        assert moved == {*tilt.raised, *tilt.lowered}


def test_targets_and_bounds_are_of_things_that_the_model_has(laboratory: Laboratory) -> None:
    check_targets(laboratory.model, (*laboratory.theory.targets, *laboratory.theory.bounds))
    measures = [each.measure for each in laboratory.theory.targets] + [each.measure for each in laboratory.theory.bounds]
    for start, stop in map(span, measures):
        assert THEORY.clock.start <= start <= stop <= THEORY.clock.stop


def test_no_held_out_fact_is_a_target(laboratory: Laboratory) -> None:
    left_out = {fact.id for fact in laboratory.theory.facts if fact.held_out or not fact.is_test}
    assert left_out
    assert not left_out & {each.id.partition(".")[0] for each in laboratory.theory.targets}


@pytest.mark.parametrize("each", MATCHED, ids=lambda each: each.id)
def test_a_matched_level_is_observed_and_its_error_fits_its_source(laboratory: Laboratory, each: Target) -> None:
    """The rule set beforehand: 5, 10 or 20 % by the grade of the source, and a fifth for the model."""
    assert isinstance(each.yardstick, Observed)
    found = target(each.yardstick, figures(laboratory.record))
    (source,) = found.sources
    observed = {"A": 0.05, "B": 0.1, "C": 0.2}[laboratory.record.source(source).grade]
    assert each.errors.scale(1.0) == pytest.approx((observed**2 + 0.2**2) ** 0.5)


def test_no_fact_checks_what_is_matched_as_a_level(laboratory: Laboratory) -> None:
    """One series counts once: a figure that a fact checks is no second target."""
    in_facts = {
        check.yardstick.series
        for fact in laboratory.theory.facts
        for check in fact.tests
        if isinstance(check.yardstick, Observed)
    }
    assert not in_facts & {each.yardstick.series for each in MATCHED if isinstance(each.yardstick, Observed)}


def test_bounds_have_a_source_that_the_record_holds_or_a_reason(laboratory: Laboratory) -> None:
    for bound in laboratory.theory.bounds:
        if isinstance(bound.source, str):
            laboratory.record.source(bound.source)


def test_the_panel_reads_from_the_record_and_has_days_without_news(laboratory: Laboratory) -> None:
    found = read_panel(laboratory.reactions, laboratory.model, laboratory.record)
    assert {row.kind for row in found.rows} == {"cash", "belief", "control"}
    for row in found.rows:
        assert row.finding.removeprefix("nvda_").replace("_", "-") == row.day
        assert row.move is not None
        # a day's return beyond the market's and what the press relayed of it never point clearly apart
        assert row.own_move[1] > 0 if row.move[1] > 0 else row.own_move[0] < 0


def test_as_the_panel_says_only_the_days_of_belief_stand_out_of_their_errors(laboratory: Laboratory) -> None:
    found = read_panel(laboratory.reactions, laboratory.model, laboratory.record)
    assert {row.day for row in found.rows if not row.by_chance} == {"2025-01-27", "2025-01-28"}
    assert not found.identified
