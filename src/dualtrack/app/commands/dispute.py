"""Two people disagree: how far, over what, which one concession closes most of it, and which figure would decide."""

from __future__ import annotations

from typing import Annotated, Any

from cyclopts import Parameter

from dualtrack.app.bind import studies_at
from dualtrack.app.disputes.dispute_page import dispute_page, show_dispute
from dualtrack.app.disputes.dispute_words import Passage, passages
from dualtrack.app.options.option_values import check_count
from dualtrack.app.options.options import Count, Hidden, Json, Lang, OtherTheory, Output, Place, Replace, Seed, Some
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.output_file import output_file
from dualtrack.app.terminal.progress import watched
from dualtrack.app.terminal.speech import say, speak
from dualtrack.app.terminal.terminal import note
from dualtrack.lab.disputes.claims_restated import restating
from dualtrack.lab.disputes.dispute import DisputeQuestion, dispute
from dualtrack.lab.disputes.disputed import Disputed
from dualtrack.lab.disputes.mixture_answers import LEAST
from dualtrack.lab.studies.study import Study
from dualtrack.targets.numeric.tidy import LANGUAGES


@helpful
def dispute_between(
    first: Place,
    second: Place,
    /,
    *,
    about: Hidden = "",
    regime: Some = (),
    against: Hidden = "",
    worlds: Count = 2000,
    seed: Seed = 7,
    output: Annotated[Output | None, Parameter(show_default=False)] = None,
    replace: Replace = False,
    theory: OtherTheory = None,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """Where do two studies part? What their difference lies in, what one concession closes, what would decide.

    Every mixture of the two studies is run in the same worlds, and the difference is shared out over policies, priors, evidence
    and thresholds exactly. Neither is said to be right.

    Example: dualtrack dispute examples/dispute/optimist.toml examples/dispute/sceptic.toml

    Parameters
    ----------
    first
        A study; `dualtrack new` writes one to begin with.
    second
        The study of the other person.
    about
        NAME, difference(NAME), lag(NAME), a claim, or a condition of these; the lag of the main outcome unless given.
    regime
        The regime that is asked about, one name for both studies or NAME,NAME for each; that in which they differ unless given.
    against
        The regime that a difference or a lag is taken against.
    worlds
        Worlds drawn from the priors of each mixture.
    output
        A file to write the text to, in both languages.
    """
    speak(lang)
    check_count(worlds, least=LEAST)
    place = None if output is None else output_file(output, replace)
    one, other, lay = studies_at(first, second, theory)
    _tell(one, other)
    asked = DisputeQuestion(about, regime, against, worlds, seed)
    with watched() as progress:
        found = dispute(lay, one, other, asked, lambda done, of: progress("mixtures", done, of))
    if place is not None:
        place.write(dispute_page(found))
        note(f"written: {output}")
    if json:
        show_answer("dispute", found.ground, dispute_data(found))
    else:
        show_dispute(found, lang)


def dispute_data(found: Disputed) -> dict[str, Any]:
    """Everything that was found, and the text in both languages."""
    return {**found.to_dict(), "said": [_said(each) for each in passages(found) if each.prose]}


def _said(each: Passage) -> dict[str, Any]:
    prose = [dict(zip(LANGUAGES, said, strict=True)) for said in each.prose]
    return {"heading": dict(zip(LANGUAGES, each.heading, strict=True)), "prose": prose}


def _tell(*studies: Study) -> None:
    """What either study says that is shipped already, and by which claim of its own it means one of the theory."""
    for study in studies:
        for line in study.idle:
            note(f"note: without effect: {line}")
        title, title_zh = study.title
        for of, name in restating(study).items():
            english = f"note: claim {name} of “{title}” asks {of} otherwise, and is what {of} means on its side"
            note(say(english, f"注意：“{title_zh}”的主张{name}以另一方式提问{of}，在其一方即代表{of}"))
