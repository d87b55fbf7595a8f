"""The figure beside which a fact or a target is held, in words."""

from __future__ import annotations

from dualtrack.language.statements.ledger import Observed, Yardstick


def yardstick_words(yardstick: Yardstick) -> str:
    """What it is held beside."""
    if not isinstance(yardstick, Observed):
        return f"{yardstick.value:g}, stated by {yardstick.source}"
    name = f"{yardstick.series} / {yardstick.per}" if yardstick.per else yardstick.series
    since = "" if yardstick.since is None else f" since {yardstick.since:g}"
    form = "relative change of " if yardstick.relative else "change of " if since else ""
    times = "" if yardstick.times == 1 else f", times {yardstick.times:g}"
    return f"{form}{name} in {yardstick.year:g}{since}{times}"
