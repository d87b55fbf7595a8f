"""The public list: what a notebook or a program uses; `__init__.pyi` says where each name lives, loaded when first asked for."""

from __future__ import annotations

import ast
from functools import cache
from importlib import import_module
from importlib.resources import files as packaged


@cache
def _homes() -> dict[str, str]:
    """The module of every public name, as the list gives it."""
    listed = ast.parse(packaged("dualtrack").joinpath("__init__.pyi").read_text(encoding="utf-8"))
    return {each.name: str(node.module) for node in listed.body if isinstance(node, ast.ImportFrom) for each in node.names}


def __getattr__(name: str) -> object:
    if name == "__all__":
        return sorted(_homes(), key=lambda each: (each.casefold(), each))
    if name.startswith("__") or name not in _homes():
        raise AttributeError(f"dualtrack has no `{name}`; `dualtrack.__all__` lists what it has")
    found: object = getattr(import_module(_homes()[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_homes()})
