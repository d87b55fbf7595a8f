"""Names that XMILE tools accept, one for one with ours: `maturity.lithography` becomes `maturity_lithography`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dualtrack.errors import DuplicateName
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.model import Model

_WORDS = """
    abs and arccos arcsin arctan cos delay delay1 delay3 delayn dt else endval exp final_time forcst graph history if inf
    init initial_time int integ integral interpolate ln log10 lookup max mean min mod normal not npv or pi poisson previous
    prob pulse ramp random safediv saveper self sin smth1 smth3 smthn sqrt starttime step stddev stoptime sum tan then time
    time_step trend uniform
"""
RESERVED = frozenset(_WORDS.split())
"""Words that some tool reads as its own; tools ignore case."""


def net_change(name: str) -> str:
    """The flow that fills a stock whose change is no plain sum of flows."""
    return f"net_change_of_{name}"


def identifiers(model: Model, helpers: Iterable[str]) -> Mapping[str, str]:
    """An identifier for every quantity and helper variable; raises `DuplicateName` where two become one."""
    found: dict[str, str] = {}
    owners: dict[str, str] = {}
    for name in (*model.quantities, *helpers):
        identifier = name.replace(".", "_")
        owner = owners.setdefault(identifier.lower(), name)
        if owner != name or identifier.lower() in RESERVED:
            taken = f"like `{owner}`" if owner != name else "which such tools keep for themselves"
            raise DuplicateName(
                f"`{name}` would be called `{identifier}` in an XMILE file, {taken}",
                where=model.quantities[name].where if name in model.quantities else "",
                fix="rename one of them",
            )
        found[name] = identifier
    return {**found, TIME: "TIME"}
