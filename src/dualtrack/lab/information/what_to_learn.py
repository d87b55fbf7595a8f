"""What should be found out next? The numbers on which open claims turn, by what knowing them is worth, and studies of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf

from dualtrack.errors import BadNumber, RunError, UnknownName, nearest, same_name
from dualtrack.lab.drawn import worlds_of
from dualtrack.lab.experiments.finding_likelihood import measured
from dualtrack.lab.information.claim_stake import ClaimStake, stakes_in
from dualtrack.lab.information.learned import Learned, StudyWorth
from dualtrack.lab.information.number_worth import StudyMade, worth_of_numbers, worth_of_study
from dualtrack.lab.judge_all import Docket
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.questions.answer_unit import SHARE, claim_unit
from dualtrack.lab.runs.reporting import StagedProgress
from dualtrack.lab.studies.standing import check_frozen, told_tests
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.model import Model
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.language.statements.experiment import OfWorld, Sight


def what_to_learn(
    laboratory: Laboratory,
    worlds: int,
    seed: int,
    *,
    claims: Sequence[str] = (),
    tilt: str = "",
    studies: Mapping[str, float] | None = None,
    progress: StagedProgress | None = None,
) -> Learned:
    """What knowing each number is worth for `claims`, in the worlds that history leaves of so many drawn under a `tilt`.

    Without `claims` those are asked whose share there is surely beyond no bound. `studies` are of numbers by name, each with its
    standard error in the number's unit, beside those that the theory declares; `progress` counts runs. Raises `UnknownName` for
    what is no claim or no uncertain number, `BadNumber` for an error that is not above 0, and `RunError` for a claim of which
    nothing is computed or too few worlds are left.
    """
    asked, wanted = _tests(laboratory, claims), _studies(laboratory.model, studies or {})
    chosen = (laboratory.tilt(tilt) if tilt else laboratory.theory.tilts[0]).name
    drawn = worlds_of(laboratory, worlds, seed, chosen, accepted=bool(laboratory.theory.targets))
    report = None if progress is None else (lambda done, total: progress("claims", done, total))
    stakes = tuple(each for each in stakes_in(laboratory, asked, drawn, report) if claims or not each.is_settled)
    model, theory = laboratory.model, laboratory.theory
    made = [*_of_numbers(model, stakes, drawn, wanted, seed), *_declared(laboratory, stakes, drawn, seed)]
    return Learned(
        model=model,
        stakes=stakes,
        numbers=worth_of_numbers(stakes, {name: drawn.values[name] for name in model.drawn}, seed),
        studies=tuple(sorted(made, key=lambda each: (not each.is_asked, -each.value.total.value))),
        measurables={each.number: each for each in theory.measurables},
        sights={each.switch: each for each in theory.published.sights},
        worlds=drawn.count,
        drawn=worlds,
        tilt=chosen,
        seed=seed,
    )


def _tests(laboratory: Laboratory, claims: Sequence[str]) -> list[ClaimTest]:
    docket = Docket.of(laboratory.theory)
    chosen = docket.only(claims) if claims else replace(docket, tests=told_tests(laboratory))
    uncomputed = [each.id for each in chosen.tests if not isinstance(each, ClaimTest)]
    if claims and uncomputed:
        raise RunError(
            f"nothing is computed of claim {uncomputed[0]}, which is true or false in no world", fix="ask about another"
        )
    check_frozen(laboratory, [each.id for each in chosen.tests])
    if not chosen.computed:
        raise RunError(f"theory `{laboratory.theory.name}` has no claim that takes runs", fix="declare one with its test")
    return chosen.computed


def _studies(model: Model, studies: Mapping[str, float]) -> dict[str, float]:
    found = {}
    for name, error in studies.items():
        known = same_name(name, model.drawn)
        if known is None:
            raise UnknownName(
                f"a study is asked of `{name}`, which is no uncertain number of the model",
                near=nearest(name, model.drawn),
                fix="name an uncertainty or a switch",
            )
        if not 0 < error < inf:
            raise BadNumber(f"a study of `{known}` has a standard error of {error:g}", fix="give one above 0")
        found[known] = error
    return found


def _of_numbers(
    model: Model, stakes: Sequence[ClaimStake], drawn: Worlds, studies: Mapping[str, float], seed: int, is_asked: bool = True
) -> list[StudyWorth]:
    """Studies of numbers by themselves."""
    found = []
    for name, error in studies.items():
        exact, value = worth_of_study(stakes, StudyMade(name, drawn.values[name], error), seed)
        found.append(StudyWorth(label_of(model[name]), name, error, str(model[name].unit), exact, value, is_asked))
    return found


def _declared(laboratory: Laboratory, stakes: Sequence[ClaimStake], drawn: Worlds, seed: int) -> list[StudyWorth]:
    """Studies that the theory declares: of numbers that could be measured, and of what shows a mechanism best."""
    theory, model = laboratory.theory, laboratory.model
    of_numbers = {each.number: each.error for each in theory.measurables if each.error is not None}
    found = _of_numbers(model, stakes, drawn, of_numbers, seed, is_asked=False)
    sights = [(each, each.attain) for each in theory.published.sights if each.attain is not None]
    seen = measured(model, laboratory.regimes, theory.clock, [each.measure for each, _ in sights], drawn)
    for sight, error in sights:
        exact, value = worth_of_study(stakes, StudyMade(sight.switch, seen[sight.measure], error), seed)
        found.append(StudyWorth(sight.label, sight.switch, error, _unit(model, sight), exact, value))
    return found


def _unit(model: Model, sight: Sight) -> str:
    """The unit of what shows a mechanism; a formula of a world's own numbers is taken for a share."""
    return SHARE if isinstance(sight.measure, OfWorld) else claim_unit(model, sight.measure)
