"""One name explained, whatever it names: a quantity, a claim, a fact, a regime, a source, a world, a command."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from dualtrack.app.names.counterpart_words import use_words
from dualtrack.app.names.explain_fact import NOMINALLY, InWorld
from dualtrack.app.names.explain_name import told
from dualtrack.app.names.resolve import OF_MODEL, WORLD, Thing, things_named
from dualtrack.app.names.row_words import kind_said, role_said
from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.options import Json, Lang, Seed, Text, Tilt, World
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.options.user_regimes import read
from dualtrack.app.options.world_option import NOMINAL, world_data, world_of, world_words
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.speech import say, speak, tell, tongue
from dualtrack.app.terminal.terminal import both, show_text
from dualtrack.app.terminal.unit_words import unit_words
from dualtrack.app.terminal.wrap import padded
from dualtrack.errors import UsageError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.mapped import touching
from dualtrack.language.model import Model
from dualtrack.language.quantity import Quantity
from dualtrack.language.statements.ledger import Claim
from dualtrack.targets.print.explain_quantity import Explanation, explain

IN_WORDS = ("label", "value", "range")
"""What a person reads as a text, and a program as numbers."""
WIDE = 10
"""Cells of a heading."""


@helpful
def explain_name(
    name: Text,
    /,
    *,
    world: World = NOMINAL,
    seed: Seed = 7,
    tilt: Tilt = NEUTRAL,
    own: BroughtRegimes = NO_REGIMES,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """What is this? Anything by its name: equation, number and source; test, figures and evidence; what a word means.

    Example: dualtrack explain {claim}

    Parameters
    ----------
    name
        Any name that `dualtrack list names` shows, in any case: a quantity, a claim such as {claim}, a fact such as {fact},
        a regime, a source, a command; a label in either language; or a world by its number, such as "world 3".
    world
        nominal, or the number of a drawn world in which a fact is looked at, or whose value of a number is told.
    """
    speak(lang)
    laboratory = read(own)
    found = things_named(laboratory, name)
    within = InWorld(world_words(world, seed, tilt), world_of(laboratory, world, seed, tilt))
    if within.numbers is not None:
        _check_worldly(laboratory, found, name)
    if json:
        first, *others = [_data(laboratory, thing, (seed, tilt), within) for thing in found]
        show_answer("explain", laboratory, {**first, "also": others} if others else first)
    else:
        show_text("\n\n".join(explained_text(laboratory, thing, seed, tilt, within) for thing in found))


def _check_worldly(laboratory: Laboratory, found: tuple[Thing, ...], name: str) -> None:
    """Refuse a world for what is the same in every one."""
    if not any(each.noun == "facts" or each.name in laboratory.model.drawn for each in found):
        raise UsageError(
            f"--world has no effect here: nothing that is said of `{name}` differs between worlds",
            where="dualtrack explain",
            fix="explain a fact or an uncertain number, or leave it out",
        )


def explained_text(laboratory: Laboratory, thing: Thing, seed: int, tilt: str, within: InWorld = NOMINALLY) -> str:
    """All that is known of a thing, for a person to read in the language that is spoken; a world by its seed and prior."""
    if thing.noun == WORLD:
        values = _world(laboratory, thing, seed, tilt)
        return "\n".join([world_words(thing.name, seed, tilt), "", *(f"{name} = {value!r}" for name, value in values.items())])
    if thing.noun not in OF_MODEL:
        return told(laboratory, thing, within).text()
    claims = _carried(laboratory, thing)
    lines = [f"{say(claim.kind, kind_said(claim.kind))} {claim.id:<5}{both(claim.statement)}" for claim in claims]
    inside = within.numbers or {}
    if thing.name in inside:
        lines.insert(0, say(f"{within.words}: ", f"{within.words}：") + repr(inside[thing.name]))
    found = _in_words(laboratory, explain(laboratory.model, thing.name, tongue()))
    return "\n".join([found.text(both, tongue()), *lines, *_seen_lines(laboratory, thing.name)])


def _in_words(laboratory: Laboratory, found: Explanation) -> Explanation:
    """What was explained, with what the app alone can say in another language: its role, its unit, its sector and its text."""
    if not tongue().is_chinese:
        return found
    curve, sectors = laboratory.model.curves.get(found.name), laboratory.theory.display.sectors
    unit = unit_words(found.unit) if curve is None else f"{unit_words(curve.unit) or '无'}，随 {curve.of} 而定"
    label = sectors[found.sector][1] if found.sector in sectors else found.sector
    return replace(found, role=role_said(found.role), unit=unit, sector=label, doc=tell(found.doc))


def _data(laboratory: Laboratory, thing: Thing, drawn: tuple[int, str], within: InWorld) -> dict[str, Any]:
    if thing.noun == WORLD:
        values = _world(laboratory, thing, *drawn)
        units = {name: str(laboratory.model[name].unit) for name in values}
        which = world_data(thing.name, *drawn)
        return {"name": f"world {thing.name}", "kind": WORLD, **which, "values": values, "units": units}
    if thing.noun not in OF_MODEL:
        return told(laboratory, thing, within).data()
    found, carried = explain(laboratory.model, thing.name), _carried(laboratory, thing)
    inside = within.numbers or {}
    seen = {"in_world": {"unit": found.unit, "value": inside[thing.name]}} if thing.name in inside else {}
    told_quantity = _quantity_data(laboratory.model, found, carried)
    return {"kind": thing.kind, **seen, **told_quantity, "record": _seen_data(laboratory, thing.name)}


def _seen_lines(laboratory: Laboratory, name: str) -> list[str]:
    """The series that stand beside a quantity, each with what it counts otherwise."""
    beside = touching(laboratory.theory, laboratory.model, name)
    return [
        padded(say("record", "记录") if place == 0 else "", WIDE)
        + say(
            f"{each.series} measures {each.reads}, {use_words(each)[0]}: {both(each.caveat)}",
            f"{each.series} 衡量 {each.reads}，{use_words(each)[1]}：{both(each.caveat)}",
        )
        for place, each in enumerate(beside)
    ]


def _seen_data(laboratory: Laboratory, name: str) -> list[dict[str, Any]]:
    return [
        {"series": each.series, "measures": each.reads, "used": each.used, "en": each.caveat[0], "zh": each.caveat[1]}
        for each in touching(laboratory.theory, laboratory.model, name)
    ]


def _world(laboratory: Laboratory, thing: Thing, seed: int, tilt: str) -> dict[str, float]:
    drawn = world_of(laboratory, thing.name, seed, tilt) or {}
    return {name: drawn[name] for name in laboratory.model.drawn}


def _carried(laboratory: Laboratory, thing: Thing) -> list[Claim]:
    quantities = laboratory.model.quantities
    base = quantities[thing.name].base if thing.name in quantities else thing.name
    return [claim for claim in laboratory.theory.claims if base in claim.carried_by]


def _quantity_data(model: Model, found: Explanation, carried: list[Claim]) -> dict[str, Any]:
    """What is known of a name, its numbers one by one and not in words."""
    told = {key: value for key, value in asdict(found).items() if key not in IN_WORDS}
    group = [quantity for quantity in model.quantities.values() if found.name in (quantity.name, quantity.base)]
    return {
        **told,
        "label": {"en": found.label[0], "zh": found.label[1]},
        "numbers": [_number(quantity) for quantity in group if quantity.value is not None],
        "claims": [{"id": claim.id, "en": claim.statement[0], "zh": claim.statement[1]} for claim in carried],
    }


def _number(quantity: Quantity) -> dict[str, Any]:
    return {
        "name": quantity.name,
        "element": quantity.element,
        "unit": str(quantity.unit),
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
    }
