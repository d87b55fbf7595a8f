"""What parts and moves carry, whatever the answers: they sum to the difference, and turn with the order of the studies."""

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dualtrack.lab.disputes import share_out
from dualtrack.lab.disputes.points import Mixture, StudyMove
from dualtrack.lab.disputes.reckoned import Reckoned
from dualtrack.lab.disputes.share_out import Answer, Game

EXACT = 1e-9
QUICK = (Phase.explicit, Phase.generate)
sizes = st.lists(st.integers(1, 3), min_size=1, max_size=4)


def moves(counts: list[int]) -> tuple[tuple[StudyMove, ...], ...]:
    parts = ("policies", "priors", "evidence", "thresholds")
    return tuple(tuple(StudyMove(part, f"{part}{at}") for at in range(count)) for part, count in zip(parts, counts, strict=False))  # type: ignore[arg-type]


def any_answers(counts: list[int], seed: int, ignored: frozenset[StudyMove] = frozenset()) -> Answer:
    """A number without any law for every mixture, the same whatever is taken of the moves that are ignored."""

    def answer(mixture: Mixture) -> Reckoned:
        key = sorted(f"{move.part}{move.name}" for move in mixture - ignored)
        stream = np.random.default_rng([seed, *"".join(key).encode()])
        return Reckoned(float(stream.normal()), stream.normal(size=3))

    return answer


@given(sizes, st.integers(0, 9999))
@settings(max_examples=40, phases=QUICK)
def test_parts_sum_to_the_difference_and_moves_to_their_part(counts: list[int], seed: int) -> None:
    game = Game(any_answers(counts, seed), moves(counts))
    whole = game.answer(game.everything).minus(game.answer(frozenset()))
    parts = game.of_parts()
    assert sum(each.value for each in parts) == pytest.approx(whole.value, abs=EXACT)
    assert np.sum([each.pull for each in parts], axis=0) == pytest.approx(whole.pull, abs=EXACT)
    for place, part in enumerate(parts):
        found = game.of_moves(place, seed)
        assert sum(each.value for each in found.found.values()) == pytest.approx(part.value, abs=EXACT)


@given(sizes, st.integers(0, 9999), st.booleans())
@settings(max_examples=30, phases=QUICK)
def test_the_other_way_round_every_share_changes_its_sign(counts: list[int], seed: int, drawn: bool) -> None:
    answer, parts = any_answers(counts, seed), moves(counts)
    whole = frozenset(move for part in parts for move in part)
    one, other = Game(answer, parts), Game(lambda mixture: answer(whole - mixture), parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(share_out, "MOST_MIXTURES", 1 if drawn else 512)
        for place in range(len(parts)):
            ours, theirs = one.of_moves(place, seed), other.of_moves(place, seed)
            for move, share in ours.found.items():
                assert theirs.found[move].value == pytest.approx(-share.value, abs=EXACT)
                assert theirs.drawn_error[move] == pytest.approx(ours.drawn_error[move], abs=EXACT)


@given(sizes, st.integers(0, 9999))
@settings(max_examples=30, phases=QUICK)
def test_what_changes_nothing_carries_exactly_nothing(counts: list[int], seed: int) -> None:
    parts = moves(counts)
    idle = parts[0][0]
    game = Game(any_answers(counts, seed, frozenset({idle})), parts)
    assert game.of_moves(0, seed).found[idle].value == 0.0


def test_drawn_orders_come_near_to_all_of_them_and_say_how_near(monkeypatch: pytest.MonkeyPatch) -> None:
    counts, missed = [7, 1], []
    for seed in range(6):
        game = Game(any_answers(counts, seed), moves(counts))
        exact = game.of_moves(0, seed)
        monkeypatch.setattr(share_out, "MOST_MIXTURES", 200)
        drawn = game.of_moves(0, seed)
        monkeypatch.undo()
        assert exact.is_exact and not drawn.is_exact
        missed += [abs(drawn.found[m].value - exact.found[m].value) / drawn.drawn_error[m] for m in exact.found]
    assert np.mean(np.array(missed) > 3) < 0.1
