"""`dualtrack check`: a table with what broke first, the same in JSON, and an exit code that a script can read."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.commands import check as command
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.statements.reality_check import Holds, Response, Sweep
from tests.app.calling import Caller

FEW = ("check", "--worlds", "3", "--seed", "5")
TRUE = Holds(("Nobody overspends.", "无人超支。"), "domestic_sales + licensed_sales + smuggled_spending <= accelerator_budget")
FALSE = Holds(("Every layer leads.", "各层领先。"), "readiness > 1")
IDLE = Response(("A levy moves people.", "征费影响人才。"), Sweep("chip_levy", (0.0, 1.0)), "higher", ("root_engineers",))


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A theory that declares one sentence that is true, one that nothing tries and one that is false."""

    def bound(*more: object, **named: object) -> Laboratory:
        return replace(bind(), theory=replace(bind().theory, checks=(TRUE, IDLE, FALSE)))

    monkeypatch.setattr(command, "bound", bound)
    yield


def test_a_broken_sentence_comes_first_with_where_it_broke(call: Caller, declared: None) -> None:
    answer = call(*FEW, "--regimes", "as_is,free_trade")
    assert answer.code == 1
    rows = [line.split()[0] for line in answer.out.splitlines() if line.split()[:1] in (["broken"], ["untried"], ["holds"])]
    assert rows == ["broken", "untried", "holds"]
    assert "6 of 6" in answer.out
    assert "各层领先。" in answer.out and "as_is, world 0, 2018: readiness > 1 at equipment" in answer.out
    assert "2 of 3 sentences hold; nothing tried 1 of them in full" in " ".join(answer.out.split())
    assert "1e-09" in answer.out


def test_json_says_the_same(call: Caller, declared: None) -> None:
    answer = call(*FEW, "--regimes", "as_is", "--json")
    assert answer.code == 1
    found = answer.json
    assert (found["regimes"], found["broken"]) == (["as_is"], 1)
    assert (found["origin"]["worlds"], found["origin"]["seed"]) == ({"drawn": 3}, 5)
    assert found["origin"]["model"] == bind().model.fingerprint
    assert [each["state"] for each in found["checks"]] == ["holds", "untried", "broken"]
    assert found["checks"][1]["untried"] == ["root_engineers"]
    first = found["checks"][2]["counterexamples"][0]
    assert (first["regime"], first["world"], first["year"], first["element"], first["right"]) == (
        "as_is",
        0,
        2018,
        "equipment",
        1,
    )


def test_a_theory_whose_sentences_hold_ends_well(call: Caller, declared: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "bound", lambda *more, **named: replace(bind(), theory=replace(bind().theory, checks=(TRUE,))))
    assert call.fine(*FEW).err.startswith("checks:")


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (["--regimes", "as_is,fre_trade"], "near  free_trade", 1),
        (["--regimes", "as_is,as_is", "--worlds", "3"], "twice", 2),
        (["--regimes", ","], "empty name", 2),
        (["--worlds", "0"], "--worlds", 1),
    ],
)
def test_what_cannot_be_tried_is_refused(call: Caller, declared: None, words: list[str], said: str, code: int) -> None:
    assert said in call.refused("check", *words, code=code)
