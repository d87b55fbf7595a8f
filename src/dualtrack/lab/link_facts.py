"""What can be said of every link of a model: its sign in the nominal run, and its importance over worlds and regimes."""

from __future__ import annotations

from dataclasses import dataclass

from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loops.link_share import link_shares
from dualtrack.lab.one_run import one_run
from dualtrack.lab.worlds.draw import draw
from dualtrack.language.printed import Printed
from dualtrack.targets.numeric.polarity import polarity
from dualtrack.targets.print.causal_map import Importance, Signs

WEIGHED, SEED = 32, 7
"""Worlds in which links are weighed: an importance is wanted to a few parts in a hundred."""
SAVED = 2.0
"""Years between the moments at which they are."""
DIGITS = 4


@dataclass(frozen=True, repr=False)
class LinkFacts(Printed):
    """What diagrams say of links."""

    signs: Signs
    importance: Importance


def link_facts(laboratory: Laboratory) -> LinkFacts:
    """Both, for every link between quantities."""
    drawn, clock = draw(laboratory.model, WEIGHED, SEED), laboratory.theory.clock.saving(SAVED)
    shares = link_shares(laboratory.model, laboratory.regimes.values(), drawn, clock)
    rounded = {link: round(share, DIGITS) for link, share in shares.items()}
    return LinkFacts(polarity(laboratory.model, one_run(laboratory, laboratory.past)), rounded)
