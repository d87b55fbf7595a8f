"""What may be found out, in words: worths as calls in a hundred worlds, what settles, who tells it, at what cost and by when."""

from __future__ import annotations

from collections.abc import Mapping

from dualtrack.app.terminal.numbers import MINUS, number, share, span
from dualtrack.lab.information.claim_stake import Question
from dualtrack.lab.information.learned import Learned
from dualtrack.lab.information.number_worth import OnClaim, Worth
from dualtrack.lab.statistics.information_value import Gain, Settled
from dualtrack.language.declaration import Label
from dualtrack.language.statements.measurable import Measurable

HUNDRED = 100
UNKNOWN: Label = ("not known", "未知")
QUESTIONS: Mapping[Question, Label] = {
    "holds": ("does it hold", "是否成立"),
    "exists and holds": ("does its mechanism exist, and it hold", "机制是否存在且成立"),
}


def worth_words(gain: Gain) -> str:
    """A worth in calls of a hundred, with its interval."""
    low, high = (_hundred(each) for each in gain.interval)
    return f"{_hundred(gain.value)} ({span(low, high)})"


def most_words(value: float) -> str:
    """What knowing the answer is worth, in calls of a hundred."""
    return _hundred(value)


def settled_words(found: Settled) -> str:
    """In which share of a number's distribution the answer would be settled."""
    return f"{share(found.value)} ({span(share(found.low).removesuffix(' %'), share(found.high))})"


def claims_words(worth: Worth) -> str:
    """The claims for which it is worth something beyond chance, and how much; none in words where it is for none."""
    told = [f"{one.claim} {_hundred(one.gain.value)}" for one in worth.on if one.is_telling]
    return ", ".join(told)


def cost_words(told: Measurable | None) -> Label:
    """Days of work, a guess unless a source says so."""
    if told is None or told.days is None:
        return UNKNOWN
    days = number(told.days, 2)
    return (f"{days} days", f"{days}天")


def publisher_words(told: Measurable | None) -> Label:
    """Who holds or publishes it."""
    return UNKNOWN if told is None or told.publisher is None else told.publisher


def due_words(told: Measurable | None) -> Label:
    """By when it is next told."""
    return UNKNOWN if told is None or not told.due else (told.due, told.due)


def said_words(told: Measurable | None) -> Label:
    """Who says what it takes, and as of when."""
    if told is None:
        return UNKNOWN
    source = told.said.source
    return (
        f"{source or 'a guess'}, {told.said.dated}",
        f"{source or '估计'}，{told.said.dated}",
    )


def measured_words(found: Learned, name: str) -> Label:
    """What would measure a number; in English alone where only the assumption behind it says so."""
    english, chinese = found.measured_by(name)
    return (english or UNKNOWN[0], chinese or (UNKNOWN[1] if not english else ""))


def deciding(found: Learned, claim: str, most: int) -> list[tuple[str, OnClaim]]:
    """The numbers that are told beside a claim: those worth most, or the one that settles it without being worth anything."""
    settling = found.settling(claim)
    return found.leading(claim, most) or ([] if settling is None else [settling])


def undecided_words(found: Learned) -> Label:
    """Which claims no single number decides, and which of them lie beyond a bound as they are."""
    names, beyond = ", ".join(found.undecided), ", ".join(each for each in found.undecided if each in found.beyond)
    english = (
        f"No single number decides {names}: none of {len(found.numbers)} is worth anything there beyond chance, and none surely "
        "settles a fifth of its own distribution."
    )
    chinese = f"{names}无单一数值可定：{len(found.numbers)}个数值的价值均未超出偶然，亦无一可使其分布的五分之一确定落定。"
    if beyond:
        english += f" Beyond a bound as they are: {beyond}; what keeps them open is no number."
        chinese += f"其中{beyond}现已越过界限：使其未定者并非某个数值。"
    return english, chinese


def _hundred(value: float) -> str:
    return f"{HUNDRED * value:.1f}".replace("-", MINUS)
