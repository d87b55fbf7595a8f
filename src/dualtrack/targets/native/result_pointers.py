"""Compiled kernels, kept on disk."""

from __future__ import annotations

from dualtrack.files.cache import kept
from dualtrack.targets.native.machine import Machine, compiled

KERNELS = 512
"""Kernels kept."""


def image_of(text: str, machine: Machine) -> bytes:
    """The object file for the text, compiled for the machine now or earlier."""
    return kept("kernel", (machine.identity().encode(), text.encode()), lambda: compiled(text, machine), most=KERNELS)
