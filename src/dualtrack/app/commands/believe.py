"""What one must believe for a claim to hold: the numbers that decide it, and the values at which it turns."""

from __future__ import annotations

from typing import Annotated, Any

from cyclopts import Parameter

from dualtrack.app.believe_words import again_words, sentence, tried_span, tried_words, with_unit
from dualtrack.app.commands.discover import existence_words
from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NOTHING, Brought
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Each, Json, Seed, Text, Tilt, Worlds
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import number, share, span
from dualtrack.app.terminal.progress import watched
from dualtrack.app.terminal.terminal import show_label, show_prose, show_table, show_text
from dualtrack.lab.believe import FRESH, believe
from dualtrack.lab.believed import Belief, BeliefMap, Believed
from dualtrack.lab.claim_inquiry import LEAST
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.questions.break_even import HALF, BreakEven
from dualtrack.lab.statistics.share import Share
from dualtrack.lab.worlds.factor import label_of
from dualtrack.language.model import Model
from dualtrack.targets.numeric.tidy import LANGUAGES

Data = dict[str, Any]


@helpful
def believe_claim(
    claim: Text,
    /,
    *,
    number_: Annotated[tuple[str, ...], Parameter(name="--number"), Each] = (),
    worlds: Worlds = 6000,
    tilt: Tilt = NEUTRAL,
    seed: Seed = 7,
    own: Brought = NOTHING,
    json: Json = False,
) -> None:
    """Say what one must believe for a claim to hold: which numbers decide it, and at which values it turns.

    A number is held at one value after another in fresh worlds, the same at each value; history is asked about them each time.
    It is taken to ten times its range where no value inside is enough, and never beyond what it can mean.

    Example: dualtrack believe {claim}

    Parameters
    ----------
    claim
        A claim or a rival by its id; `dualtrack list claims` shows them.
    number_
        A number to look along, instead of the two that decide most; may be given again.
    worlds
        Worlds drawn to find what decides; a sixth as many, drawn afresh, are run at each value.
    """
    check_count(worlds, least=FRESH * LEAST)
    laboratory = bound(own)

    def ask(asked: Laboratory) -> Belief:
        with watched() as progress:
            return believe(asked, claim, worlds, seed, progress, numbers=number_, tilt=tilt)

    found = ask(laboratory)
    changed = shipped_beside(own, found, ask, belief_data, ("share", "least", "most", "at", "drawn"))
    if json:
        show_answer("believe", laboratory, belief_data(found), beside=changed)
    else:
        show_belief(laboratory.model, found)
        show_beside(changed)


def belief_data(found: Belief) -> Data:
    """Everything that was found, and the sentence in both languages."""
    return {**found.to_dict(), "sentence": dict(zip(LANGUAGES, sentence(found.model, found), strict=True))}


def show_belief(model: Model, found: Belief) -> None:
    """The sentence, a table for each number, the map and what leads."""
    show_label(sentence(model, found))
    show_text("")
    for each in found.numbers:
        _show_number(model, each)
    if found.map is not None:
        _show_map(model, found.map)
    low, high = map(share, found.share.interval)
    leaders = ", ".join(f"{each.name} {share(each.carries)}" for each in found.leading if each.is_telling)
    of = "how far it is from turning" if found.by_margin else "its truth"
    show_prose(
        f"{found.test.id} is true in {share(found.share.value)} ({span(low, high)}) of the {found.share.count} worlds, of "
        f"{found.worlds} drawn under the prior `{found.tilt}`, that history leaves; seed {found.seed}.",
        f"By itself each carries of the variance of {of}: {leaders}." if leaders else "No number goes with it beyond chance.",
        f"At each value {found.fresh} fresh worlds were run, the same at every value, and those counted that history leaves "
        "there; intervals are of sampling, 95 %, and have no end where no value tried is clearly beyond.",
    )


def _show_number(model: Model, each: Believed) -> None:
    quantity, stretch = model[each.carrier.name], each.stretch
    declared = f"declared {number(quantity.number)} in {span(number(stretch.low), number(stretch.high))}"
    unit = "" if str(quantity.unit) == "1" else f" ({quantity.unit})"
    title = f"{label_of(quantity)[0]}{unit}, {quantity.name}: {declared}; {quantity.source_text}"
    rows = [[*_turn_words(model, each, turn)] for turn in each.turns]
    show_table(title, ["true in", "if it is", "interval", "place in its range\n(0 low end, 1 high end)"], rows, words=2)
    if any(turn.value is None for turn in each.turns):
        show_prose(f"Values tried: {tried_span(each)}, {tried_words(stretch)[0]}.")
    if each.thin:
        listed = ", ".join(number(value) for value in each.thin)
        show_prose(f"History leaves too few worlds to say at {listed}.")
    if any(turn.value is None for turn in each.turns) or each.thin:
        show_text("")


def _turn_words(model: Model, each: Believed, turn: BreakEven) -> tuple[str, str, str, str]:
    """A level, the value at which it is reached, its interval, and where that lies in the range."""
    told = f"{share(turn.level)} or {'more' if turn.level >= HALF else 'less'}"
    reached = turn.above if turn.level >= HALF else not turn.above
    if turn.value is None:
        return told, "any value tried" if reached else "no value tried", "–", "–"
    ends = [number(end) if end is not None else "open" for end in turn.interval]
    if model[each.carrier.name].is_existence:
        return told, f"it {existence_words(bool(turn.value))[0]}", f"{ends[0]} to {ends[1]}", "–"
    value = with_unit(model, each.carrier.name, number(turn.value))
    side = "least" if reached else "most"
    return told, f"at {side} {value}{again_words(turn)[0]}", f"{ends[0]} to {ends[1]}", number(each.stretch.place(turn.value))


def _show_map(model: Model, found: BeliefMap) -> None:
    first, second = (label_of(model[name])[0] for name in found.names)
    title = f"True in per cent of worlds: “{first}” across, “{second}” down; in brackets from one half on"
    rows = [[number(value), *map(_cell, row)] for value, row in reversed(list(zip(found.values[1], found.shares, strict=True)))]
    show_table(title, [f"{found.names[1]} \\\n{found.names[0]}", *map(number, found.values[0])], rows)


def _cell(each: Share | None) -> str:
    if each is None:
        return "–"
    return f"[{100 * each.value:.0f}]" if each.value >= HALF else f"{100 * each.value:.0f}"
