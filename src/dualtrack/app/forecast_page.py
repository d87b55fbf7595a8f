"""The frozen forecasts on one generated page, beside the baselines; what is known of first publication, and one clean vintage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dualtrack.app.terminal.numbers import number, share
from dualtrack.app.verdicts.verdict_report import table
from dualtrack.evidence.first_published import RULES, load_first_published
from dualtrack.evidence.vocabulary import OUTLOOKS
from dualtrack.lab.forecasts.baselines import BASELINES
from dualtrack.lab.forecasts.foretell import FORECASTERS
from dualtrack.lab.forecasts.foretold_shape import WITHIN, ForecastShape
from dualtrack.lab.forecasts.score_forecasts import FIRST, ForecasterScore, ScoredForecast
from dualtrack.lab.forecasts.sealed_registry import ForecastRegistry, FrozenForecast
from dualtrack.lab.forecasts.shipped_registry import registry_of
from dualtrack.lab.forecasts.vintage import PRIOR, VintageRead, read_vintage
from dualtrack.lab.laboratory import Laboratory
from dualtrack.targets.print.book import INDEX, NOTICE

FORECAST_PAGE = "forecasts.md"
VINTAGE = date(2025, 12, 1)
"""The day of the vintage: the last year's end, before which half of the record was out."""
A_YEAR = timedelta(days=365)
NAMES = {
    "accepted": "model / 模型",
    "anchored": "model, held to the series / 模型（按序列修正）",
    "drawn": "model, full record / 模型（全部记录）",
    PRIOR: "model, prior / 模型（先验）",
    "no_change": "no change / 不变",
    "trend": "trend / 趋势",
    "logistic": "logistic / 逻辑曲线",
}


def forecast_page(laboratory: Laboratory) -> str:
    """The whole page."""
    registry = registry_of(laboratory.theory)
    ahead = [each for each in registry.forecasts if each.batch == "prospective"]
    parts = [NOTICE, "# Forecasts, frozen before their figures are known / 事先冻结的预测", *_lead(registry, ahead)]
    parts += [*_rules(registry), *_tables(registry, ahead), *_published(laboratory)]
    return "\n\n".join([*parts, *_vintage(laboratory)]) + "\n"


def _lead(registry: ForecastRegistry, ahead: Sequence[FrozenForecast]) -> Iterator[str]:
    series, blind = len({each.series for each in registry.forecasts}), len(registry.forecasts) - len(ahead)
    due = sum(_due(each) <= registry.frozen + A_YEAR for each in ahead)
    origin = registry.origin
    yield (
        f"{len(ahead)} forecasts were frozen on {registry.frozen}, and {blind} more that are blind and not prospective; "
        f"{series} series, "
        f"at most three each. By the days that publishers usually take, {due} of the {len(ahead)} are told within a year. "
        f"`dualtrack score` holds them beside what has come. The seal over all is `{registry.seal}`."
    )
    yield (
        f"{registry.frozen}冻结{len(ahead)}项预测，另有{blind}项为“盲测”而非事前预测；共{series}个序列，每个至多三项。按发布方通常所需天数，"
        f"{len(ahead)}项中有{due}项将在一年内揭晓。`dualtrack score`将其与已公布数值对照。总封印为`{registry.seal}`。"
    )
    yield (
        f"Model `{origin['model'][:12]}`, record `{origin['record'][:12]}`, regime `{origin['regime']}`, prior "
        f"`{origin['prior']}`, "
        f"seed {origin['seed']}: {origin['worlds']} worlds drawn, {origin['accepted']} accepted; {origin['drawn']} drawn by "
        "the full "
        f"record. / 模型、记录、政策、先验与种子如前；抽取{origin['worlds']}个世界，接受{origin['accepted']}个；按全部记录抽取"
        f"{origin['drawn']}个。"
    )
    yield (
        "Nobody looked up what came between the record's last day and the freeze. Where a year had partly been told by then, as "
        "three quarters of a fiscal year, forecasts of the year use no quarter, not even those in the record: yearly baselines "
        "are stale, and a reader of the news knew more. / 记录末日至冻结日之间公布的数值无人查阅。"
        "若某年度届时已部分公布（如财年前三季），年度预测不使用任何季度数值，包括记录中已有者：年度基准因此陈旧，新闻读者所知更多。"
    )
    yield (
        "Each series is foretold by its own formula and its own errors, so that forecasts need not add up: a part may have a "
        "median above its whole, as data-centre revenue has above all revenue, and a share need not be the ratio of its two "
        "medians. / 各序列按各自公式与误差预测，彼此未必相合：部分的中位数可能高于整体（如数据中心收入高于总收入），"
        "份额亦未必等于两个中位数之比。"
    )
    yield f"[Contents]({INDEX})"


