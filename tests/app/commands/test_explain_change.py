"""A change explained on the command line: parts that sum to the change of two runs, and a sentence made of them."""

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.commands.explain_change import signed
from tests.app.calling import Caller

WORDS = ["explain-change", "limited_opening", "refusal", "--year", "2035"]


def test_the_parts_sum_to_the_change_between_two_runs(call: Caller) -> None:
    found = call.fine("explain-change", "as_is", "sliding_scale", "--year", "2035", "--json").json
    assert [row["outcome"] for row in found["outcomes"]] == list(bind().model.outcomes)
    assert found["runs"] == 2 ** len(found["movers"])
    for row in found["outcomes"]:
        scale = max(1.0, abs(row["before"]))
        assert sum(row["parts"].values()) == pytest.approx(row["after"] - row["before"], abs=1e-9 * scale)
    for name, key in (("as_is", "before"), ("sliding_scale", "after")):
        run = call.fine("run", name, "--show", "dependence", "--json").json
        there = dict(zip(run["years"], run["values"]["dependence"], strict=True))[2035]
        (row,) = [row for row in found["outcomes"] if row["outcome"] == "dependence"]
        assert row[key] == pytest.approx(there, rel=1e-12)


def test_the_sentence_is_made_of_the_numbers(call: Caller) -> None:
    found, said = call.fine(*WORDS, "--json").json, " ".join(call.fine(*WORDS, "--show", "dependence").out.split())
    (row,) = [row for row in found["outcomes"] if row["outcome"] == "dependence"]
    (mover,) = found["movers"]
    assert mover["name"] == "import_refusal"
    part = signed(row["parts"]["import_refusal"])
    assert part in row["text"]["en"] and part in row["text"]["zh"]
    assert mover["text"]["en"] in row["text"]["en"] and mover["text"]["zh"] in row["text"]["zh"]
    assert row["text"]["en"] in said
    assert "Independent capability" not in said


def test_a_drawn_world_is_another_world(call: Caller) -> None:
    nominal, drawn, again = (call.fine(*WORDS, *more, "--json").json for more in ([], ["--world", "3"], ["--world", "3"]))
    assert nominal["origin"]["seed"] is None and drawn["origin"]["seed"] == 7
    assert drawn == again
    assert nominal["outcomes"] != drawn["outcomes"]


@pytest.mark.parametrize(
    ("value", "said"), [(0.0, "0"), (0.00001, "0"), (0.00518, "+0.0052"), (-0.02, "−0.0200"), (0.5, "+0.500"), (-1234.5, "−1230")]
)
def test_a_part_keeps_its_sign_and_the_figures_that_tell(value: float, said: str) -> None:
    assert signed(value) == said
