"""Own claims at the command line: frozen, then judged beside the others, and told apart from what is kept."""

from pathlib import Path

from dualtrack.app.bind import bind
from dualtrack.app.page.pack.found import is_current
from dualtrack.app.verdicts.kept_verdicts import verdict_rows
from tests.app.calling import Caller
from tests.lab.studies.claiming import CLAIM
from tests.lab.studies.studying import written


def test_a_claim_is_frozen_explained_and_judged(call: Caller, tmp_path: Path) -> None:
    file = str(written(tmp_path, CLAIM))
    judge = ("judge", "--worlds", "60", "--claims", "mine_1", "--study", file)
    refused = call(*judge)
    assert refused.code == 1
    assert "not frozen" in refused.err and "dualtrack freeze" in refused.err
    assert "not frozen: no verdict" in call.fine("explain", "mine_1", "--study", file).out
    for words in (("believe", "mine_1", "--worlds", "60"), ("matter", "mine_1", "--worlds", "64"), ("discover", "not mine_1")):
        assert call(*words, "--study", file).code == 1
    (row,) = call.fine("freeze", file, "--json").json["claims"]
    assert row["is_new"] and row["id"] == "mine_1"
    assert f"seal {row['seal'][:12]}" in " ".join(call.fine("explain", "mine_1", "--study", file).out.split())
    found = call.fine(*judge, "--json").json
    assert found["origin"]["study"]["frozen"]["mine_1"]["seal"] == row["seal"]
    (verdict,) = found["verdicts"]
    assert verdict["own"] == {"standing": "frozen", "frozen": row["frozen"], "seal": row["seal"]}
    assert len(verdict["beside"]["null"]) == 3 and verdict["beside"]["planted"]
    assert call("matter", "mine_1", "--year", "2030", "--study", file).code == 2


def test_what_is_kept_knows_no_claim_of_a_study(tmp_path: Path) -> None:
    plain, laid = bind(), bind(study=written(tmp_path, CLAIM))
    assert is_current(laid) == is_current(plain)
    assert verdict_rows(laid) == verdict_rows(plain)
