"""The loops of a regime, from the command line: shares that add up, both languages, cuts by the rule, misspellings refused."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.app.bind import bind
from dualtrack.app.loops.driver_text import show_drivers
from dualtrack.app.loops.loop_text import show_loops
from dualtrack.app.output.json_answer import answer as shape
from dualtrack.lab import loop_study
from dualtrack.lab.leverage_study import study_leverage
from dualtrack.lab.loop_study import (
    LoopQuestion,
    LoopStudy,
    aims_of,
    every_cut,
    lagged_of,
    periods_of,
    reference_of,
    study_loops,
    valued_of,
)
from dualtrack.lab.loops.leverage_rows import handle_label
from dualtrack.lab.loops.loop_rows import observed
from dualtrack.lab.statistics.resolved import Measured
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.model import Model
from dualtrack.theory.dual_track.loops.loop_list import LOOPS
from tests.app.calling import Caller

ASK = LoopQuestion("limited_opening", "near_embargo", 48, 7)


ELSEWHERE = 2
"""Drawn worlds that are searched here beside the nominal one; each takes seconds."""


@pytest.fixture(scope="module")
def study() -> LoopStudy:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loop_study, "ELSEWHERE", ELSEWHERE)
        return study_loops(bind(), ASK, lambda *_: None)


def model() -> Model:
    return bind().model


@pytest.fixture(scope="module")
def found(study: LoopStudy) -> dict[str, Any]:
    return study.to_dict()


def test_the_shares_of_all_named_loops_add_up_to_one(found: dict[str, Any]) -> None:
    assert {row["id"] for row in found["loops"]} == {loop.id for loop in LOOPS} == set(found["relative_to"])
    assert sum(row["share"] for row in found["loops"]) == pytest.approx(1.0)
    assert [row["share"] for row in found["loops"]] == sorted((row["share"] for row in found["loops"]), reverse=True)


def test_every_loop_is_named_in_both_languages(found: dict[str, Any]) -> None:
    assert all(row["en"] and row["zh"] and row["en"] != row["zh"] for row in found["loops"])


def test_only_worlds_that_history_leaves_are_read(found: dict[str, Any]) -> None:
    assert found["worlds"]["matched_to_history"]
    assert 0 < found["worlds"]["scored"] < found["worlds"]["drawn"] == 48


def test_periods_and_stretches_cover_the_run_without_gaps(found: dict[str, Any]) -> None:
    for rows in (found["periods"], found["stretches"]):
        assert (rows[0]["from"], rows[-1]["to"]) == (2018.0, 2040.0)
        assert [row["to"] for row in rows[:-1]] == [row["from"] for row in rows[1:]]
    assert found["shifts"] == [row["from"] for row in found["periods"][1:]]
    assert all(row["leader"] == row["standings"][0]["id"] for row in found["periods"])


def test_cuts_are_read_by_the_rule(found: dict[str, Any], study: LoopStudy) -> None:
    for row in found["loops"]:
        cut = row["cut"]
        assert max(cut["by_lag"], cut["by_value"]) <= cut["either"] <= cut["by_lag"] + cut["by_value"]
        assert cut["matters"] == (cut["either"] >= 0.5)
    assert set(every_cut(bind())) == set(study.cuts.effects)


def test_coverage_says_what_it_is_relative_to(found: dict[str, Any]) -> None:
    coverage = found["coverage"]
    assert 0 < coverage["named_share"] < coverage["spelled_share"] < 1
    assert coverage["one_family_share"] < coverage["family_share"] <= 1 + 1e-9
    assert coverage["stocks_passed"] <= coverage["stocks_in_feedback"]
    assert all(other["share"] <= 1 - coverage["named_share"] for other in coverage["largest_others"])
    assert {each["id"] for each in coverage["families"]} == {loop.id for loop in LOOPS}
    assert len(coverage["in_drawn_worlds"]) == ELSEWHERE
    assert all(0 < each["named_share"] <= each["spelled_share"] < 1 for each in coverage["in_drawn_worlds"])
    assert len({each["found"] for each in coverage["in_drawn_worlds"]}) > 1
    years = [each["share"] for each in coverage["named_share_by_year"]]
    assert sum(years) / len(years) == pytest.approx(coverage["named_share"])


def test_named_loops_spell_half_of_what_is_found_or_the_strongest_others_are_named(found: dict[str, Any]) -> None:
    coverage = found["coverage"]
    assert coverage["spelled_share"] >= 0.5
    for each in (*coverage["largest_strange"], *coverage["largest_in_no_family"], *coverage["largest_others"]):
        assert each["en"] and each["zh"] and each["en"] != each["zh"]
    assert all(each["strange_links"] for each in coverage["largest_strange"])
    assert len({each["en"] for each in coverage["largest_strange"]}) == len(coverage["largest_strange"]) > 1


def test_every_main_outcome_has_its_loops_by_period(found: dict[str, Any], study: LoopStudy) -> None:
    theory = bind().theory
    assert [row["name"] for row in found["outcomes"]] == list(theory.outcomes)
    for row in found["outcomes"]:
        assert [(each["from"], each["to"]) for each in row["periods"]] == list(periods_of(theory))
        for period in row["periods"]:
            assert 0 < period["reached"] <= 1 + 1e-9
            assert 0 < sum(each["share"] for each in period["standings"]) <= period["reached"] + 1e-9
            assert sum(each["weight"] for each in period["stocks"]) <= 1 + 1e-9
            assert all(each["en"] and each["zh"] for each in period["stocks"])


def test_an_order_of_drivers_is_told_only_where_worlds_agree(study: LoopStudy, capsys: pytest.CaptureFixture[str]) -> None:
    """With each share known exactly all orders are told; with none known, no order is."""

    def shown(reach: float) -> str:
        periods = [
            tuple(
                replace(
                    period,
                    standings=tuple(
                        replace(each, measured=Measured(each.share, each.share - reach, each.share + reach))
                        for each in period.standings
                    ),
                )
                for period in drivers.periods
            )
            for drivers in study.drivers
        ]
        known = tuple(replace(each, periods=part) for each, part in zip(study.drivers, periods, strict=True))
        show_drivers(model(), replace(study, drivers=known))
        return capsys.readouterr().out.partition("An outcome is fed by")[0]

    assert ") >" in shown(0.0) and ") ~" not in shown(0.0)
    assert ") ~" in shown(1.0) and ") >" not in shown(1.0)


def test_leverage_is_ranked_named_in_both_languages_and_says_what_is_policy(found: dict[str, Any]) -> None:
    lagged, (valued, _) = lagged_of(bind().theory)[0], valued_of(bind().theory)
    assert [(row["outcome"], row["unit"]) for row in found["leverage"]] == [(lagged, "month"), (valued, "per cent")]
    levers = set(model().of_role(["lever"]))
    for row in found["leverage"]:
        assert 0 < row["worlds"] <= found["worlds"]["scored"]
        sizes = [each["size"] for each in row["handles"]]
        assert sizes == sorted(sizes, reverse=True) and sizes[-1] > 0
        assert not {each["name"] for each in row["handles"]} & set(row["own_arithmetic"])
        for each in row["handles"]:
            assert each["en"] and each["zh"] and each["policy"] == (each["name"] in levers)
            assert len(each["by_reader"]) != 1 and not (each["policy"] and each["by_reader"])
        assert row["links"] and all(each["from"]["zh"] and each["to"]["zh"] for each in row["links"])
        sizes = [each["size"] for each in row["links"]]
        assert sizes == sorted(sizes, reverse=True)


def test_what_readers_and_spans_add_is_what_the_nudge_does(found: dict[str, Any]) -> None:
    """As far as the middle half of worlds tells: medians of parts are no parts of the median, and a wait bends at a threshold."""
    for row in found["leverage"]:
        for each in row["handles"][:5]:
            for parts in (each["by_span"], each["by_reader"] or [each]):
                low, high = each["band"]["q25"], each["band"]["q75"]
                assert low - 0.05 <= sum(part["band"]["q50"] for part in parts) <= high + 0.05


def test_leverage_may_be_asked_on_any_outcome() -> None:
    asked = LoopQuestion("limited_opening", "near_embargo", 4, 7, matched=False, outcome="dependence")
    study = study_leverage(bind(), asked.regime, aims_of(bind().theory, asked.outcome), draw(model(), 4, 7), lambda *_: None)
    (row,) = study.aim_rows()
    assert (row["outcome"], row["year"], row["unit"]) == ("dependence", 2032.0, "per cent")
    assert row["handles"]


def test_an_element_is_named_with_what_it_is_an_element_of() -> None:
    english, chinese = handle_label(model(), "layer_focus.fabrication")
    assert english.startswith(handle_label(model(), "layer_focus")[0]) and english != handle_label(model(), "layer_focus")[0]
    assert "：" in chinese


def test_the_text_names_the_leader_and_the_rule(study: LoopStudy, capsys: pytest.CaptureFixture[str]) -> None:
    show_loops(model(), study)
    said = capsys.readouterr().out
    label = study.loops[study.dominance.whole.leader].label
    for words in (
        label[0].split()[0],
        label[1][:6],
        "Which loop leads when",
        "Cut tests",
        "near_embargo",
        "nominal world",
        "Leverage on",
        "drive each main outcome",
        "What the named loops carry",
        "policy",
        "政策",
    ):
        assert words in said


def test_a_loop_is_in_the_table_of_shares_or_named_as_idle(study: LoopStudy, capsys: pytest.CaptureFixture[str]) -> None:
    """Half of the loops are made idle; whichever they are, they are named together and no other is."""
    still = {loop.id for loop in LOOPS[::2]}
    standings = [replace(each, reinforcing=None) if each.circuit in still else each for each in study.dominance.whole.standings]
    assert still <= {each.circuit for each in standings}
    whole = replace(study.dominance.whole, standings=tuple(standings))
    for halted, expected in ((replace(study, dominance=replace(study.dominance, whole=whole)), still), (study, set())):
        idle = {standing.circuit for standing in halted.dominance.whole.standings if standing.reinforcing is None} | expected
        show_loops(model(), halted)
        said = capsys.readouterr().out
        assert listed(said, r"Idle throughout[^:]*: ([^.]*)\.") == idle
        smaller = listed(said, r"Below 1.0 % each: ([^.]*)\.")
        table = said.partition("Shares of the named loops")[2].partition("Shares add up")[0]
        shown = {line.split()[0] for line in table.splitlines() if line.strip()} & {loop.id for loop in LOOPS}
        assert not shown & smaller
        assert shown | smaller == {loop.id for loop in LOOPS} - idle


def listed(said: str, sentence: str) -> set[str]:
    found = re.search(sentence, said)
    return set(found[1].replace("\n", " ").split(", ") if found else ())


def test_a_loop_is_in_the_table_of_cuts_or_named_as_slight(study: LoopStudy, capsys: pytest.CaptureFixture[str]) -> None:
    show_loops(model(), study)
    said = capsys.readouterr().out
    slight = listed(said, r"these do not matter: ([^.]*)\.")
    rows = {row["id"]: row["cut"] for row in study.to_rows()}
    assert slight == {name for name, cut in rows.items() if cut["told"] and not cut["matters"]}
    table = re.split(r"By\s+the\s+rule,", re.split(r"Cut\s+tests\s+in", said)[-1])[0]
    shown = set(re.findall(r"^(?:loop: )?(\S+)", table, re.MULTILINE)) & set(rows)  # on a narrow screen a row is a list
    assert shown == set(rows) - slight


@given(part=st.integers(0, 1024).map(lambda each: each / 1024))
def test_a_loop_that_shows_both_polarities_is_mixed(study: LoopStudy, part: float) -> None:
    """One that shows the other polarity in more than one part of a hundred; the two polarities are two sides of one rule."""
    leader = study.dominance.whole.standings[0]
    shown = [observed(replace(leader, reinforcing=each)) for each in (part, 1 - part, None)]
    other = {"reinforcing": "balancing", "balancing": "reinforcing", "mixed": "mixed"}
    assert shown[2] == "idle"
    assert shown[1] == other[shown[0]]
    assert shown[0] == ("mixed" if 0.011 < part < 0.989 else shown[0])
    assert shown[0] == ("reinforcing" if part > 0.991 else "balancing" if part < 0.009 else shown[0])


def test_the_command_prints_what_the_laboratory_finds(
    call: Caller, study: LoopStudy, found: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[LoopQuestion] = []

    def answer(_: object, ask: LoopQuestion, __: object) -> LoopStudy:
        asked.append(ask)
        return study

    monkeypatch.setattr("dualtrack.app.commands.loops.study_loops", answer)
    printed = call.fine("loops", "limited_opening", "--worlds", "48", "--json").json
    assert asked == [ASK]
    call.fine("loops", "refusal", "--against", "free_trade", "--unmatched", "--json")
    assert asked[1] == LoopQuestion("refusal", "free_trade", 500, 7, matched=False)
    assert printed == json.loads(json.dumps(shape("loops", bind(), found)))


def test_the_reference_is_another_regime() -> None:
    laboratory = bind()
    assert reference_of(laboratory, "limited_opening", "") == "near_embargo"
    assert reference_of(laboratory, "near_embargo", "") == "free_trade"
    assert reference_of(laboratory, "near_embargo", "refusal") == "refusal"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("limited_openning",), "limited_opening"),
        (("limited_opening", "--against", "near_embrago"), "near_embargo"),
        (("limited_opening", "--against", "limited_opening"), "itself"),
        (("limited_opening", "--worlds", "0"), "0 worlds"),
        (("limited_opening", "--outcome", "dependance"), "dependence"),
        (("limited_opening", "--outcome", "cut_off"), "given from outside"),
    ],
)
def test_what_cannot_be_answered_is_refused(call: Caller, words: tuple[str, ...], said: str) -> None:
    assert said in call.refused("loops", *words)
