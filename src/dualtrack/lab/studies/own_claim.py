"""A claim of a user's own: what it says and how it is tested, and whether it still is what was frozen under its seal."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from dualtrack.language.declaration import Label
from dualtrack.language.printed import Printed
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.language.statements.ledger import Claim

FROZEN, SEAL = "frozen", "seal"
"""The two keys of a claim that its seal does not cover."""
WORDS = ("label", "doc", "edition", "changed")
"""Keys of a regime that move no run."""
SHOWN = 12
"""Letters of a seal that stand beside a verdict."""
Standing = Literal["frozen", "not frozen", "altered"]


@dataclass(frozen=True, slots=True, repr=False)
class OwnClaim(Printed):
    """A `claim` with its `test`, and in the user's words `why` it is asked; `of_claim` is the shipped one that it asks otherwise.

    `frozen` and `seal` are what its file says, none and empty where it says nothing; `content` is the seal of what stands in the
    file now. `where` is its place, `runs` are the regimes of the same file that its seal covers too.
    """

    claim: Claim
    test: ClaimTest
    why: Label
    content: str
    where: str
    frozen: date | None = None
    seal: str = ""
    of_claim: str = ""
    runs: tuple[str, ...] = ()

    @property
    def standing(self) -> Standing:
        """Whether it may get a verdict: only what is as it was when it was frozen."""
        if self.frozen is None:
            return "not frozen"
        return "frozen" if self.seal == self.content else "altered"

    @property
    def said(self) -> Label:
        """Date and seal in a few words, for a line beside what is told of it."""
        if self.frozen is None:
            return "not frozen: no verdict", "尚未冻结，不作判定"
        day, seal = self.frozen.isoformat(), self.seal[:SHOWN]
        if self.standing == "frozen":
            return f"frozen {day}, seal {seal}", f"{day}冻结，封印{seal}"
        return f"altered since it was frozen {day}, seal {seal}: no verdict", f"{day}冻结（封印{seal}）之后有改动，不作判定"

    @property
    def origin(self) -> dict[str, str | None]:
        """What passports and results say of it."""
        return {
            "standing": self.standing,
            FROZEN: None if self.frozen is None else self.frozen.isoformat(),
            SEAL: self.seal or None,
        }


def content_seal(name: str, entry: Mapping[str, Any], regimes: Mapping[str, Mapping[str, Any]]) -> str:
    """A hash over everything that a claim says, under its `name`, and over what its file's own `regimes` do that it runs.

    Comments, layout, the order of keys and how a number is written do not count, nor do the two keys of the seal itself and the
    words in which a regime is told.
    """
    asked = {key: value for key, value in entry.items() if key not in (FROZEN, SEAL)}
    run = {own: {key: value for key, value in each.items() if key not in WORDS} for own, each in regimes.items()}
    whole = _plain({"name": name, "claim": asked, "regimes": run})
    text = json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """The same with every number as one kind of number."""
    match value:
        case Mapping():
            return {str(key): _plain(inner) for key, inner in value.items()}
        case list():
            return [_plain(inner) for inner in value]
        case bool():
            return value
        case int() | float():
            return float(value) + 0.0
        case _:
            return value
