"""What the record holds for and against each claim, by source key; none of it identifies the effect of opening by itself.

An empty side says that none was found among the sources of the record.
"""

from dualtrack.language.frozen import frozen
from dualtrack.language.statements.claim_test import Sides

CLAIM_EVIDENCE = frozen(
    {
        "P1": Sides(("federal_register_2026_01", "virginia_business_2025_12", "monexa_2025_08"), ()),
        "P2": Sides(("korean_waiver_2023_10", "korean_annual_licences_2025_12"), ("up2info_2025_09",)),
        "P3": Sides(("btw_media_2026_01",), ("up2info_2025_09", "tsmc_letter_2024_11")),
        "P4": Sides((), ("federal_register_2025_02",)),
        "P5": Sides(("mondaq_2025_07", "arcamax_2026_01"), ("gain_act_lobbying_2025",)),
        "U1": Sides(("mit_pilots_2025_08", "softed_2026_01", "algorithm_times_2026_04"), ("nvidia_2026_02",)),
        "U2": Sides(("dow_jones_2025_07",), ("novara_news_2026_05", "tnnews_2025_12", "wyoming_star_2025_12")),
        "U3": Sides(("chicago_today_2026_04",), ("manus_unwind_2026", "diploman_2026_05")),
        "U4": Sides(("codersera_2026_04",), ("offshore_training_2025_11", "techgeekwire_2025_06")),
        "U5": Sides(("netease_2025_09", "cnas_chip_smuggling_2025"), ("agenticbrew_2026_04",)),
        "L1": Sides(("cyberspace_summons_2025_07", "design_software_halt_2025_05"), ("particle_kill_switch_2025_08",)),
        "L2": Sides(
            ("chip_talent_paper_2019_12", "chip_talent_2022"), ("chip_talent_paper_2025_06", "chip_talent_paper_2024_05")
        ),
        "L3": Sides(("cvsource_2026_01", "sipoch_2025_03"), ("big_fund_three_2025", "preqin_2024_07", "zerone_2025_09")),
        "L4": Sides(("the_leap_2025_12", "deepseek_ascend_2025_08", "netease_2025_09"), ("techsir_2025_06", "cann_2025")),
        "L5": Sides(("daily8_2025_07", "csia_2021_12"), ("idc_2026_04", "hello_china_tech_2025_12", "hu_yang_2024")),
        "L6": Sides(("daily8_2025_07",), ("business_standard_2025_12", "hantec_2026_05", "techinformed_2025_10")),
        "L7": Sides(("design_software_halt_2025_05", "netease_2025_09"), ("techsir_2025_06",)),
        "C1": Sides(("haddad_2022",), ("brown_2009", "novara_news_2026_05")),
        "C2": Sides(("the_leap_2025_12", "cann_2025"), ("deepnewz_2025_08", "startupnews_2025_12")),
        "C3": Sides((), ("novara_news_2026_05",)),
        "C4": Sides(("dow_jones_2025_07", "nvidia_2026_02"), ("hantec_2026_05", "alfaro_2025")),
        "C5": Sides(
            ("daily8_2025_07", "mondaq_2025_07"), ("gain_act_lobbying_2025", "arcamax_2026_01", "virginia_business_2025_12")
        ),
        "E1": Sides(("bai_jin_lu_2023",), ()),
        "E2": Sides(("equipment_share_2026_01", "goldberg_2024"), ("hello_china_tech_2025_12",)),
        "E3": Sides(("euv_prototype_2025", "startupnews_2025_12"), ("semianalysis_ascend_2025_09", "smic_yield_2026")),
        "A1": Sides(("cnas_chip_smuggling_2025",), ("codersera_2026_04",)),
        "A2": Sides(("epoch_times_2025_01",), ("agenticbrew_2026_04",)),
        "A3": Sides(("dow_jones_2025_07",), ("novara_news_2026_05",)),
        "H1": Sides(("hu_yang_2024", "preqin_2024_07", "techsir_2025_06"), ("chinese_corporates_2024", "cao_2024")),
        "H1b": Sides(("juhasz_2018", "idc_2026_04", "startupnews_2025_12"), ("goldberg_2024",)),
        "H2": Sides(("griffith_2004", "benhabib_spiegel_2005", "tool_imports_2024"), ("cbs_entity_list",)),
        "H3": Sides(("novara_news_2026_05", "tnnews_2025_12", "nvidia_q3_2025_11"), ("epoch_times_2025_01", "ainvest_2025_12")),
        "H4": Sides(
            ("techgeekwire_2025_06", "offshore_training_2025_11", "business_standard_2025_10"), ("techinformed_2025_10",)
        ),
        "H5": Sides(("gain_act_lobbying_2025", "export_compliance_daily_2025_12"), ("federal_register_2026_01",)),
        "H6": Sides(("h200_status_2026", "pc_gamer_2025_09", "business_standard_2025_11"), ("business_times_2026_01",)),
        "H7": Sides(("epoch_times_2025_01", "ai_bubble_2025"), ("novara_news_2026_05",)),
        "H8": Sides(("alfaro_2025", "all_about_politics_2025_11"), ("united_daily_2025_11",)),
        "H9": Sides(("semianalysis_ascend_2025_09", "tencent_capex_2025_12"), ("idc_2026_04", "anwar_2024")),
        "H10": Sides(("cyberspace_summons_2025_07", "deepnewz_2025_08"), ("business_times_2026_01",)),
    }
)
