"""Damage to a folder of results, one file at a time: a bit turned, the end cut off, the file gone."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dualtrack.lab.store.verify_folder import Verified, verify


def unnamed(folder: Path, times: int, seed: int) -> list[str]:
    """Damage a random file so many times, each time mended again; what `verify` did not name alone, or called whole."""
    source, found = random.Random(seed), []
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    for _ in range(times):
        file = source.choice(files)
        kind = source.choice(["flip", "cut", "delete"] if file.stat().st_size else ["delete"])
        with damaged(file, kind, source):
            seen = _seen(folder)
        name = file.relative_to(folder).as_posix()
        if seen is not None and (seen.is_whole or seen.fingerprint or {*seen.missing, *seen.changed} != {name}):
            found.append(f"{kind} {name}: {seen}")
    return found


@contextmanager
def damaged(file: Path, kind: str, source: random.Random) -> Iterator[None]:
    """A file damaged for a while."""
    whole = file.read_bytes()
    if kind == "delete":
        file.unlink()
    elif kind == "cut":
        file.write_bytes(whole[: source.randrange(len(whole))])
    else:
        place = source.randrange(len(whole))
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << source.randrange(8)]) + whole[place + 1 :])
    yield
    file.write_bytes(whole)


def _seen(folder: Path) -> Verified | None:
    """What `verify` finds; a report without its passport is refused by name, which is None."""
    if (folder / "passport.json").exists() or (folder / "explore.json").exists():
        return verify(folder)
    return None
