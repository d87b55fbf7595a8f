"""Accounts: what is sold, spent, installed, hoarded and hired adds up, and what enters one stock came from somewhere."""

from dualtrack.language.statements.reality_check import Conserved, Holds

ACCOUNTS = (
    Holds(
        (
            "What is not smuggled is sought within the rules: the budget is split, not doubled.",
            "未走私者即合法需求：预算只分不增。",
        ),
        "legal_demand + smuggled_spending == accelerator_budget",
    ),
    Holds(
        ("Sales of both roots and what is left unserved make up legal demand.", "两系销售与未满足部分之和等于合法需求。"),
        "domestic_sales + licensed_sales + scarcity * legal_demand == legal_demand",
    ),
    Holds(
        ("Nobody spends more than the budget.", "支出不超过预算。"),
        "domestic_sales + licensed_sales + smuggled_spending <= accelerator_budget",
    ),
    Holds(
        (
            "Sold is at most let in, let in at most offered, offered at most sought.",
            "售出不超过准入，准入不超过供给，供给不超过需求。",
        ),
        "licensed_sales <= licensed_supply <= offered_supply <= legal_demand",
    ),
    Holds(
        ("Orders that turned home are part of what is sought within the rules.", "转向国产的订单是合法需求的一部分。"),
        "domestic_sales <= domestic_demand + turned_orders",
    ),
    Holds(
        ("Nobody is delivered more American chips than are wanted.", "交付的美系芯片不超过所需。"),
        "licensed_sales <= american_wanted <= legal_demand",
    ),
    Holds(
        (
            "What both governments let in is no better than what Washington allows.",
            "双方放行者不优于美方所许。",
        ),
        "admitted_chip_rank <= licensed_chip_rank",
    ),
    Holds(
        ("Domestic makers sell no more chips than they can make.", "国产厂商售出不超过产能。"),
        "domestic_chips_sold <= domestic_chip_capacity <= chips_by_dies",
    ),
    Holds(
        ("A mandate keeps its part of the market from imports.", "采购要求所保留的市场份额不进口。"),
        "licensed_sales <= (1 - domestic_procurement_mandate) * legal_demand",
    ),
    Holds(
        ("Refocus moves private money and makes none.", "聚焦只转移民间资金，不凭空增加。"),
        "application_money + private_capital * private_root_share + refocused_money == private_capital",
    ),
    Holds(
        ("Money for the layers adds up to root funding, wherever focus lies.", "各层资金之和等于技术根资金，无论聚焦何处。"),
        "total(root_funding_by_layer) == root_funding",
    ),
    Holds(
        ("Root funding holds at least the state's money and what private funders give.", "技术根资金至少含国家资金与民间投入。"),
        "state_money + private_capital * private_root_share <= root_funding",
    ),
    Holds(
        ("Every engineer is at the roots or in applications.", "工程师非在技术根即在应用。"),
        "root_engineers + application_people == total(talent)",
    ),
    Holds(
        (
            "Computing in China is American-rooted or domestic, and its world share follows.",
            "境内算力非美系即国产，占世界比重由此得出。",
        ),
        "compute_share * (us_rooted_compute + domestic_compute + compute_elsewhere) == us_rooted_compute + domestic_compute",
    ),
    Holds(
        ("What can be used but is not American-rooted is domestic.", "可用而非美系者即国产。"),
        "us_rooted_share * usable_compute + domestic_compute == usable_compute",
    ),
    Holds(
        ("The rent of applications is paid to one root or the other.", "应用租金归于一方技术根。"),
        "dividend_to_us_roots + dividend_to_domestic_roots == application_value * root_rent",
    ),
    Holds(
        ("A stack of memory is hoarded or used, not both.", "内存或囤或用，不可兼得。"),
        "memory_hoarded + imported_memory_supply == memory_on_offer",
    ),
    Holds(
        ("A die from abroad is hoarded or used, not both.", "海外裸片或囤或用，不可兼得。"),
        "dies_hoarded + offshore_die_supply == offshore_dies_on_offer",
    ),
    Holds(
        (
            "A bank gives no faster than it is stretched, and no more memory than dies need.",
            "库存动用不快于分摊速度，且内存不超过裸片所需。",
        ),
        "memory_drawn <= minimum(memory_bank / bank_draw_time, memory_needed_for_dies)",
    ),
    Holds(
        ("A bank of dies gives no faster than it is stretched.", "裸片库存动用不快于分摊速度。"),
        "dies_drawn <= die_bank / bank_draw_time",
    ),
    Conserved(
        ("American-rooted computing is what was licensed or smuggled less what aged.", "美系算力等于许可与走私新增减去老化。"),
        "us_rooted_compute",
        "licensed_installations + smuggled_installations - us_rooted_compute / capital_life",
    ),
    Conserved(
        ("Domestic computing is what domestic makers sold less what aged.", "国产算力等于国产售出减去老化。"),
        "domestic_compute",
        "domestic_chips_sold * domestic_chip_performance - domestic_compute / capital_life",
    ),
    Conserved(
        ("Computing elsewhere is what was installed there less what aged.", "海外算力等于新增减去老化。"),
        "compute_elsewhere",
        "installations_elsewhere - compute_elsewhere / capital_life",
    ),
    Conserved(
        ("The bank of dies holds what was hoarded and not yet drawn.", "裸片库存等于囤积减去动用。"),
        "die_bank",
        "dies_hoarded - dies_drawn",
    ),
    Conserved(
        ("The bank of memory holds what was hoarded and not yet drawn.", "内存库存等于囤积减去动用。"),
        "memory_bank",
        "memory_hoarded - memory_drawn",
    ),
    Conserved(
        (
            "Engineers come by training and go with captured firms; moving between uses makes and loses none.",
            "人才因培养而增、因外流而减，用途间流动不增不减。",
        ),
        "talent",
        "talent_entry - talent_captured",
    ),
    Conserved(
        ("American AI capital is what was spent less what aged.", "美国AI资本等于开支减去折旧。"),
        "us_capital",
        "us_spending - us_capital / capital_life",
    ),
    Conserved(
        ("Wafer capacity is what was finished less what aged.", "晶圆产能等于建成减去老化。"),
        "advanced_wafers",
        "fabs_finished - advanced_wafers / fab_life",
    ),
    Holds(
        ("Measured against the start, the start is one.", "相对起始年而言，起始年为一。"),
        (
            "root_talent_ratio == 1",
            "root_people_ratio == 1",
            "application_people_ratio == 1",
            "application_people_share_ratio == 1",
            "effect_of_research_on_frontier == 1",
            "application_success == initial_application_success",
            "application_return == 1",
        ),
        where="time <= start_year",
    ),
    Holds(
        (
            "At the start no one is alarmed or persuaded by what has not yet happened, and nothing is hoarded.",
            "起始时，未发生者不令人警惕或信服，亦无囤货。",
        ),
        ("proof_salience == 0", "remembered_alarm == 0", "die_bank == 0", "memory_bank == 0", "efficiency_surprise == 0"),
        where="time <= start_year",
    ),
    Holds(
        ("At the start vendors are worth what is warranted.", "起始时厂商估值即合理。"),
        ("counted_revenue == initial_counted_revenue", "vendor_valuation == warranted_valuation"),
        where="time <= start_year",
    ),
    Holds(
        (
            "Those who prefer domestic chips do not smuggle American ones, so leaks take nothing from their demand.",
            "偏好国产者不走私美系芯片，泄漏不减少其需求。",
        ),
        ("accelerator_budget * domestic_preference <= domestic_demand",),
    ),
)
