"""What the record says of computing: what is installed and added, how good chips and models are, and what fabs can make."""

from dualtrack.language.statements.counterpart import Counterpart, Outside, Points, Relative

_ADDED = "domestic_installations + licensed_installations + smuggled_installations"
_INSTALLED = (
    "Accelerated computing of every kind and age; whether sparse arithmetic is counted is not told.",
    "含各类、各年代的加速算力；是否按稀疏计未说明。",
)
_SPARSE = ("Told with sparsity, which doubles the number: halved here.", "原按稀疏计，数值加倍：此处减半。")
_HALVED = 0.5
_WAFERS = ("Houses differ by two and a half times; nodes and fabs are drawn otherwise.", "各机构相差两倍半；节点与工厂范围不同。")
_CUMULATED = (
    "All that ever came in, and not what is still held: a ceiling. It set the theory's numbers.",
    "为累计流入而非现存量，故为上限；并已用于设定理论的数值。",
)

COMPUTING = (
    Counterpart(
        "china_ai_compute_ownership_share",
        "compute_share",
        Relative(0.25),
        ("By owner, wherever it stands; the theory counts what stands in China.", "按所有者计，不论所在地；理论按所在地计。"),
    ),
    Counterpart(
        "china_gpu_cluster_share",
        "compute_share",
        Relative(0.9),
        ("Known clusters only, a tenth to a fifth of the world's computing.", "仅含已知集群，约占全球算力一至两成。"),
        used=False,
        outside=(
            Outside(
                2021.0,
                2026.0,
                "definition",
                (
                    "A list of large public clusters: China published its own and others did not, and few are seen at all.",
                    "仅为公开的大型集群：中国较多公布而他国不然，且所见甚少。",
                ),
            ),
        ),
    ),
    Counterpart("china_intelligent_compute_idc", "installed_compute", Relative(0.5), _INSTALLED, at_end=True),
    Counterpart("china_intelligent_compute_ministry", "installed_compute", Relative(0.5), _INSTALLED),
    Counterpart("china_intelligent_compute_academy", "installed_compute", Relative(0.5), _INSTALLED),
    Counterpart("china_ai_compute_added", _ADDED, Relative(0.3), _SPARSE, scale=_HALVED),
    Counterpart(
        "us_ai_compute_added",
        "installations_elsewhere",
        Relative(0.4),
        (f"{_SPARSE[0]} America and its allies only.", f"{_SPARSE[1]}仅含美国及其盟友。"),
        scale=_HALVED,
    ),
    Counterpart(
        "china_added_compute_domestic_share",
        f"domestic_installations / ({_ADDED})",
        Points(0.1),
        (
            "By performance, from one house's figures for one year; smuggled chips are unclear.",
            "按性能计，仅一家机构一年；走私是否计入不明。",
        ),
    ),
    Counterpart(
        "nvidia_frontier_dense_fp16",
        "frontier_performance",
        Relative(0.2),
        (
            "The best product on the day it came out; half precision alone, memory left out.",
            "发布当日的最佳产品；仅半精度，不计内存。",
        ),
        outside=(
            Outside(
                2022.6,
                2022.8,
                "structure",
                (
                    "Products come in leaps, this one a threefold one; the theory's frontier moves evenly.",
                    "产品跃进，此代为三倍；理论中的前沿匀速推进。",
                ),
            ),
        ),
    ),
    Counterpart(
        "nvidia_china_dense_fp16",
        "licensed_chip_performance",
        Relative(0.2),
        ("It codes the lever that the theory is given: no test.", "该数据即理论所给杠杆的编码：不构成检验。"),
        used=False,
        outside=(
            Outside(
                2022.0,
                2027.0,
                "definition",
                (
                    "The lever is coded from these products, rounded, and steps on these days, between two saved quarters.",
                    "杠杆即按这些产品取整编码，并于当日变动，落在两个保存季度之间。",
                ),
            ),
        ),
    ),
    Counterpart(
        "ascend_dense_fp16_910c",
        "domestic_chip_performance",
        Relative(0.2),
        ("The best product; the theory counts the mean of all that are sold.", "为最佳产品；理论计所售芯片的平均值。"),
        bears="at_most",
    ),
    Counterpart(
        "us_china_model_lag_capability_index",
        "model_lag",
        Relative(0.3),
        (
            "Months on one index of benchmarks, a mean over three years; it is the range of the start.",
            "某基准指数上的月数，三年平均；也是初值的区间。",
        ),
        sets=("initial_model_lag", "lag_per_log_compute"),
        until=2026.0,
    ),
    Counterpart(
        "us_china_model_lag_goldman",
        "model_lag",
        Relative(0.4),
        ("A bank's judgement of the best models, not a count.", "银行对最佳模型的判断，并非统计。"),
        until=2026.0,
    ),
    Counterpart("china_advanced_wafer_capacity_morgan_stanley", "advanced_wafers", Relative(0.5), _WAFERS),
    Counterpart(
        "china_advanced_wafer_capacity_semianalysis",
        "advanced_wafers",
        Relative(0.5),
        _WAFERS,
    ),
    Counterpart(
        "china_advanced_wafer_capacity_nikkei",
        "advanced_wafers",
        Relative(0.5),
        (
            "Starts, not capacity, below this figure, so it weighs nothing; later rows are a target.",
            "为低于此数的投片量而非产能，故不计权；以后各行为目标。",
        ),
        bears="at_most",
        used=False,
        outside=(
            Outside(
                2026.0,
                2027.0,
                "definition",
                (
                    "Wafers started are no ceiling on capacity: lines need not be full. It is the lowest of three houses.",
                    "投片量并非产能上限：产线未必满载。此为三家中最低者。",
                ),
            ),
        ),
    ),
    Counterpart(
        "huawei_910b_yield",
        "advanced_yield",
        Relative(0.4),
        ("One product, from people close to it.", "单一产品，来自知情人士。"),
    ),
    Counterpart(
        "huawei_910c_yield",
        "advanced_yield",
        Relative(0.4),
        (
            "One product of two dies, from people close to it; larger dies yield less.",
            "双裸片产品，来自知情人士；裸片越大良率越低。",
        ),
    ),
    Counterpart(
        "smic_advanced_yield",
        "advanced_yield",
        Relative(0.3),
        ("Large dies of one foundry.", "一家代工厂的大裸片。"),
        sets=("best_yield", "multipatterning_penalty"),
    ),
    Counterpart(
        "smic_seven_nanometre_yield",
        "advanced_yield",
        Relative(0.4),
        ("An upper figure of the trade, for dies of any size.", "业界所说上限，不论裸片大小。"),
        bears="at_most",
    ),
    Counterpart(
        "huawei_offshore_die_stock",
        "die_bank",
        Relative(0.3),
        _CUMULATED,
        per="chip/die",
        bears="at_most",
        at_end=True,
        used=False,
        sets=("bank_draw_time",),
    ),
    Counterpart(
        "china_hbm_stock",
        "memory_bank",
        Relative(0.3),
        _CUMULATED,
        bears="at_most",
        at_end=True,
        used=False,
        sets=("memory_offer_ratio", "bank_draw_time"),
    ),
    Counterpart(
        "notable_models_trained_on_chinese_chips",
        "1 - running_us_share",
        Points(0.2),
        (
            "Training of 22 models of note; the theory counts all that runs, most of it inference.",
            "仅22个知名模型的训练；理论计所有运行负载，多为推理。",
        ),
        scale=1 / 22,
        per="1/model",
    ),
)
