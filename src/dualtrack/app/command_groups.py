"""The commands in the order in which a newcomer meets them, under the heading of what they are asked for."""

from __future__ import annotations

from collections.abc import Mapping

from dualtrack.language.declaration import Label
from dualtrack.targets.numeric.tidy import LANGUAGES

START, OWN, JUDGE, WHY, RECORD, HAND_OVER = "Start here", "Your own", "Judge", "Why", "The record", "Hand over"
GROUPS: Mapping[str, tuple[str, ...]] = {
    START: ("report", "show", "run", "compare", "explain", "list"),
    OWN: ("new", "freeze", "dispute"),
    JUDGE: ("judge", "believe", "witness", "check"),
    WHY: ("matter", "discover", "break", "explain-change", "loops"),
    RECORD: ("facts", "findings", "calibrate", "learn", "score"),
    HAND_OVER: ("page", "explore", "export", "cite", "verify", "docs"),
}
"""Every command once, by the heading under which help shows it."""
ASKED: Mapping[str, Label] = {
    "judge": ("whether a claim is true", "某主张是否成立"),
    "matter": ("which numbers the spread of an answer comes from", "答案的离散出自哪些数值"),
    "discover": ("in which worlds a condition holds", "某条件在哪些世界中成立"),
    "believe": ("at which values of the numbers that decide it a claim turns", "主张在决定它的数值取何值时转折"),
}
"""Commands that are easily taken for one another, each with the question that it answers."""


def group_of(command: str) -> str:
    """The heading of a command."""
    return next(heading for heading, commands in GROUPS.items() if command in commands)


def asked_data(command: str) -> dict[str, dict[str, str]]:
    """The same for a program."""
    return {"question": dict(zip(LANGUAGES, question_of(command), strict=True))}


def question_of(command: str) -> Label:
    """Which question a command answers, and that the others answer other ones, so that their orders need not agree."""
    others = {name: said for name, said in ASKED.items() if name != command}
    english = "; ".join(f"`dualtrack {name}`, {en}" for name, (en, _) in others.items())
    chinese = "；".join(f"`dualtrack {name}`：{zh}" for name, (_, zh) in others.items())
    en, zh = ASKED[command]
    return (
        f"This says {en}. Other questions, whose order may differ: {english}.",
        f"此处回答：{zh}。另有几问，其次序可能不同：{chinese}。",
    )
