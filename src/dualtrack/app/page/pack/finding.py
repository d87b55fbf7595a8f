"""Finding what the table keeps: worlds that history leaves, verdicts and truths in them, what matters, and the diagram drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from dualtrack.app.bind import CLOCK, OUTCOMES, REFERENCES, TREATED, YEARS, Laboratory
from dualtrack.app.diagram import causal_map_data, link_facts
from dualtrack.app.judging import Docket, judge_all
from dualtrack.app.looping import SEARCHED, named_circuits
from dualtrack.app.matching import matching
from dualtrack.app.page.pack.claims import attribution_of, bits, verdict_of
from dualtrack.app.page.pack.found import ACCEPTED, SEED, Data, basis
from dualtrack.app.reading import fact_rows
from dualtrack.app.study import read_facts
from dualtrack.app.verdict_rows import judged_data
from dualtrack.errors import RunError
from dualtrack.lab.accept import accept
from dualtrack.lab.arms import stage_for
from dualtrack.lab.asked import Asked, Delay, Level, Setting
from dualtrack.lab.claims import reads
from dualtrack.lab.coverage import cover
from dualtrack.lab.draw import Worlds, draw, nominal
from dualtrack.lab.matter import matter
from dualtrack.lab.pool import Population
from dualtrack.lab.truths import Truths, claim_truths
from dualtrack.language.claim_test import ClaimTest

Progress = Callable[[str, int, int], None]

JUDGED = 100_000
"""Worlds in which claims are judged, drawn from all priors together; each prior is worth at least a third of them."""
DRAWN_AT_ONCE, DRAWN_AT_MOST = 2000, 40_000
SLIGHT = 0.005
"""A smaller share of variance is left out of the table."""
DIGITS = 4
UNJUDGED: Data = {
    "verdict": "waiting",
    "reason": [
        "was judged for another model only; `dualtrack page --renew` judges this one",
        "仅就另一模型判定过；运行 `dualtrack page --renew` 可判定本模型",
    ],
    "fullStrength": None,
    "answers": [],
    "second": None,
    "variants": [],
    "cruxes": [],
}
"""What stands in place of a verdict that was found for something else."""


def find(laboratory: Laboratory, report: Progress) -> Data:
    """The whole table, which takes minutes; the same laboratory gives the same table."""
    judged = judged_data(judge_all(laboratory, JUDGED, SEED, report, docket=Docket.of(laboratory.theory)))
    worlds = first_accepted(laboratory, ACCEPTED)
    truths = _truths(laboratory, worlds, report)
    return {
        **_soon(laboratory, worlds),
        "worlds": JUDGED,
        "verdicts": {row["id"]: verdict_of(row) for row in judged["verdicts"]},
        "attribution": attribution_of(judged["attribution"]),
        "truth": {
            "claims": {name: bits(row) for name, row in zip(truths.claims, truths.true, strict=True)},
            "computable": {name: bits(row) for name, row in zip(truths.claims, truths.computable, strict=True)},
        },
        "matter": _matter(laboratory, report),
    }


def find_without_verdicts(laboratory: Laboratory) -> Data:
    """The table of a laboratory that was never judged: no verdict, no truths, and the rest, which takes seconds."""
    return {
        **_soon(laboratory, first_accepted(laboratory, ACCEPTED)),
        "worlds": 0,
        "verdicts": {claim.id: UNJUDGED for claim in laboratory.claims},
        "attribution": {},
        "truth": {"claims": {}, "computable": {}},
        "matter": {},
    }


def _soon(laboratory: Laboratory, worlds: Worlds) -> Data:
    """What takes seconds to find."""
    return {
        "fingerprint": basis(laboratory),
        "seed": SEED,
        "accepted": worlds.numbers.tolist(),
        "facts": _facts(laboratory, worlds),
        "loopCoverage": _coverage(laboratory),
        "diagram": _diagram(laboratory),
    }


def first_accepted(laboratory: Laboratory, wanted: int) -> Worlds:
    """The first worlds, by number, that history leaves standing; raises `RunError` where too few are found."""
    found: list[Worlds] = []
    for start in range(0, DRAWN_AT_MOST, DRAWN_AT_ONCE):
        drawn = draw(laboratory.model, DRAWN_AT_ONCE, SEED, start)
        mask = accept(matching(laboratory), drawn).accepted
        if mask.any():
            found.append(drawn.only(mask))
        if sum(each.count for each in found) >= wanted:
            numbers = np.concatenate([each.numbers for each in found])[:wanted]
            values = {n: np.concatenate([each.values[n] for each in found])[:wanted] for n in found[0].values}
            return Worlds(values, SEED, int(numbers[0]), wanted, numbers)
    raise RunError(
        f"history leaves fewer than {wanted} of {DRAWN_AT_MOST} worlds",
        fix="look at what the targets and the ranges say of each other",
    )


def _truths(laboratory: Laboratory, worlds: Worlds, report: Progress) -> Truths:
    tests = laboratory.theory.tests
    computed = [test for test in tests if isinstance(test, ClaimTest)]
    stage = stage_for(laboratory.model, laboratory.regimes, CLOCK, [each for test in computed for each in reads(test)])
    tilt = laboratory.tilts[0]
    population = Population(tilt.name, tilt.label, worlds)
    return claim_truths(
        stage, laboratory.theory.tests, population, lambda done, total: report("claims in accepted worlds", done, total)
    )


def _facts(laboratory: Laboratory, worlds: Worlds) -> Data:
    """Whether the nominal world reproduces a fact, by how many tolerances it misses, and what share of the worlds does."""
    rows = fact_rows(read_facts(laboratory, worlds))
    return {row["id"]: {"nominal": row["nominal"], "misses": row["nominal_misses"], "share": row["share"]} for row in rows}


def _matter(laboratory: Laboratory, report: Progress) -> dict[str, dict[str, float]]:
    """Per number, in what part of the spread of each main outcome, and of the lag between two regimes, it takes part."""
    setting = Setting(laboratory.model, laboratory.regime(TREATED), laboratory.regime(REFERENCES[0]), CLOCK)
    asked: list[Asked] = [*(Level(name, YEARS[-1]) for name in OUTCOMES), Delay(OUTCOMES[0])]
    found = matter(setting, asked, seed=SEED, progress=lambda done, total: report("what matters", done, total))
    shares: dict[str, dict[str, float]] = {}
    for answer, name in zip(found.answers, (*OUTCOMES, "lag"), strict=True):
        for row in answer.rows:
            if not row.factor.is_rest and row.total.value >= SLIGHT:
                shares.setdefault(row.factor.name, {})[name] = round(row.total.value, DIGITS)
    return shares


def _coverage(laboratory: Laboratory) -> Data:
    """How much of the feedback of one world the named loops hold, beside those that a search finds."""
    model = laboratory.model
    found = cover(model, laboratory.regime(TREATED), nominal(model), SEARCHED, named_circuits(laboratory))
    return {"named": round(found.named, DIGITS), "found": found.found, "stocks": found.stocks, "feedback": found.feedback}


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
