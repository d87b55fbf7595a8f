"""The nine tables as data for those who change them: what each column holds, and what no such cell may hold."""

from __future__ import annotations

import csv
import io

from dualtrack.app.bind import TABLES

Rows = list[list[str]]
NUMBERS = {
    "observations.csv": ("value", "low", "high"),
    "series.csv": ("least", "most", "swing"),
    "events.csv": ("alarm",),
    "settings.csv": ("value",),
    "codebook.csv": ("low", "high"),
    "layer_shares.csv": ("low", "high", "year"),
    "findings.csv": ("effect", "error", "stake", "out_of", "chance"),
}
DAYS = {"observations.csv": ("start", "end", "published"), "events.csv": ("date",), "settings.csv": ("start",)}
KEYS = {
    "observations.csv": ("series", "source"),
    "series.csv": ("series",),
    "events.csv": ("id", "source"),
    "settings.csv": ("dial", "event"),
    "codebook.csv": ("dial",),
    "layers.csv": ("layer",),
    "layer_shares.csv": ("layer", "source"),
    "findings.csv": ("id", "source"),
}
WORDS = {
    "observations.csv": ("kind",),
    "series.csv": ("measures",),
    "events.csv": ("actor", "instrument", "direction", "grade"),
    "layer_shares.csv": ("kind",),
    "findings.csv": ("design", "basis", "scale", "read"),
    "sources.csv": ("grade",),
}
TEXTS = {
    "sources.csv": ("title", "publisher", "licence_note"),
    "series.csv": ("label_en", "label_zh", "definition"),
    "events.csv": ("title_en", "title_zh", "summary"),
    "settings.csv": ("why",),
    "codebook.csv": ("label_en", "label_zh", "meaning", "anchors"),
    "layers.csv": ("label_en", "label_zh"),
    "findings.csv": ("population", "done", "outcome"),
}
NO_NUMBERS = (
    "nan",
    "inf",
    "-inf",
    "1e400",
    "1e-320",
    "1_000",
    "٣",
    "３",
    "0x10",
    "1,5",
    "1,234.5",
    "#REF!",
    "12%",
    "five",
    "--1",
    "1.2.3",
    "1e",
    "5-",
    "²",
    "1٫5",
    "NULL",
    "1 000",
    "= 2",
)
NO_DAYS = (
    "2024-02-30",
    "2024-13-01",
    "2024-W07-3",
    "20240228",
    "28.05.2024",
    "٢٠٢٤-01-01",
    "2024-1-5",
    "0024-05-28",
    "2924-05-28",
    "05/28/2024",
    "2024",
    "45440",
)
NO_UNITS = (
    "#REF!",
    "inf",
    "1e-320",
    "USD_bln/year",
    "USD_bn//year",
    "USD_bn/",
    "Euro",
    "USD_bn^2",
    "1/",
    "USD_bn/years",
    "３",
    "-",
)
HIDDEN = ("\u202e", "\x00", "\u200b", "\u2028", "\x07", "\ufeff")
ADDRESSES = ("nowhere", "ftp://example.org/a", "http:/example.org", "https://two words.org", "example.org/page")


def shipped() -> dict[str, Rows]:
    """The shipped tables by file."""
    return {
        path.name: list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
        for path in sorted(TABLES.glob("*.csv"))
    }


def written(rows: Rows, *, divider: str = ",", ends: str = "\n") -> str:
    """A table as text."""
    out = io.StringIO()
    csv.writer(out, delimiter=divider, lineterminator=ends).writerows(rows)
    return out.getvalue()
