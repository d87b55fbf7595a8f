"""Arms: dials move between regimes, levers are set, numbers held and paths frozen as they say, and blocks change nothing."""

from dataclasses import replace

import numpy as np
import pytest

from dualtrack.errors import BadNumber, RegimeError
from dualtrack.lab.claims import arms
from dualtrack.lab.claims.arm_regime import between, regime_of
from dualtrack.lab.claims.arms import Stage, stage_for
from dualtrack.lab.runs.ensemble import run_ensemble
from dualtrack.lab.statistics.lag import LagRule, lag
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.claim_measure import Arm, Delay, Fall, Frozen, Point, Reading, Set, line
from tests.lab.coins import CLOCK, REGIMES, coins, slower
from tests.lab.toys import draining, growth

MODEL = coins()
STAGE = Stage(MODEL, REGIMES, CLOCK, LagRule(2022.0, 2030.0, (0.5, 0.6)))
WORLDS = draw(MODEL, 40, 3)
LONG = Clock(2020.0, 2030.0, 1 / 16, 1 / 4)
GAIN, SLOWING = WORLDS.values["gain"], WORLDS.values["slowing"]


def level(arm: Arm, year: float = 2025.0) -> np.ndarray:
    point = Point(arm, "level", year)
    return STAGE.see([point], WORLDS).points[point]


def test_dials_move_between_two_regimes() -> None:
    for share, arm in line("shut", "open", 5):
        assert level(arm) == pytest.approx(1 + share * GAIN)
        assert level(arm, 2021.0) == pytest.approx(np.ones(40))


def test_only_the_dials_that_are_named_move() -> None:
    assert level(Arm("shut", towards="open", dials=("depth",))) == pytest.approx(np.ones(40))
    assert level(Arm("shut", towards="open", dials=("opening",))) == pytest.approx(1 + GAIN)


def test_a_lever_is_set_from_its_year_or_from_where_the_regime_parts() -> None:
    for year, since in ((None, 2022.0), (2024.0, 2024.0)):
        changed = Arm("shut", levers=(Set("opening", 0.5, year),))
        assert level(changed, since - 0.25) == pytest.approx(np.ones(40))
        assert level(changed, since) == pytest.approx(1 + GAIN / 2)
    with pytest.raises(RegimeError, match="parts from nothing"):
        regime_of(MODEL, {"bare": Regime("bare")}, Arm("bare", levers=(Set("opening", 0.5),)))


def test_a_number_is_held_in_every_world() -> None:
    assert level(Arm("open", held=(("gain", 0.25),))) == pytest.approx(np.full(40, 1.25))


def test_a_frozen_quantity_follows_another_run_and_then_a_value() -> None:
    like = Point(Arm("open", frozen=(Frozen(("drag",), Arm("shut")),)), "capability", 2026.0)
    until = Point(Arm("open", frozen=(Frozen(("drag",), Arm("shut"), 1.0, 2024.0),)), "capability", 2026.0)
    seen = STAGE.see([like, until], WORLDS)
    helped = 0.1 * (1 + WORLDS.values["helping"] / 2)
    assert seen.points[like] == pytest.approx(0.2 + 4 * helped)
    assert seen.points[until] == pytest.approx(0.2 + 2 * helped + 2 * (helped - 0.1))


def test_a_frozen_link_holds_the_cause_for_one_reader_alone() -> None:
    links = (("drag", "progress"),)
    whole, link = (Arm("open", frozen=(each,)) for each in (Frozen(("drag",), Arm("shut")), Frozen((), Arm("shut"), links=links)))
    asked = [Point(arm, name, 2026.0) for arm in (Arm("open"), whole, link) for name in ("capability", "drag")]
    seen = STAGE.see(asked, WORLDS)
    free, freed, cut = (seen.points[Point(arm, "capability", 2026.0)] for arm in (Arm("open"), whole, link))
    assert np.array_equal(freed, cut)
    assert (cut >= free).all() and (cut > free).any()
    assert np.array_equal(seen.points[Point(link, "drag", 2026.0)], seen.points[Point(Arm("open"), "drag", 2026.0)])


