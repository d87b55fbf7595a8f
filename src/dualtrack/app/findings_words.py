"""Published findings in words, for the terminal and for the generated page: what each is about, its effect, bands and counts."""

from __future__ import annotations

from dualtrack.app.terminal.numbers import MINUS
from dualtrack.evidence.rows import Finding
from dualtrack.lab.experiments.findings_read import PublishedRead
from dualtrack.lab.statistics.band import Band


def counted(found: PublishedRead) -> tuple[int, int, int]:
    """How many findings weigh, how many of all were computed here, and how many that weigh have an assumed error."""
    weighing = [one.row for each in found.mechanisms for one in each.weighing]
    computed = sum(row.read == "computed" for row in found.record.findings)
    return len(weighing), computed, sum(row.basis == "assumed" for row in weighing)


def said(row: Finding) -> str:
    """What a finding is about, in its own words: of an event the news, of anything else the outcome."""
    return row.done if row.design == "event study" else row.outcome


def effect_told(row: Finding) -> str:
    """The effect in its own unit and on its own scale."""
    return "–" if row.effect is None else f"{plain(row.effect)}{'' if row.unit == '1' else f' {row.unit}'} ({row.scale})"


def band_words(found: Band | None) -> str:
    """The middle of a band with nine worlds in ten; a dash where there is none."""
    return "–" if found is None else f"{plain(found.median)} ({plain(found.lowest)} to {plain(found.highest)})"


def plain(value: float | None) -> str:
    """Two figures, however small; a dash where there is no number."""
    return "–" if value is None else f"{value:.2g}".replace("-", MINUS)
