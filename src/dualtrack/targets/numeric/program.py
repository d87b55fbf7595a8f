"""A model as the text of two Python functions, shared by the oracle and the target that runs many worlds at once."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import CodeType
from typing import Any

from dualtrack.files.cache import kept
from dualtrack.language.expressions.expr import Expr, names
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model
from dualtrack.targets.numeric.source import Words, source

Values = list[Any]
LONG = 16_000
"""Characters; what is shorter is compiled sooner than found on disk."""
PROGRAMS = 32
"""Long programs kept."""


@dataclass(frozen=True, slots=True)
class Program:
    """`observe(stocks, given, driven, year)` gives net changes and everything computed; `begin(given)` the first stocks.

    `move`, called like `observe`, gives net changes and what changes them (`moving`), for moments that are not saved.
    """

    stocks: tuple[str, ...]
    given: tuple[str, ...]
    driven: tuple[str, ...]
    computed: tuple[str, ...]
    moving: tuple[str, ...]
    observe: Callable[[Values, Values, Values, Any], tuple[Values, Values]]
    move: Callable[[Values, Values, Values, Any], tuple[Values, Values]]
    begin: Callable[[Values], Values]


def compile_program(model: Model, words: Words, scope: Mapping[str, Any]) -> Program:
    """Print the model's equations in a language that Python runs, and compile them; `scope` holds its functions."""
    spelled = {name: f"q{i}" for i, name in enumerate(model.quantities)} | {TIME: "year"}

    def say(expr: Expr | None) -> str:
        assert expr is not None
        return source(expr, words, spelled.__getitem__)

    def unpack(group: tuple[str, ...], argument: str, read: set[str]) -> list[str]:
        return [f"    {spelled[n]} = {argument}[{i}]" for i, n in enumerate(group) if n in read]

    def moment(name: str, worked_out: tuple[str, ...]) -> list[str]:
        read = set[str]().union(*(model.reads[n] for n in (*worked_out, *model.stocks)))
        groups = ((model.stocks, "stocks"), (model.given, "given"), (model.driven, "driven"))
        changes = ", ".join(say(model.quantities[n].tree) for n in model.stocks)
        return [
            f"def {name}(stocks, given, driven, year):",
            *(line for group, argument in groups for line in unpack(group, argument, read)),
            *(f"    {spelled[n]} = {say(model.quantities[n].tree)}" for n in worked_out),
            f"    return [{changes}], [{', '.join(spelled[n] for n in worked_out)}]",
        ]

    starts = [q.initial for q in model.quantities.values() if q.initial is not None]
    read_at_start = set[str]().union(*map(names, starts))
    lines = moment("observe", model.order) + moment("move", model.moving)
    lines += ["def begin(given):", *unpack(model.given, "given", read_at_start)]
    lines += [f"    return [{', '.join(say(model.quantities[n].initial) for n in model.stocks)}]"]
    functions = dict(scope)
    exec(_compiled("\n".join(lines)), functions)
    groups = (model.stocks, model.given, model.driven, model.order, model.moving)
    return Program(*groups, functions["observe"], functions["move"], functions["begin"])


def _compiled(text: str) -> CodeType:
    """The text as code of this Python, compiled now or earlier."""
    if len(text) < LONG:
        return compile(text, "<equations>", "exec")
    image = kept(
        "program",
        (sys.version.encode(), text.encode()),
        lambda: marshal.dumps(compile(text, "<equations>", "exec")),
        most=PROGRAMS,
    )
    code: CodeType = marshal.loads(image)
    return code
