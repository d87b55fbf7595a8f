"""Judging from the command line: the same verdicts as text, data and report, and planted worlds that get their due."""

from pathlib import Path

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.verdicts.verdict_data import judged_data
from dualtrack.app.verdicts.verdict_report import report_text
from dualtrack.app.verdicts.verdict_words import verdict_label
from dualtrack.lab.judge_all import Docket, judge_all
from dualtrack.lab.judged import Judged
from dualtrack.lab.statistics.share import side
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.theory.dual_track.claims.claim_tests import CLAIM_TESTS
from tests.app.calling import Caller
from tests.app.judging import KEPT, SMALL, quiet


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Docket, "of", lambda _: Docket(SMALL.tests, (), ()))


def test_every_prior_answers_every_claim_that_is_computed(judged: Judged) -> None:
    data = judged_data(judged)
    assert [row["prior"] for row in data["priors"]] == ["agnostic", "essay", "rivals"]
    assert all(0 < row["worth"] <= row["accepted"] < row["worlds"] == 60 for row in data["priors"])
    assert sum(data["tally"].values()) == len(KEPT)
    for row, test in zip(data["verdicts"], SMALL.tests, strict=True):
        assert row["id"] == test.id
        assert len(row["answers"]) == (3 if isinstance(test, ClaimTest) else 0)
        for answer, prior in zip(row["answers"], data["priors"], strict=False):
            assert answer["before"]["worlds"] == 60
            assert answer["after"]["worlds"] == prior["accepted"]


def test_parts_of_an_effect_sum_to_the_whole_to_a_billionth(judged: Judged) -> None:
    by_prior = judged_data(judged)["attribution"]["L5"]
    assert list(by_prior) == ["agnostic", "essay", "rivals"]
    for found in by_prior.values():
        whole = found["mean"] - found["without_any"]
        assert sum(part["mean"] for part in found["parts"]) == pytest.approx(whole, abs=1e-9)
    assert len({found["mean"] for found in by_prior.values()}) == 3


def test_the_report_says_each_claim_in_both_languages_and_cites_what_it_names(judged: Judged) -> None:
    said, data = report_text(judged), judged_data(judged)
    for row in data["verdicts"]:
        assert f"## {row['id']} {row['en']} / {row['zh']}" in said
        for each in (*row["evidence"]["supports"], *row["evidence"]["opposes"]):
            source = judged.laboratory.record.source(each["source"])
            assert each["grade"] == source.grade
            mark = ("", "") if each["read"] else (", not read in full", "，未读全文")
            graded = f"grade {source.grade}{mark[0]} / 等级{source.grade}{mark[1]}"
            assert f"\n- {each['en']} / {each['zh']} ({source.title}; {graded}) [{source.key}]\n" in said
            assert f"\n- [{source.key}] " in said
    beside = said.partition("## Beside the verdicts")[2].partition("\n## ")[0]
    for row in data["verdicts"]:
        assert (f"| {row['id']} | " in beside) == (row["beside"] is not None)
        english, chinese = verdict_label(row)
        assert f"**{english}** (" in said and f"**{chinese}**（" in said
    assert f"{data['tally']['open']} open" in said.partition("##")[0]
    assert "The verdicts kept with the program" in said


def test_text_and_data_are_of_one_judgement(call: Caller, small: None, tmp_path: Path) -> None:
    file = tmp_path / "verdicts.md"
    words = ("judge", "--worlds", "40", "--prior", "essay", "--claims", "P1, L2, U2")
    found = call.fine(*words, "--json", "-o", str(file))
    assert str(file) in found.err
    assert [row["prior"] for row in found.json["priors"]] == ["essay"]
    said = call.fine(*words).out
    for row in found.json["verdicts"]:
        line = next(line for line in said.splitlines() if line.startswith(f"{row['id']} "))
        assert row["verdict"] in line
        assert f"| {row['id']} |" in file.read_text(encoding="utf-8")
    headline = " ".join(said.split())
    counts = {verdict.replace("_", " "): count for verdict, count in found.json["tally"].items() if count}
    assert all(f"{count} {verdict}" in headline for verdict, count in counts.items())


def test_examples_are_worlds_that_history_leaves_and_name_the_prior_they_came_from(judged: Judged) -> None:
    accepted = judged.populations[0].kept
    rows = [row for row in judged_data(judged)["verdicts"] if row["examples"]]
    found = [each for row in rows for each in row["examples"].values() if each is not None]
    assert {each["prior"] for each in found} <= {"agnostic", "essay", "rivals"}
    assert all(accepted[each["world"]] for each in found)
    undecided = next(row["examples"] for row in rows if 0 < row["answers"][0]["after"]["probability"] < 1)
    assert None not in undecided.values()


def test_the_other_date_of_parting_is_reported_beside_every_claim_that_is_computed(judged: Judged) -> None:
    data, said = judged_data(judged), report_text(judged)
    for row, test in zip(data["verdicts"], SMALL.tests, strict=True):
        assert (row["second_parting"] is not None) == isinstance(test, ClaimTest)
    row = next(row for row in data["verdicts"] if row["id"] == "L5")
    assert row["second_parting"]["year"] == 2023.9
    assert row["second_parting"]["answers"][0]["effect"] != row["answers"][0]["after"]["effect"]
    assert f"in 2023.9 / 政策自2023.9年起分开：{' / '.join(verdict_label(row['second_parting']))}" in said


def test_what_would_decide_is_named_with_what_would_measure_it(judged: Judged) -> None:
    data, said = judged_data(judged), report_text(judged)
    found = {row["id"] for row in data["verdicts"] if row["verdict"] == "open"}
    named = {claim for row in data["deciders"] for claim in row["claims"]} | set(data["open_without"])
    assert named == found
    assert all(row["measured_by"] and row["measured_by"].replace("|", "\\|") in said for row in data["deciders"])


def test_a_few_claims_are_judged_alone(call: Caller, small: None) -> None:
    found = call.fine("judge", "--worlds", "30", "--claims", "L2, U2", "--json").json
    assert [row["id"] for row in found["verdicts"]] == ["U2", "L2"], "in the order of the ledger"
    assert "near  L5" in call.refused("judge", "--claims", "L55")


def test_an_unknown_prior_or_plant_is_refused(call: Caller, small: None) -> None:
    assert "near  essay" in call.refused("judge", "--worlds", "10", "--prior", "esay")
    assert "near  rivals" in call.refused("judge", "--worlds", "10", "--planted", "rival")
    call.refused("judge", "--worlds", "1")


def test_what_is_planted_off_is_true_in_a_fifth_of_worlds_at_most_and_a_rival_at_full_strength_holds() -> None:
    """Every planted side and every claim of either stand in `verify/test_planted_sides.py`."""
    docket = Docket(tuple(test for test in CLAIM_TESTS if test.id in ("U3", "H8")), attributed=(), groups=())
    found = judge_all(bind(), 40, 7, quiet, planted="rivals", docket=docket)
    sides = {each.test.id: side([answer.last.share for answer in each.answers]) for each in found.judgements}
    assert sides == {"U3": "below", "H8": "above"}
