"""What to find out next: the numbers on which open claims turn, what knowing each is worth, and who could tell it."""

from __future__ import annotations

from typing import Annotated, Any

from cyclopts import Parameter

from dualtrack.app.learn_words import (
    QUESTIONS,
    claims_words,
    cost_words,
    deciding,
    due_words,
    measured_words,
    most_words,
    publisher_words,
    settled_words,
    undecided_words,
    worth_words,
)
from dualtrack.app.options.beside_shipped import shipped_beside, show_beside
from dualtrack.app.options.brought import NOTHING, Brought
from dualtrack.app.options.option_values import check_count, study_errors
from dualtrack.app.options.options import Each, Json, Seed, Some, Tilt, Worlds
from dualtrack.app.options.theory_help import NEUTRAL, helpful
from dualtrack.app.options.user_regimes import bound
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.terminal.numbers import number, share
from dualtrack.app.terminal.progress import watched
from dualtrack.app.terminal.terminal import show_prose, show_table, show_text
from dualtrack.app.verdicts.kept_verdicts import open_claims
from dualtrack.lab.information.learned import Learned
from dualtrack.lab.information.what_to_learn import what_to_learn
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.worlds.factor import label_of

SHOWN, TOLD, LEADING = 20, 12, 2
"""Numbers that are shown, those of which it is told what would measure them, and those named for each claim."""
UNITS = {**dict.fromkeys(("gain", "interval", "exact", "knowing_all", "probability", "drawn"), "1"), "days": "day"}


@helpful
def learn(
    claims: Some = (),
    /,
    *,
    worlds: Worlds = 20_000,
    seed: Seed = 7,
    tilt: Tilt = NEUTRAL,
    measure: Annotated[tuple[str, ...], Parameter(name="--measure"), Each] = (),
    own: Brought = NOTHING,
    json: Json = False,
) -> None:
    """What is worth finding out? What knowing each number gains for open claims, and what would measure it.

    A claim is called true or false by its share of worlds that history leaves. Knowing a number, some calls would turn out
    better: so many in a hundred worlds. No number gains more than knowing the answer itself. With --measure a study of a number
    that does not exist yet is valued by its standard error.

    Example: dualtrack learn {claim} --measure {switch}=0.2

    Parameters
    ----------
    claims
        Claims, as `dualtrack list claims` names them; those that are open unless named.
    measure
        NUMBER=ERROR: a study of an uncertain number with its standard error in the number's unit; may be given again.
    """
    check_count(worlds)
    laboratory = bound(own)
    asked = claims or open_claims(laboratory)
    studies = study_errors(laboratory.model, measure)

    def ask(laid: Laboratory) -> Learned:
        with watched() as progress:
            return what_to_learn(laid, worlds, seed, claims=asked, tilt=tilt, studies=studies, progress=progress)

    found = ask(laboratory)
    changed = shipped_beside(own, laboratory.study, found, ask, Learned.to_dict, ("gain", "probability"))
    if json:
        data: dict[str, Any] = {**found.to_dict(), "units": UNITS}
        show_answer("learn", laboratory, data, seed=seed, beside=changed)
    else:
        show_learned(found)
        show_beside(changed)


def show_learned(found: Learned) -> None:
    """Numbers over all claims, what would measure them, each claim, and the studies that could be made."""
    show_prose(
        f"{len(found.stakes)} claims in {found.worlds:,} worlds that history leaves of {found.drawn:,} (prior {found.tilt}, seed "
        f"{found.seed}). A worth is how many calls in a hundred worlds turn out better, summed over claims; knowing every answer "
        f"is worth {most_words(found.most)}. In brackets 95 %."
    )
    _show_numbers(found)
    _show_measuring(found)
    _show_claims(found)
    _show_studies(found)
    if found.undecided:
        show_prose(undecided_words(found)[0])


def _show_numbers(found: Learned) -> None:
    worths = [each for each in found.numbers if each.total.value > 0][:SHOWN]
    rows = [
        [each.name, label_of(found.model[each.name])[0], worth_words(each.total), claims_words(each) or "chance may do it"]
        for each in worths
    ]
    show_table("What knowing a number is worth", ["number", "", "worth", "of it, beyond chance"], rows, words=2)


def _show_measuring(found: Learned) -> None:
    rows = []
    for each in [one for one in found.numbers if one.total.value > 0][:TOLD]:
        told = found.measurables.get(each.name)
        words = (measured_words(found, each.name), publisher_words(told), cost_words(told), due_words(told))
        rows.append([each.name, *(english for english, _ in words)])
    show_table("What would measure them", ["number", "what", "who has it", "work", "next by"], rows, words=5)
    dated = sorted({each.said.dated for each in found.measurables.values() if each.said.is_guess})
    if dated:
        show_prose(f"Who has it, work and days are guesses of {', '.join(dated)} unless the JSON names a source.")
        show_text("")


def _show_claims(found: Learned) -> None:
    rows = []
    for each in found.stakes:
        head = [each.test.id, QUESTIONS[each.asked][0], share(each.share.value), most_words(each.most)]
        leading = [
            [name, worth_words(one.gain), settled_words(one.settled)] for name, one in deciding(found, each.test.id, LEADING)
        ]
        for tail in leading or [["none told from chance", "–", "–"]]:
            rows.append([*head, *tail])
            head = [""] * len(head)
    heads = ["claim", "asked", "true in", "knowing\nall", "number", "worth", "settled in"]
    show_table("Claim by claim: a claim is settled at .8 or more, or .2 or less", heads, rows, words=2)


def _show_studies(found: Learned) -> None:
    rows = [
        [
            each.number,
            each.label[0],
            f"{number(each.error, 2)}" + ("" if each.unit == "1" else f" {each.unit}"),
            worth_words(each.value.total),
            most_words(each.exact.total.value),
        ]
        for each in found.studies
        if each.is_asked or each.value.total.value > 0
    ][:SHOWN]
    show_table(
        "Studies that do not exist yet, by the error they could attain",
        ["of", "", "error", "worth", "if exact"],
        rows,
        words=2,
    )
