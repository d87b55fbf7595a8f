"""The dials that governments set: Washington's six kinds of access with their terms, and whether rules move by themselves."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import existence, lever, uncertainty

RECORD = Assumed(
    "coded from dated policy events by the codebook of the record", "a second, independent coding of the same events"
)


def _dial(label, doc, value=1.0, high=1.0, unit="1", dated=False):
    return lever(value, unit, low=0.0, high=high, source=RECORD, label=label, doc=doc, dated=dated)


chip_performance_ceiling = _dial(
    ("Chip performance ceiling", "芯片性能上限"),
    "Fastest accelerator that an absolute rule lets be sold to China. The larger of this and the relative ceiling holds: "
    "0 allows nothing by this rule, and nothing may be sold where both are 0.",
    value=0.0,
    high=100.0,
    unit="H100e/chip",
)
chip_frontier_share_ceiling = _dial(
    ("Chip ceiling relative to the frontier", "相对前沿的芯片上限"),
    "Fastest accelerator allowed, as a share of the frontier product; 1 is no limit. "
    "The larger of this and the absolute ceiling holds: 0 allows nothing by this rule.",
)
chip_volume_ceiling = _dial(
    ("Chip volume ceiling", "芯片数量上限"),
    "Licensed volume as a share of a year's sales elsewhere; 1 lets China buy as much as all others.",
)
rule_free_sales = _dial(
    ("Sale of chips below the thresholds", "门槛以下芯片销售"),
    "1 where products below the thresholds may be sold without a licence, as they may today; a near-embargo closes them too.",
)
chip_levy = _dial(("Levy on licensed chips", "许可芯片征费"), "Share of licensed sales paid to the US government.", value=0.0)
memory_access = _dial(
    ("Access to high-bandwidth memory", "高带宽内存（HBM）供给放开程度"),
    "Share of unrestricted access to foreign high-bandwidth memory.",
)
tool_access = _dial(
    ("Access to fabrication tools", "制造设备供给放开程度"),
    "Share of unrestricted access to foreign wafer-fabrication tools for advanced nodes.",
)
eda_access = _dial(
    ("Access to design software", "设计软件（EDA）供给放开程度"), "Share of unrestricted access to foreign design software."
)
cloud_access = _dial(
    ("Access to computing abroad", "海外算力租用放开程度"),
    "Share of unrestricted access to restricted accelerators by renting them abroad.",
)
foundry_access = _dial(
    ("Access to offshore foundries", "海外代工放开程度"),
    "Share of unrestricted access of Chinese accelerator designs to foreign foundries.",
)
korean_fab_access = _dial(
    ("Korean memory fabs in China", "韩企在华存储厂"), "Freedom of Samsung's and SK Hynix's Chinese fabs to run and upgrade."
)
mainland_foundry_access = _dial(
    ("TSMC on the mainland", "台积电大陆厂"), "Freedom of TSMC's mainland fabs to raise their logic capability.", value=1.0
)
remote_control = _dial(
    ("Remote control of exported chips", "出口芯片的远程控制"),
    "Coverage of exported chips by remote disabling, location checks or serious proposals of them.",
    value=0.0,
)
process_data_control = _dial(
    ("Limits on process data", "工艺数据限制"),
    "How far foundry, fab and tool licences forbid sharing process data.",
    value=0.0,
)
cloud_licence_control = _dial(
    ("Design tools tied to the cloud", "设计工具绑定云授权"),
    "How far design software runs only while its vendor's cloud grants the licence, so that a stop is immediate.",
    value=0.0,
)
sliding_scale = _dial(
    ("Sliding scale", "浮动上限"),
    "1 lets the ceiling follow Chinese capability plus a premium instead of the scheduled ceilings.",
    value=0.0,
)
cut_off = _dial(("Cut-off", "断供"), "1 closes every dial at once and stops what can be stopped remotely.", value=0.0, dated=True)
rules_react = _dial(
    ("Washington's rules react", "美方规则随形势调整"),
    "1 where Washington's rules answer lobbying and retaliation; 0 where the record or a decree gives them.",
    value=0.0,
)

lobbying = existence(
    source="gain_act_lobbying_2025",
    label=("Lobbying opens", "游说促放开"),
    doc="Rival H5: vendors' lost Chinese revenue moves rules toward opening.",
)
lobbying_gain = uncertainty(
    0.3,
    "1",
    low=0.0,
    high=0.8,
    source=Assumed(
        "the 2025 reversals followed vendor lobbying but other causes fit too",
        "a panel of lobbying spending and licence decisions",
    ),
    label=("Opening that lobbying can win", "游说可得的放开"),
    doc="Share of the closed part of the chip dial that lobbying opens when all Chinese revenue is lost.",
)
policy_time = uncertainty(
    0.7,
    "year",
    low=0.2,
    high=2.0,
    source="h200_status_2026",
    label=("Policy adjustment time", "政策调整时间"),
    doc="Time in which rules follow what presses on them: three chip rules changed direction between April and December 2025.",
)
sliding_premium = uncertainty(
    0.3,
    "1",
    low=0.0,
    high=1.0,
    source=Assumed(
        "the idea is slightly above domestic capability (rhodium_sliding_scale_2025); the size is unknown",
        "text of a rule, should one come",
    ),
    label=("Sliding-scale premium", "浮动上限溢价"),
    doc="How far above Chinese capability a sliding scale sets the ceiling, as a share of that capability.",
)
