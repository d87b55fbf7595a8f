"""What sources say for and against the rivals that speak of how governments and markets answer."""

from dualtrack.language.frozen import frozen
from dualtrack.language.statements.claim_sides import Evidence, Sides

REACTIONS_EVIDENCE = frozen(
    {
        "H5": Sides(
            (
                Evidence(
                    "gain_act_lobbying_2025",
                    (
                        "A rule that US buyers come first, which Nvidia opposed, was left out of the House's defence bill after "
                        "its chief executive had met the President and lawmakers.",
                        "英伟达反对的美国买家优先条款，在其首席执行官会见总统与议员后未列入众议院国防法案。",
                    ),
                ),
                Evidence(
                    "export_compliance_daily_2025_12",
                    (
                        "The final defence bill of December 2025 leaves out the right of first refusal for US buyers, which the "
                        "Senate had passed.",
                        "2025年12月的最终国防法案删去了参议院曾通过的美国买家优先条款。",
                    ),
                ),
            ),
            (
                Evidence(
                    "federal_register_2026_01",
                    (
                        "The rule of January 2026 ties an H200 licence to supply at home, security and testing in the US, "
                        "conditions that a vendor would not ask for.",
                        "2026年1月的规则把H200许可与国内供应、安全及在美检测挂钩，这些条件并非厂商所求。",
                    ),
                ),
            ),
        ),
        "H6": Sides(
            (
                Evidence(
                    "h200_status_2026",
                    (
                        "The H200 was licensed by the US from January 2026, met a block at Chinese customs, and had not been "
                        "delivered by the middle of the year.",
                        "H200自2026年1月起获美国许可，却在中国海关受阻，到年中尚无交付。",
                    ),
                ),
                Evidence(
                    "pc_gamer_2025_09",
                    (
                        "In September 2025 large Chinese firms were told to end tests and cancel orders of the RTX Pro 6000D, "
                        "Nvidia's newest chip for China.",
                        "2025年9月，中国大型企业被要求停止测试并取消英伟达最新对华芯片RTX Pro 6000D的订单。",
                    ),
                ),
                Evidence(
                    "business_standard_2025_11",
                    (
                        "From November 2025 new state-funded data centres use domestic chips, and those less than 30 percent "
                        "built remove foreign ones.",
                        "自2025年11月起，新建国资数据中心须用国产芯片，完工不足30%的须拆除外国芯片。",
                    ),
                ),
            ),
            (
                Evidence(
                    "business_times_2026_01",
                    (
                        "In January 2026 Beijing approved the import of more than 400,000 H200 chips for three firms, with "
                        "conditions still open.",
                        "2026年1月，中方批准三家企业进口40多万枚H200，条件尚未确定。",
                    ),
                ),
            ),
        ),
        "H7": Sides(
            (
                Evidence(
                    "epoch_times_2025_01",
                    (
                        "Nvidia lost 17 percent, or 594 billion dollars, on 27 January 2025 when DeepSeek R1 showed a strong "
                        "model at low cost.",
                        "2025年1月27日，深度求索R1以低成本展现强大能力，英伟达下跌17%，即5940亿美元。",
                    ),
                ),
            ),
            (
                Evidence(
                    "ai_bubble_2025",
                    (
                        "Nvidia regained 8.8 percent on the day after the DeepSeek fall, two fifths of what it had lost.",
                        "深度求索冲击次日，英伟达回升8.8%，收复失地的五分之二。",
                    ),
                ),
                Evidence(
                    "novara_news_2026_05",
                    (
                        "Sixteen months after DeepSeek R1 Nvidia guided to 91 billion dollars for a quarter, so the story had "
                        "not deflated for good.",
                        "深度求索R1发布十六个月后，英伟达给出单季910亿美元指引，叙事并未就此泄气。",
                    ),
                ),
            ),
        ),
        "H8": Sides(
            (
                Evidence(
                    "all_about_politics_2025_11",
                    (
                        "Ten days after the US extended its list to subsidiaries, China widened its rare-earth controls to goods "
                        "made abroad; in November it set them aside for a year.",
                        "美国把清单扩及子公司十天后，中国将稀土管制扩至境外制造的货物，11月又暂停一年。",
                    ),
                ),
                Evidence(
                    "fc_global_2025_07",
                    (
                        "The US withdrew its stop of chip design software in July 2025 as part of a deal over rare earths, "
                        "within six weeks of imposing it.",
                        "2025年7月，美国作为稀土协议的一部分解除芯片设计软件禁令，距实施不到六周。",
                    ),
                ),
            ),
            (
                Evidence(
                    "united_daily_2025_11",
                    (
                        "The White House said by the end of October 2025 that China would issue general licences for minerals "
                        "and end cases against US chip firms, so retaliation did not last.",
                        "2025年10月底，白宫称中国将发放矿产通用许可并结束对美国芯片企业的调查，反制并未持久。",
                    ),
                ),
                Evidence(
                    "alfaro_2025",
                    (
                        "Limits that China put on rare-earth exports led to more innovation and exports in the industries abroad "
                        "that use them, which lowers what such retaliation costs.",
                        "中国的稀土出口限制使国外相关下游产业的创新与出口增加，从而降低此类反制的代价。",
                    ),
                ),
            ),
        ),
        "H9": Sides(
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
                    "tencent_capex_2025_12",
                    (
                        "Tencent's capital spending fell from 36.6 billion yuan in the last quarter of 2024 to 13.0 billion in "
                        "the third of 2025, for lack of chips.",
                        "因缺少芯片，腾讯资本开支由2024年四季度的366亿元降至2025年三季度的130亿元。",
                    ),
                ),
            ),
            (
                Evidence(
                    "idc_2026_04",
                    (
                        "Chinese vendors shipped 1.65 million AI cards in China in 2025, 41 percent of the market, while tools "
                        "and memory were denied.",
                        "2025年在设备与内存断供之下，国内厂商在华出货165万张AI卡，占市场41%。",
                    ),
                ),
                Evidence(
                    "anwar_2024",
                    (
                        "Chinese firms listed by the US innovated more afterwards, above all those that had relied on imports "
                        "from the US.",
                        "被美国列入清单的中国企业此后创新更多，尤其是原先依赖美国进口的企业。",
                    ),
                ),
            ),
        ),
        "H10": Sides(
            (
                Evidence(
                    "cyberspace_summons_2025_07",
                    (
                        "China's cyberspace regulator summoned Nvidia on 31 July 2025 over tracking and remote shutdown, and "
                        "pointed to US proposals to build these in.",
                        "2025年7月31日，中国网信办就追踪与远程关闭问题约谈英伟达，并提及美方要求内置此类功能的提案。",
                    ),
                ),
                Evidence(
                    "deepnewz_2025_08",
                    (
                        "In August 2025 the cyberspace regulator, which was looking into the H20's security, had large firms "
                        "scale back or cancel orders; the report names remarks on dependence as the cause.",
                        "2025年8月，正在调查H20安全性的网信办要求大企业缩减或取消订单；该报道把原因归于有关依赖的言论。",
                    ),
                    is_read=True,
                ),
            ),
            (
                Evidence(
                    "business_times_2026_01",
                    (
                        "Half a year after the summons Beijing approved the import of more than 400,000 H200 chips, so the alarm "
                        "did not end purchases.",
                        "约谈半年后，中方批准进口40多万枚H200，警觉并未终止采购。",
                    ),
                ),
            ),
        ),
    }
)
