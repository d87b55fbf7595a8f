"""What sources say for and against the claims about policy."""

from dualtrack.language.frozen import frozen
from dualtrack.language.statements.claim_sides import Evidence, Sides

POLICY_EVIDENCE = frozen(
    {
        "P1": Sides(
            (
                Evidence(
                    "federal_register_2026_01",
                    (
                        "From 15 January 2026 chips of the H200 class may be licensed for China case by case, under conditions "
                        "on volume, security and testing in the US.",
                        "自2026年1月15日起，H200一级芯片可逐案获准对华出口，附有数量、安全及在美检测等条件。",
                    ),
                ),
                Evidence(
                    "virginia_business_2025_12",
                    (
                        "On 8 December 2025 the President announced H200 sales to approved buyers for a quarter of the revenue, "
                        "with newer chips still barred.",
                        "2025年12月8日，美国总统宣布可向获批买家出售H200，收入的四分之一归美国，更新的芯片仍不放行。",
                    ),
                ),
                Evidence(
                    "monexa_2025_08",
                    (
                        "In August 2025 Nvidia and AMD agreed to hand over 15 percent of their China sales of the H20 and MI308 "
                        "as the price of licences.",
                        "2025年8月，英伟达与AMD同意上交H20与MI308对华销售额的15%，以换取许可。",
                    ),
                ),
            ),
            (
                Evidence(
                    "rbtfl_2026_06",
                    (
                        "By 1 June 2026 ten Chinese firms held a US licence for the H200, and none of the chips had been "
                        "delivered.",
                        "截至2026年6月1日，十家中国企业持有H200的美国许可，但无一芯片交付。",
                    ),
                ),
            ),
        ),
        "P2": Sides(
            (
                Evidence(
                    "korean_waiver_2023_10",
                    (
                        "In October 2023 Samsung and SK Hynix were cleared to bring listed US tools to their Chinese fabs "
                        "without single licences and without an end date.",
                        "2023年10月，三星与SK海力士获准向在华工厂运入清单内的美国设备，无需逐项许可，不设期限。",
                    ),
                ),
                Evidence(
                    "korean_annual_licences_2025_12",
                    (
                        "At the end of 2025 both makers received licences to ship US tools to their Chinese fabs for the year "
                        "2026.",
                        "2025年底，两家企业获得2026年度向在华工厂运送美国设备的许可。",
                    ),
                ),
            ),
            (
                Evidence(
                    "up2info_2025_09",
                    (
                        "On 29 August 2025 the standing permits of both makers were withdrawn with effect from the end of the "
                        "year.",
                        "2025年8月29日，两家企业的长期授权被撤销，年底生效。",
                    ),
                ),
            ),
        ),
        "P3": Sides(
            (
                Evidence(
                    "btw_media_2026_01",
                    (
                        "TSMC Nanjing received a licence for goods under US control that holds for one year from January 2026.",
                        "台积电南京厂获得受美国管制物项的许可，自2026年1月起为期一年。",
                    ),
                ),
            ),
            (
                Evidence(
                    "up2info_2025_09",
                    (
                        "On 2 September 2025 it became known that TSMC's standing permit for US tools in Nanjing would end with "
                        "the year.",
                        "2025年9月2日消息：台积电南京厂的美国设备长期授权将于年底终止。",
                    ),
                ),
                Evidence(
                    "tsmc_letter_2024_11",
                    (
                        "In November 2024 TSMC was told to stop making dies of 7 nm and below for Chinese AI chips, after one "
                        "was found in a Huawei product.",
                        "2024年11月，因在华为产品中发现一枚芯片，台积电被要求停止为中国AI芯片代工7纳米及以下芯片。",
                    ),
                ),
            ),
        ),
        "P4": Sides(
            (),
            (
                Evidence(
                    "up2info_2025_09",
                    (
                        "The memory and the foundry permits were withdrawn within days of each other, some three weeks after H20 "
                        "licences had begun, so these levers moved in opposite directions.",
                        "内存与代工授权在数日内相继被撤销，而约三周前H20许可刚开始发放，这些杠杆方向相反。",
                    ),
                ),
            ),
        ),
        "P5": Sides(
            (
                Evidence(
                    "mondaq_2025_07",
                    (
                        "The AI Action Plan of July 2025 directs whole packages of US technology to allies, and has location "
                        "checks on advanced chips studied.",
                        "2025年7月的《人工智能行动计划》把整套美国技术引向盟友，并要求研究先进芯片的定位核查。",
                    ),
                ),
                Evidence(
                    "arcamax_2026_01",
                    (
                        "In January 2026 a House committee voted 42 to 2, a majority that no single party has, for a review by "
                        "Congress of AI chip licences.",
                        "2026年1月，众议院一委员会以42比2（任何一党都凑不出的多数）赞成由国会审查AI芯片许可。",
                    ),
                ),
            ),
            (
                Evidence(
                    "gain_act_lobbying_2025",
                    (
                        "A rule that US buyers come first was left out of the House's defence bill in December 2025, after "
                        "Nvidia's chief executive had met the President and lawmakers.",
                        "2025年12月，英伟达首席执行官会见总统与议员之后，美国买家优先条款未列入众议院的国防法案。",
                    ),
                ),
            ),
        ),
    }
)
