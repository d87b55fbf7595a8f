"""One named quantity of a built model, flat over dimensions, with every fact a reader or a target may ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dualtrack.errors import UnknownName
from dualtrack.language.declaration import Assumed, Definition, Direction, Label, Source
from dualtrack.language.distribution import Category, Prior
from dualtrack.language.expressions.expr import Expr, names
from dualtrack.language.expressions.over_dimension import Dimension
from dualtrack.language.expressions.unit import Unit
from dualtrack.language.printed import Printed

Role = Literal["stock", "flow", "auxiliary", "outcome", "constant", "uncertainty", "switch", "lever", "history"]

GIVEN: frozenset[Role] = frozenset({"constant", "uncertainty", "switch"})
"""Roles whose value is one number per world."""
DRIVEN: frozenset[Role] = frozenset({"lever", "history"})
"""Roles whose value is a path over time, given from outside."""
COMPUTED: frozenset[Role] = frozenset({"flow", "auxiliary", "outcome"})
"""Roles that follow at once from other quantities."""
DRAWN: frozenset[Role] = frozenset({"uncertainty", "switch"})
"""Roles that differ between worlds."""


@dataclass(frozen=True, slots=True, repr=False)
class Quantity(Printed):
    """`tree` is the equation (for a stock its net change per year); `initial` starts a stock."""

    name: str
    base: str
    element: str | None
    role: Role
    unit: Unit
    label: Label
    doc: str
    sector: str
    where: str
    source: Source | None
    low: float
    high: float
    value: float | None = None
    tree: Expr | None = None
    initial: Expr | None = None
    prior: Prior | None = None
    direction: Direction = "neutral"
    dimension: Dimension | None = None
    dated: bool = False
    expanded_from: str = field(default="", compare=False)

    @property
    def number(self) -> float:
        """Its declared value; raises `UnknownName` for what has none, since only parameters have one."""
        if self.value is None:
            raise UnknownName(f"`{self.name}` is computed and has no declared value", where=self.where, fix="run the model")
        return self.value

    @property
    def is_assumed(self) -> bool:
        """Whether its number or equation rests on no study."""
        return isinstance(self.source, Assumed)

    @property
    def few_values(self) -> tuple[float, ...]:
        """The values that it can take where they are few, as those of a category or of what exists or not; else none."""
        return self.prior.values if isinstance(self.prior, Category) else ()

    @property
    def is_existence(self) -> bool:
        """Whether it says that a mechanism exists or not, and nothing of its size."""
        return self.role == "switch" and bool(self.few_values)

    @property
    def source_text(self) -> str:
        """The source in words; the empty string for an equation that states none."""
        match self.source:
            case None:
                return ""
            case Assumed(why, measure):
                return f"assumed: {why}; would be measured by {measure}"
            case Definition(why):
                return f"definition: {why}"
            case key:
                return key

    def printed_lines(self) -> Mapping[str, object]:
        return {
            "label": self.label,
            "unit": self.unit,
            "value": self.value,
            "range": (self.low, self.high),
            "prior": self.prior,
            "reads": () if self.tree is None else tuple(names(self.tree)),
            "source": self.source_text,
            "sector": self.sector,
            "where": self.where,
            "what it is": self.doc,
        }

    def printed_title(self) -> str:
        return f"Quantity `{self.name}`: {self.role}, unit {self.unit}"
