r"""Equations as LaTeX that KaTeX and MathJax set alike, with the fewest brackets that keep the meaning.

A backslash is always followed by a letter, so that a Markdown reader, which eats `\,` and halves `\\`, changes nothing.
"""

from __future__ import annotations

import re
from typing import assert_never

from dualtrack.language.expressions.expr import Call, Expr, Lookup, Num, Op, Ref
from dualtrack.language.model import Model
from dualtrack.targets.print.idiom import spoken
from dualtrack.targets.print.plain import Said, Spell, number_text

CASES, SUM, SIGN, PRODUCT, FRACTION, POWER, WHOLE = range(7)
NAMED = {"exp": r"\exp", "log": r"\ln", "tanh": r"\tanh", "minimum": r"\min", "maximum": r"\max"}
RELATIONS = {"greater": r"\gt", "at_least": r"\ge"}
WIDE = str.maketrans("\\{}$%&#^~_`*<>|", "\uff3c｛｝＄％＆＃＾～ ＇＊＜＞｜")
"""Characters that LaTeX or Markdown would read as commands, and wide forms that they leave alone."""

_PARTS = re.compile(r"[.\[\]]+")


def latex(expr: Expr, spell: Spell | None = None) -> str:
    """The expression as LaTeX; `spell` writes names of quantities, curves and dimensions, in words unless told otherwise."""
    return _said(spoken(expr), spell or by_name)[0]


def by_name(name: str) -> str:
    """A name in words, its element or index below: `maturity[layer]` and `maturity.lithography`."""
    return subscripted([part.replace("_", " ") for part in _PARTS.split(name) if part])


def by_label(model: Model, language: int) -> Spell:
    """A speller that writes labels: 0 English, 1 Chinese; names without a label in words."""
    elements = {
        q.name: q.dimension.labels[q.dimension.elements.index(q.element)][language]
        for q in model.quantities.values()
        if q.dimension is not None and q.element is not None and q.dimension.labels
    }
    labels = {q.name: q.label[language] for q in model.quantities.values()}
    labels |= {q.base: q.label[language] for q in model.quantities.values()}
    labels |= {name: curve.label[language] for name, curve in model.curves.items()}

    def spell(name: str) -> str:
        base, *below = [part for part in _PARTS.split(name) if part]
        words = [labels.get(name) or labels.get(base) or base.replace("_", " ")]
        return subscripted([*words, *([elements[name]] if name in elements else [b.replace("_", " ") for b in below])])

    return spell


def subscripted(words: list[str]) -> str:
    r"""Words as upright text, the later ones below the first: `\text{maturity}_{\text{layer}}`."""
    first, *below = [rf"\text{{{word.translate(WIDE)}}}" for word in words]
    return first + (f"_{{{', '.join(below)}}}" if below else "")


def _said(expr: Expr, spell: Spell) -> Said:
    match expr:
        case Num(value):
            return _number(value)
        case Ref(name):
            return spell(name), WHOLE
        case Op("/", (Op("/", (a, b)), c)):
            return _said(Op("/", (a, Op("*", (b, c)))), spell)
        case Op("/", (a, b)):
            return rf"\frac{{{_said(a, spell)[0]}}}{{{_said(b, spell)[0]}}}", FRACTION
        case Op("-", (Num(0.0), b)):
            return f"-{_held(b, PRODUCT, spell)}", SIGN
        case Op("*", (a, b)):
            return rf"{_held(a, PRODUCT, spell)} \cdot {_held(b, PRODUCT, spell)}", PRODUCT
        case Op(sign, (a, b)):
            return f"{_held(a, SUM, spell)} {sign} {_held_last(sign, b, spell)}", SUM
        case Call("where", _):
            return _cases(expr, spell), CASES
        case Call(fn, args):
            return _called(fn, args, spell)
        case Lookup(curve, at):
            return f"{spell(curve)}{_bracketed(_said(at, spell)[0])}", WHOLE
        case _:
            assert_never(expr)


def _number(value: float) -> Said:
    digits, tens, exponent = number_text(value).partition("e")
    if tens:
        return rf"{digits} \cdot 10^{{{int(exponent)}}}", PRODUCT if value >= 0 else SIGN
    return digits, WHOLE if value >= 0 else SIGN


def _called(fn: str, args: tuple[Expr, ...], spell: Spell) -> Said:
    match fn, args:
        case "power", (base, exponent):
            return f"{{{_held(base, WHOLE, spell)}}}^{{{_said(exponent, spell)[0]}}}", POWER
        case "negative", (a,):
            return f"-{_held(a, PRODUCT, spell)}", SIGN
        case "total", (Ref(index), pattern):
            return rf"\sum_{{{spell(index)}}} {_held(pattern, PRODUCT, spell)}", SIGN
        case "smallest", (Ref(index), pattern):
            return rf"\min_{{{spell(index)}}} {_bracketed(_said(pattern, spell)[0])}", WHOLE
        case "greater" | "at_least", _:
            return rf"\left[ {_condition(Call(fn, args), spell)} \right]", WHOLE
        case "minimum" | "maximum", (a, Call(inner, within)) if inner == fn:
            return _called(fn, (a, *within), spell)
        case _:
            word = NAMED.get(fn, rf"\mathrm{{{fn}}}")
            return word + _bracketed(", ".join(_said(a, spell)[0] for a in args)), WHOLE


def _cases(expr: Expr, spell: Spell) -> str:
    """One line per branch; a `where` in the last branch adds its lines instead of nesting."""
    lines = []
    while isinstance(expr, Call) and expr.fn == "where":
        condition, chosen, expr = expr.args
        lines.append(rf"{_said(chosen, spell)[0]} & \text{{if }} {_condition(condition, spell)} \cr ")
    return rf"\begin{{cases}} {''.join(lines)}{_said(expr, spell)[0]} & \text{{otherwise}} \end{{cases}}"


def _condition(expr: Expr, spell: Spell) -> str:
    """What must hold for an expression to be above 0."""
    match expr:
        case Call("greater" | "at_least" as fn, (a, b)):
            return f"{_held(a, SUM, spell)} {RELATIONS[fn]} {_held(b, SUM, spell)}"
        case Op("*", (Call("greater" | "at_least") as one, Call("greater" | "at_least") as other)):
            return rf"{_condition(one, spell)} \text{{ and }} {_condition(other, spell)}"
        case _:
            return rf"{_held(expr, SUM, spell)} \gt 0"


def _bracketed(text: str) -> str:
    return rf"\left( {text} \right)"


def _held(expr: Expr, least: int, spell: Spell) -> str:
    """The text, in brackets unless it holds together at least as tightly as its place demands."""
    text, level = _said(expr, spell)
    return text if level >= least else _bracketed(text)


def _held_last(sign: str, expr: Expr, spell: Spell) -> str:
    """The last term of a sum: after a plus another sum needs no brackets, unless it begins with a minus."""
    text, level = _said(expr, spell)
    begins_plainly = not text.startswith("-")
    return text if level >= PRODUCT or (sign == "+" and level >= SUM and begins_plainly) else _bracketed(text)
