"""What the page computes is what the laboratory computes: runs, bands, samples, splits, scores; and how it refuses."""

from pathlib import Path as File
from typing import Any

import numpy as np
import pytest

from dualtrack.app.bind import THEORY
from dualtrack.lab.loop_study import named_circuits, scored
from dualtrack.lab.loops.loop_score import LinkScorer, score_loops
from dualtrack.lab.questions import explain_change
from dualtrack.lab.questions.explain_change import PolicyChange
from dualtrack.lab.runs.regimes import set_lever
from dualtrack.lab.statistics.band import bands
from dualtrack.lab.worlds.draw import Worlds, draw, hold, nominal
from dualtrack.language.scenario import Regime
from dualtrack.targets.numeric.many import Many
from dualtrack.targets.numeric.python import Oracle
from dualtrack.targets.numeric.scheme import EULER
from dualtrack.targets.numeric.score import moving_links
from tests.app.page.laboratory import SEED, asked_of_lab, bench, laboratory

ACCEPTED = (1, 4, 5, 6, 11, 17, 40)
NAMES = ("us_ai_valuation", "dependence")
ASSUMED = {"china_cash_weight": 0.3, "demand_proof_strength": 0.7}
LEVERS = {"cloud_access": (0.8, 2027.5), "import_refusal": (0.5, None)}
SCENARIO = {
    "regime": "as_is",
    "levers": {name: {"value": value} | ({} if year is None else {"from": year}) for name, (value, year) in LEVERS.items()},
    "assumptions": ASSUMED,
}
BASE = {"regime": "as_is", "levers": {}, "assumptions": {}}
KEYS = ("q05", "q25", "q50", "q75", "q95")


def regime() -> Regime:
    """The scenario's levers as the command line sets them."""
    found = laboratory().regimes["as_is"]
    assert found.parts_at is not None
    for name, (value, year) in LEVERS.items():
        found = set_lever(laboratory().model, found, name, value, found.parts_at if year is None else year)
    return found


def accepted() -> Worlds:
    drawn = draw(laboratory().model, max(ACCEPTED) + 1, SEED)
    return drawn.only(np.isin(drawn.numbers, ACCEPTED))


def outcomes(of: Regime, worlds: Worlds) -> dict[str, Any]:
    return dict(Many.of(laboratory().model).run(of, THEORY.clock, worlds.values, list(NAMES), scheme=EULER).values)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> File:
    return bench(tmp_path_factory.mktemp("scripts"))


def near(found: Any, expected: Any, part: float = 1e-9) -> None:
    """To a part of the expected values' scale."""
    scale = float(np.max(np.abs(expected))) or 1.0
    np.testing.assert_allclose(np.array(found, dtype=float), expected, rtol=0, atol=part * scale)


def test_a_scenario_is_the_run_of_its_levers_and_assumptions(folder: File) -> None:
    found = asked_of_lab(folder, "return lab.run(given.scenario, given.names);", scenario=SCENARIO, names=NAMES)
    alone = Oracle.of(laboratory().model).run(regime(), THEORY.clock, ASSUMED)
    assert found["years"] == list(THEORY.clock.saved)
    for name in NAMES:
        near(found["values"][name], alone[name])


