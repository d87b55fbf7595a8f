"""Where Chinese money goes: private capital between applications and roots, state money, sales reinvested."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, constant, delay, outcome, smooth, uncertainty
from dualtrack.language.expressions.ops import exp, log, logistic, total
from dualtrack.theory.dual_track.sectors.layers import FUNDER, LAYER

_MONEY = "private capital by stage and layer, state funds apart, by year"

initial_private_capital = uncertainty(
    14.0,
    "USD_bn/year",
    low=8.0,
    high=25.0,
    source=Assumed("venture money for AI and chips in China in 2018", _MONEY),
    label=("Private capital in 2018", "2018年民间资本"),
    doc="Private money for AI applications and root technology at the start.",
)
private_capital_growth = uncertainty(
    0.1,
    "1/year",
    low=0.03,
    high=0.15,
    source=Assumed("33 bn USD went to applications and chips in 2025", _MONEY),
    label=("Growth of private capital", "民间资本增速"),
    doc="Yearly growth of private money for AI and chips at the start of the period.",
)
private_capital_slowing = uncertainty(
    0.05,
    "1/year",
    low=0.02,
    high=0.1,
    source=Assumed("no pool of money grows faster than output for ever", _MONEY),
    label=("Slowing of private capital", "民间资本增速衰减"),
    doc="Rate at which the growth of private money fades.",
)
initial_private_root_share = uncertainty(
    0.4,
    "1",
    low=0.25,
    high=0.55,
    source=Assumed("chips took somewhat less than applications in 2018, and somewhat more in 2025", _MONEY),
    label=("Root share of private capital in 2018", "2018年民间资本技术根占比"),
    doc="Share of private money that went to root layers at the start.",
)
capital_time = uncertainty(
    1.0,
    "year",
    low=0.4,
    high=2.0,
    source=Assumed(
        "listed firms raised research by a sixth within a year (hu_yang_2024); funds take one to three",
        "dates of commitments and investments",
    ),
    label=("Capital reallocation time", "资本再配置时间"),
    doc="Time in which money moves between uses.",
)
urgency_on_capital = uncertainty(
    {"local_government": 1.5, "venture": 1.0},
    "1",
    low={"local_government": 0.3, "venture": 0.1},
    high={"local_government": 3.5, "venture": 2.5},
    source=Assumed(
        "chip venture money more than doubled after October 2022 (big_fund_three_2025)", "private capital by layer and year"
    ),
    label=("Pull of urgency on capital", "紧迫感对资本的拉力"),
    doc="Log odds of root investment added by full urgency; chip venture money more than doubled after October 2022.",
    over=FUNDER,
)
returns_on_capital = uncertainty(
    {"local_government": 1.0, "venture": 1.4},
    "1",
    low={"local_government": 0.6, "venture": 0.9},
    high={"local_government": 1.8, "venture": 2.2},
    source=Assumed(
        "success to the successful is an archetype (braun_2002); its size is unknown", "private capital by layer and return"
    ),
    label=("Pull of application returns on capital", "应用回报对资本的拉力"),
    doc="Log odds of root investment lost per log unit of application success: success to the successful.",
    over=FUNDER,
)
funder_share = constant(
    {"local_government": 0.45, "venture": 0.55},
    "1",
    low=0.0,
    high=1.0,
    source=Assumed("public money was 41 to 68 % of institutional venture money in 2024 and 2025; the shares sum to one", _MONEY),
    label=("Share of money by funder", "各资方资金占比"),
    doc="Share of money for AI and chips by who provides it, apart from state funds for the roots.",
    over=FUNDER,
)
guided_share = uncertainty(
    0.4,
    "1",
    low=0.2,
    high=0.7,
    source=Assumed("public money was 41 to 68 % of institutional venture money in 2024 and 2025", _MONEY),
    label=("State-guided part of application money", "应用资金中国有引导占比"),
    doc="Part of application money that the state can move to the roots.",
)
disbursement_time = uncertainty(
    2.0,
    "year",
    low=1.0,
    high=4.0,
    source=Assumed("national funds spend over several years after commitment (big_fund_three_2025)", "fund reports by year"),
    label=("Disbursement time", "资金拨付时间"),
    doc="From commitment of state money to its use.",
)
urgency_on_state_money = uncertainty(
    0.5,
    "1",
    low=0.0,
    high=1.5,
    source=Assumed("state funds of 2019 and 2024 followed the rules of those years", "budget documents"),
    label=("State money added by urgency", "紧迫感追加的国家资金"),
    doc="Extra state commitments at full urgency, relative to those already made.",
)
initial_disbursement = uncertainty(
    3.5,
    "USD_bn/year",
    low=2.0,
    high=6.0,
    source=Assumed("the first national fund, 21 bn USD over its investment period", "fund reports"),
    label=("State money in 2018", "2018年国家资金"),
    doc="State money for the roots in use a year at the start.",
)
reinvestment_share = uncertainty(
    0.15,
    "1",
    low=0.05,
    high=0.3,
    source=Assumed("research intensity of chip firms", "accounts of domestic chip firms"),
    label=("Reinvested share of domestic sales", "国产销售再投入比例"),
    doc="Share of domestic accelerator sales that returns to root work.",
)
recycling_share = uncertainty(
    0.05,
    "1",
    low=0.0,
    high=0.15,
    source=Assumed("application firms run chip teams of some hundreds", "accounts of platform firms"),
    label=("Application earnings recycled", "应用盈利回流比例"),
    doc="Share of application earnings that finances root work where diffusion is full.",
)
funding_weight = constant(
    {
        "equipment": 0.16,
        "lithography": 0.08,
        "materials": 0.08,
        "design_tools": 0.05,
        "core_ip": 0.04,
        "fabrication": 0.3,
        "memory": 0.13,
        "accelerators": 0.1,
        "software": 0.06,
    },
    "1",
    low=0.0,
    high=1.0,
    source=Assumed("fabs and equipment take most announced money; the split sums to one", _MONEY),
    label=("Layer's share of root funding", "各层资金占比"),
    doc="How root funding is split over layers.",
    over=LAYER,
)


@auxiliary("USD_bn/year", label=("Private capital", "民间资本"))
def private_capital(initial_private_capital, private_capital_growth, private_capital_slowing, time, start_year):
    """Private money for AI applications and root technology; its growth fades."""
    years = (1 - exp(private_capital_slowing * (start_year - time))) / private_capital_slowing
    return initial_private_capital * exp(private_capital_growth * years)


@smooth(
    "1",
    time=capital_time,
    initial=initial_private_root_share,
    over=FUNDER,
    label=("Root share by funder", "各资方技术根占比"),
    bounds=SHARE,
)
def funder_root_share(
    initial_private_root_share,
    urgency_on_capital,
    urgency,
    diversion_strength,
    returns_on_capital,
    application_success,
    initial_application_success,
):
    """Share of a funder's money that goes to root layers: urgency draws it there, application success away."""
    away = diversion_strength * returns_on_capital * log(application_success / initial_application_success)
    return logistic(log(initial_private_root_share / (1 - initial_private_root_share)) + urgency_on_capital * urgency - away)


