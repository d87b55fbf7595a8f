"""How a theory wants to be shown: its levers in groups, and its sectors by name.

    Display(groups=(LeverGroup("home", ("Home government", "本国政府"), ("tariff", "quota")),),
            at_work={"quota": ("quota_announced",)}, sectors={"market": ("The market", "市场")},
            meanings=(NumberGroup("fleet", ("The fleet", "船队"), ("fleet_growth", "initial_fleet")),),
            headlines=(Headline(("the lag", "滞后"), "catch", "quota", "open_sea"),))

Words and choices only: nothing here changes a number. Not like this: a lever in two groups, or a sector without a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dualtrack.errors import BadNumber, DuplicateName, NoMeaning, UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import check_world
from dualtrack.language.statements.argument import ArgumentGroup, KeyFinding, TourStep, WordedLever
from dualtrack.language.statements.argument_map import ArgumentMap
from dualtrack.language.statements.lever_scale import JointReading, LeverScale


@checked
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


@checked
@dataclass(frozen=True, slots=True)
class NumberGroup:
    """Uncertain `numbers` of one meaning, by base name, under an `id` and a `label`: a mechanism with all that sizes it.

    Raises `NoMeaning` for a group without a name in both languages.
    """

    id: str
    label: Label
    numbers: tuple[str, ...]

    def __post_init__(self) -> None:
        if not (self.id and all(self.label)):
            raise NoMeaning(f"a group of numbers is called `{self.id}` and {self.label}", fix="give it a name in both languages")


@checked
@dataclass(frozen=True, slots=True)
class Headline:
    """What an answer on the first screen is about: an `outcome` under a `regime`, or how much later it comes than `against`.

    `held` are numbers that have one value in every world of this headline; `label` says it in both languages.
    """

    label: Label
    outcome: str
    regime: str
    against: str = ""
    held: tuple[tuple[str, float], ...] = ()


@checked
@dataclass(frozen=True, repr=False)
class Display(Printed):
    """The words and choices of one theory: the `groups` of its levers, and the name of each of its `sectors`.

    Its page is called `title`, and opens with a `heading` and a `lead`; `limits` say what it leaves out, each in both languages.

    `at_work` names, by lever, events that show it although no value of it is coded. `meanings` group its uncertain numbers, each
    in one at the most, and `headlines` are what is asked of these groups. The variant of a claim called `asked_again` stands in
    the claim's own row, as do `remarks`, by claim. `paths` are quantities whose way to the last year, under
    `path_regimes`, has a page. `scales` say by lever which way it restricts and what its values mean, `together` which levers are
    read as one.

    The first screen asks a short `question`, reads months in the year `read_at`, and tells `findings`; the argument is read in
    its groups, `argument`, seen on an `argument_map`, and led through by a `tour`. The levers of both `sides` are `worded`.
    Raises `DuplicateName` for two groups of one name, `NoMeaning` for words in one language.
    """

    groups: tuple[LeverGroup, ...] = ()
    at_work: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sectors: Mapping[str, Label] = field(default_factory=dict)
    meanings: tuple[NumberGroup, ...] = ()
    headlines: tuple[Headline, ...] = ()
    asked_again: Label = ("", "")
    remarks: Mapping[str, Label] = field(default_factory=dict)
    paths: tuple[str, ...] = ()
    path_regimes: tuple[str, ...] = ()
    scales: Mapping[str, LeverScale] = field(default_factory=dict)
    together: tuple[JointReading, ...] = ()
    title: Label = ("", "")
    heading: Label = ("", "")
    lead: Label = ("", "")
    limits: tuple[Label, ...] = ()
    question: Label = ("", "")
    read_at: int | None = None
    findings: tuple[KeyFinding, ...] = ()
    argument: tuple[ArgumentGroup, ...] = ()
    argument_map: ArgumentMap | None = None
    tour: tuple[TourStep, ...] = ()
    sides: Mapping[str, Label] = field(default_factory=dict)
    worded: tuple[WordedLever, ...] = ()

    def __post_init__(self) -> None:
        freeze_fields(self)
        for what, groups in (("levers", self.groups), ("numbers", self.meanings), ("claims", self.argument)):
            ids = [group.id for group in groups]
            if len(set(ids)) < len(ids):
                raise DuplicateName(f"the groups of {what} are called {ids}", fix="give each its own name")
        for said in (
            self.title,
            self.heading,
            self.lead,
            self.question,
            *self.limits,
            *self.sides.values(),
        ):
            if any(said) and not all(said):
                raise NoMeaning(f"the page says `{''.join(said)[:40]}` in one language", fix="say it in both, or leave it out")


def check_display(model: Model, display: Display) -> None:
    """Raise for what the equations have not or leaves something out.

    `UnknownName` for a name that is not there, `DuplicateName` for a lever outside every group or in two, and for a number in
    two, `NoMeaning` for a sector without words or a lever without a scale, `BadNumber` for a landmark out of its lever's range.
    Numbers outside every group are the rest.
    """
    levers = {model[name].base for name in model.of_role(["lever"])}
    grouped = [base for group in display.groups for base in group.levers]
    _known((*grouped, *display.at_work), levers, "lever")
    _known(display.sectors, model.sectors, "sector")
    _known(display.paths, model.quantities, "quantity")
    for base in sorted(levers):
        if display.groups and grouped.count(base) != 1:
            raise DuplicateName(f"lever `{base}` stands in {grouped.count(base)} groups", fix="put it in one")
    for sector in model.sectors:
        if display.sectors and sector not in display.sectors:
            raise NoMeaning(f"sector `{sector}` is called nothing", fix="name it in both languages, as the others are")

    _check_scales(model, display, levers)
    _check_meanings(model, display)


def _check_scales(model: Model, display: Display, levers: set[str]) -> None:
    joint = [name for each in display.together for name in (*each.levers, each.scale)]
    _known((*display.scales, *joint), levers, "lever")
    _known((each.quantity for each in display.together), model.quantities, "quantity")
    for lever in map(model.__getitem__, model.of_role(["lever"])):
        if display.scales and lever.base not in display.scales:
            raise NoMeaning(f"nothing says what more of lever `{lever.base}` does", fix="give it a scale, as the others have")
        for value in display.scales[lever.base].landmarks if display.scales else ():
            if not lever.low <= value <= lever.high:
                raise BadNumber(
                    f"lever `{lever.base}` has a landmark at {value:g}", fix=f"stay between {lever.low:g} and {lever.high:g}"
                )


def _check_meanings(model: Model, display: Display) -> None:
    numbers = [name for group in display.meanings for name in group.numbers]
    _known(numbers, (model[name].base for name in model.drawn), "uncertain number")
    for base in numbers:
        if numbers.count(base) != 1:
            raise DuplicateName(f"number `{base}` stands in {numbers.count(base)} groups", fix="put it in one")
    _known((each.outcome for each in display.headlines), model.outcomes, "outcome")
    if display.headlines and not display.meanings:
        raise NoMeaning(
            f"“{display.headlines[0].label[0]}” is to be asked of groups of numbers, and there is none",
            fix="group numbers by meaning: Display(meanings=...)",
        )
    for each in display.headlines:
        check_world(model, dict(each.held))


def _known(names: Iterable[str], known: Iterable[str], kind: str) -> None:
    held = set(known)
    for name in names:
        if name not in held:
            raise UnknownName(
                f"`{name}` is to be shown and is no {kind}", near=nearest(name, held), fix=f"name a {kind} of the model"
            )
