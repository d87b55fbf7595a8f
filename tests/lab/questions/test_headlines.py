"""The crux of a headline: a group is one where the lower end of its interval says so, and never the rest."""

from dataclasses import replace

import pytest

from dualtrack.app.bind import bind
from dualtrack.errors import UnknownName
from dualtrack.lab.questions.headlines import CRUX, HeadlineInfluence, headline_influences
from dualtrack.lab.questions.matter import Influence, Influences
from dualtrack.lab.statistics.shared_variance import VarianceShare
from dualtrack.lab.worlds.factor import Factor
from dualtrack.language.statements.display import Headline
from dualtrack.language.theory import check_regimes


def influence(name: str, low: float, *, is_rest: bool = False) -> Influence:
    share = VarianceShare(low + 0.1, low, low + 0.2)
    return Influence(Factor(name, (name,), (name.capitalize(), name), is_rest), share, share)


def headline(*rows: Influence) -> HeadlineInfluence:
    laboratory = bind()
    (found, *_) = headline_influences(laboratory.theory, laboratory.model, laboratory.regimes, 256, 7)
    assert found.found is not None
    asked, indices = found.found.asked, found.found.indices
    return replace(found, found=Influences(asked, rows, True, indices))


def test_a_group_is_a_crux_only_where_its_interval_says_so() -> None:
    made = headline(
        influence("all", 0.7, is_rest=True), influence("sure", CRUX), influence("nearly", CRUX - 1e-9), influence("small", 0.1)
    )
    assert [row.factor.name for row in made.cruxes] == ["sure"]
    row = made.to_row()
    assert [(each["group"], each["low"]) for each in row["cruxes"]] == [("sure", CRUX)]
    assert row["told"]
    assert not replace(made, found=None).to_row()["told"]
    assert replace(made, found=None).cruxes == ()


def test_every_headline_is_asked_as_it_says_and_the_same_seed_gives_the_same() -> None:
    laboratory = bind()
    theory = laboratory.theory
    one, same = (headline_influences(theory, laboratory.model, laboratory.regimes, 256, 3) for _ in range(2))
    assert [each.to_row() for each in one] == [each.to_row() for each in same]
    assert [each.headline for each in one] == list(theory.display.headlines)
    taken = next(each for each in one if each.headline.held)
    assert taken.found is not None
    assert {row.factor.name: row.total.value for row in taken.found.rows}["gate"] == 0.0


def test_a_headline_of_a_regime_that_is_not_there_is_refused() -> None:
    laboratory = bind()
    display = replace(laboratory.theory.display, headlines=(Headline(("Lag", "滞后"), "independent_capability", "near_embrago"),))
    with pytest.raises(UnknownName) as caught:
        check_regimes(replace(laboratory.theory, display=display), laboratory.regimes)
    assert "near_embrago" in str(caught.value)
