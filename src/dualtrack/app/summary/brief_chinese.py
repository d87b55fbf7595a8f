"""The page for a memo in Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from dualtrack.app.summary.group_words import crux_label
from dualtrack.app.summary.main_answer import named_rows
from dualtrack.app.terminal.few_worlds import is_few
from dualtrack.app.terminal.numbers import number, signed
from dualtrack.app.verdicts.kept_verdicts import STALE_ZH
from dualtrack.app.verdicts.verdict_words import IN_SHORT, SAID, SIDES_SAID, moved_label, verdict_label
from dualtrack.lab.main_job import MainJob
from dualtrack.lab.runs.software import version_of
from dualtrack.targets.numeric.tidy import Row

KINDS = {"switch": "机制强度，可以为零", "assumed": "假设值", "sourced": "取值范围有来源"}
GROUPS = {"in sample": "样本内", "held out": "留作检验的"}
UNITS = {"USD_bn": "十亿美元", "USD_bn/year": "十亿美元/年"}
SHORT = 12
"""Letters of a fingerprint that are quoted."""


def chinese_brief(job: MainJob, answer: Row, sources: list[Row]) -> Iterator[str]:
    """The page, paragraph by paragraph."""
    yield f"# {answer['question']['zh']}"
    yield "".join(_found(job, answer))
    yield "".join(_verdicts(job, answer))
    yield "".join(["**可信程度。**", *_how_sure(job, answer["how_sure"])])
    yield "".join(["**结果取决于什么。**", _hangs_on(job, answer), crux_label(answer["groups"])[1]])
    if sources:
        cited = "；".join(map(_cited, sources))
        yield f"**来源。**上文所列事实与主张依据以下来源（A级为一手来源，B级为二手来源，C级为可靠性较弱的转述）。{cited}。"
    yield f"**引用信息。**{_quoted(job, answer)}"


def _found(job: MainJob, answer: Row) -> Iterator[str]:
    """What the treated regime changes against each reference."""
    count, regimes = job.comparison.worlds, job.laboratory.regimes
    part = "最小值至最大值" if is_few(count) else "90%的世界所在的区间"
    yield (
        f"**模型的回答。**“世界”指一次随机抽取的全部参数。我们在{count:,}个世界中分别运行“{regimes[answer['answer']['regime']].label[1]}”"
        f"与各对照情景，并在同一世界内逐一比较；这些世界抽自先验分布，尚未经记录筛选。以下为中位数，括号内为{part}。"
    )
    for name in answer["answer"]["references"]:
        lags, levels = ([row for row in answer["answer"][key] if row["reference"] == name] for key in ("lags", "differences"))
        said = [_lag(row, count) for row in lags if row["q50"] is not None] + [_level(row, count) for row in levels]
        yield f"与“{regimes[name].label[1]}”相比，{'；'.join(said)}。"
    if answer["answer"]["lags"]:
        yield (
            "早晚的月数，取该指标达到各固定门槛所差月数的平均值；"
            f"到{job.laboratory.theory.clock.stop:g}年仍未达到的，按届时达到计。"
        )


def _lag(row: Row, worlds: int) -> str:
    low, high = (row[end] for end in (("least", "greatest") if is_few(worlds) else ("q05", "q95")))
    return (
        f"{row['zh']}的形成{_later(row['q50'])}（{_later(low)}至{_later(high)}），推迟{row['bound']:g}个月以上的世界占"
        f"{_share(row['share_later'], worlds)}，提前{row['bound']:g}个月以上的占{_share(row['share_earlier'], worlds)}"
    )


def _level(row: Row, worlds: int) -> str:
    low, high = (row[end] for end in (("least", "greatest") if is_few(worlds) else ("q05", "q95")))
    unit = "" if row["unit"] == "1" else f"（{UNITS.get(row['unit'], row['unit'])}）"
    return (
        f"{row['year']:g}年的{row['zh']}{unit}变化{signed(row['q50'])}（{signed(low)}至{signed(high)}），"
        f"{_share(row['share_above'], worlds)}的世界更高，{_share(row['share_below'], worlds)}更低"
    )


def _verdicts(job: MainJob, answer: Row) -> Iterator[str]:
    """How many claims got each word, and the claims that the question is about."""
    origin, rows = answer["how_sure"]["verdicts"], answer["answer"]["verdicts"]
    if origin is None:
        yield f"**判定。**{STALE_ZH}"
        return
    left = "" if origin["accepted"] is None else f"，其中{origin['accepted']:,}个未被记录排除"
    counts = "；".join(f"{SAID[row['verdict']][1]}{row['tally']}项（{IN_SHORT[row['verdict']][1]}）" for row in rows)
    yield (
        f"**判定。**{answer['answer']['tally']}项主张（含反方主张）在{origin['worlds']:,}个世界中检验{left}。"
        f"{SIDES_SAID[1]}。结果为：{counts}。判定针对的是每项主张的检验，而非其字面表述。"
    )
    for row in named_rows(job.laboratory):
        where = "在其机制存在的世界中" if row["where"] != "all" else "在这些世界中"
        if first := row["given_first"]:
            where = f"在其机制存在且{first['zh']}的世界中" if row["where"] != "all" else f"在{first['zh']}的世界中"
        has_null = any(each["share"] is not None for each in row["null"])
        without = f"，去掉其所主张的机制后为{_range(row['null'])}" if has_null else ""
        among = "全部此类世界" if row["given_first"] else "全部世界"
        otherwise = "".join(f"；{each['zh']}，则在{among}的{_range([each])}中成立" for each in row["variants"][:1])
        yield (
            f"主张{row['id']}（“{row['zh'].rstrip('。')}”）的判定为“{verdict_label(row)[1]}”：{where}有{_range(row['drawn'])}成立{without}{otherwise}。"
        )


def _how_sure(job: MainJob, sure: Row) -> Iterator[str]:
    counted = [row for row in sure["facts"] if row["of"] and row["in_world"] == "nominal"]
    if counted:
        said = "、".join(f"{GROUPS[row['group']]}{row['of']}项中的{row['tally']}项" for row in counted)
        missed = "；".join(f"{row['id']}，{row['zh'].rstrip('。')}" for row in sure["missed"])
        yield f"对有日期可查的事实，模型的默认参数世界再现了{said}。" + (f"未能再现的有：{missed}。" if missed else "")
    assumed, record = job.assumed_row(), sure["existence"]
    yield f"模型的{assumed['numbers']}个数值中，{assumed['assumed']}个（{100 * assumed['share']:.0f}%）为假设值，均给出取值范围。"
    if record:
        low, high = (number(record[end]["odds"], 2) for end in ("least", "greatest"))
        yield (
            f"各项主张共依托{record['numbers']}种机制；每一类证据都使这些机制存在的优势比变为原来的{low}至{high}倍。"
            f"不到{record['silent_from']:g}倍即视为沉默，{record['numbers']}种中有{record['tally']}种如此。"
        )
    if sure["parting"]:
        yield f"若各情景自{sure['parting'][0]['year']:g}年起就与历史分开，则{moved_label(sure['parting'])[1]}。"
    yield "这是对一种论证的建模，不是预测；方程之外的因素，模型无从判断。"


def _hangs_on(job: MainJob, answer: Row) -> str:
    rows, theory, outcome = answer["hangs_on"], job.laboratory.theory, job.laboratory.theory.outcomes[0]
    if not rows:
        return f"原有结果出自另一模型，此处从略；运行 `dualtrack matter {outcome}` 可重新计算。"
    said, told = [], set[str]()
    for of in dict.fromkeys(row["of"] for row in rows):
        named = [row for row in rows if row["of"] == of]
        reference = job.laboratory.regimes[answer["answer"]["references"][0]].label[1]
        what = f"与“{reference}”相比的早晚" if of == "lag" else f"{theory.years[-1]:g}年的水平"
        parts = [
            f"“{row['zh']}”{100 * row['part']:.0f}%" + ("" if row["name"] in told else f"（{KINDS[row['kind']]}）")
            for row in named
        ]
        told |= {row["name"] for row in named}
        said.append(f"{what}：{'、'.join(parts)}")
    return f"各数值参与解释的方差比例（彼此有重叠）如下。{'；'.join(said)}。"


def _quoted(job: MainJob, answer: Row) -> str:
    origin = answer["how_sure"]["verdicts"]
    kept = "" if origin is None else f"；判定：{origin['worlds']:,}个世界，种子{origin['seed']}"
    return (
        f"dualtrack {version_of('dualtrack')}，模型{job.laboratory.model.fingerprint[:SHORT]}，{job.comparison.drawn:,}个世界，"
        f"种子{job.ensemble.worlds.seed}{kept}。运行 `dualtrack verify 文件夹` 可得到整个结果文件夹的指纹。"
    )


def _cited(row: Row) -> str:
    return f"{'、'.join(row['behind'])}：{row['title']}，{row['publisher']}，{row['date'] or '日期不详'}（{row['grade']}级）"


def _later(value: float) -> str:
    return f"{'推迟' if value > 0 else '提前'}{abs(value):.1f}个月" if abs(value) >= 0.05 else "时间不变"


def _share(value: float, worlds: int) -> str:
    return f"{worlds}个中的{round(value * worlds)}个" if is_few(worlds) else f"{100 * value:.0f}%"


def _range(rows: list[Row]) -> str:
    said = [f"{100 * each:.0f}" for each in sorted(row["share"] for row in rows if row["share"] is not None)]
    if not said:
        return "–"
    return f"{said[0]}%" if said[0] == said[-1] else f"{said[0]}%–{said[-1]}%"
