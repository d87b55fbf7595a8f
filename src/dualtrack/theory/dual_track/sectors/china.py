"""What Beijing sets: purchase rules, state money for the roots, and what counts as success."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import lever
from dualtrack.theory.dual_track.sectors.layers import LAYER
from dualtrack.theory.dual_track.sectors.policy import RECORD

_OWN = Assumed(
    "a choice that no event of the record shows at full strength", "budget documents and personnel rules as they are published"
)

domestic_procurement_mandate = lever(
    0.0,
    "1",
    low=0.0,
    high=1.0,
    source=RECORD,
    label=("Mandate for domestic accelerators", "国产加速器采购要求"),
    doc="Share of accelerator spending that rules reserve for domestic products.",
)
domestic_tool_mandate = lever(
    0.0,
    "1",
    low=0.0,
    high=1.0,
    source=RECORD,
    label=("Mandate for domestic tools", "国产设备采购要求"),
    doc="Share of tools for new capacity that rules reserve for domestic products.",
)
root_fund_commitments = lever(
    4.0,
    "USD_bn/year",
    low=0.0,
    high=200.0,
    source=RECORD,
    label=("State commitments to the roots", "国家对技术根的承诺资金"),
    doc="State money committed each year to equipment, materials, tools, architecture and fabs.",
)
deal_review = lever(
    0.0,
    "1",
    low=0.0,
    high=1.0,
    source=RECORD,
    label=("Review of outbound deals", "外流交易审查"),
    doc="Strictness of Beijing's review of foreign purchases of Chinese-founded firms and of moves of talent.",
)
beijing_reacts = lever(
    0.0,
    "1",
    low=0.0,
    high=1.0,
    source=_OWN,
    label=("Beijing's money reacts", "中方资金随形势调整"),
    doc="1 where state money answers urgency; 0 where the record already shows what it did.",
)
import_refusal = lever(
    0.0,
    "1",
    low=0.0,
    high=1.0,
    source=_OWN,
    label=("Refusal of licensed chips", "拒购许可芯片"),
    doc="Share of licensed chips that guidance turns away by decree, whatever buyers wish.",
)
root_refocus = lever(
    0.0,
    "1",
    low=0.0,
    high=1.0,
    source=_OWN,
    label=("Refocus on the roots", "向技术根聚焦"),
    doc="Share of state-guided application money and posts moved to the roots; the total budget stays the same.",
)
layer_focus = lever(
    0.0,
    "1",
    low=0.0,
    high=10.0,
    source=_OWN,
    label=("Focus on a layer", "对某层聚焦"),
    doc="How much more than its normal weight a layer gets of root funding; 1 doubles its weight before shares are formed.",
    over=LAYER,
)
root_recognition = lever(
    0.0,
    "1",
    low=0.0,
    high=1.0,
    source=_OWN,
    label=("Recognition by technology root", "以技术根论成功"),
    doc="Weight of the technology root, instead of users or acquisition, in what is rewarded as success.",
)
