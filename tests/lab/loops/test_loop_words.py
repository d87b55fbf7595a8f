"""Loops without a name are told by what they do, in both languages."""

import pytest

from dualtrack.lab.loops.coverage import FoundLoop
from dualtrack.lab.loops.leverage_rows import handle_label
from dualtrack.lab.loops.loop_words import loop_words
from dualtrack.language.cut import Edge
from tests.behaviour.theory import model


def loop(*names: str, strongest: Edge | None = None) -> FoundLoop:
    return FoundLoop(names, 0.1, reinforcing=True, families=(), strange=(), strongest=strongest or (names[0], names[1]))


def labels(*names: str) -> list[tuple[str, str]]:
    return [handle_label(model(), name) for name in names]


def test_a_loop_of_one_stock_acts_on_itself() -> None:
    (stock, flow) = labels("confidence", "fatigue")
    english, chinese = loop_words(model(), loop("fatigue", "confidence"))
    assert english == f"{stock[0]} acts on itself through {flow[0]}"
    assert chinese == f"{stock[1]}经{flow[1]}作用于自身"


def test_what_does_not_fit_into_a_name_is_counted() -> None:
    english, chinese = loop_words(
        model(), loop("effect_of_research_on_frontier", "frontier_advance", "frontier_performance", "required_research")
    )
    assert english.endswith(" and 1 more") and chinese.count("等另外1个量") == 1


def test_a_loop_of_a_few_stocks_names_them_in_order() -> None:
    first, second = labels("us_capital", "us_revenue")
    english, chinese = loop_words(model(), loop("us_capital", "us_revenue_change", "us_revenue", "return_shortfall"))
    assert english == f"{first[0]} moves {second[0]}, and back"
    assert chinese == f"{first[1]}影响{second[1]}，并返回"


def test_a_loop_of_many_stocks_is_told_by_its_link() -> None:
    names = ("us_spending", "us_capital", "us_revenue", "belief", "confidence", "persuasion")
    cause, effect = labels("persuasion", "confidence")
    english, chinese = loop_words(model(), loop(*names, strongest=("persuasion", "confidence")))
    assert english == f"{cause[0]} moves {effect[0]}, and it comes back through 4 more stocks"
    assert chinese == f"{cause[1]}影响{effect[1]}，经另外4个存量返回"


def test_the_stages_of_a_delay_are_named_once() -> None:
    stages = [name for name in model().stocks if name.startswith("fabs_finished.stage_")]
    assert len(stages) > 1
    english, _ = loop_words(model(), loop(*stages, "advanced_wafers"))
    assert english.count(labels("fabs_finished")[0][0]) == 1


@pytest.mark.parametrize("turn", range(4))
def test_where_a_loop_is_opened_changes_no_stock_of_its_name(turn: int) -> None:
    names = ("us_capital", "us_revenue_change", "us_revenue", "return_shortfall")
    english, _ = loop_words(model(), loop(*names[turn:], *names[:turn]))
    assert all(label[0] in english for label in labels("us_capital", "us_revenue"))
