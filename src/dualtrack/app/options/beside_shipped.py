"""What a study changes in an answer: the same question asked of the laboratory as it is shipped, and both beside each other.

    found = ask(laboratory)
    show_answer("facts", laboratory, data(found), beside=shipped_beside(own, laboratory, ask, data, ("median_misses",)))

Regimes of the study stay in both, since a question may be about them: what differs is what its priors and rows do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from dualtrack.app.options.brought import Brought
from dualtrack.app.options.user_regimes import read_unsaid
from dualtrack.app.terminal.numbers import number, signed
from dualtrack.app.terminal.terminal import show_prose, show_table, show_text
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.beside import Beside, Leaf, Path, beside
from dualtrack.lab.studies.lay_study import lay_study

Found = TypeVar("Found")
FIGURES = {"q50": "median", "share_above": "share of worlds above", "share_later": "share of worlds later"}
SHOWN = 24
"""Parts that are shown in text; all are in the JSON."""


def shipped_beside(
    own: Brought,
    found: Found,
    ask: Callable[[Laboratory], Found],
    data: Callable[[Found], Mapping[str, Any]],
    keys: Sequence[str],
) -> Beside | None:
    """What the study of `own` makes of an answer `found`, under any of the `keys` of its `data`; none without a study.

    Asks again, of the laboratory without what the study believes. None too where the study changes regimes alone.
    """
    if own.study is None:
        return None
    shipped = without_beliefs(own)
    return None if shipped is None else beside(data(ask(shipped)), data(found), keys)


def without_beliefs(own: Brought) -> Laboratory | None:
    """The laboratory with the regimes that were brought, and no priors or rows of the study; none where it has neither."""
    study = read_unsaid(own).study
    if study is None or not (study.priors or study.rows):
        return None
    return lay_study(read_unsaid(replace(own, study=None)), replace(study, priors={}, rows={}))


def show_beside(found: Beside | None) -> None:
    """A table of what differs: shipped, mine and the difference."""
    if found is None:
        return
    show_text("")
    if not found.moved:
        show_prose(f"Your study changes none of the {found.same} figures of this answer that are held beside what is shipped.")
        return
    ranked = sorted(found.moved, key=lambda each: each.difference is not None)
    rows = [
        [*_words(each.place), _cell(each.shipped), _cell(each.mine), "" if each.difference is None else signed(each.difference)]
        for each in ranked[:SHOWN]
    ]
    show_table("What your study changes", ["of what", "figure", "shipped", "mine", "difference"], rows, words=2)
    rest = [f"{len(ranked) - SHOWN} more differ"] if len(ranked) > SHOWN else []
    rest += [f"{found.same} are the same"] if found.same else []
    rest += [f"{len(found.alone)} stand in one answer alone"] if found.alone else []
    if rest:
        show_prose(f"Of what is held side by side, {', '.join(rest)}; `--json` has all of it.")


def _words(place: Path) -> tuple[str, str]:
    """Of what a part speaks, and which figure of it."""
    *of_what, figure = place
    return ": ".join(of_what), FIGURES.get(figure, figure.replace("_", " "))


def _cell(value: Leaf) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case None:
            return "–"
        case str():
            return value
        case _:
            return number(value)