@pytest.mark.parametrize("workers", [0, 3])
def test_bands_and_samples_are_those_of_the_same_worlds(folder: File, workers: int) -> None:
    body = """
    const bands = await lab.bands(given.scenario, given.names);
    const added = await lab.bands(given.scenario, given.names, undefined, given.base);
    const samples = await lab.samples(given.scenario, given.names[1], 2035);
    const other = await lab.bands(given.scenario, ["installed_compute"]);
    return { bands, added, samples, other, numbers: lab.worlds().numbers, drawn: lab.worlds().value("absorption_strength") };
    """
    found = asked_of_lab(folder, body, accepted=ACCEPTED, workers=workers, scenario=SCENARIO, base=BASE, names=NAMES)
    model, worlds = laboratory().model, accepted()
    with_it = outcomes(regime(), hold(model, worlds, ASSUMED))
    without = outcomes(laboratory().regimes["as_is"], worlds)
    assert found["bands"]["worlds"] == len(ACCEPTED)
    assert found["bands"]["failed"] == 0
    assert found["numbers"] == list(ACCEPTED)
    assert found["other"]["worlds"] == len(ACCEPTED)
    near(found["drawn"], worlds.values["absorption_strength"], 1e-12)
    near(found["samples"], with_it[NAMES[1]][:, list(THEORY.clock.saved).index(2035.0)])
    for name in NAMES:
        for answer, values in ((found["bands"], with_it[name]), (found["added"], with_it[name] - without[name])):
            expected = np.array([band.numbers for band in bands(values)])
            near(np.array([answer["values"][name][key] for key in KEYS]).T, expected)


def test_runs_that_part_from_known_ones_later_are_taken_up_there_and_are_the_same(folder: File) -> None:
    body = """
    const { base, names } = given;
    const first = await lab.bands(base, names);
    const found = [];
    for (const scenario of given.scenarios) found.push(await lab.bands(scenario, names));
    return found;
    """
    regimes, model, parted = laboratory().regimes, laboratory().model, 2026.9
    moved = [("cloud_access", 0.8, parted), ("cloud_access", 0.8, 2021.3), ("cloud_access", 0.2, 2035.0)]
    scenarios = [{**BASE, "levers": {name: {"value": value, "from": year}}} for name, value, year in moved]
    scenarios += [{**BASE, "regime": "free_trade"}, {**BASE, "assumptions": ASSUMED}]
    expected = [outcomes(set_lever(model, regimes["as_is"], *each), accepted()) for each in moved]
    expected += [outcomes(regimes["free_trade"], accepted()), outcomes(regimes["as_is"], hold(model, accepted(), ASSUMED))]
    found = asked_of_lab(folder, body, accepted=ACCEPTED, base=BASE, scenarios=scenarios, names=NAMES)
    for answer, values in zip(found, expected, strict=True):
        for name in NAMES:
            near(
                np.array([answer["values"][name][key] for key in KEYS]).T,
                np.array([band.numbers for band in bands(values[name])]),
            )


def test_a_split_of_levers_is_the_laboratorys(folder: File) -> None:
    scenario = {**SCENARIO, "assumptions": {}}
    body = "return lab.split(given.base, given.scenario, given.names, 2035.1);"
    found = asked_of_lab(folder, body, base=BASE, scenario=scenario, names=NAMES)
    change = PolicyChange(laboratory().model, laboratory().regimes["as_is"], regime(), THEORY.clock)
    compare_split(found, explain_change.explain_change(change, NAMES, 2035.1))


def test_a_split_between_regimes_is_the_laboratorys_lever_by_lever(folder: File) -> None:
    body = "return lab.split({ ...given.base, regime: 'as_is' }, { ...given.base, regime: 'breakout' }, given.names, 2040);"
    found = asked_of_lab(folder, body, base=BASE, names=NAMES)
    regimes = laboratory().regimes
    change = PolicyChange(laboratory().model, regimes["as_is"], regimes["breakout"], THEORY.clock)
    compare_split(found, explain_change.explain_change(change, NAMES, 2040.0))


def compare_split(found: Any, expected: explain_change.ChangeExplained) -> None:
    assert found["exact"]
    assert sorted(found["movers"]) == sorted(mover.name for mover in expected.movers)
    assert found["runs"] == expected.runs
    for split in expected.splits:
        scale = max(abs(split.before), abs(split.after))
        assert found["before"][split.outcome] == pytest.approx(split.before, rel=1e-9)
        assert found["after"][split.outcome] == pytest.approx(split.after, rel=1e-9)
        for part in split.parts:
            assert found["parts"][part.mover.name][split.outcome] == pytest.approx(part.value, abs=1e-9 * scale)
        pairs = {frozenset(pair["movers"]): pair["values"][split.outcome] for pair in found["pairs"]}
        for pair in split.pairs:
            assert pairs[frozenset(mover.name for mover in pair.movers)] == pytest.approx(pair.value, abs=1e-9 * scale)


