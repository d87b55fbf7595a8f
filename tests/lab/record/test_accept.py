"""History matching: a planted truth is found again, errors and cut-off rule as stated, and blocks change nothing."""

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.errors import BadNumber, DuplicateName, RegimeError, RunError, UnknownName
from dualtrack.lab.record import accept as module
from dualtrack.lab.record.accept import Matching, accept, accepted_worlds
from dualtrack.lab.record.figure import Figure
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.ledger import Check, Fact, Level, Relation, Stated
from dualtrack.language.statements.target import Bound, Errors, Target, Tolerance, targets_of
from tests.lab.toys import draining, growth

SHUT = Regime("shut", {"access": Path(((2020.0, 0.0),))})
OPEN = Regime("open", {"access": Path(((2020.0, 1.0),))})
WORDS = ("A target", "目标")
CLOCK = Clock(2020.0, 2030.0, 0.25, 0.25)
SPEED = 0.065
"""With access shut, capability is 0.05 and what the drawn base speed adds each year; this is the truth to be found again."""


def look(series: str, year: float) -> Figure:
    raise AssertionError(f"no target of these tests asks for {series} in {year}")


def at(year: float, error: float, value: float | None = None, relation: Relation = "within") -> Target:
    seen = 0.05 + (year - 2020) * SPEED if value is None else value
    return Target(f"M{year:g}", WORDS, Level("capability", year), relation, Stated(seen, "anyone"), Tolerance(error))


def matching(*targets: Target, **more: object) -> Matching:
    plain = Matching(growth(), SHUT, CLOCK, targets, look, spared=0)
    return replace(plain, **more)  # type: ignore[arg-type]


def test_a_planted_number_is_found_again() -> None:
    worlds = draw(growth(), 4000, 3)
    found = accept(matching(at(2025.0, 0.005), at(2030.0, 0.005)), worlds)
    speed = worlds.values["base_speed"]
    assert np.array_equal(found.accepted, np.abs(10 * (speed - SPEED)) <= 3 * 0.005)
    assert speed[found.accepted].min() >= SPEED - 0.0015
    assert speed[found.accepted].max() <= SPEED + 0.0015
    assert found.share == found.accepted.mean() == found.effective / 4000
    assert found.margin == pytest.approx(2 * np.sqrt(0.25 / found.effective))


def test_implausibility_is_the_distance_beyond_the_range_over_both_errors() -> None:
    ranged = Stated(0.7, "anyone", 0.69, 0.72)
    target = Target("M", WORDS, Level("capability", 2030.0), "within", ranged, Errors(0.003, 0.004))
    worlds = draw(growth(), 300, 1)
    (row,) = accept(matching(target), worlds).implausibility
    capability = 0.05 + 10 * worlds.values["base_speed"]
    expected = np.maximum(np.maximum(0.69 - capability, capability - 0.72), 0) / 0.005
    assert row == pytest.approx(expected, abs=1e-9)
    assert (row == 0).any()
    relative = replace(target, errors=Errors(0.03, 0.04, relative=True))
    (row,) = accept(matching(relative), worlds).implausibility
    assert row == pytest.approx(expected * 0.005 / (0.05 * 0.7), abs=1e-9)


def test_one_target_may_be_missed_by_any_distance_where_one_is_spared() -> None:
    wrong = at(2024.0, 0.001, value=9.0)
    worlds = draw(growth(), 500, 2)
    assert accept(matching(wrong, at(2030.0, 0.02)), worlds).share == 0.0
    spared = accept(matching(wrong, at(2030.0, 0.02), spared=1), worlds)
    alone = accept(matching(at(2030.0, 0.02)), worlds)
    assert 0 < alone.share < 1
    assert np.array_equal(spared.accepted, alone.accepted)


def test_rows_say_which_target_rules_out_alone_and_together() -> None:
    low, high, idle = at(2030.0, 0.01, 0.6), at(2029.0, 0.01, 0.7), at(2025.0, 9.0)
    found = accept(matching(low, high, idle), draw(growth(), 2000, 4))
    one, other, none = found.rows()
    missed = found.implausibility > 3
    assert (one.beyond, other.beyond, none.beyond) == (missed[0].mean(), missed[1].mean(), 0.0)
    assert one.decides == (missed[0] & ~missed[1]).mean()
    assert none.decides == none.ruled_out == 0.0
    (pair,) = found.pairs()
    assert {pair.one, pair.other} == {"M2030", "M2029"}
    assert pair.share == pytest.approx((missed[0] & missed[1]).sum() / (missed[0] | missed[1]).sum())
    assert found.to_polars()["target"].to_list() == ["M2030", "M2029", "M2025"]


def test_a_wider_error_or_cut_off_never_accepts_fewer() -> None:
    worlds = draw(growth(), 1000, 5)
    shares = [accept(matching(at(2030.0, error)), worlds).share for error in (0.005, 0.01, 0.02)]
    cuts = [accept(matching(at(2030.0, 0.01), cutoff=cut), worlds).share for cut in (1.0, 2.0, 3.0)]
    assert shares == sorted(shares)
    assert cuts == sorted(cuts)
    assert shares[0] < shares[-1]


