"""The groups of mechanisms among which the page shares out what a policy does, with the switches that put each off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dualtrack.language.statements.claim_test import MechanismGroup

Data = dict[str, Any]


def mechanism_rows(groups: Iterable[MechanismGroup]) -> list[Data]:
    """Each declared group; none where a theory declares none, and nothing is shared out over mechanisms."""
    return [{"id": group.name, "label": list(group.label), "switches": list(group.switches)} for group in groups]
