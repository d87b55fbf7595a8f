"""What do the headlines of an answer hang on? The groups of one meaning that carry them, in a sample small enough for every run.

A group is the crux of a headline where it is told to take part in so much of its variance that to know the group is to know most.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dualtrack.errors import RunError
from dualtrack.lab.questions.asked import Asked, AskedLag, AskedLevel, Setting
from dualtrack.lab.questions.matter import Influence, Influences, Method, matter
from dualtrack.lab.questions.pick_freeze import FEWEST, PickFreeze
from dualtrack.lab.questions.screen import ROOM, Screen
from dualtrack.lab.runs.reporting import Progress
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Regime
from dualtrack.language.statements.display import Headline
from dualtrack.language.theory import Theory
from dualtrack.targets.numeric.tidy import LANGUAGES, Row

CRUX = 0.4
"""The share of variance that a group must be told to take part in, by the lower end of its interval, to be named as a crux."""
WORLDS_A_PAIR = 4
"""Worlds of the whole answer for each pair that is run here: a few hundred pairs, which cost a tenth of it."""


@dataclass(frozen=True, slots=True, repr=False)
class HeadlineInfluence(Printed):
    """What a `headline` hangs on; `found` is none where too few worlds move it for anything to be told."""

    headline: Headline
    found: Influences | None

    @property
    def cruxes(self) -> tuple[Influence, ...]:
        """The groups of one meaning that are told to carry it, the largest share first."""
        rows = self.found.rows if self.found is not None else ()
        return tuple(row for row in rows if row.total.low >= CRUX and not row.factor.is_rest)

    def to_row(self) -> Row:
        """The headline and its cruxes, each with its share and the interval of that; `told` says whether anything could be."""
        rows = self.found.rows if self.found is not None else ()
        return {
            **dict(zip(LANGUAGES, self.headline.label, strict=True)),
            "unit": "1",
            "bound": CRUX,
            "told": bool(rows),
            "cruxes": [
                {"group": row.factor.name, **dict(zip(LANGUAGES, row.factor.label, strict=True))}
                | {"value": row.total.value, "low": row.total.low, "high": row.total.high}
                for row in self.cruxes
            ],
        }


def headline_influences(
    theory: Theory, model: Model, regimes: Mapping[str, Regime], worlds: int, seed: int, progress: Progress | None = None
) -> tuple[HeadlineInfluence, ...]:
    """What every headline of a theory hangs on, in drawn worlds: a pair for each few of `worlds`; `progress` counts headlines."""
    pairs = max(worlds // WORLDS_A_PAIR, FEWEST)
    method = Method(PickFreeze(most=pairs, least=pairs), Screen(worlds=2 * ROOM), "meaning")
    found = []
    for place, headline in enumerate(theory.display.headlines, 1):
        against = regimes[headline.against] if headline.against else None
        held, meanings = dict(headline.held), theory.display.meanings
        setting = Setting(model, regimes[headline.regime], against, theory.clock, {}, held, meanings)
        asked: Asked = AskedLag(headline.outcome) if headline.against else AskedLevel(headline.outcome, theory.years[-1])
        found.append(HeadlineInfluence(headline, _told(setting, asked, method, seed)))
        if progress is not None:
            progress(place, len(theory.display.headlines))
    return tuple(found)


def _told(setting: Setting, asked: Asked, method: Method, seed: int) -> Influences | None:
    try:
        (found,) = matter(setting, [asked], method, seed=seed).answers
    except RunError:
        return None
    return found
