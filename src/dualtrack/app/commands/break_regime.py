"""Where a regime fails: the nearest plausible world, what makes it, and the least change that mends the regime there."""

from __future__ import annotations

from typing import Any

from dualtrack.app.break_words import NAMED, distance_words, mend_row, mend_words, story_words
from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Hidden, Json, Seed, Text, Tilt, Worlds
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import number, share
from dualtrack.app.terminal.progress import watched
from dualtrack.app.terminal.terminal import show_label, show_prose, show_table, show_text
from dualtrack.lab.breaking.broken import Alone, Broken
from dualtrack.lab.breaking.nearest_failure import FEWEST
from dualtrack.lab.find_witnesses import find_failing
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.declaration import Label
from dualtrack.targets.numeric.tidy import LANGUAGES

BESIDE = ("distance", "distance_then", "half_space", "failing_share", "fails", "accepted", "value", "deviations")
"""Figures that are held beside what is shipped."""
ALONE: dict[Alone | None, str] = {
    "mended": "it holds",
    "ruled_out": "history rules it out",
    "fails": "it still fails",
    None: "–",
}


@helpful
def break_regime_of(
    regime: Text,
    condition: Text,
    /,
    *,
    against: Hidden = "",
    worlds: Worlds = 4000,
    tilt: Tilt = NEUTRAL,
    seed: Seed = 7,
    own: BroughtRegimes = NO_REGIMES,
    json: Json = False,
) -> None:
    """Where does a regime fail? The nearest plausible world, what makes it, and the least change that mends it.

    The condition says what the regime is meant to achieve; it fails where that is not so. Near is counted in standard deviations
    of the prior, from the world in which every number has its median; plausible is what history leaves.

    Example: dualtrack break {treated} "{outcome} < 0.7"

    Parameters
    ----------
    regime
        The regime that is to fail.
    condition
        What it is meant to achieve: TERM < NUMBER, with <, <=, > or >=, joined by `and`; a TERM is NAME, difference(NAME) or
        lag(NAME), the first two with @ YEAR where it is not {stop}. A claim whose test runs the regime stands by itself, as
        {claim} or not {claim}.
    against
        The regime that a difference or a lag is taken against.
    worlds
        Worlds drawn to start from; the search then runs some tens of thousands more.
    """
    check_count(worlds, FEWEST)
    laboratory = bound(own)
    chosen, second = laboratory.regime(regime), laboratory.regime(against) if against else None
    note_unused(laboratory, [regime, against])

    def ask(asked: Laboratory) -> Broken:
        both = asked.regime(chosen.name), None if second is None else asked.regime(second.name)
        with watched() as progress:
            return find_failing(asked, both, condition, worlds, seed, tilt, progress)

    found = ask(laboratory)
    changed = shipped_beside(own, laboratory.study, found, ask, told, BESIDE)
    if json:
        show_answer("break", laboratory, broken_data(laboratory, found), beside=changed)
    else:
        show_broken(laboratory, found)
        show_beside(changed)


def told(found: Broken) -> dict[str, Any]:
    """What is held beside what is shipped: how far, in how many worlds, and the numbers that make it fail."""
    share, data = found.counted.share, found.to_dict()
    kept = {key: data[key] for key in ("distance", "distance_then", "half_space", "middle")}
    numbers = [] if found.told is None else found.told.off
    return {
        **kept,
        "failing_share": None if share is None else share.value,
        "numbers": [
            {"name": each.name, "unit": each.unit, "value": each.value, "deviations": each.deviations} for each in numbers
        ],
    }


def broken_data(laboratory: Laboratory, found: Broken) -> dict[str, Any]:
    """Everything that was found, and the sentences in both languages."""
    said = [dict(zip(LANGUAGES, each, strict=True)) for each in paragraphs(laboratory, found)]
    return {**found.to_dict(), "sentences": said}


def paragraphs(laboratory: Laboratory, found: Broken) -> list[Label]:
    """How near, what makes it, and what mends it."""
    every = (distance_words(found), story_words(found), mend_words(found, _groups(laboratory)))
    return [each for each in every if each is not None]


def show_broken(laboratory: Laboratory, found: Broken) -> None:
    """The paragraphs, a table of the numbers and one of the changes."""
    for each in paragraphs(laboratory, found):
        show_label(each)
        show_text("")
    if found.told is not None and found.told.off:
        _show_numbers(found)
    if found.mends:
        _show_mends(laboratory, found)
    _show_how(laboratory, found)


def _show_numbers(found: Broken) -> None:
    assert found.told is not None
    rows = [
        [
            each.name,
            each.label[0] + ("" if each.unit == "1" else f" ({each.unit})"),
            number(each.value),
            number(each.middle),
            number(each.deviations, 2),
            share(each.carries),
            ALONE[each.alone],
        ]
        for each in found.told.off[:NAMED]
    ]
    title = f"What makes it fail, {number(found.told.distance)} standard deviations from the middle"
    columns = ["number", "what it is", "there", "middle", "deviations", "of squared\ndistance", "back alone"]
    show_table(title, columns, rows, words=2)


def _show_mends(laboratory: Laboratory, found: Broken) -> None:
    groups = _groups(laboratory)
    rows = [mend_row(laboratory.model, each, groups) for each in found.mends]
    columns = ["lever", "whose", "now", "mends it there\n(of range)", "mends so", "mends half", "all the way", "spoils"]
    where = "drawn around the nearest" if found.around else "drawn"
    show_table(f"Changes from {found.since:g} on, in failing worlds {where}, what moves least first", columns, rows, words=2)


def _show_how(laboratory: Laboratory, found: Broken) -> None:
    counted, nearest = found.counted, found.nearest
    drawn = f"{counted.drawn} worlds drawn under the prior `{found.tilt}`, seed {found.seed}; history leaves {counted.accepted}."
    if nearest is None:
        show_prose(drawn)
        return
    near = "" if counted.nearest is None else f"The nearest failing one among them lies {number(counted.nearest)} away."
    tried = f"Of {found.nearer} worlds drawn nearer at last, none fails." if found.nearer else ""
    show_prose(*(said for said in (drawn, near, tried) if said))
    if nearest.distance:
        show_prose(
            "Standard deviations are those of the prior, all numbers together. What lies beyond a flat edge so far away is an "
            "indication only, since edges bend and history cuts worlds away. “Back alone”: what the world is when that number "
            "alone goes back to its middle."
        )
    show_prose(
        "What a lever costs is unknown: the least share of its range counts as cheapest. At the edge next to nothing mends, so a "
        "change has to mend the world half a standard deviation farther out. “Mends half”: of the failing worlds; “spoils”: "
        "worlds in which the regime did not fail, by the change that mends half or, where none does, by going all the way. Of "
        "each group of levers the one that needs least and the one that mends most, all the way, are listed."
    )
    groups, listed = laboratory.theory.display.groups, {move.name for each in found.mends for move in each.whole}
    bases = {laboratory.model[name].base for name in listed}
    if idle := [group.label[0] for group in groups if not bases & set(group.levers)]:
        show_prose(f"No single lever mends any failing world among: {'; '.join(idle)}.")


def _groups(laboratory: Laboratory) -> dict[str, Label]:
    return {lever: group.label for group in laboratory.theory.display.groups for lever in group.levers}
