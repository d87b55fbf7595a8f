"""Is a sentence of `matter` true? Each claim in it held against the closed form of a function whose shares are known."""

import re
from collections.abc import Mapping
from itertools import pairwise

from dualtrack.app.commands.matter import method_of
from dualtrack.app.matter_words import SLIGHT, sentence
from dualtrack.app.terminal.numbers import MINUS
from dualtrack.errors import RunError
from dualtrack.lab.questions.asked import AskedLevel, Setting
from dualtrack.lab.questions.matter import matter
from dualtrack.language.scenario import Clock, Regime
from tests.lab.known_shares import RARE, Known
from tests.lab.toys import rare_toy

NAMED = re.compile(r"“(\w+)” \((\d+) %; (\d+) % to (\d+) %\)")


def wrongs(text: str, known: Known) -> list[str]:
    """What in an English sentence is not so: a leader or an order that is none, an absence, a share beyond 0 to 1."""
    found = [f"says {said!r}" for said in ("every world", "nan", "–", MINUS) if said in text]
    told, _, rest = text.partition(": shares of its variance")
    if rest and "hangs most on" in told:
        found += _order_wrongs(told, known.total)
    for _, *numbers in NAMED.findall(text):
        value, low, high = map(int, numbers)
        if not 0 <= low <= value <= high <= 100:
            found.append(f"{value} % in {low} to {high} %")
    interplay = 1 - sum(known.first.values())
    if "Hardly any" in text and interplay >= SLIGHT:
        found.append(f"hardly any interplay, where {interplay:.2f} is")
    if "About" in text and interplay <= SLIGHT:
        found.append(f"clear interplay, where {interplay:.2f} is")
    return found


def _order_wrongs(told: str, total: Mapping[str, float]) -> list[str]:
    """Those named lead all others; in their order unless the sentence says that it is open."""
    named = [name for name, *_ in NAMED.findall(told)]
    others = [value for name, value in total.items() if name not in named]
    chain = [total[name] for name in named]
    wrong = [] if not others or min(chain) > max(others) else [f"{named} lead, of {dict(total)}"]
    if "whose order cannot be told" not in told and any(one <= other for one, other in pairwise(chain)):
        wrong.append(f"{named} in this order, of {dict(total)}")
    return wrong


def said(setting: Setting, pairs: int, seed: int) -> str:
    """What the command says of the answer in English: its sentence, or its refusal."""
    try:
        (found,) = matter(setting, [AskedLevel("answer", 2021.0)], method_of(pairs), seed=seed).answers
    except RunError as refusal:
        return str(refusal)
    return sentence(setting, found)[0]


def rare_setting(chances: tuple[float, float]) -> Setting:
    """The toy in which two numbers must both be in the upper end of their range."""
    clock = Clock(2020.0, 2021.0, 1.0, 1.0)
    return Setting(rare_toy(*chances), Regime("plain", {}, ("Plain", "平")), None, clock)


CHANCES = {"one input": (RARE, 1.0), "two alike": (RARE**0.5, RARE**0.5), "two unlike": (1 / 50, 1 / 10)}
KINDS = {
    "refused": "worlds drawn",
    "not resolved": "not resolved",
    "no leader": "cannot be told at this size;",
    "no order": "whose order cannot",
    "order": "hangs most on",
}


def kind(text: str) -> str:
    """What sort of sentence it is."""
    return next(name for name, words in KINDS.items() if words in text)
