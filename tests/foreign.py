"""Things that a user may leave in a folder of results, and what a rerun must not change of them."""

import os
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

ODD = (
    "notes.txt",
    "été 笔记.md",
    " ",
    "-o",
    "a\nb",
    "*",
    ".hidden",
    "draft",
    "new",
    "numbers.part",
    ".dualtrack",
    "lock",
    "\udcff",
)


def strew(place: Path, outside: Path, ours: Sequence[str], source: random.Random) -> None:
    """Leave up to a dozen things of a user in a folder: new files and folders, links out of it, changes of our own files."""
    for _ in range(source.randint(1, 12)):
        folders = [each for each in (place, *place.rglob("*")) if each.is_dir() and not each.is_symlink()]
        folder = source.choice(folders)
        name = folder / source.choice([*ODD, *(Path(each).name for each in ours), *(Path(each).parts[0] for each in ours)])
        match source.choice(["file", "folder", "link", "edit", "delete"]):
            case "edit":
                _edit(place / source.choice(ours), source)
            case "delete":
                _delete(place / source.choice(ours))
            case kind if not os.path.lexists(name):
                _make(name, kind, outside, source)
            case _:
                pass


def snapshot(place: Path, ours: Mapping[str, str]) -> dict[str, object]:
    """Everything below a folder by its place there, but our own files where they hold what we wrote, and the folders of those."""
    found: dict[str, object] = {}
    for each in sorted(place.rglob("*")):
        name = each.relative_to(place).as_posix()
        if each.is_symlink():
            found[name] = f"link to {each.readlink()}"
        elif not each.is_dir():
            if each.read_bytes() != ours.get(name, "").encode():
                found[name] = each.read_bytes()
        elif not any(our.startswith(f"{name}/") for our in ours):
            found[name] = "folder"
    return found


def _make(name: Path, kind: str, outside: Path, source: random.Random) -> None:
    if kind == "file":
        name.write_bytes(source.randbytes(source.randint(1, 9)))
    elif kind == "folder":
        name.mkdir()
    else:
        name.symlink_to(source.choice([outside, outside / "thesis.txt", outside / "nowhere", name]))


def _edit(file: Path, source: random.Random) -> None:
    if file.is_file() and not file.is_symlink():
        file.write_bytes(file.read_bytes() + source.choice([b"\n", b"mine", b"\0"]))


def _delete(file: Path) -> None:
    if os.path.lexists(file) and not file.is_dir():
        file.unlink()
