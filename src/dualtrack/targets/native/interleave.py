"""The order of a function's instructions: one that others wait for comes early, and what it waits for itself is spent on others.

A processor overlaps independent instructions only if they stand near each other, and a model's equations come as long chains:
a power alone is fifty instructions of which each needs the one before. So instructions are dealt out as a processor would run
them that starts one a cycle: among those whose operands are there by then, first the one on the longest chain, unless that
would start far ahead of its place, since every value that waits to be used needs a register.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from heapq import heapify, heappop, heappush

CYCLES = {"fadd": 3, "fsub": 3, "fmul": 4, "call": 4, "fdiv": 14, "store": 1}
"""From an instruction's start to its result, on processors of our day; other instructions take `SHORT`."""
SHORT = 2
HASTE = 3
"""Places in the text that an instruction may come earlier per cycle of the chain that hangs on it."""
FEEDING = frozenset({"load", "getelementptr", "insertelement", "shufflevector"})
"""What only fetches a value, and is written just before the first instruction that needs it."""
NAME = re.compile(r"%v\d+")
OPERATION = re.compile(r"\s*(?:%v\d+ = )?(\w+)")


def interleaved(lines: Sequence[str]) -> list[str]:
    """The same instructions in another order; none may read what another has written to memory."""
    operations, reads = [_operation(line) for line in lines], _reads(lines)
    feeding: list[bool] = []
    for operation, read in zip(operations, reads, strict=True):
        feeding.append(operation in FEEDING and all(feeding[earlier] for earlier in read))
    cycles = [0 if feeds else CYCLES.get(operation, SHORT) for feeds, operation in zip(feeding, operations, strict=True)]
    order: dict[int, None] = {}
    for place in _dealt([{r for r in read if not feeding[r]} for read in reads], cycles):
        if not feeding[place]:
            _write(place, reads, order)
    return [lines[place] for place in order]


def _operation(line: str) -> str:
    found = OPERATION.match(line)
    assert found is not None
    return found[1]


def _reads(lines: Sequence[str]) -> list[list[int]]:
    """For each line, the lines that name the values it reads."""
    known: dict[str, int] = {}
    reads = []
    for place, line in enumerate(lines):
        found = NAME.findall(line)
        if line.lstrip().startswith("%v"):
            known[found.pop(0)] = place
        reads.append(sorted({known[name] for name in found}))
    return reads


def _write(place: int, reads: Sequence[Sequence[int]], order: dict[int, None]) -> None:
    """Put a line, and before it whatever it reads that is not there, at the end."""
    for earlier in reads[place]:
        if earlier not in order:
            _write(earlier, reads, order)
    order[place] = None


def _dealt(reads: Sequence[Collection[int]], cycles: Sequence[int]) -> list[int]:
    """Lines by rank, each once its operands are there."""
    readers: list[list[int]] = [[] for _ in reads]
    for place, read in enumerate(reads):
        for earlier in read:
            readers[earlier].append(place)
    ranks = _ranks(readers, cycles)
    missing, there = [len(read) for read in reads], [0] * len(reads)
    ready = [(ranks[place], place) for place, count in enumerate(missing) if not count]
    heapify(ready)
    waiting: list[tuple[int, int]] = []
    order: list[int] = []
    now = 0
    while ready or waiting:
        now = now if ready else waiting[0][0]
        while waiting and waiting[0][0] <= now:
            _, place = heappop(waiting)
            heappush(ready, (ranks[place], place))
        _, place = heappop(ready)
        order.append(place)
        now += cycles[place] > 0
        for reader in readers[place]:
            there[reader] = max(there[reader], now + cycles[place])
            missing[reader] -= 1
            if not missing[reader]:
                heappush(waiting, (there[reader], reader))
    return order


def _ranks(readers: Sequence[Sequence[int]], cycles: Sequence[int]) -> list[int]:
    """How early each line should come: its place in the text, less a head start for the chain that hangs on it."""
    chains = [0] * len(readers)
    for place in reversed(range(len(readers))):
        chains[place] = cycles[place] + max((chains[reader] for reader in readers[place]), default=0)
    return [place - HASTE * chain for place, chain in enumerate(chains)]
