"""What sources say for and against the claims that couple the two tracks."""

from dualtrack.language.frozen import frozen
from dualtrack.language.statements.claim_sides import Evidence, Sides

COUPLING_EVIDENCE = frozen(
    {
        "C1": Sides(
            (
                Evidence(
                    "haddad_2022",
                    (
                        "In bubbles an innovation lifts its maker's share price 40 percent more than later outcomes justify, so "
                        "valuations can run ahead of results.",
                        "泡沫期间，一项创新对其企业股价的提升比事后结果所应有的高出40%，估值可以跑在业绩之前。",
                    ),
                ),
            ),
            (
                Evidence(
                    "brown_2009",
                    (
                        "Cash flow and share issues moved the research of young US technology firms, but not of mature ones, so "
                        "a higher valuation need not raise what large chip makers spend on it.",
                        "现金流与股票发行影响美国年轻科技企业的研发，却不影响成熟企业，估值升高未必使大型芯片厂商多投研发。",
                    ),
                ),
                Evidence(
                    "novara_news_2026_05",
                    (
                        "In May 2026 Nvidia guided to 91 billion dollars for a quarter without data-centre compute revenue from "
                        "China, so growth went on without that link.",
                        "2026年5月，英伟达在不计中国数据中心算力收入的情况下给出单季910亿美元指引，缺了这一环仍在增长。",
                    ),
                ),
            ),
        ),
        "C2": Sides(
            (
                Evidence(
                    "the_leap_2025_12",
                    (
                        "After 85 billion yuan for Nvidia chips in 2025, ByteDance is reported to plan 100 billion in 2026, if "
                        "the H200 is let in.",
                        "字节跳动2025年购买英伟达芯片850亿元之后，据报若H200获准，2026年计划1000亿元。",
                    ),
                ),
                Evidence(
                    "netease_2025_09",
                    (
                        "In a survey, as relayed, 72 percent of institutions that moved to domestic cards still met problems of "
                        "efficiency after three months, a reason to stay where they were.",
                        "一项转述的调查称，72%改用国产卡的机构三个月后仍有效率问题，这是留在原处的理由。",
                    ),
                ),
            ),
            (
                Evidence(
                    "cann_2025",
                    (
                        "Huawei says that writing an operator on CANN took 1.5 person-weeks in 2024 instead of some 8.7, while "
                        "domestic cards were under a third of the market.",
                        "华为称2024年在CANN上写一个算子由约8.7人周降至1.5人周，而当时国产卡不足市场三分之一。",
                    ),
                ),
                Evidence(
                    "deepnewz_2025_08",
                    (
                        "In August 2025 Chinese regulators had large firms scale back or cancel orders of the H20, which breaks "
                        "such a loop from outside.",
                        "2025年8月，中国监管部门要求大企业缩减或取消H20订单，这从外部打断了此类回路。",
                    ),
                    is_read=True,
                ),
                Evidence(
                    "startupnews_2025_12",
                    (
                        "A rule reported in December 2025 asks chip makers for at least half domestic tools in new capacity, "
                        "whatever is on sale from abroad.",
                        "2025年12月报道的一项规定要求新增产能至少半数用国产设备，无论国外有何供应。",
                    ),
                    is_read=True,
                ),
            ),
        ),
        "C3": Sides(
            (),
            (
                Evidence(
                    "novara_news_2026_05",
                    (
                        "Nvidia's outlook of May 2026 leaves out data-centre compute revenue from China and still rises, so the "
                        "upper track then grew without the lower.",
                        "英伟达2026年5月的指引不计中国数据中心算力收入仍在上升，上轨当时无需下轨也在增长。",
                    ),
                ),
            ),
        ),
        "C4": Sides(
            (
                Evidence(
                    "dow_jones_2025_07",
                    (
                        "Nvidia rose 4 percent by midday on the day that H20 sales to China were to resume, so the vendor gained "
                        "from opening.",
                        "H20对华销售将恢复的当天，英伟达午间上涨4%，厂商因放开而受益。",
                    ),
                    is_read=True,
                ),
                Evidence(
                    "nvidia_2026_02",
                    (
                        "Nvidia took in 215.9 billion dollars at a gross margin of 71 percent in the fiscal year to January "
                        "2026, a year of limited sales to China.",
                        "英伟达截至2026年1月的财年收入2159亿美元，毛利率71%，这一年对华销售受限。",
                    ),
                ),
            ),
            (
                Evidence(
                    "hantec_2026_05",
                    (
                        "Nvidia's chief executive put its share of the Chinese AI chip market at about zero in May 2026, which "
                        "is a loss to the vendor; unit counts for 2025 say otherwise.",
                        "2026年5月，英伟达首席执行官称其在华AI芯片份额约为零，这是厂商的损失；2025年的出货统计与此不同。",
                    ),
                ),
                Evidence(
                    "deepnewz_2025_08",
                    (
                        "After a US minister's remarks on Chinese dependence, regulators had large firms scale back or cancel "
                        "orders of the H20 in August 2025, so this opening did meet a backlash.",
                        "美国商务部长发表有关中国依赖的言论后，中国监管部门于2025年8月要求大企业缩减或取消H20订单，可见这次放开确实引"
                        "来反弹。",
                    ),
                    is_read=True,
                ),
            ),
        ),
        "C5": Sides(
            (
                Evidence(
                    "daily8_2025_07",
                    (
                        "The Commerce Secretary gave as the aim of H20 sales that Chinese firms go on using the American stack.",
                        "美国商务部长称，出售H20的目的是让中国企业继续使用美国技术体系。",
                    ),
                ),
                Evidence(
                    "mondaq_2025_07",
                    (
                        "The AI Action Plan of July 2025 makes the spread of the full American stack a stated aim, though "
                        "towards allies.",
                        "2025年7月的《人工智能行动计划》把推广整套美国技术体系列为公开目标，但对象是盟友。",
                    ),
                ),
                Evidence(
                    "bai_jin_lu_2023",
                    (
                        "A model of trade and research finds that a country has reason to influence where others innovate, "
                        "across sectors and over time; it shows a motive, not a policy.",
                        "一个贸易与研发模型表明，一国有动机影响他国在各部门、各时期的创新；它说明动机，而非政策。",
                    ),
                ),
            ),
            (
                Evidence(
                    "gain_act_lobbying_2025",
                    (
                        "A rule that US buyers come first was left out after Nvidia's chief executive had met the President and "
                        "lawmakers, which also fits a bargain.",
                        "英伟达首席执行官会见总统与议员后，美国买家优先条款被搁下，这也可解释为讨价还价。",
                    ),
                ),
                Evidence(
                    "arcamax_2026_01",
                    (
                        "A House committee voted 42 to 2 for a review of AI chip licences in January 2026, so the opening was "
                        "contested within Washington.",
                        "2026年1月，众议院一委员会以42比2赞成审查AI芯片许可，可见放开在华盛顿内部有争议。",
                    ),
                ),
                Evidence(
                    "virginia_business_2025_12",
                    (
                        "The President gave American jobs, taxpayers and market share as reasons for allowing the H200.",
                        "美国总统给出的允许H200的理由是就业、纳税人与市场份额。",
                    ),
                ),
            ),
        ),
    }
)
