"""Discovery on the command line: the laboratory's regions, in data and in sentences of two languages."""

from dualtrack.app.bind import THEORY, bind
from dualtrack.app.terminal.numbers import number, share
from dualtrack.lab.questions.asked import Setting
from dualtrack.lab.questions.condition import read_condition
from dualtrack.lab.questions.discover import discover
from tests.app.calling import Caller

TEXT = "difference(independent_capability) @ 2035 < 0"
WORDS = ["discover", TEXT, "--regime", "limited_opening", "--against", "near_embargo", "--worlds", "150", "--seed", "3"]


def test_the_regions_are_the_laboratorys_and_told_in_two_languages(call: Caller) -> None:
    found, said = call.fine(*WORDS, "--json").json, " ".join(call.fine(*WORDS).out.split())
    laboratory = bind()
    model = laboratory.model
    setting = Setting(model, laboratory.regime("limited_opening"), laboratory.regime("near_embargo"), THEORY.clock)
    direct = discover(setting, read_condition(TEXT, model, 2040.0), 150, seed=3)
    assert found["condition"] == str(direct.condition)
    assert (found["share"], found["origin"]["seed"], found["origin"]["model"]) == (direct.share, 3, model.fingerprint)
    assert [row["density"] for row in found["regions"]] == [region.held.density for region in direct.regions]
    first, region = direct.regions[0], found["sentences"][1]
    for limit in first.limits:
        for text, label in zip((region["en"], region["zh"]), model[limit.name].label, strict=True):
            assert label in text
            is_switch = model[limit.name].role == "switch"
            assert ("exist" in text or "存在" in text) if is_switch else number(limit.bound) in text
    assert share(first.held.density) in region["en"] and share(first.held.density) in region["zh"]
    assert region["en"] in said
    assert "seed 3" in said
