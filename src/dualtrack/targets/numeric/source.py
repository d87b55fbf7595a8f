"""Expressions as source text: one grammar, and a table of words per language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

from dualtrack.language.expressions.expr import Call, Expr, Lookup, Num, Op, Ref


@dataclass(frozen=True, slots=True)
class Words:
    """How a language spells each function and division; `lookup` takes the curve's name and the argument."""

    functions: Mapping[str, str]
    lookup: str


PYTHON = Words(
    {
        "exp": "exp({0})",
        "log": "log({0})",
        "tanh": "tanh({0})",
        "power": "power({0}, {1})",
        "minimum": "minimum({0}, {1})",
        "maximum": "maximum({0}, {1})",
        "greater": "greater({0}, {1})",
        "at_least": "at_least({0}, {1})",
        "where": "where({0}, {1}, {2})",
        "/": "divide({0}, {1})",
    },
    "curve_{0}({1})",
)
NUMPY = Words(
    {
        "exp": "xp.exp({0})",
        "log": "xp.log({0})",
        "tanh": "xp.tanh({0})",
        "power": "xp.power({0}, {1})",
        "minimum": "xp.minimum({0}, {1})",
        "maximum": "xp.maximum({0}, {1})",
        "greater": "greater({0}, {1})",
        "at_least": "at_least({0}, {1})",
        "where": "where({0}, {1}, {2})",
        "/": "xp.divide({0}, {1})",
    },
    "curve_{0}({1})",
)


def source(expr: Expr, words: Words, spell: Callable[[str], str]) -> str:
    """The expression in a language; `spell` turns a quantity's name into an identifier."""
    match expr:
        case Num(value):
            return repr(value) if value >= 0 else f"({value!r})"
        case Ref(name):
            return spell(name)
        case Op("/", (a, b)):
            return words.functions["/"].format(source(a, words, spell), source(b, words, spell))
        case Op(sign, (a, b)):
            return f"({source(a, words, spell)} {sign} {source(b, words, spell)})"
        case Call(fn, args):
            return words.functions[fn].format(*(source(a, words, spell) for a in args))
        case Lookup(curve, at):
            return words.lookup.format(curve, source(at, words, spell))
        case _:
            assert_never(expr)
