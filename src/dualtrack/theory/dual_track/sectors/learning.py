"""Two ways in which a layer learns from others: real demand that it serves, and know-how that diffuses through openness."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, existence, flow, smooth, uncertainty
from dualtrack.language.expressions.ops import maximum, minimum
from dualtrack.theory.dual_track.sectors.layers import ACCELERATORS, CORE_IP, DESIGN_TOOLS, LAYER, SOFTWARE

_LAYERS = "output, yield and buyers of domestic suppliers by layer and year"

protection_strength = existence(
    source="juhasz_2018",
    label=("Protection teaches", "市场保护促进学习"),
    doc="Rival H1b: demand that imports do not take lets domestic suppliers learn by doing and finances their work.",
)
workload_strength = existence(
    source="cann_2025",
    label=("Real workloads polish the stack", "真实负载打磨生态"),
    doc="The essay's missing workloads (L4): chips and software learn from what in fact runs on them.",
)
diffusion_strength = existence(
    source="goldberg_2024",
    label=("Access teaches", "开放促扩散"),
    doc="Rival H2: imported tools, fabs and chips raise skill, and application earnings finance root work.",
)
learning_by_doing = uncertainty(
    0.15,
    "1/year",
    low=0.03,
    high=0.25,
    source=Assumed(
        "a fifth per doubling in memory (irwin_klenow_1994), turned into a yearly rate by us",
        "yield and cost by cumulative output of Chinese suppliers",
    ),
    label=("Learning by doing", "干中学速率"),
    doc="Yearly relative gain in readiness of a layer that serves its whole home market, far from the frontier.",
)
stack_spillover = uncertainty(
    0.33,
    "1",
    low=0.1,
    high=0.6,
    source="irwin_klenow_1994",
    label=("Spill-over between stacks", "技术栈间外溢"),
    doc="What a workload on another domestic stack teaches, against one on one's own: a third between makers of memory.",
)
uncontrolled_share = uncertainty(
    {
        layer: (0.2 if layer == ACCELERATORS else 0.3 if layer in (SOFTWARE, DESIGN_TOOLS, CORE_IP) else 0.6)
        for layer in LAYER.elements
    },
    "1",
    low={
        layer: (0.05 if layer == ACCELERATORS else 0.1 if layer in (SOFTWARE, DESIGN_TOOLS, CORE_IP) else 0.3)
        for layer in LAYER.elements
    },
    high={
        layer: (0.4 if layer == ACCELERATORS else 0.6 if layer in (SOFTWARE, DESIGN_TOOLS, CORE_IP) else 0.9)
        for layer in LAYER.elements
    },
    source=Assumed(
        "mature nodes buy more than half of tools and materials; accelerators and software have a smaller free part", _LAYERS
    ),
    label=("Uncontrolled part of a home market", "不受管制的市场份额"),
    doc="Part of a layer's home market where imports compete whatever the dials say, until a cut-off.",
    over=LAYER,
)
product_threshold = uncertainty(
    0.25,
    "1",
    low=0.1,
    high=0.4,
    source=Assumed("buyers need a product that mostly works before protection helps", _LAYERS),
    label=("Readiness of a first product", "可用产品的就绪度"),
    doc="Readiness at which half of a mandate can be met.",
)
service_time = uncertainty(
    1.5,
    "year",
    low=0.5,
    high=3.0,
    source=Assumed("qualification of a supplier takes one to two years", "dates of qualification and first volume"),
    label=("Qualification time", "认证时间"),
    doc="Time in which buyers qualify domestic suppliers.",
)
catch_up_rate = uncertainty(
    0.04,
    "1/year",
    low=0.01,
    high=0.12,
    source=Assumed(
        "the logistic form is benhabib_spiegel_2005; the rate must be fitted",
        "layer by layer distance from the frontier over time",
    ),
    label=("Catch-up rate", "追赶速率"),
    doc="Yearly diffusion of know-how at full openness, at the steepest point of the logistic path.",
)
absorption_half = uncertainty(
    1.0,
    "1",
    low=0.3,
    high=3.0,
    source=Assumed("the form is griffith_2004; the value is ours", "research intensity and adoption by firm"),
    label=("Research for half absorption", "半吸收研发强度"),
    doc="Root funding, relative to the start, at which half of what diffuses is absorbed.",
)
secrecy_of_control = uncertainty(
    0.3,
    "1",
    low=0.0,
    high=0.8,
    source=Assumed("limits on process data are part of licences; their bite is unknown", "licence terms and their audit"),
    label=("Know-how that control withholds", "管控限制的知识"),
    doc="Share of diffusion in process layers that full limits on data stop.",
)


@auxiliary("1", over=LAYER, label=("Mandated demand", "强制需求"), bounds=SHARE)
def mandated_demand(tools_rival, domestic_tool_mandate):
    """Share of a layer's home demand that rules reserve for domestic suppliers."""
    return tools_rival * domestic_tool_mandate


