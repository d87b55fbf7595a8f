"""Facts: measures of known curves, distances in tolerances, and worlds that reproduce them or do not."""

import numpy as np
import pytest

from dualtrack.errors import RunError, UnknownName
from dualtrack.lab.record.figure import Figure
from dualtrack.lab.record.judge_facts import judge_facts
from dualtrack.lab.runs.ensemble import run_ensemble
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.ledger import Change, Check, Fact, Level, Measure, Moment, Observed, Relation, Stated
from dualtrack.targets.numeric.python import Oracle, Run
from tests.lab.toys import draining, growth

YEARS = tuple(2020 + i / 4 for i in range(41))
"""A run from 2020 to 2030 with a hill that peaks in 2024, a valley below it, a line, and a step."""
RUN = Run(
    "past",
    YEARS,
    {
        "hill": tuple(1 - abs(year - 2024) / 10 for year in YEARS),
        "valley": tuple(abs(year - 2026) / 10 for year in YEARS),
        "line": tuple(2 * (year - 2020) for year in YEARS),
        "jump": tuple(1.0 if year > 2025 else 0.0 for year in YEARS),
        "drop": tuple(0.0 if year > 2023 else 1.0 for year in YEARS),
        "two": (2.0,) * len(YEARS),
    },
)


def look(series: str, year: float) -> Figure:
    assert (series, year) == ("lines", 2022)
    return Figure(4.0, 3.5, 5.0, ("anyone_2025",))


def fact(measure: Measure, relation: Relation, value: float, tolerance: float = 0.5) -> Fact:
    return Fact("F1", ("A fact.", "事实。"), "level", (Check(measure, relation, Stated(value, "anyone_2025"), tolerance),))


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Level("line", 2022.0), 4.0),
        (Level("line", 2022.1), 4.2),
        (Level("line", 2022.0, 2023.0), 5.0),
        (Level("hill", 2023.5, 2024.5), 0.975),
        (Level("line", 2022.0, per="two"), 2.0),
        (Level("line", 2030.0), 20.0),
        (Change("line", 2021.0, 2023.5), 5.0),
        (Change("line", 2022.0, 2023.0, relative=True), 0.5),
        (Change("line", 2021.0, 2022.0, per="two"), 1.0),
        (Moment("hill", "peak", 2021.0, 2028.0), 2024.0),
        (Moment("valley", "trough", 2021.0, 2028.0), 2026.0),
        (Moment("jump", "fastest_rise", 2021.0, 2028.0), 2025.125),
        (Moment("drop", "fastest_fall", 2021.0, 2028.0), 2023.125),
        (Moment("line", "peak", 2021.0, 2028.1), 2028.1),
    ],
    ids=str,
)
def test_a_measure_of_a_known_curve(measure: Measure, expected: float) -> None:
    (verdict,) = judge_facts([fact(measure, "within", expected)], look, RUN)
    assert verdict.checks[0].measured[0] == pytest.approx(expected, abs=1e-9)
    assert verdict.share == 1.0


@pytest.mark.parametrize(
    ("relation", "value", "misses", "holds"),
    [
        ("within", 4.0, 0.0, True),
        ("within", 4.4, 0.8, True),
        ("within", 3.0, 2.0, False),
        ("at_most", 4.0, 0.0, True),
        ("at_most", 3.9, 0.2, False),
        ("at_least", 4.0, 0.0, True),
        ("at_least", 4.1, 0.2, False),
        ("at_least", -9.0, 0.0, True),
    ],
)
def test_a_miss_is_counted_in_tolerances(relation: Relation, value: float, misses: float, holds: bool) -> None:
    (verdict,) = judge_facts([fact(Level("line", 2022.0), relation, value)], look, RUN)
    assert verdict.misses[0] == pytest.approx(misses, abs=1e-12)
    assert bool(verdict.holds[0]) == holds


