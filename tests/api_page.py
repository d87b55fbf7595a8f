"""The page of the public list, `docs/api.md`: every name with what it takes and what its docstring says, by the wing it lives in.

python -m tests.api_page            write it
python -m tests.api_page --check    say whether it is current
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.docstrings import Documented, documented, said_of_fields
from tests.house import PACKAGE, ROOT, SOURCES, Function, tree

PAGE = ROOT / "docs" / "api.md"
WIDE = 100
"""Characters of a signature that stay in one line."""
TASKS = {
    "app": "Open the laboratory",
    "lab": "The laboratory",
    "language": "Build a theory",
    "language/expressions": "Write equations",
    "language/statements": "State facts, claims, loops and checks",
    "lab/worlds": "Draw worlds",
    "lab/runs": "Run",
    "lab/questions": "Compare, and ask what matters",
    "lab/claims": "Judge",
    "lab/loops": "Follow loops",
    "lab/checks": "Try what must hold",
    "evidence": "Read the record",
    "lab/record": "Hold worlds beside the record",
    "lab/statistics": "Say how much later",
    "lab/store": "Keep results on disk",
    "targets": "Turn a model into numbers, code or print",
    "": "What goes wrong",
}
"""The wings by the task that they serve, in the order of the page; a folder that is not here belongs to the one above it."""
RESULTS = "Results"
EVERYWHERE = "Printed"
"""The base by which every value shows itself, told once."""
HEAD = """<!-- Generated from the public list and its docstrings; change those. -->

# The public list

`import dualtrack as dt`, then `dt.NAME`. Each name stands under the task of the wing it lives in.

- An array is written with its axes: `values[world, year]`; `values[name][world]` is one array for each name.
- Years, also of dates, are numbers such as 2026.75; lags are in months; shares go from 0 to 1; other numbers are in the unit that
  their quantity declares.
- An argument of another kind than is declared raises `WrongArgument`. Every error is a `LabError`: what, where, what is near, and
  how to mend it.
