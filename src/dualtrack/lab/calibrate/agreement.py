"""Do two independent draws of one posterior agree? If not, neither is a result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dualtrack.language.declaration import Label
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.arrays import Array

TYPICAL, GREATEST = 0.05, 0.15
"""Standard deviations of the prior by which two draws' means may differ: over all numbers (root mean square), and at most."""
EVIDENCE = 0.5
"""How far the logarithms of the evidence by two draws may lie apart: a factor of 1.6 in what the record is worth."""


@dataclass(frozen=True, slots=True, repr=False)
class Agreement(Printed):
    """Two draws beside each other: the logarithm of the evidence by each, and how far their means lie apart.

    `typical` is the root mean square over all numbers, `greatest` that of the number `worst`, in standard deviations of the
    prior; `shrink` is the largest factor by which a longer draw could still narrow (Gelman and Rubin, 1992).
    """

    log_evidence: tuple[float, float]
    typical: float
    greatest: float
    worst: str
    shrink: float

    @property
    def holds(self) -> bool:
        """Whether the two draws may be taken as one."""
        apart = abs(self.log_evidence[0] - self.log_evidence[1])
        return self.typical <= TYPICAL and self.greatest <= GREATEST and apart <= EVIDENCE

    @property
    def says(self) -> Label:
        """Whether they agree, in a sentence of both languages."""
        if self.holds:
            return ("The two runs agree.", "两次独立抽样一致。")
        one, other = self.log_evidence
        return (
            f"It failed: the two runs disagree by {self.typical:.3f} sd over all numbers (at most {TYPICAL:g} passes) and by "
            f"{self.greatest:.2f} sd in `{self.worst}` (at most {GREATEST:g}); log evidence {one:.2f} and {other:.2f} "
            f"(at most {EVIDENCE:g} apart).",
            f"校准失败：两次抽样总体相差{self.typical:.3f}个标准差（上限{TYPICAL:g}），"
            f"`{self.worst}`相差{self.greatest:.2f}（上限{GREATEST:g}）；"
            f"对数证据为{one:.2f}与{other:.2f}（差值上限{EVIDENCE:g}）。",
        )

    def printed_title(self) -> str:
        return self.says[0]


def agreement(names: Sequence[str], one: Array, other: Array, log_evidence: tuple[float, float]) -> Agreement:
    """How far two draws of `names` agree, each of its own seed, in standard normal numbers `one` and `other` [number, world].

    `log_evidence` is what each of them found.
    """
    means = np.stack([one.mean(axis=1), other.mean(axis=1)])
    apart = np.abs(means[0] - means[1])
    within = (one.var(axis=1, ddof=1) + other.var(axis=1, ddof=1)) / 2
    between = means.var(axis=0, ddof=1)
    count = one.shape[1]
    with np.errstate(divide="ignore", invalid="ignore"):
        shrink = np.sqrt(((count - 1) / count * within + between) / within)
    worst = int(np.argmax(apart))
    return Agreement(
        log_evidence=log_evidence,
        typical=float(np.sqrt(np.mean(apart**2))),
        greatest=float(apart[worst]),
        worst=names[worst],
        shrink=float(np.nan_to_num(shrink, nan=1.0, posinf=np.inf).max()),
    )
