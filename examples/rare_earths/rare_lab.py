"""The laboratory of the rare-earth theory: its equations, its record and its regimes, ready to be asked."""

from pathlib import Path

import dualtrack as dt

from .theory import THEORY

TABLES = Path(__file__).parent / "tables"


def laboratory():
    """The theory held beside its own record; every question is a method of it."""
    return dt.laboratory(THEORY, tables=TABLES)
