"""From sector modules to flat quantities: dimensions unrolled, smooths and delays expanded to plain stocks."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from dualtrack.errors import BadNumber, DuplicateName, UnknownName
from dualtrack.language.declare import Assumed, BaseUnit, Curve, Definition, Facts, Parameter, default_prior
from dualtrack.language.expr import Expr, Num, Ref
from dualtrack.language.quantity import Quantity
from dualtrack.language.trace import TIME, Declaration, dimension_of, flat, place, record
from dualtrack.language.unit import Unit

_MEANINGS = {"year": "calendar year", "month": "calendar month", "1": "no unit"}


@dataclass(frozen=True, slots=True)
class Declared:
    """A declaration and the sector it stands in."""

    name: str
    value: Declaration
    sector: str


def declarations(sectors: Iterable[ModuleType]) -> dict[str, Declared]:
    """Every declaration by name; the same object may be imported elsewhere, another of the same name may not."""
    found: dict[str, Declared] = {}
    for sector in sectors:
        for name, value in vars(sector).items():
            if not (isinstance(value, (Parameter, Curve)) or hasattr(value, "facts")):
                continue
            if name in found and found[name].value is not value:
                raise DuplicateName(
                    f"`{name}` is declared twice", where=f"{found[name].sector} and {sector.__name__}", fix="rename one"
                )
            if name == TIME or (inspect.isfunction(value) and value.__name__ != name):
                raise DuplicateName(
                    f"`{name}` is another name for a declaration", where=sector.__name__, fix="use one name everywhere"
                )
            found.setdefault(name, Declared(name, value, sector.__name__.rpartition(".")[2]))
    return found


def base_units(sectors: Iterable[ModuleType]) -> dict[str, str]:
    """Meanings of the base units that the sectors declare, with year and month."""
    return _MEANINGS | {v.name: v.doc for s in sectors for v in vars(s).values() if isinstance(v, BaseUnit)}


def quantities(declared: Mapping[str, Declared]) -> dict[str, Quantity]:
    """Flat quantities by name."""
    known = {name: d.value for name, d in declared.items()}
    names = {id(value): name for name, value in known.items()}
    found: dict[str, Quantity] = {}
    for entry in declared.values():
        dimension = dimension_of(entry.value)
        for element in dimension.elements if dimension else (None,):
            match entry.value:
                case Curve():
                    continue
                case Parameter() as parameter:
                    found[flat(entry.name, element)] = _parameter(entry, parameter, element)
                case equation:
                    found |= {q.name: q for q in _equation(entry, equation, element, known, names)}
    return found


def _parameter(entry: Declared, parameter: Parameter, element: str | None) -> Quantity:
    value, low, high, source = parameter.at(element)
    name = flat(entry.name, element)
    if parameter.role == "constant" and low == high and not isinstance(source, (Definition, Assumed)) and not source:
        raise BadNumber(
            f"constant `{name}` has no source", where=entry.sector, fix="name its source, or say Definition or Assumed"
        )
    drawn = parameter.role in ("uncertainty", "switch")
    return Quantity(
        name=name,
        base=entry.name,
        element=element,
        role=parameter.role,
        unit=Unit.parse(parameter.unit),
        label=parameter.label,
        doc=parameter.doc,
        sector=entry.sector,
        where=entry.sector,
        source=source,
        low=low,
        high=high,
        value=float(value),
        prior=default_prior(value, low, high, parameter.prior) if drawn else None,
        dimension=parameter.over,
    )


def _equation(
    entry: Declared, equation: Callable[..., Any], element: str | None, known: Mapping[str, Declaration], names: Mapping[int, str]
) -> Iterator[Quantity]:
    facts: Facts = equation.facts  # type: ignore[attr-defined]
    plain = Quantity(
        name=flat(entry.name, element),
        base=entry.name,
        element=element,
        role="auxiliary" if facts.role == "smooth" or facts.role == "delay" else facts.role,  # noqa: PLR1714 - narrows the type
        unit=Unit.parse(facts.unit),
        label=facts.label,
        doc=inspect.cleandoc(equation.__doc__ or ""),
        sector=entry.sector,
        where=place(equation),
        source=facts.source,
        low=facts.bounds[0],
        high=facts.bounds[1],
        tree=record(entry.name, equation, element, known),
        direction=facts.direction,
        dimension=facts.over,
    )
    initial = None if facts.initial is None else _initial(entry.name, facts.initial, element, known, names)
    if facts.role in ("smooth", "delay"):
        assert facts.time is not None and plain.tree is not None and initial is not None
        time = _reference(entry.name, facts.time, element, names)
        yield from (_smooth if facts.role == "smooth" else _delay)(plain, plain.tree, initial, time, facts.order)
    else:
        yield replace(plain, initial=initial)


def _smooth(plain: Quantity, followed: Expr, initial: Expr, time: Expr, _: int) -> Iterator[Quantity]:
    yield replace(plain, role="stock", tree=(followed - Ref(plain.name)) / time, initial=initial, expanded_from="smooth")


def _delay(plain: Quantity, entering: Expr, initial: Expr, time: Expr, order: int) -> Iterator[Quantity]:
    per_stage = time / _count(order)
    for stage in range(1, order + 1):
        name = f"{plain.name}.stage_{stage}"
        leaving = Ref(name) / per_stage
        yield replace(
            plain,
            name=name,
            role="stock",
            unit=plain.unit * Unit.parse("year"),
            tree=entering - leaving,
            initial=initial * per_stage,
            expanded_from="delay",
        )
        entering = leaving
    yield replace(plain, tree=entering, expanded_from="delay")


def _count(order: int) -> Expr:
    return Num(float(order))


def _reference(name: str, parameter: Parameter, element: str | None, names: Mapping[int, str]) -> Expr:
    if id(parameter) not in names:
        raise UnknownName(f"`{name}` refers to a number that no sector declares", fix="declare it at the top of a sector")
    return Ref(flat(names[id(parameter)], element if parameter.over else None))


def _initial(name: str, initial: object, element: str | None, known: Mapping[str, Declaration], names: Mapping[int, str]) -> Expr:
    match initial:
        case Parameter():
            return _reference(name, initial, element, names)
        case float() | int():
            if initial not in (0, 1):
                raise BadNumber(
                    f"`{name}` starts at the bare number {initial:g}",
                    fix="declare its starting value with unit, range and source",
                )
            return Num(float(initial))
        case _ if callable(initial):
            return record(name, initial, element, known)
        case _:
            raise BadNumber(
                f"`{name}` has no usable starting value: {initial!r}",
                fix="give a declared number or a function of declared numbers",
            )
