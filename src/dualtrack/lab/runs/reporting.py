"""How long work says how far it is. Whoever takes one of these says what it counts."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with how much is done, and with all there is to do."""
StagedProgress = Callable[[str, int, int], None]
"""Called with what is being done, how much is done, and with all there is to do."""
Announcement = Callable[[str], None]
"""Called with what is done next."""
