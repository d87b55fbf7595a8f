"""Work that Dask's workers share gives the bytes of one machine, although one of them dies on the way."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from distributed import Client

import dualtrack as dt
from dualtrack.errors import RunError, WrongArgument
from dualtrack.lab.calibrate.calibrate import calibrate
from dualtrack.lab.calibrate.temper import Tempering
from dualtrack.lab.claims import arms
from dualtrack.lab.matching import weighing as weighing_of
from dualtrack.lab.record import accept
from dualtrack.lab.runs import cluster as under_test
from dualtrack.lab.runs.cluster import Cluster, cluster_of, connected
from dualtrack.lab.store.explore import explore
from dualtrack.lab.store.plan import Plan
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.scenario import Clock
from tests.app.calling import Caller
from tests.lab.calibrate.test_calibrate import weighing
from tests.lab.exploring import PLAN, contents
from tests.lab.toys import draining
from verify.clusters import LocalCluster, local_cluster

WORKERS = 4


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    with local_cluster(tmp_path_factory.mktemp("cluster"), WORKERS) as found:
        yield found


@pytest.fixture
def client(workers: LocalCluster) -> Iterator[Any]:
    workers.workers = [each for each in workers.workers if each.poll() is None]
    workers.start(WORKERS - len(workers.workers))
    with Client(workers.address, set_as_default=False) as found:
        found.wait_for_workers(WORKERS)
        yield found


@pytest.fixture(scope="module")
def lab() -> Any:
    return dt.laboratory()


def killer(workers: LocalCluster, share: float) -> Callable[[int, int], None]:
    """Kills the first worker once this share of the work is done."""

    def tell(done: int, of: int) -> None:
        if done > share * of and workers.workers[0].poll() is None:
            workers.kill(0)

    return tell


def test_an_ensemble_whose_worker_was_killed_has_the_bytes_of_one_machine(
    workers: LocalCluster, client: Any, tmp_path: Path
) -> None:
    many = replace(PLAN, worlds=1200)
    explore(draining(), many, tmp_path / "one" / "futures")
    found = explore(draining(), many, tmp_path / "other" / "futures", client=client, progress=killer(workers, 0.3))
    assert workers.workers[0].returncode is not None
    assert (found.missing, found.reused) == ((), 0)
    assert contents(tmp_path / "one" / "futures") == contents(tmp_path / "other" / "futures")


def test_so_has_one_of_the_theory_and_ranges_may_go_to_the_cluster_too(
    workers: LocalCluster, client: Any, tmp_path: Path, lab: Any
) -> None:
    regimes = (lab.regimes["limited_opening"], lab.regimes["near_embargo"])
    clock = Clock(2018.0, 2040.0, 1 / 16, 1.0)
    plan = Plan(regimes, 6000, 7, clock, lab.model.outcomes, block=300)
    explore(lab.model, plan, tmp_path / "one" / "futures")
    folder = tmp_path / "other" / "futures"
    explore(lab.model, plan, folder, client=client, progress=killer(workers, 0.3), blocks=range(4, 20))
    explore(lab.model, plan, folder, blocks=range(4))
    assert workers.workers[0].returncode is not None
    assert contents(tmp_path / "one" / "futures") == contents(folder)


def test_an_ensemble_in_memory_is_the_same_to_its_last_digit(client: Any, lab: Any) -> None:
    here, there = (lab.ensemble("as_is", "near_embargo", worlds=9000, client=each) for each in (None, client))
    for regime in here.paths:
        for name in here.units:
            assert here[regime].values[name].tobytes("A") == there[regime].values[name].tobytes("A")
            assert here[regime].values[name].strides == there[regime].values[name].strides
    assert json.dumps(here.to_dict()) == json.dumps(there.to_dict())


def test_claims_are_judged_alike(client: Any, lab: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = sent(monkeypatch)
    monkeypatch.setattr(accept, "BLOCK", 300)
    monkeypatch.setattr(arms, "BLOCK", 200)
    here, there = (lab.judge("L5", worlds=900, client=each) for each in (None, client))
    assert json.dumps(here.to_dict(), default=str) == json.dumps(there.to_dict(), default=str)
    assert len(seen) > 2
    assert there.laboratory.cluster is None


def test_what_one_must_believe_is_alike(client: Any, lab: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = sent(monkeypatch)
    monkeypatch.setattr(accept, "BLOCK", 300)
    monkeypatch.setattr(arms, "BLOCK", 200)
    here, there = (lab.believe("L5", worlds=900, client=each) for each in (None, client))
    assert json.dumps(here.to_dict(), default=str) == json.dumps(there.to_dict(), default=str)
    assert seen


def test_worlds_drawn_by_a_record_are_alike(client: Any) -> None:
    """A toy, since the theory takes minutes; the same two draws are sent."""
    few = Tempering(200, 2, 2, 4)
    here, there = (calibrate(weighing(True), 1, few, cluster=each) for each in (None, Cluster(client)))
    assert [each.state.tobytes() for each in here.clouds] == [each.state.tobytes() for each in there.clouds]
    assert [each.log_evidence for each in here.clouds] == [each.log_evidence for each in there.clouds]


def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many parts went to the cluster each time."""
    found, whole = list[int](), Cluster.in_order

    def counted(self: Cluster, work: Any, parts: Any, progress: Any = None) -> Any:
        found.append(len(parts))
        return whole(self, work, parts, progress)

    monkeypatch.setattr(Cluster, "in_order", counted)
    return found


