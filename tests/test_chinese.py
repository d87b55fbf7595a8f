"""Chinese as a Chinese editor would print it: one word for each concept, marks of full width, and % close to its number."""

import ast
import csv
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.page.pack.translated import titled
from tests.house import PACKAGE, ROOT

TERMS = tomllib.loads((ROOT / "tests" / "chinese_terms.toml").read_text(encoding="utf-8"))["term"]
CHINESE = r"[\u3400-\u4dbf\u4e00-\u9fff]"
MARKS = {
    "a mark of half width beside Chinese": rf"{CHINESE}[,;:?!](?!\w*\.\w)|[,;:?!]{CHINESE}",
    "a stop of half width after Chinese": rf"{CHINESE}\.(?:\s|$)",
    "a space before %": rf"\d\s%(?=[^a-z]*{CHINESE})|{CHINESE}[^a-z.]*\d\s%",
    "a space between Chinese characters": rf"{CHINESE} {CHINESE}",
    "a bracket of half width around Chinese": rf"\({CHINESE}[^()]*\)",
}


def inside(value: Any) -> Iterator[str]:
    """Every text in some data."""
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from inside(each)
        case list():
            for each in value:
                yield from inside(each)


def written(file: Path) -> Iterator[str]:
    text = file.read_text(encoding="utf-8")
    match file.suffix:
        case ".py":
            spoken = _documentation(tree := ast.parse(text))
            yield from (
                each.value
                for each in ast.walk(tree)
                if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in spoken
            )
        case ".toml":
            yield from inside(tomllib.loads(text))
        case ".csv":
            yield from (cell for row in csv.reader(text.splitlines()) for cell in row)


def _documentation(tree: ast.Module) -> set[int]:
    """What is written to those who read the program, not to those who use it: texts that stand alone."""
    return {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)}


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Every Chinese text of the program with its file: catalogues, translations, the theory's labels, the record."""
    files = sorted(file for suffix in ("py", "toml", "csv") for file in PACKAGE.rglob(f"*.{suffix}"))
    found = ((str(file.relative_to(PACKAGE)), text) for file in files for text in written(file))
    return tuple((file, text) for file, text in found if re.search(CHINESE, text))


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["english"])
def test_one_concept_has_one_word(term: dict[str, Any]) -> None:
    kept = re.compile("|".join(map(re.escape, term.get("unless", ()))) or r"(?!)")
    refused = [(file, word, text[:80]) for file, text in texts() for word in term["refused"] if word in kept.sub("", text)]
    assert not refused, f"{term['english']} is {term['chinese']}"


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["english"])
def test_every_word_of_the_list_is_used(term: dict[str, Any]) -> None:
    assert any(term["chinese"] in text for _, text in texts()), "strike the term: nothing says it"


@pytest.mark.parametrize("fault", MARKS)
def test_marks_are_those_of_chinese_print(fault: str) -> None:
    found = [(file, text[:80]) for file, text in texts() if re.search(MARKS[fault], text)]
    assert not found, fault


def test_whatever_is_cited_for_or_against_a_claim_has_a_chinese_title() -> None:
    laboratory = bind()
    cited = {each.source for sides in laboratory.theory.evidence.values() for each in (*sides.supports, *sides.opposes)}
    titles = {source.key: titled(source.title)[1] for source in laboratory.record.sources if source.key in cited}
    assert len(titles) == len(cited)
    assert sorted(key for key, chinese in titles.items() if not chinese) == []
