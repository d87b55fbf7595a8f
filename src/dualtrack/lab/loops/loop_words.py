"""A name for a loop that nobody named, by what it does: through which stocks it runs, or if they are many, its telling link."""

from __future__ import annotations

from collections.abc import Iterable

from dualtrack.lab.loops.coverage import FoundLoop
from dualtrack.lab.loops.leverage_rows import handle_label
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model

FEW = 3
"""Stocks that fit into a name."""
BETWEEN = 2
"""Quantities that are named between a stock and itself."""


def loop_words(model: Model, loop: FoundLoop) -> Label:
    """What a loop does, in both languages; `strongest` tells one that runs through more than a few stocks."""
    start = next((place for place, name in enumerate(loop.names) if model[name].role == "stock"), 0)
    ring = (*loop.names[start:], *loop.names[:start])
    stocks = _labels(model, (name for name in ring if model[name].role == "stock"))
    if len(stocks) > FEW:
        return _by_link(model, loop, stocks)
    if len(stocks) > 1:
        english, chinese = zip(*stocks, strict=True)
        return (
            f"{' moves '.join([english[0], ', which moves '.join(english[1:])])}, and back",
            f"{'影响'.join([chinese[0], '，再影响'.join(chinese[1:])])}，并返回",
        )
    own, *others = _labels(model, ring)
    through = others[:BETWEEN]
    more = len(others) - len(through)
    return (
        f"{own[0]} acts on itself" + (" through " + ", ".join(each[0] for each in through) if through else "") + _more(more)[0],
        own[1] + ("经" + "、".join(each[1] for each in through) if through else "") + _more(more)[1] + "作用于自身",
    )


def _by_link(model: Model, loop: FoundLoop, stocks: list[Label]) -> Label:
    cause, effect = (handle_label(model, name) for name in loop.strongest)
    between = sum(each not in (cause, effect) for each in stocks)
    return (
        f"{cause[0]} moves {effect[0]}, and it comes back through {between} more stocks",
        f"{cause[1]}影响{effect[1]}，经另外{between}个存量返回",
    )


def _labels(model: Model, names: Iterable[str]) -> list[Label]:
    """Labels in order, each once: the stages of a delay have one between them."""
    return list(dict.fromkeys(handle_label(model, name) for name in names))


def _more(count: int) -> Label:
    return (f" and {count} more", f"等另外{count}个量") if count else ("", "")
