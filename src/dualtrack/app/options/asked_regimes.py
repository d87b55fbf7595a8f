"""What questions share on the command line: the regimes that they are asked under, and how they are said in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from dualtrack.errors import RegimeError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.questions.asked import Asked, AskedClaim, AskedDifference, AskedLag, AskedLevel, Setting
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model


def setting_of(laboratory: Laboratory, regime: str, against: str, held: Mapping[str, float] | None = None) -> Setting:
    """The regimes of these names, no second one where `against` is empty, with some numbers `held` in every run."""
    second, meanings = laboratory.regime(against) if against else None, laboratory.theory.display.meanings
    return Setting(
        laboratory.model, laboratory.regime(regime), second, laboratory.theory.clock, laboratory.regimes, held or {}, meanings
    )


def what(model: Model, asked: Asked) -> Label:
    """What was asked, in both languages."""
    if isinstance(asked, AskedClaim):
        return f"Whether claim {asked} is true", f"主张 {asked} 是否成立"
    en, zh = label_of(model[asked.name])
    match asked:
        case AskedLevel(_, year):
            return f"{en} in {year:g}", f"{year:g} 年{zh}"
        case AskedDifference(_, year):
            return f"The difference in “{en}” in {year:g}", f"{year:g} 年“{zh}”之差"
        case AskedLag():
            return f"The lag of “{en}” in months", f"“{zh}”滞后的月数"
        case _:
            assert_never(asked)


def under(setting: Setting, asked: Sequence[Asked] = ()) -> Label:
    """Under which regimes, in both languages; a claim is asked of the runs that its own test names."""
    if asked and all(isinstance(each, AskedClaim) for each in asked):
        return "in the runs of its test" if len(asked) == 1 else "in the runs of their tests", "在其检验所用的各次运行中"
    en, zh = setting.regime.label
    if setting.against is None:
        return f"under “{en}”", f"在“{zh}”之下"
    other = setting.against.label
    return f"under “{en}” against “{other[0]}”", f"在“{zh}”之下、相对于“{other[1]}”"


def listed(parts: Sequence[Label]) -> Label:
    """Several things in a row, in both languages."""
    english = [en for en, _ in parts]
    joined = english[0] if len(english) == 1 else f"{', '.join(english[:-1])} and {english[-1]}"
    return joined, "、".join(zh for _, zh in parts)


def two(names: Sequence[str]) -> tuple[str, str]:
    """The names of exactly two regimes."""
    if len(names) != 2:
        raise RegimeError(
            f"{len(names)} regimes were named", fix="name two: the one that is left, then the one that takes its place"
        )
    return names[0], names[1]
