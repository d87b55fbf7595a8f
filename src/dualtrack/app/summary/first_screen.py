"""The first screen of the main job: question, answer, how sure, what it hangs on and what to do next, in at most forty lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dualtrack.app.summary.fact_words import GROUPS
from dualtrack.app.summary.group_words import crux_label
from dualtrack.app.summary.main_answer import main_answer, named_rows
from dualtrack.app.terminal.few_worlds import Say, band_text, is_few, share_of
from dualtrack.app.terminal.numbers import months, number, share, share_range, signed
from dualtrack.app.terminal.speech import said, say
from dualtrack.app.terminal.terminal import show_entry, show_prose, show_table
from dualtrack.app.terminal.unit_words import unit_beside
from dualtrack.app.terminal.wrap import cells, padded
from dualtrack.app.verdicts.kept_verdicts import STALE_LABEL
from dualtrack.app.verdicts.verdict_words import IN_SHORT, MORE, SAID, SIDES_SAID, WHY, moved_label
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.loops.loop_cut import MONTHS
from dualtrack.lab.main_job import MainJob
from dualtrack.language.declaration import Label
from dualtrack.language.quantity import Quantity
from dualtrack.language.tongue import quoted_in_chinese
from dualtrack.targets.numeric.tidy import Row

KINDS: dict[str, Label] = {
    "switch": ("a switch", "机制强度"),
    "assumed": ("assumed", "假设值"),
    "sourced": ("from a source", "有来源"),
}
LATER, SOONER, MORE_OF, LESS_OF = ("later", "更晚"), ("sooner", "更早"), ("more", "更高"), ("less", "更低")
NAMED = 1
"""Numbers named of those that an answer hangs on; groups of numbers stand beside them."""
MOST_IDS = 24
"""Claims named of one word; the tables name the others."""
MOST_REFERENCES = 2
"""Columns that 80 cells hold."""


def show_first(job: MainJob) -> None:
    """The first screen."""
    data = main_answer(job)
    show_prose(say(f"Asked: {data['question']['en']}", f"问题：{data['question']['zh']}"))
    show_prose(*_in_short(job, data["answer"]))
    _show_answer(job, data)
    _show_verdicts(data)
    _show_named(job)
    show_prose(say("How sure:", "可信程度："), *_how_sure(job, data["how_sure"]))
    show_prose(_hangs_on(job, data["hangs_on"]), *filter(None, [said(crux_label(data["groups"]))]))
    commands = [f"`{each}{say('', ' --lang zh')}`" for each in data["next"]]
    show_prose(say(f"Next: {', '.join(commands)}.", f"下一步：{'、'.join(commands)}。"))


def _in_short(job: MainJob, answer: Row) -> list[str]:
    """The question answered in a sentence: how often the treated regime delays the main outcome, and raises the valued one."""
    shown, lags = answer["references"][:MOST_REFERENCES], answer["lags"]
    main = {row["outcome"] for row in lags}
    higher = [row for row in answer["differences"] if row["outcome"] not in main]
    told = list[str]()
    for rows, key, verb in (
        (lags, "share_later", (f"comes {MONTHS:g} months or more later", f"推迟{MONTHS:g}个月以上")),
        (higher, "share_above", ("is higher", "更高")),
    ):
        if of := [row for row in rows if row["reference"] in shown]:
            told.append(_often(job, of, key, verb, is_first=not told))
    return [say(f"In short: {'; '.join(told)}.", f"简言之：{'；'.join(told)}。")] if told else []


def _often(job: MainJob, rows: Sequence[Row], key: str, verb: Label, *, is_first: bool) -> str:
    """In how many worlds an outcome does so against each reference; the first sentence names these."""
    often = [share_of(row[key], job.comparison.worlds) for row in rows]
    names = [_regime(job, row["reference"]) for row in rows]
    english = [f"{each} of worlds against {name}" for each, name in zip(often, names, strict=True)] if is_first else often
    against = f"与{'、'.join(names)}相比，" if is_first else ""
    each = "分别" if len(rows) > 1 else ""
    return say(
        f"{rows[0]['en']} {verb[0]} in {(', in ' if is_first else ' and ').join(english)}",
        f"{against}{quoted_in_chinese(rows[0]['zh'])}{verb[1]}的世界{each}占{'、'.join(often)}",
    )


def _regime(job: MainJob, name: str) -> str:
    """The same of one, in Chinese in quotation marks."""
    named = regime_names(job.laboratory)[name]
    return say(named, quoted_in_chinese(named))


def regime_names(laboratory: Laboratory) -> dict[str, str]:
    """Each regime by its name, as it is typed; in Chinese by its label."""
    return {name: say(name, regime.label[1] or name) for name, regime in laboratory.regimes.items()}


def _show_answer(job: MainJob, data: Row) -> None:
    """What the treated regime changes against each reference, in the same worlds."""
    count, shown = job.comparison.worlds, data["answer"]["references"][:MOST_REFERENCES]
    lags, added = ([row for row in data["answer"][key] if row["reference"] in shown] for key in ("lags", "differences"))
    lines = []
    for outcome in dict.fromkeys(row["outcome"] for row in added):
        of = [row for row in added if row["outcome"] == outcome]
        sides = {"share_above": MORE_OF, "share_below": LESS_OF}
        lines.append([_heading(job.laboratory.model[outcome]), *_cells(of, signed, count, sides)])
    if lags:
        sides = {"share_later": LATER, "share_earlier": SOONER}
        lines.insert(1, [say("- its lag in months", "－其推迟的月数"), *_cells(lags, months, count, sides)])
    names = regime_names(job.laboratory)
    heads = [heading for name in shown for heading in (names[name], say("worlds", "世界"))]
    show_table(
        _found(job, data["answer"]["regime"], added[0]["year"], is_lagged=bool(lags)), [say("against", "对照"), *heads], lines
    )


def _found(job: MainJob, regime: str, year: float, *, is_lagged: bool) -> str:
    """What the table of the answer holds."""
    count, seed, name = job.comparison.worlds, job.ensemble.worlds.seed, _regime(job, regime)
    spread = (
        say(f"least and greatest of {count}", "最小与最大值") if is_few(count) else say("nine worlds in ten", "九成世界的范围")
    )
    bound = say(f" (lag: from {MONTHS:g} months)", f"（早晚以相差{MONTHS:g}个月起计）") if is_lagged else ""
    return say(
        f"Found: what {name} changes by {year:g}, in {count:,} worlds of the priors alone (seed "
        f"{seed}): median, {spread}, worlds on each side{bound}",
        f"结果：到{year:g}年{name}带来的变化。{count}个世界仅按先验抽取（种子{seed}）；各格为中位数、{spread}、两侧世界的占比{bound}",
    )


def _heading(quantity: Quantity) -> str:
    return said(quantity.label) + unit_beside(quantity.unit)


def _cells(rows: Sequence[Row], form: Say, worlds: int, sides: Mapping[str, Label]) -> list[str]:
    """For each reference the band, and the shares of worlds on either side."""
    return [cell for row in rows for cell in (band_text(row, form), _sides(row, worlds, sides))]


def _sides(row: Row, worlds: int, sides: Mapping[str, Label]) -> str:
    """The shares of worlds on either side, of few their numbers, a line each."""
    counts = [str(round(row[key] * worlds)) if is_few(worlds) else share(row[key]) for key in sides]
    return "\n".join(say(f"{count} {word[0]}", f"{count}{word[1]}") for count, word in zip(counts, sides.values(), strict=True))


def _show_named(job: MainJob) -> None:
    """How often the claim that the question is about holds, and the first way in which it is asked otherwise."""
    for row in named_rows(job.laboratory):
        often = share_range(each["share"] for each in row["drawn"])
        asked: list[Label] = [("its mechanism exists", "其机制存在")] if row["where"] != "all" else []
        asked += [_both(row["given_first"])] if row["given_first"] else []
        where = f" where {' and '.join(en for en, _ in asked)}" if asked else ""
        within = f"{'且'.join(zh for _, zh in asked)}的世界中，" if asked else "全部世界中，"
        show_prose(
            say(
                f"{row['id']}, “{row['en'].rstrip('.')}”: true in {often} of worlds{where}{_otherwise(row)}.",
                f"{row['id']}{quoted_in_chinese(row['zh'].rstrip('。'))}：{within}{often}成立{_otherwise(row)}。",
            )
        )


def _otherwise(row: Row) -> str:
    """The first way in which the claim is asked otherwise, and how often it then holds."""
    among = ("of all such", "全部此类世界") if row["given_first"] else ("of all", "全部世界")
    told = [
        say(
            f"; {each['en']}: in {share(each['share'])} {among[0]}",
            f"；{each['zh']}，则在{among[1]}的{share(each['share'])}中成立",
        )
        for each in row["variants"][:1]
    ]
    return "".join(told)


def _show_verdicts(data: Row) -> None:
    """The claims by word, each word with what it means; or why there are none."""
    origin, rows = data["how_sure"]["verdicts"], data["answer"]["verdicts"]
    if origin is None:
        show_prose(said(STALE_LABEL))
        return
    count, left = data["answer"]["tally"], origin["accepted"]
    among, among_zh = ("", "") if left is None else (f", of which history leaves {left:,}", f"（其中{left}个未被记录排除）")
    show_prose(
        say(
            f"Tests of {count} claims and rivals in {origin['worlds']:,} worlds{among} ({SIDES_SAID[0]}):",
            f"在{origin['worlds']}个世界{among_zh}中检验{count}项主张（含反方的主张；{SIDES_SAID[1]}）：",
        )
    )
    across = max(cells(said(SAID[row["verdict"]])) for row in rows)
    for row in rows:
        meaning = "" if row["whys"] else said(IN_SHORT[row["verdict"]]) + say(": ", "：")
        told = say("; ", "；").join(_whys(row["whys"])) if row["whys"] else _ids(row["claims"])
        show_entry(f"  {padded(said(SAID[row['verdict']]), across)} {row['tally']:>3} ", f"{meaning}{told}")


IN_A_WORD: dict[str, Label] = {
    "the record is silent": ("record silent", "史实沉默"),
    "the record moves it": ("record moves it", "随史实而变"),
    "hangs on one number": ("one number", "取决于某一数值"),
}
"""Why claims are open, for a screen of forty lines."""


def _whys(rows: Sequence[Row]) -> list[str]:
    """Why claims are open, those that hang on any one number together."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(said(IN_A_WORD.get(row["why"]) or WHY.get(row["why"], MORE)), []).extend(row["claims"])
    return [f"{why}{say(': ', '：')}{_ids(names)}" for why, names in found.items()]


