"""What is on record for and against each claim; `is_read` says that the whole stored text was read, else its beginning was."""

import dualtrack as dt

EVIDENCE = {
    "S1": dt.Sides(
        supports=(
            dt.Evidence(
                "usgs_mcs_2016",
                (
                    "American output of 2014 is put at 5,400 tonnes of oxide, a fifth of what China exported.",
                    "美国地质调查局估计2014年美国产量为5400吨氧化物，约为中国出口量的五分之一。",
                ),
            ),
        ),
        opposes=(
            dt.Evidence(
                "chinanews_2012_08",
                (
                    "By August 2012 exporters used about half of the quota of 2011, and prices had fallen by more than half.",
                    "至2012年8月，2011年配额仅用约一半，价格跌去一半以上。",
                ),
                is_read=True,
            ),
            dt.Evidence(
                "cato_2025_05",
                (
                    "Prices that rose in 2011 fell back soon, while China's share of supply fell to about 70 per cent by 2014.",
                    "2011年上涨的价格很快回落，至2014年中国供应占比降至约七成。",
                ),
            ),
        ),
    ),
    "S2": dt.Sides(
        supports=(
            dt.Evidence(
                "avalon_2010_07",
                (
                    "The quota of the second half of 2010 was 72 per cent below that of a year before.",
                    "2010年下半年配额比上年同期低72%。",
                ),
                is_read=True,
            ),
            dt.Evidence(
                "japan_metal_2010",
                (
                    "Buyers paid 15 dollars a kilogram for the licence alone, after the cut of July 2010.",
                    "2010年7月削减后，仅出口许可每公斤即需15美元。",
                ),
                is_read=True,
            ),
            dt.Evidence(
                "wto_center_2010_12",
                (
                    "Neodymium oxide rose from 19 dollars in 2009 to 88 in late 2010, after the quota of the half-year was cut.",
                    "半年配额削减后，氧化钕由2009年的19美元升至2010年末的88美元。",
                ),
            ),
            dt.Evidence(
                "abrasives_2011_07",
                (
                    "The quota of 2011 covers more products than that of 2010, so that it is tighter than its number.",
                    "2011年配额涵盖更多产品，实际比数字更紧。",
                ),
            ),
        ),
        opposes=(
            dt.Evidence("wsj_2011_01", ("In 2010 exports were a third above the quota.", "2010年出口量超出配额三分之一。")),
            dt.Evidence(
                "techmetals_2013_01",
                (
                    "In 2011, when prices peaked, 17 to 19 thousand tonnes left under a quota of 30.",
                    "价格见顶的2011年，3万吨配额下出口仅1.7万至1.9万吨。",
                ),
            ),
        ),
    ),
    "R1": dt.Sides(
        supports=(
            dt.Evidence(
                "time_2013",
                (
                    "Makers in Japan cut demand by over 15 per cent, by other polishing agents and magnets with less dysprosium.",
                    "日本厂商改用其他抛光材料并减少磁体含镝量，需求降幅逾15%。",
                ),
            ),
            dt.Evidence(
                "kingsnorth_2012",
                (
                    "Demand in the world fell from 125 to 105 thousand tonnes within a year of high prices.",
                    "高价一年之内，全球需求由12.5万吨降至10.5万吨。",
                ),
                is_read=True,
            ),
            dt.Evidence(
                "sina_2012_09",
                ("Japan's imports from China fell by 34 per cent in 2011.", "2011年日本自华进口下降34%。"),
                is_read=True,
            ),
        ),
        opposes=(),
    ),
    "R2": dt.Sides(
        supports=(
            dt.Evidence(
                "lynas_2015_10",
                (
                    "Mount Weld delivered 8,799 tonnes of oxide in the year to June 2015.",
                    "截至2015年6月的一年，韦尔德山产出8799吨氧化物。",
                ),
            ),
            dt.Evidence(
                "cato_2025_05",
                (
                    "Mines in California and Australia added supply, and China's share fell to about 70 per cent by 2014.",
                    "加州与澳大利亚矿山增加供应，至2014年中国占比降至约七成。",
                ),
            ),
        ),
        opposes=(
            dt.Evidence(
                "reuters_molycorp_2015_08",
                (
                    "Mountain Pass was stopped in October 2015 because prices had fallen.",
                    "因价格下跌，芒廷帕斯于2015年10月停产。",
                ),
                is_read=True,
            ),
            dt.Evidence(
                "lynas_2014_10",
                (
                    "Mount Weld delivered 3,965 tonnes in the year to June 2014, when prices were already low.",
                    "截至2014年6月的一年，韦尔德山仅产3965吨，而价格早已走低。",
                ),
            ),
        ),
    ),
    "R3": dt.Sides(
        supports=(
            dt.Evidence(
                "china_daily_2012_12",
                ("By this count more was smuggled in 2011 than passed the customs.", "按此统计，2011年走私量超过海关出口量。"),
                is_read=True,
            ),
            dt.Evidence(
                "stanford_magnets_2014",
                (
                    "About 19 thousand tonnes are said to have been mined and exported outside the law in 2013.",
                    "据称2013年约1.9万吨属非法开采并出口。",
                ),
                is_read=True,
            ),
        ),
        opposes=(
            dt.Evidence(
                "hatch_2012_12",
                (
                    "Foreign customs counted a fifth more than Chinese customs in 2011, which is 3.7 thousand tonnes.",
                    "2011年外国海关统计仅比中国海关多五分之一，即0.37万吨。",
                ),
            ),
        ),
    ),
    "R4": dt.Sides(
        supports=(
            dt.Evidence(
                "sober_look_2012_10",
                (
                    "After the quotas, hoarding and speculation are said to have taken hold, and the bubble burst as fast.",
                    "据称配额之后囤积与投机盛行，泡沫破裂同样迅速。",
                ),
            ),
            dt.Evidence(
                "abrasives_2012_08",
                (
                    "The industry's association puts the fall of exports in 2012 down to buyers' stocks, smuggling and price.",
                    "行业协会将2012年出口下降归因于买家库存，以及走私与高价。",
                ),
                is_read=True,
            ),
        ),
        opposes=(
            dt.Evidence(
                "ibtimes_2011_01",
                (
                    "Japan's imports from China rose by 49 per cent in 2010, yet buyers said they could not get enough.",
                    "2010年日本自华进口比2009年高49%，买家仍称不足。",
                ),
            ),
        ),
    ),
    "R5": dt.Sides(
        supports=(
            dt.Evidence(
                "reuters_wto_2014_08",
                ("In August 2014 the Appellate Body found the quotas not justified.", "2014年8月上诉机构认定配额缺乏正当理由。"),
                is_read=True,
            ),
            dt.Evidence(
                "pm_review_2015_01",
                ("China removed the quotas at the end of 2014, after the ruling.", "裁决之后，中国于2014年末取消配额。"),
                is_read=True,
            ),
        ),
        opposes=(
            dt.Evidence(
                "ree_crisis", ("The crisis is said to have ended before the duties did.", "据称危机在关税取消之前即已结束。")
            ),
            dt.Evidence(
                "azovpromstal_2015_02",
                (
                    "In 2014, with the quota in force, the mean price of exports was 13 dollars a kilogram.",
                    "2014年配额仍有效，出口均价已降至每公斤13美元。",
                ),
                is_read=True,
            ),
        ),
    ),
}
