"""Equations as LaTeX: fractions, powers, cases, sums over a dimension, and names in words or labels."""

import pytest

from dualtrack.language.expressions.expr import Call, Expr, Lookup, Num, Ref
from dualtrack.language.expressions.ops import at_least, clip, exp, greater, log, logistic, maximum, minimum, where
from dualtrack.targets.print.latex import by_label, by_name, latex, subscripted
from tests.toys import two_sectors

a, b, c = Ref("a"), Ref("b"), Ref("c")


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (a * (b + c), r"a \cdot \left( b + c \right)"),
        (a + (b - c), "a + b - c"),
        (a - (b - c), r"a - \left( b - c \right)"),
        (a + (0 - b + c), r"a + \left( -b + c \right)"),
        (a * (b * c), r"a \cdot b \cdot c"),
        ((a + b) / (b * c), r"\frac{a + b}{b \cdot c}"),
        (a / b / c, r"\frac{a}{b \cdot c}"),
        (a * (b / c), r"a \cdot \frac{b}{c}"),
        ((a / b) ** 2, r"{\left( \frac{a}{b} \right)}^{2}"),
        (a ** (b - c), "{a}^{b - c}"),
        ((a**b) ** c, r"{\left( {a}^{b} \right)}^{c}"),
        (-a * b, r"\left( -a \right) \cdot b"),
        (-(a + b), r"-\left( a + b \right)"),
        (a - -b, r"a - \left( -b \right)"),
        (exp(a) + log(b), r"\exp\left( a \right) + \ln\left( b \right)"),
        (maximum(a, maximum(b, c)), r"\max\left( a, b, c \right)"),
        (minimum(minimum(a, b), c), r"\min\left( a, b, c \right)"),
        (clip(a, 0, 1), r"\mathrm{clip}\left( a, 0, 1 \right)"),
        (logistic(a), r"\mathrm{logistic}\left( a \right)"),
        (greater(a, b) * c, r"\left[ a \gt b \right] \cdot c"),
        (where(at_least(a, b), a, b), r"\begin{cases} a & \text{if } a \ge b \cr b & \text{otherwise} \end{cases}"),
        (Call("total", (Ref("i"), a + b)), r"\sum_{i} \left( a + b \right)"),
        (Call("total", (Ref("i"), a * b)) / c, r"\frac{\sum_{i} a \cdot b}{c}"),
        (c * Call("total", (Ref("i"), a)), r"c \cdot \left( \sum_{i} a \right)"),
        (Call("smallest", (Ref("i"), a)), r"\min_{i} \left( a \right)"),
        (Lookup("f", a), r"f\left( a \right)"),
        (Num(1e-9) * a, r"1 \cdot 10^{-9} \cdot a"),
    ],
    ids=str,
)
def test_an_expression_is_set_as_people_write_it(tree: Expr, text: str) -> None:
    assert latex(tree, str) == text


def test_branches_that_follow_one_another_share_one_brace() -> None:
    text = latex(where(greater(a, b) * greater(b, c), a, where(c, b, c)), str)
    assert text.count(r"\begin{cases}") == 1
    assert r"a & \text{if } a \gt b \text{ and } b \gt c \cr b & \text{if } c \gt 0 \cr c & \text{otherwise}" in text


def test_a_choice_inside_a_product_is_bracketed() -> None:
    assert latex(a * where(b, a, c), str).startswith(r"a \cdot \left( \begin{cases}")


def test_names_are_said_in_words_with_their_element_below() -> None:
    assert by_name("installed_base") == r"\text{installed base}"
    assert by_name("maturity.core_ip") == r"\text{maturity}_{\text{core ip}}"
    assert by_name("maturity[layer]") == r"\text{maturity}_{\text{layer}}"


def test_names_are_said_by_label_in_either_language() -> None:
    model = two_sectors()
    assert latex(Ref("innovation") * Ref("urge"), by_label(model, 0)) == r"\text{Innovation} \cdot \text{Urge}"
    chinese = by_label(model, 1)
    assert chinese("firms.lower") == r"\text{企业数}_{\text{下层}}"
    assert chinese("firms[layer]") == r"\text{企业数}_{\text{layer}}"
    assert chinese("ease") == r"\text{便利}"
    assert chinese("time") == r"\text{time}"


def test_a_label_cannot_smuggle_in_a_command() -> None:
    assert subscripted([r"50 % of $\frac{a}{b}$"]).count("\\") == 1
