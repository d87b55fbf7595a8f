"""From sector modules to flat quantities: dimensions unrolled, smooths and delays expanded to plain stocks."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dualtrack.errors import BadNumber, DuplicateName, UnknownName, nearest
from dualtrack.language.correlated import Correlated
from dualtrack.language.declaration import BaseUnit, Curve, Facts, Parameter, Sector
from dualtrack.language.distribution import default_prior
from dualtrack.language.expressions.base_units import CLOCK
from dualtrack.language.expressions.expr import Expr, Num, Ref
from dualtrack.language.expressions.trace import TIME, Declaration, dimension_of, flat, place, record
from dualtrack.language.expressions.unit import Unit, declared_unit
from dualtrack.language.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Declared:
    """A declaration and the sector it stands in."""

    name: str
    value: Declaration
    sector: str


def declarations(sectors: Iterable[Sector]) -> dict[str, Declared]:
    """Every declaration by name; the same object may be imported elsewhere, another of the same name may not.

    Raises `DuplicateName` for a name that is declared twice, or one thing under two names.
    """
    sectors = list(sectors)
    titles = {sector.__name__: _title(sector) for sector in sectors}
    if len(set(titles.values())) < len(sectors):
        raise DuplicateName(f"two sectors have one name among {', '.join(titles)}", fix="rename one, and pass each once")
    found: dict[str, Declared] = {}
    names: dict[int, str] = {}
    for sector in sectors:
        for name, value in vars(sector).items():
            if not (isinstance(value, (Parameter, Curve)) or (inspect.isfunction(value) and hasattr(value, "facts"))):
                continue
            if name == TIME:
                raise DuplicateName("`time` is the calendar year in every equation", where=sector.__name__, fix="rename it")
            if name in found and found[name].value is not value:
                raise DuplicateName(
                    f"`{name}` is declared twice", where=f"{found[name].sector} and {_title(sector)}", fix="rename one"
                )
            own = value.__name__ if inspect.isfunction(value) else names.setdefault(id(value), name)
            if own != name:
                raise DuplicateName(f"`{name}` is another name for `{own}`", where=sector.__name__, fix="use one name everywhere")
            found.setdefault(name, Declared(name, value, _home(name, value, sectors, sector)))
    return found


def _home(name: str, value: Declaration, sectors: Iterable[Sector], first: Sector) -> str:
    """The sector that a declaration was written in, which may not be the first that imports it."""
    written = value.sector if isinstance(value, (Parameter, Curve)) else value.__module__
    return next((_title(s) for s in sectors if s.__name__ == written and vars(s).get(name) is value), _title(first))


def _title(sector: Sector) -> str:
    return sector.__name__.rpartition(".")[2]


def base_units(sectors: Iterable[Sector]) -> dict[str, str]:
    """Meanings of the base units that the sectors declare, with year and month; raises `DuplicateName` for two of one."""
    found = {unit.name: unit.doc for unit in CLOCK}
    for sector in sectors:
        for unit in (v for v in vars(sector).values() if isinstance(v, BaseUnit)):
            if found.setdefault(unit.name, unit.doc) != unit.doc:
                raise DuplicateName(f"the base unit `{unit.name}` has two meanings", where=sector.__name__, fix="keep one")
    return found


def correlations(sectors: Iterable[Sector]) -> tuple[Correlated, ...]:
    """Every group that some sectors declare, once."""
    found = {id(value): value for sector in sectors for value in vars(sector).values() if isinstance(value, Correlated)}
    return tuple(found.values())


def quantities(declared: Mapping[str, Declared]) -> dict[str, Quantity]:
    """Flat quantities by name.

    Raises `UnknownName` for an element or a number that is not there, `BadNumber` for a stage or a start that makes no sense.
    """
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
    _check_elements(entry.name, parameter)
    value, low, high, source = parameter.at(element)
    name = flat(entry.name, element)
    drawn = parameter.role in ("uncertainty", "switch")
    return Quantity(
        name=name,
        base=entry.name,
        element=element,
        role=parameter.role,
        unit=declared_unit(parameter.unit, name, parameter.where),
        label=parameter.label,
        doc=parameter.doc,
        sector=entry.sector,
        where=parameter.where,
        source=source,
        low=float(low),
        high=float(high),
        value=float(value),
        prior=default_prior(value, low, high, parameter.prior) if drawn else None,
        dimension=parameter.over,
        dated=parameter.dated,
    )


def _check_elements(name: str, parameter: Parameter) -> None:
    elements = parameter.over.elements if parameter.over else ()
    for given in (parameter.value, parameter.low, parameter.high, parameter.source):
        if isinstance(given, Mapping) and set(given) != set(elements):
            wrong = ", ".join(sorted(set(given) ^ set(elements)))
            raise UnknownName(
                f"`{name}` gives numbers by element, and these are missing or unknown: {wrong}",
                where=parameter.where,
                near=nearest(wrong, elements),
                fix="give one per element of its dimension" if elements else "say over=..., or give one number",
            )


def _equation(
    entry: Declared, equation: Callable[..., Any], element: str | None, known: Mapping[str, Declaration], names: Mapping[int, str]
) -> Iterator[Quantity]:
    facts: Facts = equation.facts  # type: ignore[attr-defined]
    plain = Quantity(
        name=flat(entry.name, element),
        base=entry.name,
        element=element,
        role="auxiliary" if facts.role == "smooth" or facts.role == "delay" else facts.role,
        unit=declared_unit(facts.unit, entry.name, place(equation)),
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
    initial = None if facts.initial is None else _initial(plain, facts.initial, known, names)
    if facts.role in ("smooth", "delay"):
        assert facts.time is not None and plain.tree is not None and initial is not None
        time = _reference(plain, facts.time, names)
        yield from (_smooth if facts.role == "smooth" else _delay)(plain, plain.tree, initial, time, facts.order)
    else:
        yield replace(plain, initial=initial)


def _smooth(plain: Quantity, followed: Expr, initial: Expr, time: Expr, _: int) -> Iterator[Quantity]:
    yield replace(plain, role="stock", tree=(followed - Ref(plain.name)) / time, initial=initial, expanded_from="smooth")


def _delay(plain: Quantity, entering: Expr, initial: Expr, time: Expr, order: int) -> Iterator[Quantity]:
    if order < 1 or order % 1:
        raise BadNumber(f"`{plain.name}` has {order!r} stages", where=plain.where, fix="give a whole number of at least 1")
    per_stage = time / Num(float(order))
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


def _reference(quantity: Quantity, parameter: Parameter, names: Mapping[int, str]) -> Expr:
    if id(parameter) not in names:
        raise UnknownName(
            f"`{quantity.name}` refers to a number that no sector declares",
            where=quantity.where,
            fix="declare it at the top of a sector",
        )
    name = names[id(parameter)]
    if parameter.over is not None and parameter.over != quantity.dimension:
        raise UnknownName(
            f"`{quantity.name}` refers to `{name}`, which has a value per {parameter.over.name}",
            where=quantity.where,
            fix=f"declare `{quantity.base}` over the same dimension, or refer to a single number",
        )
    return Ref(flat(name, quantity.element if parameter.over else None))


def _initial(quantity: Quantity, initial: object, known: Mapping[str, Declaration], names: Mapping[int, str]) -> Expr:
    match initial:
        case Parameter():
            return _reference(quantity, initial, names)
        case float() | int():
            if initial not in (0, 1):
                raise BadNumber(
                    f"`{quantity.name}` starts at the bare number {initial:g}",
                    where=quantity.where,
                    fix="declare its starting value with unit, range and source",
                )
            return Num(float(initial))
        case _ if inspect.isfunction(initial):
            return record(quantity.base, initial, quantity.element, known)
        case _:
            raise BadNumber(
                f"`{quantity.name}` has no usable starting value: {initial!r}",
                where=quantity.where,
                fix="give a declared number or a function of declared numbers",
            )
