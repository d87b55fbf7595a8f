"""Stories as the pack tells them, small: months by year in all worlds and along a dial, with what is declared in words beside."""

from __future__ import annotations

from typing import Any

from dualtrack.app.page.pack.rules import rule_row

YEARS = [2027, 2034, 2040]
AT = 2034


def part(
    median: float, *, later: float = 0.0, earlier: float = 0.0, worlds: int = 200, spread: float = 10.0, **more: Any
) -> dict[str, Any]:
    """Some worlds whose months stand around a median in the year that is read; half as far before, twice as far after."""
    rows = [[by * median + off * by for off in (-spread, -spread / 2, 0.0, spread / 2, spread)] for by in (0.5, 1.0, 2.0)]
    parts = [median + 5.0, -6.0]
    whole = {"worlds": worlds, "quantiles": rows, "later": later, "earlier": earlier}
    return {**whole, "mean": sum(parts) + 1.0, "parts": parts, "direct": 1.0, **more}


def dial(*medians: float, turns: dict[str, float] | None = None) -> dict[str, Any]:
    """A dial with a part for each median, one tenth of the number wide."""
    bins = [part(median, low=place / 10, high=(place + 1) / 10) for place, median in enumerate(medians)]
    return {"number": "loss_share", "explains": 0.31, "bins": bins, "turns": turns}


def story(whole: dict[str, Any], dialled: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """A story of one policy against another."""
    pathways = [{"id": name, "label": [f"{name} happens", f"{name}发生"]} for name in ("access", "orders")]
    told = {"question": ["Does it slow?", "会慢吗？"], "outcome": "skill", "treated": "opening", "reference": "closing"}
    read = {"at": AT, "years": YEARS, "bound": 3, "cap": 36, "worlds": whole["worlds"], "failed": 0}
    return {
        **told,
        **read,
        "all": whole,
        "dial": dialled,
        "why": pathways,
        "findings": [],
        "levers": [],
        "tour": [],
        **more,
    }


def pack(told: dict[str, Any], **more: Any) -> dict[str, Any]:
    """What the first screen reads of a pack."""
    unit = {"unit": "1", "role": "uncertainty"}
    return {
        "story": told,
        "rules": rule_row(),
        "regimes": {"opening": {"label": ["Wide opening", "宽放"]}, "closing": {"label": ["Closing", "关闭"]}},
        "quantities": {
            "skill": {"label": ["Own skill", "自主能力"], "base": "skill", **unit},
            "loss_share": {"label": ["Loss by denial", "断供损失"], "base": "loss_share", **unit},
        },
        "bases": {},
        "askedAgain": ["if taken up", "若接纳"],
        **more,
    }
