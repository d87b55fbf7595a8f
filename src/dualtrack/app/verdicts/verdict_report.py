"""Verdicts as a Markdown page: each claim in both languages, what was asked, every prior's answer, and sources on each side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dualtrack.app.page.pack.claim_rows import reading_of
from dualtrack.app.terminal.numbers import number, share, span
from dualtrack.app.verdicts.asked_words import asked_labels
from dualtrack.app.verdicts.evidence_words import NONE_FOUND, grade_words
from dualtrack.app.verdicts.own_words import own_label
from dualtrack.app.verdicts.verdict_data import Row, judged_data
from dualtrack.app.verdicts.verdict_sentences import head, tail
from dualtrack.app.verdicts.verdict_text import (
    attribution_table,
    beside_table,
    deciders_table,
    verdict_table,
)
from dualtrack.app.verdicts.verdict_words import MEANT, caveat, near_label, turning_label, verdict_label
from dualtrack.evidence.record import Record
from dualtrack.lab.judged import Judged
from dualtrack.language.model import Model


def report_text(judged: Judged) -> str:
    """The whole report."""
    data, model = judged_data(judged), judged.laboratory.model
    own = own_label(data["verdicts"])
    parts = [
        "# Verdicts / 判定",
        " ".join(head(data)),
        *([own[1]] if own else []),
        f"Model `{data['model']}`." + (f" Planted worlds: {data['planted']}." if data["planted"] else ""),
        _overview(model, data),
        *(_claim(model, row, judged.laboratory.record) for row in data["verdicts"]),
        *_beside(data),
        *_deciders(data),
        *_attributions(data),
        "## How sure a verdict is / 判定的把握",
        " ".join(tail(data)),
        "## Sources / 来源",
        "\n".join(_citations(data, judged.laboratory.record)),
    ]
    return "\n\n".join(parts) + "\n"


def _overview(model: Model, data: Row) -> str:
    columns, lines = verdict_table(model, data)
    rows = [
        [name, english, row["zh"], f"{verdict} / {verdict_label(row)[1]}", *rest]
        for (name, english, verdict, *rest), row in zip(lines, data["verdicts"], strict=True)
    ]
    heads = [column.replace("\n", " ") for column in columns]
    return table([*heads[:2], "主张", *heads[2:]], rows)


def _claim(model: Model, row: Row, record: Record) -> str:
    parts = [
        f"## {row['id']} {row['en']} / {row['zh']}",
        _head(model, row),
        f"Asked of each world: {row['asked']['en']}\n\n对每个世界：{row['asked']['zh']}",
    ]
    if row["answers"]:
        columns = ["prior", "before the record", "after it", "odds", "where its mechanism exists", "effect, 5 / 50 / 95 %"]
        parts.append(table(columns, [_answer(each) for each in row["answers"]]))
        parts += _asked(row)
        parts += _variants(row)
        parts += _cruxes(row)
        parts += _second(row)
        parts += _examples(row)
    for side, word in () if row["own"] else (("supports", "For / 支持"), ("opposes", "Against / 反对")):
        parts.append(f"{word}:{_pieces(row['evidence'][side], record)}")
    return "\n\n".join(parts)


def _head(model: Model, row: Row) -> str:
    """The verdict, what its word means, what would turn it, and what stands against it, in both languages."""
    beside = [each for each in (near_label(row), turning_label(model, row), caveat(row)) if each[0]]
    (word, word_zh), (means, means_zh) = verdict_label(row), MEANT[row["verdict"]]
    english = "; ".join([f"**{word}** ({means})", *(en for en, _ in beside)])
    return f"{english}\n\n" + "；".join([f"**{word_zh}**（{means_zh}）", *(zh for _, zh in beside)])


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


def _asked(row: Row) -> Iterable[str]:
    """Of which worlds the claim is asked under the first prior, and in how many it has no number."""
    first = row["answers"][0]
    for english, chinese in asked_labels(reading_of(first["after"] or first["before"])):
        yield f"- {english} / {chinese}"


def _share(row: Row | None) -> str:
    if row is None:
        return "–"
    if row["probability"] is None:
        return "no world to ask / 没有可供检验的世界"
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
        yield f"- oftener true than without the mechanism, by / 比去除机制时更常成立：{lead}"


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
        year, word = f"{found['year']:g}", " / ".join(verdict_label(found))
        yield f"Regimes leave history in {year} / 政策自{year}年起分开：{word}: {said}"


def _examples(row: Row) -> Iterable[str]:
    """A world in which the claim is true and one in which it is false, by number."""
    words = {"true": "true / 成立", "false": "false / 不成立"}
    found = [(words[side], each) for side, each in row["examples"].items()]
    said = [f"{word}: " + ("none / 无" if each is None else f"{each['world']} ({each['prior']})") for word, each in found]
    yield "First of the worlds judged, by number (prior drawn from) / 所判世界中的首个编号（所属先验）: " + "; ".join(said)


def _beside(data: Row) -> Iterable[str]:
    title, columns, rows = beside_table(data)
    if rows:
        yield "## Beside the verdicts / 判定之外"
        yield title.replace("\n", " ") + "."
        yield table(
            [column.replace("\n", " ") for column in columns], [[cell.replace("\n", ", ") for cell in row] for row in rows]
        )


def _deciders(data: Row) -> Iterable[str]:
    if data["deciders"]:
        title, columns, rows = deciders_table(data)
        yield "## What would decide the open claims / 何者可定夺未定主张"
        yield from ([title.partition("\n")[2]] if "\n" in title else [])
        yield table(columns, rows)


def _attributions(data: Row) -> Iterable[str]:
    if data["attribution"]:
        yield "## What effects are due to / 效应归因"
    for name in data["attribution"]:
        title, columns, rows = attribution_table(data, name)
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
