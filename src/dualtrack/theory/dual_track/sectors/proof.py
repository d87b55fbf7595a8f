"""Chinese success as a signal: what it says of American chips depends on its root and on the rank of the chips it ran on."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import ANY, SHARE, auxiliary, outcome, smooth, stock, uncertainty
from dualtrack.language.expressions.ops import at_least, maximum, tanh, where
from dualtrack.theory.dual_track.sectors.compute import initial_us_rooted_compute
from dualtrack.theory.dual_track.sectors.dependence import porting_time

_SIGNAL = "coverage of Chinese AI products by the chips they are said to run on"

neutral_rank = uncertainty(
    0.25,
    "1",
    low=0.0,
    high=0.6,
    source=Assumed("success on a much downgraded chip speaks against needing the best one", _SIGNAL),
    label=("Rank that proves nothing", "中性芯片等级"),
    doc="Rank of installed American chips at which success says nothing of needing the best chips.",
)
salience_time = uncertainty(
    0.75,
    "year",
    low=0.25,
    high=2.0,
    source=Assumed("attention to one product fades within a year", _SIGNAL),
    label=("Life of a proof", "验证的记忆时间"),
    doc="Time in which a visible success loses its force.",
)
proof_growth = uncertainty(
    0.5,
    "1/year",
    low=0.2,
    high=1.0,
    source=Assumed("growth by half a year is a visible success", _SIGNAL),
    label=("Growth that is seen as success", "被视为成功的增速"),
    doc="Growth of application value at which success is plainly visible.",
)
foreign_api_share = uncertainty(
    0.1,
    "1",
    low=0.0,
    high=0.3,
    source=Assumed(
        "one product on American models earned .125 bn USD a year, a hundredth of Chinese AI product revenue (gate_2026_04)",
        "Chinese AI products by the model that they call",
    ),
    label=("Products on American models", "调用美国模型的产品占比"),
    doc="Share of application value that would call American models with full access, were Chinese models of no use.",
)


@stock("1", initial=1, label=("Rank of installed American chips", "在装美系芯片等级"), bounds=(0.0, 1.0))
def installed_rank(
    licensed_installations,
    smuggled_installations,
    us_rooted_compute,
    licensed_chip_rank,
    rank_floor,
    installed_rank,
    frontier_advance,
    frontier_performance,
):
    """Rank, against the frontier, of the American chips that run in China: what is added, as the frontier moves on."""
    licensed = licensed_installations * (maximum(licensed_chip_rank, rank_floor) - installed_rank)
    smuggled = smuggled_installations * (1 - installed_rank)
    return (licensed + smuggled) / us_rooted_compute - installed_rank * frontier_advance / frontier_performance


@stock("H100e", initial=initial_us_rooted_compute, label=("Licensed computing", "许可算力"))
def licensed_compute(licensed_installations, licensed_compute, capital_life):
    """American-rooted computing that stands in China within the rules: what came round them works, and nobody shows it."""
    return licensed_installations - licensed_compute / capital_life


@stock("H100e", initial=initial_us_rooted_compute, label=("Licensed computing by its rank", "按等级折算的许可算力"))
def ranked_compute(
    licensed_installations,
    licensed_chip_rank,
    rank_floor,
    ranked_compute,
    capital_life,
    frontier_advance,
    frontier_performance,
):
    """Licensed computing, each part weighted by the rank that its chips hold today; it fades as the frontier moves on."""
    faded = ranked_compute / capital_life + ranked_compute * frontier_advance / frontier_performance
    return licensed_installations * maximum(licensed_chip_rank, rank_floor) - faded


@smooth("1", time=porting_time, initial=0, label=("Share on American models", "运行于美国模型的占比"), bounds=SHARE)
def api_share(foreign_api_share, open_cloud, open_work_in_use, time, breakthrough_year):
    """Share of application value that calls American models abroad: where clouds are open, as far as Chinese models trail."""
    return where(at_least(time, breakthrough_year), foreign_api_share * open_cloud * maximum(0, 1 - open_work_in_use), 0)


@auxiliary("1", label=("American roots of applications", "应用的美系技术根占比"), bounds=SHARE)
def us_root_share(api_share, running_us_share):
    """Share of application value on American roots: on American models, or on American chips."""
    return api_share + (1 - api_share) * running_us_share


@auxiliary("1", label=("American roots that are seen", "可见的美系技术根占比"), bounds=SHARE)
def seen_us_share(api_share, running_us_share, us_rooted_compute, licensed_compute, rented_compute):
    """The same without smuggled chips, which nobody shows."""
    shown = (licensed_compute + rented_compute) / (us_rooted_compute + rented_compute)
    return api_share + (1 - api_share) * running_us_share * shown


@auxiliary("1", label=("Rank that is seen", "可见的芯片等级"), bounds=SHARE)
def seen_rank(api_share, running_us_share, us_rooted_compute, ranked_compute, rented_compute, seen_us_share):
    """Mean rank of the American chips that are seen to carry Chinese success; what runs abroad runs on the best.

    None where none is seen.
    """
    ranked = (ranked_compute + rented_compute) / (us_rooted_compute + rented_compute)
    return (api_share + (1 - api_share) * running_us_share * ranked) / where(seen_us_share, seen_us_share, 1)


@auxiliary("1", label=("Visible success", "可见成功"), bounds=(0.0, 1.0))
def visible_success(application_growth, application_value, proof_growth):
    """How plainly applications are seen to grow."""
    return maximum(0, tanh(application_growth / application_value / proof_growth))


@auxiliary("1", label=("Proof", "验证"), bounds=(-1.0, 1.0))
def proof(visible_success, seen_us_share, seen_rank, neutral_rank):
    """What visible growth says of 'the best AI needs the best chips'.

    On high-ranked American chips it speaks for that, on weak ones against it; on none that are seen it says nothing here, and
    counts against the belief instead.
    It does not ask who owns the product, or whether it is open.
    """
    return visible_success * seen_us_share * (seen_rank - neutral_rank)


@stock("1", initial=0, label=("Salience of proofs", "验证显著度"), bounds=ANY)
def proof_salience(proof, proof_salience, salience_time):
    """Force of recent proofs in investors' minds."""
    return (proof - proof_salience) / salience_time


@outcome("1", direction="neutral", label=("Proof of a ground elsewhere", "其他验证场的验证"), bounds=(-10.0, 10.0))
def proof_elsewhere(other_ground, visible_success_elsewhere, neutral_rank, scenario_richness, engineering):
    """What success elsewhere, on the best American chips, says of them, in units of China's scenarios and engineering.

    It persuades nobody here, since it is already in the growth of American revenue; it tells which ground is the better one.
    """
    return other_ground * visible_success_elsewhere * (1 - neutral_rank) / (scenario_richness * engineering)
