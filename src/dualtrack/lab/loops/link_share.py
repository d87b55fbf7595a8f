"""Which links carry most? A link's part of the magnitudes of all links into its effect, wherever the effect moves.

It is the relative link score of the method Loops That Matter, averaged over worlds, years and elements. A cause that does not
move by itself, such as a lever, has no score and so no share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.loops.loop_score import LinkScorer
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.cut import Edge
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.numeric.arrays import Array
from dualtrack.targets.numeric.polarity import Link
from dualtrack.targets.numeric.score import moving_links


def link_shares(model: Model, regimes: Iterable[Regime], worlds: Worlds, clock: Clock) -> dict[Link, float]:
    """Per link by declared names the largest share that it has under any regime; 0 where its effect never moves.

    A quantity's hold on itself is no link. Raises `RunError` where no world finishes, or no regime is given.
    """
    found: dict[Link, float] = {}
    links = [edge for edge in moving_links(model) if model[edge[0]].base != model[edge[1]].base]
    for regime in regimes:
        scores, sound = LinkScorer.of(model, regime, clock, links).scores(worlds, {})
        if not sound.any():
            raise RunError(f"no world finishes under `{regime.name}`, so no link has a share", fix="mend the model first")
        for link, share in _shares(model, scores).items():
            found[link] = max(found.get(link, 0.0), share)
    if not found:
        raise RunError("links have shares under some regime, and none was given", fix="give one regime or more")
    return found


def _shares(model: Model, scores: Mapping[Edge, Array]) -> dict[Link, float]:
    """Shares by declared names: the mean over the elements of an effect of what all elements of the cause carry."""
    into: dict[str, dict[str, Array]] = {}
    for (cause, effect), score in scores.items():
        size = np.where(np.isfinite(score), np.abs(score), 0.0)
        base, sizes = model[cause].base, into.setdefault(effect, {})
        sizes[base] = sizes[base] + size if base in sizes else size
    parts: dict[Link, list[float]] = {}
    for effect, sizes in into.items():
        total = np.sum(list(sizes.values()), axis=0)
        moves = total > 0
        for base, size in sizes.items():
            part = float((size[moves] / total[moves]).mean()) if moves.any() else 0.0
            parts.setdefault((base, model[effect].base), []).append(part)
    return {link: float(np.mean(each)) for link, each in parts.items()}
