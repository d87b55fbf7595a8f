"""No finding is evidence for what its own source set, and none weighs that another piece of news may explain."""

from dataclasses import replace

import pytest

from dualtrack.app.bind import bind
from dualtrack.errors import RecordError
from dualtrack.lab.record.published_fits import check_published_findings, sources_used
from dualtrack.language.declaration import Assumed
from dualtrack.language.statements.experiment import Published
from tests.lab.coins import coins
from tests.lab.experiments.published import STUDY, experiment, record_of

LABORATORY = bind()
PUBLISHED = LABORATORY.theory.published
CITED = "learnt from (paper), a report"


def named(where: str) -> Published:
    """The toy's model whose number names the paper of a study, as its source or in what it assumes."""
    return Published((experiment(where),))


@pytest.mark.parametrize("source", ["paper", Assumed(CITED, "nothing"), Assumed("nothing", f"more of what was {CITED}")])
def test_a_source_that_set_a_number_weighs_nothing(source: str | Assumed) -> None:
    model = coins()
    quantities = {**model.quantities, "gain": replace(model["gain"], source=source)}
    with pytest.raises(RecordError, match="`paper` set `gain` already"):
        check_published_findings(replace(model, quantities=quantities), record_of(STUDY), named("study"))


def test_one_that_set_none_may_weigh_and_an_unknown_one_may_not() -> None:
    check_published_findings(coins(), record_of(STUDY), named("study"))
    with pytest.raises(RecordError, match="no finding `studdy`") as refused:
        check_published_findings(coins(), record_of(STUDY), named("studdy"))
    assert refused.value.near == "study"


def test_no_finding_of_the_theory_set_a_number_of_it() -> None:
    used = dict(sources_used(LABORATORY.model))
    weighing = [name for each in PUBLISHED.experiments for name in each.findings]
    assert weighing
    assert {name: used[source] for name in weighing if (source := LABORATORY.record.finding(name).source) in used} == {}


def test_no_day_weighs_on_which_other_news_was_found() -> None:
    weighing = [LABORATORY.record.finding(name) for each in PUBLISHED.experiments for name in each.findings]
    assert [row.id for row in weighing if row.note.startswith("confounded")] == []


def test_every_mechanism_has_a_sight_and_a_list_of_what_was_studied() -> None:
    switches = set(LABORATORY.model.switches)
    assert {each.switch for each in PUBLISHED.sights} == switches
    assert {each.switch for each in PUBLISHED.studied} == switches


def test_what_weighs_is_listed_as_studied() -> None:
    studied = {each.switch: each.findings for each in PUBLISHED.studied}
    for each in PUBLISHED.experiments:
        assert set(each.findings) <= set(studied[each.switch]), each.name
