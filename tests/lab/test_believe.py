"""What one must believe: planted thresholds come out of a whole theory, in worlds that are the same at every value."""

import json
from functools import cache
from types import ModuleType
from typing import Any

import numpy as np
import pytest

import dualtrack as dt
from dualtrack.errors import LabError, RunError, UnknownName
from dualtrack.lab.believe import believe
from dualtrack.lab.believed import Belief
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.questions.break_even import HALF
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED
from dualtrack.lab.worlds.draw import Worlds, draw, hold

TOY: dict[str, Any] = {"source": dt.Assumed("a toy", "nothing"), "doc": "A number of a toy.", "label": ("Toy", "玩具")}
THRESHOLDS = {
    "T1": {SUPPORTED: 1.0, HALF: 0.7, CONTRADICTED: 0.4},
    "T2": {SUPPORTED: 0.65 / 0.35, HALF: 1.0, CONTRADICTED: 0.35 / 0.65},
    "T3": {SUPPORTED: 5.0, HALF: 2.0, CONTRADICTED: 1.25},
}
"""By hand: the claims are linear, saturating and with an interaction in the gain; the last needs more than its range."""


def sector() -> ModuleType:
    """A sector of three outcomes of one gain, and one of a switch."""
    gain = dt.uncertainty(0.5, "1", low=0.0, high=2.0, prior=dt.Uniform(0.0, 2.0), **TOY)
    chance = dt.uncertainty(0.5, "1", low=0.0, high=1.0, prior=dt.Uniform(0.0, 1.0), **TOY)
    idle = dt.uncertainty(0.5, "1", low=0.0, high=1.0, prior=dt.Uniform(0.0, 1.0), **TOY)
    strength = dt.switch(**TOY)
    opening = dt.lever(0.0, "1", low=0.0, high=1.0, **TOY)

    @dt.stock("year", initial=0, label=("Time open", "开放时间"))
    def time_open(opening):
        """How long it was open."""
        return opening

    @dt.outcome("1", direction="higher", label=("Linear", "线性"))
    def linear(gain, chance, opening, idle):
        """The gain and chance."""
        return (gain + chance + 0 * idle) * opening

    @dt.outcome("1", direction="higher", label=("Saturating", "饱和"))
    def saturating(gain, chance, opening):
        """The gain with falling returns, and chance."""
        return (gain / (gain + 1) + chance / 2) * opening

    @dt.outcome("1", direction="higher", label=("Interaction", "交互"))
    def mixed(gain, chance, opening):
        """The gain times chance."""
        return gain * chance * opening

    @dt.outcome("1", direction="higher", label=("Switched", "开关"))
    def switched(strength, chance, opening):
        """What a switch adds, seldom much."""
        return strength * chance * opening

    found = ModuleType("sector")
    vars(found).update(locals())
    found.__doc__ = "What opening brings, by a gain and by chance."
    return found


@cache
def toys() -> Laboratory:
    """A theory with a claim for each outcome, and one of which nothing is computed."""
    shut, wide = (dt.Regime(name, {"opening": dt.Path(((2020, value),))}) for name, value in (("shut", 0.0), ("wide", 1.0)))
    asked = {"T1": ("linear", 1.2), "T2": ("saturating", 0.75), "T3": ("mixed", 1.0), "T4": ("switched", 0.9)}
    tests: list[Any] = []
    for name, (outcome, least) in asked.items():
        rise = dt.Gap(dt.Point(dt.Arm("wide"), outcome, 2030), dt.Point(dt.Arm("shut"), outcome, 2030))
        tests.append(dt.ClaimTest(name, ("Toy", "玩具"), dt.Is(rise, "above", least), rise))
    tests.append(dt.StructureTest("T5", ("Toy", "玩具"), ("opening",)))
    claims = tuple(dt.Claim(each.id, "claim", ("Toy", "玩具"), ("linear",)) for each in tests)
    return dt.laboratory(
        dt.Theory(
            "toys", ("Toys", "玩具"), (sector(),), dt.Clock(2020, 2030, 1 / 4, 1), ("linear",), (shut, wide),
            references=("shut",), claims=claims, tests=tuple(tests), evidence={each.id: dt.Sides((), ()) for each in tests},
            groups=(dt.MechanismGroup("all", ("All", "全部"), ("strength",)),),
        )
    )  # fmt: skip