- `progress` is called with how much is done and how much there is.
"""


@dataclass(frozen=True)
class Listed:
    """A public name and the file it lives in."""

    name: str
    path: Path

    @property
    def wing(self) -> str:
        """The folder of the house, or the nearest above it that serves a task."""
        folder = (ROOT / self.path).relative_to(PACKAGE).parent
        return next(found for each in (folder, *folder.parents) if (found := "" if each == Path() else each.as_posix()) in TASKS)


def listed() -> list[Listed]:
    """Every public name, in the order of the list."""
    found = {
        alias.name: Path("src", *str(node.module).split(".")).with_suffix(".py")
        for place in sorted(PACKAGE.glob("__init__.py*"))
        for node in ast.walk(ast.parse(place.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("dualtrack.")
        for alias in node.names
    }
    return [Listed(name, found[name]) for name in sorted(found, key=lambda each: (each.casefold(), each))]


def given_back(names: list[Listed]) -> list[Listed]:
    """The classes that public functions and methods give back, as their annotations say, beside those that are public names."""
    classes = {name: item.path for name, item in _classes().items()}
    found: set[str] = set()
    for each in names:
        mine = [item for name, item in _items(each.path).items() if name == each.name]
        for node in [item.node for own in mine for item in (own, *_methods(own))]:
            if isinstance(node, Function) and node.returns:
                found |= set(re.findall(r"\w+", ast.unparse(node.returns))) & classes.keys()
    return [Listed(name, classes[name]) for name in sorted(found - {each.name for each in names}, key=str.casefold)]


def page() -> str:
    """The whole text."""
    names = listed()
    parts = [HEAD]
    for wing, task in TASKS.items():
        mine = [each for each in names if each.wing == wing]
        if mine:
            parts += [f"## {task}\n", f"{_about(wing)}\n" if wing else "", *map(entry, mine)]
    parts += [f"## {RESULTS}\n", "What the names above give back; nobody makes one by hand.\n", *map(entry, given_back(names))]
    return "\n".join(part for part in parts if part)


def entry(each: Listed) -> str:
    """What the page says of one name: where it lives, how it is called, what it says, and its methods."""
    items = _items(each.path)
    module = ".".join(each.path.with_suffix("").parts[1:])
    if each.name not in items:
        return f"### {each.name}\n\n{_value(each)}\n"
    item = items[each.name]
    lines = [f"### {each.name}\n", f"```python signature\n{signature(item, each.name)}\n```\n", f"{item.doc}\n"]
    inner = [*_fields_said(item), *map(_method, _methods(item))]
    return "\n".join([*lines, *([*inner, ""] if inner else []), f"*{module}*\n"])


def signature(item: Documented, name: str) -> str:
    """How it is called, with annotations, in one line where it is short."""
    if isinstance(item.node, ast.ClassDef):
        given = list(_made_from(item.node))
        gives = f"({', '.join(bases)})" if not given and (bases := [ast.unparse(base) for base in item.node.bases]) else ""
        if gives:
            return f"class {name}{gives}"
        return _laid_out(name, given, "")
    return _laid_out(name, list(_taken(item.node)), f" -> {ast.unparse(item.node.returns)}" if item.node.returns else "")


def _laid_out(name: str, given: list[str], gives: str) -> str:
    short = f"{name}({', '.join(given)}){gives}"
    return short if len(short) <= WIDE else "\n".join([f"{name}(", *(f"    {each}," for each in given), f"){gives}"])


def _taken(node: Function) -> Iterator[str]:
    """What a call takes, in order, `self` and the private aside."""
    taken = node.args
    plain = [*taken.posonlyargs, *taken.args]
    defaults: list[ast.expr | None] = [*[None] * (len(plain) - len(taken.defaults)), *taken.defaults]
    for argument, default in zip(plain, defaults, strict=True):
        if argument.arg not in ("self", "cls"):
            yield _argument(argument, default)
    if taken.vararg:
        yield "*" + _argument(taken.vararg, None)
    elif taken.kwonlyargs:
        yield "*"
    for argument, default in zip(taken.kwonlyargs, taken.kw_defaults, strict=True):
        yield _argument(argument, default)


def _argument(argument: ast.arg, default: ast.expr | None) -> str:
    kind = f": {ast.unparse(argument.annotation)}" if argument.annotation else ""
    return argument.arg + kind + (f" = {ast.unparse(default)}" if default else "")


def _made_from(node: ast.ClassDef) -> Iterator[str]:
    """What a class is made from: what its `__init__` takes, else its fields."""
    inner = next((each for each in node.body if isinstance(each, Function) and each.name == "__init__"), None)
    if inner:
        yield from _taken(inner)
        return
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name) and "init=False" not in ast.unparse(each):
            default = (
                "..." if each.value and "default_factory" in ast.unparse(each.value) else each.value and ast.unparse(each.value)
            )
            yield f"{each.target.id}: {ast.unparse(each.annotation)}" + (f" = {default}" if default else "")


def _method(item: Documented) -> str:
    """A method in one item of a list, or a property without a bracket."""
    name = item.node.name
    if isinstance(item.node, ast.ClassDef):
        return f"- `.{name}`: {' '.join(item.doc.split())}"
    is_value = any("property" in ast.unparse(each) for each in item.node.decorator_list)
    gives = f" -> {ast.unparse(item.node.returns)}" if item.node.returns else ""
    called = f"{name}{gives}" if is_value else f"{name}({', '.join(_taken(item.node))}){gives}"
    return f"- `.{called}`: {' '.join(item.doc.split())}"


def _fields_said(item: Documented) -> list[str]:
    return [f"- `.{name}`: {' '.join(said.split())}" for name, said in said_of_fields(item.node).items()]


def _value(each: Listed) -> str:
    """What a name that is neither function nor class stands for, with the text below it."""
    body = tree(each.path).body
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == each.name:
            said = str(after.value.value) if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
            return f"```python signature\n{ast.unparse(node)}\n```\n\n{said}".rstrip()
    raise LookupError(f"{each.path} does not define {each.name}")


def _methods(item: Documented) -> list[Documented]:
    """The methods of a class, its own and those of every base that is no public name and so stands nowhere else."""
    if not isinstance(item.node, ast.ClassDef):
        return []
    own = [each for name, each in _items(item.path).items() if name.startswith(f"{item.node.name}.")]
    bases = [_classes()[ast.unparse(base)] for base in item.node.bases if ast.unparse(base) in _classes()]
    public = {each.name for each in listed()}
    found = [*own, *(method for base in bases if base.name not in {*public, EVERYWHERE} for method in _methods(base))]
    return list({each.node.name: each for each in reversed(found)}.values())[::-1]


@cache
def _classes() -> dict[str, Documented]:
    return {item.name: item for path in SOURCES for item in documented(path) if isinstance(item.node, ast.ClassDef)}


@cache
def _items(path: Path) -> dict[str, Documented]:
    return {item.name: item for item in documented(path)}


def _about(wing: str) -> str:
    """The sentence with which a wing introduces itself."""
    said = ast.get_docstring(ast.parse((PACKAGE / wing / "__init__.py").read_text(encoding="utf-8"))) or ""
    return said.splitlines()[0]


def main(words: list[str]) -> int:
    """Write the page, or with `--check` end with 1 where it is not as it would be written."""
    text = page()
    is_current = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text
    if "--check" in words:
        sys.stdout.write("the public list's page is current\n" if is_current else "docs/api.md is stale: run `make docs`\n")
        return int(not is_current)
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
