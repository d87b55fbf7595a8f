"""How the values of a lever are read: what more of it does, values that have a name, and what levers come to together.

    LeverScale("looser", {0.0: ("none", "无"), 1.0: ("all", "全部")})
    JointReading(("ceiling", "quota"), "allowed_catch", "ceiling", ("The least catch allowed", "允许的最低捕捞量"))

Words only: nothing here changes a number. Not like this: a lever of which more is called looser because its author means it well.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from dualtrack.errors import BadNumber, NoMeaning
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.frozen import freeze_fields

Sense = Literal["tighter", "looser", "neither"]
SENSES: tuple[Sense, ...] = get_args(Sense)


@checked
@dataclass(frozen=True, slots=True)
class LeverScale:
    """What `more` of a lever does: a rule that lets less through is "tighter", one that lets more through "looser".

    Money, aims and ways of ruling are "neither". `landmarks` are values, in the lever's own unit, with what each means in both
    languages; `also` are other words, in either language, by which people look for the lever. Raises `NoMeaning` for another
    word, a landmark that is not said in both or an empty word, `BadNumber` for a value that is none.
    """

    more: str
    landmarks: Mapping[float, Label] = field(default_factory=dict)
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        freeze_fields(self)
        if self.more not in SENSES:
            raise NoMeaning(f"more of a lever is called `{self.more}`", fix="one of " + ", ".join(SENSES))
        if not all(each.strip() for each in self.also):
            raise NoMeaning(f"a lever is also called {self.also}", fix="leave empty words out")
        for value, label in self.landmarks.items():
            if not math.isfinite(value):
                raise BadNumber(f"a landmark stands at {value}", fix="give it a finite value")
            if not all(label):
                raise NoMeaning(f"the landmark at {value:g} is called {label}", fix="name it in both languages")


@checked
@dataclass(frozen=True, slots=True)
class JointReading:
    """What `levers` that act together come to: a `quantity` of the model, told by the landmarks and the sense of a lever `scale`.

    `label` says in both languages how they go together. Raises `NoMeaning` where it does not.
    """

    levers: tuple[str, ...]
    quantity: str
    scale: str
    label: Label

    def __post_init__(self) -> None:
        if not (self.levers and all(self.label)):
            raise NoMeaning(f"how {self.levers} go together is {self.label}", fix="say it in both languages")
