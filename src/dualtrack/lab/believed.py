"""What was found of what one must believe: the numbers that decide a claim, where it turns along them, and the map of two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dualtrack.lab.claim_inquiry import Carrier
from dualtrack.lab.questions.break_even import HALF, BreakEven, Point
from dualtrack.lab.questions.discovery import Discovery
from dualtrack.lab.statistics.share import Share
from dualtrack.lab.verdicts.verdict import MUCH
from dualtrack.lab.worlds.factor import label_of
from dualtrack.lab.worlds.stretch import Leeway
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.targets.numeric.tidy import LANGUAGES, Row, Tidy, plain_row


@dataclass(frozen=True, slots=True, repr=False)
class Believed(Printed):
    """A number, where the claim turns along it, and the shares at every value that was run."""

    carrier: Carrier
    stretch: Leeway
    turns: tuple[BreakEven, ...]
    curve: tuple[Point, ...]
    thin: tuple[float, ...]

    def at(self, level: float) -> BreakEven:
        """Where the share crosses a level."""
        return next(each for each in self.turns if each.level == level)

    def printed_title(self) -> str:
        return f"Along {self.carrier.name}, which carries {self.carrier.carries:.0%}"

    def printed_lines(self) -> Mapping[str, object]:
        return {f"{turn.level:.0%}": "no value" if turn.value is None else turn.value for turn in self.turns}

    def to_dict(self, model: Model) -> Row:
        """The number as declared, how far it was taken, where the claim turns, and every share that was run."""
        quantity, leeway = model[self.carrier.name], self.stretch
        return {
            "name": quantity.name,
            "label": dict(zip(LANGUAGES, label_of(quantity), strict=True)),
            "unit": str(quantity.unit),
            "carries": self.carrier.carries,
            "value": quantity.number,
            "low": leeway.low,
            "high": leeway.high,
            "source": quantity.source_text,
            "assumed": quantity.is_assumed,
            "tried": {"least": leeway.least, "most": leeway.most, "least_by": leeway.least_by, "most_by": leeway.most_by},
            "turns": [self._turn(each) for each in self.turns],
            "curve": [{"value": value, "share": at.value, "worlds": at.count} for value, at in self.curve],
            "thin": self.thin,
        }

    def _turn(self, turn: BreakEven) -> Row:
        place = None if turn.value is None else self.stretch.place(turn.value)
        ends = {"low": turn.interval[0], "high": turn.interval[1]}
        return {"level": turn.level, "value": turn.value, **ends, "place": place, "above": turn.above, "again": turn.again}


@dataclass(frozen=True, slots=True, repr=False)
class BeliefMap(Printed):
    """The share of worlds over two numbers within their ranges, `shares[second][first]`; none where few worlds are left.

    `line` holds the points (first, second) at which it passes one half.
    """

    names: tuple[str, str]
    values: tuple[tuple[float, ...], tuple[float, ...]]
    shares: tuple[tuple[Share | None, ...], ...]
    line: tuple[tuple[float, float], ...]

    def printed_title(self) -> str:
        return "Map over " + " and ".join(self.names)

    def to_dict(self, model: Model) -> Row:
        """Both axes with their units, the shares, and where the line of one half runs."""
        axes = [
            {"name": name, "unit": str(model[name].unit), "values": values, "line": [point[place] for point in self.line]}
            for place, (name, values) in enumerate(zip(self.names, self.values, strict=True))
        ]
        shares = [[None if each is None else each.value for each in row] for row in self.shares]
        return {"axes": axes, "shares": shares, "level": HALF}


@dataclass(frozen=True, slots=True, repr=False)
class Belief(Tidy):
    """What one must believe: the numbers with their turns, the map of the two that decide most, and the region where none does.

    `share` is that of `worlds` drawn which history leaves; `leading` are the numbers that carry most of the variance, of the
    claim's margin instead of its truth where it is true or false nearly everywhere (`by_margin`). `fresh` worlds were drawn anew
    to be run at each value, and `coarse` of them at each place of the map.
    """

    test: ClaimTest
    model: Model
    tilt: str
    seed: int
    share: Share
    leading: tuple[Carrier, ...]
    by_margin: bool
    numbers: tuple[Believed, ...]
    map: BeliefMap | None
    region: Discovery | None
    worlds: int
    fresh: int
    coarse: int

    @property
    def is_single(self) -> bool:
        """Whether one number decides: it carries two fifths of the variance or more."""
        return bool(self.leading) and self.leading[0].carries >= MUCH

    def printed_title(self) -> str:
        often = f"true in {self.share.value:.0%} of {self.share.count} worlds"
        return f"What one must believe of {self.test.id}, {often}, seed {self.seed}"

    def printed_lines(self) -> Mapping[str, object]:
        return {each.name: f"carries {each.carries:.0%}" for each in self.leading} | {
            f"{each.carrier.name}, {line}": said for each in self.numbers for line, said in each.printed_lines().items()
        }

    def to_dict(self) -> Row:
        """Everything that was found, and how it was had."""
        worlds = {"drawn": self.worlds, "accepted": self.share.count, "fresh": self.fresh, "coarse": self.coarse}
        return plain_row(
            {
                "claim": self.test.id,
                "asked": dict(zip(LANGUAGES, self.test.asked, strict=True)),
                "prior": self.tilt,
                "true": {"unit": "1", "probability": self.share.value, "interval": self.share.interval},
                "single": self.is_single,
                "by_margin": self.by_margin,
                "leading": [{"name": each.name, "carries": each.carries, "telling": each.is_telling} for each in self.leading],
                "numbers": [each.to_dict(self.model) for each in self.numbers],
                "map": None if self.map is None else self.map.to_dict(self.model),
                "regions": [] if self.region is None else self.region.to_dict()["regions"],
                "worlds": worlds,
                "seed": self.seed,
                "model": self.model.fingerprint,
            }
        )

    def to_rows(self) -> list[Row]:
        """One row per number and level."""
        found = [each.to_dict(self.model) for each in self.numbers]
        named = ("name", "label", "unit", "carries")
        return [{**{key: row[key] for key in named}, **turn} for row in found for turn in row["turns"]]
