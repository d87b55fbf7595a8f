"""Why two regimes differ: the change of each outcome shared out over the levers that were moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from cyclopts import Parameter

from dualtrack.app.options.asked_regimes import listed, two
from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.options import Each, Json, Number, Seed, Text, Tilt, World
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.options.world_option import NOMINAL, world_data, world_of, world_words
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import MINUS, number
from dualtrack.app.terminal.terminal import show_label, show_prose, show_table, show_text
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.questions.explain_change import ChangeExplained, PolicyChange, Split, explain_change
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.declaration import Label
from dualtrack.targets.numeric.tidy import LANGUAGES

NAMED = 3
LARGE = 0.1
SLIGHT = 0.02
"""Parts and pairs below this share of the largest part are left out of a sentence."""


@helpful
def explain_change_between(
    *regimes: Text,
    world: World = NOMINAL,
    year: Annotated[Number | None, Parameter(show_default=False)] = None,
    show: Annotated[tuple[str, ...], Parameter(name="--show"), Each] = (),
    seed: Seed = 7,
    tilt: Tilt = NEUTRAL,
    own: BroughtRegimes = NO_REGIMES,
    json: Json = False,
) -> None:
    """Which levers moved an outcome? Exact shares of the change between two regimes, and the pairs that interact.

    Example: dualtrack explain-change {reference} {treated} --year 2035

    Parameters
    ----------
    regimes
        The regime that is left, then the one that takes its place.
    year
        The year of the outcomes, {stop} unless given.
    show
        A quantity to show instead of the main outcomes.
    """
    before, after = two(regimes)
    laboratory = bound(own, reads=False)
    named = tuple(laboratory.quantity(name, "--show") for name in show)
    note_unused(laboratory, [before, after])
    shown, moment = (
        tuple(dict.fromkeys((*named, *laboratory.model.outcomes))),
        laboratory.theory.clock.stop if year is None else year,
    )

    def ask(asked: Laboratory) -> ChangeExplained:
        drawn, clock = world_of(asked, world, seed, tilt), asked.theory.clock
        return explain_change(PolicyChange(asked.model, asked.regime(before), asked.regime(after), clock, drawn), shown, moment)

    found = ask(laboratory)
    changed = shipped_beside(own, laboratory.study, found, ask, explanation_data, ("before", "after", "parts"))
    if json:
        data = {**explanation_data(found), **world_data(world, seed, tilt)}
        show_answer("explain-change", laboratory, data, beside=changed)
    else:
        show_explanation(found, named or laboratory.theory.outcomes, world_words(world, seed, tilt))
        show_beside(changed)


def explanation_data(found: ChangeExplained) -> dict[str, Any]:
    """Every outcome's parts and pairs, and its sentence in both languages."""
    data = found.to_dict()
    said = [dict(zip(LANGUAGES, split_words(found, split), strict=True)) for split in found.splits]
    return {**data, "outcomes": [row | each for row, each in zip(data["outcomes"], said, strict=True)]}


def show_explanation(found: ChangeExplained, shown: Sequence[str], world: str) -> None:
    """Sentences for some outcomes, and one table of all movers."""
    splits = [split for split in found.splits if split.outcome in shown]
    for split in splits:
        show_label(split_words(found, split))
        show_text("")
    model = found.change.model
    title = f"What each lever adds from {found.change.before.name} to {found.change.after.name} in {found.year:g}, {world}"
    rows = [
        [mover.name, *(signed(found.part(split.outcome, mover.name)) for split in splits)]
        for mover in sorted(found.movers, key=lambda mover: -abs(found.part(splits[0].outcome, mover.name)))
    ]
    rows.append(["in all", *(signed(split.after - split.before) for split in splits)])
    show_table(title, ["lever", *(label_of(model[split.outcome])[0] for split in splits)], rows)
    grouped = [mover for mover in found.movers if mover.levers != (mover.name,)]
    for mover in grouped:
        show_prose(f"{mover.name} moves together: {', '.join(mover.levers)}.")
    show_prose(
        f"Shapley's shares over {found.runs} runs, one for every mixture of the two regimes: exact, and they sum to the whole. "
        "What a pair adds beyond its members' own steps is inside their shares, half in each. Levers set alike add nothing."
    )


def split_words(found: ChangeExplained, split: Split) -> Label:
    """One outcome's change in both languages."""
    model, total = found.change.model, split.after - split.before
    (en, zh), before, after = label_of(model[split.outcome]), found.change.before.label, found.change.after.label
    (moves, moves_zh), (first, last) = _moves(total), (number(split.before), number(split.after))
    start = (
        f"From “{before[0]}” to “{after[0]}”, {en} in {found.year:g} {moves} ({first} to {last})",
        f"从“{before[1]}”到“{after[1]}”，{found.year:g} 年{zh}{moves_zh}（由 {first} 到 {last}）",
    )
    largest = abs(split.parts[0].value)
    parts = [part for part in split.parts[:NAMED] if largest and abs(part.value) >= SLIGHT * largest]
    if not parts:
        return f"{start[0]}: no lever moves it.", f"{start[1]}：没有政策杠杆改变它。"
    said = listed([(f"{signed(p.value)} from “{p.mover.label[0]}”", f"“{p.mover.label[1]}” {signed(p.value)}") for p in parts])
    tail = _pair_words(split, largest)
    return f"{start[0]}: {said[0]}{tail[0]}.", f"{start[1]}：{said[1]}{tail[1]}。"


def signed(value: float) -> str:
    """A number with its sign; four places where it is small, since parts are a fraction of what they make."""
    said = number(value) if abs(value) >= LARGE else f"{abs(value):.4f}"
    if not float(f"{value:.4f}"):
        return "0"
    return f"{MINUS if value < 0 else '+'}{said.lstrip(MINUS)}"


def _moves(total: float) -> Label:
    if signed(total) == "0":
        return "stays as it is", "不变"
    size = signed(total)[1:]
    return (f"rises by {size}", f"上升 {size}") if total > 0 else (f"falls by {size}", f"下降 {size}")


def _pair_words(split: Split, largest: float) -> Label:
    """The strongest pair, unless it is slight."""
    if not split.pairs or abs(split.pairs[0].value) < SLIGHT * largest:
        return "", ""
    pair = split.pairs[0]
    (one, one_zh), (other, other_zh) = (mover.label for mover in pair.movers)
    return (
        f"; “{one}” and “{other}” together add {signed(pair.value)} beyond their own steps",
        f"；“{one_zh}”与“{other_zh}”合在一起，比各自单独多 {signed(pair.value)}",
    )