def test_a_link_is_cut_before_its_reader_is_frozen() -> None:
    both = Arm("open", frozen=(Frozen(("progress",), Arm("open"), links=(("drag", "progress"),)),))
    same, free = Point(both, "capability", 2026.0), Point(Arm("open"), "capability", 2026.0)
    seen = STAGE.see([same, free], WORLDS)
    assert seen.points[same] == pytest.approx(seen.points[free])


def test_a_frozen_path_is_a_whole_instruction() -> None:
    frozen = Arm("open", frozen=(Frozen(("drag",), Arm("shut")),))
    for names, like in ((("drag",), frozen), ((), Arm("shut"))):
        with pytest.raises(BadNumber, match="frozen"):
            Frozen(names, like)
    with pytest.raises(BadNumber, match="half an instruction"):
        Frozen(("drag",), Arm("shut"), value=1.0)


def test_lags_are_those_of_the_lag(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = slower(Arm("open"), Arm("shut"))
    whole = STAGE.see([asked], WORLDS)
    monkeypatch.setattr(arms, "BLOCK", 7)
    pieces = STAGE.see([asked], WORLDS)
    for arm in (asked.of, asked.against):
        for threshold in asked.thresholds:
            a, b = (seen.crossed[arm, "capability"].at[threshold] for seen in (whole, pieces))
            assert np.array_equal(a.wait, b.wait)
    ensemble = run_ensemble(MODEL, REGIMES.values(), WORLDS, CLOCK, ["capability"])
    found = lag(ensemble.curves("open", "capability"), ensemble.curves("shut", "capability"), ensemble.years, STAGE.rule)
    waits = [[whole.crossed[arm, "capability"].at[t].wait for t in (0.5, 0.6)] for arm in (asked.of, asked.against)]
    assert 12 * (np.mean(waits[0], axis=0) - np.mean(waits[1], axis=0)) == pytest.approx(found.months)


def test_a_world_that_fails_in_a_run_or_in_one_that_lends_is_marked() -> None:
    running = Regime("running", {"opening": Path(((2020.0, 1.0),))})
    shut = Regime("shut", {"opening": Path(((2020.0, 0.0),))})
    stage = Stage(
        draining(), {"running": running, "shut": shut}, Clock(2020.0, 2030.0, 1 / 16, 1 / 4), LagRule(2021.0, 2029.0, (0.5,))
    )
    worlds, lending = draw(draining(), 40, 2), Arm("shut", frozen=(Frozen(("outflow",), Arm("running")),))
    seen = stage.see([Point(arm, "log_level", 2030.0) for arm in (Arm("running"), Arm("shut"), lending)], worlds)
    dry = worlds.values["drain"] >= 0.1
    assert np.array_equal(seen.sound[Arm("running")], ~dry)
    assert seen.sound[Arm("shut")].all()
    assert np.array_equal(seen.sound[lending], ~dry)
    early = stage.see([Point(Arm("running"), "log_level", 2025.0)], worlds)
    assert np.array_equal(early.sound[Arm("running")], worlds.values["drain"] < 0.2), "what comes after is not run"


def test_a_quantity_over_a_dimension_is_frozen_in_all_its_elements() -> None:
    opened, closed = (Regime(name, {"access": Path(((2020.0, value),))}) for name, value in (("opened", 0.8), ("closed", 0.0)))
    stage = Stage(
        growth(), {"opened": opened, "closed": closed}, Clock(2020.0, 2030.0, 1 / 16, 1 / 4), LagRule(2021.0, 2029.0, (0.5,))
    )
    cut = Point(Arm("opened", frozen=(Frozen(("diverted_effort",), Arm("closed")),)), "capability", 2030.0)
    worlds = draw(growth(), 20, 5)
    given = worlds.values
    assert stage.see([cut], worlds).points[cut] == pytest.approx(
        0.05 + 10 * (given["base_speed"] + 0.8 * given["help_of_access"])
    )


def test_steps_are_mixed_and_ramps_are_not() -> None:
    a, b = Path(((2020.0, 0.0), (2024.0, 1.0))), Path(((2022.0, 4.0),))
    mixed = between(a, b, 0.25)
    assert [mixed.at(year) for year in (2021.0, 2023.0, 2025.0)] == [1.0, 1.0, 1.75]
    assert between(a, b, 1.0) is b
    assert between(a, b, 0.0) is a
    with pytest.raises(RegimeError, match="ramp"):
        between(a, replace(b, points=((2020.0, 0.0), (2022.0, 4.0)), ramp=True), 0.5)


def test_an_unknown_regime_is_refused() -> None:
    with pytest.raises(RegimeError, match="`ajar`"):
        STAGE.see([Delay(Arm("ajar"), Arm("open"), "capability")], WORLDS)


def test_one_kernel_for_many_questions_changes_no_answer() -> None:
    cut = Arm("open", frozen=(Frozen(("drag",), Arm("shut")),))
    asked = [Point(cut, "level", 2025.0), Point(cut, "capability", 2025.0), Point(Arm("open"), "drag", 2025.0)]
    wide = stage_for(MODEL, REGIMES, CLOCK, asked)
    assert wide.saved == {"level", "capability", "drag"}
    assert wide.traced == {"drag"}
    for each in asked:
        assert np.array_equal(wide.see([each], WORLDS).points[each], STAGE.see([each], WORLDS).points[each])


def test_what_is_read_keeps_no_run_alive() -> None:
    """A view into a run's rows would hold them all for as long as the answer is held."""
    asked: tuple[Reading, ...] = (Point(Arm("open"), "level", 2025.0), slower(Arm("open"), Arm("shut")))
    seen = STAGE.see(asked, WORLDS)
    rows: list[np.ndarray] = [*seen.points.values(), *(each.area for each in seen.crossed.values())]
    rows += [row for each in seen.crossed.values() for c in each.at.values() for row in (c.wait, c.reached, c.passed)]
    assert all(row.base is None or row.base.nbytes <= row.nbytes for row in rows)


LEAKY, LEAKING = Regime("leaking", {"opening": Path(((2020.0, 1.0),))}), Arm("leaking")
LEAKS = draw(draining(), 120, 2)
LASTING = LEAKS.only(LEAKS.values["drain"] < 0.1)
"""Worlds in which the tank is not empty before the run ends, so that its logarithm is a number."""


def draining_stage(start: float = 2021.0) -> Stage:
    return Stage(draining(), {"leaking": LEAKY}, Clock(2020.0, 2030.0, 1 / 16, 1 / 4), LagRule(start, 2030.0, (0.5,)))


@pytest.mark.parametrize("since", [2020.0, 2021.0, 2023.3])
def test_a_fall_is_read_over_the_whole_run_at_the_year_that_algebra_says(since: float) -> None:
    """A tank of 1 that loses a drawn part a year: 1 - d t is seven tenths of what it held four years before, or of 1."""
    asked, drain = Fall(LEAKING, "level", 0.3, 4.0, since), LASTING.values["drain"]
    found = draining_stage(2025.0).see([asked], LASTING).points[asked]
    takes = np.where(drain >= 0.075, 0.3 / drain, (0.3 - 2.8 * drain) / (0.3 * drain))
    assert found == pytest.approx(np.where(takes > 10, np.inf, np.maximum(2020.0 + takes, since)), abs=1e-9)
    assert np.isfinite(found).any()
    assert np.isinf(found).any()


def test_only_a_run_that_fails_has_no_year() -> None:
    falls, never = Fall(LEAKING, "level", 0.3, 2.0, 2021.0), Fall(LEAKING, "level", 0.9, 0.5, 2021.0)
    seen = draining_stage().see([falls, never], LEAKS)
    assert np.array_equal(np.isnan(seen.points[falls]), LEAKS.values["drain"] >= 0.1)
    assert np.isinf(seen.points[never][LEAKS.values["drain"] < 0.05]).all()
    early = draining_stage().see([Point(LEAKING, "level", 2022.0)], LEAKS)
    assert early.sound[LEAKING].all(), "a fall needs the run to its end, and a point does not"


def test_a_fall_shares_no_past_that_it_looks_back_on() -> None:
    asked = Fall(LEAKING, "level", 0.3, 4.0, 2025.0)
    late, early = (draining_stage(start).see([asked], LASTING).points[asked] for start in (2026.0, 2020.1))
    assert np.array_equal(late, early)


@pytest.mark.parametrize("since", [2019.0, 2030.0])
def test_a_fall_outside_the_run_is_refused(since: float) -> None:
    with pytest.raises(RegimeError, match="a test looks for a fall of `level`"):
        draining_stage().see([Fall(LEAKING, "level", 0.3, 2.0, since)], LASTING)
