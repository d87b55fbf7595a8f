"""What happened, and what the model must come near to be believed: facts, and which series of the record measures what.

Tolerances were frozen before a run, in docs/decisions/031-a-second-theory.md: one standard deviation each. What ends before 2013
selects worlds; what came later is held out.
"""

import dualtrack as dt

HEARD_UNTIL = 2013.0


def _mean(quantity, year, series, tolerance):
    """The mean of a year beside the record's figure for it."""
    return dt.Check(dt.Level(quantity, year, year + 1.0), "within", dt.Observed(series, year), tolerance)


FACTS = (
    dt.Fact(
        "P1",
        ("Exports bring about 24 dollars a kilogram in 2010.", "2010年出口均价约每公斤24美元。"),
        "level",
        (_mean("price", 2010.0, "china_export_unit_value", 8.0),),
    ),
    dt.Fact(
        "P2",
        ("Exports bring 144 to 159 dollars a kilogram in 2011.", "2011年出口均价为每公斤144至159美元。"),
        "level",
        (_mean("price", 2011.0, "china_export_unit_value", 30.0),),
    ),
    dt.Fact(
        "P3",
        ("Exports bring about 56 dollars a kilogram in 2012.", "2012年出口均价约每公斤56美元。"),
        "level",
        (_mean("price", 2012.0, "china_export_unit_value", 18.0),),
    ),
    dt.Fact(
        "P4",
        ("Prices peak in the third quarter of 2011.", "价格在2011年第三季度见顶。"),
        "timing",
        (
            dt.Check(
                dt.Moment("price", "peak", 2010.0, 2014.0),
                "within",
                dt.Stated(2011.625, "rare_element_2015", 2011.5, 2011.75),
                0.3,
            ),
        ),
    ),
    dt.Fact(
        "P5",
        ("Exports bring about 26 dollars a kilogram in 2013.", "2013年出口均价约每公斤26美元。"),
        "level",
        (_mean("price", 2013.0, "china_export_unit_value", 10.0),),
        held_out=True,
    ),
    dt.Fact(
        "P6",
        ("Exports bring about 13 dollars a kilogram in 2014.", "2014年出口均价约每公斤13美元。"),
        "level",
        (_mean("price", 2014.0, "china_export_unit_value", 7.0),),
        held_out=True,
    ),
    dt.Fact(
        "E1",
        ("About 44 thousand tonnes pass the customs in 2009.", "2009年海关出口约4.4万吨。"),
        "level",
        (_mean("legal_exports", 2009.0, "china_exports", 5.0),),
    ),
    dt.Fact(
        "E2",
        ("About 40 thousand tonnes pass the customs in 2010, above the quota.", "2010年海关出口约4万吨，超出配额。"),
        "level",
        (_mean("legal_exports", 2010.0, "china_exports", 4.0),),
    ),
    dt.Fact(
        "E3",
        (
            "About 17 thousand tonnes pass the customs in 2011, little more than half the quota.",
            "2011年海关出口约1.7万吨，仅略过配额一半。",
        ),
        "level",
        (_mean("legal_exports", 2011.0, "china_exports", 5.0),),
    ),
    dt.Fact(
        "E4",
        ("About 16 thousand tonnes pass the customs in 2012.", "2012年海关出口约1.6万吨。"),
        "level",
        (_mean("legal_exports", 2012.0, "china_exports", 5.0),),
    ),
    dt.Fact(
        "E5",
        ("About 22 thousand tonnes pass the customs in 2013.", "2013年海关出口约2.2万吨。"),
        "level",
        (_mean("legal_exports", 2013.0, "china_exports", 6.0),),
        held_out=True,
    ),
    dt.Fact(
        "E6",
        ("About 28 thousand tonnes pass the customs in 2014.", "2014年海关出口约2.8万吨。"),
        "level",
        (_mean("legal_exports", 2014.0, "china_exports", 6.0),),
        held_out=True,
    ),
    dt.Fact(
        "G1",
        ("Between 4 and 21 thousand tonnes are smuggled in 2011.", "2011年走私量在0.4万至2.1万吨之间。"),
        "level",
        (dt.Check(dt.Level("smuggled", 2011.0, 2012.0), "within", dt.Stated(12.0, "china_daily_2012_12", 3.7, 21.0), 3.0),),
    ),
    dt.Fact(
        "M1",
        ("About 6 thousand tonnes are produced outside China in 2011.", "2011年中国以外产量约0.6万吨。"),
        "level",
        (_mean("mined_outside", 2011.0, "mined_elsewhere", 2.0),),
    ),
    dt.Fact(
        "M2",
        (
            "Mount Weld alone delivers 8.8 thousand tonnes in the year to June 2015.",
            "截至2015年6月的一年，仅韦尔德山即产0.88万吨。",
        ),
        "level",
        (dt.Check(dt.Level("mined_outside", 2014.5, 2015.5), "at_least", dt.Observed("lynas_output", 2014), 2.0),),
        held_out=True,
    ),
    dt.Fact(
        "M3",
        (
            "New mines do not grow from 2015 to 2017, while Mountain Pass stands still.",
            "2015至2017年新矿产能不增，其间芒廷帕斯停产。",
        ),
        "direction",
        (dt.Check(dt.Change("mines", 2015.0, 2017.0), "at_most", dt.Stated(0.0, "reuters_molycorp_2015_08"), 1.0),),
        held_out=True,
    ),
    dt.Fact("I1", ("Export quotas are abolished at the end of 2014.", "2014年末取消出口配额。"), "input", ()),
    dt.Fact("I2", ("Export duties are abolished in May 2015.", "2015年5月取消出口关税。"), "input", ()),
)

