"""A claim in a file is the test that Python would declare, and what it cannot say is refused with its line."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dualtrack.errors import StudyError
from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.claims.truths import claim_truths
from dualtrack.lab.studies.lay_study import lay_study
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.statements.claim_measure import Delay, Point
from dualtrack.language.statements.claim_test import ClaimTest, Condition, Given, Is, Null
from tests.lab.studies.claiming import CLAIM, QUESTIONS, SHIPPED, as_file
from tests.lab.studies.studying import REGIME, shipped, study_of

WORLDS, SEED = 48, 7


def bare(test: ClaimTest) -> ClaimTest:
    """The test without its words, and without what a file does not say."""
    null = None if test.null is None else replace(test.null, why=("", ""))
    condition = replace(test.condition, label=("", "")) if isinstance(test.condition, Given) else test.condition
    return replace(test, id="", asked=("", ""), variants=(), condition=condition, null=null, headline=SHIPPED["L2"].headline)


def asking(condition: Condition, value: float) -> Is:
    assert isinstance(condition, Is)
    return replace(condition, value=value)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_shipped_claim_written_as_a_file_is_the_same_test(name: str, tmp_path: Path) -> None:
    own = study_of(tmp_path, as_file(name)).claims[f"{name}x"]
    assert bare(own.test) == bare(SHIPPED[name])


def test_shipped_claims_written_as_files_are_true_in_the_same_worlds(tmp_path: Path) -> None:
    names = ("L2", "L3", "U1")
    laboratory = lay_study(shipped(), study_of(tmp_path, *map(as_file, names)))
    tests = [each for each in laboratory.theory.tests if each.id.removesuffix("x") in names and isinstance(each, ClaimTest)]
    worlds, tilt = draw(laboratory.model, WORLDS, SEED), laboratory.theory.tilts[0]
    asked = [each for test in tests for each in reads(test)]
    stage = stage_for(laboratory.model, laboratory.regimes, laboratory.theory.clock, asked)
    found = claim_truths(stage, tests, Population(tilt.name, tilt.label, worlds))
    rows = dict(zip(found.claims, found.true, strict=True))
    for name in names:
        assert np.array_equal(rows[name], rows[f"{name}x"])
    assert {bool(each) for row in rows.values() for each in row} == {True, False}


def test_a_claim_asked_otherwise_is_the_shipped_test_with_one_number_changed(tmp_path: Path) -> None:
    text = '[claims.six]\nsentence = "six months"\nof_claim = "L5"\nvalue = 6\n'
    text += '[claims.late]\nsentence = "later"\nof_claim = "L2"\nyear = 2036.0\nvalue = -0.05\n'
    own = study_of(tmp_path, text).claims
    assert bare(own["six"].test) == bare(replace(SHIPPED["L5"], condition=asking(SHIPPED["L5"].condition, 6.0)))
    late = own["late"].test
    assert {each.year for each in reads(late) if isinstance(each, Point)} == {2036.0}
    assert isinstance(late.condition, Is) and late.condition.value == -0.05
    assert late.null == SHIPPED["L2"].null
    assert own["six"].of_claim == "L5"


def test_a_null_of_other_runs_asks_the_same_of_them(tmp_path: Path) -> None:
    null = '[claims.mine_1.null]\nregime = "free_trade"\nwhy = "nobody who wants it would choose it"\n'
    test = study_of(tmp_path, CLAIM, null).claims["mine_1"].test
    assert isinstance(test.null, Null) and test.null.condition is not None
    asked = [each for each in reads(replace(test, condition=test.null.condition)) if isinstance(each, Delay)]
    assert (asked[0].of.regime, asked[0].against.regime) == ("free_trade", "near_embargo")


def test_a_claim_may_run_a_regime_of_its_own_file_and_its_seal_covers_it(tmp_path: Path) -> None:
    claim = CLAIM.replace('"limited_opening"', '"tight"')
    one = study_of(tmp_path, REGIME, claim).claims["mine_1"]
    told = study_of(tmp_path, REGIME.replace("Tools tightened", "Tighter tools"), claim).claims["mine_1"]
    other = study_of(tmp_path, REGIME.replace("0.1 }", "0.2 }"), claim).claims["mine_1"]
    assert one.runs == ("tight",)
    assert one.content == told.content != other.content


def changed(old: str, new: str) -> str:
    assert old in CLAIM
    return CLAIM.replace(old, new)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (changed("sentence =", "sentense ="), 3, "sentence"),
        (changed('regime = "limited_opening"', 'regime = "limited_openin"'), 5, "limited_opening"),
        (changed('"lag"', '"lagg"'), 7, "lag"),
        (changed('"lag"', '"difference"'), 9, "has no effect"),
        (changed("independent_capability", "independant_capability"), 8, "independent_capability"),
        (changed("[0.3, 0.4, 0.5]", "[0.4, 0.3]"), 9, "rising"),
        (changed('"at least"', '"atleast"'), 10, "at least"),
        (changed("3.0", '"3"'), 11, "finite number"),
        (changed("3.0", "nan"), 11, "finite number"),
        (changed('["diversion_strength"]', '["diversion"]'), 12, "diversion_strength"),
        (changed('["diversion_strength"]', "[]"), 2, "if the claim were false"),
        (changed("thresholds = [0.3, 0.4, 0.5]", "").replace("independent_capability", "ai_market"), 2, "rests on"),
        (changed('against = "near_embargo"', ""), 2, "against"),
        (changed('"near_embargo"', '"limited_opening"'), 6, "against itself"),
        (changed('"near_embargo"', '{ name = "near_embargo", held = { diversion_strenght = 0 } }'), 6, "diversion_strength"),
        (changed('"near_embargo"', '{ name = "near_embargo", held = { diversion_strength = 0.5 } }'), 6, "choose one of"),
        (changed('"near_embargo"', '{ name = "near_embargo", levers = { chip_levy = 7 } }'), 2, "chip_levy"),
        (changed('"near_embargo"', '{ name = "near_embargo", share = 0.5 }'), 6, "towards"),
        (changed('"near_embargo"', '{ name = "near_embargo", cut = ["root_shar"] }'), 6, "root_share"),
        (changed('"near_embargo"', '{ name = "near_embargo", cut = ["root_share"], at = 0 }'), 6, "since"),
        (changed('"near_embargo"', '{ name = "near_embargo", cut_links = [["root_share", "chip_levy"]] }'), 2, "no equation"),
        (CLAIM + 'null = { held = { diversion_strength = 0 } }', 13, "why"),
        (CLAIM + 'null = { why = "x" }', 13, "takes nothing away"),
        (CLAIM + 'null = { why = "x", against = "near_embargo" }', 13, "the very same"),
        (CLAIM + 'of_claim = "L5"', 5, "beside `of_claim`"),
        (CLAIM + "year = 2030", 13, "has no effect"),
        (CLAIM + 'every = [{ measure = "lag" }]', 13, "side by side"),
        (CLAIM + 'kind = "fact"', 13, "rival"),
        (CLAIM + "frozen = 2026-11-30", 13, "stands alone"),
        (CLAIM + 'frozen = "today"\nseal = "0"', 13, "no date"),
        (CLAIM + 'frozen = 2026-11-30\nseal = "0"', 14, "no seal"),
        (CLAIM.replace("mine_1", "L5"), 2, "already"),
        (CLAIM.replace("mine_1", "Independent_capability"), 2, "already"),
        (CLAIM.replace("mine_1", "not"), 2, "cannot name"),
        ('[claims.a]\nsentence = "x"\nof_claim = "L3"\nvalue = 1', 4, "write the claim out"),
        ('[claims.a]\nsentence = "x"\nof_claim = "L5"\nyear = 2030', 4, "not read in a year"),
        ('[claims.a]\nsentence = "x"\nof_claim = "L5"\nvalue = 3', 4, "already"),
        ('[claims.a]\nsentence = "x"\nof_claim = "L5"', 1, "otherwise"),
        ('[claims.a]\nsentence = "x"\nof_claim = "P1"\nvalue = 3', 3, "nothing is computed"),
        ('[claims.a]\nsentence = "x"\nof_claim = "LL5"\nvalue = 3', 3, "L5"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_claim_is_refused_with_its_line(text: str, line: int, says: str, tmp_path: Path) -> None:
    with pytest.raises(StudyError) as refused:
        study_of(tmp_path, text)
    assert f"mine.toml:{line} " in str(refused.value)
    assert says in str(refused.value)
    assert refused.value.fix


def test_every_mistake_of_a_claim_is_told_at_once(tmp_path: Path) -> None:
    text = CLAIM.replace("why =", "wy =").replace('"lag"', '"lagg"').replace('["diversion_strength"]', '["diversion"]')
    with pytest.raises(StudyError, match="3 mistakes") as refused:
        study_of(tmp_path, text)
    for line in (4, 7, 12):
        assert f"mine.toml:{line} " in str(refused.value)
