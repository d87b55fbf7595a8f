"""Published findings from the command line: one row a mechanism, a card for those named, the same numbers in JSON."""

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.commands import findings as module
from dualtrack.app.findings_page import FINDINGS_PAGE
from dualtrack.lab.confront import read_findings
from dualtrack.lab.experiments.findings_read import PublishedRead
from tests.app.answer_faults import faults
from tests.app.calling import Caller
from tests.house import ROOT

LABORATORY = bind()
WORLDS = 1200
FOUND = read_findings(LABORATORY, WORLDS, 7)


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def again(*_: object) -> PublishedRead:
        return FOUND

    monkeypatch.setattr(module, "read_findings", again)


def test_every_mechanism_has_its_row(call: Caller) -> None:
    said = call.fine("findings").out
    for name in LABORATORY.model.switches:
        assert name in said
    assert "Unseen: silent" in " ".join(said.split())


def test_a_card_shows_what_weighs_what_was_studied_and_why_the_rest_does_not(call: Caller) -> None:
    said = " ".join(call.fine("findings", "china_cash_weight").out.split())
    for words in ("nvda_2022_09_01", "Everything that was found", "Why the others do not weigh", "What would show it best"):
        assert words in said
    assert "urgency_strength" not in said


def test_data_hold_what_the_text_tells(call: Caller) -> None:
    data = call.fine("findings", "urgency_strength", "--json").json
    assert sorted(set(faults("findings", data))) == []
    (row,) = data["mechanisms"]
    (told,) = [each for each in FOUND.mechanisms if each.switch == "urgency_strength"]
    assert row["all"]["with_findings"]["factor"] == told.after["with findings"].value
    assert [each["id"] for each in row["weighing"]] == [each.row.id for each in told.weighing]


def test_an_unknown_mechanism_is_refused_with_the_nearest(call: Caller) -> None:
    assert "urgency_strength" in call.refused("findings", "urgency_strenght")


def test_a_silent_mechanism_is_unseen_where_no_study_could_be_so_exact() -> None:
    for each in FOUND.mechanisms:
        assert (each.says == "unseen") == (each.after["with findings"].says == "silent" and each.sees == "unseen")


def test_the_page_tells_every_mechanism_and_every_reason_in_both_languages() -> None:
    """`make pages` holds the written page beside what the theory gives."""
    page = (ROOT / "docs" / "theory" / FINDINGS_PAGE).read_text(encoding="utf-8")
    for listed in LABORATORY.theory.published.studied:
        assert all(words in page for words in listed.left_out)
    for experiment in LABORATORY.theory.published.experiments:
        assert all(words in page for words in experiment.why)
