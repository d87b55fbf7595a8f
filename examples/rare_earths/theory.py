"""China's rare-earth export quotas, 2009 to 2017, and what buyers outside did: a theory written with the public names alone."""

import dualtrack as dt

from . import rare_levers, rare_market, rare_numbers
from .rare_claims import CLAIMS, TESTS
from .rare_evidence import EVIDENCE
from .rare_facts import COUNTERPARTS, FACTS

NO_CEILING, KEPT_AT = 200.0, 30.4

REGIMES = (
    dt.Regime(
        "as_was",
        {},
        ("As it was", "实际情形"),
        (
            "Quota and duty as coded from dated events: cut in 2010, abolished in 2015.",
            "按有日期的事件编码的配额与关税：2010年削减，2015年取消。",
        ),
        base="history",
    ),
    dt.Regime(
        "no_quota",
        {"export_quota": dt.Path(((2010.5, NO_CEILING),))},
        ("No quota", "无配额"),
        ("No ceiling on exports from mid-2010 on; the duty as it was.", "自2010年中起出口不设上限，关税同实际情形。"),
        parts_at=2010.5,
        base="history",
    ),
    dt.Regime(
        "quota_kept",
        {"export_quota": dt.Path(((2015.0, KEPT_AT),))},
        ("Quota kept", "保留配额"),
        ("30.4 thousand tonnes a year from 2015 on too; the duty ends as it did.", "2015年后仍为每年3.04万吨，关税照常取消。"),
        parts_at=2015.0,
        base="history",
    ),
)

WAYS_OUT = ("substitution_strength", "mines_strength", "smuggling_strength", "hoarding_strength")
TILTS = (
    dt.Tilt("neutral", ("Leaning to no side", "不偏向任何一方")),
    dt.Tilt("story", ("Leaning to the story", "偏向制约论"), raised=("scarcity_strength",), lowered=WAYS_OUT),
    dt.Tilt("rivals", ("Leaning to its rivals", "偏向反方"), raised=WAYS_OUT, lowered=("scarcity_strength",)),
)

PATHWAYS = (
    dt.Pathway("duty", ("Export duty", "出口关税"), (("landed_price", "price"),)),
    dt.Pathway("licences", ("Licences to export", "出口许可"), (("allowed", "on_offer"),)),
    dt.Pathway("smuggling", ("Smuggling", "走私"), (("smuggled", "on_offer"),)),
    dt.Pathway("mines", ("Mines elsewhere", "境外矿山"), (("mined_outside", "on_offer"),)),
    dt.Pathway("buyers", ("What buyers want", "买家需求"), (("wanted", "shortage"), ("wanted", "slack"))),
)

LOOPS = (
    dt.Loop(
        "L1",
        ("Stocking up", "囤货"),
        "reinforcing",
        ("price", "expected_rise", "wanted_stocks", "wanted", "shortage", "premium_rise", "premium"),
        cut=("expected_rise", "wanted_stocks"),
        claims=("R4",),
    ),
    dt.Loop(
        "L2",
        ("Using less at once", "即时减用"),
        "balancing",
        ("price", "wished_use", "wanted", "shortage", "premium_rise", "premium"),
        cut=("price", "wished_use"),
        claims=("S1",),
    ),
    dt.Loop(
        "L3",
        ("Learning to do without", "学会少用"),
        "balancing",
        (
            "price",
            "expected_price",
            "reason_to_unlearn",
            "unlearning",
            "unlearned",
            "wished_use",
            "wanted",
            "shortage",
            "premium_rise",
            "premium",
        ),
        cut=("reason_to_unlearn", "unlearning"),
        claims=("R1",),
    ),
    dt.Loop(
        "L4",
        ("New mines", "新矿"),
        "balancing",
        (
            "price",
            "expected_price",
            "started",
            "building",
            "finished",
            "mines",
            "mined_outside",
            "on_offer",
            "shortage",
            "premium_rise",
            "premium",
        ),
        cut=("expected_price", "started"),
        claims=("R2",),
    ),
    dt.Loop(
        "L5",
        ("Smuggling", "走私"),
        "balancing",
        ("price", "worth_smuggling", "routes", "smuggled", "on_offer", "shortage", "premium_rise", "premium"),
        cut=("price", "worth_smuggling"),
        claims=("R3",),
    ),
    dt.Loop(
        "L6",
        ("Less asked where little is wanted", "需求少则降价"),
        "balancing",
        ("price", "wished_use", "wanted", "slack", "premium_fading", "premium"),
        cut=("wanted", "slack"),
        claims=("S1",),
    ),
    dt.Loop(
        "L7",
        ("Full stores", "库存充足"),
        "balancing",
        ("stocks", "wanted", "legal_exports"),
        cut=("stocks", "wanted"),
        claims=("R4",),
    ),
    dt.Loop(
        "L8",
        ("Used licences", "配额用尽"),
        "balancing",
        ("licences", "allowed", "legal_exports"),
        cut=("licences", "allowed"),
        claims=("S2",),
    ),
)

