"""What sources say for and against the claims about the upper track."""

from dualtrack.language.frozen import frozen
from dualtrack.language.statements.claim_sides import Evidence, Sides

UPPER_EVIDENCE = frozen(
    {
        "T1": Sides(
            (
                Evidence(
                    "dow_jones_2025_07",
                    (
                        "Nvidia rose 4 percent by midday on the day that H20 sales to China were to resume, so an opening moved "
                        "what the market pays.",
                        "H20对华销售将恢复的当天，英伟达午间上涨4%，可见放开会影响市场定价。",
                    ),
                    is_read=True,
                ),
                Evidence(
                    "interactive_investor_2025_10",
                    (
                        "In October 2025 a record 54 percent of fund managers said that AI shares were in a bubble, which the "
                        "claim takes for granted.",
                        "2025年10月，创纪录的54%的基金经理称AI股处于泡沫之中，这是该主张的前提。",
                    ),
                ),
            ),
            (
                Evidence(
                    "novara_news_2026_05",
                    (
                        "Nvidia's outlook of May 2026 leaves China's data centres out and still rises to 91 billion dollars for "
                        "a quarter, so the story then stood without an opening.",
                        "英伟达2026年5月的指引不计中国数据中心仍升至单季910亿美元，叙事当时无需放开也能维持。",
                    ),
                ),
                Evidence(
                    "goetzmann_2015",
                    (
                        "Of stock markets that doubled in real terms within a year 17.2 percent halved within the next five, so "
                        "that most booms had no such fall to hold up.",
                        "按实际值一年内翻倍的各国股市中，17.2%在其后五年内腰斩，可见多数繁荣并无需要支撑的下跌。",
                    ),
                ),
            ),
        ),
        "U1": Sides(
            (
                Evidence(
                    "mit_pilots_2025_08",
                    (
                        "On 19 August 2025 Nvidia fell 3.5 percent and Palantir 9 percent as a study told of pilots of AI, 95 "
                        "percent of which gave no return.",
                        "2025年8月19日，一项研究称95%的企业AI试点没有回报，英伟达当日跌3.5%，Palantir跌9%。",
                    ),
                ),
                Evidence(
                    "softed_2026_01",
                    (
                        "A study of the first half of 2025 saw no measurable effect on profit in 95 percent of enterprise "
                        "pilots; its method is disputed.",
                        "一项2025年上半年的研究显示，95%的企业试点对利润没有可测的影响，其方法存在争议。",
                    ),
                ),
                Evidence(
                    "algorithm_times_2026_04",
                    (
                        "Oracle's share fell 4 percent on 28 April 2026, when OpenAI was reported to have missed its aims for "
                        "revenue and users.",
                        "2026年4月28日，据报OpenAI未达收入与用户目标，甲骨文股价当日下跌4%。",
                    ),
                ),
            ),
            (
                Evidence(
                    "nvidia_2026_02",
                    (
                        "Nvidia's revenue reached 215.9 billion dollars in the fiscal year to January 2026, about 194 billion of "
                        "it from data centres.",
                        "英伟达截至2026年1月的财年收入达2159亿美元，其中约1940亿来自数据中心。",
                    ),
                ),
            ),
        ),
        "U2": Sides(
            (
                Evidence(
                    "dow_jones_2025_07",
                    (
                        "Nvidia rose 4 percent by midday on 15 July 2025 as sales of the H20 to China were to resume; the report "
                        "speaks of sales, not of uses of AI in China.",
                        "2025年7月15日，因H20对华销售将恢复，英伟达午间上涨4%；该报道说的是销售，而非中国的AI应用。",
                    ),
                    is_read=True,
                ),
            ),
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
                    "wyoming_star_2025_12",
                    (
                        "When H200 sales to China were allowed on 8 December 2025, Nvidia rose no more than 2 percent after "
                        "hours.",
                        "2025年12月8日允许H200对华销售时，英伟达盘后涨幅不过2%。",
                    ),
                ),
            ),
        ),
        "U3": Sides(
            (
                Evidence(
                    "chicago_today_2026_04",
                    (
                        "Meta agreed in December 2025 to buy Manus, an agent maker founded in China, for about two billion "
                        "dollars; the same report says that Beijing later had the deal undone.",
                        "2025年12月，Meta同意以约20亿美元收购创立于中国的智能体公司Manus；同一报道称该交易后被中方要求撤销。",
                    ),
                ),
            ),
            (
                Evidence(
                    "manus_unwind_2026",
                    (
                        "The Manus deal came under Chinese review in January 2026, was ordered undone in April, and has begun to "
                        "be taken apart.",
                        "Manus交易2026年1月被中方审查，4月被要求撤销，并已开始拆分。",
                    ),
                ),
                Evidence(
                    "diploman_2026_05",
                    (
                        "By one estimate 68 percent of top Chinese AI researchers worked in China in 2025, against 30 percent in "
                        "2019.",
                        "据一项估计，2025年有68%的中国顶尖AI人才在国内工作，2019年为30%。",
                    ),
                ),
            ),
        ),
        "U4": Sides(
            (
                Evidence(
                    "codersera_2026_04",
                    (
                        "Composer 2, the model of the US coding tool Cursor, is built on the open Chinese model Kimi K2.5.",
                        "美国编程工具Cursor的模型Composer 2建立在中国开源模型Kimi K2.5之上。",
                    ),
                ),
            ),
            (
                Evidence(
                    "offshore_training_2025_11",
                    (
                        "Alibaba and ByteDance train new models in South-East Asia on leased Nvidia chips, so US compute reaches "
                        "Chinese developers by rent.",
                        "阿里巴巴与字节跳动在东南亚用租来的英伟达芯片训练新模型，美国算力借租用到达中国开发者。",
                    ),
                ),
                Evidence(
                    "techgeekwire_2025_06",
                    (
                        "An estimated 140,000 controlled chips (10,000 to 560,000) reached China against the rules in 2024, so "
                        "compute flows in as well.",
                        "据估计，2024年有14万枚（1万至56万）受管制芯片违规进入中国，可见算力也在流入。",
                    ),
                ),
            ),
        ),
        "U5": Sides(
            (
                Evidence(
                    "netease_2025_09",
                    (
                        "A survey, as relayed, has 90 percent of China's AI developers raised on Nvidia's software.",
                        "一项转述的调查称，中国90%的AI开发者是在英伟达软件上成长起来的。",
                    ),
                ),
                Evidence(
                    "cnas_chip_smuggling_2025",
                    (
                        "Of 22 notable models developed in China alone that CNAS looked at, two were trained on Chinese chips.",
                        "在CNAS考察的22个完全由中国开发的知名模型中，两个用中国芯片训练。",
                    ),
                ),
            ),
            (
                Evidence(
                    "agenticbrew_2026_04",
                    (
                        "DeepSeek V4 ran on Ascend from its first day in April 2026, although its training probably still used "
                        "Nvidia chips.",
                        "2026年4月，深度求索V4发布首日即可在昇腾上运行，尽管训练很可能仍用英伟达芯片。",
                    ),
                ),
            ),
        ),
    }
)
