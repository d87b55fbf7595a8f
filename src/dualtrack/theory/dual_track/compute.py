"""Installed computing power in China by the root of its chips, and elsewhere; rental abroad stands beside it."""

from dualtrack.language.declare import SHARE, Assumed, auxiliary, flow, outcome, smooth, stock, uncertainty
from dualtrack.language.ops import maximum

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
rental_ratio = uncertainty(
    0.5,
    "1",
    low=0.1,
    high=1.2,
    source="substrate_compute_2026",
    label=("Rental against missing additions", "租赁与缺口之比"),
    doc="Computing rented abroad relative to American-rooted computing in China, where leakage and denial are full.",
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


@flow("H100e/year", label=("Installations elsewhere", "海外新增算力"))
def installations_elsewhere(accelerator_sales_elsewhere, frontier_chip_price, frontier_performance):
    """Computing added outside China a year, at frontier performance and price."""
    return accelerator_sales_elsewhere / frontier_chip_price * frontier_performance


@stock("H100e", initial=initial_compute_elsewhere, label=("Computing elsewhere", "海外算力"))
def compute_elsewhere(installations_elsewhere, compute_elsewhere, capital_life):
    """AI computing installed in the US and the rest of the world without China."""
    return installations_elsewhere - compute_elsewhere / capital_life


@flow("H100e/year", label=("American-rooted installations", "美系新增算力"))
def us_rooted_installations(licensed_chips_sold, licensed_chip_performance, rank_floor, frontier_performance, smuggled_chips):
    """American-rooted computing added in China a year, licensed and smuggled."""
    licensed = licensed_chips_sold * maximum(licensed_chip_performance, rank_floor * frontier_performance)
    return licensed + smuggled_chips * frontier_performance


@stock("H100e", initial=initial_us_rooted_compute, label=("American-rooted computing", "美系算力"))
def us_rooted_compute(us_rooted_installations, us_rooted_compute, capital_life):
    """American-rooted AI computing installed in China."""
    return us_rooted_installations - us_rooted_compute / capital_life


@flow("H100e/year", label=("Domestic installations", "国产新增算力"))
def domestic_installations(domestic_chips_sold, domestic_chip_performance):
    """Domestically rooted computing added a year."""
    return domestic_chips_sold * domestic_chip_performance


@stock("H100e", initial=initial_domestic_compute, label=("Domestic computing", "国产算力"))
def domestic_compute(domestic_installations, domestic_compute, capital_life):
    """Domestically rooted AI computing installed in China."""
    return domestic_installations - domestic_compute / capital_life


@smooth("H100e", time=rental_time, initial=0, label=("Rented computing", "海外租用算力"), bounds=(0.0, 1e12))
def rented_compute(leakage_strength, rental_ratio, open_cloud, licensed_chip_rank, perceived_scarcity, us_rooted_compute):
    """Accelerators abroad that Chinese developers rent, which answers what cannot be bought at home."""
    denied = maximum(perceived_scarcity, 1 - licensed_chip_rank)
    return leakage_strength * rental_ratio * open_cloud * denied * us_rooted_compute


@auxiliary("H100e", label=("Computing in China", "中国境内算力"))
def installed_compute(us_rooted_compute, domestic_compute):
    """AI computing installed in China, of either root."""
    return us_rooted_compute + domestic_compute


@auxiliary("H100e", label=("Usable computing", "可用算力"))
def usable_compute(installed_compute, rented_compute):
    """AI computing that Chinese developers can use, at home and by rental."""
    return installed_compute + rented_compute


@outcome("1", direction="neutral", label=("China's share of world computing", "中国占世界算力比重"), bounds=SHARE)
def compute_share(installed_compute, compute_elsewhere):
    """Share of the world's installed AI computing that stands in China."""
    return installed_compute / (installed_compute + compute_elsewhere)
