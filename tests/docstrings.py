"""Docstrings as data: what a function takes, gives and raises by its text, and what its docstring leaves unsaid.

The house form is prose: a parameter stands in backticks, an array with its axes behind its name, as `values[world, year]` or as
"`values` and `years` [year]" within one sentence, and an error by its class, as "Raises `RunError` where ...".
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.house import SOURCES, Function, module_of, tree

Definition = Function | ast.ClassDef

AXIS_NAMES = (
    *(
        "bound",
        "claim",
        "coalition",
        "factor",
        "group",
        "input",
        "link",
        "moment",
        "number",
        "pair",
        "parameter",
        "period",
        "place",
        "player",
    ),
    *("point", "question", "regime", "row", "run", "step", "target", "threshold", "world", "year"),
)
"""Every word that may name an axis; one axis has one word throughout the house."""
AXIS = f"(?:{'|'.join(AXIS_NAMES)})"
AXES = re.compile(rf"\[{AXIS}(?:, {AXIS})*\]")
"""Axes as a docstring writes them: [world, year]."""
SAME = "same axes"
"""What a docstring may say of an array that has the axes of another, which it names."""
OWN = ("self", "cls")
NEVER_SHOWN = ("AssertionError", "AttributeError", "StopIteration")
"""Errors of the language itself, which a reader need not foresee."""


@dataclass(frozen=True)
class Documented:
    """A function, method or class of a file, by the name under which it stands there."""

    path: Path
    name: str
    node: Definition
    within: ast.Module

    @property
    def doc(self) -> str:
        return ast.get_docstring(self.node) or ""

    @property
    def label(self) -> str:
        return f"{self.path}: {self.name}"


@cache
def array_words() -> frozenset[str]:
    """Every name that the house gives to a kind of array, as "module.name"."""
    return frozenset(f"{module_of(path)}.{name}" for path in SOURCES for name in _named_arrays(tree(path)))


def is_array(annotation: ast.expr | None, within: ast.Module) -> bool:
    """Whether an annotation in a file speaks of an array; one of a function that takes arrays does not."""
    if annotation is None or "Callable[" in (said := ast.unparse(annotation)):
        return False
    return not _known_arrays(within).isdisjoint(re.findall(r"\w+", said))


@cache
def _known_arrays(within: ast.Module) -> frozenset[str]:
    """The names of kinds of array that a file gives or imports."""
    known = {"NDArray", "ndarray", *_named_arrays(within)}
    for node in within.body:
        if isinstance(node, ast.ImportFrom):
            known |= {alias.name for alias in node.names if f"{node.module}.{alias.name}" in array_words()}
    return frozenset(known)


def _named_arrays(module: ast.Module) -> set[str]:
    """The names that a file itself gives to a kind of array."""
    given = [node for node in module.body if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("NDArray[")]
    return {target.id for node in given for target in node.targets if isinstance(target, ast.Name)}


def documented(path: Path, module: ast.Module | None = None) -> Iterator[Documented]:
    """The public functions, classes and methods of a file."""
    module = module or tree(path)
    yield from _documented(path, module, module.body, "")


def _documented(path: Path, module: ast.Module, body: list[ast.stmt], before: str) -> Iterator[Documented]:
    for node in body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            yield Documented(path, before + node.name, node, module)
            if isinstance(node, ast.ClassDef):
                yield from _documented(path, module, node.body, f"{before}{node.name}.")


def parameters(node: Definition) -> dict[str, ast.expr | None]:
    """What a call gives, with its annotation; of a class, its public fields or what its `__init__` takes."""
    if isinstance(node, ast.ClassDef):
        inner = next((each for each in node.body if isinstance(each, Function) and each.name == "__init__"), None)
        return parameters(inner) if inner else {name: each.annotation for name, each in _fields(node).items()}
    every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, node.args.vararg, node.args.kwarg]
    return {each.arg: each.annotation for each in every if each and each.arg not in OWN and not each.arg.startswith("_")}


def _fields(node: ast.ClassDef) -> dict[str, ast.AnnAssign]:
    """The fields that a frozen class is made from."""
    made = [each for each in node.body if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)]
    return {
        each.target.id: each
        for each in made
        if isinstance(each.target, ast.Name)
        and not each.target.id.startswith("_")
        and "init=False" not in ast.unparse(each)
        and "ClassVar" not in ast.unparse(each.annotation)
    }


def said_of_fields(node: Definition) -> dict[str, str]:
    """The text that stands under a field of a class."""
    if not isinstance(node, ast.ClassDef):
        return {}
    pairs = zip(node.body, node.body[1:], strict=False)
    return {
        before.target.id: after.value.value
        for before, after in pairs
        if isinstance(before, ast.AnnAssign)
        and isinstance(before.target, ast.Name)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
        and isinstance(after.value.value, str)
    }


def unnamed(item: Documented) -> list[str]:
    """Parameters that are not named in backticks or under Parameters, nor by the class that a method belongs to."""
    below, said = said_of_fields(item.node), item.doc + _of_class(item)
    return [name for name in parameters(item.node) if name not in below and not _mention(name).search(said)]


def _of_class(item: Documented) -> str:
    """The docstring of the class that a method belongs to, for what its methods share."""
    owner = item.name.rpartition(".")[0]
    node = next((each for each in item.within.body if isinstance(each, ast.ClassDef) and each.name == owner), None)
    return (ast.get_docstring(node) or "") if node else ""


def _mention(name: str) -> re.Pattern[str]:
    return re.compile(rf"`{re.escape(name)}(?:`|\[|=)|^{re.escape(name)}$", re.MULTILINE)


def axes_unsaid(item: Documented) -> list[str]:
    """Arrays whose axes the docstring does not say, behind the name of the parameter or, of what is given back, anywhere else."""
    rest, missing, below = item.doc, [], said_of_fields(item.node)
    for name in (name for name, annotation in parameters(item.node).items() if is_array(annotation, item.within)):
        if AXES.search(below.get(name, "")):
            continue
        found = _axes_behind(name, item.doc)
        if not found:
            missing.append(name)
        else:
            rest = rest.replace(found, "", 1)
    gives = isinstance(item.node, Function) and is_array(item.node.returns, item.within)
    if gives and not AXES.search(rest) and SAME not in item.doc:
        missing.append("what it gives")
    return missing


def _axes_behind(name: str, doc: str) -> str:
    """A parameter's name with all that follows it in its sentence up to its axes; empty if these are not said."""
    found = re.search(rf"`{re.escape(name)}(?:`|(?=\[))(?:[^.]|\.(?=\S))*?(?:{AXES.pattern}|{SAME})", doc)
    return found.group() if found else ""


