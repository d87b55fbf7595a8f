"""The theory's pathways share out everything: no lever reaches the main outcome past them, and none of them does nothing."""

from dualtrack.app.bind import THEORY, shipped_laboratory
from dualtrack.language.statements.pathway import pathway_edges, uncarried

MODEL = shipped_laboratory().model


def test_every_way_from_a_lever_to_the_main_outcome_crosses_a_pathway() -> None:
    assert uncarried(MODEL, pathway_edges(MODEL, THEORY.pathways), THEORY.outcomes[0]) == ()


def test_without_any_one_pathway_some_lever_passes_by() -> None:
    for left in THEORY.pathways:
        others = [each for each in THEORY.pathways if each is not left]
        assert uncarried(MODEL, pathway_edges(MODEL, others), THEORY.outcomes[0]), left.name


def test_no_link_stands_right_before_another() -> None:
    """Else what one carries would be held by both."""
    edges = [edge for each in pathway_edges(MODEL, THEORY.pathways).values() for edge in each]
    held = set(edges)
    for _, reader in edges:
        waiting, seen = [reader], {reader}
        while waiting:
            here = waiting.pop()
            for follower in MODEL.effects(here):
                assert (here, follower) not in held, (here, follower)
                if MODEL[follower].role != "stock" and follower not in seen:
                    seen.add(follower)
                    waiting.append(follower)