def test_a_figure_s_own_range_is_no_miss() -> None:
    for value, misses in ((2021.75, 0.0), (2022.5, 0.0), (2021.5, 1.0), (2023.0, 2.0)):
        check = Check(Level("line", value), "within", Observed("lines", 2022), 0.5)
        (verdict,) = judge_facts([Fact("F1", ("A fact.", "事实。"), "level", (check,))], look, RUN)
        assert verdict.misses[0] == pytest.approx(misses, abs=1e-9)
        assert verdict.checks[0].target.sources == ("anyone_2025",)


def test_a_fact_holds_where_all_its_checks_hold_and_misses_by_the_worst() -> None:
    good, bad = (fact(Level("line", 2022.0), "within", value).tests[0] for value in (4.0, 6.0))
    (verdict,) = judge_facts([Fact("F1", ("A fact.", "事实。"), "level", (good, bad))], look, RUN)
    assert (verdict.share, verdict.misses[0]) == (0.0, 4.0)


def test_what_was_fed_in_is_listed_and_not_judged() -> None:
    (verdict,) = judge_facts([Fact("F7", ("A rule.", "规则。"), "input", ())], look, RUN)
    assert verdict.share is None


def test_the_share_of_worlds_is_the_share_drawn_there() -> None:
    """With access shut, capability after ten years is 0.05 plus ten times the drawn speed."""
    worlds, shut = draw(growth(), 80, 4), Regime("shut", {"access": Path(((2020.0, 0.0),))})
    paths = run_ensemble(growth(), [shut], worlds, Clock(2020.0, 2030.0, 0.25, 0.25), ["capability"])["shut"]
    (verdict,) = judge_facts([fact(Level("capability", 2030.0), "at_least", 0.65)], look, paths)
    assert verdict.share == (0.05 + 10 * worlds.values["base_speed"] >= 0.65 - 1e-12).mean()
    one = Oracle.of(growth()).run(shut, Clock(2020.0, 2030.0, 0.25, 0.25), worlds.world(3))
    (single,) = judge_facts([fact(Level("capability", 2030.0), "at_least", 0.65)], look, one)
    assert single.misses[0] == pytest.approx(verdict.misses[3], abs=1e-12)


def test_a_world_that_failed_reproduces_nothing() -> None:
    worlds = draw(draining(), 60, 1)
    paths = run_ensemble(draining(), [Regime("running")], worlds, Clock(2020.0, 2030.0, 0.25, 0.25), ["level", "log_level"])
    (verdict,) = judge_facts([fact(Level("level", 2030.0), "at_most", 9.0)], look, paths["running"])
    assert np.array_equal(verdict.holds, ~paths["running"].failed)
    assert np.isinf(verdict.misses[paths["running"].failed]).all()
    with pytest.raises(RunError, match="every world failed"):
        empty = run_ensemble(
            draining(), [Regime("running")], worlds.part(*_a_failed(verdict.holds)), Clock(2020, 2030, 0.25, 0.25), ["log_level"]
        )
        judge_facts([fact(Level("log_level", 2030.0), "at_most", 9.0)], look, empty["running"])


def _a_failed(holds: np.ndarray) -> tuple[int, int]:
    first = int(np.flatnonzero(~holds)[0])
    return first, first + 1


def test_a_name_that_was_not_saved_is_met_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="fact F1 reads `lime`") as caught:
        judge_facts([fact(Level("lime", 2022.0), "within", 4.0)], look, RUN)
    assert caught.value.near == "line"


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (Level("line", 2031.0), "the run covers 2020 to 2030"),
        (Level("line", 2019.0, 2022.0), "the run covers 2020 to 2030"),
        (Level("two", 2020.0, per="line"), "divides by `line`"),
        (Change("line", 2020.0, 2022.0, relative=True), "starts at 0"),
    ],
)
def test_a_measure_without_a_number_is_refused(measure: Measure, said: str) -> None:
    with pytest.raises(RunError, match=said):
        judge_facts([fact(measure, "within", 4.0)], look, RUN)
