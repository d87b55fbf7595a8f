"""The loops of the market and of what is believed there: flight, extrapolated growth, belief, and demand that ends."""

from dualtrack.language.statements.named_loop import Loop
from dualtrack.theory.dual_track.loops.loop_pieces import BUILT, CHOICE, EARNED, GROWN, INSTALLING, SEEN, SPENT, TRAINED, VALUED

MARKET = (
    Loop(
        "R9",
        ("Falling value frightens believers, and their leaving lowers value", "估值下跌吓退信者，出逃又压低估值"),
        "reinforcing",
        ("flight", "confidence", "warranted_valuation"),
        ("warranted_valuation", "flight"),
        ("T1",),
    ),
    Loop(
        "R9s",
        ("Who flees no longer spends, and lost revenue frightens again", "出逃削减开支，失去的营收再度吓退信者"),
        "reinforcing",
        ("flight", "confidence", *SPENT, *EARNED, "warranted_valuation"),
        ("flight", "confidence"),
        ("T1",),
    ),
    Loop(
        "R10",
        ("Growth of revenue is extrapolated, paid for and spent", "营收增长被外推，计入估值，转为开支"),
        "reinforcing",
        (*SPENT, *EARNED, *GROWN),
        ("expected_growth", "warranted_valuation"),
        ("T1",),
    ),
    Loop(
        "R11",
        ("Belief in American chips holds buyers, and what they run upholds belief", "对美芯的信念留住买家，买家所用又支撑信念"),
        "mixed",
        ("belief", *CHOICE, *INSTALLING, *SEEN),
        ("belief", "wished_domestic_share"),
        ("U5",),
    ),
    Loop(
        "R11e",
        (
            "Success elsewhere upholds belief, belief is paid for, and what is paid builds what succeeds",
            "别处的成功支撑信念，信念推高估值，估值转为带来成功的资本",
        ),
        "reinforcing",
        ("belief", *VALUED, *BUILT, "us_revenue_change", "us_revenue_growth", "visible_success_elsewhere"),
        ("visible_success_elsewhere", "belief"),
        ("U5", "T1"),
    ),
    Loop(
        "R11m",
        (
            "Models that trail keep products on American ones, and belief in American chips with them",
            "模型落后使产品留用美国模型，对美芯的信念随之维持",
        ),
        "mixed",
        ("belief", *CHOICE, *INSTALLING[:-1], *TRAINED, "api_share", "seen_us_share"),
        ("open_work_in_use", "api_share"),
        ("U5",),
    ),
    Loop(
        "R12",
        ("Returns that come free spending, and spending builds what earns them", "回报兑现放开开支，开支再建成赚取回报的资本"),
        "reinforcing",
        ("us_revenue", "return_shortfall", *BUILT, "us_revenue_change"),
        ("us_revenue", "return_shortfall"),
        ("U1",),
    ),
    Loop(
        "B14",
        ("Believers flee only until the price has fallen", "价格跌完，出逃即止"),
        "balancing",
        ("flight", "confidence", *VALUED[:-1]),
        ("vendor_valuation", "flight"),
        ("T1",),
    ),
    Loop(
        "B15",
        ("Growth that has become usual is no longer paid for", "习以为常的增长不再获得溢价"),
        "balancing",
        (*SPENT, *EARNED, "remembered_revenue", *GROWN),
        ("remembered_revenue", "expected_growth"),
        ("T1",),
    ),
    Loop(
        "B16",
        ("A larger market grows less fast, and persuades less", "市场越大增速越低，说服力越弱"),
        "balancing",
        ("us_revenue", "us_revenue_growth", "persuasion", "confidence", *BUILT, "us_revenue_change"),
        ("us_revenue", "us_revenue_growth"),
        ("U1",),
    ),
    Loop(
        "B17",
        ("Revenue fills the market that would pay", "营收填满愿意付费的市场"),
        "balancing",
        ("us_revenue", "us_revenue_change"),
        ("us_revenue", "us_revenue_change"),
        ("T1",),
    ),
    Loop(
        "B18",
        ("Spending grows on spending, until its ceiling", "开支在开支之上增长，直到触及天花板"),
        "mixed",
        ("us_spending", "us_spending_change"),
        ("us_spending", "us_spending_change"),
    ),
    Loop(
        "B19",
        ("Fewer believers are left to tire", "可疲劳的信者减少"),
        "balancing",
        ("confidence", "fatigue"),
        ("confidence", "fatigue"),
    ),
)
"""What the market adds to the story, in the order of the equations."""
