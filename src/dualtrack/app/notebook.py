"""The laboratory in a notebook: `lab = dt.laboratory()`, and every question is a method of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path as File
from typing import TYPE_CHECKING

from dualtrack.app.bind import bind, bind_theory
from dualtrack.app.claim_bench import ClaimBench, quiet
from dualtrack.app.names.explain_name import Explained, told
from dualtrack.app.names.resolve import OF_MODEL, things_named
from dualtrack.app.options.option_values import check_count
from dualtrack.lab.breaking.broken import Broken
from dualtrack.lab.check_laboratory import check_laboratory
from dualtrack.lab.checks.try_checks import Checked
from dualtrack.lab.compared import against_first, regimes_in_worlds, regimes_or_ensemble
from dualtrack.lab.drawn import one_world, worlds_of
from dualtrack.lab.find_witnesses import find_failing
from dualtrack.lab.laboratory import Laboratory, at_cluster
from dualtrack.lab.loop_study import LoopQuestion, LoopStudy, reference_of, study_loops
from dualtrack.lab.matching import matching
from dualtrack.lab.one_run import clock_until, one_run
from dualtrack.lab.questions.asked import Setting, read_asked
from dualtrack.lab.questions.compare import Comparison
from dualtrack.lab.questions.condition import read_condition
from dualtrack.lab.questions.discover import discover, discover_in
from dualtrack.lab.questions.discovery import Discovery
from dualtrack.lab.questions.explain_change import ChangeExplained, PolicyChange, explain_change
from dualtrack.lab.questions.matter import Matter, Method, matter
from dualtrack.lab.questions.matter_left import MatterLeft, matter_left
from dualtrack.lab.runs.ensemble import Ensemble
from dualtrack.lab.runs.regimes import set_levers
from dualtrack.lab.studies.standing import check_frozen
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.checked import checked
from dualtrack.language.scenario import Regime
from dualtrack.language.theory import Theory
from dualtrack.targets.numeric.python import Run
from dualtrack.targets.numeric.scheme import scheme_named
from dualtrack.targets.print.explain_quantity import Explanation, explain

if TYPE_CHECKING:
    from distributed import Client


@checked
def laboratory(
    theory: Theory | None = None,
    *,
    regimes: Sequence[File] = (),
    tables: File | None = None,
    record: File | None = None,
    study: File | None = None,
) -> Workbench:
    """A laboratory whose questions are methods: of the shipped theory with its record, or of your own `theory`.

    `regimes` are files, or folders of files, of regimes of your own; `tables` is a folder with the tables of a record. Without it
    the shipped theory is held beside the shipped record, and another theory beside nothing. `record` is a folder with rows of
    yours, any of five tables, that are added to the record, and `study` a file with regimes, priors, claims and rows. Raises
    `ModelError` for a theory that does not fit together, `RecordError` for a record or a row that does not fit it, `RegimeError`
    for a regime that is wrong and `StudyError` for a study that says what cannot be.
    """
    brought = regimes, tables, record, study
    return Workbench.of(bind(*brought) if theory is None else bind_theory(theory, *brought))


class Workbench(ClaimBench):
    """A laboratory at hand. Regimes and quantities are called by name, in capitals or not; the same `seed` gives the same answer.

    Where a method takes `worlds`, give how many to draw, or worlds that you have; a `tilt` names the prior they are drawn from,
    the one as declared unless given, and with `accepted` only those are kept that history leaves. A `world` is the nominal one, a
    drawn one by its number, or one given by its numbers by name. A `regime` may be a value too, and is held `against` another
    where a question needs one; a `year` that is left out is the last of the clock. Where a method takes an ensemble you may give
    one that you have. Every answer prints itself in a few lines, and has `to_dict()` and `to_polars()`.

    Raises `RegimeError` for an unknown regime or tilt, and `UnknownName` for an unknown quantity, with the nearest.
    """

    @classmethod
    def of(cls, laboratory: Laboratory) -> Workbench:
        """The same `laboratory` with its questions as methods."""
        return cls(**{each.name: getattr(laboratory, each.name) for each in fields(laboratory)})

    @checked
    def worlds(self, count: int = 200, *, seed: int = 7, tilt: str = "", accepted: bool = False) -> Worlds:
        """As many worlds as `count`, drawn under a `tilt`; with `accepted`, those of them that history leaves."""
        return worlds_of(self, check_count(count), seed, tilt, accepted=accepted)

    @checked
    def policy(self, regime: str, levers: Mapping[str, float], *, since: float | None = None, name: str = "") -> Regime:
        """A regime with `levers` set, in their own units, `since` a year or when it parts; a value under a `name` of its own."""
        return set_levers(self.model, self.regime(regime), levers, self.theory.clock.start, since=since, name=name)

    @checked
    def run(
        self,
        regime: str | Regime,
        *,
        world: int | Mapping[str, float] | None = None,
        seed: int = 7,
        tilt: str = "",
        until: float | None = None,
        scheme: str = "euler",
    ) -> Run:
        """One run: in the nominal world, in a drawn one by its number, or in one given by its numbers by name.

        `until` is the last year, up to the theory's own limit; `scheme` the rule by which a step is taken, euler or another.
        Raises `RegimeError` for an unknown regime, number or year.
        """
        numbers = one_world(self, world, seed, tilt) if isinstance(world, int) else world
        return one_run(self, self._one(regime), clock_until(self.theory, until), numbers, scheme_named(scheme))

    @checked
    def ensemble(
        self,
        *regimes: str | Regime,
        worlds: int | Worlds = 200,
        seed: int = 7,
        outcomes: Iterable[str] = (),
        tilt: str = "",
        accepted: bool = False,
        client: Client | None = None,
    ) -> Ensemble:
        """The `regimes`, all if none is named, in the same worlds; `outcomes` are what is kept, the main ones unless named.

        The workers of a Dask `client` run parts of the worlds; the numbers are the same. Raises `RunError` where they cannot.
        """
        chosen = [self._one(each) for each in regimes] or list(self.regimes.values())
        names = [self.quantity(each, "outcomes") for each in outcomes]
        return regimes_in_worlds(at_cluster(self, client), chosen, self._worlds(worlds, seed, tilt, accepted), names)

    @checked
    def compare(self, *regimes: str | Regime | Ensemble, worlds: int | Worlds = 200, seed: int = 7) -> Comparison:
        """Each of the `regimes`, or of an ensemble, against the first, world by world: levels, differences, months of lag.

        Raises `RegimeError` for fewer than two regimes, `WrongArgument` for an ensemble beside anything else.
        """
        named, ensemble = regimes_or_ensemble(regimes)
        return against_first(self, ensemble or self.ensemble(*named, worlds=worlds, seed=seed))

    @checked
    def matter(
        self,
        outcome: str,
        *,
        regime: str | Regime = "",
        against: str | Regime = "",
        year: float | None = None,
        method: Method | None = None,
        seed: int = 7,
        held: Mapping[str, float] | None = None,
        accepted: bool = False,
    ) -> Matter | MatterLeft:
        """What an outcome hangs on: Sobol' indices, shares of variance from 0 to 1, with intervals (Sobol', 1993).

        `outcome` is NAME, difference(NAME), lag(NAME) or a claim; `method` says how many pairs are run, and whether a row is a
        number, a sector or a group of one meaning. Numbers that are `held` have one value in every run; with `accepted` only
        worlds count that history leaves. Raises `RunError` for what is no question.
        """
        theory, setting = self.theory, self._setting(regime, against, held)
        asked = read_asked(outcome, self.model, theory.clock.stop if year is None else year, theory.tests)
        check_frozen(self, [asked.name])
        if accepted:
            return matter_left(setting, matching(self), [asked], method, seed=seed)
        return matter(setting, [asked], method, seed=seed)

    @checked
    def discover(
        self,
        condition: str,
        *,
        regime: str | Regime = "",
        against: str | Regime = "",
        worlds: int = 4000,
        seed: int = 7,
        ensemble: Ensemble | None = None,
    ) -> Discovery:
        """Where a `condition` holds, such as `"lag(NAME) >= 3"` or `"not CLAIM"`: boxes, found, chosen and measured apart.

        `worlds` are drawn for each of the three parts; an `ensemble` that kept what the condition names is cut in three instead.
        Raises `RunError` for what is no condition, or one that holds nearly everywhere or nowhere.
        """
        theory, setting = self.theory, self._setting(regime, against)
        read = read_condition(condition, self.model, theory.clock.stop, theory.tests)
        check_frozen(self, [each.name for each in read.asked])
        if ensemble is not None:
            return discover_in(setting, read, ensemble)
        return discover(setting, read, worlds, seed=seed)

    @checked
    def break_regime(
        self,
        regime: str | Regime,
        condition: str,
        *,
        against: str | Regime = "",
        worlds: int = 4000,
        seed: int = 7,
        tilt: str = "",
    ) -> Broken:
        """The nearest world that history leaves in which a `regime` fails: does not keep a `condition` such as `"NAME < 0.5"`.

        What makes that world, how far it lies from the middle of the prior, and the least change of a lever that mends it. Raises
        `RunError` for what is no condition, or one that no world can be judged by.
        """
        both = self._one(regime), self._one(against) if against else None
        return find_failing(self, both, condition, check_count(worlds), seed, tilt)

    @checked
    def loops(
        self, regime: str = "", *, against: str = "", worlds: int = 200, seed: int = 7, outcome: str = "", matched: bool = True
    ) -> LoopStudy:
        """Which feedback loops lead under a `regime`, which matter, and where a nudge moves most.

        `outcome` is what is to be moved, the lag and what the theory values unless named; with `matched` only worlds count that
        history leaves. Raises `RunError` where no world finishes.
        """
        chosen = regime or self.treated.name
        aim = self.quantity(outcome, "outcome") if outcome else None
        ask = LoopQuestion(chosen, reference_of(self, chosen, against), check_count(worlds), seed, matched, aim)
        return study_loops(self, ask, quiet)

    @checked
    def explain_change(
        self,
        before: str | Regime,
        after: str | Regime,
        *,
        year: float | None = None,
        outcomes: Iterable[str] = (),
        world: int | Mapping[str, float] | None = None,
        seed: int = 7,
    ) -> ChangeExplained:
        """How far each lever that differs from `before` to `after` moves each of `outcomes` (Shapley, 1953).

        Exact shares in one world, and the pairs that interact. Raises `RegimeError` where no lever differs.
        """
        names = [self.quantity(each, "outcomes") for each in outcomes]
        numbers = one_world(self, world, seed) if isinstance(world, int) else world
        change = PolicyChange(self.model, self._one(before), self._one(after), self.theory.clock, numbers)
        return explain_change(change, tuple(names or self.model.outcomes), self.theory.clock.stop if year is None else year)

    @checked
    def explain(self, name: str) -> Explanation | Explained:
        """Anything that has a `name`: a quantity, regime, claim, fact, loop or source; raises `UnknownName` with the nearest."""
        thing = things_named(self, name)[0]
        return explain(self.model, thing.name) if thing.noun in OF_MODEL else told(self, thing)

    @checked
    def check(self, *regimes: str | Regime, worlds: int = 100, seed: int = 7) -> Checked:
        """Every sentence that must hold whatever the numbers are, tried under the `regimes`, all if none is named."""
        chosen = [self._one(each) for each in regimes] or list(self.regimes.values())
        return check_laboratory(self, chosen, check_count(worlds), seed, quiet)[0]

    def _setting(self, regime: str | Regime, against: str | Regime, held: Mapping[str, float] | None = None) -> Setting:
        """The regime asked about, the past unless given, and the one it is held against, none unless given."""
        second = self._one(against) if against else None
        first, theory = self._one(regime) if regime else self.past, self.theory
        return Setting(self.model, first, second, theory.clock, self.regimes, held or {}, theory.display.meanings)
