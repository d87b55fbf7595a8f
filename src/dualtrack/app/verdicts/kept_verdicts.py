"""The verdicts that are kept with the program, as rows for the main job; none where they were found from something else."""

from __future__ import annotations

from dualtrack.app.page.pack.claim_rows import VERDICT
from dualtrack.app.page.pack.found import Data, found_if_current
from dualtrack.app.terminal.numbers import share, span
from dualtrack.app.terminal.terminal import show_prose, show_table
from dualtrack.app.verdicts.verdict_words import tally_words, turning_label, verdict_cell
from dualtrack.lab.laboratory import Laboratory
from dualtrack.targets.numeric.tidy import Row

STALE = (
    "Verdicts on the claims: those kept with the program were found from another model, record or test and are not shown; "
    "`dualtrack judge` finds them, `dualtrack page --renew` keeps them."
)


def verdict_rows(laboratory: Laboratory) -> list[Row]:
    """One row per claim: its verdict, the reason, and the share of accepted worlds in which it is true under each prior."""
    found = found_if_current(laboratory)
    return [] if found is None else _rows(laboratory, found["verdicts"])


def _rows(laboratory: Laboratory, found: Data) -> list[Row]:
    return [
        {
            "id": claim.id,
            "en": claim.statement[0],
            "zh": claim.statement[1],
            **{key: found[claim.id][key] for key in (*VERDICT, "second_parting", "firmness", "turns", "needed")},
            "shares": {answer["prior"]: _share(answer) for answer in found[claim.id]["answers"]},
        }
        for claim in laboratory.theory.claims
    ]


def show_verdicts(laboratory: Laboratory) -> None:
    """The table of verdicts, or why there is none."""
    found = found_if_current(laboratory)
    if found is None:
        show_prose(STALE)
        return
    rows = _rows(laboratory, found["verdicts"])
    title = f"Verdicts on claims and rivals: {tally_words(rows)}"
    lines = [[row["id"], row["en"], verdict_cell(row), turning_label(laboratory.model, row)[0], _shares(row)] for row in rows]
    show_table(title, ["id", "claim", "verdict", "why", "true in\nworlds"], lines, words=4)
    show_prose(
        f"Found from {found['worlds']:,} worlds (seed {found['seed']}), of those that history leaves, and kept with the program; "
        "the last column holds the range over three priors. A year in the column of verdicts: regimes leave history in it, and "
        "the verdict is another, on fewer worlds. A verdict is on the test of a claim, not on its words: "
        "`dualtrack explain ID` gives the test, `dualtrack judge` judges again, with what decides it and the evidence."
    )


def _share(answer: Data) -> float:
    found: float = (answer["after"] or answer["before"])["asked"]["probability"]
    return found


def _shares(row: Row) -> str:
    said = [share(each) for each in sorted(row["shares"].values())]
    if not said:
        return "–"
    return said[0] if said[0] == said[-1] else span(said[0].removesuffix(" %"), said[-1])
