"""A small folder of results for tests: filled, filled again, and held beside what a user left in it."""

import random
from collections.abc import Callable
from pathlib import Path

from dualtrack.app.output.results_folder import results_folder
from dualtrack.errors import OutputError
from dualtrack.files.manifest import PASSPORT, files_of, listed, read_passport
from tests.foreign import snapshot, strew

OLD = {"numbers": "old", "store/a/0": "old", "store/gone/0": "old"}
NEW = {"numbers": "new", "store/a/0": "new", "store/b/0": "new"}
TOP = ("numbers", "store")


def filling(files: dict[str, str]) -> Callable[[Path], None]:
    def fill(folder: Path) -> None:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")

    return fill


def write(place: Path, files: dict[str, str] = OLD) -> None:
    with results_folder(place, TOP) as results:
        results.write(filling(files), {"seed": 7})


def holds(place: Path, files: dict[str, str]) -> bool:
    """Whether a folder holds these files and a passport that lists them, and nothing else."""
    found = {name: (place / name).read_text(encoding="utf-8") for name in listed(place) if name != PASSPORT}
    return found == files and files_of(read_passport(place)).keys() == files.keys()


def rerun(root: Path, seed: int) -> None:
    """Write results, let a user do what a user may do, write other results, and hold what is the user's beside what it was."""
    place, outside = root / "results", root / "outside"
    outside.mkdir()
    (outside / "thesis.txt").write_text("years of work", encoding="utf-8")
    write(place, OLD)
    ours = {**OLD, PASSPORT: (place / PASSPORT).read_text(encoding="utf-8")}
    strew(place, outside, [*OLD, *NEW, PASSPORT], random.Random(seed))
    theirs, beside = snapshot(place, ours), snapshot(outside, {})
    try:
        write(place, NEW)
    except OutputError as error:
        assert error.fix
    after = snapshot(place, {})
    assert theirs.items() <= after.items()
    folders = {above.as_posix() for each in (*OLD, *NEW) for above in Path(each).parents}
    assert after.keys() - theirs.keys() <= {*OLD, *NEW, PASSPORT, *folders}
    assert snapshot(outside, {}) == beside
