"""What rests on a source, and on which sources a thing rests: the two directions of one relation."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dualtrack.app.names.resolve import Thing
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.figure import figures, target
from dualtrack.language.statements.ledger import Yardstick
from dualtrack.targets.print.explain_quantity import explain

Keys = tuple[str, ...]
Grounds = dict[str, Keys]
"""Keys of sources, or names of what rests on one, under a heading each."""
BY_ITSELF = "source"


def resting_on(laboratory: Laboratory, key: str) -> Grounds:
    """Everything of the laboratory that rests on a source: numbers, figures, facts, bounds, claims and what else cites it."""
    record, theory = laboratory.record, laboratory.theory
    numbers = [each.base for each in laboratory.model.quantities.values() if each.source == key]
    numbers += [name for name, curve in laboratory.model.curves.items() if curve.source == key]
    looked = figures(record)
    sides = theory.evidence.items()
    found: dict[str, Iterable[str]] = {
        "numbers of the model": numbers,
        "figures in": (row.series for row in record.observations if row.source == key),
        "shares of": (row.layer for row in record.layer_shares if row.source == key),
        "facts held beside it": (
            each.id for each in theory.facts if any(key in target(check.yardstick, looked).sources for check in each.tests)
        ),
        "targets held beside it": (each.id for each in theory.matched if key in target(each.yardstick, looked).sources),
        "bounds": (each.id for each in theory.bounds if each.source == key),
        "events": (row.id for row in record.events if row.source == key),
        "findings": (row.id for row in record.findings if row.source == key),
        "speaks for": (claim for claim, side in sides if key in {each.source for each in side.supports}),
        "speaks against": (claim for claim, side in sides if key in {each.source for each in side.opposes}),
        "says how to measure": (each.number for each in theory.measurables if each.said.source == key),
    }
    return _named(found)


def grounds_of(laboratory: Laboratory, thing: Thing) -> Grounds:
    """The keys of the sources that a thing rests on, under what they are to it; nothing where it is the program's own word."""
    makers: dict[str, Callable[[Laboratory, str], dict[str, Iterable[str]]]] = {
        "sources": lambda _, name: {BY_ITSELF: [name]},
        "series": lambda lab, name: {"figures": (row.source for row in lab.record.observations_of(name))},
        "events": lambda lab, name: {BY_ITSELF: [lab.record.event(name).source]},
        "findings": lambda lab, name: {BY_ITSELF: [lab.record.finding(name).source]},
        "layers": lambda lab, name: {"shares": (row.source for row in lab.record.shares_of(name))},
        "dials": lambda lab, name: {"events": _of_dial(lab, name)},
        "facts": lambda lab, name: {"figures": _of_fact(lab, name)},
        "targets": lambda lab, name: {"figures": _of_yardsticks(lab, _target(lab, name))},
        "bounds": lambda lab, name: {BY_ITSELF: [str(each.source) for each in lab.theory.bounds if each.id == name]},
        "claims": _of_claim,
        "quantities": _of_quantity,
        "curves": lambda lab, name: {BY_ITSELF: [str(lab.model.curves[name].source)]},
        "experiments": _of_experiment,
        "reactions": _of_reaction,
        "measurables": lambda lab, name: {
            BY_ITSELF: [each.said.source for each in lab.theory.measurables if each.number == name]
        },
        "forecasts": lambda lab, name: {"figures so far": _of_series(lab, name.rpartition(".")[0])},
    }
    found = makers[thing.noun](laboratory, thing.name) if thing.noun in makers else {}
    known = {source.key for source in laboratory.record.sources}
    return _named({heading: (key for key in keys if key in known) for heading, keys in found.items()})


def _named(found: dict[str, Iterable[str]]) -> Grounds:
    """Each name once under its heading, and no heading without a name."""
    once = {heading: tuple(dict.fromkeys(names)) for heading, names in found.items()}
    return {heading: names for heading, names in once.items() if names}


def _of_series(laboratory: Laboratory, name: str) -> list[str]:
    return [row.source for row in laboratory.record.observations_of(name)]


def _of_dial(laboratory: Laboratory, name: str) -> list[str]:
    events = {row.id: row.source for row in laboratory.record.events}
    return [events[row.event] for row in laboratory.record.settings if row.dial == name and row.event in events]


def _of_fact(laboratory: Laboratory, name: str) -> list[str]:
    fact = next(each for each in laboratory.theory.facts if each.id == name)
    return _of_yardsticks(laboratory, [check.yardstick for check in fact.tests])


def _target(laboratory: Laboratory, name: str) -> list[Yardstick]:
    return [each.yardstick for each in laboratory.theory.targets if each.id == name]


def _of_yardsticks(laboratory: Laboratory, yardsticks: list[Yardstick]) -> list[str]:
    looked = figures(laboratory.record)
    return [source for each in yardsticks for source in target(each, looked).sources]


def _of_claim(laboratory: Laboratory, name: str) -> dict[str, Iterable[str]]:
    """The evidence on both sides, and the sources of the numbers and equations that carry it."""
    sides = laboratory.theory.evidence.get(name)
    claim = next(each for each in laboratory.theory.claims if each.id == name)
    carried = [key for base in claim.carried_by for key in _of_base(laboratory, base)]
    return {
        "evidence for": [each.source for each in sides.supports] if sides else [],
        "evidence against": [each.source for each in sides.opposes] if sides else [],
        "what carries it": carried,
    }


def _of_quantity(laboratory: Laboratory, name: str) -> dict[str, Iterable[str]]:
    """A quantity's own source, the events that set a lever, and the sources of what its equation reads."""
    read = explain(laboratory.model, name).causes
    return {
        BY_ITSELF: _of_base(laboratory, name),
        "what it reads": [key for base in read for key in _of_base(laboratory, base)],
    }


def _of_base(laboratory: Laboratory, name: str) -> list[str]:
    """The sources of a quantity or of all of its elements; of a coded lever, those of the events that set it."""
    group = [each for each in laboratory.model.quantities.values() if name in (each.name, each.base)]
    curve = laboratory.model.curves.get(name)
    own = [each.source for each in group] + ([] if curve is None else [curve.source])
    coded = _of_dial(laboratory, name) if any(each.role == "lever" for each in group) else []
    return [key for key in own if isinstance(key, str)] + coded


def _of_experiment(laboratory: Laboratory, name: str) -> dict[str, Iterable[str]]:
    named = next(each for each in laboratory.theory.published.experiments if each.name == name)
    return {"findings": [laboratory.record.finding(each).source for each in named.findings]}


def _of_reaction(laboratory: Laboratory, name: str) -> dict[str, Iterable[str]]:
    panel = laboratory.theory.reactions
    named = next(each for each in (() if panel is None else panel.reactions) if each.id == name)
    finding = [laboratory.record.finding(named.finding).source] if named.finding else []
    stakes = [part for stake in named.stakes for part in stake]
    return {"what the share did": finding, "revenue at stake": _of_yardsticks(laboratory, list(stakes))}
