"""Work that many machines share by Dask: parts go to the workers of a cluster, and what they give comes back as it is ready.

A part whose worker dies goes to another. Dask is an extra of this program and is imported only here.
"""

from __future__ import annotations

import pickle
import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from dualtrack.errors import RunError, WrongArgument
from dualtrack.lab.runs.engine import one_thread
from dualtrack.lab.runs.reporting import Progress
from dualtrack.lab.runs.software import version_of

if TYPE_CHECKING:
    from distributed import Client, Future, as_completed

Part = TypeVar("Part")
Found = TypeVar("Found")

SOFTWARE = ("dualtrack", "llvmlite", "numcodecs", "numpy")
"""What decides the last digit of a number; it must be the same on every machine."""
AHEAD = 2
"""Parts that wait at each thread of a worker, so that none is idle and none holds much that nobody fetched."""
PATIENCE = 30
"""Seconds in which a scheduler must answer, and a worker join it."""
KEPT = 4
"""Pieces of work that a worker keeps unpacked, with the kernels that they compiled."""
LARGE = "1 GiB"
"""Below it Dask does not warn of a large part: worlds travel with what is asked of them."""
INSTALL = "install the extra: pip install 'dualtrack[cluster]', the same release as on the workers"


@dataclass(frozen=True)
class Cluster:
    """The workers that a Dask `client` reaches."""

    client: Client

    def each(self, work: Callable[[Part], Found], parts: Iterable[Part]) -> Iterator[tuple[int, Found]]:
        """What `work` gives of each part, with the part's place, in the order in which they are ready.

        Raises `RunError` where no worker is there, or the parts cannot be run on those that are.
        """
        import dask
        from distributed import as_completed

        self._await_workers()
        sent, places = pickle.dumps(work), dict[str, int]()
        source = enumerate(parts)

        def submitted(count: int) -> list[Future[Found]]:
            found = []
            with dask.config.set({"distributed.admin.large-graph-warning-threshold": LARGE}):
                for place, part in islice(source, count):
                    future = self.client.submit(work_on, sent, _software(), part, pure=False, key=None)
                    places[future.key] = place
                    found.append(future)
            return found

        first = submitted(self._room())
        done = as_completed(first, loop=self.client.loop)
        try:
            yield from self._gathered(done, places, submitted)
        finally:
            self.client.cancel(list(done.futures))

    def in_order(self, work: Callable[[Part], Found], parts: Sequence[Part], progress: Progress | None = None) -> list[Found]:
        """What `work` gives of each part, in the order of the parts; `progress` counts them."""
        found: dict[int, Found] = {}
        for place, each in self.each(work, parts):
            found[place] = each
            if progress is not None:
                progress(len(found), len(parts))
        return [found[place] for place in range(len(parts))]

    def _gathered(
        self, done: as_completed[Future[Found]], places: dict[str, int], submitted: Callable[[int], list[Future[Found]]]
    ) -> Iterator[tuple[int, Found]]:
        from distributed import CancelledError, KilledWorker

        for future in done:
            try:
                found = self.client.gather(future, direct=True)
            except KilledWorker as error:
                raise RunError(
                    f"{error.allowed_failures + 1} workers died one after another of the same part of the work",
                    where=str(error.last_worker.address),
                    fix="give workers more memory, or fewer threads; what is finished stays",
                ) from None
            except (CancelledError, OSError) as error:
                raise RunError(
                    f"the scheduler was lost: {error}", fix="start it again, and this again: what is finished stays"
                ) from None
            except ImportError as error:
                raise RunError(f"a worker cannot run this: {error}", fix=INSTALL) from None
            done.update(submitted(max(self._room() - done.count(), 0)))
            yield places.pop(future.key), found
            del future, found

    def _room(self) -> int:
        """How many parts may be on their way, as many workers as there are now."""
        threads: dict[str, int] = self.client.nthreads()
        return AHEAD * max(sum(threads.values()), 1)

    def _await_workers(self) -> None:
        try:
            self.client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise RunError(
                f"the scheduler answers, and no worker joined it for {PATIENCE} s",
                where=str(self.client.scheduler.address),
                fix="start workers: dask worker ADDRESS",
            ) from None


def cluster_of(client: object, who: str) -> Cluster | None:
    """The cluster behind a Dask `client` that a function was given, whose name is `who`; none without one.

    Raises `WrongArgument` for anything else, or a client that is closed.
    """
    if client is None:
        return None
    try:
        from distributed import Client
    except ImportError:
        raise WrongArgument(
            f"`client` cannot be a client of Dask, which is not installed here, but is a {type(client).__name__}",
            where=f"{who}(client=...)",
            fix=INSTALL,
        ) from None
    if not isinstance(client, Client) or client.asynchronous or client.status != "running":
        raise WrongArgument(
            f"`client` is no running client of Dask but a {type(client).__name__}",
            where=f"{who}(client=...)",
            fix="give distributed.Client(ADDRESS), one that is not asynchronous",
        )
    return Cluster(client)


@contextmanager
def connected(address: str, where: str) -> Iterator[object]:
    """A client of the scheduler at an address until the end of the block, none if it is empty; `where` names the option.

    Raises `RunError` where Dask is not installed or nothing answers.
    """
    if not address:
        yield None
        return
    try:
        from distributed import Client
    except ImportError:
        raise RunError("Dask's `distributed` is not installed", where=where, fix=INSTALL) from None
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise RunError(
            f"no scheduler answers at {address}: {error}",
            where=where,
            fix="start one with `dask scheduler`, and give the address that it prints, such as tcp://10.0.0.5:8786",
        ) from None
    with client:
        yield client


def work_on(sent: bytes, software: dict[str, str], part: Any) -> Any:
    """Do on a worker what was sent; raises `RunError` where its releases are not those of the process that asks."""
    here = _software()
    if unlike := [name for name in software if software[name] != here[name]]:
        name = unlike[0]
        raise RunError(
            f"a worker is not like the process that asks it: {name} is {software[name]} here and {here[name]} there",
            fix="install the same releases on every machine",
        )
    with one_thread():
        return _unpacked(sent)(part)


@lru_cache(KEPT)
def _unpacked(sent: bytes) -> Callable[[Any], Any]:
    work: Callable[[Any], Any] = pickle.loads(sent)
    return work


def _software() -> dict[str, str]:
    return {"machine": platform.machine(), **{name: version_of(name) for name in SOFTWARE}}
