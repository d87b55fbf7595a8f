"""Ways to spoil a kept file: what a slip of the hand, a dying disk or another user may leave under its name."""

import os
import random
from collections.abc import Callable
from pathlib import Path

from dualtrack.files.cache import LARGEST

Poison = Callable[[Path, bytes, random.Random], None]
"""Spoils a file; it may use the sealed bytes of another."""


def swapped(target: Path, other: bytes, chance: random.Random) -> None:
    target.write_bytes(other)


def flipped(target: Path, other: bytes, chance: random.Random) -> None:
    content = bytearray(target.read_bytes())
    content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    target.write_bytes(content)


def cut_short(target: Path, other: bytes, chance: random.Random) -> None:
    target.write_bytes(target.read_bytes()[: chance.randrange(target.stat().st_size)])


def filled(target: Path, other: bytes, chance: random.Random) -> None:
    target.write_bytes(chance.randbytes(chance.randrange(200)))


def linked(target: Path, other: bytes, chance: random.Random) -> None:
    aside = target.with_suffix(".aside")
    target.rename(aside)
    target.symlink_to(aside)


def made_a_folder(target: Path, other: bytes, chance: random.Random) -> None:
    target.unlink()
    target.mkdir()


def made_to_dangle(target: Path, other: bytes, chance: random.Random) -> None:
    target.unlink()
    target.symlink_to(target.with_name("nowhere"))


def opened_to_all(target: Path, other: bytes, chance: random.Random) -> None:
    target.write_bytes(chance.randbytes(target.stat().st_size))
    target.chmod(0o666)


def made_huge(target: Path, other: bytes, chance: random.Random) -> None:
    os.truncate(target, LARGEST + 1)


def made_a_pipe(target: Path, other: bytes, chance: random.Random) -> None:
    target.unlink()
    os.mkfifo(target, 0o600)


POISONS = (
    swapped,
    flipped,
    cut_short,
    filled,
    linked,
    made_a_folder,
    made_to_dangle,
    opened_to_all,
    made_huge,
    *([made_a_pipe] * hasattr(os, "mkfifo")),
)
