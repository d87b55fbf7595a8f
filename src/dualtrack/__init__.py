"""The public list: what a notebook or a program uses; each name is loaded when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dualtrack.app.bind import bind
    from dualtrack.errors import LabError, LabWarning
    from dualtrack.evidence.record import load_record
    from dualtrack.lab.checks.try_checks import check
    from dualtrack.lab.claims.arms import Stage
    from dualtrack.lab.claims.judge_claims import judge_claims
    from dualtrack.lab.laboratory import Laboratory
    from dualtrack.lab.questions.asked import Setting, read_asked
    from dualtrack.lab.questions.compare import compare
    from dualtrack.lab.questions.condition import read_condition
    from dualtrack.lab.questions.discover import discover
    from dualtrack.lab.questions.explain_change import PolicyChange, explain_change
    from dualtrack.lab.questions.matter import matter
    from dualtrack.lab.questions.mediate import MediationQuestion, mediate
    from dualtrack.lab.record.accept import Matching, accept, accepted_worlds
    from dualtrack.lab.record.figure import figures
    from dualtrack.lab.record.judge_facts import judge_facts
    from dualtrack.lab.record.read_panel import read_panel
    from dualtrack.lab.record.remove import Past, remove
    from dualtrack.lab.runs.ensemble import run_ensemble
    from dualtrack.lab.runs.halving import halve_step
    from dualtrack.lab.runs.passport import passport
    from dualtrack.lab.runs.regimes import read_regimes, set_lever, with_lever_on
    from dualtrack.lab.statistics.lag import LagRule, lag
    from dualtrack.lab.store.explore import explore
    from dualtrack.lab.store.open_results import open_results
    from dualtrack.lab.store.plan import Plan
    from dualtrack.lab.worlds.design import design_named
    from dualtrack.lab.worlds.draw import draw, hold, nominal
    from dualtrack.lab.worlds.priors import Population
    from dualtrack.language.build import build
    from dualtrack.language.model import Model, freeze
    from dualtrack.language.scenario import Clock, Path, Regime
    from dualtrack.language.statements.target import Bound, Target, targets_of
    from dualtrack.language.tilt import Tilt, tilted
    from dualtrack.targets.markdown.theory_pages import theory_pages
    from dualtrack.targets.numeric.python import Oracle
    from dualtrack.targets.print.explain_quantity import explain
    from dualtrack.targets.xmile.xmile import xmile

_HOMES = {
    "accept": "lab.record.accept",
    "accepted_worlds": "lab.record.accept",
    "bind": "app.bind",
    "Bound": "language.statements.target",
    "build": "language.build",
    "check": "lab.checks.try_checks",
    "Clock": "language.scenario",
    "compare": "lab.questions.compare",
    "design_named": "lab.worlds.design",
    "discover": "lab.questions.discover",
    "draw": "lab.worlds.draw",
    "explain": "targets.print.explain_quantity",
    "explain_change": "lab.questions.explain_change",
    "explore": "lab.store.explore",
    "figures": "lab.record.figure",
    "freeze": "language.model",
    "halve_step": "lab.runs.halving",
    "hold": "lab.worlds.draw",
    "judge_claims": "lab.claims.judge_claims",
    "judge_facts": "lab.record.judge_facts",
    "LabError": "errors",
    "Laboratory": "lab.laboratory",
    "LabWarning": "errors",
    "lag": "lab.statistics.lag",
    "LagRule": "lab.statistics.lag",
    "load_record": "evidence.record",
    "Matching": "lab.record.accept",
    "matter": "lab.questions.matter",
    "mediate": "lab.questions.mediate",
    "MediationQuestion": "lab.questions.mediate",
    "Model": "language.model",
    "nominal": "lab.worlds.draw",
    "open_results": "lab.store.open_results",
    "Oracle": "targets.numeric.python",
    "passport": "lab.runs.passport",
    "Past": "lab.record.remove",
    "Path": "language.scenario",
    "Plan": "lab.store.plan",
    "PolicyChange": "lab.questions.explain_change",
    "Population": "lab.worlds.priors",
    "read_asked": "lab.questions.asked",
    "read_condition": "lab.questions.condition",
    "read_panel": "lab.record.read_panel",
    "read_regimes": "lab.runs.regimes",
    "Regime": "language.scenario",
    "remove": "lab.record.remove",
    "run_ensemble": "lab.runs.ensemble",
    "set_lever": "lab.runs.regimes",
    "Setting": "lab.questions.asked",
    "Stage": "lab.claims.arms",
    "Target": "language.statements.target",
    "targets_of": "language.statements.target",
    "theory_pages": "targets.markdown.theory_pages",
    "Tilt": "language.tilt",
    "tilted": "language.tilt",
    "with_lever_on": "lab.runs.regimes",
    "xmile": "targets.xmile.xmile",
}

__all__ = [
    "accept",
    "accepted_worlds",
    "bind",
    "Bound",
    "build",
    "check",
    "Clock",
    "compare",
    "design_named",
    "discover",
    "draw",
    "explain",
    "explain_change",
    "explore",
    "figures",
    "freeze",
    "halve_step",
    "hold",
    "judge_claims",
    "judge_facts",
    "LabError",
    "Laboratory",
    "LabWarning",
    "lag",
    "LagRule",
    "load_record",
    "Matching",
    "matter",
    "mediate",
    "MediationQuestion",
    "Model",
    "nominal",
    "open_results",
    "Oracle",
    "passport",
    "Past",
    "Path",
    "Plan",
    "PolicyChange",
    "Population",
    "read_asked",
    "read_condition",
    "read_panel",
    "read_regimes",
    "Regime",
    "remove",
    "run_ensemble",
    "set_lever",
    "Setting",
    "Stage",
    "Target",
    "targets_of",
    "theory_pages",
    "Tilt",
    "tilted",
    "with_lever_on",
    "xmile",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"dualtrack has no `{name}`; `dualtrack.__all__` lists what it has")
    return getattr(import_module(f"dualtrack.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
