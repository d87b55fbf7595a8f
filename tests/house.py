"""The house as data: its files, their syntax trees and what they import."""

import ast
import io
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "dualtrack"
FLOORS = (("app",), ("lab",), ("targets", "theory", "evidence"), ("language",), ("files",), ("errors",))
STANDARD_LIBRARY_ONLY = ("errors", "files", "language", "theory")
SLOW = ("arviz", "dask", "distributed", "llvmlite", "pandas", "polars", "scipy", "xarray", "zarr")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def files(folder: Path) -> list[Path]:
    """Every Python file below a folder, relative to the project."""
    return sorted(path.relative_to(ROOT) for path in folder.rglob("*.py"))


SOURCES = files(PACKAGE)
FURNISHED = [path for path in SOURCES if path != Path("src/dualtrack/__init__.py")]
EVERY_FILE = SOURCES + files(ROOT / "tests")


@cache
def text(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path))


def room(path: Path) -> str:
    """The folder of the house a source file stands in; a file beside the rooms is a room of its own name."""
    return (ROOT / path).relative_to(PACKAGE).with_suffix("").parts[0]


def floor(name: str) -> int:
    """Counted from the top: a larger number is further down."""
    return next((level for level, rooms in enumerate(FLOORS) if name in rooms), -1)


def imported(node: ast.AST) -> list[str]:
    """The modules an import statement names; a dot stands for a relative one."""
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=module, level=0):
            return [module or ""]
        case ast.ImportFrom():
            return ["."]
        case _:
            return []


def imports(path: Path) -> list[str]:
    return [name for node in ast.walk(tree(path)) for name in imported(node)]


def rooms_imported(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(path) if name.startswith("dualtrack.")}


def module_of(path: Path) -> str:
    """The dotted name under which a source file is imported."""
    parts = (ROOT / path).relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> frozenset[str]:
    """Every module of the house."""
    return frozenset(module_of(path) for path in SOURCES)


def modules_imported(path: Path) -> set[str]:
    """Every module of the house that a file imports anywhere, for types alone too; a folder only where nothing in it is named."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            inner = {f"{node.module}.{alias.name}" for alias in node.names} & modules()
            found |= inner or {node.module or ""}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & modules()


def libraries(path: Path) -> set[str]:
    """What a file imports from outside the house and the standard library."""
    roots = {name.split(".")[0] for name in imports(path)}
    return roots - {"dualtrack"} - sys.stdlib_module_names


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def lines_of(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def is_for_types(node: ast.AST) -> bool:
    """Whether a statement is `if TYPE_CHECKING:`, which the interpreter never enters."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def late_imports(path: Path) -> list[str]:
    """What a file imports anywhere but at its top, `if TYPE_CHECKING:` aside."""
    top = [node for node in tree(path).body if not is_for_types(node) and not imported(node)]
    return [name for statement in top for node in ast.walk(statement) for name in imported(node)]


def names_given(path: Path) -> Iterator[str]:
    """Every name a file gives to a function, class, argument or variable."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


def comments(path: Path) -> int:
    """Lines that carry a comment for people; directives to a checker do not count."""
    tokens = tokenize.generate_tokens(io.StringIO(text(path)).readline)
    remarks = (token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT)
    return sum(not remark.startswith(("type:", "noqa")) for remark in remarks)


def caught(path: Path) -> list[str]:
    """The exceptions a file catches; the empty string stands for a bare `except:`."""
    handlers = (node for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler))
    return [
        name
        for handler in handlers
        for name in ([node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)] if handler.type else [""])
    ]


def called(path: Path) -> set[str]:
    """The bare names a file calls."""
    calls = (node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    return {function.id for function in calls if isinstance(function, ast.Name)}
