"""Verdicts in a terminal: one row a claim, what it hangs on, and the parts of the effects that rivals explain too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dualtrack.app.page.pack.claim_rows import reading_of
from dualtrack.app.terminal.numbers import number, share, share_range, span
from dualtrack.app.terminal.speech import said, say, tell
from dualtrack.app.terminal.terminal import show_prose, show_table, show_text
from dualtrack.app.verdicts.asked_words import asked_labels
from dualtrack.app.verdicts.column_words import NAMED, TITLE, column_cells, column_heads, full_record_words
from dualtrack.app.verdicts.verdict_data import Row, judged_data
from dualtrack.app.verdicts.verdict_sentences import head, prior_names, tail
from dualtrack.app.verdicts.verdict_words import SAYS, turning_label, verdict_cell
from dualtrack.lab.judged import Judged
from dualtrack.language.declaration import Label
from dualtrack.language.model import Model

SHOWN_CRUXES, SHOWN_DECIDERS = 2, 12
ID: Label = ("id", "编号")


def show_judged(judged: Judged) -> None:
    """Everything that judging prints."""
    data, model = judged_data(judged), judged.laboratory.model
    show_prose(*head(data))
    show_text("")
    show_table(say("Verdicts", "判定"), *verdict_table(model, data), words=4)
    show_prose(*asked_of(data))
    show_table(*beside_table(data), words=2)
    show_table(*columns_table(data["verdicts"]), words=1)
    show_prose(said(full_record_words(data["full_record"])))
    if data["deciders"]:
        show_table(*deciders_table(data, SHOWN_DECIDERS), words=3)
    for name in data["attribution"]:
        show_table(*attribution_table(data, name))
    show_prose(*tail(data))


def verdict_table(model: Model, data: Row) -> tuple[list[str], list[list[str]]]:
    """One row a claim: its verdict, what that hangs on, and the shares by which the rule finds it."""
    columns: list[Label] = [
        ID,
        ("claim", "主张"),
        ("verdict", "判定"),
        ("what it hangs on", "取决于什么"),
        ("where it\nexists", "机制\n存在时"),
        ("in its\nnull", "零假设"),
        ("best\ncase", "最有利\n情形"),
        ("for /\nagainst", "支持/\n反对"),
    ]
    priors = prior_names(data)
    return [said(each) for each in columns], [_line(model, row, priors) for row in data["verdicts"]]


def _line(model: Model, row: Row, priors: Mapping[str, str]) -> list[str]:
    evidence, beside = row["evidence"], row["beside"]
    counts = f"{len(evidence['supports'])} / {len(evidence['opposes'])}"
    null, best = ("–", "–") if beside is None else (_range(beside["null"]), _range([beside["best"]]))
    held, hanging = _range(asked(row)), hangs_on(model, row, priors)
    return [row["id"], say(row["en"], row["zh"]), verdict_cell(row), hanging, held, null, best, counts]


def asked(row: Row) -> list[Row]:
    """The shares that the verdict reads, one for each prior: where the mechanism exists that the claim needs."""
    return [last["asked"] for each in row["answers"] for last in [each["after"] or each["before"]]]


def asked_of(data: Row) -> list[str]:
    """A sentence for each claim that is asked of some worlds alone, or has no number in some, under the first prior."""
    rows = [(row["id"], row["answers"][0]["after"] or row["answers"][0]["before"]) for row in data["verdicts"] if row["answers"]]
    told = [(name, [said(each) for each in asked_labels(reading_of(reading))]) for name, reading in rows]
    return [say(f"{name}: {'; '.join(words)}.", f"{name}：{'；'.join(words)}。") for name, words in told if words]


def hangs_on(model: Model, row: Row, priors: Mapping[str, str]) -> str:
    """What would turn a verdict; of an open claim the numbers that move it most, first prior first, others where they differ."""
    if row["verdict"] != "open":
        return said(turning_label(model, row))
    first, *others = row["answers"]
    shown = first["cruxes"][:SHOWN_CRUXES]
    named = [_named(crux) for crux in shown]
    known = {crux["name"] for crux in shown}
    for answer in others:
        for crux in answer["cruxes"][:1]:
            if crux["name"] not in known:
                known.add(crux["name"])
                named.append(f"{priors[answer['prior']]}{say(': ', '：')}{_named(crux)}")
    return "\n".join(each for each in (said(turning_label(model, row)), *named) if each)


def beside_table(data: Row) -> tuple[str, list[str], list[list[str]]]:
    """What stands beside each answer: before and after the record, planted, with nothing on, at the other date, and existence."""
    title = say(
        "Beside the verdicts: shares of worlds in which the claim is true, under several priors their range; existence: by what\n"
        "factor the record changes the odds that the mechanism is there",
        "判定之外：主张成立的世界占比，有多种先验时为其范围；机制是否存在：以对照记录之后与之前的优势比衡量",
    )
    years = list(dict.fromkeys(row["second_parting"]["year"] for row in data["verdicts"] if row["second_parting"]))
    columns: list[Label] = [
        ID,
        ("existence", "机制是否存在"),
        ("before the\nrecord", "对照记录\n之前"),
        ("after it", "之后"),
        ("odds", "优势比"),
        ("planted", "机制\n取全强"),
        ("nothing\non", "机制\n全部关闭"),
        *((f"left in\n{y:g}", f"{y:g}年\n分开") for y in years),
    ]
    return title, [said(each) for each in columns], [_beside(row, bool(years)) for row in data["verdicts"] if row["beside"]]


def columns_table(rows: Sequence[Row]) -> tuple[str, list[str], list[list[str]]]:
    """What each body of evidence gives every claim that is computed."""
    told = [row for row in rows if row["columns"]]
    heads = column_heads(told)
    named = [say(NAMED[name][0].replace(", ", ",\n"), NAMED[name][1].replace("，", "，\n")) for name in heads]
    apart = say("words, where\nthey differ", "不一致时的\n各自判定")
    return said(TITLE), [said(ID), *named, apart], [[row["id"], *column_cells(row, heads)] for row in told]


def _beside(row: Row, has_second: bool) -> list[str]:
    beside = row["beside"]
    single = [_range([beside[name]]) for name in ("planted", "nothing")]
    factors = [
        (say("no bound", "无上限") if each["factor"] is None else format(each["factor"], ".2g"))
        + say(f": {SAYS[each['says']][0]}", f"：{SAYS[each['says']][1]}")
        for each in row["existence"].values()
    ]
    found = [shares(row, "before"), shares(row, "after"), odds(row), *single, *([second(row)] if has_second else [])]
    return [row["id"], "\n".join(factors) or "–", *found]


def _range(rows: Sequence[Row | None]) -> str:
    return share_range(each["probability"] for each in rows if each is not None)


def deciders_table(data: Row, most: int | None = None) -> tuple[str, list[str], list[list[str]]]:
    """The numbers on which open claims hang, and what would measure them."""
    rows = data["deciders"]
    is_cut, loose = most is not None and len(rows) > most, data["open_without"]
    left = (f" (the first {most} of {len(rows)}; --json and -o show all)", f"（{len(rows)}个中的前{most}个；--json与-o列出全部）")
    also = (f"\nno single number decides {', '.join(loose)}", f"\n没有单一数值能决定{'、'.join(loose)}")
    ends = [each for each, is_told in ((left, is_cut), (also, loose)) if is_told]
    title = say("What would decide the open claims", "何者可定夺未定的主张") + "".join(map(said, ends))
    columns: list[Label] = [
        ("number", "数值"),
        ("claims that hang on it", "取决于它的主张"),
        ("what would measure it", "可用以测定的数据"),
    ]
    lines = [[say(row["en"], row["zh"]), say(", ", "、").join(row["claims"]), _measured(row)] for row in rows[:most]]
    return title, [said(each) for each in columns], lines


def _measured(row: Row) -> str:
    """What would measure a number; a dash where nothing would."""
    reported = row["reported_by"]
    return say(row["measured_by"], f"更多与{reported}同类的结果") if reported else tell(row["measured_by"]) or "–"


def attribution_table(data: Row, name: str) -> tuple[str, list[str], list[list[str]]]:
    """The parts of an effect under each prior, largest first."""
    found, named = data["attribution"][name], prior_names(data)
    priors, first = list(found), next(iter(found.values()))
    title = say(
        f"{name}: months by mechanism, means and 95 % intervals over {first['worlds']} worlds; the parts sum to the difference",
        f"{name}：各机制所致的月数，{first['worlds']}个世界的均值与95%区间；各部分之和即为总差",
    )
    order = sorted(range(len(first["parts"])), key=lambda place: -abs(first["parts"][place]["mean"]))
    lines = [[say("every mechanism", "全部机制"), *(_months(found[prior]) for prior in priors)]]
    lines += [
        [say(first["parts"][at]["en"], first["parts"][at]["zh"]), *(_months(found[prior]["parts"][at]) for prior in priors)]
        for at in order
    ]
    lines += [[say("none", "无"), *(number(found[prior]["without_any"]) for prior in priors)]]
    return title, [say("mechanisms", "机制"), *(named[each] for each in priors)], lines


def _months(row: Row) -> str:
    return f"{number(row['mean'])}\n{_between(row['interval'])}"


def shares(row: Row, when: str) -> str:
    """The share under the first prior, and the range over priors where there are several."""
    every = [answer[when]["probability"] for answer in row["answers"] if answer[when] is not None]
    found = [each for each in every if each is not None]
    if not found:
        return "–"
    return share(found[0]) if len(found) == 1 else f"{share(found[0])}\n{span(f'{100 * min(found):.0f}', share(max(found)))}"


def odds(row: Row) -> str:
    """By what factor the record changes the odds under the first prior."""
    return number(row["answers"][0]["odds"], 2) if row["answers"] else "–"


def second(row: Row) -> str:
    """The share where regimes leave history earlier, under the first prior."""
    found = row["second_parting"]
    return "–" if found is None else share(found["answers"][0]["probability"])


def _named(crux: Row) -> str:
    """A number with the shares in the worlds in which it is low and high."""
    low, high = (share(crux[end]["probability"]) for end in ("low", "high"))
    return say(f"{crux['label']['en']} (low {low}, high {high})", f"{crux['label']['zh']}（取低值时{low}，取高值时{high}）")


def _between(interval: list[float]) -> str:
    return span(number(interval[0], 2), number(interval[1], 2))
