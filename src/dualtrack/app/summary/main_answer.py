"""The answer of the main job as data, from which every length of it is worded: question, answer, how sure, what it hangs on."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from dualtrack.app.bind import other_theory
from dualtrack.app.verdicts.kept_verdicts import existence_rows, influence_rows, kept_origin, verdict_rows
from dualtrack.app.verdicts.verdict_words import MORE, is_for_worlds, moves
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loops.loop_cut import MONTHS
from dualtrack.lab.main_job import MainJob
from dualtrack.lab.record.fact_rows import COUNTED, tally
from dualtrack.lab.verdicts.existence import SOME
from dualtrack.lab.verdicts.verdict import ANSWERS
from dualtrack.language.declaration import Label
from dualtrack.targets.numeric.tidy import LANGUAGES, Row

NUMBERS_NAMED = 3
"""Numbers named of those that an answer hangs on."""


def main_answer(job: MainJob) -> Row:
    """What was asked, what was found, how sure it is, what it hangs on, and what to do next."""
    laboratory, verdicts = job.laboratory, verdict_rows(job.laboratory)
    return {
        "question": _both(question_of(laboratory)),
        "answer": {
            "regime": laboratory.treated.name,
            "references": [each.name for each in laboratory.references],
            "lags": _lags(job),
            "differences": _differences(job),
            "tally": len(verdicts),
            "verdicts": verdict_counts(laboratory, verdicts),
            "named": named_rows(laboratory),
        },
        "how_sure": {
            "facts": _facts(job),
            "missed": _missed(job),
            "verdicts": kept_origin(laboratory),
            "existence": _existence(laboratory),
            "parting": [{**row, "tally": len(row["claims"])} for row in moves(verdicts)],
        },
        "hangs_on": influence_rows(laboratory, NUMBERS_NAMED),
        "groups": [each.to_row() for each in job.headlines],
        "next": next_commands(laboratory),
    }


def question_of(laboratory: Laboratory) -> Label:
    """The theory's question; of one that asks none, what its treated regime changes."""
    theory, outcome = laboratory.theory, laboratory.model[laboratory.theory.outcomes[0]].label
    if all(theory.question):
        return theory.question
    treated, references = laboratory.treated.label, [each.label for each in laboratory.references]
    english, chinese = (joint.join(each[place] for each in references) for place, joint in enumerate((" and ", "、")))
    return (
        f"What does “{treated[0]}” change in “{outcome[0]}”, held against {english}?",
        f"与{chinese}相比，“{treated[1]}”对“{outcome[1]}”有何影响？",
    )


def named_claims(laboratory: Laboratory) -> tuple[str, ...]:
    """The claims that are told by name: the central ones, else the first of those whose effect is shared out or of all."""
    theory = laboratory.theory
    return theory.central or theory.attributed[:1] or tuple(claim.id for claim in theory.claims[:1])


def named_rows(laboratory: Laboratory) -> list[Row]:
    """The verdicts of these that were computed."""
    found = {row["id"]: row for row in verdict_rows(laboratory) if row["drawn"]}
    return [found[name] for name in named_claims(laboratory) if name in found]


def next_commands(laboratory: Laboratory) -> list[str]:
    """What to type next: about a claim where the theory has one, else about its main outcome; a theory brought is named again."""
    claims, outcome, brought = named_claims(laboratory), laboratory.theory.outcomes[0], other_theory(laboratory)
    about = [f"explain {claims[0]}", f"believe {claims[0]}"] if claims else [f"explain {outcome}", f"matter {outcome}"]
    return [f"dualtrack {words}" + (f" --theory {brought}" if brought else "") for words in (*about, "--full")]


def verdict_counts(laboratory: Laboratory, verdicts: Iterable[Row]) -> list[Row]:
    """Every verdict that some claim got, with the claims; of the open ones by why, and by the number on which they hang."""
    rows = list(verdicts)
    found = []
    for answer in ANSWERS:
        claims = [row for row in rows if row["verdict"] == answer]
        if claims:
            names = [row["id"] for row in claims]
            found.append({"verdict": answer, "tally": len(names), "claims": names, "whys": _whys(laboratory, claims)})
    return found


