"""A model as a value: flat quantities, curves, units and what is drawn together; `language/build.py` makes it and checks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dualtrack.errors import RegimeError, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.correlated import Correlated
from dualtrack.language.declaration import Curve
from dualtrack.language.expressions.expr import names
from dualtrack.language.expressions.order import behind, evaluation_order
from dualtrack.language.expressions.trace import TIME
from dualtrack.language.expressions.unit import Unit, declared_unit
from dualtrack.language.fingerprint import fingerprint
from dualtrack.language.frozen import freeze_fields, frozen
from dualtrack.language.printed import Printed
from dualtrack.language.quantity import COMPUTED, DRAWN, DRIVEN, GIVEN, Quantity, Role
from dualtrack.language.soundness.pace import shortest_times


@checked
@dataclass(frozen=True, repr=False)
class Model(Printed):
    """A model by `name`: its `quantities` by name, and the order in which equations follow from each other.

    `curves` and `base_units` are by name too, `sectors` gives the title of each, and `correlations` are the groups drawn
    together. `model[name]` is one quantity.
    """

    name: str
    quantities: Mapping[str, Quantity]
    curves: Mapping[str, Curve]
    base_units: Mapping[str, str]
    sectors: Mapping[str, str]
    correlations: tuple[Correlated, ...] = ()

    def __post_init__(self) -> None:
        freeze_fields(self)

    def __getitem__(self, name: str) -> Quantity:
        if name not in self.quantities:
            raise UnknownName(
                f"the model has no quantity `{name}`",
                near=nearest(name, self.quantities),
                fix="correct the name; `quantities` holds every one",
            )
        return self.quantities[name]

    @checked
    def of_role(self, roles: Iterable[Role]) -> tuple[str, ...]:
        """Names of the quantities with one of these `roles`, such as stock or lever, as declared."""
        wanted = set(roles)
        return tuple(n for n, q in self.quantities.items() if q.role in wanted)

    @cached_property
    def stocks(self) -> tuple[str, ...]:
        """What accumulates."""
        return self.of_role(["stock"])

    @cached_property
    def given(self) -> tuple[str, ...]:
        """One number per world: constants, uncertainties and switches."""
        return self.of_role(GIVEN)

    @cached_property
    def drawn(self) -> tuple[str, ...]:
        """What differs between worlds: uncertainties and switches."""
        return self.of_role(DRAWN)

    @cached_property
    def driven(self) -> tuple[str, ...]:
        """Paths over time from outside: levers and histories."""
        return self.of_role(DRIVEN)

    @cached_property
    def switches(self) -> tuple[str, ...]:
        """Strengths of mechanisms that may be exactly zero."""
        return self.of_role(["switch"])

    @cached_property
    def outcomes(self) -> tuple[str, ...]:
        """What regimes are judged by."""
        return self.of_role(["outcome"])

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Flows, auxiliaries and outcomes, each after what it reads; raises `AlgebraicLoop`."""
        return evaluation_order({n: self._follows(n) for n in self.of_role(COMPUTED)}, lambda name: self.quantities[name].where)

    @cached_property
    def moving(self) -> tuple[str, ...]:
        """What is computed and changes some stock, directly or through others, in order of evaluation.

        The saved-row rule of every target: these are worked out at each step and stage, and all others on saved rows only; what
        is no number fails a run where it is worked out, and nowhere else.
        """
        found = behind(self.reads, self.stocks)
        return tuple(n for n in self.order if n in found)

    @cached_property
    def shortest_times(self) -> Mapping[str, float]:
        """The shortest time, in years, over which each stock that surely drains by itself can do so."""
        return frozen(shortest_times(self))

    @cached_property
    def reads(self) -> Mapping[str, frozenset[str]]:
        """Every name that each equation reads, the time included."""
        return frozen({n: frozenset(names(q.tree)) for n, q in self.quantities.items() if q.tree is not None})

    def _follows(self, name: str) -> set[str]:
        return {n for n in self.reads.get(name, ()) if n != TIME and self.quantities[n].role in COMPUTED}

    @checked
    def causes(self, name: str) -> tuple[str, ...]:
        """The quantities that the equation of `name` reads, sorted; raises `UnknownName` for what the model has not."""
        return tuple(sorted(self.reads.get(self[name].name, frozenset()) - {TIME}))

    @checked
    def effects(self, name: str) -> tuple[str, ...]:
        """The quantities whose equations read `name`; raises `UnknownName` for what the model has not."""
        self[name]
        return tuple(reader for reader, read in self.reads.items() if name in read)

    @cached_property
    def curve_units(self) -> Mapping[str, tuple[Unit, Unit]]:
        """Per curve, the unit it is read at and the unit it gives."""
        return frozen({n: (declared_unit(c.of, n, c.where), declared_unit(c.unit, n, c.where)) for n, c in self.curves.items()})

    @cached_property
    def fingerprint(self) -> str:
        """A hash of everything that changes numbers, whatever the order of declarations and whatever the words."""
        return fingerprint(self.quantities, self.curves, [group.ordered for group in self.correlations])

    @cached_property
    def assumed(self) -> tuple[str, ...]:
        """Numbers that no study gives."""
        return tuple(n for n in self.of_role(GIVEN) if self.quantities[n].is_assumed)

    def printed_title(self) -> str:
        return f"Model `{self.name}`: {len(self.quantities)} quantities, {len(self.drawn)} of them drawn"

    def printed_lines(self) -> Mapping[str, object]:
        roles = Counter(quantity.role for quantity in self.quantities.values())
        return {
            "fingerprint": self.fingerprint[:12],
            "sectors": self.sectors,
            "quantities": ", ".join(f"{count} {role}" for role, count in roles.items()),
            "outcomes": self.outcomes,
            "switches": self.switches,
            "curves": self.curves,
            "drawn together": [group.names for group in self.correlations],
        }


@checked
def freeze(model: Model, frozen: Iterable[str]) -> Model:
    """The `model` with the quantities named in `frozen` turned into histories.

    A run must be given their path, and nothing else moves them. Raises `RegimeError` for one number per world, and `UnknownName`
    for what the model has not.
    """
    changed = {n: replace(model[n], role="history", tree=None, initial=None, value=None, prior=None) for n in frozen}
    if given := sorted(changed.keys() & set(model.given)):
        raise RegimeError(f"`{given[0]}` is one number per world and cannot be frozen", fix="set it in the world")
    return replace(model, quantities={**model.quantities, **changed})
