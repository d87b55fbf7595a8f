"""Installed computing power in China by the root of its chips, and elsewhere; rental abroad stands beside it."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, flow, outcome, smooth, stock, switch, uncertainty
from dualtrack.language.expressions.ops import maximum

_COMPUTE = "an audited count of installed accelerators by country"

initial_compute_elsewhere = uncertainty(
    1.0e5,
    "H100e",
    low=3.0e4,
    high=3.0e5,
    source=Assumed("two years of data-centre accelerator sales of 2016 to 2018", _COMPUTE),
    label=("Computing elsewhere in 2018", "2018年海外算力"),
    doc="Installed AI computing outside China at the start.",
)
initial_us_rooted_compute = uncertainty(
    2.0e4,
    "H100e",
    low=5.0e3,
    high=6.0e4,
    source=Assumed("a fifth of what stood elsewhere", _COMPUTE),
    label=("American-rooted computing in China in 2018", "2018年在华美系算力"),
    doc="American-rooted AI computing installed in China at the start.",
)
initial_domestic_compute = uncertainty(
    1.0e3,
    "H100e",
    low=2.0e2,
    high=5.0e3,
    source=Assumed("first domestic accelerators shipped in 2018", _COMPUTE),
    label=("Domestic computing in 2018", "2018年国产算力"),
    doc="Domestically rooted AI computing installed at the start.",
)
displacement = uncertainty(
    0.1,
    "1",
    low=0.0,
    high=0.6,
    source=Assumed(
        "foundry and packaging capacity was short in 2023 to 2026; the rule of 2026 asks that no American order waits", _COMPUTE
    ),
    label=("Displacement by Chinese orders", "对华供货的挤占"),
    doc="Share of licensed sales to China that takes capacity from buyers elsewhere.",
)
rental_ratio = uncertainty(
    0.2,
    "1",
    low=0.05,
    high=0.6,
    source=Assumed("rentals abroad are reported; none is measured against what was missing at home", _COMPUTE),
    label=("Rental against missing additions", "租赁与缺口之比"),
    doc="Computing rented abroad relative to what is missing at home, where leakage and denial are full.",
)
rental_time = uncertainty(
    1.0,
    "year",
    low=0.5,
    high=2.0,
    source="offshore_training_2025_11",
    label=("Rental adjustment time", "租赁调整时间"),
    doc="Time in which rental abroad follows denial at home.",
)
remote_stop_strength = switch(
    source=Assumed("remote disabling is alleged and denied; no audit is public", "a technical audit of exported chips"),
    label=("Remote stop works", "远程停用有效"),
    doc="Share of controlled American computing in China that a cut-off would in fact disable; alleged, and it may be nothing.",
)


@flow("H100e/year", label=("Installations elsewhere", "海外新增算力"))
def installations_elsewhere(accelerator_sales_elsewhere, displacement, licensed_sales, frontier_chip_price, frontier_performance):
    """Computing added outside China a year, at frontier performance and price; scarce capacity serves one buyer or another."""
    return (accelerator_sales_elsewhere - displacement * licensed_sales) / frontier_chip_price * frontier_performance


@stock("H100e", initial=initial_compute_elsewhere, label=("Computing elsewhere", "海外算力"))
def compute_elsewhere(installations_elsewhere, compute_elsewhere, capital_life):
    """AI computing installed in the US and the rest of the world without China."""
    return installations_elsewhere - compute_elsewhere / capital_life


@flow("H100e/year", label=("Licensed installations", "许可新增算力"))
def licensed_installations(licensed_chips_sold, licensed_chip_performance, rank_floor, frontier_performance):
    """American-rooted computing added in China under licence a year."""
    return licensed_chips_sold * maximum(licensed_chip_performance, rank_floor * frontier_performance)


@flow("H100e/year", label=("Smuggled installations", "走私新增算力"))
def smuggled_installations(smuggled_chips, frontier_performance):
    """American-rooted computing added in China round the rules a year."""
    return smuggled_chips * frontier_performance


@stock("H100e", initial=initial_us_rooted_compute, label=("American-rooted computing", "美系算力"))
def us_rooted_compute(licensed_installations, smuggled_installations, us_rooted_compute, capital_life):
    """American-rooted AI computing installed in China."""
    return licensed_installations + smuggled_installations - us_rooted_compute / capital_life


@flow("H100e/year", label=("Domestic installations", "国产新增算力"))
def domestic_installations(domestic_chips_sold, domestic_chip_performance):
    """Domestically rooted computing added a year."""
    return domestic_chips_sold * domestic_chip_performance


@stock("H100e", initial=initial_domestic_compute, label=("Domestic computing", "国产算力"))
def domestic_compute(domestic_installations, domestic_compute, capital_life):
    """Domestically rooted AI computing installed in China."""
    return domestic_installations - domestic_compute / capital_life


@auxiliary("H100e", label=("Computing missing", "缺口算力"))
def missing_compute(
    accelerator_budget, domestic_preference, smuggled_spending, frontier_chip_price, frontier_performance, capital_life
):
    """American-rooted computing that the budget would hold at frontier prices, if nothing were denied, less what is smuggled."""
    sought = accelerator_budget * (1 - domestic_preference) - smuggled_spending
    return sought / frontier_chip_price * frontier_performance * capital_life


@smooth("H100e", time=rental_time, initial=0, label=("Rented computing", "海外租用算力"), bounds=(0.0, 1e12))
def rented_compute(leakage_strength, rental_ratio, open_cloud, admitted_chip_rank, perceived_scarcity, missing_compute):
    """Accelerators abroad that Chinese developers rent, which answers what cannot be bought at home."""
    denied = maximum(perceived_scarcity, 1 - admitted_chip_rank)
    return leakage_strength * rental_ratio * open_cloud * denied * missing_compute


@auxiliary("H100e", label=("Working American-rooted computing", "可运行美系算力"))
def working_us_compute(us_rooted_compute, remote_stop_strength, remote_control, cut_off, rented_compute):
    """American-rooted computing that can be used: a cut-off ends rental, and may stop what is under remote control."""
    stopped = remote_stop_strength * remote_control * cut_off
    return us_rooted_compute * (1 - stopped) + rented_compute * (1 - cut_off)


@auxiliary("H100e", label=("Computing in China", "中国境内算力"))
def installed_compute(us_rooted_compute, domestic_compute):
    """AI computing installed in China, of either root."""
    return us_rooted_compute + domestic_compute


@auxiliary("H100e", label=("Usable computing", "可用算力"))
def usable_compute(domestic_compute, working_us_compute):
    """AI computing that Chinese developers can use, of either root, at home and by rental."""
    return domestic_compute + working_us_compute


@outcome("1", direction="neutral", label=("China's share of world computing", "中国占世界算力比重"), bounds=SHARE)
def compute_share(installed_compute, compute_elsewhere):
    """Share of the world's installed AI computing that stands in China."""
    return installed_compute / (installed_compute + compute_elsewhere)
