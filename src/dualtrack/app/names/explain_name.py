"""A thing that is no quantity explained: what is written of it, what rests on it, and what was found about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dualtrack.app.names.counterpart_words import counterpart_facts
from dualtrack.app.names.explain_claim import claim_evidence, claim_facts
from dualtrack.app.names.explain_fact import fact_facts, target_facts
from dualtrack.app.names.resolve import Thing
from dualtrack.app.names.row_words import cell_said, heading_said, kind_said, observed_said
from dualtrack.app.terminal.speech import both_lines, say, tell
from dualtrack.app.terminal.terminal import both
from dualtrack.app.terminal.unit_words import unit_words
from dualtrack.app.terminal.wrap import cells, padded
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.scenario import Path

Lines = tuple[str, ...]
Facts = dict[str, Lines]
"""What is said of a thing, line by line under a heading each."""
SKIPPED = ("en", "zh")
RESTS_ON = "rests on"
MOST = 30
"""Names in a row that are written out; the others are counted."""


@dataclass(frozen=True)
class Explained:
    """A thing with all that is said of it."""

    thing: Thing
    facts: Facts
    rows: Mapping[str, Any] = field(default_factory=dict)
    """What a program reads as rows beside the lines."""

    def text(self) -> str:
        """All of it, for a person to read in a terminal."""
        row, kind = self.thing.row, self.thing.kind
        label = both((str(row["en"]), str(row["zh"]))) if row.get("zh") else str(row.get("en", ""))
        article = "an" if kind[0] in "aeiou" and kind != "unit" else "a"
        head = say(f"{self.thing.name}, {article} {kind}", f"{self.thing.name}（{kind_said(kind)}）")
        heads = {name: heading_said(name, self.thing.noun) for name in self.facts}
        width = max(map(cells, heads.values()), default=0) + 2
        lines = [head + (say(": ", "：") + label if label else ""), ""]
        for name, said in self.facts.items():
            lines += [padded(heads[name] if place == 0 else "", width) + line for place, line in enumerate(said)]
        return "\n".join(lines)

    def data(self) -> dict[str, Any]:
        """The same for a program."""
        labels = {key: self.thing.row[key] for key in SKIPPED if key in self.thing.row}
        names = {"rests_on": self.facts[RESTS_ON][0].split(", ")} if RESTS_ON in self.facts else {}
        facts = {name.replace(" ", "_"): list(said) for name, said in self.facts.items() if name != RESTS_ON}
        return {"name": self.thing.name, "kind": self.thing.kind, **labels, **names, "told": facts, **self.rows}


def told(laboratory: Laboratory, thing: Thing) -> Explained:
    """What is known of a thing."""
    rows = {"evidence": claim_evidence(laboratory, thing.name)} if thing.noun == "claims" else {}
    return Explained(thing, {name: lines for name, lines in _facts(laboratory, thing).items() if lines}, rows)


def _facts(laboratory: Laboratory, thing: Thing) -> Facts:
    makers: dict[str, Callable[[Laboratory, Thing], Facts]] = {
        "claims": lambda lab, each: claim_facts(lab, each.name),
        "facts": lambda lab, each: fact_facts(lab, each.name),
        "targets": lambda lab, each: {**_row(each), **target_facts(lab, each.name)},
        "regimes": lambda lab, each: regime_facts(lab, each.name),
        "sources": _source,
        "series": _series,
        "events": _event,
        "dials": _dial,
        "layers": _layer,
        "units": _unit,
        "sectors": _sector,
    }
    return makers[thing.noun](laboratory, thing) if thing.noun in makers else _row(thing)


def _row(thing: Thing) -> Facts:
    """What its row in the list says."""
    shown = {key: value for key, value in thing.row.items() if key not in SKIPPED and value not in ("", None)}
    return {
        key: tuple(cell_said(key, value).splitlines())
        for key, value in shown.items()
        if str(value).casefold() != thing.name.casefold()
    }


def regime_facts(laboratory: Laboratory, name: str) -> Facts:
    """What a regime holds since its edition, when it parts from history, and each lever that it then sets otherwise."""
    regime, past = laboratory.regime(name), laboratory.past
    moved = [lever for lever, path in regime.paths.items() if path != past.paths.get(lever)]
    parts = say("never", "从不") if regime.parts_at is None else say(f"{regime.parts_at:g}", f"{regime.parts_at:g}年")
    changed = {f"changed in edition {regime.edition}": both_lines(regime.changed)} if all(regime.changed) else {}
    return {
        "meaning": both_lines(regime.doc),
        **changed,
        "parts from history": (parts,),
        "sets": tuple(f"{lever}{say(': ', '：')}{path_words(regime.paths[lever], regime.parts_at)}" for lever in moved)
        or (say("nothing that the rules in force do not set", "与现行规则相同，未另作设定"),),
        "more": (
            say(
                f"`dualtrack show {regime.name}` sets each lever beside today's value, and says which way it goes",
                f"运行 `dualtrack show {regime.name}` 可将每个政策杠杆与现值对照，并看出是收紧还是放宽",
            ),
        ),
    }


def path_words(path: Path, since: float | None) -> str:
    """The steps of a path from a year on."""
    points = [point for point in path.points if since is None or point[0] >= since]
    steps = [say(f"{value:g} from {year:g}", f"自{year:g}年起为{value:g}") for year, value in points]
    ramp = say(" (in straight lines between)", "（其间为直线）") if path.ramp and len(path.points) > 1 else ""
    return (say(", ", "，").join(steps) or say("as in history", "与历史相同")) + ramp


def _source(laboratory: Laboratory, thing: Thing) -> Facts:
    key, record, model = thing.name, laboratory.record, laboratory.model
    numbers = [name for name, quantity in model.quantities.items() if quantity.source == key]
    series = dict.fromkeys(row.series for row in record.observations if row.source == key)
    sides = {claim: side for claim, side in laboratory.theory.evidence.items() if key in side.sources}
    return {
        **_row(thing),
        "numbers of the model": some(dict.fromkeys(model[name].base for name in numbers)),
        "figures in": some(series),
        "events": some(row.id for row in record.events if row.source == key),
        "findings": some(row.id for row in record.findings if row.source == key),
        "speaks for": some(claim for claim, side in sides.items() if key in {each.source for each in side.supports}),
        "speaks against": some(claim for claim, side in sides.items() if key in {each.source for each in side.opposes}),
    }


def _series(laboratory: Laboratory, thing: Thing) -> Facts:
    rows = laboratory.record.observations_of(thing.name)
    unit = laboratory.record.series_of(thing.name).unit
    said = tuple(
        say(
            f"{row.start} to {row.end}: {row.value:g} {unit}, {row.kind} [{row.source}]",
            f"{row.start}至{row.end}：{row.value:g}{unit_words(unit)}，{observed_said(row.kind)} [{row.source}]",
        )
        for row in rows
    )
    facts = [
        fact.id
        for fact in laboratory.theory.facts
        if any(thing.name == getattr(check.yardstick, "series", "") for check in fact.tests)
    ]
    beside = [counterpart_facts(laboratory, each) for each in laboratory.theory.counterparts if each.series == thing.name]
    told_beside = beside[0] if beside else {"measures": (say("nothing of the model", "不对应模型中的变量"),)}
    return {**_row(thing), **told_beside, "observed": said, "facts held beside it": some(facts)}


def _event(laboratory: Laboratory, thing: Thing) -> Facts:
    steps = tuple(
        say(
            f"{row.dial}: {row.value:g} from {row.start}; {row.why}",
            f"{row.dial}：自{row.start}起为{row.value:g}；{tell(row.why)}",
        )
        for row in laboratory.record.settings
        if row.event == thing.name
    )
    return {**_row(thing), "sets": steps}


def _dial(laboratory: Laboratory, thing: Thing) -> Facts:
    steps = tuple(
        say(f"{row.value:g} from {row.start}", f"自{row.start}起为{row.value:g}") + f" [{row.event}]"
        for row in laboratory.record.settings
        if row.dial == thing.name
    )
    return {**_row(thing), "history": steps}


def _layer(laboratory: Laboratory, thing: Thing) -> Facts:
    rows = laboratory.record.shares_of(thing.name)
    shares = tuple(
        say(
            f"{row.year}: {row.low:g} to {row.high:g}, {row.kind} [{row.source}]",
            f"{row.year}年：{row.low:g}至{row.high:g}，{observed_said(row.kind)} [{row.source}]",
        )
        for row in rows
    )
    held = dict.fromkeys(each.base for each in laboratory.model.quantities.values() if each.element == thing.name)
    return {"Chinese share": shares, "quantities": some(held)}


def _unit(laboratory: Laboratory, thing: Thing) -> Facts:
    held = [each.base for each in laboratory.model.quantities.values() if str(each.unit) == thing.name]
    return {"meaning": tuple(tell(str(thing.row["meaning"])).splitlines()), "counts": some(dict.fromkeys(held))}


def _sector(laboratory: Laboratory, thing: Thing) -> Facts:
    held = [each.base for each in laboratory.model.quantities.values() if each.sector == thing.name]
    meaning = say(str(thing.row["meaning"]), tell(laboratory.model.sectors[thing.name]))
    return {"meaning": (meaning,), "quantities": some(dict.fromkeys(held))}


def some(names: Iterable[str]) -> Lines:
    """Names in a row, the first of many; nothing where there is none."""
    every = list(names)
    if not every:
        return ()
    more = say(f" and {len(every) - MOST} more", f"等{len(every)}项") if len(every) > MOST else ""
    return (", ".join(every[:MOST]) + more,)
