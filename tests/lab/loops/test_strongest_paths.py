"""Strongest paths: real loops only, all of them where there are few, and the strongest among many."""

import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualtrack.errors import RunError
from dualtrack.lab.loops.coverage import cover, members
from dualtrack.lab.loops.loop_score import Circuit
from dualtrack.lab.loops.strongest_paths import _outward, strongest_loops, turned
from dualtrack.lab.worlds.draw import Worlds, draw
from dualtrack.language.cut import Edge
from dualtrack.language.scenario import Regime
from dualtrack.language.statements.named_loop import stations
from tests.loop_toys import CLOCKS, toy
from tests.refusals import refused
from tests.toys import two_sectors

NAMES = "abcdef"
AS_IS = Regime("as is")
ONE = Worlds({}, None, 0, 1)


def graph(seed: int) -> dict[Edge, np.ndarray]:
    chance = random.Random(seed)
    pairs = [(a, b) for a in NAMES for b in NAMES if a != b and chance.random() < 0.45]
    return {pair: np.array([chance.choice([-1, 1]) * chance.uniform(0.05, 1.5)]) for pair in pairs}


def every_loop(links: dict[Edge, np.ndarray]) -> dict[tuple[str, ...], float]:
    """All loops by brute force, with the magnitudes of their scores."""
    found: dict[tuple[str, ...], float] = {}

    def follow(path: tuple[str, ...], strength: float) -> None:
        for (cause, effect), score in links.items():
            if cause == path[-1]:
                if effect == path[0]:
                    found[turned(path)] = strength * abs(float(score[0]))
                elif effect not in path:
                    follow((*path, effect), strength * abs(float(score[0])))

    for name in NAMES:
        follow((name,), 1.0)
    return found


@given(st.integers(0, 10**6))
def test_what_is_found_is_a_loop(seed: int) -> None:
    links = graph(seed)
    found = strongest_loops(links, NAMES)
    assert set(found) <= set(every_loop(links))
    assert len(set(found)) == len(found)


def test_most_of_the_strength_is_found_on_the_whole() -> None:
    parts = []
    for seed in range(200):
        links = graph(seed)
        everything = every_loop(links)
        found = strongest_loops(links, NAMES)
        if everything:
            parts.append(sum(everything[ring] for ring in found) / sum(everything.values()))
    assert np.mean(parts) > 0.8  # the published heuristic misses loops, most of them weak


@given(st.integers(0, 200), st.randoms(use_true_random=False))
def test_among_links_of_one_strength_the_order_of_links_decides_nothing(seed: int, chance: random.Random) -> None:
    links = [(pair, np.sign(score) * 0.5) for pair, score in graph(seed).items()]
    turned_round = chance.sample(links, len(links))
    assert strongest_loops(dict(links), NAMES) == strongest_loops(dict(turned_round), NAMES)


def test_a_stronger_link_is_followed_first_and_of_equals_the_first_by_name() -> None:
    outward = _outward({("a", "d"): 0.5, ("a", "c"): 0.5, ("a", "b"): 0.1, ("a", "e"): -0.9, ("a", "a"): 1.0})
    assert [name for _, name in outward["a"]] == ["e", "c", "d", "b"]


def test_loops_that_do_not_meet_are_all_found() -> None:
    links = {pair: np.array([0.5]) for ring in ("abca", "fgf") for pair in pairwise(ring)}
    assert set(strongest_loops(links, "abf")) == {("a", "b", "c"), ("f", "g")}


def test_an_idle_link_and_a_link_to_itself_make_no_loop() -> None:
    links = {("a", "b"): np.array([0.0]), ("b", "a"): np.array([1.0]), ("c", "c"): np.array([1.0])}
    assert strongest_loops(links, "abc") == ()
    assert strongest_loops({}, "a") == ()


def test_a_loop_may_be_strong_at_one_moment_only() -> None:
    links = {("a", "b"): np.array([0.0, 1.0]), ("b", "a"): np.array([1.0, 1.0])}
    assert strongest_loops(links, "a") == (("a", "b"),)


NAMED = {
    "logistic": ("population", "births"),
    "bass": ("adopters", "by_word_of_mouth"),
    "predation": ("hares", "born"),
    "epidemic": ("infectious", "recovery"),
}


@pytest.mark.parametrize("name", NAMED)
def test_shares_of_named_and_other_loops_add_up(name: str) -> None:
    model = toy(name)
    found = cover(model, AS_IS, ONE, CLOCKS[name], [Circuit("named", stations(model, NAMED[name]))])
    assert 0 < found.named < 1
    assert found.named + sum(each.share for each in found.others) == pytest.approx(1.0)
    assert found.stocks == found.feedback


def test_the_members_of_a_circuit_are_its_single_loops() -> None:
    model = two_sectors()
    assert members(model, Circuit("leaving", stations(model, ("adopters", "leaving")))) == (
        ("adopters.lower", "leaving.lower"),
        ("adopters.upper", "leaving.upper"),
    )


def test_named_loops_are_not_found_again() -> None:
    model, clock = toy("logistic"), CLOCKS["logistic"]
    both = [Circuit(flow, (("population",), (flow,))) for flow in ("births", "deaths")]
    found = cover(model, AS_IS, ONE, clock, both)
    assert found.named == pytest.approx(1.0)
    assert found.found == 2
    assert not found.others
    (other,) = cover(model, AS_IS, ONE, clock, both[:1]).others
    assert other.names == ("deaths", "population")
    assert not other.reinforcing


def test_loops_are_searched_in_one_world() -> None:
    model = two_sectors()
    circuit = Circuit("leaving", stations(model, ("adopters", "leaving")))
    refused(RunError, lambda: cover(model, AS_IS, draw(model, 2, 7), CLOCKS["bass"], [circuit]))
