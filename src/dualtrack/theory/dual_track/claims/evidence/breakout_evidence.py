"""What sources say for and against the claims about breaking out, and about the root of a success."""

from dualtrack.language.frozen import frozen
from dualtrack.language.statements.claim_sides import Evidence, Sides

BREAKOUT_EVIDENCE = frozen(
    {
        "E1": Sides((), ()),
        "E2": Sides(
            (
                Evidence(
                    "equipment_share_2026_01",
                    (
                        "Domestic makers reached 35 percent of the chip equipment taken into use in China in 2025, above the 30 "
                        "percent that the state plan asked for.",
                        "2025年中国投入使用的芯片设备中国产占35%，高于国家规划要求的30%。",
                    ),
                ),
                Evidence(
                    "goldberg_2024",
                    (
                        "A study of the world's chip industry finds that government support was vital to its growth, beside "
                        "technology that came across borders.",
                        "一项对全球芯片业的研究认为，政府支持对其成长至关重要，跨境技术转移同样重要。",
                    ),
                ),
            ),
            (
                Evidence(
                    "hello_china_tech_2025_12",
                    (
                        "Four GPU start-ups that spend over four times their revenue on research hold less than 3 percent of the "
                        "market together.",
                        "四家研发支出超过收入四倍的GPU初创企业，合计份额不足3%。",
                    ),
                ),
            ),
        ),
        "E3": Sides(
            (
                Evidence(
                    "euv_prototype_2025",
                    (
                        "A Chinese prototype makes extreme ultraviolet light but no chips yet; the official goal is 2028, and "
                        "people close to it expect 2030.",
                        "中国的原型机已能产生极紫外光但尚未造出芯片，官方目标为2028年，知情者预计2030年。",
                    ),
                ),
                Evidence(
                    "startupnews_2025_12",
                    (
                        "A rule reported in December 2025 asks for at least half domestic tools in new capacity, with waivers "
                        "for advanced lines.",
                        "2025年12月报道的一项规定要求新增产能至少半数用国产设备，先进产线可豁免。",
                    ),
                    is_read=True,
                ),
            ),
            (
                Evidence(
                    "semianalysis_ascend_2025_09",
                    (
                        "Memory from abroad limits Huawei's AI chips, whose output is put at 805,000 in 2025 and at 300,000 in "
                        "2026 if the stock runs out.",
                        "国外内存制约华为AI芯片，其产量2025年估计为80.5万枚，若库存耗尽2026年为30万枚。",
                    ),
                ),
                Evidence(
                    "smic_yield_2026",
                    (
                        "Yield for large AI dies at SMIC's 7 nm class and below is put at 30 to 40 percent in 2026.",
                        "2026年中芯国际7纳米级及以下大型AI芯片的良率估计为30%至40%。",
                    ),
                ),
            ),
        ),
        "A1": Sides(
            (
                Evidence(
                    "cnas_chip_smuggling_2025",
                    (
                        "CNAS tells Chinese models apart by the chips they were trained on, and finds that two of 22 notable "
                        "ones used Chinese chips.",
                        "CNAS按训练所用芯片区分中国模型，发现22个知名模型中两个使用中国芯片。",
                    ),
                ),
            ),
            (
                Evidence(
                    "codersera_2026_04",
                    (
                        "Composer 2 is the model of a US coding tool and is built on the Chinese model Kimi K2.5, so one success "
                        "can rest on roots of two countries.",
                        "Composer 2是美国编程工具的模型，却建立在中国模型Kimi K2.5之上，一项成功可扎根于两国技术。",
                    ),
                ),
            ),
        ),
        "A2": Sides(
            (
                Evidence(
                    "epoch_times_2025_01",
                    (
                        "On 27 January 2025 a Chinese success, DeepSeek R1, took 17 percent off Nvidia instead of lifting it; "
                        "the model was not built on domestic chips.",
                        "2025年1月27日，中国的成功（深度求索R1）使英伟达下跌17%而非上涨；该模型并非建立在国产芯片之上。",
                    ),
                ),
                Evidence(
                    "agenticbrew_2026_04",
                    (
                        "When DeepSeek V4 ran on Ascend in April 2026, SMIC's share rose 10 percent; no rise of a US share is on "
                        "record for that day.",
                        "2026年4月深度求索V4在昇腾上运行时，中芯国际股价上涨10%；当日未记录到美国股票因此上涨。",
                    ),
                ),
            ),
            (),
        ),
        "A3": Sides(
            (
                Evidence(
                    "dow_jones_2025_07",
                    (
                        "Nvidia rose 4 percent by midday when H20 sales to China were to resume, a return to the US maker; it "
                        "came from sales, not from a success in China.",
                        "H20对华销售将恢复时英伟达午间上涨4%，回报归于美国厂商；但它来自销售，而非中国的成功。",
                    ),
                    is_read=True,
                ),
            ),
            (
                Evidence(
                    "novara_news_2026_05",
                    (
                        "Nvidia's outlook of May 2026 leaves China's data centres out and still rises to 91 billion dollars for "
                        "a quarter, so little of it then came from there.",
                        "英伟达2026年5月的指引不计中国数据中心仍升至单季910亿美元，其中来自中国的已很少。",
                    ),
                ),
            ),
        ),
    }
)
