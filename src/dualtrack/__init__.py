"""The public list: what a notebook or a program uses; each name is loaded when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dualtrack.app.bind import bind
    from dualtrack.errors import LabError, LabWarning
    from dualtrack.evidence.record import load_record
    from dualtrack.lab.accept import Matching, accept, accepted_worlds
    from dualtrack.lab.arms import Stage
    from dualtrack.lab.asked import Setting, read_asked
    from dualtrack.lab.check import check
    from dualtrack.lab.claims import judge_claims
    from dualtrack.lab.compare import compare
    from dualtrack.lab.condition import read_condition
    from dualtrack.lab.design import design_named
    from dualtrack.lab.discover import discover
    from dualtrack.lab.draw import draw, hold, nominal
    from dualtrack.lab.ensemble import run_ensemble
    from dualtrack.lab.explain_change import Change, explain_change
    from dualtrack.lab.explore import explore
    from dualtrack.lab.facts import judge_facts
    from dualtrack.lab.figure import figures
    from dualtrack.lab.halving import halve_step
    from dualtrack.lab.laboratory import Laboratory
    from dualtrack.lab.lag import LagRule, lag
    from dualtrack.lab.matter import matter
    from dualtrack.lab.mediate import Question, mediate
    from dualtrack.lab.open_results import open_results
    from dualtrack.lab.panel import read_panel
    from dualtrack.lab.passport import passport
    from dualtrack.lab.plan import Plan
    from dualtrack.lab.pool import Population
    from dualtrack.lab.regimes import read_regimes, set_lever, with_lever_on
    from dualtrack.lab.remove import Past, remove
    from dualtrack.language.build import build
    from dualtrack.language.model import Model, freeze
    from dualtrack.language.scenario import Clock, Path, Regime
    from dualtrack.language.target import Bound, Target, targets_of
    from dualtrack.language.tilt import Tilt, tilted
    from dualtrack.targets.explain import explain
    from dualtrack.targets.markdown import theory_pages
    from dualtrack.targets.python import Oracle
    from dualtrack.targets.xmile import xmile

_HOMES = {
    "accept": "lab.accept",
    "accepted_worlds": "lab.accept",
    "bind": "app.bind",
    "Bound": "language.target",
    "build": "language.build",
    "Change": "lab.explain_change",
    "check": "lab.check",
    "Clock": "language.scenario",
    "compare": "lab.compare",
    "design_named": "lab.design",
    "discover": "lab.discover",
    "draw": "lab.draw",
    "explain": "targets.explain",
    "explain_change": "lab.explain_change",
    "explore": "lab.explore",
    "figures": "lab.figure",
    "freeze": "language.model",
    "halve_step": "lab.halving",
    "hold": "lab.draw",
    "judge_claims": "lab.claims",
    "judge_facts": "lab.facts",
    "LabError": "errors",
    "Laboratory": "lab.laboratory",
    "LabWarning": "errors",
    "lag": "lab.lag",
    "LagRule": "lab.lag",
    "load_record": "evidence.record",
    "Matching": "lab.accept",
    "matter": "lab.matter",
    "mediate": "lab.mediate",
    "Model": "language.model",
    "nominal": "lab.draw",
    "open_results": "lab.open_results",
    "Oracle": "targets.python",
    "passport": "lab.passport",
    "Past": "lab.remove",
    "Path": "language.scenario",
    "Plan": "lab.plan",
    "Population": "lab.pool",
    "Question": "lab.mediate",
    "read_asked": "lab.asked",
    "read_condition": "lab.condition",
    "read_panel": "lab.panel",
    "read_regimes": "lab.regimes",
    "Regime": "language.scenario",
    "remove": "lab.remove",
    "run_ensemble": "lab.ensemble",
    "set_lever": "lab.regimes",
    "Setting": "lab.asked",
    "Stage": "lab.arms",
    "Target": "language.target",
    "targets_of": "language.target",
    "theory_pages": "targets.markdown",
    "Tilt": "language.tilt",
    "tilted": "language.tilt",
    "with_lever_on": "lab.regimes",
    "xmile": "targets.xmile",
}

__all__ = [
    "accept",
    "accepted_worlds",
    "bind",
    "Bound",
    "build",
    "Change",
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
    "Model",
    "nominal",
    "open_results",
    "Oracle",
    "passport",
    "Past",
    "Path",
    "Plan",
    "Population",
    "Question",
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