def test_assumptions_and_levers_share_out_the_whole_change(folder: File) -> None:
    body = "return lab.split(given.base, given.scenario, given.names, 2040);"
    found = asked_of_lab(folder, body, base=BASE, scenario=SCENARIO, names=NAMES, workers=2)
    assert sorted(found["movers"]) == sorted([*LEVERS, *ASSUMED])
    assert found["runs"] == 2 ** len(found["movers"])
    for name in NAMES:
        shares = [found["parts"][mover][name] for mover in found["movers"]]
        assert sum(shares) == pytest.approx(found["after"][name] - found["before"][name], abs=1e-9 * abs(found["after"][name]))


def test_levers_of_regimes_far_apart_move_by_group_and_share_out_the_whole_change(folder: File) -> None:
    scenario = {"regime": "free_trade", "levers": {"cloud_access": {"value": 0.1}}, "assumptions": {"china_cash_weight": 0.3}}
    body = "return lab.split(given.base, given.scenario, given.names, 2040);"
    found = asked_of_lab(folder, body, base=BASE, scenario=scenario, names=NAMES)
    assert sorted(found["movers"]) == ["china_cash_weight", "cloud_access", "group:all"]
    for name in NAMES:
        shares = [each[name] for each in found["parts"].values()]
        assert sum(shares) == pytest.approx(found["after"][name] - found["before"][name], abs=1e-9 * abs(found["after"][name]))


def test_more_movers_than_can_all_be_mixed_are_sampled_and_said_to_be(folder: File) -> None:
    body = """
    const levers = Object.fromEntries(given.levers.map(([name, value]) => [name, { value }]));
    const found = await lab.split(given.base, { ...given.base, levers }, given.names, 2040);
    return { ...found, pairs: found.pairs.length };
    """
    model = laboratory().model
    levers = [(name, model[name].high) for name in model.of_role(["lever"])][:12]
    found = asked_of_lab(folder, body, base=BASE, levers=levers, names=NAMES[1:])
    assert not found["exact"]
    assert found["pairs"] == 0
    shares, errors = ([each[NAMES[1]] for each in found[key].values()] for key in ("parts", "errors"))
    assert len(shares) == 12
    assert sum(shares) == pytest.approx(found["after"][NAMES[1]] - found["before"][NAMES[1]], abs=1e-9)
    assert 0 < max(errors) < max(map(abs, shares))


def test_loop_shares_and_link_scores_are_the_laboratorys(folder: File) -> None:
    body = "return { shares: await lab.loopShares(given.scenario), links: await lab.linkStrengths(given.scenario, 2030) };"
    found = asked_of_lab(folder, body, scenario=SCENARIO)
    model, world = laboratory().model, hold(laboratory().model, nominal(laboratory().model), ASSUMED)
    scores = score_loops(model, regime(), world, scored(laboratory().theory), named_circuits(laboratory()))
    assert found["shares"]["years"] == scores.years.tolist()
    for loop, shares in found["shares"]["loops"].items():
        np.testing.assert_allclose(shares, scores.signed_share(loop)[0], rtol=1e-6, atol=1e-9)
    links = moving_links(model)
    alone, _ = LinkScorer.of(model, regime(), THEORY.clock, links).scores(world, {})
    at = list(THEORY.clock.saved[1:]).index(2030.0)
    assert [(link["from"], link["to"]) for link in found["links"]["links"]] == sorted(links, key=lambda link: order(model, link))
    for link in found["links"]["links"]:
        # A score divides two small differences of nearly equal numbers, so that a last bit shows.
        assert link["score"] == pytest.approx(float(alone[link["from"], link["to"]][0, at]), rel=1e-5, abs=1e-7)


