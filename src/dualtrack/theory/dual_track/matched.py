"""Levels of the record that a believable world comes near, beside the facts: no fact checks them, and none is a starting value.

Both errors are shares of the figure and follow one rule, set before any world was judged: 5, 10 or 20 % for a source of grade A,
B or C, and a fifth for the model, which knows one vendor, one spender and no business cycle.
"""

from dualtrack.language.statements.ledger import Level, Observed
from dualtrack.language.statements.target import Errors, Target

_GRADE_B = Errors(observation=0.1, discrepancy=0.2, relative=True)
_GRADE_C = Errors(observation=0.2, discrepancy=0.2, relative=True)

MATCHED = (
    Target(
        "M1",
        ("Market value of the leading vendor at the end of 2024.", "领先厂商2024年末市值。"),
        Level("vendor_valuation", 2025.0),
        "within",
        Observed("nvidia_market_value", 2024.999),
        _GRADE_B,
    ),
    Target(
        "M2",
        ("Its market value in December 2025.", "其2025年12月市值。"),
        Level("vendor_valuation", 2025.925),
        "within",
        Observed("nvidia_market_value", 2025.925),
        _GRADE_B,
    ),
    Target(
        "M3",
        ("Capital spending of four cloud firms in 2024.", "四大云厂商2024年资本开支。"),
        Level("cloud_capex", 2024.0, 2025.0),
        "within",
        Observed("us_cloud_capex_four", 2024),
        _GRADE_B,
    ),
    Target(
        "M4",
        ("Their capital spending in 2025.", "其2025年资本开支。"),
        Level("cloud_capex", 2025.0, 2026.0),
        "within",
        Observed("us_cloud_capex_four", 2025),
        _GRADE_B,
    ),
    Target(
        "M5",
        ("Research spending of the leading vendor in fiscal 2025.", "领先厂商2025财年研发费用。"),
        Level("us_research", 2024.08, 2025.07),
        "within",
        Observed("nvidia_research_spending", 2024),
        _GRADE_B,
    ),
    Target(
        "M6",
        ("Accelerators sold in China in 2025, in money.", "2025年中国加速器市场规模。"),
        Level("legal_sales", 2025.0, 2026.0),
        "within",
        Observed("china_accelerator_market", 2025),
        _GRADE_C,
    ),
    Target(
        "M7",
        ("Domestic accelerators sold in China in 2025, in units.", "2025年国产加速器销量。"),
        Level("domestic_chips_sold", 2025.0, 2026.0),
        "within",
        Observed("china_domestic_accelerator_shipments", 2025),
        _GRADE_B,
    ),
)
