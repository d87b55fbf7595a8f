"""Results for other tools: plain values that JSON takes, and one table with a row for each thing that was found."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dualtrack.language.printed import Printed

if TYPE_CHECKING:
    import polars

Row = dict[str, Any]
LANGUAGES = ("en", "zh")


class Tidy(Printed, ABC):
    """A result that goes to other tools as well as it shows itself."""

    __slots__ = ()

    @abstractmethod
    def to_dict(self) -> Row:
        """Everything that was found, in values that JSON takes; what is no number is None."""

    @abstractmethod
    def to_rows(self) -> list[Row]:
        """The one list of what was found: a row for each thing, with its unit and its label in both languages."""

    def to_polars(self) -> polars.DataFrame:
        """A table of these rows; each language, and each end of an interval, has a column of its own."""
        import polars

        return polars.DataFrame(level_columns(self.to_rows()), infer_schema_length=None)


def plain(value: Any) -> Any:
    """The same data in what JSON knows; what is not a finite number is None."""
    match value:
        case None | bool() | str():
            return value
        case int():
            return int(value)
        case float():
            return float(value) if math.isfinite(value) else None
        case Mapping():
            return {str(key): plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [plain(inner) for inner in value]
        case _:
            return plain(value.tolist()) if hasattr(value, "tolist") else str(value)


def plain_row(row: Mapping[str, Any]) -> Row:
    """The same for what has names."""
    return {str(key): plain(value) for key, value in row.items()}


def placed(row: Mapping[str, Any], before: str, more: Mapping[str, Any]) -> Row:
    """A row with more keys in front of one of its own."""
    found: Row = {}
    for key, value in row.items():
        found |= {**more, key: value} if key == before else {key: value}
    return found


def level_columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Rows of any depth as columns of one length; a row without a cell has None there."""
    level = [_level(plain(row)) for row in rows]
    names = dict.fromkeys(name for row in level for name in row)
    columns = {name: [row.get(name) for row in level] for name in names}
    return {name: cells for name, cells in columns.items() if any(each is not None for each in cells) or not _parts(name, names)}


def _parts(name: str, names: Mapping[str, None]) -> bool:
    return any(other.startswith(f"{name}_") for other in names)


def _level(row: Mapping[str, Any]) -> Row:
    found: Row = {}
    for key, value in row.items():
        match value:
            case dict():
                found |= {f"{key}_{inner}": cell for inner, cell in _level(value).items()}
            case [int() | float() as low, int() | float() as high]:
                found |= {f"{key}_low": low, f"{key}_high": high}
            case list():
                found[key] = ", ".join(map(str, value))
            case _:
                found[key] = value
    return found
