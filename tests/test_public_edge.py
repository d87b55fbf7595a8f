"""The public edge is as careful as the command line: an argument of another kind is refused by name, never taken apart.

The oracle is a table that says, per declared type, which of a zoo of values fit; nothing is asked of the code that checks.
"""

import inspect
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import dualtrack as dt
from dualtrack.errors import WrongArgument
from dualtrack.evidence.record import Record
from dualtrack.lab.questions.asked import AskedLevel
from dualtrack.lab.questions.condition import Condition
from dualtrack.lab.runs.ensemble import Ensemble
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language import correlated, declare
from dualtrack.language.declaration import Parameter
from dualtrack.language.expressions import ops
from dualtrack.language.model import Model
from dualtrack.language.statements import claim_measure, claim_test, ledger
from dualtrack.language.statements.claim_measure import Arm, Point
from dualtrack.language.statements.panel import Panel
from dualtrack.language.statements.target import Tolerance
from dualtrack.targets.numeric.python import Run
from tests.lab.toys import growth

ZOO: dict[str, Any] = {
    "a text": "as_is",
    "an empty text": "",
    "bytes": b"as_is",
    "a fraction": 3.7,
    "a truth": True,
    "a whole number": 3,
    "a numpy number": np.int64(3),
    "no number": math.nan,
    "a number of 400 digits": 10**400,
    "nothing": None,
    "an empty list": [],
    "a list of texts": ["as_is"],
    "a list of things": [object()],
    "an empty dictionary": {},
    "a thing": object(),
    "a module": math,
    "a function": len,
}
NUMBERS = {"a fraction", "a whole number", "a numpy number", "no number"}
TEXTS, WHOLE, FUNCTION = {"a text", "an empty text"}, {"a whole number", "a numpy number"}, {"a function"}
EMPTY, LISTED = {"an empty list"}, {"an empty list", "a list of texts"}
FITS: dict[str, set[str]] = {
    "Array": set(),
    "File": {"a text"},
    "File | Sequence[File]": {"a text", *LISTED},
    "Iterable[File]": LISTED,
    "Iterable[File] | Mapping[str, str]": {*LISTED, "an empty dictionary"},
    "Iterable[str]": LISTED,
    "Look": FUNCTION,
    "Mapping[str, Array]": {"an empty dictionary"},
    "Mapping[str, Path]": {"an empty dictionary"},
    "Mapping[str, Label]": {"an empty dictionary"},
    "Mapping[str, LeverScale]": {"an empty dictionary"},
    "Mapping[str, Regime]": {"an empty dictionary"},
    "Mapping[str, tuple[str, ...]]": {"an empty dictionary"},
    "Mapping[str, float]": {"an empty dictionary"},
    "Mapping[str, int]": {"an empty dictionary"},
    "Mapping[str, tuple[DatedFigure, ...]]": {"an empty dictionary"},
    "Progress": FUNCTION,
    "StagedProgress": FUNCTION,
    "Importance": {"an empty dictionary"},
    "Sequence[File]": LISTED,
    "Signs": {"an empty dictionary"},
    "Sequence[str]": LISTED,
    "Source": TEXTS,
    "str | File": TEXTS,
    "bool": {"a truth"},
    "<class 'bool'>": {"a truth"},
    "dict[Cut, Engine]": {"an empty dictionary"},
    "float": NUMBERS,
    "frozenset[str]": LISTED,
    "int": WHOLE | {"a number of 400 digits"},
    "pathlib.Path": {"a text"},
    "str": TEXTS,
    "tuple[str, ...]": LISTED,
    "tuple[str, str]": set(),
    "str | tuple[str, ...]": TEXTS | LISTED,
    "Source | Mapping[str, Source]": TEXTS | {"an empty dictionary"},
    "Values": NUMBERS | {"an empty dictionary"},
    "Parameter | Callable[..., Any] | float": NUMBERS | FUNCTION,
    "int | Worlds": WHOLE | {"a number of 400 digits"},
    "str | Regime": TEXTS,
    "File | tuple[Regime, ...]": {"a text", "an empty list"},
    "Mapping[str, Links]": {"an empty dictionary"},
    "Mapping[str, Sides]": {"an empty dictionary"},
    "Given": {"an empty list"},
    "int | Mapping[str, float]": WHOLE | {"a number of 400 digits", "an empty dictionary"},
}
"""What fits a declared type; a list of anything else takes an empty list, and any other type nothing of the zoo."""
CLASSES = {"LabError", "LabWarning", "Laboratory", "Model", "Oracle", "Workbench"}
"""Errors and warnings are made by the house; the others are made by their own methods."""
WORDS = {name for name in dt.__all__ if getattr(dt, name).__module__ in (ops.__name__, declare.__name__, correlated.__name__)}
"""Words of equations, called with numbers and with trees alike at every step, and words of declarations: both are looked at when
the model is built, which refuses with file and line (`tests/language/soundness`)."""
METHODS: dict[str, Callable[..., Any]] = {
    "build": dt.build,
    "Model.of_role": growth().of_role,
    "Model.causes": growth().causes,
    "Model.effects": growth().effects,
    "Oracle.of": dt.Oracle.of,
}


