"""Policy history as step functions of time, computed from the coded settings and from the events' alarms."""

from math import fsum

from dualtrack.evidence.coding import HISTORY_BEGINS
from dualtrack.evidence.dates import decimal_year
from dualtrack.evidence.record import Record

Steps = tuple[tuple[float, float], ...]
ALARM_LASTS = 0.25  # years; the quarter in which an announcement is news


def dial_history(record: Record) -> dict[str, Steps]:
    """For each dial its value from each decimal year on, the baseline first."""
    steps: dict[str, list[tuple[float, float]]] = {}
    for setting in sorted(record.settings, key=lambda row: row.start):
        steps.setdefault(setting.dial, []).append((decimal_year(setting.start), setting.value))
    return {dial: tuple(path) for dial, path in sorted(steps.items())}


def alarm_history(record: Record) -> Steps:
    """Alarm per year from each decimal year on; an event adds its alarm, spread over one quarter."""
    begins = [(decimal_year(event.date), event.alarm / ALARM_LASTS) for event in record.events if event.alarm]
    pulses = [(start, start + ALARM_LASTS, height) for start, height in begins]
    edges = sorted({decimal_year(HISTORY_BEGINS)} | {edge for start, end, _ in pulses for edge in (start, end)})
    return tuple((edge, fsum(height for start, end, height in pulses if start <= edge < end)) for edge in edges)


def value_at(steps: Steps, year: float) -> float:
    """The value in force at a decimal year; before the first step, that of the first."""
    in_force = steps[0][1]
    for start, value in steps:
        if start > year:
            break
        in_force = value
    return in_force
