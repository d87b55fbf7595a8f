"""Options that several commands share, each described once and read strictly: what is not meant so is refused, never guessed.

A converter sees the words after one option. It refuses what is no number, empty, padded or named twice as a fault of usage.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path as File
from typing import Annotated, Any, Literal, Protocol, get_args

from cyclopts import Parameter

from dualtrack.app.options.theory_help import filled
from dualtrack.app.options.words_read import decimal_of, distinct, name_of, names_of, place_of, seed_of, shown, whole_of
from dualtrack.errors import UsageError, nearest, same_name


class Token(Protocol):
    """A word of the command line: the option before it, if any, its text, and what a bare flag stands for."""

    keyword: str | None
    value: str
    implicit_value: Any


Reader = Callable[[str, str], Any]


def _one(read: Reader, _: object, tokens: Sequence[Token]) -> Any:
    """What one word says."""
    return read(tokens[0].value, tokens[0].keyword or "")


def _each(read: Reader, _: object, tokens: Sequence[Token]) -> tuple[Any, ...]:
    """What several words say, none of them twice."""
    found = tuple(read(token.value, token.keyword or "") for token in tokens)
    distinct(found, tokens[0].keyword or "")
    return found


def _listed(_: object, tokens: Sequence[Token]) -> tuple[str, ...]:
    """The names that one word lists; a second word would be a second list."""
    option = tokens[0].keyword or ""
    if len(tokens) > 1:
        raise UsageError(f"{option} is given twice", where=option, fix=f"write {option} once, with commas between the names")
    return names_of(tokens[0].value, option)


def choice(hint: object, tokens: Sequence[Token]) -> str:
    """One of a few words, in capitals or not."""
    text, option, known = tokens[0].value, tokens[0].keyword or "", get_args(hint)
    found = same_name(text, known)
    if found is None:
        raise UsageError(
            f"{shown(text)} is none of what may stand here",
            where=option,
            near=nearest(text, known),
            fix="one of " + ", ".join(known),
        )
    return found


def _again(read: Reader) -> Parameter:
    """An option that may be given again, one word each time, and none of them twice; its help is that of who takes it."""
    return Parameter(converter=partial(_each, read), consume_multiple=False, show_default=False, negative=())


def _brought(name: str, help_: str) -> Parameter:
    """A file or folder of the user's, which may be left out."""
    return Parameter(name=name, help=help_, converter=partial(_one, place_of), show_default=False, negative=())


Flag = Annotated[bool, Parameter(show_default=False)]
Text = Annotated[str, Parameter(converter=partial(_one, name_of))]
Hidden = Annotated[str, Parameter(show_default=False, converter=partial(_one, name_of))]
"""A word whose default, the empty one, says that it was left out."""
Some = Annotated[tuple[str, ...], Parameter(show_default=False, negative=(), n_tokens=1, converter=_listed)]
"""Different names with commas between them."""
Each = _again(name_of)
Count = Annotated[int, Parameter(converter=partial(_one, whole_of))]
Number = Annotated[float, Parameter(converter=partial(_one, decimal_of))]
Numbers = Annotated[tuple[float, ...], Parameter(consume_multiple=False, negative=(), converter=partial(_each, decimal_of))]
Place = Annotated[File, Parameter(converter=partial(_one, place_of))]
Output = Annotated[File, Parameter(name=["--output", "-o"], converter=partial(_one, place_of))]

Lang = Annotated[
    Literal["en", "zh"],
    Parameter(converter=choice, help="The language of what is printed: English (en) or Chinese (zh); JSON holds both."),
]
Json = Annotated[Flag, Parameter(help="Print JSON.")]
Seed = Annotated[
    int, Parameter(converter=partial(_one, seed_of), help="Where the draw starts; the same seed gives the same numbers.")
]
Worlds = Annotated[Count, Parameter(help="Worlds drawn from the priors.")]
Cluster = Annotated[
    Hidden,
    Parameter(help="The address of a Dask scheduler whose workers do the work, such as tcp://10.0.0.5:8786; the same numbers."),
]
World = Annotated[Text, Parameter(help="nominal, or the number of a drawn world.")]
OneWorld = Annotated[Hidden, Parameter(help="One world instead of many: nominal, or the number of a drawn world.")]
Tilt = Annotated[Text, Parameter(help=filled("The prior that worlds are drawn from: {tilts}."))]
From = Annotated[
    tuple[File, ...],
    _again(place_of),
    Parameter(name="--from", help="A regime file of yours, or a folder of them; may be given again."),
]
Rows = Annotated[
    File | None,
    _brought(
        "--record", "A folder with rows of yours to stand beside the shipped record: observations.csv, sources.csv and others."
    ),
]
StudyFile = Annotated[
    File | None,
    _brought(
        "--study",
        "A file of yours with regimes, priors, claims and rows of the record; `dualtrack new` writes one to begin with.",
    ),
]
OtherTheory = Annotated[
    File | None,
    _brought("--theory", "A theory of yours in place of the shipped one: a folder with theory.py, and its record in tables."),
]
Registry = Annotated[
    File | None,
    Parameter(
        converter=partial(_one, place_of), show_default=False, help="Another file of forecasts, held beside its own hashes."
    ),
]
Replace = Annotated[
    Flag,
    Parameter(help="Replace a file that this program did not write, or that was changed since; without it such a file stays."),
]