def test_the_command_line_takes_an_address(
    workers: LocalCluster, client: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    call = Caller(capsys)
    words = ("explore", "--worlds", "40", "--regimes", "as_is", "--outcomes", "dependence", "-o")
    call.fine(*words, str(tmp_path / "futures"))
    (tmp_path / "futures").rename(tmp_path / "kept")
    call.fine(*words, str(tmp_path / "futures"), "--cluster", workers.address)
    here, there = (
        {each.relative_to(folder): each.read_bytes() for each in folder.rglob("*") if each.is_file()}
        for folder in (tmp_path / "kept", tmp_path / "futures")
    )
    assert here == there
    judged = [
        call.fine("judge", "--worlds", "300", "--claims", "L5", "--json", *more).out
        for more in ((), ("--cluster", workers.address))
    ]
    assert judged[0] == judged[1]
    believed = [
        call.fine("believe", "L5", "--worlds", "600", "--json", *more).out for more in ((), ("--cluster", workers.address))
    ]
    assert believed[0] == believed[1]


def test_a_part_that_kills_every_worker_is_told_and_not_tried_for_ever(workers: LocalCluster, client: Any) -> None:
    with pytest.raises(RunError, match="died one after another") as caught:
        Cluster(client).in_order(deadly, [0])
    assert "memory" in caught.value.fix


def deadly(part: int) -> None:
    os._exit(part + 1)


def faulty(part: int) -> None:
    raise RunError(f"part {part} cannot be run", fix="leave it out")


def test_what_weighs_worlds_of_the_theory_can_be_sent(client: Any, lab: Any) -> None:
    asked = weighing_of(lab)
    (there,) = Cluster(client).in_order(as_it_is, [asked])
    assert there.model.fingerprint == asked.model.fingerprint
    assert there.figures == asked.figures


def test_an_error_on_a_worker_comes_back_as_it_is(client: Any) -> None:
    with pytest.raises(RunError, match="part 3 cannot be run") as caught:
        Cluster(client).in_order(faulty, [3])
    assert caught.value.fix == "leave it out"


def test_a_worker_of_another_release_is_refused(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    here = under_test._software()
    monkeypatch.setattr(under_test, "_software", lambda: {**here, "numpy": "0.1"})
    with pytest.raises(RunError, match=r"numpy is 0\.1 here and .* there"):
        Cluster(client).in_order(len, ["part"])


def test_worlds_go_there_and_back(client: Any, lab: Any) -> None:
    worlds = lab.worlds(50)
    found: list[Worlds] = Cluster(client).in_order(as_it_is, [worlds])
    assert found[0].to_dict() == worlds.to_dict()


def as_it_is(part: Any) -> Any:
    return part


def test_where_nothing_answers_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(under_test, "PATIENCE", 1)
    with pytest.raises(RunError, match="no scheduler answers") as caught, connected("tcp://127.0.0.1:9", "--cluster"):
        pass
    assert caught.value.where == "--cluster"
    with pytest.raises(RunError, match="no scheduler answers"), connected("nowhere at all", "--cluster"):
        pass
    with (
        local_cluster(tmp_path, 0) as empty,
        Client(empty.address, set_as_default=False) as alone,
        pytest.raises(RunError, match="no worker joined it"),
    ):
        Cluster(alone).in_order(len, ["part"])
    with pytest.raises(WrongArgument, match="no running client"):
        cluster_of(alone, "explore")