@auxiliary("1", label=("Root share of private capital", "民间资本技术根占比"), bounds=SHARE)
def private_root_share(funder_root_share, funder_share):
    """Share of money, over local governments and venture investors, that goes to root layers."""
    return total(funder_root_share * funder_share)


@auxiliary("USD_bn/year", label=("Money moved by refocus", "聚焦转移资金"))
def refocused_money(private_capital, private_root_share, guided_share, root_refocus):
    """Application money that refocus moves to the roots; what one side gains the other loses."""
    return private_capital * (1 - private_root_share) * guided_share * root_refocus


@auxiliary("USD_bn/year", label=("Application investment", "应用投资"))
def application_money(private_capital, private_root_share, refocused_money):
    """Money invested in applications a year."""
    return private_capital * (1 - private_root_share) - refocused_money


@auxiliary("1", label=("Application investment against trend", "应用投资相对趋势"))
def application_money_ratio(application_money, private_capital, initial_private_root_share):
    """Application investment relative to what the start's split of private money would give."""
    return application_money / private_capital / (1 - initial_private_root_share)


@auxiliary("USD_bn/year", label=("State commitments", "国家承诺资金"))
def state_commitments(root_fund_commitments, beijing_reacts, urgency_on_state_money, urgency):
    """State money committed to the roots a year: as scheduled, and more under urgency once the record ends."""
    return root_fund_commitments * (1 + beijing_reacts * urgency_on_state_money * urgency)


@delay("USD_bn/year", time=disbursement_time, order=3, initial=initial_disbursement, label=("State money in use", "国家资金到位"))
def state_money(state_commitments):
    """State money for the roots as it is spent."""
    return state_commitments


@auxiliary("USD_bn/year", label=("Reinvested sales", "销售再投入"))
def reinvested_sales(protection_strength, reinvestment_share, domestic_sales):
    """Domestic accelerator sales that return to root work; captive demand finances as it teaches, so its switch gates both."""
    return protection_strength * reinvestment_share * domestic_sales


@auxiliary("USD_bn/year", label=("Root funding", "技术根资金"))
def root_funding(
    private_capital,
    private_root_share,
    refocused_money,
    state_money,
    reinvested_sales,
    diffusion_strength,
    recycling_share,
    application_value,
):
    """Money for root work a year: private, refocused, state, reinvested domestic sales, and application earnings recycled."""
    recycled = diffusion_strength * recycling_share * application_value
    return private_capital * private_root_share + refocused_money + state_money + reinvested_sales + recycled


@auxiliary("1", label=("Sum of focused weights", "聚焦权重之和"))
def focused_total(funding_weight, layer_focus):
    """What the layers' weights add up to once focus has raised some."""
    return total(funding_weight * (1 + layer_focus))


@auxiliary("USD_bn/year", over=LAYER, label=("Root funding of a layer", "各层资金"))
def root_funding_by_layer(root_funding, funding_weight, layer_focus, focused_total):
    """Money for root work in one layer a year; focus on one layer takes from the others."""
    return root_funding * funding_weight * (1 + layer_focus) / focused_total


@auxiliary("USD_bn/year", label=("Root funding in 2018", "2018年技术根资金"))
def initial_root_funding(initial_private_capital, initial_private_root_share, initial_disbursement):
    """Private and state money for root work at the start."""
    return initial_private_capital * initial_private_root_share + initial_disbursement


@outcome("1", direction="higher", label=("Root share of private money", "民间资金技术根占比"), bounds=SHARE)
def root_capital_share(private_root_share):
    """Share of private money that goes to root layers."""
    return private_root_share
