"""What the record says of worlds: those drawn by it, the numbers that moved, the switches, and whether the draw is sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import log
from typing import Any

from dualtrack.errors import RunError
from dualtrack.lab.calibrate.agreement import Agreement
from dualtrack.lab.calibrate.chains import as_chains
from dualtrack.lab.calibrate.figures_covered import HALF, MOST, Covered, share_within
from dualtrack.lab.calibrate.likelihood import Weighing
from dualtrack.lab.calibrate.temper import Cloud
from dualtrack.lab.verdicts.existence import ExistenceFactor
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.expressions.formula import read
from dualtrack.language.expressions.unit import ONE
from dualtrack.language.statements.ledger import Fact
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

EDGES = 1e-9
"""The least width that is told: of a number that the record fixes, none is exactly without one."""


@dataclass(frozen=True, slots=True)
class MovedNumber:
    """How far an uncertain number moved: its mean by each run and its width, in standard deviations of the prior.

    `told` is what the record says of it, in nats: how far it lies from the prior, taken as normal.
    """

    name: str
    shift: float
    width: float
    by_run: tuple[float, float]

    @property
    def told(self) -> float:
        """The divergence of two normal distributions, from the prior's."""
        width = max(self.width, EDGES)
        return 0.5 * (width**2 + self.shift**2 - 1) - log(width)


@dataclass(frozen=True, slots=True)
class FactBeside:
    """The shares of worlds that reproduce a fact, of the prior and of those drawn by the record.

    It `is_weighed` where a figure or target that weighs tells of a quantity that it asks of: then nothing was predicted.
    """

    fact: Fact
    before: float
    after: float
    is_weighed: bool


@dataclass(frozen=True, repr=False)
class Calibration(Tidy):
    """Worlds drawn by the record, twice, from the prior of a `tilt` and by a `seed`; `agreement` says whether they are a result.

    `clouds` are the two draws, `drawn` their worlds, `numbers` those that the record tells most of first, `switches` the factor
    by which it changes the odds that each mechanism exists, `cover` where its figures lie, `facts` those of the theory.
    """

    weighing: Weighing
    tilt: str
    seed: int
    clouds: tuple[Cloud, Cloud]
    agreement: Agreement
    drawn: Worlds
    numbers: tuple[MovedNumber, ...]
    switches: Mapping[str, ExistenceFactor]
    cover: tuple[Covered, ...]
    facts: tuple[FactBeside, ...]

    @property
    def worlds(self) -> Worlds:
        """The worlds of both draws, which any question takes.

        Raises `RunError` where the two disagree: a failed calibration is no result.
        """
        self._check_agreement()
        return self.drawn

    def _check_agreement(self) -> None:
        if not self.agreement.holds:
            raise RunError(self.agreement.says[0], fix="draw more worlds, or move them longer")

    @property
    def rows_used(self) -> int:
        """How many figures of the record weighed."""
        return sum(map(len, self.weighing.figures.values()))

    @property
    def silent(self) -> tuple[str, ...]:
        """The switches of which the record says nothing."""
        return tuple(name for name, factor in self.switches.items() if factor.says == "silent")

    @property
    def tried(self) -> int:
        """How many worlds were run."""
        return sum(cloud.tried for cloud in self.clouds)

    def printed_title(self) -> str:
        return f"Calibration: {self.drawn.count} worlds by {self.rows_used} figures. {self.agreement.says[0]}"

    def printed_lines(self) -> Mapping[str, object]:
        """What was found, by label; only how it came about where the two draws disagree."""
        found = super().printed_lines()
        return found if self.agreement.holds else {label: found[label] for label in ("tilt", "seed", "clouds", "agreement")}

    def to_dict(self) -> Row:
        """How it came about, and only where the two draws agree what was found; the worlds are `worlds.to_dict()`."""
        weighing, agreed = self.weighing, self.agreement
        return plain_row(
            {
                "seed": self.seed,
                "worlds": self.drawn.count,
                "tilt": self.tilt,
                "floor": weighing.floor,
                "agrees": agreed.holds,
                "says_en": agreed.says[0],
                "says_zh": agreed.says[1],
                "figures_used": self.rows_used,
                "formulas_used": len(weighing.figures),
                "targets_used": len(weighing.targets),
                "left_out": dict(weighing.left_out),
                "tried": self.tried,
                "draws": [_draw_row(cloud) for cloud in self.clouds],
                "agreement": asdict(agreed),
                **(self._found() if agreed.holds else {}),
            }
        )

    def _found(self) -> Row:
        return {
            "numbers": self.to_rows(),
            "switches": [self._switch_row(*each) for each in self.switches.items()],
            "silent": list(self.silent),
            "within_half": share_within(self.cover, HALF),
            "within_nine_tenths": share_within(self.cover, MOST),
            "figures": [self._figure_row(each) for each in self.cover],
            "facts": [self._fact_row(each) for each in self.facts],
        }

    def to_rows(self) -> list[Row]:
        """One row per uncertain number, that of which the record tells most first.

        Raises `RunError` where the two draws disagree.
        """
        self._check_agreement()
        return [self._number_row(each) for each in self.numbers]

    def to_arviz(self) -> Any:
        """The two draws as chains, for ArviZ: each number, and how likely the record is (`pip install "dualtrack[arviz]"`).

        Raises `RunError` where that library is not installed, or the two draws disagree.
        """
        return as_chains(self.worlds, self.clouds)

    def _number_row(self, each: MovedNumber) -> Row:
        english, chinese = label_of(self.weighing.model[each.name])
        return {"name": each.name, "en": english, "zh": chinese, **asdict(each), "told": each.told}

    def _switch_row(self, name: str, factor: ExistenceFactor) -> Row:
        english, chinese = label_of(self.weighing.model[name])
        return {"name": name, "en": english, "zh": chinese, **factor.to_row()}

    def _figure_row(self, each: Covered) -> Row:
        unit = read(self.weighing.model, each.reads)[0].unit or ONE
        return {**each.to_row(), "unit": str(unit)}

    def _fact_row(self, each: FactBeside) -> Row:
        english, chinese = each.fact.statement
        told = {"held_out": each.fact.held_out, "weighed": each.is_weighed, "before": each.before, "after": each.after}
        return {"id": each.fact.id, "en": english, "zh": chinese, **told}


def _draw_row(cloud: Cloud) -> Row:
    return {"log_evidence": cloud.log_evidence, "tried": cloud.tried, "rungs": [asdict(each) for each in cloud.rungs]}
