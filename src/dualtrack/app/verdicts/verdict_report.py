"""Verdicts as a Markdown page: each claim in both languages, what was asked, every prior's answer, and sources on each side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dualtrack.app.terminal.numbers import number, share, span
from dualtrack.app.verdicts.caveats import caveat, verdict_cell
from dualtrack.app.verdicts.evidence_words import NONE_FOUND, grade_words
from dualtrack.app.verdicts.verdict_data import Row, judged_data
from dualtrack.app.verdicts.verdict_text import (
    attribution_table,
    beside_table,
    deciders_table,
    decides,
    head,
    odds,
    second,
    shares,
    tail,
)
from dualtrack.evidence.record import Record
from dualtrack.lab.judged import Judged

VERDICT_ZH = {
    "supported": "支持",
    "contradicted": "否定",
    "not decided": "未能判定",
    "structure": "仅作前提",
    "waiting": "待检验",
}


def report_text(judged: Judged) -> str:
    """The whole report."""
    data = judged_data(judged)
    parts = [
        "# Verdicts / 判定",
        " ".join(head(data)),
        f"Model `{data['model']}`." + (f" Planted worlds: {data['planted']}." if data["planted"] else ""),
        _overview(data, judged.laboratory.theory.parts_before),
        *(_claim(row, judged.laboratory.record) for row in data["verdicts"]),
        *_beside(data),
        *_deciders(data),
        *_attributions(data),
        "## How sure a verdict is / 判定的把握",
        " ".join(tail(data)),
        "## Sources / 来源",
        "\n".join(_citations(data, judged.laboratory.record)),
    ]
    return "\n\n".join(parts) + "\n"


def _overview(data: Row, earlier: float | None) -> str:
    other = "left earlier" if earlier is None else f"left in {earlier:g}"
    columns = ["", "claim", "主张", "verdict", "before", "after", "odds", "what decides it", other, "for / against"]
    rows = [
        [
            row["id"],
            row["en"],
            row["zh"],
            f"{verdict_cell(row)} {VERDICT_ZH[row['verdict']]}",
            shares(row, "before"),
            shares(row, "after"),
            odds(row),
            decides(row),
            second(row),
            f"{len(row['evidence']['supports'])} / {len(row['evidence']['opposes'])}",
        ]
        for row in data["verdicts"]
    ]
    return table(columns, rows)


def _claim(row: Row, record: Record) -> str:
    parts = [
        f"## {row['id']} {row['en']} / {row['zh']}",
        f"**{row['verdict']}** / **{VERDICT_ZH[row['verdict']]}**: {row['reason']['en']} / {row['reason']['zh']}{_caveat(row)}",
        f"Asked of each world: {row['asked']['en']}\n\n对每个世界：{row['asked']['zh']}",
    ]
    if row["answers"]:
        columns = ["prior", "before the record", "after it", "odds", "where its mechanism exists", "effect, 5 / 50 / 95 %"]
        parts.append(table(columns, [_answer(each) for each in row["answers"]]))
        if row["at_full_strength"] is not None:
            parts.append(f"With its mechanisms at full strength / 机制全强时: {_share(row['at_full_strength'])}")
        parts += _variants(row)
        parts += _cruxes(row)
        parts += _second(row)
        parts += _examples(row)
    for side, word in (("supports", "For / 支持"), ("opposes", "Against / 反对")):
        parts.append(f"{word}:{_pieces(row['evidence'][side], record)}")
    return "\n\n".join(parts)


def _caveat(row: Row) -> str:
    """What stands against the verdict, in both languages."""
    second = row["second_parting"]
    said = caveat(row["verdict"], second)
    return f"; **{said}** / **若政策自{second['year']:g}年起分开：{VERDICT_ZH[second['verdict']]}**" if said else ""


def _answer(answer: Row) -> list[str]:
    last = answer["after"] or answer["before"]
    effect = " / ".join(number(last["effect"][name]) for name in ("q05", "q50", "q95"))
    found = [
        _share(answer["before"]),
        _share(answer["after"]),
        number(answer["odds"], 2),
        _share(last["given_mechanism"]),
        effect,
    ]
    return [answer["prior"], *found]


def _share(row: Row | None) -> str:
    if row is None:
        return "–"
    low, high = row["interval"]
    return f"{share(row['probability'])} ({span(f'{100 * low:.0f}', share(high))}; {row['worlds']} worlds)"


def _variants(row: Row) -> Iterable[str]:
    """The same question asked otherwise, under the first prior, and the lead over the placebo."""
    first = row["answers"][0]
    last = first["after"] or first["before"]
    for each in last["variants"]:
        yield f"- {each['en']} / {each['zh']}: {_share(each)}"
    if last["lead"] is not None:
        low, high = last["lead"]["interval"]
        lead = f"{100 * last['lead']['lead']:.0f} points ({100 * low:.0f} to {100 * high:.0f})"
        yield f"- oftener true than without the mechanism, by / 比去除机制时更常成立: {lead}"


def _cruxes(row: Row) -> Iterable[str]:
    """What decides the claim, under each prior."""
    for answer in row["answers"]:
        for crux in answer["cruxes"]:
            yield f"- {answer['prior']}: {crux['en']} / {crux['zh']}"


def _second(row: Row) -> Iterable[str]:
    """The same claim with the other date of parting."""
    found = row["second_parting"]
    if found is not None:
        said = "; ".join(f"{each['prior']} {_share(each)}" for each in found["answers"])
        yield f"Regimes leave history in {found['year']:g} / 政策自{found['year']:g}年起分开: {found['verdict']}: {said}"


def _examples(row: Row) -> Iterable[str]:
    """A world in which the claim is true and one in which it is false, by number."""
    words = {"true": "true / 成立", "false": "false / 不成立"}
    found = [(words[side], each) for side, each in row["examples"].items()]
    said = [f"{word}: " + ("none / 无" if each is None else f"{each['world']} ({each['prior']})") for word, each in found]
    yield "First of the worlds judged, by number (prior drawn from) / 所判世界中的首个编号（所属先验）: " + "; ".join(said)


def _beside(data: Row) -> Iterable[str]:
    title, columns, rows = beside_table(data)
    if rows:
        yield "## What each answer rests on / 各答案的依据"
        yield title.replace("\n", " ") + "."
        yield table(
            [column.replace("\n", " ") for column in columns], [[cell.replace("\n", ", ") for cell in row] for row in rows]
        )


def _deciders(data: Row) -> Iterable[str]:
    if data["deciders"]:
        title, columns, rows = deciders_table(data)
        yield "## What would decide the undecided / 何者可定夺未决主张"
        yield from ([title.partition("\n")[2]] if "\n" in title else [])
        yield table(columns, rows)


def _attributions(data: Row) -> Iterable[str]:
    if data["attribution"]:
        yield "## What effects are due to / 效应归因"
    for name, found in data["attribution"].items():
        title, columns, rows = attribution_table(name, found)
        yield title
        yield table(columns, rows)


def _pieces(rows: Sequence[Row], record: Record) -> str:
    """What each source says of the claim in both languages, with its title, grade and key; an empty side says so."""
    if not rows:
        return f" {NONE_FOUND[0]} / {NONE_FOUND[1]}"
    return "\n\n" + "\n".join(
        f"- {row['en']} / {row['zh']} ({record.source(row['source']).title}; {' / '.join(grade_words(row))}) [{row['source']}]"
        for row in rows
    )


def _citations(data: Row, record: Record) -> Iterable[str]:
    """Every source cited, once, in the order of keys."""
    keys = {each["source"] for row in data["verdicts"] for side in row["evidence"].values() for each in side}
    for key in sorted(keys):
        source = record.source(key)
        relay = f", after {source.relay}" if source.relay else ""
        where = f"{source.publisher}, {source.date or 'undated'}{relay}"
        yield f"- [{key}] {source.title}. {where}. {source.url} (grade {source.grade})"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; line breaks inside a cell stay."""
    lines = [list(columns), ["---"] * len(columns), *map(list, rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|").replace("\n", "<br>") for cell in line) + " |" for line in lines)