def _rules(registry: ForecastRegistry) -> Iterator[str]:
    yield "## Who says what / 预测者"
    yield table(("", "rule", "规则"), [[NAMES[name], *words] for name, words in registry.rules.items()])


def _tables(registry: ForecastRegistry, ahead: Sequence[FrozenForecast]) -> Iterator[str]:
    apart = [each for each in ahead if len(_differing(each)) == len(BASELINES)]
    partly = [each for each in ahead if each not in apart and _differing(each)]
    rest = [each for each in ahead if each not in apart and each not in partly]
    yield f"## Where the model differs from every baseline / 模型异于所有基准之处 ({len(apart)})"
    yield (
        "Their middle 80 % share less than half of the narrower, or their medians lie more than one deviation of the model "
        "apart. "
        "Here a figure will tell most. Median and nine tenths. / 中间80%的重叠不足较窄者之半，或中位数相差逾模型的一个标准差；"
        "此处的数值最具判别力。表中为中位数与九成区间。"
    )
    yield _said(apart)
    yield f"## Where it differs from some / 异于部分基准之处 ({len(partly)})"
    yield _said(partly)
    yield f"## Where it differs from none / 与基准无异之处 ({len(rest)})"
    yield _said(rest)
    unseen = [each for each in registry.forecasts if each.batch != "prospective"]
    yield f"## Blind, not prospective / 盲测，非事前预测 ({len(unseen)})"
    yield (
        "These figures were public before the freeze and are not in the record; nobody had looked them up. They never count "
        "with the "
        "others. / 这些数值在冻结前已公布，但未入记录，亦无人查阅；不与其他预测合计。"
    )
    yield _said(unseen)


def _said(forecasts: Sequence[FrozenForecast]) -> str:
    heads = ("forecast / 预测", "unit / 单位", "told by / 发布方", *(NAMES[name] for name in FORECASTERS), "differs from / 异于")
    return table(heads, [_line(each) for each in forecasts])


def _line(each: FrozenForecast) -> list[str]:
    shapes = [each.shapes.get(name) for name in FORECASTERS]
    differing = ", ".join(NAMES[name] for name in _differing(each))
    return [
        f"{each.label[0]} / {each.label[1]}\n{each.start} – {each.end}"
        if each.start < each.end
        else f"{each.label[0]} / {each.label[1]}\n{each.end}",
        each.unit,
        f"[{each.teller[0]}]({each.teller[1]})",
        *("–" if shape is None else _shape(shape) for shape in shapes),
        differing or "–",
    ]


def _shape(shape: ForecastShape) -> str:
    low, high = shape.ends(0.9)
    return f"{number(shape.median)} ({number(low)}–{number(high)})"


def _differing(each: FrozenForecast) -> list[str]:
    return [name for name in BASELINES if each.differs(FIRST, name)]


def _due(each: FrozenForecast) -> date:
    return each.end + timedelta(days=each.days)


