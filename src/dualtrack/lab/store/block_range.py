"""Which blocks of an ensemble are meant? A range as a slice of Python writes it, and numbers told as such ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dualtrack.errors import RunError
from dualtrack.lab.store.plan import Plan

RANGE = re.compile(r"([0-9]*):([0-9]*)|([0-9]+)")
SHOWN = 5
"""Ranges that a sentence names; the others are counted."""


def read_blocks(text: str, plan: Plan, where: str) -> range:
    """The blocks of a plan that a text names: "0:8" the first eight, "8:" those that follow, "3" one; all of them if it is empty.

    An end beyond the last block means the last. Raises `RunError` for a text that is no range or holds none of them, and names
    the option `where` it stood.
    """
    found = RANGE.fullmatch(text.strip()) if text else RANGE.fullmatch(":")
    if found is None:
        raise RunError(f"`{text}` is no range of blocks", where=where, fix="write 0:8 for the first eight, 8: for the rest, or 3")
    first, end, one = found.groups()
    asked = range(int(one), int(one) + 1) if one else range(int(first or 0), int(end or plan.blocks))
    return check_blocks(plan, range(asked.start, min(asked.stop, plan.blocks)), where)


def check_blocks(plan: Plan, blocks: range | None, where: str = "") -> range:
    """The blocks asked for, all of the plan's unless told; raises `RunError` for none, or for one that the plan has not."""
    every = range(plan.blocks)
    found = every if blocks is None else blocks
    if not found or found.step != 1 or not every.start <= found.start < found.stop <= every.stop:
        raise RunError(
            f"of {plan.blocks} blocks, none lies in that range"
            if not found
            else f"the plan has no blocks {found.start}:{found.stop}",
            where=where,
            near=f"0:{plan.blocks} are all, of {plan.size} worlds each",
            fix="name a range inside it: the first block is 0, and the end is not part of the range",
        )
    return found


def ranges_of(blocks: Iterable[int]) -> tuple[str, ...]:
    """Blocks in rising order as ranges that may be asked for: "3:4", "6:9"."""
    found: list[list[int]] = []
    for block in blocks:
        if found and found[-1][1] == block:
            found[-1][1] = block + 1
        else:
            found.append([block, block + 1])
    return tuple(f"{first}:{end}" for first, end in found)


def ranges_said(ranges: tuple[str, ...]) -> str:
    """Ranges in a sentence: a few, and how many more."""
    more = f" and {len(ranges) - SHOWN} more ranges" if len(ranges) > SHOWN else ""
    return ", ".join(ranges[:SHOWN]) + more
