"""The public list: what a notebook or a program uses; each name is loaded when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dualtrack.app.bind import Laboratory, bind
    from dualtrack.errors import LabError
    from dualtrack.evidence.record import load_record
    from dualtrack.lab.compare import compare
    from dualtrack.lab.design import design_named
    from dualtrack.lab.draw import draw, hold, nominal
    from dualtrack.lab.ensemble import run_ensemble
    from dualtrack.lab.explore import explore
    from dualtrack.lab.facts import judge_facts
    from dualtrack.lab.figure import figures
    from dualtrack.lab.lag import LagRule, lag
    from dualtrack.lab.mediate import Question, mediate
    from dualtrack.lab.passport import passport
    from dualtrack.lab.plan import Plan
    from dualtrack.lab.regimes import read_regimes, set_lever, with_cut_off
    from dualtrack.language.model import Model, freeze
    from dualtrack.language.scenario import Clock, Path, Regime
    from dualtrack.targets.explain import explain
    from dualtrack.targets.markdown import theory_pages
    from dualtrack.targets.python import Oracle
    from dualtrack.targets.xmile import xmile

_HOMES = {
    "bind": "app.bind",
    "Clock": "language.scenario",
    "compare": "lab.compare",
    "design_named": "lab.design",
    "draw": "lab.draw",
    "explain": "targets.explain",
    "explore": "lab.explore",
    "figures": "lab.figure",
    "freeze": "language.model",
    "hold": "lab.draw",
    "judge_facts": "lab.facts",
    "LabError": "errors",
    "Laboratory": "app.bind",
    "lag": "lab.lag",
    "LagRule": "lab.lag",
    "load_record": "evidence.record",
    "mediate": "lab.mediate",
    "Model": "language.model",
    "nominal": "lab.draw",
    "Oracle": "targets.python",
    "passport": "lab.passport",
    "Path": "language.scenario",
    "Plan": "lab.plan",
    "Question": "lab.mediate",
    "read_regimes": "lab.regimes",
    "Regime": "language.scenario",
    "run_ensemble": "lab.ensemble",
    "set_lever": "lab.regimes",
    "theory_pages": "targets.markdown",
    "with_cut_off": "lab.regimes",
    "xmile": "targets.xmile",
}

__all__ = [
    "bind",
    "Clock",
    "compare",
    "design_named",
    "draw",
    "explain",
    "explore",
    "figures",
    "freeze",
    "hold",
    "judge_facts",
    "LabError",
    "Laboratory",
    "lag",
    "LagRule",
    "load_record",
    "mediate",
    "Model",
    "nominal",
    "Oracle",
    "passport",
    "Path",
    "Plan",
    "Question",
    "read_regimes",
    "Regime",
    "run_ensemble",
    "set_lever",
    "theory_pages",
    "with_cut_off",
    "xmile",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"dualtrack has no `{name}`; `dualtrack.__all__` lists what it has")
    return getattr(import_module(f"dualtrack.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
