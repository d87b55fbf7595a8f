"""Readiness of each root layer against the frontier of the same date: progress, learning and diffusion against loss."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, existence, flow, stock, uncertainty
from dualtrack.language.expressions.ops import exp, maximum, power
from dualtrack.theory.dual_track.sectors.layers import LAYER, PROCESS_POOL, SOFTWARE_POOL

_STATE = "a yearly panel of experts on each layer's distance from the frontier"
_START = {
    "equipment": (0.12, 0.06, 0.2),
    "lithography": (0.03, 0.01, 0.06),
    "materials": (0.1, 0.05, 0.18),
    "design_tools": (0.08, 0.03, 0.14),
    "core_ip": (0.08, 0.03, 0.15),
    "fabrication": (0.18, 0.1, 0.28),
    "memory": (0.08, 0.03, 0.15),
    "accelerators": (0.2, 0.1, 0.32),
    "software": (0.12, 0.06, 0.22),
}
_EROSION = {
    "equipment": 0.04,
    "lithography": 0.04,
    "materials": 0.03,
    "design_tools": 0.05,
    "core_ip": 0.05,
    "fabrication": 0.06,
    "memory": 0.06,
    "accelerators": 0.08,
    "software": 0.07,
}

initial_readiness = uncertainty(
    {layer: v[0] for layer, v in _START.items()},
    "1",
    low={layer: v[1] for layer, v in _START.items()},
    high={layer: v[2] for layer, v in _START.items()},
    source=Assumed(
        "quality set near, and not equal to, published home-market shares of 2019 to 2021, which are about 1 to 14 %", _STATE
    ),
    label=("Readiness in 2018", "2018年就绪度"),
    doc="Readiness of each layer at the start: 0 is nothing, 1 is the frontier of the same date.",
    over=LAYER,
)
frontier_erosion = uncertainty(
    _EROSION,
    "1/year",
    low={layer: v / 2 for layer, v in _EROSION.items()},
    high={layer: v * 2 for layer, v in _EROSION.items()},
    source=Assumed(
        "faster for chips and software than for equipment and materials, after the pace of their product generations", _STATE
    ),
    label=("Erosion by the frontier", "前沿推进的侵蚀"),
    doc="Yearly share of readiness that a layer which stood still would lose at the frontier's normal pace.",
    over=LAYER,
)
frontier_tie = uncertainty(
    {layer: (1.0 if layer in ("accelerators", "software", "design_tools") else 0.0) for layer in LAYER.elements},
    "1",
    low=0.0,
    high={layer: (1.0 if layer in ("accelerators", "software", "design_tools") else 0.5) for layer in LAYER.elements},
    source=Assumed(
        "the leading vendors' research moves chips, their software and design tools; other layers move with their own makers",
        _STATE,
    ),
    label=("Tie to American research", "与美国研发的关联"),
    doc="How far a layer's frontier answers the research of American chip vendors.",
    over=LAYER,
)
progress_rate = uncertainty(
    0.22,
    "1/year",
    low=0.11,
    high=0.38,
    source=Assumed(
        "tool self-sufficiency rose from about a fifth to a third between 2021 and 2025; difficulty took a quarter of effort",
        _STATE,
    ),
    label=("Rate of progress", "进步速率"),
    doc="Yearly relative gain in readiness at the start's funding and talent, while there is most to gain.",
)
funding_elasticity = uncertainty(
    0.4,
    "1",
    low=0.2,
    high=0.6,
    source=Assumed("falling returns to research funding, as growth studies find", "funding and progress by layer and year"),
    label=("Returns to root funding", "资金弹性"),
    doc="Per cent of faster progress for one per cent more root funding.",
)
talent_elasticity = uncertainty(
    0.4,
    "1",
    low=0.2,
    high=0.4,
    source=Assumed("the rest of constant returns to funding and people together", _STATE),
    label=("Returns to root talent", "人才弹性"),
    doc="Per cent of faster progress for one per cent more root engineers; with funding at most one.",
)
required_effort_growth = uncertainty(
    0.1,
    "1/year",
    low=0.05,
    high=0.18,
    source=Assumed(
        "research productivity falls near 7 % a year (bloom_2017), a steady frontier took 15 to 22 % more; a follower needs less",
        "spending, people and progress by layer and year",
    ),
    label=("Growth of required effort", "所需投入增速"),
    doc="Growth of the money and people that equal progress takes, as ideas get harder to find.",
)
withering_strength = existence(
    source=Assumed(
        "experience unused is lost in aircraft (benkard_2000), while forgetting in shipyards may be nil (thompson_2007)",
        "exits and re-entry of suppliers by layer after imports returned",
    ),
    label=("Unused roots wither", "久不用则废"),
    doc="The essay's sword that is slowly given up: skills and suppliers leave a layer whose ability is not used.",
)
withering_rate = uncertainty(
    0.08,
    "1/year",
    low=0.0,
    high=0.25,
    source=Assumed(
        "no rate was found for skills of design; production experience is lost in one study (benkard_2000), hardly in another "
        "(thompson_2007)",
        "exits and re-entry of suppliers by layer after imports returned",
    ),
    label=("Rate of withering", "荒废速率"),
    doc="Yearly share lost of the readiness that nothing uses.",
)
seed_readiness = uncertainty(
    0.02,
    "1",
    low=0.005,
    high=0.05,
    source=Assumed("progress can begin from nothing", _STATE),
    label=("Seed of progress", "起步量"),
    doc="What a layer without any readiness starts to build on.",
)


@auxiliary("1", over=LAYER, label=("Root talent against 2018", "技术根人才相对2018年"))
def root_talent_ratio(software_like_share, talent, root_share, initial_talent, initial_root_share):
    """Root engineers a layer can draw on, relative to the start, from the pool it hires from."""
    software = (
        talent[SOFTWARE_POOL] * root_share[SOFTWARE_POOL] / (initial_talent[SOFTWARE_POOL] * initial_root_share[SOFTWARE_POOL])
    )
    process = talent[PROCESS_POOL] * root_share[PROCESS_POOL] / (initial_talent[PROCESS_POOL] * initial_root_share[PROCESS_POOL])
    return software_like_share * software + (1 - software_like_share) * process


@auxiliary("1", over=LAYER, label=("Effort", "投入力度"), source="bloom_2017")
def effort(
    root_funding_by_layer,
    initial_root_funding,
    funding_weight,
    funding_elasticity,
    root_talent_ratio,
    talent_elasticity,
    required_effort_growth,
    time,
    start_year,
):
    """Money and people of a layer against the start, with falling returns to both, after what rising difficulty takes of both."""
    harder = exp(required_effort_growth * (start_year - time))
    money = root_funding_by_layer / (initial_root_funding * funding_weight)
    return power(money * harder, funding_elasticity) * power(root_talent_ratio * harder, talent_elasticity)


@flow("1/year", over=LAYER, label=("Progress", "自主进步"), source="hall_2007")
def progress(progress_rate, effort, readiness, seed_readiness, headroom, input_access):
    """Readiness gained by own work: slower near what can be reached, and without inputs."""
    return progress_rate * effort * (readiness + seed_readiness) * headroom * input_access


@flow("1/year", over=LAYER, label=("Learning from use", "使用中学习"), source="irwin_klenow_1994")
def learning_from_use(learning_by_doing, teaching_service, readiness, headroom):
    """Readiness gained by serving real demand, on a logistic path."""
    return learning_by_doing * teaching_service * readiness * headroom


@flow("1/year", over=LAYER, label=("Erosion", "前沿侵蚀"))
def erosion(frontier_erosion, readiness, frontier_tie, effect_of_research_on_frontier):
    """Readiness lost because the frontier moves on; the upper track reaches the lower one here."""
    return frontier_erosion * readiness * (1 - frontier_tie + frontier_tie * effect_of_research_on_frontier)


@auxiliary("1", over=LAYER, label=("Ability in use", "在用能力"), bounds=SHARE)
def used_ability(chips_rival, running_us_share, home_market_share):
    """Part of home demand that a layer serves; for chips and software, the workloads that run on domestic chips."""
    return chips_rival * (1 - running_us_share) + (1 - chips_rival) * home_market_share


@flow("1/year", over=LAYER, label=("Withering", "荒废"))
def withering(withering_strength, withering_rate, readiness, used_ability):
    """Readiness lost by disuse: what a layer could serve and does not, as skills and suppliers leave."""
    return withering_strength * withering_rate * maximum(0, readiness - used_ability)


@stock("1", initial=initial_readiness, over=LAYER, label=("Readiness", "就绪度"), bounds=SHARE)
def readiness(progress, learning_from_use, diffusion, erosion, withering):
    """How near a layer is to the frontier of the same date: 0 is nothing, 1 is level with it."""
    return progress + learning_from_use + diffusion - erosion - withering