COUNTERPARTS = (
    dt.Counterpart(
        "china_exports",
        "legal_exports",
        dt.Relative(0.15),
        ("Products are weighed as they are, not as oxide.", "按产品重量计，未折算为氧化物。"),
        until=HEARD_UNTIL,
    ),
    dt.Counterpart(
        "china_export_unit_value",
        "price",
        dt.Relative(0.25),
        ("The mix of what is exported changes with prices.", "出口品种结构随价格变化。"),
        until=HEARD_UNTIL,
        sets=("inside_price",),
    ),
    dt.Counterpart(
        "smuggled_exports",
        "smuggled",
        dt.Relative(0.5),
        ("Nobody counts what is smuggled.", "走私量无人统计。"),
        used=False,
        sets=("smuggling_reach", "first_smuggling"),
    ),
    dt.Counterpart(
        "mined_elsewhere",
        "mined_outside",
        dt.Relative(0.3),
        ("Production, not what was delivered.", "为产量，而非交付量。"),
        until=HEARD_UNTIL,
        sets=("first_mines",),
    ),
    dt.Counterpart(
        "lynas_output",
        "mined_outside",
        dt.Relative(0.15),
        ("One mine of several.", "仅为数座矿山之一。"),
        bears="at_least",
        used=False,
    ),
    dt.Counterpart(
        "mountain_pass_output",
        "mined_outside",
        dt.Relative(0.15),
        ("One mine of several.", "仅为数座矿山之一。"),
        bears="at_least",
        used=False,
    ),
    dt.Counterpart(
        "united_states_output",
        "mined_outside",
        dt.Relative(0.15),
        ("Concentrates of one country.", "仅为一国精矿。"),
        bears="at_least",
        used=False,
    ),
    dt.Counterpart(
        "mount_weld_basket_price",
        "price",
        dt.Relative(0.5),
        ("The mix of one deposit, richer in what was dear.", "仅为一座矿床的组合，价高元素占比更大。"),
        used=False,
    ),
    dt.Counterpart(
        "japan_imports_from_china",
        "legal_exports + smuggled",
        dt.Relative(0.2),
        ("One country's imports, counted by its own customs.", "仅为一国海关统计的进口量。"),
        bears="at_least",
        used=False,
    ),
    dt.Counterpart(
        "china_export_quota",
        "export_quota",
        dt.Relative(0.1),
        ("Fed in: the year's sum, not its two halves.", "为输入项：系全年合计，未分两批。"),
        used=False,
    ),
)
