"""The page's modules as one script: each after what it imports, without import lines, the word `export` and documentation blocks.

The worker's modules stand first, so that the text before the boundary is all that a worker has to run.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dualtrack.errors import DuplicateName, ModelError, UnknownName, nearest

WORKER, PAGE = "compute/worker.js", "app.js"
"""The modules from which everything else is reached: what a worker runs, and what the page runs."""
START = "startPage();"
BOUNDARY = "/* the page */"

_IMPORT = re.compile(r'^import\s*\{([^{}]*)\}\s*from\s*"(\.{1,2}/[\w./-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const|let)\b)", re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:async function\*?|function\*?|class|const|let)\s+([\w$]+)", re.MULTILINE)
_TOP = re.compile(r"^(?:export )?(?:async function\*?|function\*?|class|const|let|var)\s+([\w$]+|[{\[])", re.MULTILINE)
_BLOCK = re.compile(r"^[ \t]*/\*\*(?:[^*]|\*(?!/))*\*/\n", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_END = re.compile(r"</script|<!--", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Module:
    """A module read, by its place: whom it imports what from, what it exports, its top-level names, and its bare text."""

    name: str
    imports: Mapping[str, tuple[str, ...]]
    exports: frozenset[str]
    names: tuple[str, ...]
    text: str


def bundle(modules: Mapping[str, str], worker: str = WORKER, page: str = PAGE) -> str:
    """One script of modules by their place below one folder (`kit/dom.js`).

    Raises `UnknownName` for an import that leads nowhere, `ModelError` for a circle or a line that cannot be read, and
    `DuplicateName` for two top-level names alike.
    """
    read = {name: _read(name, text) for name, text in modules.items()}
    for module in read.values():
        _check_imports(module, read)
    first = _ordered(read, [worker])
    rest = [name for name in _ordered(read, [page]) if name not in first]
    _check_unique(read[name] for name in (*first, *rest))
    parts = [*(read[name].text for name in first), BOUNDARY, *(read[name].text for name in rest), START]
    return "\n".join(part.strip("\n") for part in parts) + "\n"


def _read(name: str, text: str) -> _Module:
    if found := _END.search(text):
        raise ModelError(f"`{found[0]}` would end the script of the page", where=name, fix="write it in two pieces")
    imports = {
        posixpath.normpath(posixpath.join(posixpath.dirname(name), place)): tuple(filter(None, map(str.strip, names.split(","))))
        for names, place in _IMPORT.findall(text)
    }
    body = _EXPORT.sub("", _IMPORT.sub("", _BLOCK.sub("", text)))
    names = tuple(_TOP.findall(text))
    if (left := _LEFT.search(body)) or set(names) & {"{", "["}:
        line = left[0] if left else "a top-level name taken out of a list or an object"
        raise ModelError(
            f"the bundle cannot read `{line}`",
            where=name,
            fix='write `import {name} from "../folder/file.js";` at the top, and `export` before a function, class, const or let',
        )
    return _Module(name, imports, frozenset(_EXPORTED.findall(text)), names, body)


def _check_imports(module: _Module, read: Mapping[str, _Module]) -> None:
    for place, names in module.imports.items():
        if place not in read:
            raise UnknownName(
                f"there is no module `{place}`", where=module.name, near=nearest(place, read), fix="correct the name"
            )
        for name in names:
            if name not in read[place].exports:
                raise UnknownName(
                    f"`{place}` exports no `{name}`",
                    where=module.name,
                    near=nearest(name, read[place].exports),
                    fix="correct the name, or export it",
                )


def _ordered(read: Mapping[str, _Module], entries: Iterable[str]) -> list[str]:
    """Every module reached, each after what it imports."""
    done: list[str] = []

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in done:
            return
        if name in above:
            raise ModelError(
                f"modules import each other: {' -> '.join((*above[above.index(name) :], name))}", fix="move what both need"
            )
        for place in read[name].imports:
            visit(place, (*above, name))
        done.append(name)

    for entry in entries:
        if entry not in read:
            raise UnknownName(f"there is no module `{entry}`", near=nearest(entry, read), fix="write it")
        visit(entry, ())
    return done


def _check_unique(modules: Iterable[_Module]) -> None:
    homes: dict[str, str] = {}
    for module in modules:
        for name in module.names:
            if homes.setdefault(name, module.name) != module.name:
                raise DuplicateName(f"`{name}` is a top-level name of {homes[name]} too", where=module.name, fix="rename one")
