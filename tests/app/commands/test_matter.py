"""What matters, on the command line: the laboratory's shares, in text, in data and in both languages."""

from dualtrack.app.bind import THEORY, bind
from dualtrack.app.commands.matter import method_of
from dualtrack.lab.questions.asked import AskedLevel, Setting
from dualtrack.lab.questions.matter import matter
from tests.app.calling import Caller

WORDS = ["matter", "dependence", "--regime", "free_trade", "--year", "2030", "--worlds", "64", "--seed", "3"]


def test_the_shares_are_the_laboratorys(call: Caller) -> None:
    found = call.fine(*WORDS, "--json").json
    laboratory = bind()
    setting = Setting(laboratory.model, laboratory.regime("free_trade"), None, THEORY.clock)
    direct = matter(setting, [AskedLevel("dependence", 2030.0)], method_of(64), seed=3)
    (answer,) = found["answers"]
    assert answer["asked"] == "dependence @ 2030"
    assert [row["total"]["value"] for row in answer["factors"]] == [row.total.value for row in direct.answers[0].rows]
    assert found["factors_screened"] == len(laboratory.model.drawn)
    assert {name for row in answer["factors"] for name in row["members"]} == set(laboratory.model.drawn)
    assert found["origin"]["seed"] == 3
    assert found["origin"]["model"] == laboratory.model.fingerprint


def test_the_text_says_the_same_in_two_languages(call: Caller) -> None:
    said, (answer,) = call.fine(*WORDS).out, call.fine(*WORDS, "--json").json["answers"]
    first = next(row for row in answer["factors"] if len(row["members"]) == 1)
    assert first["factor"] in said
    assert all(first["text"][each] in answer["text"][each] for each in ("en", "zh"))
    assert answer["text"]["en"].split()[0] in said
    assert "Seed 3" in said


def test_sectors_and_a_pair_of_regimes(call: Caller) -> None:
    regimes = ["--regime", "limited_opening", "--against", "near_embargo"]
    found = call.fine("matter", "difference(independent_capability)", *regimes, "--by", "sector", "--worlds", "64", "--json").json
    model = bind().model
    assert found["factors_screened"] == 0
    for answer in found["answers"]:
        assert {row["factor"] for row in answer["factors"]} == {model[name].sector for name in model.drawn}


GROUPS = ["matter", "lag(independent_capability)", "--regime", "near_embargo", "--against", "free_trade", "--by", "meaning"]


def test_groups_of_one_meaning_in_all_worlds_and_in_those_that_history_leaves(call: Caller) -> None:
    level = ["matter", "independent_capability", "--year", "2040", "--by", "meaning", "--worlds", "64"]
    every, left = call.fine(*level, "--json").json, call.fine(*level, "--accepted", "--json").json
    names = {group.id for group in bind().theory.display.meanings} | {"rest"}
    for found in (every, left):
        (answer,) = found["answers"]
        assert {row["factor"] for row in answer["factors"]} == names
    assert 0 < left["share_left"] < 1
    assert all(0 <= row["unmatched"] <= 1 for row in left["answers"][0]["factors"])
    assert "未被记录排除" in left["answers"][0]["text"]["zh"]
    said = call.fine(*level, "--accepted").out
    assert "history leaves" in said
    assert "Progress and rising difficulty" in said


def test_a_number_that_is_held_carries_nothing(call: Caller) -> None:
    found = call.fine(
        "matter", "dependence", "--held", "ecosystem_sensitivity=1", "--by", "meaning", "--worlds", "64", "--json"
    ).json
    assert found["held"] == {"ecosystem_sensitivity": 1.0}
    assert "with refusal_strength at 0" in call.fine(*GROUPS, "--held", "refusal_strength=0", "--worlds", "64").out


def test_what_cannot_be_held_is_refused_by_name(call: Caller) -> None:
    for word, said in (
        ("refusal_strenght=0", "near  refusal_strength"),
        ("memory_access=1", "no uncertain number"),
        ("refusal_strength=2", "cannot be 2"),
        ("refusal_strength", "NAME=VALUE"),
    ):
        assert said in call.refused("matter", "dependence", "--held", word)
