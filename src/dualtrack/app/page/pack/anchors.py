"""The examples of a codebook entry as rows of the page: a value with what it means, in both languages."""

from __future__ import annotations

from typing import Any

from dualtrack.app.page.pack.translated import told
from dualtrack.evidence.value_examples import value_examples


def anchor_rows(text: str) -> list[dict[str, Any]]:
    """Each value with what it means; what follows the last one and belongs to none is left out."""
    return [{"value": value, "meaning": list(told(meaning))} for value, meaning in value_examples(text)]
