"""How a theory wants to be shown: its levers in groups, and its sectors by name.

    Display(groups=(LeverGroup("home", ("Home government", "本国政府"), ("tariff", "quota")),),
            at_work={"quota": ("quota_announced",)}, sectors={"market": ("The market", "市场")})

Words and choices only: nothing here changes a number. Not like this: a lever in two groups, or a sector without a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dualtrack.errors import DuplicateName, NoMeaning, UnknownName, nearest
from dualtrack.language.declaration import Label
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed


@dataclass(frozen=True, slots=True)
class LeverGroup:
    """`levers` that belong together, by base name, in the order in which they are shown, under an `id` and a `label`.

    Raises `NoMeaning` for a group without a name in both languages.
    """

    id: str
    label: Label
    levers: tuple[str, ...]

    def __post_init__(self) -> None:
        if not (self.id and all(self.label)):
            raise NoMeaning(f"a group of levers is called `{self.id}` and {self.label}", fix="give it a name in both languages")


@dataclass(frozen=True, repr=False)
class Display(Printed):
    """The words and choices of one theory: the `groups` of its levers, and the name of each of its `sectors`.

    `at_work` names, by lever, events that show it although no value of it is coded. Raises `DuplicateName` for two groups of one
    name.
    """

    groups: tuple[LeverGroup, ...] = ()
    at_work: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sectors: Mapping[str, Label] = field(default_factory=dict)

    def __post_init__(self) -> None:
        freeze_fields(self)
        ids = [group.id for group in self.groups]
        if len(set(ids)) < len(ids):
            raise DuplicateName(f"the groups of levers are called {ids}", fix="give each its own name")


def check_display(model: Model, display: Display) -> None:
    """Raise for what the equations have not or leaves something out.

    `UnknownName` for a name that is not there, `DuplicateName` for a lever outside every group or in two, `NoMeaning` for a
    sector without words.
    """
    levers = {model[name].base for name in model.of_role(["lever"])}
    grouped = [base for group in display.groups for base in group.levers]
    _known((*grouped, *display.at_work), levers, "lever")
    _known(display.sectors, model.sectors, "sector")
    for base in sorted(levers):
        if display.groups and grouped.count(base) != 1:
            raise DuplicateName(f"lever `{base}` stands in {grouped.count(base)} groups", fix="put it in one")
    for sector in model.sectors:
        if display.sectors and sector not in display.sectors:
            raise NoMeaning(f"sector `{sector}` is called nothing", fix="name it in both languages, as the others are")


def _known(names: Iterable[str], known: Iterable[str], kind: str) -> None:
    held = set(known)
    for name in names:
        if name not in held:
            raise UnknownName(
                f"`{name}` is to be shown and is no {kind}", near=nearest(name, held), fix=f"name a {kind} of the model"
            )