def asked(claim: str, *numbers: str, worlds: int = 6000, seed: int = 7) -> Belief:
    return believe(toys(), claim, worlds, seed, lambda *_: None, numbers=numbers)


@pytest.mark.parametrize("claim", THRESHOLDS)
def test_a_planted_threshold_is_found_within_a_twentieth(claim: str) -> None:
    found = asked(claim, "gain", worlds=60_000)
    (gain,) = found.numbers
    for level, threshold in THRESHOLDS[claim].items():
        turn = gain.at(level)
        assert turn.value == pytest.approx(threshold, rel=0.05)
        assert turn.above
        low, high = turn.interval
        assert low is not None
        assert high is not None
        assert low < threshold < high


def test_what_decides_is_named_and_the_map_has_its_line_at_one_half() -> None:
    found = asked("T1", worlds=24_000)
    assert [each.name for each in found.leading if each.is_telling] == ["gain", "chance"]
    assert found.is_single
    assert found.region is None
    assert [each.carrier.name for each in found.numbers] == ["gain", "chance"]
    assert found.map is not None
    assert found.map.names == ("gain", "chance")
    for gain, chance in found.map.line:
        assert gain + chance == pytest.approx(1.2, abs=0.13)
    assert [[share is not None and share.value for share in row] for row in found.map.shares] == [
        [float(gain + chance > 1.2) for gain in found.map.values[0]] for chance in found.map.values[1]
    ]


def test_no_value_is_said_where_a_switch_can_do_no_more() -> None:
    (strength,) = asked("T4", "strength").numbers
    assert (strength.stretch.least_by, strength.stretch.most_by) == ("switch", "switch")
    for level in (SUPPORTED, HALF, CONTRADICTED):
        assert strength.at(level).value is None
        assert not strength.at(level).above
    assert strength.curve[-1][0] == 1.0
    assert strength.curve[-1][1].value == pytest.approx(0.1, abs=0.03)


def test_the_worlds_are_fresh_and_the_same_at_every_value(monkeypatch: pytest.MonkeyPatch) -> None:
    held = list[Worlds]()

    def spied(*given: Any) -> Worlds:
        held.append(hold(*given))
        return held[-1]

    monkeypatch.setattr("dualtrack.lab.believe.hold", spied)
    found = asked("T1", "gain", worlds=600)
    assert len(held) == len(found.numbers[0].curve) >= 9
    for worlds in held:
        assert worlds.numbers.tolist() == list(range(600, 700))
        assert np.ptp(worlds.values["gain"]) == 0
        assert worlds.values["chance"].tolist() == held[0].values["chance"].tolist()
    assert found.fresh == 100


def test_a_share_at_a_value_is_that_of_worlds_in_which_nothing_else_was_changed() -> None:
    fresh = draw(toys().model, 100, 7, 600).values["chance"]
    for value, share in asked("T1", "gain", worlds=600).numbers[0].curve:
        assert share.value == pytest.approx(float((value + fresh > 1.2).mean()))


@pytest.mark.parametrize(
    ("claim", "number", "kind", "said", "near"),
    [
        ("T11", "gain", UnknownName, "no claim `T11`", "T1"),
        ("T1", "gian", UnknownName, "no uncertain number", "gain"),
        ("T1", "opening", UnknownName, "no uncertain number", ""),
        ("T5", "gain", RunError, "nothing is computed of claim T5", ""),
    ],
)
def test_what_cannot_be_asked_is_refused(claim: str, number: str, kind: type[LabError], said: str, near: str) -> None:
    with pytest.raises(kind, match=said) as caught:
        asked(claim, number, worlds=600)
    assert caught.value.near.split(", ")[0] == near
    assert caught.value.fix


def test_what_was_found_is_short_to_look_at_and_goes_to_other_tools() -> None:
    found = asked("T1")
    assert len(repr(found)) < 2000
    assert "T1" in repr(found).splitlines()[0]
    assert json.loads(json.dumps(found.to_dict(), allow_nan=False)) == found.to_dict()
    assert len(found.to_polars()) == len(found.to_rows()) == 6
    assert {row["name"] for row in found.to_rows()} == {"gain", "chance"}


def test_no_number_is_told_where_only_chance_goes_with_a_claim() -> None:
    """The claim's share along an idle number is flat: no value is found, and no map is drawn of it."""
    found = asked("T1", "idle")
    (idle,) = found.numbers
    assert idle.at(SUPPORTED).value is None
    assert found.map is None
    assert not idle.carrier.is_telling
