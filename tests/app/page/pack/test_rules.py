"""The rules in the pack are the laboratory's own, and each of them moves an answer of the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import numpy as np
import pytest

from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.rules import rule_row
from dualtrack.lab.loop_study import SCORED
from dualtrack.lab.questions.discover import FEWEST, PARTS
from dualtrack.lab.statistics.band import SHARES
from dualtrack.lab.statistics.peel import Peel
from dualtrack.lab.statistics.share import CONTRADICTED, NORMAL, SUPPORTED
from dualtrack.lab.verdicts.existence import SOME
from dualtrack.lab.verdicts.turning import WITHIN
from dualtrack.lab.verdicts.verdict import HALF
from dualtrack.language.scenario import LONG_AGO, SMALL
from dualtrack.targets.numeric.score import RESOLUTION
from tests.app.page.asking import asked_of_node, script
from tests.app.page.laboratory import asked_of_lab, bench

RULES: dict[str, Any] = json.loads(json.dumps(rule_row()))
BAND = """
const part = { count: 5, sound: 5, values: Float64Array.of(0, 1, 3, 7, 15) };
console.log(JSON.stringify(it.bandsOf([part], 1, given.rules.band)));
"""
SIDE = "console.log(JSON.stringify(given.shares.map((each) => it.sideOf(each, given.rules.verdict))));"
SPOKEN = f"""
const words = await import({script("words.js").as_uri()!r});
words.setCatalogues(given.words);
words.setLanguage("en");
"""
RULE = f"{SPOKEN}console.log(JSON.stringify(it.ruleWords(given)));"
FIRM = f"""{SPOKEN}
const claim = {{ verdict: "open", why: "", near: "", needed: null, firmness: {{ firm: true }}, answers: [] }};
console.log(JSON.stringify(it.verdictNotes(claim, {{ rules: given.rules, quantities: {{}} }})));
"""
INTERVAL = """
const isTrue = (world) => world > 0;
console.log(JSON.stringify(it.weightedShare(Float64Array.of(1, 1, 1), isTrue, () => true, given.rules.verdict)));
"""
REGION = """
const inputs = given.inputs.map((row) => Float64Array.from(row));
const places = [...given.holds.keys()];
console.log(JSON.stringify(it.regionOf(given.names, inputs, Uint8Array.from(given.holds, Number), places, given.rules.search)));
"""
CHANCES = """
const cases = { inputs: given.few.map((row) => Float64Array.from(row)), holds: Uint8Array.from([0, 1, 0, 1, 1, 0]) };
console.log(JSON.stringify(it.singleChances(cases, given.rules.search.tail)));
"""
SCORE = """
const model = { stocks: [], computed: ["effect"], equations: { effect: (v) => 1 + v[0] } };
const engine = { given: ["cause"], driven: [], model };
const at = (cause) => ({ values: Float64Array.of(cause, 1 + cause, 0), rates: [] });
const score = it.makeScorer(engine, given.rules.loops.resolution);
console.log(JSON.stringify(score(at(0), at(1e-11), "cause", "effect")));
"""
PATH = """
const path = { points: [[2020, 0], [2021, 1]], ramp: false };
console.log(JSON.stringify(it.pathAt(path, 2021 - 1e-6, given.rules.dates.instant)));
"""
LEVER = "console.log(JSON.stringify(it.setLever({}, 'dial', { value: 1, from: 2030, fallback: 0 }, given.rules.dates)));"
ASKED: dict[str, tuple[str, str, Any]] = {
    "verdict.supported": ("weights.js", SIDE, 0.7),
    "verdict.contradicted": ("weights.js", SIDE, 0.3),
    "verdict.null": ("standing.js", RULE, 0.6),
    "verdict.exists": ("standing.js", RULE, 5.0),
    "verdict.within": ("standing.js", FIRM, 3.0),
    "verdict.errors": ("weights.js", INTERVAL, 1.0),
    "band.q05": ("bands.js", BAND, 0.1),
    "band.q25": ("bands.js", BAND, 0.3),
    "band.q50": ("bands.js", BAND, 0.6),
    "band.q75": ("bands.js", BAND, 0.7),
    "band.q95": ("bands.js", BAND, 0.9),
    "search.slice": ("region.js", REGION, 0.3),
    "search.least": ("region.js", REGION, 0.6),
    "search.density": ("region.js", REGION, 0.99),
    "search.chance": ("region.js", REGION, 1e-60),
    "search.fewest": ("region.js", REGION, 900),
    "search.parts": ("region.js", REGION, 4),
    "search.tail.added": ("single.js", CHANCES, 0.5),
    "search.tail.inverse": ("single.js", CHANCES, 0.5),
    "search.tail.certain": ("single.js", CHANCES, 9.0),
    "search.tail.terms": ("single.js", CHANCES, 1),
    "loops.resolution": ("scores.js", SCORE, 1e-6),
    "dates.instant": ("paths.js", PATH, 1e-3),
    "dates.ancient": ("paths.js", LEVER, 1000.0),
}
"""By rule: the module that reads it, a question to it, and another value of the rule under which the answer differs."""
ELSEWHERE = {"loops.save"}


def leaves(rules: Any, above: str = "") -> Iterator[str]:
    """The path of every number."""
    if not isinstance(rules, dict):
        yield above
        return
    for key, each in rules.items():
        yield from leaves(each, f"{above}.{key}" if above else key)


def changed(path: str, value: float) -> dict[str, Any]:
    """The rules with one number changed."""
    rules = deepcopy(RULES)
    *above, last = path.split(".")
    inner = rules
    for key in above:
        inner = inner[key]
    inner[last] = value
    return rules


def answer(module: str, body: str, rules: dict[str, Any]) -> Any:
    """What a module says under some rules of the same worlds."""
    generator = np.random.Generator(np.random.Philox(key=21))
    inputs = generator.random((6, 1500))
    holds = (inputs[1] > 0.6) & (inputs[3] < 0.7) & (generator.random(1500) < 0.9)
    given = {
        "names": [f"input_{place}" for place in range(6)],
        "inputs": inputs.tolist(),
        "holds": holds.tolist(),
        "few": [[0.1, 0.9, 0.2, 0.8, 0.3, 0.4], [0.5, 0.1, 0.9, 0.3, 0.8, 0.2]],
        "shares": [{"low": 0.75, "high": 0.78}, {"low": 0.22, "high": 0.28}],
        "rules": rules,
        "words": catalogues(),
    }
    return asked_of_node(module, body, given)


def test_each_rule_of_the_pack_is_the_laboratorys_own() -> None:
    peel = Peel()
    bounds = {"supported": SUPPORTED, "contradicted": CONTRADICTED, "errors": NORMAL}
    assert RULES["verdict"] == {**bounds, "null": HALF, "exists": SOME, "within": WITHIN}
    assert tuple(RULES["band"].values()) == SHARES
    assert [RULES["search"][key] for key in ("slice", "least", "density", "chance")] == [
        peel.slice,
        peel.least,
        peel.density,
        peel.chance,
    ]
    assert (RULES["search"]["fewest"], RULES["search"]["parts"]) == (FEWEST, PARTS)
    assert (RULES["loops"]["save"], RULES["loops"]["resolution"]) == (SCORED, RESOLUTION)
    assert RULES["dates"] == {"instant": SMALL, "ancient": LONG_AGO}


def test_no_rule_travels_unread() -> None:
    assert set(leaves(RULES)) == ASKED.keys() | ELSEWHERE


@pytest.mark.parametrize("path", ASKED)
def test_another_rule_gives_another_answer(path: str) -> None:
    module, body, value = ASKED[path]
    assert answer(module, body, RULES) != answer(module, body, changed(path, value))


def test_loops_are_scored_at_the_moments_of_the_rule(tmp_path: Any) -> None:
    body = """
    const other = it.startLab({ ...pack, rules: given.rules }, { spawn: null });
    const [regime] = Object.keys(pack.regimes);
    return (await other.loopShares({ regime })).years;
    """
    years = asked_of_lab(bench(tmp_path), body, accepted=(0,), rules=changed("loops.save", 2.0))
    assert set(np.diff(years)) == {2.0}
