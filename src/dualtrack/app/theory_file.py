"""A theory of a user's own from a file: `theory.py`, which defines `THEORY`, in a folder with the tables of its record.

    rare_earths/
        theory.py         # THEORY = dt.Theory(...); its neighbours are imported by `from rare_earths import claims`
        tables/           # sources.csv, series.csv, observations.csv ...

The file is a program, and is run as one. It is imported by the name of its folder, so that other processes find it again.
"""

from __future__ import annotations

import sys
import traceback
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path as File

from dualtrack.errors import LabError, NoMeaning, nearest
from dualtrack.language.theory import Theory

MODULE, NAME, TABLES = "theory.py", "THEORY", "tables"
SUFFIX = ".py"
FAULTS = (
    *(ArithmeticError, AssertionError, AttributeError, ImportError, LookupError, NameError),
    *(OSError, RuntimeError, SyntaxError, TypeError, ValueError),
)
"""What running a program of another may raise."""


def theory_at(place: File) -> Theory:
    """The theory of a file, or of `theory.py` in a folder; raises `NoMeaning` where there is none, or its file cannot be run."""
    return _loaded(_file_of(place))


def tables_beside(place: File) -> File | None:
    """The folder of tables beside a theory's file; none where its theory is held beside no record."""
    tables = _file_of(place).parent / TABLES
    return tables if tables.is_dir() else None


def programs_of(place: File) -> tuple[File, ...]:
    """The files of Python that a theory's file may be made of: itself first, then all others of a folder with `theory.py`."""
    file = _file_of(place)
    if file.name != MODULE:
        return (file,)
    every = sorted(each for each in file.parent.rglob(f"*{SUFFIX}") if each.is_file())
    inside = [each for each in every if not any(part.startswith(".") for part in each.relative_to(file.parent).parts)]
    return (file, *(each for each in inside if each != file))


def _file_of(place: File) -> File:
    file = (place / MODULE if place.is_dir() else place).resolve()
    if not file.is_file() or file.suffix != SUFFIX:
        beside = [each.name for each in file.parent.glob(f"*{SUFFIX}")] if file.parent.is_dir() else []
        raise NoMeaning(
            "there is no theory: no file of Python is there",
            where=str(file),
            near=nearest(file.name, beside),
            fix=f"name a file that defines {NAME}, or a folder with {MODULE} in it",
        )
    return file


@cache
def _loaded(file: File) -> Theory:
    above, name = (file.parent.parent, f"{file.parent.name}.{file.stem}") if file.name == MODULE else (file.parent, file.stem)
    _check_name(above, name, file)
    try:
        theory = getattr(import_module(name), NAME, None)
    except LabError as error:
        raise type(error)(error.what, where=error.where or str(file), near=error.near, fix=error.fix) from error
    except FAULTS as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        raise NoMeaning(
            f"the theory's file cannot be run: {type(error).__name__}: {error}",
            where=f"{last.filename}:{last.lineno}",
            fix="run it by itself with Python, and mend what it says",
        ) from error
    if not isinstance(theory, Theory):
        raise NoMeaning(f"the file defines no {NAME}", where=str(file), fix=f"end it with {NAME} = Theory(...)")
    return theory


def _check_name(above: File, name: str, file: File) -> None:
    """Put the folder in which the module is found on Python's path; raises `NoMeaning` for a name that is taken or is no name."""
    if not all(part.isidentifier() for part in name.split(".")):
        raise NoMeaning(
            f"`{name}` cannot be imported", where=str(file), fix="name the folder by letters, digits and _, such as my_theory"
        )
    if str(above) not in sys.path:
        sys.path.insert(0, str(above))
    found = find_spec(name)
    if found is None or found.origin is None or File(found.origin).resolve() != file:
        raise NoMeaning(f"another module is called `{name}`", where=str(file), fix="give the folder or the file another name")
