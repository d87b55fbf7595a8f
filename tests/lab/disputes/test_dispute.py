"""A dispute between two toy studies whose every point carries what is known beforehand."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dualtrack.errors import RegimeError
from dualtrack.lab.disputes.dispute import DisputeQuestion, dispute
from dualtrack.lab.disputes.disputed import Disputed
from dualtrack.lab.studies.study import Study
from tests.lab.disputes.disagreeing import LAY, NUMBERS, study
from tests.lab.disputes.planted import planted

WORLDS = 60
means = st.dictionaries(st.sampled_from(NUMBERS), st.floats(0.1, 0.9), max_size=3)
levers = st.dictionaries(st.sampled_from(("opening", "closing")), st.floats(0, 1), max_size=2)
studies = st.builds(study, st.sampled_from(("one", "other")), means, levers, st.floats(0.5, 2))


def asked(one: Study, other: Study, about: str = "gain @ 2022", **more: object) -> Disputed:
    return dispute(LAY, one, other, DisputeQuestion(about, worlds=WORLDS, **more))  # type: ignore[arg-type]


@given(studies, studies, st.sampled_from(("gain @ 2022", "S1", "gain @ 2022 > 1")))
@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))
def test_parts_sum_to_the_difference_and_change_sign_with_the_order(one: Study, other: Study, about: str) -> None:
    found, turned = asked(one, other, about), asked(other, one, about)
    assert sum(each.value for each in found.parts.values()) == pytest.approx(found.difference.value, abs=1e-9)
    for part, carried in found.parts.items():
        assert turned.parts[part].value == pytest.approx(-carried.value, abs=1e-9)
        if not any(point.part == part for point in found.points):
            assert carried.value == 0.0
    for share in found.to_rows():
        (back,) = (
            row
            for row in turned.to_rows()
            if (row["part"], row["name"], row["lever"]) == (share["part"], share["name"], share["lever"])
        )
        assert back["value"] == pytest.approx(-share["value"], abs=1e-9)


def test_of_a_sum_every_number_and_lever_carries_its_own_change() -> None:
    one = study("one", {"first": 0.2, "second": 0.5}, {"opening": 0.3})
    other = study("other", {"first": 0.6, "second": 0.4}, {"opening": 0.9, "closing": 0.2})
    found = asked(one, other)
    carried = {row["lever"] or row["name"]: row["value"] for row in found.to_rows()}
    assert carried == pytest.approx({"first": 0.4, "second": -0.1, "opening": 0.6, "closing": -0.2}, abs=1e-9)
    assert found.difference.value == pytest.approx(0.7, abs=1e-9)
    assert {by: best.leader.point.name for by, best in found.best.items()} == {"first": "mine", "second": "mine", "both": "first"}


def test_the_bound_of_a_claim_is_a_part_of_its_own() -> None:
    found = asked(study("one", {"first": 0.3}), study("other", {"first": 0.3}, least=1.6), "S1")
    assert [point.part for point in found.points] == ["thresholds"]
    assert found.parts["thresholds"].value == found.difference.value < 0


def test_who_agrees_on_everything_is_told_so_and_nothing_more_is_run() -> None:
    one = study("one", {"first": 0.4}, {"opening": 0.5})
    found = asked(one, one)
    assert found.agrees
    assert found.mixtures == 1
    assert found.figure is None


def test_a_regime_that_is_not_asked_about_is_told_and_not_run() -> None:
    found = asked(study("one", levers={"opening": 0.5}), study("other", {"first": 0.4}), "S1")
    assert [(point.part, point.name) for point in found.idle] == [("policies", "mine")]
    assert [point.part for point in found.points] == ["priors"]


def test_a_claim_is_asked_in_its_own_runs_alone() -> None:
    with pytest.raises(RegimeError, match="names its runs"):
        asked(study("one"), study("other"), "S1", regime=("plain",))


def test_a_mixture_of_all_is_what_the_study_itself_answers() -> None:
    one, other = study("one", {"first": 0.2}), study("other", {"first": 0.7, "fifth": 0.3}, {"opening": 0.4})
    found, alone = asked(one, other), asked(other, other)
    assert found.answers[1].value == pytest.approx(alone.answers[0].value, abs=1e-12)


@pytest.mark.parametrize("seed", range(10))
def test_a_planted_crux_is_named(seed: int) -> None:
    one, other, name = planted(seed)
    found = asked(one, other)
    assert found.best["first"].leader.point.name == name == found.best["second"].leader.point.name
    assert found.best["first"].is_resolved
    assert found.best["first"].half == "clear"
