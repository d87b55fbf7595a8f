"""What a policy sets is what it runs with, and is told as it is and not as its author meant it."""

from itertools import pairwise
from pathlib import Path as File

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.app.bind import bind
from dualtrack.errors import RegimeError, UnknownName
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.policies.policy_shown import PolicyShown
from dualtrack.lab.policies.show_policy import show_policy
from dualtrack.language.scenario import Path, Regime
from tests.strategies import paths

LAB = bind()
HEAD = 'label = { en = "A", zh = "甲" }\nparts_at = 2027.0\n'
QUIET = [name for name in LAB.regimes if name not in ("limited_opening", "refusal")]
MIRRORED = {"tighter": "looser", "looser": "tighter", "higher": "lower", "lower": "higher"}
TOGETHER = {name for each in LAB.theory.display.together for name in each.levers}
LEVERS = [name for name in LAB.model.of_role(["lever"]) if name not in TOGETHER]
"""Levers that are read without a run."""


def own(folder: File, levers: str, base: str = "as_is") -> Laboratory:
    """The laboratory with a user's regime `mine` that sets these levers."""
    (folder / "mine.toml").write_text(f'name = "mine"\nbase = "{base}"\n{HEAD}[levers]\n{levers}\n', encoding="utf-8")
    return bind([folder / "mine.toml"])


def ways(found: PolicyShown) -> dict[str, list[tuple[str, ...]]]:
    return {each.name: [each.courses(stage) for stage in each.stages] for each in found.differing}


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_a_value_that_is_shown_is_the_one_that_runs(data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(LEVERS), unique=True, min_size=1, max_size=3))
    moved = {name: data.draw(paths(LAB.model[name].low, LAB.model[name].high)) for name in chosen}
    regime = Regime("mine", {**LAB.past.paths, **moved}, parts_at=2018.0)
    found, year = show_policy(LAB, regime), 2018.0 + data.draw(st.integers(0, 32 * 6)) / 32
    for each in found.levers:
        path = regime.paths.get(each.name)
        expected = LAB.model[each.name].number if path is None else path.at(year)
        assert each.at(year)[-1] == pytest.approx(expected, abs=1e-6)
        assert each.differs == any(path is not None and path.at(y) != each.at(y)[0] for y in _dates(each.name, regime))


def _dates(lever: str, regime: Regime) -> list[float]:
    """Moments in which a path and the one of today can part: its points, between them, and those of the record."""
    points = [year for path in (regime.paths.get(lever), LAB.past.paths.get(lever)) if path for year, _ in path.points]
    dates = sorted({2018.0, *(year for year in points if year >= 2018.0)})
    return [*dates, *((a + b) / 2 for a, b in pairwise(dates))]


def test_two_regimes_the_other_way_round_mirror_each_other() -> None:
    there, back = (
        show_policy(LAB, *map(LAB.regime, names)) for names in (("near_embargo", "breakout"), ("breakout", "near_embargo"))
    )
    assert [each.name for each in there.differing] == [each.name for each in back.differing] != []
    for name, stages in ways(there).items():
        assert [tuple(MIRRORED[each] for each in stage) for stage in stages] == ways(back)[name]


@pytest.mark.parametrize("name", QUIET)
def test_beside_itself_a_regime_shows_nothing(name: str) -> None:
    found = show_policy(LAB, LAB.regime(name), LAB.regime(name))
    assert found.differing == () and found.joint == () and found.to_rows() == []
    assert len(found.levers) == len(LAB.model.of_role(["lever"]))


def test_tools_tightened_to_030_are_looser_than_today(tmp_path: File) -> None:
    lab = own(tmp_path, "tool_access = 0.30")
    found = show_policy(lab, lab.regime("mine"))
    (tools,) = found.differing
    assert (tools.name, tools.stages[0].values, tools.courses(tools.stages[0])) == ("tool_access", (0.25, 0.3), ("looser",))
    assert tools.behind is not None and tools.behind.event == "2024_12_02_memory_and_tool_rule"


def test_the_h20_allowed_keeps_the_volume_of_the_h200_rule_and_is_tighter(tmp_path: File) -> None:
    lab = own(tmp_path, "chip_performance_ceiling = 0.15")
    found = show_policy(lab, lab.regime("mine"))
    (ceiling,) = found.differing
    assert ceiling.courses(ceiling.stages[0]) == ("tighter",)
    assert ceiling.landmarks[0.15][0] == "H20." and ceiling.landmarks[1.0][0] == "H800 and H200."
    volume = found.lever("chip_volume_ceiling")
    assert volume.at(2030.0) == (0.06, 0.06) and volume.landmarks[0.06][0] == "the H200 licences of 2026."


def test_ceilings_that_pull_two_ways_are_read_together() -> None:
    found = show_policy(LAB, LAB.regime("free_trade"))
    assert ways(found)["chip_performance_ceiling"] == [("lower",)] and ways(found)["chip_frontier_share_ceiling"] == [("higher",)]
    (joint,) = found.joint
    assert {each.courses for each in joint.years} == {("looser",)}
    embargo = show_policy(LAB, LAB.regime("near_embargo"))
    assert ways(embargo)["chip_performance_ceiling"] == [("tighter",)]
    assert [each.values[1] for each in embargo.joint[0].years] == [0.0, 0.0]


def test_a_lever_is_said_to_be_of_the_regime_that_sets_it() -> None:
    found = show_policy(LAB, LAB.regime("refusal"))
    written = {each.name: each.written[1] for each in found.differing}
    assert written["import_refusal"] == "refusal"
    assert written["korean_fab_access"] == "limited_opening" and written["tool_access"] == "near_embargo"
    assert {each.name for each in found.idle} == {"rule_free_sales", "chip_levy", "sliding_scale"}


def test_the_rules_in_force_are_shown_beside_themselves() -> None:
    found = show_policy(LAB, LAB.past)
    assert found.differing == () and found.since == LAB.past.parts_at
    assert found.lever("tool_access").stages[0].values == (0.25, 0.25)
    (alarm,) = found.pasts
    assert alarm.events == sum(event.alarm > 0 for event in LAB.record.events)


def test_what_is_out_of_range_or_unknown_is_refused() -> None:
    with pytest.raises(RegimeError, match="stay between"):
        show_policy(LAB, Regime("far", {"tool_access": Path(((2027.0, 2.0),))}))
    with pytest.raises(UnknownName, match="tool_access"):
        show_policy(LAB, LAB.regime("breakout")).lever("tool_acess")
