"""The second theory as its tests read it: its modules, by the name of their folder, and its laboratory, once."""

import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parents[2] / "examples" / "rare_earths"


def module(name: str) -> ModuleType:
    """A module of the folder."""
    if str(FOLDER.parent) not in sys.path:
        sys.path.append(str(FOLDER.parent))
    return import_module(f"{FOLDER.name}.{name}")


@cache
def rare_earths():
    """The laboratory; nothing in it can be changed."""
    return module("rare_lab").laboratory()
