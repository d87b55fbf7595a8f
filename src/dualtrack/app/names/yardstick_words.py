"""The figure beside which a fact or a target is held, in words."""

from __future__ import annotations

from dualtrack.app.terminal.speech import say
from dualtrack.language.statements.ledger import Observed, Yardstick


def yardstick_words(yardstick: Yardstick) -> str:
    """What it is held beside."""
    if not isinstance(yardstick, Observed):
        return say(f"{yardstick.value:g}, stated by {yardstick.source}", f"{yardstick.value:g}，由 {yardstick.source} 给出")
    name = f"{yardstick.series} / {yardstick.per}" if yardstick.per else yardstick.series
    since = "" if yardstick.since is None else f" since {yardstick.since:g}"
    form = "relative change of " if yardstick.relative else "change of " if since else ""
    form_zh = "的相对变化" if yardstick.relative else "的变化" if since else ""
    when = f"{yardstick.year:g}年" if yardstick.since is None else f"{yardstick.since:g}至{yardstick.year:g}年"
    times, times_zh = ("", "") if yardstick.times == 1 else (f", times {yardstick.times:g}", f"，乘以{yardstick.times:g}")
    return say(f"{form}{name} in {yardstick.year:g}{since}{times}", f"{name}，{when}{form_zh}{times_zh}")
