"""The table that the page keeps, made of what the laboratory finds: verdicts, truths, what matters, and the diagram drawn."""

from __future__ import annotations

from collections.abc import Iterable

from dualtrack.app.diagram import causal_map_data
from dualtrack.app.page.pack.basis import ACCEPTED, SEED, Data, basis, moved, parts
from dualtrack.app.page.pack.claim_rows import VERDICT, attribution_of, bits, verdict_of
from dualtrack.app.page.pack.story_rows import story_found
from dualtrack.app.verdicts.verdict_data import judged_data
from dualtrack.lab.confront import FactsRead
from dualtrack.lab.judged import Judged
from dualtrack.lab.kept_table import Soon, find, find_soon
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.link_facts import link_facts
from dualtrack.lab.questions.matter import Matter
from dualtrack.lab.runs.reporting import StagedProgress
from dualtrack.lab.story.told_story import Story

SLIGHT = 0.005
"""A smaller share of variance is left out of the table."""
DIGITS = 4
UNJUDGED: Data = {
    **dict.fromkeys(VERDICT, ""),
    "verdict": "not judged",
    "firmness": None,
    "turns": [],
    "needed": None,
    "beside": None,
    "existence": {},
    "columns": [],
    "answers": [],
    "second_parting": None,
    "variants": [],
    "cruxes": [],
}
"""What stands in place of a verdict that was found for something else."""


def find_table(laboratory: Laboratory, report: StagedProgress, before: Data | None = None) -> Data:
    """The whole table, which takes minutes; the same laboratory gives the same table.

    Of a table found `before` it says which verdicts moved since, after what that one says of those before it.
    """
    found = find(laboratory, ACCEPTED, SEED, report)
    judged, truths = judged_data(found.judged), found.truths
    table = {
        **_soon(laboratory, found.soon),
        "worlds": found.judged.worlds,
        "fullRecord": judged["full_record"],
        "verdicts": {row["id"]: verdict_of(row) for row in judged["verdicts"]},
        "attribution": attribution_of(judged["attribution"]),
        "truth": {
            "claims": {name: bits(row) for name, row in zip(truths.claims, truths.true, strict=True)},
            "computable": {name: bits(row) for name, row in zip(truths.claims, truths.computable, strict=True)},
        },
        "matter": _matter(laboratory, found.matter),
        "seeded": seeded_data(found.seeded),
    }
    since = None if before is None else moved(before, table)
    return {**table, "moved": [*([] if before is None else before["moved"]), *([] if since is None else [since])]}


def seeded_data(found: Judged) -> Data:
    """The small judgement by claim: its verdict and every share that it rests on."""
    rows = judged_data(found)["verdicts"]
    return {row["id"]: {key: verdict_of(row)[key] for key in (*VERDICT, "beside", "answers")} for row in rows}


def table_without_verdicts(laboratory: Laboratory) -> Data:
    """The table of a laboratory that was never judged: no verdict, no truths, and the rest, which takes seconds."""
    return {
        **_soon(laboratory, find_soon(laboratory, ACCEPTED, SEED)),
        "worlds": 0,
        "fullRecord": None,
        "verdicts": {claim.id: UNJUDGED for claim in laboratory.theory.claims},
        "attribution": {},
        "truth": {"claims": {}, "computable": {}},
        "matter": {},
        "seeded": {},
        "moved": [],
    }


def _soon(laboratory: Laboratory, found: Soon) -> Data:
    """What takes seconds to find."""
    coverage = found.coverage
    table = {
        "parts": parts(laboratory),
        "model": laboratory.model.fingerprint,
        "seed": SEED,
        "accepted": found.worlds.numbers.tolist(),
        "facts": _facts(found.facts),
        "loopCoverage": {
            "named": round(coverage.named, DIGITS),
            "spelled": round(coverage.spelled, DIGITS),
            "families": round(coverage.families.carried, DIGITS),
            "passed": round(coverage.families.passed, 1),
            "found": coverage.found,
            "stocks": coverage.stocks,
            "feedback": coverage.feedback,
        },
        "diagram": _diagram(laboratory),
    }
    return with_story(laboratory, table, found.story)


def with_story(laboratory: Laboratory, table: Data, story: Story | None) -> Data:
    """A table with this story, under the fingerprint of the laboratory in which it was found; all else as it stands."""
    rest = {key: value for key, value in table.items() if key not in ("fingerprint", "story")}
    return {"fingerprint": basis(laboratory), **rest, "story": story_found(story)}


def _facts(read: FactsRead) -> Data:
    """Whether the nominal world reproduces a fact, by how many tolerances it misses, and what share of the worlds does."""
    return {
        row["id"]: {"nominal": row["nominal"], "misses": row["nominal_misses"], "share": row["share"]} for row in read.to_rows()
    }


def _matter(laboratory: Laboratory, found: Matter) -> dict[str, dict[str, float]]:
    """Per number, in what part of the spread of each main outcome, and of the lag between two regimes, it takes part."""
    shares: dict[str, dict[str, float]] = {}
    for answer, name in zip(found.answers, (*laboratory.theory.outcomes, "lag"), strict=False):
        for row in answer.rows:
            if not row.factor.is_rest and row.total.value >= SLIGHT:
                shares.setdefault(row.factor.name, {})[name] = round(row.total.value, DIGITS)
    return shares


def _diagram(laboratory: Laboratory) -> Data:
    """The map of the whole theory, and one of each sector that has links."""
    facts = link_facts(laboratory)
    inside = {q.sector for q in laboratory.model.quantities.values() if q.tree is not None}
    sectors = [name for name in laboratory.model.sectors if name in inside]
    maps = {name: causal_map_data(laboratory, name, facts=facts) for name in ("", *sectors)}
    return {**_drawn(maps[""]), "sectors": {name: _drawn(maps[name]) for name in sectors}}


def _drawn(found: Data) -> Data:
    """A map without the words that the pack holds already, its routes rounded to whole units of the drawing."""
    return {
        **{key: found[key] for key in ("width", "height", "box", "least", "hidden", "weighed")},
        "nodes": [{key: node[key] for key in ("name", "sector", "role", "inside", "x", "y")} for node in found["nodes"]],
        "edges": [
            {**{key: arrow[key] for key in ("from", "to", "sign", "importance")}, "route": _rounded(arrow["route"])}
            for arrow in found["arrows"]
        ],
    }


def _rounded(route: Iterable[Iterable[float]]) -> list[list[int]]:
    return [[round(place) for place in point] for point in route]