def _whys(laboratory: Laboratory, claims: Iterable[Row]) -> list[Row]:
    found: dict[tuple[str, str], list[str]] = {}
    for row in claims:
        if row["why"]:
            found.setdefault((MORE[0] if is_for_worlds(row) else row["why"], row["number"]), []).append(row["id"])
    return [
        {"why": why, "number": number, "label": _both(laboratory.model[number].label if number else ("", ""))}
        | {"tally": len(names), "claims": names}
        for (why, number), names in sorted(found.items(), key=lambda each: -len(each[1]))
    ]


def _lags(job: MainJob) -> list[Row]:
    """The lag of the main outcome behind each reference, and how often it is so many months either way, where one has any."""
    outcome, treated = job.laboratory.theory.outcomes[0], job.laboratory.treated.name
    found = []
    for each in job.comparison.lags:
        if (each.outcome, each.regime) == (outcome, treated):
            start = {"reference": each.reference, "outcome": outcome, **_both(job.laboratory.model[outcome].label)}
            whole = _of(each.lag.to_rows()[0], "q05", "q50", "q95", "least", "greatest", "worlds")
            sides = {
                "bound": MONTHS,
                "share_later": each.lag.share(MONTHS),
                "share_earlier": float((each.lag.months <= -MONTHS).mean()),
            }
            found.append({**start, "unit": "month", **whole, **sides})
    return found if any(row["q50"] is not None for row in found) else []


def _differences(job: MainJob) -> list[Row]:
    """What the treated regime adds in the last year to the main outcome, and to the one by which the story is valued."""
    theory, treated, year = job.laboratory.theory, job.laboratory.treated.name, job.laboratory.theory.years[-1]
    wanted = dict.fromkeys((theory.outcomes[0], *([theory.valued[0]] if theory.valued else ())))
    found = []
    for row in job.comparison.difference_rows():
        if (row["regime"], row["year"]) == (treated, year) and row["outcome"] in wanted:
            at = (job.ensemble.at(regime, row["outcome"], year) for regime in (treated, row["reference"]))
            below = float(np.less(*at).mean())
            label = _both(job.laboratory.model[row["outcome"]].label)
            found.append({**label, **{key: row[key] for key in row if key not in ("regime", "q25", "q75")}, "share_below": below})
    return found


def _facts(job: MainJob) -> list[Row]:
    """How many facts of each group a world reproduces."""
    rows = job.facts.to_rows()
    return [
        {"group": group, "in_world": world, "tally": reproduced, "of": of}
        for group in COUNTED
        for world in ("nominal", "median")
        for reproduced, of in [tally(rows, group, world)]
    ]


def _missed(job: MainJob) -> list[Row]:
    """The facts that the nominal world misses, of those that count."""
    missed = (row for row in job.facts.to_rows() if row["group"] in COUNTED and not row["nominal"])
    return [_of(row, "id", "group", "en", "zh", "sources") for row in missed]


def _existence(laboratory: Laboratory) -> Row | None:
    """How far the record moves the odds that mechanisms exist: over how many, the least and the greatest factor."""
    rows = existence_rows(laboratory)
    if not rows:
        return None
    silent = sum(row["odds"] is not None and 1 / SOME < row["odds"] < SOME for row in rows)
    ends = {"least": rows[0], "greatest": rows[-1]}
    return {"numbers": len(rows), **ends, "silent_from": SOME, "tally": silent, "bodies": rows[0]["bodies"], "unit": "1"}


def _both(label: Label) -> Row:
    return dict(zip(LANGUAGES, label, strict=True))


def _of(row: Row, *keys: str) -> Row:
    return {key: row[key] for key in keys}
