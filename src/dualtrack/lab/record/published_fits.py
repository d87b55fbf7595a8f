"""Do published findings fit the record, and is none evidence for what its own source set?

A source that any number or equation of the model names, as its source or in what it assumes, has been used; a finding of it that
weighed worlds would be counted twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dualtrack.errors import RecordError
from dualtrack.evidence.record import Record
from dualtrack.lab.experiments.compared_figure import compared_figure
from dualtrack.language.declaration import Assumed
from dualtrack.language.model import Model
from dualtrack.language.statements.experiment import Experiment, Published

WORD = re.compile(r"[a-z0-9_]+")


def check_published_findings(model: Model, record: Record, published: Published) -> None:
    """Raise `RecordError` for a finding that the record has not, that cannot weigh, or whose source set a number already."""
    for name in published.findings:
        record.finding(name)
    used = dict(sources_used(model))
    for each in published.experiments:
        for name in each.findings:
            row = record.finding(name)
            if row.source in used:
                raise RecordError(
                    f"the finding `{name}` is to weigh worlds, and its source `{row.source}` set `{used[row.source]}` already",
                    where="findings.csv",
                    fix="list it as studied, and let another source weigh",
                )
        if isinstance(each, Experiment):
            for one in each.corresponding:
                compared_figure(one, record.finding(one.finding))


def sources_used(model: Model) -> Iterator[tuple[str, str]]:
    """Every word by which a number or an equation names a source, and its name; the first quantity comes last."""
    for name, quantity in reversed(list(model.quantities.items())):
        match quantity.source:
            case str(key):
                yield key, name
            case Assumed(why, measure):
                yield from ((word, name) for text in (why, measure) for word in WORD.findall(text))
