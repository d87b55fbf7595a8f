"""Chinese success as a signal: what it says of American chips depends on its root and on the rank of the chips it ran on."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import ANY, auxiliary, stock, uncertainty
from dualtrack.language.expressions.ops import maximum, tanh

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


@auxiliary("1", label=("Visible success", "可见成功"), bounds=(0.0, 1.0))
def visible_success(application_growth, application_value, proof_growth):
    """How plainly applications are seen to grow."""
    return maximum(0, tanh(application_growth / application_value / proof_growth))


@auxiliary("1", label=("Proof", "验证"), bounds=(-1.0, 1.0))
def proof(visible_success, running_us_share, installed_rank, neutral_rank):
    """What visible growth says of 'the best AI needs the best chips'.

    On high-ranked American chips it speaks for that, on weak ones against it.
    It does not ask who owns the product, or whether it is open.
    """
    return visible_success * running_us_share * (installed_rank - neutral_rank)


@stock("1", initial=0, label=("Salience of proofs", "验证显著度"), bounds=ANY)
def proof_salience(proof, proof_salience, salience_time):
    """Force of recent proofs in investors' minds."""
    return (proof - proof_salience) / salience_time
