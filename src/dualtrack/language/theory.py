"""A theory as one value: its equations, and everything by which they are asked, held beside the record and judged.

    THEORY = Theory(
        name="rivals", label=("Two rivals", "两个对手"), sectors=(market, policy), clock=Clock(2020, 2040, 1 / 16, 0.25),
        outcomes=("capability",), regimes=(Regime("open", ...), Regime("shut", ...)), claims=(...), tests=(...),
    )

What does not fit is refused: by the value itself where names in it disagree, by `model_of` where the equations do not know a
name, and by `check_regimes` where a regime is missing. Not like this: a claim without a test, or a test of another's claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from importlib import import_module
from pathlib import Path as File
from typing import Any

from dualtrack.errors import BadNumber, DuplicateName, NoMeaning, UnknownName, nearest
from dualtrack.language.build import build
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Label, Sector
from dualtrack.language.frozen import freeze_fields
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.scenario import Clock, Regime
from dualtrack.language.soundness.check_tilts import check_tilts
from dualtrack.language.statements.check_argument import check_argument, check_read_at, check_remarks
from dualtrack.language.statements.check_claims import check_groups, check_tests, regimes_of
from dualtrack.language.statements.claim_sides import Sides, check_evidence
from dualtrack.language.statements.claim_test import ClaimTest, MechanismGroup, Test
from dualtrack.language.statements.counterpart import Counterpart, check_counterparts
from dualtrack.language.statements.display import Display, check_display
from dualtrack.language.statements.experiment import Published, check_published, regimes_run
from dualtrack.language.statements.forecast_question import Foretold, check_foretold
from dualtrack.language.statements.ledger import Claim, Fact, check_claims, check_facts
from dualtrack.language.statements.measurable import Measurable, check_measurables
from dualtrack.language.statements.named_loop import Loop, check_loops, link_edges
from dualtrack.language.statements.panel import Panel
from dualtrack.language.statements.pathway import Pathway, check_pathways
from dualtrack.language.statements.reality_check import Check, check_checks
from dualtrack.language.statements.target import Bound, Target, check_targets, targets_of
from dualtrack.language.tilt import Tilt

Span = tuple[float, float]
"""A first and a last year."""
Links = tuple[tuple[str, str], ...]
"""Links by base names: the quantity that is read, and the one whose equation reads it."""
NEUTRAL = Tilt("neutral", ("Leaning to no side", "不偏向任何一方"))
"""The prior as it is declared."""


@checked
@dataclass(frozen=True, repr=False)
class Theory(Printed):
    """Everything that is one theory's, by `name` and `label`; a program that takes it names no quantity, regime or claim of its
    own.

    `sectors` are the modules of its equations, `clock` its years. `outcomes` are those by which regimes are shown first, `years`
    those in which they are compared, the clock's stop unless given. `past` is the regime whose past is held beside the record,
    `treated` the one that the story is about, `references` those it is held against. `regimes` are values, or a folder of files;
    they leave the past in `parts_at`, and are judged once more as if they had left it in `parts_before`. No run goes beyond
    `runs_until`, the clock's stop unless given.

    `lagged` are outcomes of which it is asked how much later they come, the main outcome unless given; `valued` is the outcome,
    and the year, by whose level loops are weighed beside it; `spans` are the years between which leverage is looked for again.
    `mediators` and `tracks` are base names.

    `question` is what is asked of it first, a sentence of each language; the answer opens with it.

    `facts` are looked for until `facts_until`; worlds are `matched` to targets and held in `bounds`; `counterparts` say which
    series of the record measures what of the model, `published` which runs correspond to what studies found, `foretold` which
    figures to come it is asked for, `measurables` what would measure a number. `claims` have `tests` and `evidence`, effects are
    shared out over `groups` of switches for those `attributed`, and those that are `central` to the question are told by name in
    the answer; both must take runs. By the links of its `pathways` a policy reaches the main outcome. `loops`, `checks`,
    `reactions` and `display` are its forms of these; the first of the `tilts` is the prior as it is declared, and no two may
    weigh worlds alike.
    Raises `UnknownName`, `DuplicateName`, `NoMeaning` or `BadNumber` for what does not fit by itself.
    """

    name: str
    label: Label
    sectors: tuple[Sector, ...]
    clock: Clock
    outcomes: tuple[str, ...]
    regimes: File | tuple[Regime, ...] = ()
    years: tuple[float, ...] = ()
    past: str = ""
    treated: str = ""
    references: tuple[str, ...] = ()
    parts_at: float | None = None
    parts_before: float | None = None
    runs_until: float | None = None
    lagged: tuple[str, ...] = ()
    valued: tuple[str, float] | None = None
    spans: tuple[Span, ...] = ()
    facts: tuple[Fact, ...] = ()
    facts_until: float | None = None
    matched: tuple[Target, ...] = ()
    counterparts: tuple[Counterpart, ...] = ()
    bounds: tuple[Bound, ...] = ()
    published: Published = field(default_factory=Published)
    foretold: Foretold = field(default_factory=Foretold)
    measurables: tuple[Measurable, ...] = ()
    claims: tuple[Claim, ...] = ()
    tests: tuple[Test, ...] = ()
    evidence: Mapping[str, Sides] = field(default_factory=dict)
    groups: tuple[MechanismGroup, ...] = ()
    attributed: tuple[str, ...] = ()
    central: tuple[str, ...] = ()
    pathways: tuple[Pathway, ...] = ()
    loops: tuple[Loop, ...] = ()
    tracks: Mapping[str, Links] = field(default_factory=dict)
    mediators: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    tilts: tuple[Tilt, ...] = (NEUTRAL,)
    reactions: Panel | None = None
    display: Display = field(default_factory=Display)
    question: Label = ("", "")

    def __post_init__(self) -> None:
        freeze_fields(self)
        object.__setattr__(self, "years", self.years or (self.clock.stop,))
        if not (self.name and all(self.label)):
            raise NoMeaning(
                f"a theory is called `{self.name}` and {self.label}", fix="give it a name, and a label in both languages"
            )
        if any(self.question) and not all(self.question):
            raise NoMeaning(
                f"theory `{self.name}` asks its question in one language: {self.question}",
                fix="ask it in both, or leave it out",
            )
        if not self.outcomes:
            raise UnknownName(f"theory `{self.name}` is shown by nothing", fix="name at least one of its outcomes")
        for year in self._dates():
            if not self.clock.start <= year <= self.clock.stop:
                raise BadNumber(
                    f"theory `{self.name}` names the year {year:g}, outside its clock",
                    fix=f"stay within {self.clock.start:g} and {self.clock.stop:g}",
                )
        if self.latest < self.clock.stop or not all(start < stop for start, stop in self.spans):
            raise BadNumber(
                f"theory `{self.name}` runs until {self.latest:g} and has the spans {self.spans}",
                fix=f"let runs go on to {self.clock.stop:g} at least, and every span end after it starts",
            )
        names = [tilt.name for tilt in self.tilts]
        if not names or len(set(names)) < len(names):
            raise DuplicateName(f"theory `{self.name}` has the tilts {names}", fix="give one or more, each its own name")
        self._check_computed()

    def _dates(self) -> tuple[float, ...]:
        """Every year that must lie on the clock."""
        single = (self.parts_at, self.parts_before, self.facts_until, self.valued[1] if self.valued else None)
        return (*self.years, *(year for span in self.spans for year in span), *(each for each in single if each is not None))

    def _check_computed(self) -> None:
        computed = [test.id for test in self.tests if isinstance(test, ClaimTest)]
        for names, purpose in ((self.attributed, "its effect shared out"), (self.central, "its verdict told first")):
            for name in names:
                if name not in computed:
                    raise UnknownName(
                        f"claim {name} is to have {purpose}, and nothing computes it",
                        near=nearest(name, computed),
                        fix="name a claim whose test takes runs",
                    )

    def __getstate__(self) -> dict[str, Any]:
        places = (
            (each.__module__, each.__qualname__) if isinstance(each, type) else (each.__name__, "") for each in self.sectors
        )
        return {**vars(self), "sectors": tuple(places)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update({**state, "sectors": tuple(_sector(*place) for place in state["sectors"])})

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """What a world must come near to be kept."""
        return targets_of(self.facts, self.matched)

    @cached_property
    def facts_clock(self) -> Clock:
        """The clock on which facts are held beside a run."""
        stop = self.clock.stop if self.facts_until is None else self.facts_until
        return Clock(self.clock.start, stop, self.clock.step, self.clock.save)

    @property
    def latest(self) -> float:
        """The last year that a run may reach."""
        return self.clock.stop if self.runs_until is None else self.runs_until

    def mediating(self, model: Model) -> tuple[str, ...]:
        """The mediators by their flat names in the `model`."""
        return tuple(name for name, quantity in model.quantities.items() if quantity.base in self.mediators)

    def printed_title(self) -> str:
        return f"Theory `{self.name}`: {len(self.claims)} claims, {len(self.facts)} facts, {len(self.loops)} loops"

    def printed_lines(self) -> Mapping[str, object]:
        shown = ("label", "sectors", "clock", "outcomes", "regimes", "past", "treated", "references", "facts", "claims", "loops")
        return {name: getattr(self, name) for name in (*shown, "tilts", "groups", "checks", "mediators")}


def _place(sector: Sector) -> tuple[str, str]:
    """The module that a sector is, or in which its class stands under a name."""
    return (sector.__module__, sector.__qualname__) if isinstance(sector, type) else (sector.__name__, "")


def _sector(module: str, name: str) -> Sector:
    """A sector by the module that it is, or in which its class stands."""
    found: Sector = reduce(getattr, name.split("."), import_module(module)) if name else import_module(module)
    return found


def model_of(theory: Theory) -> Model:
    """The theory's model, once everything that it declares fits it.

    Raises `ModelError`, by its kind, for the first thing that does not; `UnknownName` where it shows or reads what is not there.
    """
    model = build(*theory.sectors, name=theory.name)
    _check_outcomes(model, theory)
    check_facts(model, theory.facts)
    check_targets(model, (*theory.targets, *theory.bounds))
    check_counterparts(model, theory.counterparts)
    check_foretold(theory.counterparts, theory.foretold.questions)
    check_published(model, theory.published)
    check_measurables(model, theory.measurables)
    check_claims(model, theory.claims)
    check_evidence(theory.claims, theory.evidence)
    check_tests(model, regimes_of(theory.tests), theory.claims, theory.tests, theory.evidence)
    check_pathways(model, theory.pathways)
    check_loops(model, theory.loops)
    check_checks(model, theory.checks)
    check_display(model, theory.display)
    check_remarks(theory.display, theory.claims, theory.tests)
    check_argument(model, theory.display, theory.claims, theory.tests)
    check_read_at(theory.display, theory.clock, theory.clock.start if theory.parts_at is None else theory.parts_at)
    _check_links(model, theory)
    if theory.groups:
        check_groups(model, theory.groups)
    check_tilts(model, theory.tilts)
    return model


def check_regimes(theory: Theory, regimes: Iterable[str]) -> None:
    """Raise `UnknownName` for a regime that the theory, a test of a claim or a headline speaks of and that is not there."""
    known = dict.fromkeys(regimes)
    display = theory.display
    shown = (*(name for each in display.headlines for name in (each.regime, each.against)), *display.path_regimes)
    for name in (
        theory.past,
        theory.treated,
        *theory.references,
        *regimes_of(theory.tests),
        *regimes_run(theory.published),
        *shown,
    ):
        if name and name not in known:
            raise UnknownName(
                f"theory `{theory.name}` has no regime `{name}`", near=nearest(name, known), fix="add it, or name another"
            )


def _check_outcomes(model: Model, theory: Theory) -> None:
    for name in (*theory.outcomes, *theory.lagged, *([theory.valued[0]] if theory.valued else ())):
        if name not in model.outcomes:
            raise UnknownName(
                f"theory `{theory.name}` is shown by `{name}`, which is none of its outcomes",
                near=nearest(name, model.outcomes),
                fix="declare it as an outcome, or name another",
            )


def _check_links(model: Model, theory: Theory) -> None:
    """Refuse mediators and links of the tracks that the equations have not."""
    bases = {quantity.base for quantity in model.quantities.values()}
    for name in theory.mediators:
        if name not in bases:
            raise UnknownName(
                f"an effect is to run through `{name}`, which is not there", near=nearest(name, bases), fix="correct it"
            )
    for track, links in theory.tracks.items():
        for source, target in links:
            if not link_edges(model, source, target):
                raise UnknownName(
                    f"the {track} holds a link from `{source}` to `{target}`, which no equation has",
                    fix="name a quantity and one whose equation reads it",
                )