def test_the_door_gives_the_accepted_worlds_under_their_own_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = matching(at(2030.0, 0.01))
    worlds = draw(growth(), 1000, 6)
    whole = accept(asked, worlds)
    monkeypatch.setattr(module, "BLOCK", 64)
    kept = accepted_worlds(asked, 1000, 6)
    assert np.array_equal(kept.acceptance.implausibility, whole.implausibility)
    assert np.array_equal(kept.worlds.numbers, np.flatnonzero(whole.accepted))
    for name, values in kept.worlds.values.items():
        assert np.array_equal(values, worlds.values[name][whole.accepted])
    again = accept(asked, kept.worlds)
    assert again.share == 1.0
    assert np.array_equal(again.numbers, kept.worlds.numbers)


def test_progress_counts_worlds() -> None:
    said: list[tuple[int, int]] = []
    accepted_worlds(matching(at(2030.0, 0.05)), 100, 1, lambda done, all_: said.append((done, all_)))
    assert said == [(100, 100)]


def test_where_nothing_is_left_it_says_which_target_is_hardest() -> None:
    with pytest.raises(RunError, match=r"none of 50 worlds is accepted.*M2024"):
        accepted_worlds(matching(at(2030.0, 0.05), at(2024.0, 0.001, value=9.0)), 50, 1)


def test_few_accepted_worlds_are_said_to_be_few() -> None:
    few = accept(matching(at(2030.0, 0.00005)), draw(growth(), 2000, 7))
    assert few.share < 0.01
    assert "second wave" in few.note
    assert accept(matching(at(2030.0, 0.05)), draw(growth(), 50, 7)).note == ""


def test_a_failed_world_and_one_without_the_number_are_ruled_out() -> None:
    running, worlds = Regime("running"), draw(draining(), 200, 1)
    target = Target("M", WORDS, Level("level", 2030.0), "at_most", Stated(9.0, "anyone"), Tolerance(1.0))
    found = accept(Matching(draining(), running, CLOCK, (target,), look, spared=0), worlds)
    empty = 1.0 - 10 * worlds.values["drain"] <= 0
    assert 0 < found.share < 1
    assert np.isinf(found.implausibility[0][empty]).all()
    over_nothing = Level("capability", 2021.0, per="access")
    assert accept(matching(replace(target, measure=over_nothing)), draw(growth(), 20, 1)).share == 0.0


def test_a_hard_bound_rules_out_and_another_is_only_reported() -> None:
    worlds = draw(growth(), 1000, 8)
    label, reason = ("A bound", "界限"), "anyone"
    bounds = [
        Bound(name, label, Level("capability", 2030.0), 0.0, 0.65, reason, hard) for name, hard in (("S", False), ("H", True))
    ]
    soft, hard = (accept(matching(at(2030.0, 0.02), bounds=(each,)), worlds) for each in bounds)
    assert np.array_equal(soft.accepted, soft.matched)
    assert np.array_equal(hard.matched, soft.matched)
    inside = 0.05 + 10 * worlds.values["base_speed"] <= 0.65
    assert np.array_equal(hard.accepted, hard.matched & inside)
    for found in (soft, hard):
        (row,) = found.bound_rows()
        assert row.inside == found.bounds_kept == inside[found.matched].mean()
        assert row.band is not None
        assert row.band.lowest < 0.65 < row.band.highest


def test_targets_are_the_checks_of_facts_that_prove_something() -> None:
    check, words = Check(Level("capability", 2030.0), "at_most", Stated(0.7, "anyone"), 0.05), ("A fact", "事实")
    facts = [
        Fact("F1", words, "level", (check, check)),
        Fact("F2", words, "level", (check,)),
        Fact("F3", words, "level", (check,), held_out=True),
        Fact("F4", words, "parameter", (check,)),
    ]
    more = at(2025.0, 0.05)
    assert [each.id for each in targets_of(facts, [more])] == ["F1.1", "F1.2", "F2", "M2025"]
    assert targets_of(facts)[0].errors.scale(9.0) == 0.05


@pytest.mark.parametrize(("observation", "discrepancy"), [(0.0, 0.0), (-0.1, 0.2), (np.nan, 1.0), (1.0, np.inf)])
def test_errors_that_are_no_errors_are_refused(observation: float, discrepancy: float) -> None:
    with pytest.raises(BadNumber, match="errors"):
        Errors(observation, discrepancy)


def test_unknown_and_doubled_names_are_refused() -> None:
    wrong = replace(at(2030.0, 0.1), measure=Level("capabilty", 2030.0))
    with pytest.raises(UnknownName) as caught:
        matching(wrong)
    assert caught.value.near.startswith("capability")
    with pytest.raises(DuplicateName):
        matching(at(2030.0, 0.1), at(2030.0, 0.2))
    with pytest.raises(RegimeError, match="spared"):
        matching(at(2030.0, 0.1), spared=1)
    with pytest.raises(BadNumber, match="runs from"):
        Bound("B", ("A bound", "界限"), Level("capability", 2030.0), -np.inf, np.inf, "anyone")
