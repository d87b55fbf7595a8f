"""What a docstring owes its reader: the parameters, the axes of arrays, the errors, and the source of a method."""

import ast
import inspect
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import dualtrack
from tests.docstrings import AXIS_NAMES, Documented, axes_unsaid, documented, errors_unsaid, unnamed, words
from tests.house import PACKAGE, ROOT, SOURCES, room

WINGS = ("lab", "language", "targets")
FURNISHED = [item for path in SOURCES if room(path) in WINGS for item in documented(path)]
CITED = re.compile(r"\([A-Z][^()]*[12][0-9]{3}[^()]*\)")
"""An author and a year: (Shapley, 1953)."""
METHODS = {
    "lab/calibrate/agreement.py": {"Agreement"},
    "lab/calibrate/figure_errors.py": {"scale_matrix"},
    "lab/calibrate/landscape.py": {"informed_directions"},
    "lab/calibrate/temper.py": {"temper"},
    "lab/claims/attribute.py": {"attribute"},
    "lab/loops/loop_score.py": {"score_loops"},
    "lab/loops/strongest_paths.py": {"strongest_loops"},
    "lab/questions/discover.py": {"discover"},
    "lab/questions/explain_change.py": {"explain_change"},
    "lab/questions/matter.py": {"matter"},
    "lab/questions/mediate.py": {"mediate"},
    "lab/questions/pick_freeze.py": {"PickFreeze.estimate"},
    "lab/questions/screen.py": {"first_order"},
    "lab/record/accept.py": {"Matching"},
    "lab/statistics/effective_count.py": {"worth"},
    "lab/statistics/normal.py": {"normal_share"},
    "lab/statistics/peel.py": {"Peel"},
    "lab/statistics/resolved.py": {"Measured.share"},
    "lab/statistics/shapley.py": {"shares", "interactions"},
    "lab/statistics/two_sample.py": {"telling", "single_chances"},
    "lab/worlds/copula.py": {"joined"},
    "lab/worlds/design.py": {"LatinHypercube", "Sobol"},
    "lab/worlds/draw.py": {"uniforms"},
    "lab/worlds/latin.py": {"shuffled"},
    "lab/worlds/priors.py": {"pooled"},
    "lab/worlds/sobol.py": {"points", "unscrambled"},
    "lab/worlds/splitmix.py": {"mixed"},
    "targets/numeric/score.py": {"Scorer.score"},
}
"""What carries out a method that someone else published; by file."""
ELSEWHERE = {"__post_init__", "copysign", "fabs", "floor", "maturity"}
"""What docstrings rightly name that no file of the house defines: Python's, the machine's, and an example's."""

WRONG = '''
from numpy.typing import NDArray
Row = NDArray[float]

def spread(values: Row, years: "NDArray[float]", width: float) -> Row:
    """The spread of `values[world]`."""
    if not width:
        raise RunError("flat")
    return _spread(values)

def _spread(values):
    raise _made(values)

def _made(values) -> NotANumber:
    return NotANumber("no number")

class Window:
    """A `low` end."""
    low: Row
    high: float
    """Its other end."""
    width: float
    kept: int = field(init=False)

    def __post_init__(self):
        raise BadNumber("upside down")
'''
RIGHT = '''
from numpy.typing import NDArray

def spread(values: NDArray[float], years: NDArray[float], width: float) -> NDArray[float]:
    """The spread of `values[world, year]`, whose rows are of `years` [year], by `width=0.5`: [world].

    Raises `RunError` for no width.
    """
    if not width:
        raise RunError("flat")

def turned(values: NDArray[float]) -> NDArray[float]:
    """The `values[world, year]` turned over; the same axes."""

def told(look: Callable[[NDArray[float]], int]) -> int:
    """What
    Parameters
    ----------
    look
        sees.
    """
'''


def public() -> list[Documented]:
    """What the public list exports, with the methods of its classes."""
    found = []
    for name in dualtrack.__all__:
        thing = inspect.unwrap(getattr(dualtrack, name))
        if inspect.isclass(thing) or inspect.isfunction(thing):
            path = Path(inspect.getsourcefile(thing) or "").resolve().relative_to(ROOT)
            found += [item for item in documented(path) if item.name.split(".")[0] == thing.__name__]
    return found


def sample(text: str) -> dict[str, Documented]:
    return {item.name: item for item in documented(Path("sample.py"), ast.parse(text))}


def unsaid(items: list[Documented], *rules: Callable[[Documented], list[str]]) -> dict[str, list[str]]:
    """What the docstrings leave out, by the place of each that leaves out something."""
    found = {item.label: [name for rule in rules for name in rule(item)] for item in items}
    return {label: names for label, names in found.items() if names}


def test_the_public_list_is_described_completely() -> None:
    assert unsaid(public(), unnamed, axes_unsaid, errors_unsaid) == {}


def test_whoever_takes_or_gives_an_array_says_its_axes() -> None:
    assert unsaid(FURNISHED, axes_unsaid) == {}


def test_whoever_raises_an_error_names_it() -> None:
    assert unsaid(FURNISHED, errors_unsaid) == {}


def test_an_error_that_is_named_is_one_of_the_house() -> None:
    errors = {
        node.name
        for node in ast.parse((PACKAGE / "errors.py").read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    said = {(item.label, name) for item in FURNISHED for name in re.findall(r"[Rr]aises? `(\w+)`", item.doc)}
    assert {each for each in said if each[1] not in errors} == set()


def test_a_name_in_backticks_is_there() -> None:
    known = {item.node.name for path in SOURCES for item in documented(path)} | ELSEWHERE
    said = {(item.label, name): item.path for item in FURNISHED for name in re.findall(r"`([a-z_]+)[`\[]", item.doc)}
    assert {each for each, path in said.items() if each[1] not in known | words(path)} == set()


@pytest.mark.parametrize("path", METHODS)
def test_a_published_method_names_its_source(path: str) -> None:
    items = {item.name: item.doc for item in documented(Path("src/dualtrack") / path)}
    assert {name for name in METHODS[path] if not CITED.search(items[name])} == set()


def test_every_word_for_an_axis_is_used() -> None:
    said = {word for item in FURNISHED for axes in re.findall(r"\[([a-z, ]+)\]", item.doc) for word in axes.split(", ")}
    assert set(AXIS_NAMES) <= said


def test_what_a_docstring_leaves_unsaid_is_seen() -> None:
    found = sample(WRONG)
    assert unnamed(found["spread"]) == ["years", "width"]
    assert axes_unsaid(found["spread"]) == ["years", "what it gives"]
    assert errors_unsaid(found["spread"]) == ["NotANumber", "RunError"]
    assert unnamed(found["Window"]) == ["width"]
    assert axes_unsaid(found["Window"]) == ["low"]
    assert errors_unsaid(found["Window"]) == ["BadNumber"]


@pytest.mark.parametrize("name", ["spread", "turned", "told"])
def test_what_a_docstring_says_is_seen(name: str) -> None:
    item = sample(RIGHT)[name]
    assert [*unnamed(item), *axes_unsaid(item), *errors_unsaid(item)] == []