def raised(item: Documented) -> set[str]:
    """The errors that a function raises by its own text, and by that of private helpers of its file."""
    if isinstance(item.node, ast.ClassDef):
        inner = [each for each in item.node.body if isinstance(each, Function) and each.name in ("__init__", "__post_init__")]
    else:
        inner = [item.node]
    helpers = _functions(item.within)
    found, waiting, done = set(), list(inner), set()
    while waiting:
        body = waiting.pop()
        for node in ast.walk(body):
            if isinstance(node, ast.Raise) and node.exc:
                found |= _classes(node.exc, helpers)
            name = _private_call(node)
            if name in helpers and name not in done:
                done.add(name)
                waiting.append(helpers[name])
    return found - set(NEVER_SHOWN)


@cache
def _functions(module: ast.Module) -> dict[str, Function]:
    return {node.name: node for node in ast.walk(module) if isinstance(node, Function)}


def _private_call(node: ast.AST) -> str:
    """The private function that a call names; empty for every other call."""
    if not isinstance(node, ast.Call):
        return ""
    name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
    return name if name.startswith("_") and not name.startswith("__") else ""


def _classes(error: ast.expr, helpers: dict[str, Function]) -> set[str]:
    """The public class of an error that is raised: called, named, or made by a helper that says what it makes."""
    made = error.func if isinstance(error, ast.Call) else error
    name = getattr(made, "id", "") or getattr(made, "attr", "")
    if name in helpers and (gives := helpers[name].returns) is not None:
        name = ast.unparse(gives)
    return {name} if name[:1].isupper() else set()


def errors_unsaid(item: Documented) -> list[str]:
    """Errors that are raised and not named in the docstring; to name a parent of the error is not enough."""
    return sorted(name for name in raised(item) if not re.search(rf"\b{name}\b", item.doc))


@cache
def words(path: Path) -> frozenset[str]:
    """Every word of a file's code, its docstrings aside: what it names, calls, and writes in texts."""
    found: set[str] = set()
    prose = {id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(path)):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.alias(name=name):
                found.add(name)
            case ast.keyword(arg=str(name)):
                found.add(name)
            case ast.Constant(value=str(said)) if id(node) not in prose:
                found |= set(re.findall(r"\w+", said))
    return frozenset(found)
