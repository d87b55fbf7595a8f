"""What is shared stands once: a constant of a rule in its Python file and in no script, the name of a type in one file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from dualtrack.app.page.pack.rules import rule_row
from dualtrack.theory.dual_track import THEORY
from tests.app.page.asking import SCRIPTS, script
from tests.house import SOURCES, tree

TOO_COMMON = {0.25, 0.5, 0.75}
ROUNDED = {1.96, 1.645, 0.975, 0.025}
"""Forms in which a rule is copied."""
EXCEPTIONS: Mapping[tuple[str, float], str] = {
    ("changed.js", 1e-12): "below it a drawn bar has no length",
    ("diagram.js", 0.05): "the steps of a slider",
    ("diagram_map.js", 0.2): "the importance that a link without one is drawn with",
    ("diagram_map.js", 0.8): "the width of the thinnest arrow",
    ("diagram_overview.js", 0.12): "the least flow that is drawn, and how far an arrow bends",
    ("diagram_overview.js", 1e-9): "a divisor that is not zero",
    ("diagram_view.js", 0.8): "the scale at which letters can be read",
    ("format.js", 0.05): "what rounds to 0.0",
    ("months.js", 1e-12): "what rounding makes of two equal levels",
    ("scales.js", 1e-9): "rounding of a step between ticks",
    ("weights.js", 0.05): "a distance between a world and the reader's value",
    ("weights.js", 0.2): "a distance between a world and the reader's value",
    ("weights.js", 1e-9): "a pivot that settles no equation",
}
"""Numbers of the page's own that a rule happens to have too: by script, with what they are."""
NAMED_ONCE = {
    "Array": "src/dualtrack/targets/numeric/arrays.py",
    "Mask": "src/dualtrack/targets/numeric/arrays.py",
    "Progress": "src/dualtrack/lab/runs/reporting.py",
    "StagedProgress": "src/dualtrack/lab/runs/reporting.py",
}
"""Names of types that many files share, and where each is declared."""
TOKENS = re.compile(
    r"""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?<![\w$.])(?:\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?)""",
    re.DOTALL,
)


def numbers(text: str) -> Iterator[float]:
    """The number literals of a script, comments and texts left out."""
    for token in TOKENS.findall(text):
        if token[0].isdigit():
            yield float(token.replace("_", ""))


def values(rules: object) -> Iterator[float]:
    """Every number of the pack's rules."""
    if isinstance(rules, Mapping):
        for each in rules.values():
            yield from values(each)
    elif isinstance(rules, int | float):
        yield float(rules)


def constants() -> set[float]:
    """What no script may write: the rules' numbers, whole ones left out as too common, and the years that a theory declares."""
    years = {THEORY.parts_at, THEORY.parts_before, THEORY.clock.start, THEORY.clock.stop}
    rules = {each for each in values(rule_row()) if not each.is_integer()} - TOO_COMMON
    return rules | ROUNDED | {each for each in years if each is not None}


@pytest.mark.parametrize("each", sorted(SCRIPTS.rglob("*.js")), ids=lambda each: each.name)
def test_no_script_writes_a_constant_of_a_rule(each: Path) -> None:
    allowed = {value for name, value in EXCEPTIONS if name == each.name}
    assert (set(numbers(each.read_text(encoding="utf-8"))) & constants()) - allowed == set(), "read it from the rules of the pack"


def test_every_exception_is_needed() -> None:
    for (name, value), reason in EXCEPTIONS.items():
        assert reason
        assert value in constants()
        assert value in set(numbers(script(name).read_text(encoding="utf-8"))), (name, value)


def test_a_literal_is_seen_and_a_word_about_it_is_not() -> None:
    assert set(numbers('const BOUND = 0.8; // not 0.2\nconst TEXT = "1.96"; /* 0.98 */ at(2026.9, 1e-9)')) == {0.8, 2026.9, 1e-9}


@pytest.mark.parametrize("name", NAMED_ONCE)
def test_a_shared_type_is_declared_once_under_one_name(name: str) -> None:
    declared = {
        str(path): {target.id for target in node.targets if isinstance(target, ast.Name)}
        for path in SOURCES
        for node in tree(path).body
        if isinstance(node, ast.Assign) and ast.unparse(node.value) == meaning(name)
    }
    assert declared == {NAMED_ONCE[name]: {name}}


def meaning(name: str) -> str:
    """What a shared name stands for, as its own file writes it."""
    (value,) = (
        ast.unparse(node.value)
        for node in tree(Path(NAMED_ONCE[name])).body
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == [name]
    )
    return value
