"""One of two texts by the language spoken, and Chinese set as Chinese print has it, which changes nothing the second time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.language.tongue import ENGLISH, Tongue, quoted_in_chinese, set_in_chinese

CHINESE = Tongue("zh")
PIECES = st.sampled_from(
    (
        "世界",
        "在",
        "，",
        "（",
        "）",
        "“",
        "”",
        " ",
        "46 %",
        "7–10 %",
        "−3 to 4",
        "1,234",
        "0.2",
        "L5",
        "risk_time",
        "`dualtrack judge`",
    )
)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("在 46 % 的世界中", "在46%的世界中"),
        ("7–10 %", "7%至10%"),
        ("7%–10%", "7%至10%"),
        ("41–100", "41至100"),
        ("−0.9 to 4.1", "−0.9至4.1"),
        ("30,400 个世界", "30400个世界"),
        ("主张 L5 在", "主张L5在"),
        ("2026年起chip_levy为0.25", "2026年起 chip_levy 为0.25"),
        ("运行 `dualtrack judge` 可", "运行 `dualtrack judge` 可"),
        ("1,2", "1,2"),
        ("2024-01-01至2024-12-31", "2024-01-01至2024-12-31"),
    ],
)
def test_chinese_is_set_as_chinese_print_has_it(written: str, printed: str) -> None:
    assert set_in_chinese(written) == printed


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_is_set_stays_as_it_is(text: str) -> None:
    once = set_in_chinese(text)
    assert set_in_chinese(once) == once
    assert " %" not in once or " %" in text.replace("46 %", "").replace("10 %", "")


def test_a_tongue_chooses_and_falls_back_to_the_english() -> None:
    assert ENGLISH("46 % of worlds", "46 %的世界") == "46 % of worlds"
    assert CHINESE("46 % of worlds", "46 %的世界") == "46%的世界"
    assert CHINESE("Mine", "") == "Mine"


def test_marks_of_quotation_are_nested() -> None:
    assert quoted_in_chinese("“美芯即上限”信念") == "“‘美芯即上限’信念”"
