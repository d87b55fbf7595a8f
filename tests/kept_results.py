"""An example of every public kind of value: results of a toy model, each had in a moment, and some of the shipped laboratory."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path as File
from tempfile import mkdtemp
from typing import Any

from dualtrack.app.bind import bind
from dualtrack.lab.breaking.break_regime import break_regime
from dualtrack.lab.check_laboratory import check_laboratory
from dualtrack.lab.claims.arms import stage_for
from dualtrack.lab.claims.attribute import attribute
from dualtrack.lab.claims.find_witness import witnesses
from dualtrack.lab.claims.judge_claims import judge_claims, reads
from dualtrack.lab.claims.truths import claim_truths
from dualtrack.lab.confront import facts_in_accepted, facts_without, read_reactions
from dualtrack.lab.judge_all import Docket, judge_all
from dualtrack.lab.loop_study import LoopQuestion, study_loops
from dualtrack.lab.main_job import run_main_job
from dualtrack.lab.questions.asked import Setting, read_asked
from dualtrack.lab.questions.compare import compare
from dualtrack.lab.questions.condition import read_condition
from dualtrack.lab.questions.discover import discover
from dualtrack.lab.questions.explain_change import PolicyChange, explain_change
from dualtrack.lab.questions.matter import Method, matter
from dualtrack.lab.questions.mediate import MediationQuestion, mediate
from dualtrack.lab.questions.pick_freeze import PickFreeze
from dualtrack.lab.questions.screen import Screen
from dualtrack.lab.runs.ensemble import Ensemble, run_ensemble
from dualtrack.lab.runs.halving import halve_step
from dualtrack.lab.store.explore import explore
from dualtrack.lab.store.plan import Plan
from dualtrack.lab.worlds.draw import draw
from dualtrack.lab.worlds.priors import Population
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Path, Regime
from dualtrack.language.statements.claim_measure import Arm, Gap, Point
from dualtrack.language.statements.claim_test import ClaimTest, Is, MechanismGroup
from dualtrack.targets.numeric.python import Oracle, Run
from dualtrack.targets.print.explain_quantity import explain
from tests.lab.toys import growth

HOSTILE: Label = ("<script>alert('open')</script>", "<b>开放</b>")
SHUT = Regime("shut", {"access": Path(((2020.0, 0.0),))}, ("Shut", "关闭"))
OPEN = Regime("open", {"access": Path(((2020.0, 1.0),))}, HOSTILE)
CLOCK = Clock(2020.0, 2030.0, 0.25, 0.5)
GAIN = Gap(Point(Arm("open"), "capability", 2030.0), Point(Arm("shut"), "capability", 2030.0))
TEST = ClaimTest("T1", ("Does access help?", "准入有益吗？"), Is(GAIN, "above", 0.0), GAIN, rests_on=("mechanism",))


@cache
def model() -> Model:
    return growth()


@cache
def futures() -> Ensemble:
    return run_ensemble(model(), [SHUT, OPEN], draw(model(), 12, 7), CLOCK, ["capability", "progress"])


@cache
def run() -> Run:
    return Oracle.of(model()).run(OPEN, CLOCK)


@cache
def toys() -> Mapping[str, Any]:
    return {
        "model": model(),
        "quantity": model()["capability"],
        "regime": OPEN,
        "path": OPEN.paths["access"],
        "setting": Setting(model(), OPEN, SHUT, CLOCK),
        "worlds": futures().worlds,
        "ensemble": futures(),
        "paths": futures()["open"],
        "run": run(),
        "explanation": explain(model(), "capability"),
        "halving": halve_step(model(), [OPEN], draw(model(), 3, 7), CLOCK, ["capability"]),
        **_explored(),
        **_answers(),
        **_judged(),
    }


def _explored() -> Mapping[str, Any]:
    plan = Plan((SHUT, OPEN), 12, 7, CLOCK, ("capability", "progress"))
    return {"plan": plan, "explored": explore(model(), plan, File(mkdtemp()) / "kept")}


def _answers() -> Mapping[str, Any]:
    setting = Setting(model(), OPEN, SHUT, CLOCK)
    found = compare(futures(), ["capability"], [2025.0, 2030.0], ["shut"], lagged=["capability"])
    asked = [read_asked("difference(capability)", model(), 2030.0)]
    method = Method(PickFreeze(most=64, least=64), Screen(worlds=400, pairs=16))
    question = MediationQuestion(OPEN, SHUT, ("diverted_share",), "capability")
    return {
        "comparison": found,
        "lag": found.lags[0].lag,
        "matter": matter(setting, asked, method),
        "discovery": discover(setting, read_condition("difference(capability) > 0", model(), 2030.0), 200),
        "broken": break_regime(setting, read_condition("difference(capability) < 0.05", model(), 2030.0), None, 60),
        "explained": explain_change(PolicyChange(model(), SHUT, OPEN, CLOCK), ["capability"], 2030.0),
        "mediation": mediate(model(), question, draw(model(), 12, 7), CLOCK),
    }


def _judged() -> Mapping[str, Any]:
    stage = stage_for(model(), {"shut": SHUT, "open": OPEN}, CLOCK, reads(TEST))
    population = Population("as declared", ("As declared", "所设"), draw(model(), 40, 7))
    groups = [MechanismGroup("diversion", ("Diversion", "分流"), ("mechanism",))]
    return {
        "test": TEST,
        "population": population,
        "judgement": judge_claims(stage, [TEST], [population])[0],
        "truths": claim_truths(stage, [TEST], population),
        "witnesses": witnesses(stage, [TEST], lambda _: population)[0],
        "attribution": attribute(stage, GAIN, groups, population.worlds),
    }


@cache
def shipped() -> Mapping[str, Any]:
    """The largest values there are, in few worlds."""
    laboratory = bind()
    theory = laboratory.theory
    kept, facts = facts_in_accepted(laboratory, 300, 7)
    checked, halving = check_laboratory(laboratory, [laboratory.past], 2, 7, _quiet)
    docket = Docket(Docket.of(theory).only(["P1", "L5"]).tests, (), ())
    return {
        "laboratory": laboratory,
        "theory": theory,
        "record": laboratory.record,
        "reactions": theory.reactions,
        "tilt": theory.tilts[1],
        "display": theory.display,
        "longest test": max(theory.tests, key=lambda each: len(str(each))),
        "kept": kept,
        "acceptance": kept.acceptance,
        "facts": facts,
        "fact": facts.drawn[0],
        "checked": checked,
        "step": halving,
        "removal": facts_without(laboratory, 4, 7),
        "panel": read_reactions(laboratory),
        "judged": judge_all(laboratory, 60, 7, _quiet, docket=docket),
        "loops": (study := study_loops(laboratory, LoopQuestion("limited_opening", "near_embargo", 1, 7, matched=False), _quiet)),
        "leverage": study.leverage,
        "job": run_main_job(laboratory, 4, 7, _quiet),
    }


def _quiet(*_: object) -> None:
    """No report of progress."""
