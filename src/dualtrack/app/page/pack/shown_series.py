"""Which series of the record shows which quantity of the model, and by what factor it comes to the quantity's unit."""

from __future__ import annotations

from collections.abc import Iterator

from dualtrack.language.statements.display import History
from dualtrack.language.statements.ledger import Level, Observed
from dualtrack.language.theory import Theory


def shown(theory: Theory) -> Iterator[History]:
    """Every series beside its quantity, once: those that facts and targets compare, then the others that the theory names."""
    compared = [
        *((check.measure, check.yardstick) for fact in theory.facts for check in fact.tests),
        *((target.measure, target.yardstick) for target in theory.targets),
    ]
    found = [
        History(measure.variable, yardstick.series, yardstick.times)
        for measure, yardstick in compared
        if isinstance(measure, Level) and not measure.per
        if isinstance(yardstick, Observed) and yardstick.since is None and not yardstick.per
    ]
    yield from dict.fromkeys((*found, *theory.display.histories))
