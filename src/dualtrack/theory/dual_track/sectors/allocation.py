"""Where Chinese talent works: two pools, drawn between applications and the roots by returns, urgency and recognition."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, existence, flow, outcome, smooth, stock, uncertainty
from dualtrack.language.expressions.ops import log, logistic, total
from dualtrack.theory.dual_track.sectors.layers import POOL, PROCESS_POOL, SOFTWARE_POOL

_MOVES = "yearly moves of engineers between applications and root layers"

capture_strength = existence(
    source="manus_unwind_2026",
    label=("Acquired or moved abroad", "海外并购与人才外流"),
    doc="Talent and application firms built on American roots move or are sold abroad, and become a template.",
)
initial_talent = uncertainty(
    {SOFTWARE_POOL: 450000.0, PROCESS_POOL: 300000.0},
    "person",
    low={SOFTWARE_POOL: 250000.0, PROCESS_POOL: 200000.0},
    high={SOFTWARE_POOL: 800000.0, PROCESS_POOL: 400000.0},
    source=Assumed(
        "461 thousand in integrated circuits, most in design and process; AI engineers added", "employment by field in 2018"
    ),
    label=("Talent in 2018", "2018年人才"),
    doc="Engineers in AI and chip software, and in process work, at the start; 461 thousand worked in integrated circuits.",
    over=POOL,
)
talent_limit = uncertainty(
    {SOFTWARE_POOL: 3000000.0, PROCESS_POOL: 1200000.0},
    "person",
    low={SOFTWARE_POOL: 1800000.0, PROCESS_POOL: 800000.0},
    high={SOFTWARE_POOL: 5000000.0, PROCESS_POOL: 2500000.0},
    source=Assumed("a few per cent of the stock of engineering graduates", "graduates by field and first job"),
    label=("Limit of talent", "人才上限"),
    doc="Engineers that education can sustain in each pool.",
    over=POOL,
)
talent_growth = uncertainty(
    0.12,
    "1/year",
    low=0.07,
    high=0.18,
    source=Assumed(
        "employment in integrated circuits grew 9 % a year from 2018 to 2024, and AI faster", "employment by field and year"
    ),
    label=("Growth of talent", "人才增速"),
    doc="Yearly growth of a pool far from its limit; employment in integrated circuits grew by 9 % a year from 2018 to 2024.",
)
initial_root_share = uncertainty(
    {SOFTWARE_POOL: 0.35, PROCESS_POOL: 0.9},
    "1",
    low={SOFTWARE_POOL: 0.2, PROCESS_POOL: 0.8},
    high={SOFTWARE_POOL: 0.5, PROCESS_POOL: 0.97},
    source=Assumed("process engineers have few other employers; software engineers many", _MOVES),
    label=("Root share of talent in 2018", "2018年技术根人才占比"),
    doc="Share of each pool that works at the roots at the start.",
    over=POOL,
)
transfer = uncertainty(
    {SOFTWARE_POOL: 1.0, PROCESS_POOL: 0.25},
    "1",
    low={SOFTWARE_POOL: 0.6, PROCESS_POOL: 0.05},
    high={SOFTWARE_POOL: 1.0, PROCESS_POOL: 0.6},
    source=Assumed("process skills transfer little to applications", _MOVES),
    label=("Ease of moving", "流动难易"),
    doc="How far a pool's engineers can answer attraction; 1 is fully.",
    over=POOL,
)
talent_time = uncertainty(
    4.0,
    "year",
    low=2.0,
    high=8.0,
    source="chip_talent_2022",
    label=("Talent reallocation time", "人才再配置时间"),
    doc="Time in which people move: yearly turnover of 9 to 14 % bounds it.",
)
urgency_on_talent = uncertainty(
    1.0,
    "1",
    low=0.2,
    high=2.5,
    source=Assumed(
        "listed firms raised research by a sixth (hu_yang_2024); the answer of careers is unknown",
        "yearly moves of engineers by employer",
    ),
    label=("Pull of urgency on talent", "紧迫感对人才的拉力"),
    doc="Log odds of root work added by full urgency; listed firms raised research by a sixth.",
)
returns_on_talent = uncertainty(
    0.5,
    "1",
    low=0.1,
    high=1.5,
    source=Assumed("AI posts paid about twice chip posts in 2025; the response is unknown", _MOVES),
    label=("Pull of application returns on talent", "应用回报对人才的拉力"),
    doc="Log odds of root work lost per log unit by which application returns have outgrown root returns.",
)
template_on_talent = uncertainty(
    0.4,
    "1",
    low=0.0,
    high=1.2,
    source=Assumed(
        "symbolic weight of acquisitions exceeds their size; by how much is unknown", "career choices after visible acquisitions"
    ),
    label=("Pull of the template on talent", "收购样板的拉力"),
    doc="Log odds of root work lost when capture abroad is full and unreviewed.",
)
recognition_on_talent = uncertainty(
    0.6,
    "1",
    low=0.1,
    high=1.5,
    source=Assumed("prestige moves careers about as much as pay does", _MOVES),
    label=("Pull of recognition on talent", "认可对人才的拉力"),
    doc="Log odds of root work added when success is judged by technology root alone.",
)
refocus_on_talent = uncertainty(
    0.8,
    "1",
    low=0.2,
    high=1.5,
    source=Assumed("state posts and stipends move part of the pool", _MOVES),
    label=("Pull of refocused posts on talent", "聚焦岗位的拉力"),
    doc="Log odds of root work added when all state-guided posts are at the roots.",
)
capture_rate = uncertainty(
    0.02,
    "1/year",
    low=0.005,
    high=0.06,
    source=Assumed("some firms moved abroad in 2024 and 2025; head counts are small", "moves of founding teams abroad"),
    label=("Rate of moving abroad", "外流速率"),
    doc="Share of application engineers lost abroad a year where capture is full and unreviewed.",
)

review_reach = uncertainty(
    0.8,
    "1",
    low=0.3,
    high=1.0,
    source="manus_unwind_2026",
    label=("Reach of deal review", "交易审查的触及面"),
    doc="Share of exits abroad that a full review can stop: a firm that had moved was reached, one never founded at home is not.",
)


@flow("person/year", over=POOL, label=("Talent growth", "人才增长"), bounds=(-1e7, 1e7))
def talent_entry(talent, talent_growth, talent_limit):
    """Graduates and returnees less retirements; it slows toward what education can sustain."""
    return talent * talent_growth * (1 - talent / talent_limit)


@auxiliary("1", label=("Template of being acquired", "被收购样板"), bounds=SHARE)
def template(capture_strength, deal_review, review_reach, visible_success, us_root_share):
    """How visible it is that success on American roots ends in acquisition; without success it dims, and where review reaches."""
    return capture_strength * (1 - deal_review * review_reach) * visible_success * us_root_share


@flow("person/year", over=POOL, label=("Talent captured abroad", "流失人才"))
def talent_captured(talent, root_share, capture_rate, template, transfer):
    """Application engineers who leave with firms that move or are sold abroad; the root share rises by it, the heads do not."""
    return talent * (1 - root_share) * capture_rate * template * transfer


@stock("person", initial=initial_talent, over=POOL, label=("Talent", "人才"))
def talent(talent_entry, talent_captured):
    """Engineers of a pool."""
    return talent_entry - talent_captured


@auxiliary("person", label=("Application engineers", "应用人才"))
def application_people(talent, root_share):
    """Engineers who work on applications, over both pools."""
    return total(talent * (1 - root_share))


@auxiliary("person", label=("Application engineers in 2018", "2018年应用人才"))
def initial_application_people(initial_talent, initial_root_share):
    """Engineers who worked on applications at the start."""
    return total(initial_talent * (1 - initial_root_share))


@auxiliary("1", label=("Application engineers against 2018", "应用人才相对2018年"))
def application_people_ratio(application_people, initial_application_people):
    """Application engineers relative to the start."""
    return application_people / initial_application_people


@auxiliary("1", label=("Application share of engineers against 2018", "应用人才占比相对2018年"))
def application_people_share_ratio(application_people_ratio, talent, initial_talent):
    """Share of engineers who work on applications, relative to the start."""
    return application_people_ratio * total(initial_talent) / total(talent)


@auxiliary("1", label=("Application return", "应用回报"))
def application_return(application_success, initial_application_success, application_people_ratio):
    """Application success per application engineer, relative to the start.

    Success is against the world's market, so the growth of AI itself, which pays at the roots too, does not count.
    """
    return application_success / initial_application_success / application_people_ratio


@auxiliary("1", label=("All root engineers against 2018", "全部技术根人才相对2018年"))
def root_people_ratio(root_engineers, initial_root_engineers):
    """Root engineers relative to the start."""
    return root_engineers / initial_root_engineers


@auxiliary("1", label=("Money at the roots against trend", "技术根收入相对趋势"))
def root_money_ratio(root_funding, initial_root_funding, private_capital, initial_private_capital):
    """Root funding against the start, after what all capital has grown by."""
    return root_funding / initial_root_funding / (private_capital / initial_private_capital)


@auxiliary("person", label=("Root engineers in 2018", "2018年技术根人才"))
def initial_root_engineers(initial_talent, initial_root_share):
    """Engineers who worked at the roots at the start."""
    return total(initial_talent * initial_root_share)


@auxiliary("1", label=("Relative return of applications", "应用相对回报"))
def relative_return(application_return, root_money_ratio, root_people_ratio):
    """Earnings per engineer in applications against the roots, relative to the start."""
    return application_return * root_people_ratio / root_money_ratio


@auxiliary("1", label=("Pull toward the roots", "对技术根的拉力"))
def root_pull(
    urgency,
    urgency_on_talent,
    diversion_strength,
    returns_on_talent,
    relative_return,
    template_on_talent,
    template,
    root_recognition,
    recognition_on_talent,
    root_refocus,
    refocus_on_talent,
):
    """Log odds of root work over the start: urgency, recognition and refocus pull toward it, returns and templates away.

    Better root returns can add at most the log of two; better application returns pull without bound.
    """
    toward = urgency_on_talent * urgency + recognition_on_talent * root_recognition + refocus_on_talent * root_refocus
    return toward - diversion_strength * returns_on_talent * log((1 + relative_return) / 2) - template_on_talent * template


@smooth(
    "1", time=talent_time, initial=initial_root_share, over=POOL, label=("Root share of talent", "技术根人才占比"), bounds=SHARE
)
def root_share(initial_root_share, root_pull, transfer):
    """Share of a pool that works at the roots."""
    return logistic(log(initial_root_share / (1 - initial_root_share)) + transfer * root_pull)


@outcome("1", direction="higher", label=("Root share of all talent", "技术根人才总占比"), bounds=SHARE)
def root_talent_share(talent, root_share):
    """Share of engineers, over both pools, who work at the roots."""
    return total(talent * root_share) / total(talent)


@outcome("person", direction="higher", label=("Root engineers", "技术根人才"))
def root_engineers(talent, root_share):
    """Engineers who work at the roots: a share can fall while heads rise."""
    return total(talent * root_share)
