"""The rules by which the page judges, draws and searches as the laboratory does: each constant from the file that declares it.

No script of the page holds such a constant itself. What changes here changes in both laboratories at once.
"""

from __future__ import annotations

from typing import TypedDict

from dualtrack.lab.loop_study import SCORED
from dualtrack.lab.questions.discover import FEWEST, PARTS
from dualtrack.lab.statistics.band import QUANTILES, SHARES
from dualtrack.lab.statistics.peel import Peel
from dualtrack.lab.statistics.share import CONTRADICTED, NORMAL, SUPPORTED
from dualtrack.lab.statistics.two_sample import ADDED, CERTAIN, INVERSE, TERMS
from dualtrack.lab.verdicts.existence import SOME
from dualtrack.lab.verdicts.turning import WITHIN
from dualtrack.lab.verdicts.verdict import HALF
from dualtrack.language.scenario import LONG_AGO, SMALL
from dualtrack.targets.numeric.score import RESOLUTION


class VerdictRule(TypedDict):
    """The least share of worlds that supports a claim, the greatest that contradicts it, and the standard errors of 95 %.

    A supported claim stays below `null` in its null, and its mechanism exists by a factor of `exists`; a word is firm where no
    number flips it `within` so many standard deviations.
    """

    supported: float
    contradicted: float
    errors: float
    null: float
    exists: float
    within: float


class TailRule(TypedDict):
    """How likely chance makes two samples so unlike (`lab/statistics/two_sample.py`)."""

    added: float
    inverse: float
    certain: float
    terms: int


class SearchRule(TypedDict):
    """How a box is peeled (`lab/statistics/peel.py`), on how many parts of the worlds, and how many a side needs."""

    slice: float
    least: float
    density: float
    chance: float
    fewest: int
    parts: int
    tail: TailRule


class LoopRule(TypedDict):
    """Years between the moments at which loops are scored, and the part of a value below which a change is rounding."""

    save: float
    resolution: float


class DateRule(TypedDict):
    """The years by which a date may miss a step, and the year since which a lever that no one has set keeps its default."""

    instant: float
    ancient: float


class Rules(TypedDict):
    """All of them; `band` holds the share of worlds below each edge of a band."""

    verdict: VerdictRule
    band: dict[str, float]
    search: SearchRule
    loops: LoopRule
    dates: DateRule


def rule_row() -> Rules:
    """The rules as the pack carries them."""
    peel = Peel()
    return {
        "verdict": {
            "supported": SUPPORTED,
            "contradicted": CONTRADICTED,
            "errors": NORMAL,
            "null": HALF,
            "exists": SOME,
            "within": WITHIN,
        },
        "band": dict(zip(QUANTILES, SHARES, strict=True)),
        "search": {
            "slice": peel.slice,
            "least": peel.least,
            "density": peel.density,
            "chance": peel.chance,
            "fewest": FEWEST,
            "parts": PARTS,
            "tail": {"added": ADDED, "inverse": INVERSE, "certain": CERTAIN, "terms": TERMS},
        },
        "loops": {"save": SCORED, "resolution": RESOLUTION},
        "dates": {"instant": SMALL, "ancient": LONG_AGO},
    }
