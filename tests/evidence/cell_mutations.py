"""Seeded changes to the record's nine tables, each with the end that it must come to, decided before any program has read it.

The ends: `refused` with an error of the house; `other`, a figure that is used changes; `told`, the row is named as one that
changes nothing; `same`, nothing that is computed or told differs. What must happen follows from the kind of change and from what
the theory asks of the record (`drawn`, `asked`), and never from the code that reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.evidence.table_columns import (
    ADDRESSES,
    DAYS,
    HIDDEN,
    KEYS,
    NO_DAYS,
    NO_NUMBERS,
    NO_UNITS,
    NUMBERS,
    TEXTS,
    WORDS,
    shipped,
    written,
)


@dataclass(frozen=True)
class Mutation:
    """One changed table: its bytes, what was done to it, and the end it must come to."""

    file: str
    what: str
    content: bytes
    end: str


class Generator:
    """Draws mutations; the same seed draws the same ones."""

    def __init__(self, seed: int, drawn: frozenset[str], asked: frozenset[str], studied: frozenset[str]) -> None:
        """`drawn`: series drawn whole; `asked`: those of which a fact, target or panel asks one; `studied`: findings read."""
        self.random, self.tables = Random(seed), shipped()
        self.drawn, self.asked, self.studied = drawn, asked, studied
        self.kinds: tuple[Callable[[], Mutation], ...] = (
            self.no_number,
            self.no_number,
            self.no_day,
            self.no_unit,
            self.no_word,
            self.no_key,
            self.hidden,
            self.blank_around,
            self.thousand,
            self.minus,
            self.outside,
            self.far_day,
            self.crossed,
            self.other_writing,
            self.nudged_figure,
            self.nudged_history,
            self.other_text,
            self.whole_table,
            self.row_of_another_length,
            self.appended,
        )

    def draw(self, count: int) -> Iterator[Mutation]:
        """That many mutations, the kinds in turn."""
        for place in range(count):
            yield self.kinds[place % len(self.kinds)]()

    def cell(self, columns: dict[str, tuple[str, ...]]) -> tuple[str, int, int]:
        """A table, a line of it and one of the columns, where the cell is not empty."""
        while True:
            file = self.random.choice(sorted(columns))
            rows = self.tables[file]
            line, column = self.random.randrange(1, len(rows)), rows[0].index(self.random.choice(columns[file]))
            if rows[line][column]:
                return file, line, column

    def change(self, at: tuple[str, int, int], new: str, what: str, end: str) -> Mutation:
        """The table with one cell changed."""
        file, line, column = at
        rows = [list(row) for row in self.tables[file]]
        named = f"{what}: {file}:{line + 1} {rows[0][column]} {rows[line][column]!r} -> {new!r}"
        rows[line][column] = new
        return Mutation(file, named, written(rows).encode(), end)

    def row(self, file: str, line: int) -> dict[str, str]:
        """A row by column."""
        return dict(zip(self.tables[file][0], self.tables[file][line], strict=True))

    def no_number(self) -> Mutation:
        """Not a number as a record writes it."""
        return self.change(self.cell(NUMBERS), self.random.choice(NO_NUMBERS), "no number", "refused")

    def no_day(self) -> Mutation:
        """Not a day as a record writes it."""
        return self.change(self.cell(DAYS), self.random.choice(NO_DAYS), "no day", "refused")

    def no_unit(self) -> Mutation:
        """Not a product of registered units."""
        at = self.cell({"series.csv": ("unit",), "codebook.csv": ("unit",), "findings.csv": ("unit",)})
        return self.change(at, self.random.choice(NO_UNITS), "no unit", "refused")

    def no_word(self) -> Mutation:
        """A word outside a closed list, or no address."""
        if self.random.random() < 0.2:
            return self.change(self.cell({"sources.csv": ("url",)}), self.random.choice(ADDRESSES), "no address", "refused")
        at = self.cell(WORDS)
        old = self.tables[at[0]][at[1]][at[2]]
        return self.change(at, self.random.choice((old.swapcase(), old + "s", f"{old}?", "unknown")), "no word", "refused")

    def no_key(self) -> Mutation:
        """A key that no table defines: its own row then breaks with the rows that named it."""
        at = self.cell(KEYS)
        old = self.tables[at[0]][at[1]][at[2]]
        known = {row[column] for rows in self.tables.values() for row in rows for column in (0, 3, 7) if column < len(row)}
        new = next(each for each in (f"{old}x", f"{old}_2", f"{old}_zz") if each not in known)
        idle = at[0] == "events.csv" and at[2] == 0 and not any(row[3] == old for row in self.tables["settings.csv"])
        unread = at[0] == "findings.csv" and at[2] == 0 and old not in self.studied
        return self.change(at, new, "no key", "same" if idle else "told" if unread else "refused")

    def hidden(self) -> Mutation:
        """A character that nobody sees, anywhere in a text."""
        at = self.cell({**TEXTS, "observations.csv": ("series",)})
        old = self.tables[at[0]][at[1]][at[2]]
        place = self.random.randrange(len(old) + 1)
        return self.change(at, old[:place] + self.random.choice(HIDDEN) + old[place:], "hidden", "refused")

    def blank_around(self) -> Mutation:
        """Blanks around a cell, a line break inside, or nothing where something must stand."""
        columns = self.random.choice((NUMBERS, DAYS, KEYS, WORDS, TEXTS))
        at = self.cell(columns)
        old = self.tables[at[0]][at[1]][at[2]]
        return self.change(
            at, self.random.choice((f" {old}", f"{old} ", f"{old}\u3000", f"{old}\nmore", " ")), "blank", "refused"
        )

    def thousand(self) -> Mutation:
        """A figure a thousand times too large or too small."""
        while True:
            columns = {"events.csv": ("alarm",), "layer_shares.csv": ("high",), "findings.csv": ("stake", "chance")}
            at = self.cell({"observations.csv": ("value",), **columns})
            value = float(self.tables[at[0]][at[1]][at[2]])
            if at[0] != "observations.csv":
                if value > 0.001:
                    return self.change(at, f"{value * 1000:.12g}", "a thousand times", "refused")
            elif value and self.row(*at[:2])["series"] != "china_daily_tokens":
                return self.change(at, f"{value * 1000:.12g}", "a thousand times", "refused")

    def minus(self) -> Mutation:
        """A sign before what cannot be below 0."""
        while True:
            at = self.cell({**NUMBERS, "series.csv": ("swing",), "codebook.csv": ("high",)})
            old = self.tables[at[0]][at[1]][at[2]]
            signed = at[0] == "observations.csv" and self.signed(self.row(*at[:2])["series"])
            signed |= (at[0], self.tables[at[0]][0][at[2]]) == ("findings.csv", "effect")
            if float(old) > 0 and not signed:
                return self.change(at, f"-{old}", "below 0", "refused")

    def signed(self, series: str) -> bool:
        """Whether figures of a series may be below 0: changes, premiums, margins and leads may."""
        words = ("one_day", "premium", "margin", "gap", "lag", "lead")
        return any(word in series for word in words)

    def outside(self) -> Mutation:
        """Beyond what a dial, an alarm, a share or a year can be."""
        at = self.cell(
            {"codebook.csv": ("high",), "settings.csv": ("value",), "layer_shares.csv": ("year",), "events.csv": ("alarm",)}
        )
        old = float(self.tables[at[0]][at[1]][at[2]])
        return self.change(at, f"{(old or 1) * 1e6:.12g}", "a million times", "refused")

    def far_day(self) -> Mutation:
        """A day in another century or after all that is known."""
        at = self.cell(DAYS)
        old = self.tables[at[0]][at[1]][at[2]]
        return self.change(at, self.random.choice(("10", "12", "21", "29", "90")) + old[2:], "far day", "refused")

    def crossed(self) -> Mutation:
        """A range that does not hold its value, or that ends before it starts."""
        while True:
            at = self.cell({"observations.csv": ("low", "high", "start"), "layer_shares.csv": ("low",)})
            row, column = self.row(*at[:2]), self.tables[at[0]][0][at[2]]
            if column == "start":
                later = date.fromisoformat(row["end"]) + timedelta(days=1 + self.random.randrange(60))
                return self.change(at, later.isoformat(), "crossed", "refused")
            if at[0] == "layer_shares.csv":
                return self.change(at, f"{float(row['high']) + 0.01:.6g}", "crossed", "refused")
            if value := float(row["value"]):
                beyond = value + abs(value) / 10 * (1 if column == "low" else -1)
                return self.change(at, f"{beyond:.12g}", "crossed", "refused")

    def other_writing(self) -> Mutation:
        """The same number in other plain digits."""
        columns = {**NUMBERS, "layer_shares.csv": ("low", "high")}
        at = self.cell(columns)
        value = float(self.tables[at[0]][at[1]][at[2]])
        return self.change(at, self.random.choice((f"{value!r}", f"{value:.17e}", f"{value:+.17g}")), "other writing", "same")

    def nudged_figure(self) -> Mutation:
        """A figure one part in a hundred smaller: seen where the page draws its series, told where nothing asks for it."""
        while True:
            at = self.cell({"observations.csv": ("value",), "layer_shares.csv": ("high",), "findings.csv": ("effect", "error")})
            row = self.row(*at[:2])
            value = float(self.tables[at[0]][at[1]][at[2]])
            if at[0] == "findings.csv":
                if value:
                    return self.change(at, f"{value * 0.99:.12g}", "nudged", "other" if row["id"] in self.studied else "told")
            elif at[0] == "layer_shares.csv":
                if float(row["low"]) < value * 0.99:
                    return self.change(at, f"{value * 0.99:.12g}", "nudged", "told")
            elif value and not row["low"] and not row["high"] and row["series"] not in self.asked - self.drawn:
                end = "other" if row["series"] in self.drawn else "told"
                return self.change(at, f"{value * 0.99:.12g}", "nudged", end)

    def nudged_history(self) -> Mutation:
        """A dial or an alarm moved a little, or a setting that begins a day later."""
        while True:
            at = self.cell({"settings.csv": ("value", "start"), "events.csv": ("alarm",)})
            old, row = self.tables[at[0]][at[1]][at[2]], self.row(*at[:2])
            if self.tables[at[0]][0][at[2]] == "start":
                later = (date.fromisoformat(old) + timedelta(days=1)).isoformat()
                return self.change(at, later, "nudged", "refused" if row["event"] == "baseline" else "other")
            value = float(old)
            if at[0] == "settings.csv" or value > 0.05:
                return self.change(at, f"{value + 0.004 if value < 0.9 else value - 0.004:.12g}", "nudged", "other")

    def other_text(self) -> Mutation:
        """Other words, from which nothing is computed; of a layer nothing at all is used."""
        at = self.cell(TEXTS)
        old = self.tables[at[0]][at[1]][at[2]]
        unread = at[0] == "layers.csv" or (at[0] == "findings.csv" and self.row(*at[:2])["id"] not in self.studied)
        return self.change(at, f"{old} (corrected)", "other text", "told" if unread else "same")

    def whole_table(self) -> Mutation:
        """The whole table written by another program."""
        file = self.random.choice(sorted(self.tables))
        rows = self.tables[file]
        order = self.random.sample(range(len(rows[0])), len(rows[0]))
        text, turned = written(rows), [[row[place] for place in order] for row in rows]
        renamed = [[f"{rows[0][0]}s", *rows[0][1:]], *rows[1:]]
        ways: dict[str, tuple[bytes, str]] = {
            "with a mark": (b"\xef\xbb\xbf" + text.encode(), "same"),
            "with line ends of Windows": (written(rows, ends="\r\n").encode(), "same"),
            "with columns in another order": (written(turned).encode(), "same"),
            "with blank lines at the end": ((text + "\n\n").encode(), "same"),
            "with semicolons": (written(rows, divider=";").encode(), "refused"),
            "with tabs": (written(rows, divider="\t").encode(), "refused"),
            "in UTF-16": (text.encode("utf-16"), "refused"),
            "in GB 18030": (text.encode("gb18030"), "refused" if not text.isascii() else "same"),
            "with a column renamed": (written(renamed).encode(), "refused"),
            "with a quotation mark left open": (text[: len(text) // 2].rpartition("\n")[0].encode() + b'\n"open', "refused"),
            "with a row of empty cells": ((text + "," * (len(rows[0]) - 1) + "\n").encode(), "refused"),
            "empty": (b"", "refused"),
        }
        way = self.random.choice(sorted(ways))
        return Mutation(file, f"{file} {way}", *ways[way])

    def row_of_another_length(self) -> Mutation:
        """A row with a cell too few or too many, or a row told twice."""
        file = self.random.choice(sorted(self.tables))
        rows = [list(row) for row in self.tables[file]]
        line = self.random.randrange(1, len(rows))
        way = self.random.choice(("short", "long", "twice"))
        rows[line : line + 1] = {"short": [rows[line][:-1]], "long": [[*rows[line], "more"]], "twice": [rows[line]] * 2}[way]
        return Mutation(file, f"{file}:{line + 1} {way}", written(rows).encode(), "refused")

    def appended(self) -> Mutation:
        """A sound row more, of a series, for a time of which nothing asks; seen only where the page draws the series."""
        rows, names = self.tables["observations.csv"], self.tables["observations.csv"][0]
        while True:
            row = dict(zip(names, self.random.choice(rows[1:]), strict=True))
            twin = [row[name] for name in ("series", "start", "end", "source")]
            if row["kind"] != "reported" or row["series"] in self.asked - self.drawn:
                continue
            again = [*rows, list({**row, "kind": "estimate"}.values())]
            if sum([each[0], each[1], each[2], each[7]] == twin for each in again) == 2:
                end = "other" if row["series"] in self.drawn else "told"
                return Mutation("observations.csv", f"appended: {twin}", written(again).encode(), end)
