"""Equations as a line of text, as their author would write: `potential_adopters * (innovation + imitation * adopters / firms)`.

The text is exact: read back as an equation it records the same tree, so a pair of brackets is left out only where
the order of evaluation needs none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from dualtrack.language.expressions.expr import Call, Expr, Lookup, Num, Op, Ref
from dualtrack.targets.print.idiom import spoken

Spell = Callable[[str], str]
Said = tuple[str, int]
"""A text and how tightly it holds together."""

SUM, PRODUCT, SIGN, POWER, WHOLE = range(5)


def plain(expr: Expr, spell: Spell = str) -> str:
    """The expression as text with the fewest brackets; `spell` writes the names of quantities and curves."""
    return _said(spoken(expr), spell)[0]


def number_text(value: float) -> str:
    """The shortest text that reads back as the same number: 0.38, 1, 1e-09."""
    return repr(float(value)).removesuffix(".0")


def _said(expr: Expr, spell: Spell) -> Said:
    match expr:
        case Num(value):
            return number_text(value), WHOLE if value >= 0 else SIGN
        case Ref(name):
            return spell(name), WHOLE
        case Op(sign, (a, b)):
            level = SUM if sign in ("+", "-") else PRODUCT
            return f"{_held(a, level, spell)} {sign} {_held(b, level + 1, spell)}", level
        case Call("power", (base, exponent)):
            return f"{_held(base, WHOLE, spell)} ** {_held(exponent, SIGN, spell)}", POWER
        case Call("negative", (a,)):
            return f"-{_held(a, POWER, spell)}", SIGN
        case Call("total" | "smallest" as fn, (_, pattern)):
            return f"{fn}({_said(pattern, spell)[0]})", WHOLE
        case Call(fn, args):
            return f"{fn}({', '.join(_said(a, spell)[0] for a in args)})", WHOLE
        case Lookup(curve, at):
            return f"{spell(curve)}({_said(at, spell)[0]})", WHOLE
        case _:
            assert_never(expr)


def _held(expr: Expr, least: int, spell: Spell) -> str:
    """The text, in brackets unless it holds together at least as tightly as its place demands."""
    text, level = _said(expr, spell)
    return text if level >= least else f"({text})"
