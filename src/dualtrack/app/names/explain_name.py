"""A thing that is no quantity explained: what is written of it, what rests on it, and what was found about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dualtrack.app.names.counterpart_words import counterpart_facts
from dualtrack.app.names.explain_claim import claim_evidence, claim_facts
from dualtrack.app.names.explain_fact import NOMINALLY, InWorld, addressed, fact_facts, target_facts
from dualtrack.app.names.explain_stated import (
    event_facts,
    experiment_facts,
    finding_facts,
    forecast_facts,
    measurable_facts,
    reaction_facts,
    term_facts,
    theory_facts,
)
from dualtrack.app.names.list_rows import words_of
from dualtrack.app.names.resolve import WORLD, Thing
from dualtrack.app.names.resting import resting_on
from dualtrack.app.names.row_words import cell_said, heading_said, kind_said, observed_said
from dualtrack.app.options.world_option import world_of
from dualtrack.app.terminal.speech import both_lines, say, tell
from dualtrack.app.terminal.terminal import both
from dualtrack.app.terminal.unit_words import unit_words
from dualtrack.app.terminal.wrap import cells, padded
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Path

Lines = tuple[str, ...]
Facts = dict[str, Lines]
"""What is said of a thing, line by line under a heading each."""
SEED = 7
SKIPPED = ("en", "zh")
RESTS_ON = "rests on"
MOST = 30
"""Names in a row that are written out; the others are counted."""


@dataclass(frozen=True, repr=False)
class Explained(Printed):
    """A thing with all that is said of it."""

    thing: Thing
    facts: Facts
    rows: Mapping[str, Any] = field(default_factory=dict)
    """What a program reads as rows beside the lines."""

    def printed_title(self) -> str:
        """What it is, and its label."""
        row, kind = self.thing.row, self.thing.kind
        label = both((str(row["en"]), str(row["zh"]))) if row.get("zh") else str(row.get("en", ""))
        article = "an" if kind[0] in "aeiou" and kind != "unit" else "a"
        head = say(f"{self.thing.name}, {article} {kind}", f"{self.thing.name}（{kind_said(kind)}）")
        return head + (say(": ", "：") + label if label else "")

    def printed_lines(self) -> Mapping[str, object]:
        return {name: "; ".join(said) for name, said in self.facts.items()}

    def text(self) -> str:
        """All of it, for a person to read in a terminal."""
        heads = {name: heading_said(name, self.thing.noun) for name in self.facts}
        width = max(map(cells, heads.values()), default=0) + 2
        lines = [self.printed_title(), ""]
        for name, said in self.facts.items():
            lines += [padded(heads[name] if place == 0 else "", width) + line for place, line in enumerate(said)]
        return "\n".join(lines)

    def data(self) -> dict[str, Any]:
        """The same for a program."""
        labels = {key: self.thing.row[key] for key in SKIPPED if key in self.thing.row}
        names = {"rests_on": self.facts[RESTS_ON][0].split(", ")} if RESTS_ON in self.facts else {}
        facts = {name.replace(" ", "_"): list(said) for name, said in self.facts.items() if name != RESTS_ON}
        return {"name": self.thing.name, "kind": self.thing.kind, **labels, **names, "told": facts, **self.rows}


def told(laboratory: Laboratory, thing: Thing, within: InWorld = NOMINALLY) -> Explained:
    """What is known of a thing; a fact is looked at `within` a world."""
    rows = {"evidence": claim_evidence(laboratory, thing.name)} if thing.noun == "claims" else {}
    return Explained(thing, {name: lines for name, lines in _facts(laboratory, thing, within).items() if lines}, rows)


def _facts(laboratory: Laboratory, thing: Thing, within: InWorld) -> Facts:
    makers: dict[str, Callable[[Laboratory, str], Facts]] = {
        "claims": claim_facts,
        "facts": lambda lab, name: fact_facts(lab, name, within),
        "targets": lambda lab, name: {**_row(thing), **target_facts(lab, name)},
        "regimes": regime_facts,
        "sources": lambda lab, name: {**_row(thing), **_resting(lab, name)},
        "series": lambda lab, name: {**_row(thing), **_series(lab, name)},
        "events": event_facts,
        "findings": finding_facts,
        "experiments": experiment_facts,
        "reactions": reaction_facts,
        "measurables": measurable_facts,
        "forecasts": forecast_facts,
        "bounds": lambda lab, name: {**_row(thing), **_bound(lab, name)},
        "dials": lambda lab, name: {**_row(thing), **_dial(lab, name)},
        "layers": _layer,
        "units": lambda lab, name: _unit(lab, name, str(thing.row["meaning"])),
        "sectors": lambda lab, name: _sector(lab, name, str(thing.row["meaning"])),
        "commands": lambda _, name: {**_row(thing), "options": (f"`dualtrack {name} --help`",)},
        "theories": lambda lab, _: theory_facts(lab),
        WORLD: _numbers,
        "terms": lambda _lab, _name: term_facts(thing),
    }
    return makers[thing.noun](laboratory, thing.name) if thing.noun in makers else _row(thing)


def _row(thing: Thing) -> Facts:
    """What its row in the list says."""
    told_row = {key: words_of(thing.row, key) if isinstance(value, list) else value for key, value in thing.row.items()}
    shown = {key: value for key, value in told_row.items() if key not in SKIPPED and value not in ("", None)}
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


def _resting(laboratory: Laboratory, key: str) -> Facts:
    return {heading: some(names) for heading, names in resting_on(laboratory, key).items()}


def _series(laboratory: Laboratory, name: str) -> Facts:
    rows, unit = laboratory.record.observations_of(name), laboratory.record.series_of(name).unit
    said = tuple(
        say(
            f"{row.start} to {row.end}: {row.value:g} {unit}, {row.kind} [{row.source}]",
            f"{row.start}至{row.end}：{row.value:g}{unit_words(unit)}，{observed_said(row.kind)} [{row.source}]",
        )
        for row in rows
    )
    facts = [
        fact.id for fact in laboratory.theory.facts if any(name == getattr(check.yardstick, "series", "") for check in fact.tests)
    ]
    beside = [counterpart_facts(laboratory, each) for each in laboratory.theory.counterparts if each.series == name]
    told_beside = beside[0] if beside else {"measures": (say("nothing of the model", "不对应模型中的变量"),)}
    asked = [each.id for each in laboratory.theory.foretold.questions if each.series == name]
    return {**told_beside, "observed": said, "facts held beside it": some(facts), "forecasts asked of it": some(asked)}


def _bound(laboratory: Laboratory, name: str) -> Facts:
    (bound,) = (each for each in laboratory.theory.bounds if each.id == name)
    return {"source": (addressed(laboratory, bound.source),)} if isinstance(bound.source, str) else {}


def _dial(laboratory: Laboratory, name: str) -> Facts:
    steps = tuple(
        say(f"{row.value:g} from {row.start}", f"自{row.start}起为{row.value:g}") + f" [{row.event}]"
        for row in laboratory.record.settings
        if row.dial == name
    )
    return {"history": steps}


def _layer(laboratory: Laboratory, name: str) -> Facts:
    rows = laboratory.record.shares_of(name)
    shares = tuple(
        say(
            f"{row.year}: {row.low:g} to {row.high:g}, {row.kind} [{row.source}]",
            f"{row.year}年：{row.low:g}至{row.high:g}，{observed_said(row.kind)} [{row.source}]",
        )
        for row in rows
    )
    held = dict.fromkeys(each.base for each in laboratory.model.quantities.values() if each.element == name)
    return {"Chinese share": shares, "quantities": some(held)}


def _unit(laboratory: Laboratory, name: str, meaning: str) -> Facts:
    held = [each.base for each in laboratory.model.quantities.values() if str(each.unit) == name]
    return {"meaning": tuple(tell(meaning).splitlines()), "counts": some(dict.fromkeys(held))}


def _sector(laboratory: Laboratory, name: str, meaning: str) -> Facts:
    held = [each.base for each in laboratory.model.quantities.values() if each.sector == name]
    return {"meaning": (say(meaning, tell(laboratory.model.sectors[name])),), "quantities": some(dict.fromkeys(held))}


def _numbers(laboratory: Laboratory, world: str) -> Facts:
    """What a world of the usual seed and the first prior draws for every uncertain number."""
    tilt = laboratory.theory.tilts[0].name
    drawn = world_of(laboratory, world, SEED, tilt) or {}
    said = tuple(f"{name} = {drawn[name]:g} {unit_words(laboratory.model[name].unit)}" for name in laboratory.model.drawn)
    return {"drawn with": (say(f"seed {SEED}, prior {tilt}", f"种子{SEED}，先验 {tilt}"),), "numbers": said}


def some(names: Iterable[str]) -> Lines:
    """Names in a row, the first of many; nothing where there is none."""
    every = list(names)
    if not every:
        return ()
    more = say(f" and {len(every) - MOST} more", f"等{len(every)}项") if len(every) > MOST else ""
    return (", ".join(every[:MOST]) + more,)
