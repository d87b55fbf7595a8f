"""What is said of the cruxes: every one that is told, with its interval, and that there is none where there is none."""

from typing import Any

from dualtrack.app.summary.group_words import crux_label

CRUX = {"group": "progress", "en": "Progress", "zh": "进步", "value": 0.563, "low": 0.45, "high": 0.676}


def row(**more: Any) -> dict[str, Any]:
    return {"en": "the lag", "zh": "滞后", "bound": 0.4, "told": True, "cruxes": [], "unit": "1", **more}


def test_a_crux_stands_with_its_interval_in_both_languages() -> None:
    en, zh = crux_label([row(cruxes=[CRUX]), row(en="the level", zh="水平", cruxes=[{**CRUX, "value": 0.6}])])
    assert "Groups told to reach 40 % (95 % intervals): “progress” 56 % (45–68) of the lag, 60 % (45–68) of the level." in en
    assert "：“进步”，滞后56%（45%至68%）、水平60%（45%至68%）。" in zh


def test_no_crux_and_nothing_to_tell_are_different_things() -> None:
    en, zh = crux_label([row(), row(told=False)])
    assert en.endswith("none at this size.")
    assert zh.endswith("此样本量下无。")
    en, zh = crux_label([row(told=False)])
    assert en.endswith("too few worlds to tell.")
    assert zh.endswith("不能断定。")
    assert crux_label([]) == ("", "")


def test_a_headline_without_a_crux_is_passed_over_beside_one_that_has_one() -> None:
    en, zh = crux_label([row(en="the level", zh="水平"), row(cruxes=[CRUX])])
    assert "the level" not in en
    assert "水平" not in zh
    assert "none" not in en
