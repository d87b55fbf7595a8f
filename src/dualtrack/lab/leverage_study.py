"""Leverage points of a regime: which handles move an outcome most, when a nudge of them works, and through which reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loops.aim import Aim
from dualtrack.lab.loops.leverage import PART, Leverage, LeverageBench, Pull
from dualtrack.lab.loops.leverage_rows import effect_row, named_row
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.model import Model
from dualtrack.language.theory import Span, Theory
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

MOST_WORLDS = 100
"""Worlds in which handles are nudged: enough to rank some hundreds of them, each of which takes two runs of every world."""
FIRST = 12
"""Handles of an aim that are nudged again, and shown."""
SPANS = 3
"""Spans of equal length between which they are, where the theory names none."""


@dataclass(frozen=True, repr=False)
class LeverageStudy(Tidy):
    """Every quantity and lever, every link of a quantity that several read, and the first of both by span of years.

    A quantity may look idle because its links work against each other, so links are ranked as well.
    """

    whole: Leverage
    links: Leverage
    spans: tuple[Leverage, ...]
    model: Model

    def first(self, aim: Aim) -> tuple[Pull, ...]:
        """The strongest quantities and levers that are not part of the outcome's own arithmetic, and do move it."""
        return _first(self.whole, aim)

    def first_links(self, aim: Aim) -> tuple[Pull, ...]:
        """The same for links."""
        return _first(self.links, aim)

    def printed_title(self) -> str:
        return f"Leverage study under `{self.whole.regime}`"

    def printed_lines(self) -> Mapping[str, object]:
        first = {f"{aim.outcome}, first": [each.handle for each in self.first(aim)] for aim in self.whole.pulls}
        return {**first, "whole": self.whole, "links": self.links, "spans": self.spans}

    def to_dict(self) -> Row:
        """Per outcome the first handles, and by name those that are its own arithmetic."""
        return plain_row({"regime": self.whole.regime, "outcomes": self.aim_rows()})

    def to_rows(self) -> list[Row]:
        """One row per outcome and handle among the first, the strongest first."""
        return [
            {"outcome": row["outcome"], "year": row["year"], "unit": row["unit"], "name": handle["name"]}
            | {"label": {"en": handle["en"], "zh": handle["zh"]}, "policy": handle["policy"], "size": handle["size"]}
            | {"band": handle["band"], "upward": handle["upward"], "among_first": handle["among_first"]}
            for row in self.aim_rows()
            for handle in row["handles"]
        ]

    def aim_rows(self) -> list[Row]:
        """One row per outcome, with its handles."""
        return [
            {
                "outcome": aim.outcome,
                "year": aim.year,
                "unit": "month" if aim.year is None else "per cent",
                "nudge": {"part": PART, "from": self.whole.start, "to": self.whole.stop, "lever": "of its range"},
                "worlds": int(self.whole.sound.sum()),
                "handles": [self._handle(aim, pull) for pull in self.first(aim)],
                "links": [self._link(aim, pull) for pull in self.first_links(aim)],
                "own_arithmetic": [pull.handle.name for pull in self.whole.pulls[aim] if pull.direct and pull.size > 0],
            }
            for aim in self.whole.pulls
        ]

    def _handle(self, aim: Aim, pull: Pull) -> Row:
        readers = [each for each in self.links.pulls[aim] if each.handle.name == pull.handle.name and each.size > 0]
        return {
            **named_row(self.model, pull.handle.name),
            "policy": pull.handle.is_lever,
            **effect_row(pull),
            "among_first": pull.among_first,
            "by_span": self._by_span(aim, pull),
            "by_reader": [{**named_row(self.model, each.handle.reader), **effect_row(each)} for each in readers],
        }

    def _link(self, aim: Aim, pull: Pull) -> Row:
        ends = {"from": named_row(self.model, pull.handle.name), "to": named_row(self.model, pull.handle.reader)}
        return {**ends, **effect_row(pull), "by_span": self._by_span(aim, pull)}

    def _by_span(self, aim: Aim, pull: Pull) -> list[Row]:
        return [{"from": each.start, "to": each.stop, **effect_row(each.pull(aim, pull.handle))} for each in self.spans]


def study_leverage(laboratory: Laboratory, regime: str, aims: Sequence[Aim], worlds: Worlds, progress: Progress) -> LeverageStudy:
    """Nudge everything in the first worlds, then what stands first again in parts."""
    theory = laboratory.theory
    bench = LeverageBench.of(laboratory.model, laboratory.regime(regime), theory.clock, aims)
    few, parts = worlds.part(0, MOST_WORLDS), len(bench.points) + len(bench.links)
    whole = bench.measure(few, bench.points, progress=lambda done, _: progress(done, parts))
    links = bench.measure(few, bench.links, progress=lambda done, _: progress(len(bench.points) + done, parts))
    first = dict.fromkeys(pull.handle for found in (whole, links) for aim in aims for pull in _first(found, aim))
    return LeverageStudy(whole, links, tuple(bench.measure(few, first, span=span) for span in spans_of(theory)), laboratory.model)


def spans_of(theory: Theory) -> tuple[Span, ...]:
    """The theory's own spans, or three of equal length from the year in which regimes part."""
    if theory.spans:
        return theory.spans
    start, stop = theory.clock.start if theory.parts_at is None else theory.parts_at, theory.clock.stop
    return tuple(pairwise(start + place * (stop - start) / SPANS for place in range(SPANS + 1)))


def _first(found: Leverage, aim: Aim) -> tuple[Pull, ...]:
    return tuple(pull for pull in found.pulls[aim] if not pull.direct and pull.size > 0)[:FIRST]
