"""A user's own rows beside the shipped ones: added, checked together with them, and never in the place of one.

A row with the key of a shipped row is refused with both places, unless it is the same to the cell: then it is told as repeating.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from dualtrack.errors import RecordError, nearest
from dualtrack.evidence.check_tables import check_record
from dualtrack.evidence.coding import check_coding
from dualtrack.evidence.complaints import Complaints, Placed, read
from dualtrack.evidence.record import Record, record_of, tables_at
from dualtrack.evidence.rows import Event, Observation
from dualtrack.evidence.tables import BY_PLACE, Tables, read_tables
from dualtrack.files.user_file import LARGE, read_bytes, reason, remedy
from dualtrack.language.checked import checked
from dualtrack.language.frozen import frozen
from dualtrack.language.printed import Printed

TAKEN = {place: BY_PLACE[place] for place in ("sources", "series", "observations", "events", "findings")}
"""The tables of which a user may give rows, by their place in a record."""
FILES = tuple(sheet.file for sheet in TAKEN.values())
CODED = ("settings.csv", "codebook.csv", "layers.csv", "layer_shares.csv")
"""Tables that stay as they are shipped."""
SHIPPED = "shipped "
MEND = "correct the rows, or take them out; no row takes the place of a shipped one"


@dataclass(frozen=True, slots=True, repr=False)
class OwnRows(Printed):
    """A user's rows of a `folder` or a file, each where it stands: those `added` to a record, and those `repeating` a row of it.

    `base` is the folder of the record to which they were added, none for that of the package. `files` are the hashes of the files
    by name, `shipped` the fingerprint of the record without the rows, `fingerprint` that of the rows.
    """

    folder: Path
    base: Path | None
    files: Mapping[str, str]
    added: tuple[Placed[Any], ...]
    repeating: tuple[tuple[Placed[Any], str], ...]
    shipped: str
    fingerprint: str

    @property
    def counts(self) -> dict[str, int]:
        """How many rows were added to each table, by the name of its file, wherever that lies."""
        return dict(Counter(Path(placed.file).name for placed in self.added))

    @property
    def alarms(self) -> tuple[str, ...]:
        """The added events that sound an alarm, by id: they change the past itself."""
        return tuple(placed.row.id for placed in self.added if isinstance(placed.row, Event) and placed.row.alarm)

    @property
    def observations(self) -> tuple[Placed[Observation], ...]:
        """The added figures, each where it stands."""
        return tuple(placed for placed in self.added if isinstance(placed.row, Observation))

    def lines(self) -> Iterator[str]:
        """What is told of rows that repeat others: a line each."""
        for placed, other in self.repeating:
            yield f"{placed.place} repeats {other} to the cell, and adds nothing"

    def printed_title(self) -> str:
        return f"Own rows of {self.folder}: {len(self.added)} added, {len(self.repeating)} repeating"


@checked
def merge_record(
    folder: Path | None, base: Path | None = None, written: Mapping[str, Sequence[Placed[Any]]] | None = None
) -> tuple[Record, OwnRows]:
    """The record of the `base`, a folder of tables or that of the package, with the rows of a user's `folder` added.

    `written` are rows that were read elsewhere, by the place of their table in a record, and are added too; with these there may
    be no folder.

    The folder holds any of the five tables of which a user gives rows; one that is not there is empty. Names that begin with a
    dot are passed over. Raises `RecordError`, with every fault by file and line, for a cell that is wrong, a row with the key of
    another that says something else, a table or file that is not taken, and a folder that holds no row.
    """
    complaints, rest = Complaints(), written or {}
    found, own = ([], {}) if folder is None else _rows_of(folder, complaints)
    read_from = list(dict.fromkeys(each.file for rows in rest.values() for each in rows))
    where = str(folder) if folder is not None else next(iter(read_from), "")
    own = {name: [*own.get(name, ()), *rest.get(name, ())] for name in TAKEN}
    shipped = read_tables(tables_at(base), complaints, is_partial=base is not None)
    tables, repeating = merged_tables(shipped, own)
    check_record(tables, complaints)
    check_coding(tables, complaints)
    complaints.settle(where if folder is not None else ", ".join(read_from), MEND)
    hashes = {} if folder is None else {file: _hash(folder / file) for file in found}
    kept = [[each for each in getattr(tables, field.name) if each.is_added] for field in fields(Tables)]
    own_rows = OwnRows(
        folder=folder or Path(where),
        base=base,
        files=frozen(hashes),
        added=tuple(placed for rows in kept for placed in rows),
        repeating=repeating,
        shipped=record_of(shipped).fingerprint,
        fingerprint=record_of(Tables(*kept)).fingerprint,
    )
    return record_of(tables), own_rows


def merged_tables(shipped: Tables, own: Mapping[str, list[Placed[Any]]]) -> tuple[Tables, tuple[tuple[Placed[Any], str], ...]]:
    """The tables with a user's rows after the others, in an order that is theirs alone, and the rows that repeat one.

    `own` holds rows by the place of their table in a record. A row that is there to the cell is not added.
    """
    tables: dict[str, list[Placed[Any]]] = {}
    repeating: list[tuple[Placed[Any], str]] = []
    for field in fields(Tables):
        known = [replace(placed, file=SHIPPED + placed.file) for placed in getattr(shipped, field.name)]
        places = {placed.row: placed.place for placed in known}
        rows = sorted((replace(placed, is_added=True) for placed in own.get(field.name, ())), key=_order)
        tables[field.name] = known + [placed for placed in rows if placed.row not in places]
        repeating += [(placed, places[placed.row]) for placed in rows if placed.row in places]
    return Tables(**tables), tuple(repeating)


def _rows_of(folder: Path, complaints: Complaints) -> tuple[list[str], dict[str, list[Placed[Any]]]]:
    """The tables that the folder holds, and their rows by the place of the table in a record; there must be one at least."""
    found = _found(folder, complaints)
    own = {name: read(folder, sheet, complaints) if sheet.file in found else [] for name, sheet in TAKEN.items()}
    complaints.settle(str(folder), MEND)
    if not any(own.values()):
        raise RecordError(
            "the folder holds no row of a record",
            where=str(folder),
            fix=f"add rows in any of {', '.join(FILES)}, or leave it out",
        )
    return found, own


def _hash(file: Path) -> str:
    return sha256(read_bytes(file, "table", RecordError, LARGE)).hexdigest()


def _found(folder: Path, complaints: Complaints) -> list[str]:
    """The tables of the folder, in the order of a record; every other name is a complaint."""
    try:
        names = sorted(each.name for each in folder.iterdir() if not each.name.startswith("."))
    except OSError as fault:
        raise RecordError(f"the folder of rows cannot be read: {reason(fault)}", where=str(folder), fix=remedy(fault)) from None
    except ValueError:
        raise RecordError("no folder has such a name", where=ascii(str(folder)), fix="check the path") from None
    for name in names:
        if name in CODED:
            complaints.say(f"{name}:1 is no table of which rows are added: it stays as shipped")
        elif name not in FILES:
            close = nearest(name, FILES)
            complaints.say(f"{name}:1 is no table of a record{f' (near: {close})' if close else ''}: rename it, or take it out")
    return [file for file in FILES if file in names]


def _order(placed: Placed[Any]) -> tuple[str, int]:
    """By what the row says, so that the order of a user's rows changes nothing, and then by its line."""
    return repr(placed.row), placed.line
