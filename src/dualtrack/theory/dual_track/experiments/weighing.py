"""The findings that weigh worlds, each beside its runs; errors are those of decision note 026, frozen before any was computed."""

from dualtrack.language.statements.claim_measure import Sum
from dualtrack.language.statements.experiment import Corresponds, Experiment, OfWorld, Timing
from dualtrack.theory.dual_track.claims.claim_runs import AS_IS, log_change, without
from dualtrack.theory.dual_track.experiments.listed import listed_against_open, over_layers, part_of_gain

CASH_DAYS = {"nvda_2022_09_01": -1.0, "nvda_2023_10_17": -1.0, "nvda_2025_07_15": 1.0}
"""Days of news about sales to China with a stake, on which no other news was found, and whether sales were lost or won."""
COUNTER_DAYS = ("nvda_2024_12_03",)
"""Days of counter-controls on which no other news was found; one more is confounded."""
PRICED = 0.6
"""Part of a surprise that a day's price takes in, the middle of a fifth and all."""
DOUBLINGS_READ = 0.1875
"""Doublings a year, a quarter to a half, of which half is readiness: from a cost per doubling to readiness a year."""
STEEPEST = 0.25
"""Readiness times headroom at its greatest: what a rate on a logistic path gains a year at most."""

EXPERIMENTS = (
    Experiment(
        "research_of_listed_firms",
        "urgency_strength",
        ("Research of firms that were listed", "被列名企业的研发投入"),
        (
            Corresponds("liu_makarin_2025_research", listed_against_open("root_funding", 2022.5)),
            Corresponds("hayakawa_2026_research", listed_against_open("root_funding", 2021.5)),
            Corresponds("baek_2026_research", listed_against_open("root_funding", 2021.5)),
        ),
        spread=0.12,
        mapping=0.10,
        why=(
            "Firms stand for the country, whose state pays in both runs; research is not what the roots get.",
            "以企业代表全国，而国家资金在两次运行中皆有；研发投入不等于技术根所得。",
        ),
    ),
    Experiment(
        "work_of_listed_firms",
        "denial_strength",
        ("Own progress of firms that were listed", "被列名企业的自主进步"),
        (
            Corresponds("cao_2024_patents", over_layers("progress", 2021.5)),
            Corresponds("liu_makarin_2025_patents", over_layers("progress", 2022.5)),
        ),
        spread=0.15,
        mapping=0.30,
        why=(
            "Patents are not readiness, and other firms take the place of one that is listed.",
            "专利不等于就绪度，且被列名企业的位置由他者填补。",
        ),
    ),
    Experiment(
        "collaboration_of_listed_firms",
        "diffusion_strength",
        ("Gain lost with collaboration", "失去合作所损失的进步"),
        (Corresponds("cao_2024_collaboration", part_of_gain("diffusion", 2020.5, 2022.5)),),
        spread=0.0,
        mapping=0.10,
        why=(
            "A paper written together is not access to a product; the effect is our reading of two numbers.",
            "合著论文不等于产品准入；该效应为我们对两个数字的解读。",
        ),
    ),
    Experiment(
        "learning_of_protected_makers",
        "protection_strength",
        ("Learning of protected makers", "受保护厂商的学习"),
        (Corresponds("barwick_2024_rate", OfWorld("protection_strength * learning_by_doing", STEEPEST), per=1 / DOUBLINGS_READ),),
        spread=0.0,
        mapping=0.03,
        why=(
            "Cost is not readiness; a quarter to a half of a doubling a year is assumed, half of it readiness.",
            "成本不等于就绪度；每年四分之一至二分之一次翻倍、其中一半为就绪度，均为假定。",
        ),
    ),
    Experiment(
        "news_of_sales_to_china",
        "china_cash_weight",
        ("The vendor's share on days of news about sales to China", "对华销售消息日的厂商股价"),
        tuple(Corresponds(day, OfWorld("china_cash_weight * (1 - displacement)", PRICED), way) for day, way in CASH_DAYS.items()),
        spread=0.3,
        mapping=0.2,
        why=(
            "A fifth to all of a surprise is priced in a day, and news may be a sign of later rules.",
            "单日价格只反映意外的五分之一至全部，且消息可能预示后续规则。",
        ),
    ),
    Timing(
        "answers_in_time",
        "retaliation_strength",
        ("Counter-measures soon after tightenings", "收紧后不久的反制"),
        "counter_controls_timing",
        slack=0.15,
        why=(
            "Tense months hold tightenings and counter-measures anyway.",
            "紧张时期本就既有收紧也有反制。",
        ),
    ),
    Experiment(
        "cost_of_answers",
        "retaliation_strength",
        ("The vendor's share on days of counter-controls", "反制日的厂商股价"),
        tuple(
            Corresponds(
                day,
                Sum(((0.5, log_change(AS_IS, without(AS_IS, "retaliation_strength"), "revenue_elsewhere", 2025.9)),)),
            )
            for day in COUNTER_DAYS
        ),
        spread=0.0,
        mapping=0.015,
        why=(
            "A day tells about half of what was announced in all, and part of it was expected.",
            "单日约反映全部公布内容的一半，且部分已在预期之中。",
        ),
    ),
)