CHECKS = (
    dt.Bounded(("What moves stays a number inside its bounds.", "变动之量恒为界内之数。")),
    dt.Conserved(
        ("What buyers store is what they got less what they used.", "买家库存等于所得减所用。"),
        "stocks",
        "legal_exports + smuggled + mined_outside - use",
    ),
    dt.Holds(("No more leaves through customs than licences allow.", "海关出口不超过配额所许。"), "legal_exports <= allowed"),
    dt.Response(
        ("A larger quota never makes a shortage worse.", "放宽配额不会加剧短缺。"),
        dt.Sweep("licences", (1.0, 3.0, 9.0)),
        "lower",
        ("shortage",),
    ),
)

DISPLAY = dt.Display(
    groups=(dt.LeverGroup("exports", ("China's rules on exports", "中国出口规则"), ("export_quota", "export_duty")),),
    sectors={
        "rare_levers": ("Rules and mechanisms", "规则与机制"),
        "rare_numbers": ("Sizes", "数值"),
        "rare_market": ("The market outside China", "中国以外市场"),
    },
    meanings=(
        dt.NumberGroup(
            "shortage", ("Shortage and its premium", "短缺与溢价"), ("scarcity_strength", "scarcity_gain", "fading_time")
        ),
        dt.NumberGroup(
            "use",
            ("Use, and doing with less", "用量与减量"),
            (
                "substitution_strength",
                "most_unlearned",
                "unlearning_time",
                "return_time",
                "elasticity",
                "first_use",
                "use_growth",
            ),
        ),
        dt.NumberGroup(
            "mines",
            ("New mines", "新矿"),
            ("mines_strength", "mine_pull", "building_time", "needed_price", "running_cost", "closing_time", "first_mines"),
        ),
        dt.NumberGroup(
            "smuggling",
            ("Smuggling", "走私"),
            ("smuggling_strength", "smuggling_reach", "smuggling_time", "first_smuggling"),
        ),
        dt.NumberGroup(
            "stores",
            ("Stores of buyers", "买家库存"),
            ("hoarding_strength", "hoarding_response", "stocking_time", "normal_cover", "least_cover"),
        ),
    ),
    headlines=(
        dt.Headline(("the price of a kept quota", "保留配额时的价格"), "price", "quota_kept"),
        dt.Headline(("the share that comes from China", "自华供应占比"), "reliance", "quota_kept"),
    ),
    lead=(
        "Move the export quota, the duty, or the assumptions behind the market, and see what buyers outside China pay: with "
        "uncertainty, beside the record, and with a verdict on each claim. It takes no side, and it is no forecast.",
        "调整出口配额、关税或市场背后的假设，查看境外买家付出的价格：附不确定性，与历史记录对照，并对每项主张作出判定。本页不持立场，也不是预测。",
    ),
    limits=(
        (
            "One price stands for seventeen elements, whose mix changes as prices do.",
            "以一种价格代表十七种元素，而品种结构随价格变化。",
        ),
        ("The price inside China is held still, although it rose in 2011 too.", "国内价格保持不变，而实际上2011年亦曾上涨。"),
        ("Stocks of buyers were never counted; every number on them is assumed.", "买家库存从未统计，相关数值均为假设。"),
    ),
)

THEORY = dt.Theory(
    name="rare_earths",
    label=("Rare-earth quotas", "稀土配额"),
    sectors=(rare_levers, rare_numbers, rare_market),
    clock=dt.Clock(2009.0, 2018.0, 1 / 32, 1 / 8),
    outcomes=("price", "reliance", "cost_of_premium"),
    regimes=REGIMES,
    years=(2011.5, 2017.0),
    past="as_was",
    treated="quota_kept",
    references=("no_quota", "as_was"),
    valued=("price", 2017.0),
    spans=((2009.0, 2011.5), (2011.5, 2015.0), (2015.0, 2018.0)),
    facts=FACTS,
    counterparts=COUNTERPARTS,
    claims=CLAIMS,
    tests=TESTS,
    evidence=EVIDENCE,
    central=("S1", "S2"),
    pathways=PATHWAYS,
    loops=LOOPS,
    checks=CHECKS,
    tilts=TILTS,
    mediators=("unlearned", "mines", "smuggled"),
    display=DISPLAY,
    question=(
        "Does an export quota on rare earths give lasting power over buyers abroad, or do they find a way out?",
        "稀土出口配额能否持久制约境外买家，还是买家终能另寻出路？",
    ),
)
