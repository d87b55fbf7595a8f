"""A question whose blocks of worlds the workers of a cluster run, where the command line names one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from dualtrack.lab.laboratory import Laboratory, at_cluster
from dualtrack.lab.runs.cluster import connected

Answer = TypeVar("Answer")


@contextmanager
def at_workers(ask: Callable[[Laboratory], Answer], cluster: str) -> Iterator[Callable[[Laboratory], Answer]]:
    """The same question, asked with the workers of the scheduler at this address; as it is where there is no address.

    Raises `RunError` where Dask is not installed or no scheduler answers.
    """
    with connected(cluster, "--cluster") as client:
        yield lambda laboratory: ask(at_cluster(laboratory, client))
