"""Two study files that differ in everything at once: priors, rows of the record, a claim of one name, a claim asked otherwise."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dualtrack.app.bind import brought_laboratory, studies_at
from dualtrack.errors import RecordError, StudyError
from dualtrack.lab.disputes.dispute import DisputeQuestion, dispute
from dualtrack.lab.disputes.disputed import Disputed
from dualtrack.lab.studies.freeze_study import freeze_study
from tests.house import ROOT
from tests.refusals import refused

THEORY = ROOT / "examples" / "rare_earths"
WORLDS = 300
ROW = """
[[sources]]
key = "count_{name}"
title = "A count"
publisher = "{name}"
date = "2014-03-01"
url = "https://example.org/{name}"
grade = "B"
licence_note = "own count"

[[observations]]
series = "mined_elsewhere"
start = 2012-01-01
end = 2012-12-31
value = {count}
kind = "estimate"
source = "count_{name}"
published = 2014-03-01
"""
PRIOR = """
[priors.inside_price]
low = {low}
high = {high}
why = "a guess"
"""
OWN = """
[claims.dearer]
sentence = "The kept quota would be dear"
why = "the debate of 2010"
regime = "quota_kept"
against = "no_quota"
measure = "relative difference"
of = "price"
year = 2017
relation = "at least"
value = {value}
mechanisms = ["scarcity_strength"]
"""
OTHERWISE = """
[claims.{name}]
sentence = "Asked with another share"
why = "shares matter"
of_claim = "S1"
value = {value}
"""
Ask = Callable[..., Disputed]


@pytest.fixture
def asked(tmp_path: Path) -> Ask:
    """Asks two studies, whose files hold these parts, about something."""

    def ask(one: str, other: str, about: str, *, is_frozen: bool = True) -> Disputed:
        files = [tmp_path / "one.toml", tmp_path / "other.toml"]
        for file, text in zip(files, (one, other), strict=True):
            file.write_text(f'name = "{file.stem}"\ntitle = "{file.stem}"\n{text}', encoding="utf-8")
            if is_frozen and "[claims." in text:
                freeze_study(brought_laboratory(theory=THEORY, study=file), date(2026, 11, 30))
        first, second, lay = studies_at(files[0], files[1], THEORY)
        return dispute(lay, first, second, DisputeQuestion(about, worlds=WORLDS))

    return ask


def row(name: str, count: float) -> str:
    return ROW.format(name=name, count=count)


def prior(low: float, high: float) -> str:
    return PRIOR.format(low=low, high=high)


def otherwise(name: str, value: float) -> str:
    return OTHERWISE.format(name=name, value=value)


def parts(found: Disputed) -> dict[str, set[str]]:
    """The names of the points in which two studies differ, by part."""
    told: dict[str, set[str]] = {}
    for point in found.points:
        told.setdefault(point.part, set()).add(point.name)
    return told


def test_studies_that_differ_in_priors_rows_and_a_claim_of_one_name_are_shared_out_over_all_three(asked: Ask) -> None:
    one = prior(5.0, 6.0) + row("one", 15.0) + OWN.format(value=0.2)
    other = prior(10.0, 12.0) + row("other", 35.0) + OWN.format(value=0.8)
    found, turned = asked(one, other, "dearer"), asked(other, one, "dearer")
    assert parts(found) == {
        "priors": {"inside_price"},
        "evidence": {"observations/mined_elsewhere 2012-01-01 2012-12-31"},
        "thresholds": {"dearer"},
    }
    assert found.parts["thresholds"].value < 0
    assert found.parts["evidence"].value != 0
    assert sum(each.value for each in found.parts.values()) == pytest.approx(found.difference.value, abs=1e-9)
    for part, carried in found.parts.items():
        assert turned.parts[part].value == pytest.approx(-carried.value, abs=1e-9)


def test_a_belief_beyond_the_declared_range_is_run_in_every_mixture(asked: Ask) -> None:
    found = asked(prior(5.0, 6.0), prior(15.0, 20.0), "price @ 2012")
    assert found.answers[1].value > found.answers[0].value
    assert found.parts["priors"].value == found.difference.value


def test_a_claim_asked_otherwise_by_one_is_held_against_the_shipped_one_of_the_other(asked: Ask) -> None:
    found = asked(otherwise("mine", 0.9), prior(5.0, 6.0), "mine")
    assert "mine" in parts(found)["thresholds"]
    assert found.parts["thresholds"].value > 0
    plain = asked("", prior(5.0, 6.0), "S1")
    assert found.answers[1].value == plain.answers[1].value
    assert found.answers[0].value < plain.answers[0].value


def test_two_ways_of_asking_one_claim_otherwise_are_held_against_each_other_by_any_of_its_names(asked: Ask) -> None:
    one, other = otherwise("mine", 0.1), otherwise("yours", 0.9)
    by_name = [asked(one, other, about) for about in ("mine", "yours", "S1")]
    assert by_name[0].difference.value < 0
    for found in by_name[1:]:
        assert [each.value for each in found.answers] == [each.value for each in by_name[0].answers]


def test_a_claim_asked_otherwise_in_two_ways_leaves_the_claim_itself_as_it_is_shipped(asked: Ask) -> None:
    both = otherwise("low", 0.1) + otherwise("high", 0.9)
    found, plain = asked(both, prior(5.0, 6.0), "S1"), asked("", prior(5.0, 6.0), "S1")
    assert found.answers[0].value == plain.answers[0].value
    assert "thresholds" not in parts(found)


def test_a_restatement_that_is_not_frozen_is_named_where_its_claim_is_asked(asked: Ask) -> None:
    error = refused(StudyError, lambda: asked(otherwise("mine", 0.9), prior(5.0, 6.0), "S1", is_frozen=False))
    assert "claim mine is not frozen" in error.what


def test_a_wrong_row_is_laid_to_the_study_that_holds_it(asked: Ask) -> None:
    error = refused(RecordError, lambda: asked(row("one", 15.0), row("other", 5000.0), "S1"))
    assert "other.toml:" in error.what
    assert "other.toml" in error.where
