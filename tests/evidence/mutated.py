"""What becomes of a changed table: the laboratory is bound to it, and every figure that is used is held beside that of before."""

from __future__ import annotations

import shutil
import warnings
from collections import Counter
from pathlib import Path

from dualtrack.app.bind import TABLES, bind
from dualtrack.errors import LabError, LabWarning
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.record.figure import figures, target
from dualtrack.lab.record.mapped import mapped_rows
from dualtrack.lab.record.read_panel import read_panel
from dualtrack.language.statements.ledger import Observed
from tests.evidence.cell_mutations import Generator, Mutation


def generator(seed: int) -> Generator:
    """Mutations beside what the shipped theory asks of the record."""
    laboratory = bind()
    yardsticks = [check.yardstick for fact in laboratory.theory.facts for check in fact.tests]
    yardsticks += [each.yardstick for each in laboratory.theory.targets]
    stakes = [part for each in laboratory.reactions.reactions for stake in each.stakes for part in stake]
    asked = {each.series for each in (*yardsticks, *stakes) if isinstance(each, Observed)}
    drawn = frozenset(each.series for each in laboratory.theory.counterparts)
    studied = frozenset(findings_read(laboratory))
    return Generator(seed, drawn, frozenset(asked | {laboratory.reactions.share, laboratory.reactions.market}), studied)


def findings_read(laboratory: Laboratory) -> tuple[str, ...]:
    """The findings of which the theory speaks."""
    return (*(each.finding for each in laboratory.reactions.reactions), *laboratory.theory.published.findings)


def answers(laboratory: Laboratory) -> object:
    """Every figure of the record that is used."""
    look, named = figures(laboratory.record), findings_read(laboratory)
    return (
        [target(check.yardstick, look) for fact in laboratory.theory.facts for check in fact.tests],
        [target(each.yardstick, look) for each in laboratory.theory.targets],
        read_panel(laboratory.reactions, laboratory.model, laboratory.record),
        mapped_rows(laboratory.theory, laboratory.model, laboratory.record),
        laboratory.regimes,
        [(each.effect, each.error, each.stake, each.out_of, each.chance) for each in map(laboratory.record.finding, named)],
    )


def wrong_ends(folder: Path, count: int, seed: int) -> tuple[list[str], Counter[str]]:
    """Mutations that came to another end than they must, in words, and how many came to each end."""
    tables = Path(shutil.copytree(TABLES, folder / "tables"))
    before, wrong, ends = answers(bind()), [], Counter[str]()
    for mutation in generator(seed).draw(count):
        found = end_of(tables, mutation, before)
        ends[found] += 1
        if found != mutation.end:
            wrong.append(f"{mutation.what}: {found}, not {mutation.end}")
    return wrong, ends


def end_of(tables: Path, mutation: Mutation, before: object) -> str:
    """The end that a changed table comes to; the folder is left as it was."""
    file = tables / mutation.file
    whole = file.read_bytes()
    file.write_bytes(mutation.content)
    try:
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            laboratory = bind(tables=tables)
            after = answers(laboratory)
    except LabError as error:
        return "refused" if error.what and error.fix else "refused without a remedy"
    finally:
        file.write_bytes(whole)
    told = any(issubclass(each.category, LabWarning) for each in said)
    if told != bool(laboratory.unused):
        return "told in one place only"
    return "other" if after != before else "told" if told else "same"
