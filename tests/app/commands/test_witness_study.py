"""What a study changes in the witnesses: the shares of its own laboratory less those of the shipped one, claim by claim."""

from pathlib import Path

from tests.app.calling import Caller
from tests.house import ROOT

THEORY = ROOT / "examples" / "rare_earths"
STUDY = """
title = "A trader's reading"
[priors.elasticity]
low = 0.2
high = 0.5
why = "users told me that they can do with less at once"
[priors.mines_strength]
held = 0
why = "no mine was opened for a price alone"
"""


def study(folder: Path, text: str = STUDY) -> str:
    file = folder / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_each_share_stands_beside_the_one_that_is_shipped(call: Caller, tmp_path: Path) -> None:
    asked = ("witness", "--worlds", "40", "--theory", str(THEORY))
    shipped, mine = (call.fine(*asked, *more, "--json").json for more in ((), ("--study", study(tmp_path))))
    one, other = ({each["id"]: each["share"] for each in answer["claims"]} for answer in (shipped, mine))
    left = [max(each["worlds"] for each in answer["claims"]) for answer in (shipped, mine)]
    expected = {f"claims / {id} / share": (one[id], other[id]) for id in one if one[id] != other[id]}
    if left[0] != left[1]:
        expected["worlds_left"] = (left[0], left[1])
    if shipped["whole"] != mine["whole"]:
        expected["whole"] = (shipped["whole"], mine["whole"])
    assert {row["place"]: (row["shipped"], row["mine"]) for row in mine["beside"]} == expected
    assert all(row["difference"] == row["mine"] - row["shipped"] for row in mine["beside"])
    assert other["R2"] == 0 < one["R2"], "no mine is opened for a price where the study holds that mechanism at nought"
    assert "beside" not in shipped


def test_how_far_a_share_may_be_off_by_chance_is_told(call: Caller, tmp_path: Path) -> None:
    asked = ("witness", "--worlds", "40", "--theory", str(THEORY), "--study", study(tmp_path))
    said = " ".join(call.fine(*asked).out.split())
    assert "a share of 40 worlds is off by up to 0.148 (95 %)" in said


def test_where_history_leaves_no_world_it_is_said(call: Caller) -> None:
    said = call.refused("witness", "--worlds", "2")
    assert "history leaves none of 2 worlds" in said
    assert "more worlds" in said
