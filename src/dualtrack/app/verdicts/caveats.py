"""What stands against a verdict, beside the verdict: another one for another date of parting, or from more worlds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dualtrack.app.page.pack.found import found_if_current
from dualtrack.lab.laboratory import Laboratory

Row = Mapping[str, Any]
SAID = {
    "supported": "supported",
    "contradicted": "contradicted",
    "not decided": "not decided",
    "waiting": "waiting",
    "structure": "of structure only",
}


def caveat(verdict: str, second: Row | None) -> str:
    """Another verdict where regimes leave history in another year; empty where there is none."""
    if second is None or second["verdict"] == verdict:
        return ""
    return f"{SAID[second['verdict']]} where regimes leave history in {second['year']:g}"


def verdict_cell(row: Row) -> str:
    """A verdict with what stands against it on a line of its own."""
    second = row["second_parting"]
    if not caveat(row["verdict"], second):
        return SAID[row["verdict"]]
    return f"{SAID[row['verdict']]};\n{second['year']:g}: {SAID[second['verdict']]}"


def tally_words(rows: Iterable[Row]) -> str:
    """How many claims got each verdict, and which have another where regimes leave history in another year."""
    every = list(rows)
    counts = Counter(row["verdict"] for row in every)
    said = ", ".join(f"{counts[verdict]} {words}" for verdict, words in SAID.items() if counts[verdict])
    moved = [row for row in every if caveat(row["verdict"], row["second_parting"])]
    if not moved:
        return said
    by_change: dict[str, list[str]] = {}
    for row in moved:
        change = f"{SAID[row['second_parting']['verdict']]} instead of {SAID[row['verdict']]}"
        by_change.setdefault(change, []).append(row["id"])
    others = "; ".join(f"{', '.join(names)} {change}" for change, names in by_change.items())
    return f"{said}; where regimes leave history in {moved[0]['second_parting']['year']:g}: {others}"


def beside_kept(laboratory: Laboratory, verdicts: Sequence[Row], worlds: int, seed: int, priors: int) -> dict[str, Any] | None:
    """The verdicts kept with the program where they are others than these; None where none fits this model."""
    found = found_if_current(laboratory)
    if found is None or (found["worlds"], found["seed"], len(laboratory.theory.tilts)) == (worlds, seed, priors):
        return None
    kept = {name: row["verdict"] for name, row in found["verdicts"].items()}
    differ = [
        {"id": row["id"], "here": row["verdict"], "kept": kept[row["id"]]}
        for row in verdicts
        if row["verdict"] != kept[row["id"]]
    ]
    return {"worlds": found["worlds"], "seed": found["seed"], "tally": dict(Counter(kept.values())), "differ": differ}


def kept_words(kept: Row | None, worlds: int) -> str:
    """Why these verdicts and the kept ones are not the same; empty where there is nothing to say."""
    if kept is None:
        return ""
    counts = ", ".join(f"{kept['tally'][verdict]} {words}" for verdict, words in SAID.items() if kept["tally"].get(verdict))
    start = f"The verdicts kept with the program, which the main job shows, rest on {kept['worlds']:,} worlds: {counts}."
    if not kept["differ"]:
        return f"{start} Those found here are the same."
    others = ", ".join(f"{row['id']} ({SAID[row['here']]} here, {SAID[row['kept']]} there)" for row in kept["differ"])
    why = (
        " Fewer worlds give wider intervals, and what sampling error could flip is not decided."
        if worlds < kept["worlds"]
        else ""
    )
    again = f"`dualtrack judge --worlds {kept['worlds']} --seed {kept['seed']}` finds them again."
    return f"{start} They differ on {others}.{why} {again}"
