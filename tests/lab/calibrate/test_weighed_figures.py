"""Which figures weigh: none said beforehand, held out, of the start, at nought or told twice."""

from dataclasses import replace
from datetime import date

import pytest

from dualtrack.evidence.record import EMPTY
from dualtrack.evidence.rows import Observation, Source
from dualtrack.lab.calibrate.weighed_figures import LATE, NOUGHT, REPEATED, STARTED, sift
from dualtrack.lab.record.figure import Figure
from dualtrack.lab.record.mapped import Mapped, Standing
from dualtrack.language.scenario import Clock
from dualtrack.language.statements.counterpart import Counterpart, Relative
from dualtrack.language.statements.ledger import Change, Level, Measure, Observed, Stated, Yardstick
from dualtrack.language.statements.target import Target, Tolerance
from tests.lab.toys import growth

CLOCK = Clock(2020.0, 2030.0, 0.25, 0.25)
RECORD = replace(EMPTY, sources=(Source("house", "", "", "", "", "A", "", ""),))
SURVEY = Counterpart("survey", "capability", Relative(0.2), ("A survey", "调查"), bears="at_least", at_end=True)


def row(year: int, value: float = 0.4, standing: Standing = "weighs") -> Mapped:
    seen = Observation(
        "survey", date(year, 1, 1), date(year, 12, 31), value, None, None, "estimate", "house", date(2026, 1, 1), ""
    )
    return Mapped(SURVEY, seen, Figure(value, 0.9 * value, 1.2 * value, ("house",)), standing)


def target(measure: Measure, yardstick: Yardstick) -> Target:
    return Target("T", ("A target", "目标"), measure, "within", yardstick, Tolerance(0.1))


def test_a_figure_brings_all_that_its_errors_hang_on() -> None:
    found = sift(growth(), RECORD, CLOCK, [row(2024)], ())
    (figure,) = found.figures["capability"]
    assert (figure.series, figure.value, figure.low, figure.high) == ("survey", 0.4, 0.9 * 0.4, 1.2 * 0.4)
    assert (figure.start, figure.stop, figure.kind, figure.grade) == (2024.0, 2025.0, "estimate", "A")
    assert (figure.bears, figure.at_end) == ("at_least", True)
    assert figure.definition == pytest.approx(0.08)
    assert found.left_out == {}


def test_what_is_left_out_is_counted_by_why() -> None:
    rows = [row(2024), row(2020), row(2030), row(2025, 0.0), row(2026, standing="outlook"), row(2027, standing="held out")]
    found = sift(growth(), RECORD, CLOCK, rows, ())
    assert len(found.figures["capability"]) == 1
    assert found.left_out == {STARTED: 1, LATE: 1, NOUGHT: 1, "outlook": 1, "held out": 1}


@pytest.mark.parametrize(
    ("measure", "yardstick", "repeated"),
    [
        (Level("capability", 2024.0, 2025.0), Observed("survey", 2024), True),
        (Level("capability", 2024.0, 2025.0), Observed("count", 2024), False),
        (Change("capability", 2024.0, 2025.0), Observed("survey", 2024, since=2023), False),
        (Level("capability", 2024.5), Stated(0.4, "house"), True),
        (Level("capability", 2026.5), Stated(0.4, "house"), False),
        (Level("progress", 2024.5), Stated(0.4, "house"), False),
        (Level("capability", 2024.5), Stated(0.41, "elsewhere"), False),
        (Level("capability", 2024.5), Stated(0.4, "elsewhere"), True),
    ],
)
def test_a_target_that_repeats_a_figure_is_left_out(measure: Measure, yardstick: Yardstick, repeated: bool) -> None:
    found = sift(growth(), RECORD, CLOCK, [row(2024)], [target(measure, yardstick)])
    assert (found.targets == ()) == repeated
    assert found.left_out == ({REPEATED: 1} if repeated else {})


def test_a_target_stays_where_the_figure_that_it_repeats_does_not_weigh() -> None:
    asked = target(Level("capability", 2024.0, 2025.0), Observed("survey", 2024))
    assert sift(growth(), RECORD, CLOCK, [row(2024, standing="outlook")], [asked]).targets == (asked,)
