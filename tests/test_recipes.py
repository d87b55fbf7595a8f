"""The recipes of the documentation run as they are written, by the public list alone, and each prints a few lines an answer."""

import ast
import runpy
from pathlib import Path

import pytest

RECIPES = sorted((Path(__file__).parents[1] / "docs" / "recipes").glob("*.py"))
MOST_LINES = 25
MOST_LETTERS = 2000


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.stem)
def test_a_recipe_runs_and_its_answers_can_be_read(recipe: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(recipe))
    said = capsys.readouterr().out
    assert said.strip()
    answers = sum(len(call.args) for call in calls(recipe) if isinstance(call.func, ast.Name) and call.func.id == "print")
    assert len(said) < MOST_LETTERS * answers


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.stem)
def test_a_recipe_needs_the_public_list_alone(recipe: Path) -> None:
    imports = [
        node for node in ast.walk(ast.parse(recipe.read_text(encoding="utf-8"))) if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert [ast.unparse(each) for each in imports] == ["import dualtrack as dt"]


def test_a_theory_is_built_judged_looped_and_explained_in_few_lines() -> None:
    recipe = next(each for each in RECIPES if each.stem == "own_theory")
    lines = [line for line in recipe.read_text(encoding="utf-8").splitlines()[2:] if line]
    assert len(lines) <= MOST_LINES
    assert max(map(len, lines)) <= 130


def calls(recipe: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(recipe.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