def _published(laboratory: Laboratory) -> Iterator[str]:
    record, releases = laboratory.record, load_first_published(laboratory.record)
    mapped = {each.series for each in laboratory.theory.counterparts}
    rows = [row for row in record.observations if row.series in mapped and row.kind not in OUTLOOKS]
    known = [row for row in rows if releases.knows(row)]
    yield f"## First published / 首次公布 ({len(known)} / {len(rows)})"
    yield (
        f"Of {len(rows)} figures that measure something of the theory, outlooks left out, the first publication of {len(known)} "
        f"({share(len(known) / len(rows))}) is known, to the day or between two days. The others are unknown: they are never "
        "foretold. "
        "`first_published.csv` has each."
    )
    yield (
        f"在对应理论的{len(rows)}个数值（不含预测与目标）中，{len(known)}个（{share(len(known) / len(rows))}）的首次公布日已知，"
        "或确切，或介于两日之间。其余未知，从不作为被预测之数。逐项见`first_published.csv`。"
    )
    told = Counter(_how(releases.rows[row.series, row.start, row.end, row.source].told_by) for row in known)
    yield table(("told by / 依据", "figures / 数值"), [[name, str(count)] for name, count in told.most_common()])


def _how(told_by: str) -> str:
    return RULES.get(told_by, "the page of a release, or one that dates it")


def _vintage(laboratory: Laboratory) -> Iterator[str]:
    found = read_vintage(laboratory, load_first_published(laboratory.record), VINTAGE)
    yield f"## One clean vintage / 一次干净的回溯预测：{found.day}"
    yield (
        f"With what surely was public before that day ({found.served} figures, {found.targets} of "
        f"{len(laboratory.theory.targets)} targets), and rules "
        f"as they then stood, {len(found.scored)} figures of {found.series} series that surely came later are foretold; "
        f"{found.unknown} "
        f"figures enter neither side. History left {found.left} of {found.worlds} worlds. Scores are on logarithms (log odds "
        "of a share): "
        "lower is nearer."
    )
    yield (
        f"仅用该日前确已公布者（{found.served}个数值，{len(laboratory.theory.targets)}个目标中的{found.targets}个）与当时的规则，预测其后确实才公布的"
        f"{found.series}个序列的{len(found.scored)}个数值；{found.unknown}个数值不入任何一方。历史筛选后余{found.worlds}个世界中的{found.left}个。"
        "评分取对数（份额取对数几率），越低越近。"
    )
    names = [name for name in NAMES if name in found.scored[0].crps]
    yield table(("figure / 数值", "came / 实际", *(NAMES[name] for name in names)), [_came(each, names) for each in found.scored])
    yield table(_HEADS, [_score(each) for each in found.forecasters])
    yield from _limits(found)


_HEADS = (
    "",
    "mean score / 平均评分",
    *(f"within {share(part)} / {share(part)}区间内" for part in WITHIN),
    *(f"skill on {NAMES[name]}" for name in BASELINES),
)


def _came(each: ScoredForecast, names: Sequence[str]) -> list[str]:
    said = [f"{number(each.forecast.shapes[name].median)}: {each.crps[name]:.3f}" for name in names]
    return [f"`{each.forecast.series}`\n{each.forecast.start} – {each.forecast.end}", number(each.outcome), *said]


def _score(each: ForecasterScore) -> list[str]:
    skills = [each.skill.get(name) for name in BASELINES]
    said = ["–" if one is None else f"{one[0]:.2f} ({one[1]:.2f} to {one[2]:.2f})" for one in skills]
    return [NAMES[each.name], f"{each.crps:.3f}", *(share(each.coverage[part]) for part in WITHIN), *said]


def _limits(found: VintageRead) -> Iterator[str]:
    names = len({each.forecast.reads for each in found.scored})
    yield (
        "What this cannot show: the ranges of the prior were written in 2026, with the boom in view, so that no score here is "
        "one of "
        f"prediction. {len(found.scored)} figures of {names} formulas, most of one firm, came true together; a bootstrap over "
        "so few is "
        "rough. Figures whose first day is unknown, which are most of those on China, are in neither side. Forecasts that were "
        "not yet "
        "known are the ones above."
    )
    yield (
        f"此表不能说明的：先验范围写于2026年，已见繁荣，故所有评分均非预测能力。{len(found.scored)}个数值出自{names}个公式，多属一家公司，"
        "同涨同落；如此之少，自助区间粗略。首次公布日未知者（多为中国数据）不入任何一方。真正事前的预测见上文。"
    )
