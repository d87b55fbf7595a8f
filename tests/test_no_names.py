"""The house speaks of any theory: no name of the shipped one stands on the floors that take every theory.

Read are all strings and identifiers of Python files, and all words of page scripts, styles and catalogues. Names that are words
of English are looked for only where they stand alone, as a whole text in quotation marks.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dualtrack.app.bind import bind
from tests.house import PACKAGE

TAKES_ANY_THEORY = ("app", "lab", "language", "targets")
OF_THE_THEORY = ("app/page/translations", "app/page/catalogue/en/theory.toml", "app/page/catalogue/zh/theory.toml")
"""Words of the shipped theory and of the record in another language, kept apart from the page's own."""
SUFFIXES = (".py", ".js", ".html", ".css", ".toml")
TELLING = ("agnostic", "essay")
"""Words that nothing here needs but the theory."""
ENGLISH, ID = re.compile(r"[a-z]+"), re.compile(r"[A-Z]\d+[a-z]?")
QUOTED = re.compile(r"""(["'`])([^"'`\n]*)\1""")

ORDINARY = {
    "units": "what quantities are counted in, a key of every result",
    "layers": "a table of the record, and a noun of the list",
    "reaction": "a day on which markets answered news, in the language's panels",
    "reactions": "the same, a noun of the list",
    "policy": "a tab of the page, and what marks a lever",
}
"""Names that are words of the house itself; a sector is called so as well."""

EVENT = "a kind of event of the record, not the lever of that name"
KIND = "a kind of market reaction in the language's panels, and a column of their results"
EXCEPTIONS = {
    ("app/output/json_answer.py", "belief"): KIND,
    ("app/commands/facts.py", "belief"): KIND,
    ("app/names/explain_stated.py", "belief"): KIND,
    ("lab/record/read_panel.py", "belief"): KIND,
    ("language/statements/panel.py", "belief"): KIND,
    ("app/page/scripts/compute/crew.js", "progress"): "a message of how far a worker is",
    ("targets/native/elementary.py", "fabs"): "the absolute value in the machine's library",
    ("targets/native/kernel.py", "fabs"): "the absolute value in the machine's library",
    **{
        (f"app/page/catalogue/{language}/panels.toml", name): EVENT
        for language in ("en", "zh")
        for name in ("remote_control", "deal_review")
    },
}
"""A file and a name in it, with the reason."""


@cache
def names() -> frozenset[str]:
    """Every name of the shipped theory, its quantities by base name; but those that are words of the house."""
    laboratory = bind()
    theory, model = laboratory.theory, laboratory.model
    parts = (theory.claims, theory.facts, theory.loops, theory.display.groups)
    return frozenset(
        {
            *(quantity.base for quantity in model.quantities.values()),
            *laboratory.regimes,
            *(each.id for part in parts for each in part),
            *(each.name for part in (theory.tilts, theory.groups) for each in part),
            *theory.tracks,
            *model.sectors,
        }
        - ORDINARY.keys()
    )


def is_english(name: str) -> bool:
    """Whether a name is one word that may stand in any text."""
    return bool(ENGLISH.fullmatch(name)) and name not in TELLING


@cache
def telling() -> re.Pattern[str]:
    """What finds the names that no text needs for anything else: with an underscore, a number or a second word."""
    found = sorted((name for name in names() if not is_english(name)), key=len, reverse=True)
    ids, words = ("|".join(re.escape(name) for name in found if bool(ID.fullmatch(name)) is wanted) for wanted in (True, False))
    return re.compile(rf"(?<![\w#])(?:{words})(?!\w)|(?<![^\W_])(?<![#])(?<!\d\.)(?:{ids})(?![^\W_]|\.\d)")


def told(texts: list[str]) -> set[str]:
    """The names that texts hold, and those that are a whole text."""
    held = {match[0] for each in texts for match in telling().finditer(each)}
    return held | {each for each in texts if each in names()}


def of_python(source: str) -> set[str]:
    """The names in the strings and identifiers of a Python file."""
    found = list[str]()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Constant(value=str(text)):
                found.append(text)
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.keyword(arg=str(name)):
                found += [name] if not is_english(name) else []
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.alias(name=name):
                found += [name] if not is_english(name) else []
    return told(found)


def of_words(source: str) -> set[str]:
    """The names in any other file: telling ones anywhere, words of English as a whole text in quotation marks."""
    return told([source, *(match[2] for match in QUOTED.finditer(source))])


def floors() -> Iterator[Path]:
    """The files of the floors that take any theory, those kept for its own words left out."""
    for path in sorted(PACKAGE.rglob("*")):
        place = path.relative_to(PACKAGE).as_posix()
        if path.suffix in SUFFIXES and place.split("/")[0] in TAKES_ANY_THEORY and not place.startswith(OF_THE_THEORY):
            yield path


FILES = {path.relative_to(PACKAGE).as_posix(): path for path in floors()}


def named(place: str) -> set[str]:
    """The names in a file of these floors; none where it is gone."""
    if place not in FILES:
        return set()
    source = FILES[place].read_text(encoding="utf-8")
    return of_python(source) if place.endswith(".py") else of_words(source)


@pytest.mark.parametrize("place", FILES)
def test_no_name_of_the_shipped_theory_stands_where_any_theory_is_taken(place: str) -> None:
    excused = {name for file, name in EXCEPTIONS if file == place}
    left = named(place) - excused
    assert not left, f"{place} names {sorted(left)} of one theory: take it from the theory that is given"


@pytest.mark.parametrize(("place", "name"), EXCEPTIONS)
def test_every_exception_is_needed(place: str, name: str) -> None:
    assert name in named(place), "strike the exception: nothing is excused by it"


@pytest.mark.parametrize(
    "source",
    [
        'shown("independent_capability")',
        "def f(limited_opening): ...",
        "x.us_ai_valuation",
        "f(as_is=1)",
        '"""Claim L5 is read."""',
        'PRIOR = "agnostic"',
        'f"the upper track of {x}"',
        'sector = "valuation"',
        'regime = "refusal"',
    ],
)
def test_a_name_in_python_is_seen(source: str) -> None:
    assert len(of_python(source)) == 1


@pytest.mark.parametrize(
    "source", ["pack.claims.L5", "data.claim_L5", "say('refusal')", "// as in near_embargo", "{ sector: `valuation` }", 'id="R1"']
)
def test_a_name_on_the_page_is_seen(source: str) -> None:
    assert len(of_words(source)) == 1


@pytest.mark.parametrize("source", ['"a refusal of the market"', "market = policy", '"L50 and XL5"', '"M0 -5.6L5.4"'])
def test_english_is_no_name(source: str) -> None:
    assert not of_python(source) and not of_words(source)
