"""What sources say for and against the claims about the lower track."""

from dualtrack.language.frozen import frozen
from dualtrack.language.statements.claim_sides import Evidence, Sides

LOWER_EVIDENCE = frozen(
    {
        "L1": Sides(
            (
                Evidence(
                    "cyberspace_summons_2025_07",
                    (
                        "On 31 July 2025 China's cyberspace regulator asked Nvidia about tracking and remote shutdown in the "
                        "H20, and pointed to US proposals; it put questions and gave no finding.",
                        "2025年7月31日，中国网信办就H20的追踪与远程关闭问题约谈英伟达，并提及美方提案；这是询问而非结论。",
                    ),
                ),
                Evidence(
                    "design_software_halt_2025_05",
                    (
                        "In May 2025 Washington stopped the supply of chip design software, of which three firms sell about 80 "
                        "percent in China.",
                        "2025年5月，美方停止供应芯片设计软件，其中三家企业约占中国销量的80%。",
                    ),
                ),
            ),
            (
                Evidence(
                    "particle_kill_switch_2025_08",
                    (
                        "Nvidia, an interested party, wrote on 5 August 2025 that its chips have no remote switch and should "
                        "have none.",
                        "利益相关方英伟达于2025年8月5日撰文称，其芯片没有也不应有远程开关。",
                    ),
                ),
            ),
        ),
        "L2": Sides(
            (
                Evidence(
                    "chip_talent_paper_2019_12",
                    (
                        "Of graduates of chip majors 19 percent took a job in the industry in 2018, before both the chip "
                        "controls and the boom in generative AI.",
                        "2018年，集成电路专业毕业生仅19%进入本行业，早于芯片管制与生成式AI热潮。",
                    ),
                ),
                Evidence(
                    "chip_talent_2022",
                    (
                        "Voluntary turnover in China's chip industry rose from 8.9 percent in 2020 to 13.5 percent in 2021; the "
                        "figures do not say where people went.",
                        "中国芯片业主动离职率由2020年的8.9%升至2021年的13.5%，数据未说明人员去向。",
                    ),
                ),
            ),
            (
                Evidence(
                    "chip_talent_paper_2025_06",
                    (
                        "The chip industry in China employed 790,000 people in 2024 and said that it lacked 230,000, so its head "
                        "count kept growing.",
                        "2024年中国芯片业从业者79万人，自称缺口23万，人数仍在增长。",
                    ),
                ),
                Evidence(
                    "chip_talent_paper_2024_05",
                    (
                        "The chip industry in China employed 602,000 people in 2022, against 461,000 four years before.",
                        "2022年中国芯片业从业者60.2万人，四年前为46.1万人。",
                    ),
                ),
            ),
        ),
        "L3": Sides(
            (
                Evidence(
                    "cvsource_2026_01",
                    (
                        "Of 65.6 billion yuan of venture money for AI firms in 2025, narrowly counted, more than half went to "
                        "robots and other embodied AI.",
                        "按窄口径，2025年AI企业获风险投资656亿元，其中过半投向机器人等具身智能。",
                    ),
                ),
                Evidence(
                    "sipoch_2025_03",
                    (
                        "Industry press had up to 80 percent of newly built computing capacity stand idle in early 2025, after "
                        "officials had sought quick and visible projects.",
                        "据业内报道，2025年初新建算力至多有80%闲置，此前官员偏好见效快、看得见的项目。",
                    ),
                ),
            ),
            (
                Evidence(
                    "big_fund_three_2025",
                    (
                        "The third chip fund, planned at 344 billion yuan, is to back lithography and design software; by then "
                        "only a part had been paid in.",
                        "计划规模3440亿元的大基金三期将投向光刻与设计软件，当时到位的只是一部分。",
                    ),
                ),
                Evidence(
                    "preqin_2024_07",
                    (
                        "Venture money for Chinese chip firms rose from 9.5 billion dollars in 2022 to 22.2 billion in 2023, "
                        "about half of it in three deals of state funds.",
                        "中国芯片企业风险投资由2022年的95亿美元升至2023年的222亿美元，约一半来自国资基金的三笔交易。",
                    ),
                ),
                Evidence(
                    "zerone_2025_09",
                    (
                        "The government's share of institutional money in Chinese private funds rose from 40.8 percent in the "
                        "first half of 2024 to 68.3 percent a year later.",
                        "中国私募基金机构出资中的政府占比，由2024年上半年的40.8%升至一年后的68.3%。",
                    ),
                ),
            ),
        ),
        "L4": Sides(
            (
                Evidence(
                    "the_leap_2025_12",
                    (
                        "ByteDance is reported to have spent 85 billion yuan on Nvidia chips in 2025 and to plan 100 billion in "
                        "2026, work that domestic chips then do not carry.",
                        "据报字节跳动2025年购买英伟达芯片花费850亿元，2026年计划1000亿元，这部分负载不由国产芯片承担。",
                    ),
                ),
                Evidence(
                    "deepseek_ascend_2025_08",
                    (
                        "DeepSeek had no successful training run of its next model on Ascend in 2025, trained it on Nvidia "
                        "chips, and kept Ascend for inference.",
                        "2025年，深度求索的新模型在昇腾上未能成功训练，转用英伟达芯片训练，昇腾留作推理。",
                    ),
                ),
                Evidence(
                    "benkard_2000",
                    (
                        "In a study of an aircraft maker, read by its abstract, the experience of production fades where it is "
                        "not renewed.",
                        "一项飞机制造商研究（仅读摘要）发现，生产经验若不更新会随时间消退。",
                    ),
                ),
                Evidence(
                    "netease_2025_09",
                    (
                        "In a survey, as relayed, 72 percent of institutions that moved to domestic cards still met problems of "
                        "efficiency after three months.",
                        "一项转述的调查称，72%改用国产卡的机构三个月后仍有效率问题。",
                    ),
                ),
            ),
            (
                Evidence(
                    "thompson_2007",
                    (
                        "Forgetting in American wartime shipyards was much smaller than reported before and may be nil, by the "
                        "abstract of a study with richer data.",
                        "据一项数据更丰富的研究摘要，美国战时船厂的遗忘远小于此前所报，可能为零。",
                    ),
                ),
                Evidence(
                    "techsir_2025_06",
                    (
                        "Deep contributors to CANN grew from 1,000 in 2023 to 6,000 in 2025, years in which Nvidia's chips for "
                        "China were mostly on sale.",
                        "CANN深度贡献者由2023年的1000人增至2025年的6000人，其间英伟达的对华芯片大多在售。",
                    ),
                ),
                Evidence(
                    "cann_2025",
                    (
                        "Huawei says that a typical operator on CANN took 1.5 person-weeks in 2024, against an estimated 8.7 a "
                        "year before.",
                        "华为称，2024年在CANN上编写一个典型算子需1.5人周，一年前估计为8.7人周。",
                    ),
                ),
            ),
        ),
        "L5": Sides(
            (
                Evidence(
                    "csia_2021_12",
                    (
                        "China had 2,810 chip design firms in 2021, against 2,218 a year before, and their association warned "
                        "that talent and money scatter; US chips were then freely sold.",
                        "2021年中国芯片设计企业2810家，上年为2218家，行业协会警告人才与资金分散；当时美国芯片自由销售。",
                    ),
                ),
            ),
            (
                Evidence(
                    "idc_2026_04",
                    (
                        "Chinese vendors shipped 1.65 of the 4.0 million AI cards sold in China in 2025, or 41 percent, against "
                        "30 percent the year before.",
                        "2025年中国市场400万张AI加速卡中165万张出自国内厂商，占41%，上年为30%。",
                    ),
                ),
                Evidence(
                    "hello_china_tech_2025_12",
                    (
                        "Four GPU start-ups with less than 3 percent of the market together live on demand that US controls "
                        "created, so routes multiply under restriction too.",
                        "合计份额不足3%的四家GPU初创企业靠美国管制带来的需求生存，可见限制之下路线也会增多。",
                    ),
                ),
                Evidence(
                    "hu_yang_2024",
                    (
                        "Chinese firms put on US lists raised their research intensity by 16.6 percent in the next year, but "
                        "their innovation output did not rise.",
                        "被列入美国清单的中国企业次年研发强度提高16.6%，但创新产出并未上升。",
                    ),
                ),
            ),
        ),
        "L6": Sides(
            (
                Evidence(
                    "daily8_2025_07",
                    (
                        "The US Commerce Secretary said in July 2025 that China gets the fourth-best chip and that the US stays "
                        "one step ahead of what it can build, so that it keeps buying.",
                        "2025年7月，美国商务部长称中国得到的是第四好的芯片，美国始终领先一步，好让中国继续购买。",
                    ),
                ),
            ),
            (
                Evidence(
                    "business_standard_2025_12",
                    (
                        "The White House adviser who had argued for selling older chips said in December 2025 that China was "
                        "rejecting the H200 because it wants independence.",
                        "曾主张出售旧款芯片的白宫顾问于2025年12月称，中国拒绝H200，因为它要自主。",
                    ),
                ),
                Evidence(
                    "hantec_2026_05",
                    (
                        "Nvidia's chief executive put its share of the Chinese AI chip market at about zero in May 2026, "
                        "although sales had been opened; unit counts for 2025 say 55 percent.",
                        "2026年5月，英伟达首席执行官称其在华AI芯片份额约为零，尽管销售已放开；2025年的出货统计为55%。",
                    ),
                ),
                Evidence(
                    "techinformed_2025_10",
                    (
                        "The Institute for Progress expects the US to add 31 times China's AI compute in 2026 without exports, "
                        "and less than 4 times if the B30A is exported.",
                        "进步研究所预计，2026年美国新增AI算力在不出口时为中国的31倍，若出口B30A则不到4倍。",
                    ),
                ),
            ),
        ),
        "L7": Sides(
            (
                Evidence(
                    "design_software_halt_2025_05",
                    (
                        "Synopsys, Cadence and Siemens sold about 80 percent of the chip design software in China when "
                        "Washington stopped supply in May 2025.",
                        "2025年5月美方停供时，新思、楷登与西门子约占中国芯片设计软件销量的80%。",
                    ),
                ),
                Evidence(
                    "netease_2025_09",
                    (
                        "A survey, as relayed, has 90 percent of China's AI developers raised on Nvidia's software, so skills "
                        "are tied to it too.",
                        "一项转述的调查称，中国90%的AI开发者在英伟达软件上成长，技能也随之绑定。",
                    ),
                ),
            ),
            (
                Evidence(
                    "techsir_2025_06",
                    (
                        "iFlytek reports training efficiency on Ascend of 90 percent of the usual chips' in 2024, against 30 "
                        "percent the year before, so a move away is possible.",
                        "科大讯飞称，其昇腾训练效率2024年达通用芯片的90%，上年为30%，可见迁移是可能的。",
                    ),
                ),
            ),
        ),
    }
)
