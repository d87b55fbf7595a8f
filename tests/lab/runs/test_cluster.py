"""The door to a cluster where there is none: what is not installed, or no client, is told; without one nothing is asked."""

import sys

import pytest

from dualtrack.errors import RunError, WrongArgument
from dualtrack.lab.runs.cluster import cluster_of, connected, work_on
from dualtrack.lab.runs.engine import engine, one_thread
from tests.lab.toys import draining


def test_without_a_client_or_an_address_there_is_no_cluster() -> None:
    assert cluster_of(None, "explore") is None
    with connected("", "--cluster") as client:
        assert client is None


def test_where_the_extra_is_missing_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(WrongArgument, match="not installed") as wrong:
        cluster_of(object(), "explore")
    assert "dualtrack[cluster]" in wrong.value.fix
    with pytest.raises(RunError, match="not installed") as missing, connected("tcp://127.0.0.1:9", "--cluster"):
        pass
    assert missing.value.where == "--cluster"


def test_a_worker_of_another_release_refuses_the_work() -> None:
    with pytest.raises(RunError, match=r"numpy is 0\.1 here and .* there"):
        work_on(b"", {"numpy": "0.1"}, 1)


def test_engines_made_for_a_worker_take_one_thread() -> None:
    with one_thread():
        assert engine(draining()).runner.jobs == 1  # type: ignore[attr-defined]
    assert engine(draining()).runner.jobs is None  # type: ignore[attr-defined]