@auxiliary("1", over=LAYER, label=("Strength of imports", "进口竞争强度"), bounds=SHARE)
def import_strength(import_competition, uncontrolled_share, cut_off, urgency):
    """Pull of foreign products on home buyers: what rules let in, plus the mature part that no rule touches, less urgency."""
    return (import_competition + (1 - import_competition) * uncontrolled_share * (1 - cut_off)) * (1 - urgency)


def _home_share_at_start(initial_readiness):
    return initial_readiness / (initial_readiness + 1)


@smooth(
    "1", time=service_time, initial=_home_share_at_start, over=LAYER, label=("Home market share", "本土市场占比"), bounds=SHARE
)
def home_market_share(readiness, import_strength, mandated_demand, product_threshold):
    """Share of a layer's home market that domestic suppliers serve: readiness against imports, or a mandate if it asks for more.

    A closed market without a product that works stays unserved.
    """
    chosen = readiness / (readiness + import_strength + product_threshold * (1 - import_strength))
    return maximum(chosen, mandated_demand * readiness / (readiness + product_threshold))


@auxiliary("1", over=LAYER, label=("Service that teaches", "产生学习的服务"), bounds=SHARE)
def teaching_service(
    home_market_share, chips_rival, protection_strength, workload_strength, running_us_share, stack_concentration, stack_spillover
):
    """Share of real use from which a layer learns; for chips and software, the workloads that in fact run on domestic chips.

    Experience with another stack teaches less than with one's own, so work spread over several teaches less.
    """
    shared = stack_concentration + (1 - stack_concentration) * stack_spillover
    workloads = workload_strength * (1 - running_us_share) * shared
    return (1 - chips_rival) * protection_strength * home_market_share + chips_rival * workloads


@auxiliary("1", over=LAYER, label=("Inputs from abroad", "外部投入比重"), bounds=SHARE)
def foreign_inputs(chips_needed, memory_needed, tools_needed, design_needed, foundry_needed):
    """How much of a layer's work uses inputs that a dial governs."""
    return minimum(1, chips_needed + memory_needed + tools_needed + design_needed + foundry_needed)


@auxiliary("1", over=LAYER, label=("Foreign inputs at hand", "可得外部投入"), bounds=SHARE)
def foreign_inputs_open(
    chips_needed,
    memory_needed,
    tools_needed,
    design_needed,
    foundry_needed,
    reachable_chip_rank,
    open_memory,
    open_tools,
    working_design,
    open_foundry,
):
    """Foreign inputs that a layer in fact works with; home-made ones teach nothing foreign."""
    return minimum(
        1,
        chips_needed * reachable_chip_rank
        + memory_needed * open_memory
        + tools_needed * open_tools
        + design_needed * working_design
        + foundry_needed * open_foundry,
    )


@auxiliary("1", over=LAYER, label=("Openness that teaches", "产生扩散的开放"), bounds=SHARE)
def teaching_openness(import_competition, foreign_inputs, foreign_inputs_open):
    """How far foreign products, or foreign inputs where a layer works with them, are at hand to learn from."""
    return import_competition * (1 - foreign_inputs) + minimum(foreign_inputs, foreign_inputs_open)


@auxiliary("1", label=("Absorption", "吸收能力"), bounds=SHARE, source="griffith_2004")
def absorption(root_funding, initial_root_funding, absorption_half):
    """Share of what diffuses that own research lets a layer take in."""
    return root_funding / (root_funding + absorption_half * initial_root_funding)


@auxiliary("1", over=LAYER, label=("Foreign fabs that teach", "外资厂扩散"), bounds=SHARE)
def teaching_fabs(memory_rival, korean_fab_access, foundry_rival, mainland_foundry_access, cut_off):
    """Freedom of foreign fabs in China that make the layer's product, from which skills spread."""
    return (memory_rival * korean_fab_access + foundry_rival * mainland_foundry_access) * (1 - cut_off)


@flow("1/year", over=LAYER, label=("Diffusion", "知识扩散"), source="benhabib_spiegel_2005")
def diffusion(
    diffusion_strength,
    catch_up_rate,
    absorption,
    readiness,
    headroom,
    teaching_openness,
    teaching_fabs,
    process_data_control,
    software_like_share,
    secrecy_of_control,
):
    """Readiness gained from foreign know-how: a logistic path that needs own readiness and something left to learn."""
    at_hand = 1 - (1 - teaching_openness) * (1 - teaching_fabs)
    withheld = 1 - secrecy_of_control * process_data_control * (1 - software_like_share)
    return diffusion_strength * catch_up_rate * absorption * readiness * headroom * at_hand * withheld