def _ids(names: Sequence[str]) -> str:
    left = len(names) - MOST_IDS
    return " ".join(names[:MOST_IDS]) + (say(f" and {left} more", f"等{len(names)}项") if left > 0 else "")


def _how_sure(job: MainJob, sure: Row) -> list[str]:
    """The facts, the numbers assumed, what the record moves, and what another date of parting changes."""
    assumed, record = job.assumed_row(), sure["existence"]
    told = _facts(sure)
    told.append(
        say(
            f"{assumed['assumed']} of {assumed['numbers']} numbers ({share(assumed['share'])}) are assumed.",
            f"{assumed['numbers']}个数值中{assumed['assumed']}个（{share(assumed['share'])}）为假设值。",
        )
    )
    if record:
        low, high = (number(record[end]["odds"], 2) for end in ("least", "greatest"))
        told.append(
            say(
                f"Some evidence is silent on {record['tally']} of {record['numbers']} mechanisms (odds change at least "
                f"{low}- to {high}-fold, silent below {record['silent_from']:g}).",
                f"对{record['numbers']}种机制中的{record['tally']}种，至少有一类证据沉默"
                f"（优势比至少变为{low}至{high}倍，不到{record['silent_from']:g}倍视为沉默）。",
            )
        )
    if sure["parting"]:
        year, (english, chinese) = sure["parting"][0]["year"], moved_label(sure["parting"])
        told.append(say(f"Parting in {year:g}: {english}.", f"若自{year:g}年起与历史分开：{chinese}。"))
    return told


