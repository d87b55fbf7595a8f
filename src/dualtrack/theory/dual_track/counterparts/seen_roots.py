"""What the record says of roots in China: who works at them, and what part of each layer's market is served from home."""

from dualtrack.language.statements.counterpart import Counterpart, Outside, Points, Relative

_EQUIPMENT = "home_market_share.equipment"
_LITHOGRAPHY = "home_market_share.lithography"
_MATERIALS = "home_market_share.materials"
_DESIGN = "home_market_share.design_tools"
_UPPER = ("An upper figure of the trade, and not a count.", "业界所说上限，并非统计。")
_ONE_MATERIAL = (
    "One material among many: shown, since a layer is more than its hardest part.",
    "众多材料之一：仅供展示，因一层不止其最难部分。",
)

ROOTS = (
    Counterpart(
        "china_chip_workforce",
        "root_engineers",
        Relative(0.5),
        (
            "Design, making and packaging, sales staff too; the theory counts engineers at any root, software in it.",
            "含设计、制造、封装及销售人员；理论计各层技术根的工程师，含软件。",
        ),
        since=2019.0,
        sets=("initial_talent",),
    ),
    Counterpart(
        "china_equipment_domestic_share",
        _EQUIPMENT,
        Points(0.08),
        ("A count of the press against a plan's target, at the year's end.", "媒体对照计划目标的年末统计。"),
        at_end=True,
    ),
    Counterpart(
        "china_equipment_domestic_share_broad",
        _EQUIPMENT,
        Points(0.13),
        ("Tools for packaging and test are in it, where domestic makers stand better.", "含封测设备，国产在此较强。"),
        sets=("initial_readiness",),
        outside=(
            Outside(
                2022.0,
                2024.0,
                "definition",
                ("Tools for packaging and test are in it, which lift the share.", "含封测设备，份额因而偏高。"),
            ),
            Outside(2025.0, 2026.0, "outlook", ("A forecast that was not reached.", "未实现的预测。")),
        ),
    ),
    Counterpart(
        "china_equipment_domestic_share_narrow",
        _EQUIPMENT,
        Points(0.07),
        (
            "Listed makers' revenue over the market: makers that are not listed are left out.",
            "上市厂商营收占市场之比：未上市者未计。",
        ),
    ),
    Counterpart(
        "china_equipment_domestic_share_chinairn",
        _EQUIPMENT,
        Points(0.08),
        ("A relayed figure without its rule of counting.", "转引数字，口径未说明。"),
    ),
    Counterpart(
        "china_equipment_domestic_share_mic",
        _EQUIPMENT,
        Points(0.13),
        ("Self-sufficiency by a rule of the counter's own, foreign plants in it.", "按统计者自定口径的自给率，含外资厂。"),
        outside=(
            Outside(
                2023.0,
                2024.0,
                "definition",
                (
                    "Self-sufficiency by a rule of its own, higher than other counts of the year (.20 and .35).",
                    "自定口径的自给率，高于同年其他统计（0.20与0.35）。",
                ),
            ),
        ),
    ),
    Counterpart(
        "ymtc_equipment_domestic_share",
        _EQUIPMENT,
        Points(0.2),
        ("One line of one maker that is barred from foreign tools.", "仅一家受限企业的一条产线。"),
        used=False,
    ),
    Counterpart(
        "china_lithography_domestic_share_front_end",
        _LITHOGRAPHY,
        Points(0.02),
        _UPPER,
        bears="at_most",
        outside=(
            Outside(
                2025.0,
                2026.0,
                "structure",
                (
                    "Hardly a front-end tool of domestic make is bought; the theory lets older ones serve a tenth of the layer.",
                    "前道国产光刻机几无采购；理论却让较旧设备满足该层约一成。",
                ),
            ),
        ),
    ),
    Counterpart(
        "china_lithography_domestic_share_broad",
        _LITHOGRAPHY,
        Points(0.05),
        ("An upper figure of the trade, tools for packaging in it.", "业界所说上限，含封装光刻机。"),
        bears="at_most",
    ),
    Counterpart(
        "china_materials_domestic_share",
        _MATERIALS,
        Points(0.06),
        _UPPER,
        bears="at_most",
        outside=(
            Outside(
                2023.0,
                2024.0,
                "structure",
                (
                    "The theory draws home shares from quality, not from what fabs have qualified, which takes years.",
                    "理论由质量推国产份额，而非由需数年的产线验证。",
                ),
            ),
        ),
    ),
    Counterpart(
        "china_wafer_domestic_share_300mm",
        _MATERIALS,
        Points(0.1),
        _ONE_MATERIAL,
        bears="at_most",
        used=False,
        outside=(
            Outside(
                2023.0, 2024.0, "definition", ("One of the hardest materials, and not the layer.", "最难的材料之一，不代表全层。")
            ),
        ),
    ),
    Counterpart(
        "china_photoresist_domestic_share",
        _MATERIALS,
        Points(0.1),
        _ONE_MATERIAL,
        used=False,
        outside=(
            Outside(
                2024.0, 2026.0, "definition", ("One of the hardest materials, and not the layer.", "最难的材料之一，不代表全层。")
            ),
        ),
    ),
    Counterpart(
        "china_design_software_domestic_share",
        _DESIGN,
        Points(0.05),
        (
            "By value, point tools counted as whole flows are; figures of one year differ by half.",
            "按金额计，点工具与全流程同计；同年数字相差一半。",
        ),
    ),
    Counterpart(
        "design_software_three_largest_china_share",
        f"1 - {_DESIGN}",
        Points(0.05),
        ("Three foreign vendors; smaller foreign ones come on top.", "三家外国厂商；较小的外国厂商另计。"),
        bears="at_least",
    ),
    Counterpart(
        "mindspore_china_share",
        "home_market_share.software",
        Points(0.15),
        ("Claimed for one framework, by a method that nobody tells.", "为某框架所称的份额，方法未说明。"),
        used=False,
    ),
)
