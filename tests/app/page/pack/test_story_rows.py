"""The story on the page is the one that was found, by the numbers and in the words of the theory, and is found again the same."""

from dataclasses import replace
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.page.pack import basis
from dualtrack.app.page.pack.basis import ACCEPTED, SEED, parts
from dualtrack.app.page.pack.find_table import with_story
from dualtrack.app.page.pack.found import RENEW, read_found
from dualtrack.app.page.pack.story_rows import story_found, story_row
from dualtrack.lab.kept_table import first_accepted
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.story.told_story import RULE, find_story
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.language.theory import Theory
from tests.examples.rare_earths_lab import rare_earths

Data = dict[str, Any]
LABORATORY = bind()
THEORY = LABORATORY.theory
A_FIFTIETH = 0.02
"""Of a month: by how much rounded parts may miss their rounded mean."""


@pytest.fixture(scope="module")
def kept() -> Data:
    found: Data = read_found(LABORATORY)["story"]
    return found


def bins(story: Data) -> list[Data]:
    return [story["all"], *(story["dial"]["bins"] if story["dial"] else [])]


def test_the_kept_story_is_of_the_theorys_pair_and_date(kept: Data) -> None:
    assert (kept["outcome"], kept["treated"], kept["reference"]) == (THEORY.outcomes[0], THEORY.treated, THEORY.references[0])
    assert kept["at"] == THEORY.display.read_at and kept["years"] == list(range(2027, 2041))
    assert (kept["bound"], kept["cap"]) == (RULE.bound, RULE.most)
    assert kept["worlds"] == ACCEPTED == kept["all"]["worlds"] + kept["failed"]
    assert kept["pathways"] == [each.name for each in THEORY.pathways]


def test_the_kept_parts_sum_to_their_mean(kept: Data) -> None:
    for told in bins(kept):
        assert len(told["parts"]) == len(kept["pathways"])
        assert sum(told["parts"]) + told["direct"] == pytest.approx(told["mean"], abs=A_FIFTIETH)
        assert len(told["quantiles"]) == len(kept["years"])
        assert all(row == sorted(row) and len(row) == 5 for row in told["quantiles"])
        assert told["later"] >= 0 and told["earlier"] >= 0 and told["later"] + told["earlier"] <= 1


def test_the_first_of_the_kept_worlds_give_the_kept_story_its_means(kept: Data) -> None:
    """A tenth of the worlds computed again: their mean lies within sampling error of the kept one."""
    some = first_accepted(LABORATORY, ACCEPTED // 10, SEED)
    found = find_story(LABORATORY, some, split=False)
    assert found is not None
    sigma = RULE.most / 2 / (ACCEPTED // 10) ** 0.5
    assert abs(found.whole.mean - kept["all"]["mean"]) < 4 * sigma, RENEW
    for key in ("later", "earlier"):
        assert abs(getattr(found.whole, key) - kept["all"][key]) < 0.15, RENEW


def test_the_row_says_what_the_theory_declares(kept: Data) -> None:
    row = story_row(THEORY, kept)
    assert row is not None
    display = THEORY.display
    assert row["question"] == list(display.question)
    assert [each["claim"] for each in row["findings"]] == [each.claim for each in display.findings]
    assert [(each["lever"], each["side"], len(each["words"])) for each in row["levers"]] == [
        (each.lever, each.side, len(each.words)) for each in display.worded
    ]
    assert [each["claims"] for each in row["tour"]] == [list(each.claims) for each in display.tour]
    assert [each["id"] for each in row["why"]] == kept["pathways"]
    assert all(all(each["label"]) for each in row["why"])
    assert "pathways" not in row and row["all"] is kept["all"]


def test_an_unjudged_laboratory_has_months_and_no_split() -> None:
    found = story_found(find_story(LABORATORY, draw(LABORATORY.model, 20, 3), split=False))
    assert found is not None and found["pathways"] == [] and found["all"]["parts"] == []
    assert found["all"]["direct"] == found["all"]["mean"]
    row = story_row(THEORY, found)
    assert row is not None and row["why"] == []


def test_a_dial_is_told_with_its_zeros(monkeypatch: pytest.MonkeyPatch) -> None:
    """Months are made of a number that is exactly zero in some worlds."""
    worlds = draw(LABORATORY.model, 300, 5)
    name = "urgency_strength"

    class Planted:
        def months(self, worlds: Worlds, years: tuple[int, ...]) -> Any:
            return (40 * worlds.values[name][:, None] - 20).repeat(len(years), axis=1)

    monkeypatch.setattr("dualtrack.lab.story.told_story.runs_for", lambda *_: Planted())
    found = story_found(find_story(LABORATORY, worlds, split=False))
    assert found is not None and found["dial"]["number"] == name
    zero = [each.get("zero", False) for each in found["dial"]["bins"]]
    assert zero == [bool((worlds.values[name] == 0).any())] + [False] * (len(zero) - 1)
    assert sum(each["worlds"] for each in found["dial"]["bins"]) == 300


def test_another_theory_asks_its_own_question_and_declares_nothing() -> None:
    laboratory = rare_earths()
    row = story_row(laboratory.theory, story_found(find_story(laboratory, draw(laboratory.model, 50, 3), split=True)))
    assert row is not None
    assert row["question"] == list(laboratory.theory.question)
    assert row["findings"] == row["levers"] == row["tour"] == [] and len(row["why"]) == len(row["all"]["parts"]) == 5


def test_no_story_stays_none() -> None:
    assert story_found(None) is None and story_row(THEORY, None) is None


def test_a_table_given_a_story_keeps_everything_else() -> None:
    table = {"fingerprint": "old", "verdicts": {"L5": 1}, "story": "old", "moved": [2]}
    given = with_story(LABORATORY, table, None)
    assert given == {"fingerprint": basis.basis(LABORATORY), "verdicts": {"L5": 1}, "moved": [2], "story": None}


def changed(**changes: Any) -> Laboratory:
    theory: Theory = replace(THEORY, **changes)
    return replace(LABORATORY, theory=theory)


def test_what_the_story_rests_on_makes_the_table_stale_and_moves_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    read_later = changed(display=replace(THEORY.display, read_at=2035))
    others = [
        changed(treated="chips_only"),
        changed(references=("free_trade",)),
        changed(pathways=THEORY.pathways[1:]),
        read_later,
    ]
    assert len({basis.story_basis(each) for each in (LABORATORY, *others)}) == 5
    worded = changed(display=replace(THEORY.display, question=("Why?", "为何？"), findings=(), tour=()))
    assert basis.story_basis(worded) == basis.story_basis(LABORATORY)
    assert basis.basis(read_later) != basis.basis(LABORATORY) and parts(read_later) == parts(LABORATORY)
    before = basis.story_basis(LABORATORY)
    monkeypatch.setattr(basis, "RULE", replace(RULE, most=48.0))
    assert basis.story_basis(LABORATORY) != before