def order(model: Any, link: tuple[str, str]) -> tuple[int, str]:
    return [*model.order, *model.stocks].index(link[1]), link[0]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"regime": "as_iss"}, "as_iss"),
        ({"regime": "__proto__"}, "__proto__"),
        ({"levers": {"cloud_acess": {"value": 0.5}}}, "cloud_acess"),
        ({"levers": {"cloud_access": {"value": 7}}}, "cloud_access"),
        ({"levers": {"cloud_access": {"value": "0.5"}}}, "cloud_access"),
        ({"levers": {"cloud_access": {"value": 0.5, "from": "soon"}}}, "cloud_access"),
        ({"levers": {"dependence": {"value": 0.5}}}, "dependence"),
        ({"levers": {"constructor": {"value": 0.5}}}, "constructor"),
        ({"assumptions": {"absorption_strength": None}}, "absorption_strength"),
        ({"assumptions": {"cloud_access": 0.5}}, "cloud_access"),
    ],
)
def test_a_scenario_that_makes_no_sense_is_explained(folder: File, change: Any, word: str) -> None:
    body = """
    const faults = lab.faults(given.scenario);
    try {
      lab.run(given.scenario, ["dependence"]);
    } catch (error) {
      return { faults, what: error.what, keys: Object.keys(error) };
    }
    """
    found = asked_of_lab(folder, body, scenario={**BASE, **change})
    assert word in found["what"]
    assert found["keys"] == ["what", "where", "near", "fix"]
    assert len(found["faults"]) == 1


@pytest.mark.parametrize("workers", [0, 2])
def test_of_two_who_ask_the_same_one_may_give_up_and_the_other_is_answered(folder: File, workers: int) -> None:
    body = """
    const giving = new AbortController();
    const first = lab.bands(given.scenario, given.names, giving.signal).catch((error) => error.name);
    const second = lab.samples(given.scenario, given.names[0], 2030);
    setTimeout(() => giving.abort(), 5);
    return { first: await first, second: (await second).length };
    """
    found = asked_of_lab(folder, body, accepted=range(30), workers=workers, scenario=BASE, names=NAMES)
    assert found == {"first": "AbortError", "second": 30}


@pytest.mark.parametrize("workers", [0, 2])
def test_a_question_given_up_stops_and_the_next_is_answered(folder: File, workers: int) -> None:
    body = """
    const giving = new AbortController();
    const first = lab.bands(given.scenario, given.names, giving.signal).catch((error) => error.name);
    setTimeout(() => giving.abort(), 5);
    const name = await first;
    const after = await lab.bands({ ...given.scenario, regime: "breakout" }, given.names);
    const gone = new AbortController();
    gone.abort();
    const never = await lab.samples(given.scenario, "dependence", 2030, gone.signal).catch((error) => error.name);
    return { name, worlds: after.worlds, gone: never };
    """
    found = asked_of_lab(folder, body, accepted=range(40), workers=workers, scenario=BASE, names=NAMES)
    assert found == {"name": "AbortError", "worlds": 40, "gone": "AbortError"}


def test_where_workers_fail_the_page_does_their_work(folder: File) -> None:
    body = """
    const spawn = () => {
      const face = { terminate: () => {}, postMessage: () => setTimeout(() => face.onerror({ message: "refused" })) };
      return face;
    };
    const broken = it.startLab(pack, { spawn, workers: 2 });
    const unmade = it.startLab(pack, { spawn: () => { throw new Error("no workers here"); }, workers: 2 });
    return Promise.all([broken, unmade].map(async (each) => (await each.bands(given.scenario, given.names)).worlds));
    """
    assert asked_of_lab(folder, body, scenario=BASE, names=NAMES) == [3, 3]