def fitting(annotation: str) -> set[str]:
    kind, _, none = annotation.partition(" | None")
    found = FITS.get(kind, EMPTY if kind.startswith(("Sequence[", "Iterable[", "tuple[")) else set())
    return found | ({"nothing"} if none == "" and annotation.endswith(" | None") else set())


def public() -> dict[str, Callable[..., Any]]:
    return {name: getattr(dt, name) for name in dt.__all__ if name not in CLASSES | WORDS}


KINDS: dict[str, type] = {
    **{kind.__name__: kind for kind in (dt.PolicyChange, dt.Clock, dt.Matching, Model, dt.Past, dt.Plan, dt.Regime)},
    **{
        kind.__name__: kind
        for kind in (dt.MediationQuestion, dt.LagRule, dt.Setting, dt.Stage, dt.Tilt, Worlds, Condition, Ensemble, Panel, Record)
    },
    "Measure": ledger.Level,
    "Yardstick": ledger.Stated,
    "Errors | Tolerance": Tolerance,
    "Relative | Points": dt.Points,
    "Paths | Run": Run,
    **{kind.__name__: kind for kind in (Parameter, Arm, Point, dt.Sweep, dt.Theory, dt.Weighing)},
    "Uniform | LogUniform | Triangular": dt.Uniform,
    "Condition of a claim": dt.Is,
    "Measure of a claim": dt.Gap,
}


def stand_in(annotation: str, of: str = "") -> Any:
    """Something of a declared type, to stand beside the argument that is tried; `of` tells types of one name apart."""
    for name in ("a whole number", "a text", "a truth", "an empty dictionary", "an empty list", "a function", "nothing"):
        if name in fitting(annotation):
            return ZOO[name]
    made: dict[str, Any] = {
        "Array": np.zeros((1, 2)),
        "Label": ("a", "b"),
        "Relation": "within",
        "Relation of a claim": "above",
        "tuple[str, str]": ("a", "b"),
        "Polarity": "mixed",
        "Turn": "peak",
        "Cause": "cycle",
        "FactRole": "level",
        "Direction": "higher",
        "Expected": "higher",
        "Literal['claim', 'rival']": "claim",
        "tuple[tuple[float, float], ...]": ((0.0, 1.0),),
        "Spot": (0.0, 1.0),
        "Edge": "t",
    }
    for name in (annotation + of, annotation):
        if name in made:
            return made[name]
    kind = KINDS.get(annotation + of) or KINDS[annotation]
    return object.__new__(kind)


CASES = [
    (name, parameter.name, value)
    for name, made in public().items()
    for parameter in inspect.signature(made).parameters.values()
    if parameter.kind is not inspect.Parameter.VAR_POSITIONAL
    for value in ZOO
    if value not in fitting(str(parameter.annotation))
]


@pytest.mark.parametrize(("name", "argument"), list(dict.fromkeys((name, argument) for name, argument, _ in CASES)))
def test_what_does_not_fit_is_refused_by_the_name_of_the_argument(name: str, argument: str) -> None:
    """The others are of the right kind and mean nothing: the refusal comes before anyone looks at what they mean."""
    made = public()[name]
    of = " of a claim" if made.__module__ == claim_measure.__name__ or made.__module__ == claim_test.__name__ else ""
    parameters = inspect.signature(made).parameters.values()
    needed = [p for p in parameters if p.default is inspect.Parameter.empty and p.kind is not inspect.Parameter.VAR_POSITIONAL]
    for value in (each for n, a, each in CASES if (n, a) == (name, argument)):
        others = {p.name: stand_in(str(p.annotation), of) for p in needed if p.name != argument}
        with pytest.raises(WrongArgument) as caught:
            made(**{argument: ZOO[value]}, **others)
        assert caught.value.where == f"{name}({argument}=...)", value
        assert caught.value.fix


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("value", sorted(set(ZOO) - {"a module", "a text", "an empty text", "a list of texts", "an empty list"}))
def test_what_does_not_fit_a_method_is_refused(name: str, value: str) -> None:
    with pytest.raises(WrongArgument) as caught:
        METHODS[name](ZOO[value])
    assert name in caught.value.where


