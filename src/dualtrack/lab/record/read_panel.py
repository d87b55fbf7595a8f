"""What do market reactions to dated news allow? The move of a day over the share of revenue at stake, with its range.

A weight read this way is that of cash in market value if the news was wholly unexpected and held to be lasting. News half
expected moves a price by half, so the true weight may be larger; news that also changed other expectations may make it smaller.
Neither can be told from one day's move, nor which part of a move answers which belief.

A day of which the record holds an event study is read from that, give or take its errors; another from what the press relayed,
less what its market may explain.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from datetime import date
from itertools import product
from statistics import median

from dualtrack.errors import RecordError
from dualtrack.evidence.record import Record
from dualtrack.evidence.rows import Finding
from dualtrack.lab.record.figure import Figure
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.language.statements.ledger import Observed
from dualtrack.language.statements.panel import Kind, Panel, Reaction
from dualtrack.targets.numeric.tidy import Row, Tidy, plain_row

CHANCE = 2.0
"""Ordinary moves, or errors of an event study, that a move must pass to be told from a day without news."""
WITHIN = 1.96
"""Standard errors on both sides of an effect within which it lies 19 times of 20."""
Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ReactionRow:
    """One day's move as the press relayed it, and the share's own, less the market's where that is known; then what it says.

    `finding` is the event study that the own move comes from, where there is one. `at_stake` is a share of revenue, `weight`
    that of such revenue in value, `belief` the change of belief that would move the value so; `by_chance` says that days
    without news move as much, or that no move at all lies within two errors of the study's.
    """

    id: str
    kind: Kind
    day: str
    finding: str
    move: Range | None
    own_move: Range
    market_known: bool
    at_stake: Range | None
    weight: Range | None
    belief: Range | None
    by_chance: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class PanelReading(Tidy):
    """Every reaction, and what those of one kind say together."""

    rows: tuple[ReactionRow, ...]

    @property
    def weight(self) -> Range | None:
        """From the least to the greatest weight that any news of revenue allows."""
        found = [row.weight for row in self.rows if row.weight]
        return (min(low for low, _ in found), max(high for _, high in found)) if found else None

    @property
    def common(self) -> Range | None:
        """The weights that all news of revenue allow together; None where they contradict each other."""
        found = [row.weight for row in self.rows if row.weight]
        low, high = max((low for low, _ in found), default=1.0), min((high for _, high in found), default=0.0)
        return (low, high) if low <= high else None

    @property
    def identified(self) -> bool:
        """Whether any news of revenue moved the price by more than days without news do."""
        return any(row.weight and not row.by_chance for row in self.rows)

    def to_dict(self) -> Row:
        """Every reaction, and what they say together."""
        return plain_row({"rows": self.to_rows(), "weight": self.weight, "common": self.common, "identified": self.identified})

    def to_rows(self) -> list[Row]:
        """One row per reaction."""
        return [asdict(row) for row in self.rows]

    def printed_title(self) -> str:
        return f"Reactions read: {len(self.rows)} days"


@checked
def read_panel(panel: Panel, model: Model, record: Record) -> PanelReading:
    """Read every reaction of the `panel` from the `record`; the `model` gives the range of the premium.

    Raises `RecordError` for a day, an event study or a stake that the record lacks.
    """
    premium = model[panel.premium]
    return PanelReading(tuple(_row(panel, each, (premium.low, premium.high), record) for each in panel.reactions))


def _row(panel: Panel, each: Reaction, premium: Range, record: Record) -> ReactionRow:
    moves = _on(record, panel.share, each.day)
    read = _studied(record.finding(each.finding)) if each.finding else _relayed(panel, each, moves, record)
    stakes = [_spread(record, part).over(_spread(record, whole)) for part, whole in each.stakes]
    at_stake = (min(stake.low for stake in stakes), max(stake.high for stake in stakes)) if stakes else None
    told = (*(moves.sources if moves else ()), *read.sources, *(source for stake in stakes for source in stake.sources))
    return ReactionRow(
        id=each.id,
        kind=each.kind,
        day=each.day,
        finding=each.finding,
        move=(moves.low, moves.high) if moves else None,
        own_move=read.own,
        market_known=read.market_known,
        at_stake=at_stake,
        weight=_weights(read.own, at_stake, each.gain) if at_stake else None,
        belief=_ratios((math.log1p(read.own[0]), math.log1p(read.own[1])), premium) if each.kind == "belief" else None,
        by_chance=read.by_chance,
        sources=tuple(dict.fromkeys(told)),
    )


@dataclass(frozen=True, slots=True)
class _OwnMove:
    """A share's own move, whether days without news move so, whether its market's move is taken off, and by whom it is told."""

    own: Range
    by_chance: bool
    market_known: bool
    sources: tuple[str, ...]


def _studied(found: Finding) -> _OwnMove:
    """From an event study, whose effect is a logarithm."""
    if found.scale != "log" or found.effect is None or found.error is None:
        raise RecordError(
            f"finding `{found.id}` is no return with an error",
            where="findings.csv",
            fix="name an event study on the scale `log` with its effect and error, or none",
        )
    low, high = (math.expm1(found.effect + side * WITHIN * found.error) for side in (-1, 1))
    return _OwnMove((low, high), abs(found.effect) <= CHANCE * found.error, True, (found.source,))


def _relayed(panel: Panel, each: Reaction, moves: Figure | None, record: Record) -> _OwnMove:
    """From what the press told of the day."""
    if moves is None:
        raise RecordError(
            f"no observation of `{panel.share}` on {each.day}",
            where="observations.csv",
            fix="correct the day, add the move with its source, or name an event study of the day",
        )
    market = _on(record, panel.market, each.day)
    beside = market or Figure(0.0, 0.0, 0.0, ())
    own = _corners((moves.low, moves.high), (beside.low, beside.high), panel.market_weight)
    nearest_to_none = 0.0 if own[0] <= 0 <= own[1] else min(map(abs, own))
    return _OwnMove(own, nearest_to_none <= CHANCE * panel.ordinary_move, market is not None, beside.sources)


def _corners(move: Range, market: Range, weight: Range) -> Range:
    """A move less what the market's own move explains."""
    found = [own - part * whole for own, whole, part in product(move, market, weight)]
    return min(found), max(found)


def _weights(own: Range, at_stake: Range, gain: bool) -> Range:
    toward = own if gain else (-own[1], -own[0])
    return _ratios(toward, at_stake)


def _ratios(above: Range, below: Range) -> Range:
    found = [one / other for one, other in product(above, below)]
    return min(found), max(found)


def _on(record: Record, series: str, day: str) -> Figure | None:
    """What all sources say of one day; None where none does."""
    rows = [row for row in record.observations_of(series) if row.start == row.end == date.fromisoformat(day)]
    values = [row.value for row in rows]
    return Figure(median(values), min(values), max(values), tuple(row.source for row in rows)) if values else None


def _spread(record: Record, asked: Observed) -> Figure:
    """What all sources say of a year or a date, from the least to the greatest."""
    rows = record.speaking(asked.series, asked.year)
    if not rows:
        raise RecordError(
            f"no observation of `{asked.series}` holds {asked.year:g}",
            where="observations.csv",
            fix="ask for a date that was observed, or add the figure with its source",
        )
    lows = [row.value if row.low is None else row.low for row in rows]
    highs = [row.value if row.high is None else row.high for row in rows]
    sources = tuple(row.source for row in rows)
    return Figure(median(row.value for row in rows), min(lows), max(highs), sources).times(asked.times)
