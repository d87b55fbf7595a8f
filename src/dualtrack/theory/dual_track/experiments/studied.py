"""What was published about each mechanism, and why what does not weigh does not."""

from dualtrack.language.statements.experiment import Studied

STUDIED = (
    Studied(
        "lobbying",
        for_it=("eldes_2025_relief",),
        mixed=("ludema_2010_suspensions",),
        left_out=(
            "They are about tariffs, not controls on technology, and tell no size here.",
            "所涉为关税而非技术管制，亦无可用于此处的数值。",
        ),
    ),
    Studied(
        "urgency_strength",
        for_it=(
            "hu_2024_research",
            "liu_makarin_2025_research",
            "liu_makarin_2025_inventors",
            "liu_li_2023_research",
            "cbs_research",
            "cssm_2025_research",
            "liu_liu_wen_2024_research",
            "tianhe_2015_processors",
        ),
        against=("hayakawa_2026_research", "baek_2026_research", "fx361_2023_research"),
        mixed=("hainan_2024_research",),
        left_out=(
            "The entity-list study of 2024 stands behind two numbers; others tell a sign and no size.",
            "2024年实体清单研究已用于两个参数；其余只有符号而无数值。",
        ),
    ),
    Studied(
        "diversion_strength",
        for_it=("liu_qiu_2016_patents", "liu_lu_2021_patents", "marin_vona_2017_drain", "hombert_matray_2019_wages"),
        against=("bombardini_2019_patents", "capital_goods_research_up"),
        mixed=("yu_2019_imports",),
        left_out=(
            "All are about other goods, times or countries, and none has chips open and closed.",
            "均涉其他商品、年代或国家，没有一项比较芯片开放与封闭。",
        ),
    ),
    Studied(
        "hook_strength",
        left_out=(
            "The one dated answer, the summons of July 2025, is the source of the mechanism.",
            "唯一有日期的回应（2025年7月约谈）即该机制的来源。",
        ),
    ),
    Studied(
        "refusal_strength",
        for_it=("h20_2025_sold",),
        left_out=("The quarter's sales are a figure of the record, which decides it.", "该季度销量属史实数据，已由其判定。"),
    ),
    Studied(
        "retaliation_strength",
        for_it=("nmo_2010_users", "counter_controls_timing"),
        against=("mueller_2016_users", "nvda_2024_12_03"),
        mixed=("nvda_2025_10_09",),
        left_out=(
            "Japanese and American users of rare earths in 2010 and later are other firms under another rule.",
            "2010年及以后的日美稀土用户属另一规则下的其他企业。",
        ),
    ),
    Studied(
        "denial_strength",
        for_it=("cao_2024_patents", "cao_2024_quality", "liu_liu_wen_2024_output", "liu_li_2023_output", "han_2024_sanctioned"),
        against=(
            "liu_makarin_2025_patents",
            "liu_makarin_2025_related",
            "anwar_2024_listed",
            "alfaro_2025_users",
            "korea_fluoride_share",
        ),
        mixed=("hu_2024_output", "yan_2025_suppliers", "makioka_2024_imports"),
        left_out=(
            "Rare earths of 2010 stand behind an equation; weighted patents count the same firms again; others tell a sign.",
            "2010年稀土研究已用于一条方程；质量加权专利重复计入相同企业；其余只有符号。",
        ),
    ),
    Studied(
        "validation_strength",
        for_it=("eisfeldt_2023_release",),
        left_out=(
            "The release of a chat program says that news persuades, not that Chinese success does.",
            "聊天程序的发布说明消息能说服人，而非中国的成功能说服人。",
        ),
    ),
    Studied(
        "demand_proof_strength",
        for_it=("bertomeu_2023_ban",),
        left_out=(
            "A ban in one country took an input away; it proved nothing of demand.",
            "一国的禁令只是取走一项投入，并未证明需求。",
        ),
    ),
    Studied(
        "efficiency_strength",
        for_it=("deepseek_2026_chip_design", "nvda_2025_01_27_28"),
        mixed=("deepseek_2026_software",),
        left_out=(
            "The fall of January 2025 stands behind a range; the students' study tells firms apart, not their total.",
            "2025年1月的下跌已用于意外权重的范围；学生研究区分各企业，不反映总体。",
        ),
    ),
    Studied(
        "china_cash_weight",
        for_it=(
            "cadence_2025_halt",
            "synopsys_2025_halt",
            "micron_2023_review",
            "applied_2025_affiliates",
            "allen_2021_suppliers",
            "crosignani_2024_value",
            "anwar_2024_suppliers",
            "nvda_2022_09_01",
            "nvda_2022_10_07",
            "nvda_2023_10_17",
            "nvda_2025_04_16",
            "nvda_2025_07_15",
            "nvda_2026_01_28",
            "nvda_2026_05_14",
        ),
        against=("nvda_2025_12_09",),
        mixed=("suppliers_research_down", "suppliers_patents_down"),
        left_out=(
            "Days of the vendor on which other news was found, other vendors' days, and suppliers' losses.",
            "该厂商另有其他消息的单日、其他厂商的单日，以及供应商的损失。",
        ),
    ),
    Studied(
        "leakage_strength",
        for_it=("cnas_2025_smuggled", "russia_2024_imports"),
        left_out=(
            "The estimate sets the mechanism's size, and the record decides it.",
            "该估计用于设定机制大小，且已由史实判定。",
        ),
    ),
    Studied(
        "remote_stop_strength",
        for_it=("asml_2024_switch", "deere_2022_locked"),
        left_out=("Claims about scanners and tractors, not about chips.", "所言为光刻机与拖拉机，而非芯片。"),
    ),
    Studied(
        "capture_strength",
        for_it=("prado_2021_funding",),
        against=("kamepalli_2020_funding", "singapore_2024_moves"),
        left_out=("They disagree on the sign, and none is of Chinese founders.", "符号彼此相反，且均非中国创始人。"),
    ),
    Studied(
        "protection_strength",
        for_it=(
            "irwin_2000_tinplate",
            "juhasz_2018_spinning",
            "irwin_klenow_1994_rate",
            "salgado_2008_rate",
            "barwick_2024_rate",
            "barwick_2024_share",
            "han_2024_upstream",
            "liu_makarin_2025_suppliers",
            "anwar_2024_industry",
            "kim_2025_korea",
            "baek_2026_assets",
        ),
        against=("han_2024_subsidised", "andres_2022_imports"),
        mixed=("goldberg_2024_learning",),
        left_out=(
            "The blockade of 1806 and memory chips stand behind numbers; others are chosen cases or tell a sign.",
            "1806年大陆封锁与存储芯片研究已用于参数；其余为选取的案例或只有符号。",
        ),
    ),
    Studied(
        "workload_strength",
        for_it=("cann_2024_operator", "iflytek_2024_efficiency", "procurement_innovation_up"),
        left_out=(
            "Single vendors' reports of their own work; one is the source of the mechanism.",
            "为单个厂商对自身工作的报告；其一即该机制的来源。",
        ),
    ),
    Studied(
        "diffusion_strength",
        for_it=(
            "irwin_klenow_1994_spillover",
            "gruber_1998_spillover",
            "goldberg_2024_spillover",
            "cao_2024_collaboration",
            "cao_2024_fields",
            "milani_pham_2025_patents",
            "prato_coinventors",
        ),
        left_out=(
            "Foundry spill-overs are the source of the mechanism, memory chips of numbers; others tell of people, not access.",
            "代工溢出即该机制的来源；存储芯片研究已用于参数；其余涉及人员而非准入。",
        ),
    ),
    Studied(
        "withering_strength",
        for_it=("benkard_2000_experience", "argote_1990_depreciation", "kim_2009_loss"),
        against=("thompson_2007_forgetting", "kleiner_2011_forgetting"),
        left_out=("They stand behind the mechanism and its range, on both sides.", "正反两方均已用于该机制及其范围。"),
    ),
    Studied(
        "belief_strength",
        mixed=("mindspore_2024_share", "nvda_2025_04_21", "nvda_2025_04_28"),
        left_out=("A share of one year; a series of it would be data.", "只有一年的份额；成为序列方可作数据。"),
    ),
    Studied(
        "absorption_strength",
        for_it=("atom_2026_downloads",),
        left_out=("Downloads show use, not gain.", "下载量说明使用，而非收益。"),
    ),
    Studied(
        "margin_strength",
        against=("demirer_2025_elasticity", "fradkin_2025_differentiation"),
        left_out=(
            "They tell how buyers choose between models, not what margins were lost.",
            "说明买方如何在模型间选择，而非损失了多少利润率。",
        ),
    ),
)
