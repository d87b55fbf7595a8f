"""How verdicts found here and those kept with the program differ, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dualtrack.app.page.pack.found import found_if_current
from dualtrack.app.verdicts.verdict_words import SAID
from dualtrack.lab.laboratory import Laboratory

Row = Mapping[str, Any]


def beside_kept(
    laboratory: Laboratory, verdicts: Sequence[Row], worlds: int, seed: int, priors: int, *, full: bool
) -> dict[str, Any] | None:
    """The verdicts kept with the program where they are others than these; None where none fits this model."""
    found = found_if_current(laboratory)
    if found is None:
        return None
    here, there = (
        (worlds, seed, priors, full),
        (found["worlds"], found["seed"], len(laboratory.theory.tilts), bool(found["fullRecord"])),
    )
    if here == there:
        return None
    kept = {name: row["verdict"] for name, row in found["verdicts"].items()}
    differ = [
        {"id": row["id"], "here": row["verdict"], "kept": kept[row["id"]]}
        for row in verdicts
        if row["verdict"] != kept[row["id"]]
    ]
    asked = {"full_record": there[-1], "full_record_here": full}
    return {"worlds": found["worlds"], "seed": found["seed"], **asked, "tally": dict(Counter(kept.values())), "differ": differ}


def kept_words(kept: Row | None, worlds: int) -> str:
    """Why these verdicts and the kept ones are not the same; empty where there is nothing to say."""
    if kept is None:
        return ""
    counts = ", ".join(f"{kept['tally'][answer]} {words[0]}" for answer, words in SAID.items() if kept["tally"].get(answer))
    start = f"The verdicts kept with the program, which the main job shows, rest on {kept['worlds']:,} worlds: {counts}."
    if not kept["differ"]:
        return f"{start} The words found here are the same."
    others = ", ".join(f"{row['id']} ({row['here']} here, {row['kept']} there)" for row in kept["differ"])
    why = " Fewer worlds give wider intervals, and what sampling error could flip is open." if worlds < kept["worlds"] else ""
    if kept["full_record"] and not kept["full_record_here"]:
        why += " The full record, which those rest on too, was not asked here."
    again = f"`dualtrack judge --worlds {kept['worlds']} --seed {kept['seed']}` finds them again."
    if kept["full_record"]:
        again = f"`dualtrack judge --worlds {kept['worlds']} --seed {kept['seed']} --full-record` finds them again."
    return f"{start} They differ on {others}.{why} {again}"
