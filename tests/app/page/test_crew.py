"""Workers of the page: never more than there are cores or than a few, and every accepted world is with exactly one of them."""

from pathlib import Path
from typing import Any

import pytest

from tests.app.page.asking import asked_of_node
from tests.app.page.laboratory import bench

BODY = """
Object.defineProperty(globalThis, "navigator", { value: { hardwareConcurrency: given.cores }, configurable: true });
const sent = [];
const spawn = () => ({ postMessage: (message) => sent.push(message), terminate: () => {} });
const crew = it.makeCrew({ rules: {} }, Array.from({ length: given.worlds }, (_, place) => place), { spawn, ...given.wanted });
console.log(JSON.stringify(sent.filter((message) => message.laboratory !== undefined).map(({ numbers }) => numbers)));
process.exit(0);
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bench(tmp_path_factory.mktemp("scripts"))


def stretches(folder: Path, cores: int, worlds: int, **wanted: Any) -> list[list[int]]:
    """The worlds that each worker is given."""
    found: list[list[int]] = asked_of_node(
        folder / "compute" / "crew.js", BODY, {"cores": cores, "worlds": worlds, "wanted": wanted}
    )
    return found


@pytest.mark.parametrize("cores", [1, 2, 3, 4, 5, 8, 64])
def test_no_more_workers_than_cores_nor_than_a_few(folder: Path, cores: int) -> None:
    assert len(stretches(folder, cores, 20)) == min(cores, 4)


@pytest.mark.parametrize("worlds", [0, 1, 3, 20, 101])
@pytest.mark.parametrize("workers", [1, 2, 3, 4])
def test_every_world_is_with_one_worker_and_none_has_much_more_than_another(folder: Path, worlds: int, workers: int) -> None:
    found = stretches(folder, 1, worlds, workers=workers)
    assert [world for each in found for world in each] == list(range(worlds))
    sizes = [len(each) for each in found]
    assert len(sizes) == workers
    assert max(sizes) - min(sizes) <= 1
