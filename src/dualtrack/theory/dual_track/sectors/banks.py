"""Dies and memory bought for stock while they can be had, and drawn down once they cannot."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import flow, stock, uncertainty
from dualtrack.language.expressions.ops import maximum, minimum

hoarding_share = uncertainty(
    0.6,
    "1",
    low=0.2,
    high=1.0,
    source=Assumed(
        "about a fifth hoard beyond reason (sterman_dogan_2015); over half of a memory bank came just before a rule",
        "orders before and after announced rules",
    ),
    label=("Hoarding share", "囤货比例"),
    doc="Share of what is on offer that is bought for stock when risk is seen as total; over half came just before a rule.",
)
bank_draw_time = uncertainty(
    1.5,
    "year",
    low=0.75,
    high=3.0,
    source="semianalysis_ascend_2025_09",
    label=("Draw on banks", "库存消耗时间"),
    doc="Time over which makers stretch hoarded dies and memory.",
)


@flow("chip/year", label=("Dies hoarded", "囤积裸片"))
def dies_hoarded(offshore_dies_on_offer, hoarding_share, perceived_risk):
    """Offshore dies bought for stock while they can be had and risk is seen."""
    return offshore_dies_on_offer * hoarding_share * perceived_risk


@flow("chip/year", label=("Dies drawn", "动用裸片库存"))
def dies_drawn(die_bank, bank_draw_time, legal_demand, domestic_chip_price, domestic_die_supply, offshore_die_supply):
    """Hoarded dies put to use, no faster than the bank allows and no more than demand needs."""
    needed = maximum(0, legal_demand / domestic_chip_price - domestic_die_supply - offshore_die_supply)
    return minimum(die_bank / bank_draw_time, needed)


@stock("chip", initial=0, label=("Die bank", "裸片库存"), source="semianalysis_ascend_2025_09")
def die_bank(dies_hoarded, dies_drawn):
    """Offshore dies held for later, counted in accelerators."""
    return dies_hoarded - dies_drawn


@flow("stack/year", label=("Memory hoarded", "囤积内存"))
def memory_hoarded(memory_on_offer, hoarding_share, perceived_risk):
    """Foreign memory bought for stock while it can be had and risk is seen."""
    return memory_on_offer * hoarding_share * perceived_risk


@flow("stack/year", label=("Memory drawn", "动用内存库存"))
def memory_drawn(memory_bank, bank_draw_time, memory_needed_for_dies, domestic_memory_supply, imported_memory_supply):
    """Hoarded memory put to use, no faster than the bank allows and no more than the dies at hand need."""
    needed = maximum(0, memory_needed_for_dies - domestic_memory_supply - imported_memory_supply)
    return minimum(memory_bank / bank_draw_time, needed)


@stock("stack", initial=0, label=("Memory bank", "内存库存"), source="semianalysis_ascend_2025_09")
def memory_bank(memory_hoarded, memory_drawn):
    """Foreign high-bandwidth memory held for later."""
    return memory_hoarded - memory_drawn