edge: Any = dt
"""The public list as a notebook sees it: nobody checks the types beforehand."""
CLOCK = edge.Clock(2020.0, 2030.0, 1 / 4, 1 / 4)
HELD = edge.Regime("held")
MEANINGLESS: dict[str, Callable[[Model, Worlds], object]] = {
    "no regimes": lambda m, w: edge.run_ensemble(m, [], w, CLOCK, ["capability"]),
    "nothing saved": lambda m, w: edge.run_ensemble(m, [HELD], w, CLOCK, []),
    "no worlds": lambda m, w: edge.draw(m, 0, 7),
    "a negative seed": lambda m, w: edge.draw(m, 1, -1),
    "a seed of 100 bits": lambda m, w: edge.draw(m, 1, 1 << 100),
    "worlds beyond counting": lambda m, w: edge.draw(m, 10**12, 7),
    "a negative first world": lambda m, w: edge.draw(m, 1, 7, first=-1),
    "an unknown design": lambda m, w: edge.design_named("sobl", 3),
    "an unknown level": lambda m, w: edge.hold(m, w, {"acess": 1.0}),
    "an unknown quantity": lambda m, w: edge.explain(m, "capabilty"),
    "an empty name": lambda m, w: edge.explain(m, ""),
    "no number as a world": lambda m, w: edge.Oracle.of(m).run(HELD, CLOCK, {"base_speed": math.nan}),
    "no number as a year": lambda m, w: edge.set_lever(m, HELD, "access", 0.5, math.nan),
    "no number as a step": lambda m, w: edge.Clock(2020.0, 2030.0, math.nan, 1.0),
    "no points": lambda m, w: edge.Path(()),
    "a point of no number": lambda m, w: edge.Path(((2020.0, math.nan),)),
    "no number in a question": lambda m, w: edge.matter(edge.Setting(m, HELD, None, CLOCK), [AskedLevel("capability", math.nan)]),
    "nothing asked": lambda m, w: edge.matter(edge.Setting(m, HELD, None, CLOCK), []),
    "no year in a condition": lambda m, w: edge.read_condition("capability @ nan > 0", m, 2030.0),
    "no number in a plan": lambda m, w: edge.explore(m, edge.Plan((HELD,), 0, 7, CLOCK, ("capability",)), "nowhere"),
    "a plan without regimes": lambda m, w: edge.explore(m, edge.Plan((), 2, 7, CLOCK, ("capability",)), "nowhere"),
    "a plan that keeps nothing": lambda m, w: edge.explore(m, edge.Plan((HELD,), 2, 7, CLOCK, ()), "nowhere"),
    "half a thread": lambda m, w: edge.explore(m, edge.Plan((HELD,), 2, 7, CLOCK, ("capability",)), "nowhere", jobs=0),
    "no outcomes": lambda m, w: edge.compare(edge.run_ensemble(m, [HELD], w, CLOCK, ["capability"]), [], [2030.0], ["held"]),
    "no years": lambda m, w: edge.compare(edge.run_ensemble(m, [HELD], w, CLOCK, ["capability"]), ["capability"], [], ["held"]),
    "no number among years": lambda m, w: edge.compare(
        edge.run_ensemble(m, [HELD], w, CLOCK, ["capability"]), ["capability"], [math.nan], ["held"]
    ),
    "an unknown thing to freeze": lambda m, w: edge.freeze(m, ["capabilty"]),
    "nothing to judge": lambda m, w: edge.judge_claims(
        edge.Stage(m, {"held": HELD}, CLOCK, edge.LagRule(CLOCK.start, CLOCK.stop)), [], []
    ),
    "a lag of no number": lambda m, w: edge.lag(np.full((2, 3), np.nan), np.zeros((2, 3)), np.array([2027.0, 2028.0, 2029.0])),
    "a lag of rows unlike": lambda m, w: edge.lag(np.zeros((2, 3)), np.zeros((3, 3)), np.array([2027.0, 2028.0, 2029.0])),
    "a point after the run": lambda m, w: edge.Stage(m, {"held": HELD}, CLOCK, edge.LagRule(CLOCK.start, CLOCK.stop)).see(
        [Point(Arm("held"), "capability", 2100.0)], w
    ),
    "a parting that no file has": lambda m, w: edge.read_regimes("nowhere.toml", m, {}, {"x": 2030.0}),
    "a regime with no name": lambda m, w: edge.run_ensemble(m, [edge.Regime("")], w, CLOCK, ["capability"]),
}


@pytest.mark.parametrize("what", MEANINGLESS)
def test_what_means_nothing_is_refused_in_the_style_of_the_house(what: str) -> None:
    model = growth()
    with pytest.raises(dt.LabError) as caught:
        MEANINGLESS[what](model, edge.draw(model, 3, 7))
    assert caught.value.what
    assert caught.value.fix


@pytest.mark.parametrize("words", [{"sede": 7}, {}, {"seed": 7, "extra": 1}])
def test_a_call_that_cannot_be_read_names_what_it_takes(words: dict[str, int]) -> None:
    with pytest.raises(WrongArgument, match="it takes model, worlds, seed"):
        edge.draw(growth(), 3, **words)


def test_numbers_and_paths_of_any_make_are_taken() -> None:
    model = growth()
    assert edge.draw(model, np.int64(3), np.int32(7)).count == 3
    assert type(edge.Clock(2020, np.float32(2030), 1 / 16, 1 / 4).stop) is float
    assert edge.Plan([HELD], 2, 7, CLOCK, ["capability"]).save == ("capability",)
