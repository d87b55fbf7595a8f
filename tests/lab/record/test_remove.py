"""Removal: the fact that needs a mechanism breaks without it, and only that one."""

import numpy as np
import pytest

from dualtrack.errors import RunError, UnknownName
from dualtrack.lab.record import remove as module
from dualtrack.lab.record.figure import Figure
from dualtrack.lab.record.remove import Past, remove
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.ledger import Check, Fact, Level, Relation, Stated
from tests.lab.toys import growth

OPEN = Regime("open", {"access": Path(((2020.0, 1.0),))})
CLOCK = Clock(2020.0, 2030.0, 0.25, 0.25)


def look(series: str, year: float) -> Figure:
    raise AssertionError(f"no fact of these tests asks for {series} in {year}")


def fact(name: str, variable: str, relation: Relation, value: float) -> Fact:
    check = Check(Level(variable, 2030.0), relation, Stated(value, "anyone"), 0.1)
    return Fact(name, ("A fact.", "事实。"), "level", (check,))


NEEDS = fact("F1", "diverted_share", "at_least", 0.05)
DENIES = fact("F2", "diverted_share", "at_most", 0.0)
INDIFFERENT = fact("F3", "access", "at_least", 0.5)
FED = Fact("F4", ("Fed.", "输入。"), "input", ())
PAST = Past(OPEN, CLOCK, (NEEDS, DENIES, INDIFFERENT, FED), look)


def test_the_fact_that_needs_the_mechanism_breaks_and_only_that() -> None:
    worlds = draw(growth(), 800, 2)
    strength = worlds.values["mechanism"]
    found = remove(growth(), PAST, worlds)
    needs, denies, indifferent = found.rows
    assert [row.fact for row in found.rows] == ["F1", "F2", "F3"]
    assert {row.removed for row in found.rows} == {"mechanism"}
    assert needs.share == needs.broken == (strength >= 0.05).mean()
    assert needs.share_without == needs.mended == 0.0
    assert needs.miss_without == pytest.approx(0.5)
    assert (denies.share_without, denies.broken) == (1.0, 0.0)
    assert denies.mended == (strength > 0).mean()
    assert (indifferent.change, indifferent.broken, indifferent.mended) == (0.0, 0.0, 0.0)
    assert [row.fact for row in found.moved(0.1)] == sorted(("F1", "F2"), key=lambda name: -abs(changes(found)[name]))
    assert found.to_polars()["change"].to_list() == [row.change for row in found.rows]


def changes(found: module.Removal) -> dict[str, float]:
    return {row.fact: row.change for row in found.rows}


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    worlds, said = draw(growth(), 100, 2), []
    whole = remove(growth(), PAST, worlds)
    monkeypatch.setattr(module, "BLOCK", 17)
    assert remove(growth(), PAST, worlds, progress=lambda done, of: said.append((done, of))) == whole
    assert said[-1] == (200, 200)


def test_worlds_that_lack_the_number_do_not_reproduce_the_fact() -> None:
    """A share of what the mechanism moves cannot be formed where it is off."""
    check = Check(Level("access", 2030.0, per="diverted_share"), "at_least", Stated(0.0, "anyone"), 1.0)
    past = Past(OPEN, CLOCK, (Fact("F1", ("A fact.", "事实。"), "level", (check,)),), look)
    worlds = draw(growth(), 200, 2)
    (row,) = remove(growth(), past, worlds).rows
    assert row.share == (worlds.values["mechanism"] > 0).mean()
    assert (row.share_without, row.miss_without) == (0.0, np.inf)


def test_what_is_no_switch_or_no_fact_is_refused() -> None:
    with pytest.raises(UnknownName) as caught:
        remove(growth(), PAST, draw(growth(), 5, 1), ["mechanisms"])
    assert caught.value.near == "mechanism"
    with pytest.raises(RunError, match="no fact"):
        remove(growth(), Past(OPEN, CLOCK, (FED,), look), draw(growth(), 5, 1))
