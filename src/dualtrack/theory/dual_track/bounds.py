"""Ranges outside which a projection to 2040 would not be believed, whatever it says of the essay; declared before any verdict.

Hard ones rule a world out: they follow from the size of the world. The others are reported: nineteen accepted worlds in
twenty should lie inside all of them.
"""

from dualtrack.language.declaration import Assumed
from dualtrack.language.statements.ledger import Level
from dualtrack.language.statements.target import Bound

_OUTPUT = "national accounts and the spending plans of AI firms"
_POWER = "electricity used by AI computing, and computing per unit of it, by year"
_VALUE = "market value of all listed firms and of the largest one, by year"

BOUNDS = (
    Bound(
        "B1",
        ("US AI capital spending in 2040: at most 7 % of US output.", "2040年美国AI资本开支不超过产出的7%。"),
        Level("us_spending", 2040.0),
        100.0,
        3900.0,
        Assumed("7 % of an output of 56 trillion dollars, more than railways at their peak; 100 is less than 2024", _OUTPUT),
    ),
    Bound(
        "B2",
        ("The leading vendor in 2040: at most a tenth of the world's market value.", "2040年领先厂商不超过全球市值的十分之一。"),
        Level("vendor_valuation", 2040.0),
        360.0,
        28000.0,
        Assumed("world market value doubles to 280 trillion dollars; no firm held more than a twentieth; 360 is 2022", _VALUE),
    ),
    Bound(
        "B3",
        ("The leading vendor in 2040: worth less than all listed firms.", "2040年领先厂商市值低于全球总市值。"),
        Level("vendor_valuation", 2040.0),
        0.0,
        280000.0,
        Assumed("a part is smaller than the whole", _VALUE),
        hard=True,
    ),
    Bound(
        "B4",
        (
            "AI computing outside China in 2040: at most a tenth of the world's electricity.",
            "2040年中国以外AI算力不超过全球电力的十分之一。",
        ),
        Level("compute_elsewhere", 2040.0),
        1e8,
        4e10,
        Assumed(
            "570 GW at 1.4 kW for an H100 today, a quarter to a third less each year; 100 million is four times 2026", _POWER
        ),
    ),
    Bound(
        "B5",
        (
            "AI computing outside China in 2040: less than all electricity could run.",
            "2040年中国以外AI算力低于全部电力所能支撑。",
        ),
        Level("compute_elsewhere", 2040.0),
        0.0,
        4e11,
        Assumed("ten times the bound before, which is the world's electricity", _POWER),
        hard=True,
    ),
    Bound(
        "B6",
        ("AI computing in China in 2040: at most a tenth of its electricity.", "2040年中国AI算力不超过其电力的十分之一。"),
        Level("installed_compute", 2040.0),
        3e6,
        1.2e10,
        Assumed("180 GW at the same use per unit; three million is twice what stood at the end of 2025", _POWER),
    ),
    Bound(
        "B7",
        (
            "Root engineers in 2040: no more than every graduate since 2024 could add.",
            "2040年技术根人才不超过历届毕业生总数可及。",
        ),
        Level("root_engineers", 2040.0),
        400000.0,
        4200000.0,
        "chip_talent_paper_2021_11",
    ),
    Bound(
        "B8",
        ("The best accelerator of 2040: progress no faster than 60 % a year.", "2040年最强加速器：年进步不超过60%。"),
        Level("frontier_performance", 2040.0),
        2.3,
        2700.0,
        Assumed(
            "60 % a year is the most that the products of 2020 to 2025 allow; 2.3 is a B200", "performance of new accelerators"
        ),
    ),
    Bound(
        "B9",
        ("American end revenue of AI in 2040: at most a tenth of US output.", "2040年美国AI终端营收不超过产出的十分之一。"),
        Level("us_revenue", 2040.0),
        40.0,
        5600.0,
        Assumed("the whole information sector earns about a twentieth today; 40 is less than 2025", _OUTPUT),
    ),
    Bound(
        "B10",
        (
            "Advanced wafers in China in 2040: no more than the world's advanced fabs of 2025.",
            "2040年中国先进晶圆不超过2025年全球先进产能。",
        ),
        Level("advanced_wafers", 2040.0),
        240000.0,
        12000000.0,
        Assumed("a million wafers a month; 240 thousand a year is 2025", "capacity of fabs by node and country"),
    ),
    Bound(
        "B11",
        (
            "Lithography in China in 2032: at most half of the frontier's.",
            "2032年中国光刻不超过前沿的一半。",
        ),
        Level("readiness.lithography", 2032.0),
        0.03,
        0.5,
        Assumed(
            "reports see chips from the next lithography in 2030 (euv_threatintel_2025_12), volume later; older scanners alone "
            "give less than half",
            "dated milestones of Chinese lithography",
        ),
    ),
)
