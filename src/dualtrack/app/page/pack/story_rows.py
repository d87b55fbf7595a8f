"""The story of the first screen as data: what was found, which is kept, and beside it what the theory declares in words."""

from __future__ import annotations

from typing import Any

from dualtrack.lab.story.told_story import DialPart, Story, StoryDial, StoryPart
from dualtrack.language.declaration import Label
from dualtrack.language.theory import Theory

Data = dict[str, Any]

DIGITS = 4
"""Significant digits of a month or a share; parts still sum to their mean by a fiftieth of a month."""


def story_found(story: Story | None) -> Data | None:
    """What was computed; none where there is no story."""
    if story is None:
        return None
    return {
        "outcome": story.outcome,
        "treated": story.treated,
        "reference": story.reference,
        "at": story.at,
        "years": list(story.years),
        "bound": story.rule.bound,
        "cap": story.rule.most,
        "worlds": story.whole.worlds + story.failed,
        "failed": story.failed,
        "all": _part(story.whole),
        "dial": None if story.dial is None else _dial(story.dial),
        "pathways": list(story.pathways),
    }


def _dial(dial: StoryDial) -> Data:
    turn = dial.turn
    return {
        "number": dial.number,
        "explains": _short(dial.explains),
        "bins": [_bin(each) for each in dial.parts],
        "turns": None if turn is None else {"value": _short(turn.value), "low": _short(turn.low), "high": _short(turn.high)},
    }


def _bin(each: DialPart) -> Data:
    zero = {"zero": True} if each.low == each.high == 0 else {}
    return {"low": _short(each.low), "high": _short(each.high), **zero, **_part(each.told)}


def _part(part: StoryPart) -> Data:
    return {
        "worlds": part.worlds,
        "quantiles": [[_short(each) for each in row] for row in part.quantiles.tolist()],
        "later": _short(part.later),
        "earlier": _short(part.earlier),
        "mean": _short(part.mean),
        "parts": [_short(each) for each in part.parts],
        "direct": _short(part.direct),
    }


def _short(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


def story_row(theory: Theory, found: Data | None) -> Data | None:
    """What was found with the theory's question, findings, levers, tour and words for why; none where nothing was."""
    if found is None:
        return None
    display = theory.display
    return {
        "question": list(display.question if all(display.question) else theory.question),
        **{key: value for key, value in found.items() if key != "pathways"},
        "why": _why(theory, found["pathways"]),
        "findings": [{"claim": each.claim, "title": list(each.title)} for each in display.findings],
        "sides": {name: list(label) for name, label in display.sides.items()},
        "levers": [
            {
                "lever": each.lever,
                "side": each.side,
                "label": list(each.label),
                "words": [{"value": word.value, "label": list(word.label)} for word in each.words],
                "beside": list(each.beside),
            }
            for each in display.worded
        ],
        "tour": [{"label": list(step.label), "text": list(step.text), "claims": list(step.claims)} for step in display.tour],
    }


def _why(theory: Theory, pathways: list[str]) -> list[Data]:
    """The pathways in the order of the parts, each with what runs along it."""
    labels: dict[str, Label] = {each.name: each.label for each in theory.pathways}
    return [{"id": name, "label": list(labels[name])} for name in pathways]
