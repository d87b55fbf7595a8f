"""What sources say for and against the rivals that speak of restriction, access, valuations and leakage."""

from dualtrack.language.frozen import frozen
from dualtrack.language.statements.claim_sides import Evidence, Sides

RIVALS_EVIDENCE = frozen(
    {
        "H1": Sides(
            (
                Evidence(
                    "hu_yang_2024",
                    (
                        "Chinese firms put on US lists raised their research intensity by 16.6 percent in the next year, "
                        "although their innovation output did not rise.",
                        "被列入美国清单的中国企业次年研发强度提高16.6%，尽管创新产出并未上升。",
                    ),
                ),
                Evidence(
                    "preqin_2024_07",
                    (
                        "Venture money for Chinese chip firms rose from 9.5 billion dollars in 2022 to 22.2 billion in 2023, "
                        "after the rules of October 2022; about half came in three deals of state funds.",
                        "2022年10月规则之后，中国芯片企业风险投资由2022年的95亿美元升至2023年的222亿美元，约一半来自国资基金的三"
                        "笔交易。",
                    ),
                ),
                Evidence(
                    "techsir_2025_06",
                    (
                        "Deep contributors to Huawei's CANN grew from 1,000 to 6,000 between 2023 and 2025, years in which "
                        "controls tightened.",
                        "2023至2025年管制收紧期间，华为CANN深度贡献者由1000人增至6000人。",
                    ),
                ),
                Evidence(
                    "cbs_entity_list",
                    (
                        "Chinese firms added to the US Entity List filed more patents and put more into research than comparable "
                        "ones, in data of 2017 to 2022.",
                        "2017至2022年数据显示，被列入美国实体清单的中国企业专利申请与研发投入多于可比企业。",
                    ),
                ),
                Evidence(
                    "anwar_2024",
                    (
                        "Listing by the US stimulated innovation in the Chinese firms concerned and across their industries, and "
                        "lowered it in US suppliers.",
                        "被美国列入清单促进了相关中国企业及其行业的创新，而降低了美国供应商的创新。",
                    ),
                ),
                Evidence(
                    "alfaro_2025",
                    (
                        "In a parallel case China's limits on rare-earth exports led to a surge of innovation abroad in the "
                        "industries that use them.",
                        "类似的情形：中国限制稀土出口，使国外相关下游产业的创新激增。",
                    ),
                ),
            ),
            (
                Evidence(
                    "chinese_corporates_2024",
                    (
                        "Listed firms at first put less into innovation, an effect that faded after the third period and turned "
                        "positive only in the fifth.",
                        "被列企业起初减少创新投入，这一影响在第三期后减弱，到第五期才转为正。",
                    ),
                ),
                Evidence(
                    "cao_2024",
                    (
                        "Listing by the US lowered the number and the quality of the patents of targeted Chinese firms, chiefly "
                        "because joint work with US inventors fell.",
                        "被美国列入清单降低了目标中国企业专利的数量与质量，主要因为与美国发明人的合作减少。",
                    ),
                ),
            ),
        ),
        "H1b": Sides(
            (
                Evidence(
                    "juhasz_2018",
                    (
                        "Regions of the French Empire that war shielded from British trade in 1803 to 1815 built more mechanised "
                        "cotton spinning, and had more of it in the long run.",
                        "1803至1815年因战争而少受英国贸易影响的法兰西帝国各地建起了更多机械棉纺，长期也更多。",
                    ),
                ),
                Evidence(
                    "idc_2026_04",
                    (
                        "Domestic cards rose to 41 percent of the Chinese market by units in 2025, a year of bans abroad and of "
                        "guidance at home against Nvidia's chips.",
                        "2025年国产卡按数量升至中国市场的41%，当年外有禁令，内有不购英伟达芯片的引导。",
                    ),
                ),
                Evidence(
                    "startupnews_2025_12",
                    (
                        "A rule reported in December 2025 asks for at least half domestic tools in new capacity, a demand that "
                        "imports cannot take.",
                        "2025年12月报道的一项规定要求新增产能至少半数用国产设备，这部分需求进口品无法取得。",
                    ),
                    is_read=True,
                ),
            ),
            (
                Evidence(
                    "goldberg_2024",
                    (
                        "A study of chip making finds learning by doing smaller than commonly believed, and large spill-overs "
                        "across borders.",
                        "一项芯片制造研究认为“干中学”小于通常所信，而跨境溢出很大。",
                    ),
                ),
            ),
        ),
        "H2": Sides(
            (
                Evidence(
                    "griffith_2004",
                    (
                        "Across industries of twelve OECD countries research speeds catching up with the leader, while trade "
                        "itself has only a small effect.",
                        "在十二个经合组织国家的行业中，研发加快追赶领先者，而贸易本身作用很小。",
                    ),
                ),
                Evidence(
                    "benhabib_spiegel_2005",
                    (
                        "From 1960 to 1995 technology spread to nations with enough human capital, and 22 of the 27 that lacked "
                        "it grew more slowly than the leader.",
                        "1960至1995年，技术扩散到人力资本充足的国家，而27个不足的国家中有22个增长慢于领先者。",
                    ),
                ),
                Evidence(
                    "goldberg_2024",
                    (
                        "A study of chip making finds large spill-overs of learning across borders, which likely come from "
                        "technology transfer and from customers without fabs.",
                        "一项芯片制造研究发现学习的跨境溢出很大，可能来自技术转移与无厂客户。",
                    ),
                ),
                Evidence(
                    "tool_imports_2024",
                    (
                        "Chinese firms imported a record 26 billion dollars of chip tools by July 2024; what was learnt on them "
                        "is not measured.",
                        "截至2024年7月，中国企业进口芯片设备达创纪录的260亿美元；由此学到多少并无测量。",
                    ),
                ),
            ),
            (
                Evidence(
                    "cbs_entity_list",
                    (
                        "Chinese firms cut off by the US Entity List filed more patents afterwards, so less access did not lower "
                        "their innovation.",
                        "被美国实体清单切断的中国企业此后专利更多，可见准入减少并未降低其创新。",
                    ),
                ),
            ),
        ),
        "H3": Sides(
            (
                Evidence(
                    "novara_news_2026_05",
                    (
                        "In May 2026 Nvidia guided to 91 billion dollars for a quarter while it assumed no data-centre compute "
                        "revenue from China.",
                        "2026年5月，英伟达给出单季910亿美元的指引，且不计来自中国的数据中心算力收入。",
                    ),
                ),
                Evidence(
                    "tnnews_2025_12",
                    (
                        "Nvidia closed 0.3 percent lower on 9 December 2025, the first full session after H200 sales to China "
                        "were allowed.",
                        "2025年12月9日，即允许H200对华销售后的首个完整交易日，英伟达收盘下跌0.3%。",
                    ),
                ),
                Evidence(
                    "nvidia_q3_2025_11",
                    (
                        "China made up 5 percent of Nvidia's billed revenue in the quarter to October 2025, while its total "
                        "revenue grew.",
                        "截至2025年10月的季度，中国占英伟达开票收入的5%，而其总收入仍在增长。",
                    ),
                ),
            ),
            (
                Evidence(
                    "epoch_times_2025_01",
                    (
                        "Nvidia lost 594 billion dollars of market value on 27 January 2025 upon news from China, that of a "
                        "cheaper model rather than of sales.",
                        "2025年1月27日，来自中国的消息使英伟达市值减少5940亿美元，但那是低成本模型而非销售的消息。",
                    ),
                ),
                Evidence(
                    "ainvest_2025_12",
                    (
                        "Analysts saw 25 to 30 billion dollars a year in H200 sales to China if both governments allow them, "
                        "more than a tenth of Nvidia's yearly revenue.",
                        "分析师认为，若两国政府都允许，H200对华销售每年可达250至300亿美元，超过英伟达年收入的十分之一。",
                    ),
                ),
            ),
        ),
        "H4": Sides(
            (
                Evidence(
                    "techgeekwire_2025_06",
                    (
                        "An estimated 140,000 controlled chips reached China against the rules in 2024 and gave 1 to 40 percent "
                        "of its training compute.",
                        "据估计，2024年有14万枚受管制芯片违规进入中国，占其训练算力的1%至40%。",
                    ),
                ),
                Evidence(
                    "offshore_training_2025_11",
                    (
                        "Alibaba and ByteDance train new models on leased Nvidia chips in South-East Asia, where the controls do "
                        "not reach them.",
                        "阿里巴巴与字节跳动在管制所不及的东南亚用租来的英伟达芯片训练新模型。",
                    ),
                ),
                Evidence(
                    "business_standard_2025_10",
                    (
                        "Barred Nvidia chips worth at least one billion dollars were sold in China in the three months after the "
                        "H20 stop of 2025.",
                        "2025年H20停售后的三个月里，至少价值10亿美元的英伟达禁售芯片在中国售出。",
                    ),
                ),
            ),
            (
                Evidence(
                    "techinformed_2025_10",
                    (
                        "The Institute for Progress expects the US to add 31 times China's AI compute in 2026 without exports "
                        "and less than 4 times with the B30A, so limits bind in spite of leakage.",
                        "进步研究所预计，2026年美国新增AI算力在不出口时为中国的31倍，出口B30A则不到4倍，可见有泄漏管制仍有效。",
                    ),
                ),
            ),
        ),
    }
)
