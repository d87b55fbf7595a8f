"""A pathway holds links by one number; what it cannot hold is refused, and a lever that passes by all of them is named."""

from dataclasses import replace

import pytest

from dualtrack.errors import DuplicateName, LabError, NoMeaning, RegimeError, UnknownName
from dualtrack.language.cut import gate_of, history_of
from dualtrack.language.statements.pathway import Pathway, check_pathways, hold_pathways, pathway_edges, uncarried
from tests.lab.toys import growth

MODEL, WORDS = growth(), ("Words", "词")
HELP = Pathway("help", WORDS, (("access", "progress"), ("cut_off", "progress")))
DIVERSION = Pathway("diversion", WORDS, (("diverted_effort", "progress"),))


def test_a_link_stands_for_every_element() -> None:
    assert pathway_edges(MODEL, [DIVERSION]) == {
        "diversion": (("diverted_effort.tools", "progress"), ("diverted_effort.memory", "progress"))
    }


def test_one_number_holds_a_pathway_and_its_causes_read_one_history_each() -> None:
    held = hold_pathways(MODEL, [HELP, DIVERSION])
    assert {*held.given} - {*MODEL.given} == {gate_of("help"), gate_of("diversion")}
    causes = ("access", "cut_off", "diverted_effort.tools", "diverted_effort.memory")
    assert {*held.driven} - {*MODEL.driven} == {history_of(cause) for cause in causes}
    assert held.causes("diverted_share") == MODEL.causes("diverted_share")


@pytest.mark.parametrize(
    ("pathways", "left"),
    [((), ("access", "cut_off")), ((HELP,), ("access", "cut_off")), ((HELP, DIVERSION), ())],
)
def test_levers_that_reach_the_outcome_past_every_pathway_are_named(pathways: tuple[Pathway, ...], left: tuple[str, ...]) -> None:
    assert uncarried(MODEL, pathway_edges(MODEL, pathways), "capability") == left


@pytest.mark.parametrize(
    ("changed", "kind", "said"),
    [
        ((HELP, HELP), DuplicateName, "pathway `help` is declared twice"),
        ((replace(HELP, label=("Help", "")),), NoMeaning, "lacks its words or its links"),
        ((replace(HELP, links=()),), NoMeaning, "lacks its words or its links"),
        ((replace(HELP, links=(("acess", "progress"),)),), UnknownName, "runs through `acess`"),
        ((replace(HELP, links=(("progress", "access"),)),), UnknownName, "from `progress` to `access`, which no equation has"),
        ((HELP, replace(HELP, name="again")), DuplicateName, "stands in `help` and in `again`"),
        ((replace(HELP, links=(("base_speed", "progress"),)),), RegimeError, "`base_speed` is a uncertainty"),
    ],
)
def test_what_is_no_pathway_is_refused(changed: tuple[Pathway, ...], kind: type[LabError], said: str) -> None:
    with pytest.raises(kind, match=said):
        check_pathways(MODEL, changed)