def _facts(sure: Row) -> list[str]:
    """How many facts of each group the nominal world reproduces."""
    counted = [row for row in sure["facts"] if row["of"] and row["in_world"] == "nominal"]
    english = [f"{row['tally']} of {row['of']}{' facts' * (not place)} {row['group']}" for place, row in enumerate(counted)]
    chinese = [f"{GROUPS[row['group']][1]}{row['of']}项中的{row['tally']}项" for row in counted]
    return [say(f"the nominal world has {', '.join(english)}.", f"默认参数世界再现{'、'.join(chinese)}。")] if counted else []


def _hangs_on(job: MainJob, rows: Sequence[Row]) -> str:
    """The numbers that take part in most of the variance, of the lag and of the main outcome."""
    outcome = job.laboratory.theory.outcomes[0]
    if not rows:
        return say(
            f"It hangs on: not shown, as it was found for another model; `dualtrack matter {outcome}` finds it.",
            f"结果取决于什么：此处从略，原有结果出自另一模型；运行 `dualtrack matter {outcome}` 可重新计算。",
        )
    year, told, named = job.laboratory.theory.years[-1], list[str](), set[str]()
    first = _regime(job, job.laboratory.references[0].name)
    for of in dict.fromkeys(row["of"] for row in rows):
        what = (
            (f"the lag behind {first}", f"与{first}相比的早晚")
            if of == "lag"
            else (f"the level in {year:g}", f"{year:g}年的水平")
        )
        parts = [_part(row, row["name"] in named) for row in [row for row in rows if row["of"] == of][:NAMED]]
        named |= {row["name"] for row in [row for row in rows if row["of"] == of][:NAMED]}
        told.append(say(f"{what[0]}: {', '.join(parts)}", f"{what[1]}，{'、'.join(parts)}"))
    return say(
        f"It hangs on, of the variance: {'; '.join(told)}; parts overlap.",
        f"结果取决于什么（各占方差的比例，彼此重叠）：{'；'.join(told)}。",
    )


def _part(row: Row, is_told: bool) -> str:
    """A number with its part of the variance, and the first time with its kind."""
    kind = ("", "") if is_told else KINDS[row["kind"]]
    english = f"{row['name']} {share(row['part'])}" + (f" ({kind[0]})" if kind[0] else "")
    return say(english, f"{quoted_in_chinese(row['zh'])}{share(row['part'])}" + (f"（{kind[1]}）" if kind[1] else ""))


def _both(row: Row) -> Label:
    return row["en"], row["zh"]
