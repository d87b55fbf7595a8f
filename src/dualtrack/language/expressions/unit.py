"""Units as products of powers: "person/year" is {person: 1, year: -1}."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dualtrack.errors import UnitMismatch

_WORD = re.compile(r"1|[A-Za-z][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """A product of base units to whole powers, in a canonical order."""

    powers: tuple[tuple[str, int], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Unit:
        """Read "1", "person/year", "H100e*year/USD_bn"; anything after the slash divides. Raises `UnitMismatch` for what is no
        unit.
        """
        top, slash, bottom = text.replace(" ", "").partition("/")
        parts = [top.split("*"), bottom.split("*") if slash else []]
        for word in parts[0] + parts[1]:
            if not _WORD.fullmatch(word):
                raise UnitMismatch(f"cannot read the unit {text!r}", fix='write products such as "person/year" or "1"')
        return cls._of(Counter(parts[0])) / cls._of(Counter(parts[1]))

    @classmethod
    def _of(cls, powers: Mapping[str, int]) -> Unit:
        return cls(tuple(sorted((name, power) for name, power in powers.items() if power and name != "1")))

    @property
    def bases(self) -> set[str]:
        """The base units it is made of."""
        return {name for name, _ in self.powers}

    def __mul__(self, other: Unit) -> Unit:
        powers = Counter(dict(self.powers))
        for name, power in other.powers:
            powers[name] += power
        return self._of(powers)

    def __truediv__(self, other: Unit) -> Unit:
        return self * Unit(tuple((name, -power) for name, power in other.powers))

    def __str__(self) -> str:
        top = "*".join(name for name, power in self.powers for _ in range(max(power, 0))) or "1"
        bottom = "*".join(name for name, power in self.powers for _ in range(max(-power, 0)))
        return f"{top}/{bottom}" if bottom else top


def declared_unit(text: str, name: str, where: str) -> Unit:
    """The unit that a declaration states; raises `UnitMismatch` with its name and place."""
    try:
        return Unit.parse(text)
    except UnitMismatch as error:
        raise UnitMismatch(f"`{name}`: {error.what}", where=where, fix=error.fix) from None


ONE = Unit()
YEAR = Unit((("year", 1),))
