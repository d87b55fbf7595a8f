"""How markets answered dated news, as data: what moved, what was at stake, and what the calculation assumes.

    Reaction("stop", ("Sales stopped", "销售中断"), "cash", "2025-04-16", gain=False,
        stakes=((Observed("revenue_at_risk", 2024), Observed("revenue", 2024)),))

Not like this: news of revenue without what was at stake, or a control day with a stake.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dualtrack.errors import BadNumber, DuplicateName
from dualtrack.language.declaration import Label, Source
from dualtrack.language.printed import Printed
from dualtrack.language.statements.ledger import Observed

Kind = Literal["cash", "belief", "control"]
"""News of revenue won or lost, news that speaks for or against a story, or a day without any such news."""
Stake = tuple[Observed, Observed]
"""Revenue at stake, and all revenue of the same length of time."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """A `day` on which a share price moved, by `id`: its `statement` in both languages, and the `kind` of news.

    `gain` says whether the news promised revenue or took it away, `stakes` which revenue; `finding` names the record's event
    study of the day, where it has one. Raises `BadNumber` for one without words, without a day, or whose stakes do not fit its
    kind.
    """

    id: str
    statement: Label
    kind: Kind
    day: str
    gain: bool = True
    stakes: tuple[Stake, ...] = ()
    finding: str = ""

    def __post_init__(self) -> None:
        if not all(self.statement):
            raise BadNumber(f"reaction {self.id} lacks its statement in English or Chinese", fix="write both")
        if (self.kind == "cash") != bool(self.stakes):
            raise BadNumber(
                f"reaction {self.id} is of kind {self.kind} with {len(self.stakes)} stakes",
                fix="give news of revenue its stake, and nothing else one",
            )
        try:
            date.fromisoformat(self.day)
        except ValueError:
            raise BadNumber(f"reaction {self.id} has the day {self.day!r}", fix="write it as 2025-04-16") from None


@dataclass(frozen=True, slots=True, repr=False)
class Panel(Printed):
    """`reactions` of the price of one `share`, beside a `market`, and what reading them takes for granted.

    `market_weight` is how much of the market's own move the share shares, least and most, and `ordinary_move` one standard
    deviation of a day without news, both on days without an event study; `premium` names the model's number that turns belief
    into the logarithm of value. `source` stands for these, `limits` says what cannot be told. Raises `DuplicateName` for two
    reactions of one name, `BadNumber` for what cannot be.
    """

    share: str
    market: str
    reactions: tuple[Reaction, ...]
    market_weight: tuple[float, float]
    ordinary_move: float
    source: Source
    premium: str
    limits: Label

    def __post_init__(self) -> None:
        names = [each.id for each in self.reactions]
        if len(set(names)) < len(names):
            raise DuplicateName(f"two reactions have one name among {', '.join(names)}", fix="rename one")
        if not all(self.limits):
            raise BadNumber("the panel does not say what it cannot tell", fix="say it in English and Chinese")
        low, high = self.market_weight
        if not 0 <= low <= high < math.inf or not 0 < self.ordinary_move < math.inf:
            raise BadNumber(
                f"the panel reads with the market weight {self.market_weight} and the ordinary move {self.ordinary_move:g}",
                fix="give a range from 0 up, and a move above 0",
            )
