"""What must hold for the coded policy history: each dial starts from a baseline and stays within the codebook."""

from datetime import date, timedelta

from dualtrack.evidence.check_tables import refuse_repeats, refuse_unknown
from dualtrack.evidence.complaints import Complaints, Placed
from dualtrack.evidence.rows import Dial, DialSetting
from dualtrack.evidence.tables import Tables
from dualtrack.evidence.vocabulary import BASELINE, CONTROL_ALARM

HISTORY_BEGINS = date(2018, 1, 1)
IN_FORCE_WITHIN = timedelta(days=366)
"""How long after its event a rule may come into force."""


def check_coding(tables: Tables, complaints: Complaints) -> None:
    """Dials, settings and the events that settings name."""
    dials = {placed.row.dial: placed.row for placed in tables.dials if placed.row.dial != CONTROL_ALARM}
    events = [BASELINE, *(placed.row.id for placed in tables.events)]
    refuse_repeats(tables.dials, "dial", lambda row: row.dial, complaints)
    refuse_repeats(tables.settings, "dial and start", lambda row: (row.dial, row.start), complaints)
    refuse_unknown(tables.settings, "dial", lambda row: row.dial, dials, complaints)
    refuse_unknown(tables.settings, "event", lambda row: row.event, events, complaints)
    for dial in tables.dials:
        if not dial.row.low < dial.row.high:
            complaints.at(dial, f"low {dial.row.low:g} is not below high {dial.row.high:g}")
        if dial.row.unit == "1" and not 0 <= dial.row.low < dial.row.high <= 1:
            complaints.at(dial, f"range {dial.row.low:g} to {dial.row.high:g} of a dial in unit 1 is not within 0 to 1")
    dates = {placed.row.id: placed.row.date for placed in tables.events}
    for setting in tables.settings:
        _check_value(setting, dials, complaints)
        _check_start(setting, dates.get(setting.row.event), complaints)
    _check_baselines(tables, dials, complaints)


def _check_value(placed: Placed[DialSetting], dials: dict[str, Dial], complaints: Complaints) -> None:
    row, dial = placed.row, dials.get(placed.row.dial)
    if dial and not dial.low <= row.value <= dial.high:
        complaints.at(placed, f"value {row.value:g} of {row.dial} is outside {dial.low:g} to {dial.high:g} of the codebook")


def _check_start(placed: Placed[DialSetting], announced: date | None, complaints: Complaints) -> None:
    """What an event sets begins with it, or within the year in which it comes into force."""
    start = placed.row.start
    if announced and not announced <= start <= announced + IN_FORCE_WITHIN:
        complaints.at(
            placed, f"starts {start}, not within {IN_FORCE_WITHIN.days} days after its event `{placed.row.event}` of {announced}"
        )


def _check_baselines(tables: Tables, dials: dict[str, Dial], complaints: Complaints) -> None:
    baselines: dict[str, date] = {}
    for placed in tables.settings:
        row = placed.row
        if row.event != BASELINE:
            continue
        if row.dial in baselines:
            complaints.at(placed, f"is a second baseline of {row.dial}")
        if row.start > HISTORY_BEGINS:
            complaints.at(placed, f"baseline of {row.dial} starts {row.start}, after {HISTORY_BEGINS}")
        baselines.setdefault(row.dial, row.start)
    for placed in tables.settings:
        begins = baselines.get(placed.row.dial)
        if begins and placed.row.event != BASELINE and placed.row.start <= begins:
            complaints.at(placed, f"starts {placed.row.start}, not after the baseline {begins}")
    for dial in tables.dials:
        if dial.row.dial in dials and dial.row.dial not in baselines:
            complaints.at(dial, f"dial `{dial.row.dial}` has no baseline in settings.csv")
