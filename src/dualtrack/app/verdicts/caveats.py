"""What stands against a verdict, beside the verdict: another date of parting, a bound that is near, or more worlds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dualtrack.app.page.pack.found import found_if_current
from dualtrack.app.terminal.numbers import share
from dualtrack.app.verdicts.kept_verdicts import word_of
from dualtrack.app.verdicts.word_labels import WORDS, word_said
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.statistics.verdict import CONTRADICTED, SUPPORTED
from dualtrack.language.declaration import Label

Row = Mapping[str, Any]
SAID = {
    "supported": "supported",
    "contradicted": "contradicted",
    "not decided": "not decided",
    "waiting": "waiting",
    "structure": "of structure only",
}
SIDES: Mapping[str, Label] = {"high": ("high", "高"), "low": ("low", "低"), "between": ("in between", "居中")}
"""On which side of the two bounds a share lies under every prior, its sampling error counted."""
HOLDING = ("holds without it too", "the record is silent", "the record speaks against it")
"""Why a claim is open although it is true in most worlds."""
SIDES_SAID: Label = (
    f"high: true in {share(SUPPORTED)} of them or more; low: in {share(CONTRADICTED)} or fewer",
    f"“高”指至少{100 * SUPPORTED:.0f}%的世界中成立，“低”指至多{100 * CONTRADICTED:.0f}%",
)


def caveat(verdict: str, second: Row | None) -> str:
    """Another verdict where regimes leave history in another year; empty where there is none."""
    if second is None or second["verdict"] == verdict:
        return ""
    return f"{SAID[second['verdict']]} where regimes leave history in {second['year']:g}"


def verdict_cell(row: Row) -> str:
    """The word of a claim, why it is open on a line of its own, and near which bound more worlds would tell."""
    word = word_of(row)
    lines = word_said(word)[0].split(": ")
    return ":\n".join(lines) + (f"\n(near {word['near']})" if word["near"] else "")


def tally_words(rows: Iterable[Row]) -> str:
    """How many claims got each word, and whose share lies on another side where regimes leave history in another year."""
    every = list(rows)
    counts = Counter(word_of(row)["answer"] for row in every)
    said = ", ".join(f"{counts[word]} {words[0]}" for word, words in WORDS.items() if counts[word])
    moved = moves(every)
    if not moved:
        return said
    earlier = f"where regimes leave history in {moved[0]['year']:g}, {moved_words(moved)[0]}"
    return f"{said}; {earlier} ({SIDES_SAID[0].replace('of them', 'of worlds')})"


def moves(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Claims whose share lies on another side of the bounds where regimes leave history in another year, by change of side.

    Both are shares of all accepted worlds. A word may be read from those alone in which a mechanism exists; a claim for which
    these lie on another side than all is left out.
    """
    found: dict[tuple[str, str, float], list[str]] = {}
    for row in rows:
        second = row["second_parting"]
        here, there = (side(_shares(each)) if each else "" for each in (row, second))
        if here and there and here != there and here == side_of_word(word_of(row)):
            found.setdefault((here, there, second["year"]), []).append(row["id"])
    return [{"year": year, "here": here, "there": there, "claims": names} for (here, there, year), names in found.items()]


def side_of_word(word: Row) -> str:
    """On which side of the two bounds the shares lie from which a word is read."""
    if word["answer"] in ("supported", "built in") or word["why"] in HOLDING:
        return "high"
    return "low" if word["answer"] in ("contradicted", "too small as sized") or word["near"] == "best case" else "between"


def moved_words(moved: Iterable[Row]) -> Label:
    """The same in words, without the year."""
    rows = list(moved)
    english = ", ".join(f"{' '.join(row['claims'])} {SIDES[row['there']][0]} instead of {SIDES[row['here']][0]}" for row in rows)
    chinese = "，".join(f"{'、'.join(row['claims'])}由“{SIDES[row['here']][1]}”变为“{SIDES[row['there']][1]}”" for row in rows)
    return english, chinese


def side(shares: Sequence[Row]) -> str:
    """On which side of the two bounds all shares lie with their whole intervals; empty where there are none."""
    ends = [each["interval"] if "interval" in each else (each["low"], each["high"]) for each in shares]
    if ends and all(low >= SUPPORTED for low, _ in ends):
        return "high"
    if ends and all(high <= CONTRADICTED for _, high in ends):
        return "low"
    return "between" if ends else ""


def beside_kept(laboratory: Laboratory, verdicts: Sequence[Row], worlds: int, seed: int, priors: int) -> dict[str, Any] | None:
    """The words kept with the program where they are others than these; None where none fits this model."""
    found = found_if_current(laboratory)
    if found is None or (found["worlds"], found["seed"], len(laboratory.theory.tilts)) == (worlds, seed, priors):
        return None
    kept = {name: word_of(row)["answer"] for name, row in found["verdicts"].items()}
    here = {row["id"]: word_of(row)["answer"] for row in verdicts}
    differ = [{"id": name, "here": answer, "kept": kept[name]} for name, answer in here.items() if answer != kept[name]]
    return {"worlds": found["worlds"], "seed": found["seed"], "tally": dict(Counter(kept.values())), "differ": differ}


def kept_words(kept: Row | None, worlds: int) -> str:
    """Why these words and the kept ones are not the same; empty where there is nothing to say."""
    if kept is None:
        return ""
    counts = ", ".join(f"{kept['tally'][word]} {words[0]}" for word, words in WORDS.items() if kept["tally"].get(word))
    start = f"The verdicts kept with the program, which the main job shows, rest on {kept['worlds']:,} worlds: {counts}."
    if not kept["differ"]:
        return f"{start} Those found here are the same."
    others = ", ".join(f"{row['id']} ({WORDS[row['here']][0]} here, {WORDS[row['kept']][0]} there)" for row in kept["differ"])
    why = " Fewer worlds give wider intervals, and what sampling error could flip is open." if worlds < kept["worlds"] else ""
    again = f"`dualtrack judge --worlds {kept['worlds']} --seed {kept['seed']}` finds them again."
    return f"{start} They differ on {others}.{why} {again}"


def _shares(row: Row) -> Sequence[Row]:
    """The shares of all accepted worlds, one a prior: of a kept row, of a judged one, or of its other date."""
    if "shares" in row:
        return row["shares"]  # type: ignore[no-any-return]
    return [each if "probability" in each else (each["after"] or each["before"]) for each in row["answers"]]
