"""In which worlds is each claim true? One row a claim, one column a world: true, false, or left out since a run failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualtrack.errors import RunError, UnknownName, nearest
from dualtrack.lab.claims.arms import Stage
from dualtrack.lab.claims.effect import Subset, holds, is_asked
from dualtrack.lab.claims.judge_claims import reads
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.statements.check_claims import arms_of
from dualtrack.language.statements.claim_test import ClaimTest, Test
from dualtrack.targets.numeric.arrays import Mask
from dualtrack.targets.numeric.read_only import settle_fields
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, repr=False)
class Truths(Tidy):
    """Whether each claim that is computed is true, `true[claim, world]`, where `computable[claim, world]`.

    It can be computed where every run of it finishes and, if it has a first condition, where that holds.

    `numbers[world]` are those under which the worlds were drawn; `accepted[world]` says which of them history leaves standing.
    """

    claims: tuple[str, ...]
    numbers: Numbers
    accepted: Mask
    true: Mask
    computable: Mask

    def __post_init__(self) -> None:
        settle_fields(self)

    def example(self, claim: str, true: bool) -> int | None:
        """The number of the first accepted world in which a claim is true, or is false; None where there is no such world.

        Raises `UnknownName` for a claim that was not computed.
        """
        if claim not in self.claims:
            raise UnknownName(f"no claim `{claim}` was computed", near=nearest(claim, self.claims), fix="name one that was")
        row = self.claims.index(claim)
        found = np.flatnonzero(self.accepted & self.computable[row] & (self.true[row] == true))
        return int(self.numbers[found[0]]) if len(found) else None

    def printed_title(self) -> str:
        return f"Truths: {len(self.claims)} claims in {len(self.numbers)} worlds"

    def to_dict(self) -> Row:
        """Whether each claim is true in each world; None where that cannot be told."""
        rows = zip(self.claims, self.true, self.computable, strict=True)
        claims = {name: [bool(t) if c else None for t, c in zip(true, told, strict=True)] for name, true, told in rows}
        return plain_row({"numbers": self.numbers, "accepted": self.accepted, "claims": claims})

    def to_rows(self) -> list[Row]:
        """One row per world, one column per claim."""
        found = self.to_dict()
        worlds = zip(found["numbers"], found["accepted"], *found["claims"].values(), strict=True)
        return [{"world": n, "accepted": kept, **dict(zip(self.claims, told, strict=True))} for n, kept, *told in worlds]


def claim_truths(stage: Stage, tests: Sequence[Test], population: Population, progress: Progress | None = None) -> Truths:
    """Every computed claim in every world of a population; raises `RunError` for a claim that no accepted world can answer."""
    computed = [test for test in tests if isinstance(test, ClaimTest)]
    worlds = population.worlds
    accepted = population.kept
    seen = stage.see([each for test in computed for each in reads(test)], worlds, progress)
    true, computable = (np.zeros((len(computed), worlds.count), dtype=bool) for _ in range(2))
    for row, test in enumerate(computed):
        sound = np.logical_and.reduce([seen.sound[arm] for arm in arms_of(test)])
        if not (sound & accepted).any():
            raise RunError(f"no world is left in which {test.id} can be judged", fix="draw more worlds")
        places = np.flatnonzero(sound)
        subset = Subset(seen, places, stage.rule.thresholds)
        true[row, places], computable[row, places] = holds(test.condition, subset), is_asked(test.condition, subset)
    return Truths(tuple(test.id for test in computed), worlds.numbers, accepted, true, computable)
