"""What a policy sets: its levers beside today's rules, or beside another policy's, which way each goes and since when."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.options import Hidden, Json, Lang, Text
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import bound, note_unused
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.page.pack.translated import told
from dualtrack.app.policies.policy_text import show_policy_text
from dualtrack.app.terminal.speech import speak
from dualtrack.lab.policies.show_policy import show_policy


@helpful
def show_regime(
    regime: Text,
    second: Hidden = "",
    /,
    *,
    all_: Annotated[bool, Parameter(name="--all", show_default=False)] = False,
    own: BroughtRegimes = NO_REGIMES,
    lang: Lang = "en",
    json: Json = False,
) -> None:
    """What does a regime set? Each lever by year beside today's rules, and whether it is tighter or looser than they are.

    Example: dualtrack show {treated}

    Parameters
    ----------
    regime
        The regime; {past} shows today's rules themselves.
    second
        Another regime, to be shown beside the first instead of beside today's rules.
    all_
        Show the levers that stay as they are too.
    """
    speak(lang)
    laboratory = bound(own, points=False)
    first, other = laboratory.regime(regime), laboratory.regime(second) if second else None
    note_unused(laboratory, [first.name, other.name if other else ""])
    found = show_policy(laboratory, first, other, said=told)
    if json:
        show_answer("show", laboratory, found.to_dict())
    else:
        show_policy_text(found, lang, whole=all_)
