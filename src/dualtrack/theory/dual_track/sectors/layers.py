"""The nine root layers, pools of talent and money, channels of denial, and which policy dial touches which layer, and how.

A dial has two opposite effects on a layer: it lets in a rival for the layer's own product, and it lets in the layer's inputs.
"""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import constant
from dualtrack.language.expressions.over_dimension import Dimension

EQUIPMENT, LITHOGRAPHY, MATERIALS = "equipment", "lithography", "materials"
DESIGN_TOOLS, CORE_IP, FABRICATION = "design_tools", "core_ip", "fabrication"
MEMORY, ACCELERATORS, SOFTWARE = "memory", "accelerators", "software"

LAYER = Dimension(
    "layer",
    (EQUIPMENT, LITHOGRAPHY, MATERIALS, DESIGN_TOOLS, CORE_IP, FABRICATION, MEMORY, ACCELERATORS, SOFTWARE),
    (
        ("Equipment", "设备"),
        ("Lithography", "光刻"),
        ("Materials", "材料"),
        ("Design tools", "设计工具"),
        ("Core IP", "核心IP"),
        ("Fabrication", "制造"),
        ("Memory", "内存"),
        ("Accelerators", "加速器"),
        ("Software stack", "软件栈"),
    ),
)

SOFTWARE_POOL, PROCESS_POOL = "software_like", "process_like"
POOL = Dimension("pool", (SOFTWARE_POOL, PROCESS_POOL), (("Software-like", "软件类"), ("Process-like", "工艺类")))

CHANNEL = Dimension(
    "channel",
    ("chips", "memory", "tools", "design", "foundry", "materials", "core_ip"),
    (
        ("Chips", "芯片"),
        ("Memory", "内存"),
        ("Tools", "设备"),
        ("Design software", "设计软件"),
        ("Foundry", "代工"),
        ("Materials", "材料"),
        ("Core IP", "核心IP"),
    ),
)
FUNDER = Dimension(
    "funder", ("local_government", "venture"), (("Local governments", "地方政府"), ("Venture investors", "风险资本"))
)

_CODING = Assumed("coded from what each product is and is made with", "an input-output table of the chip stack by layer")


def _coded(label, doc, **shares):
    """A coding of layers: 1 where the dial touches the layer fully, 0 where it does not."""
    values = {layer: shares.get(layer, 0.0) for layer in LAYER.elements}
    return constant(values, "1", low=0.0, high=1.0, source=_CODING, label=label, doc=doc, over=LAYER)


software_like_share = _coded(
    ("Software-like share of a layer's talent", "该层软件类人才占比"),
    "1 where a layer's engineers come from the pool that applications also hire from, 0 where they come from process work.",
    design_tools=1.0,
    core_ip=1.0,
    accelerators=1.0,
    software=1.0,
)
chips_rival = _coded(
    ("Layers that imported chips compete with", "进口芯片的竞争层"),
    "1 where the layer's own product competes with licensed accelerators.",
    accelerators=1.0,
    software=1.0,
)
memory_rival = _coded(
    ("Layers that imported memory competes with", "进口内存的竞争层"), "1 where the layer makes memory.", memory=1.0
)
tools_rival = _coded(
    ("Layers that imported tools compete with", "进口设备的竞争层"),
    "1 where the layer makes wafer-fabrication tools.",
    equipment=1.0,
    lithography=1.0,
)
design_rival = _coded(
    ("Layers that imported design tools compete with", "进口设计工具的竞争层"),
    "1 where the layer makes design software.",
    design_tools=1.0,
)
foundry_rival = _coded(
    ("Layers that offshore foundries compete with", "海外代工的竞争层"), "1 where the layer makes logic wafers.", fabrication=1.0
)
chips_needed = _coded(
    ("Layers that work with imported chips", "需用进口芯片的层"),
    "1 where imported accelerators are themselves an input of the layer's development.",
    software=0.5,
)
memory_needed = _coded(
    ("Layers that need memory", "需用内存的层"),
    "1 where high-bandwidth memory is an input of the layer's product.",
    accelerators=1.0,
)
tools_needed = _coded(
    ("Layers that need tools", "需用设备的层"),
    "1 where wafer-fabrication tools are an input of the layer's product.",
    fabrication=1.0,
    memory=1.0,
    materials=0.3,
)
design_needed = _coded(
    ("Layers that need design tools", "需用设计工具的层"),
    "1 where design software is an input of the layer's product.",
    accelerators=1.0,
    core_ip=1.0,
    memory=0.3,
)
foundry_needed = _coded(
    ("Layers that need a foundry", "需用代工的层"),
    "1 where logic wafers are an input of the layer's product.",
    accelerators=1.0,
    design_tools=0.3,
)
materials_needed = _coded(
    ("Layers that need materials", "需用材料的层"),
    "1 where wafers, resists and gases are an input of the layer's product.",
    fabrication=1.0,
    memory=1.0,
)
core_ip_needed = _coded(
    ("Layers that need core IP", "需用核心IP的层"),
    "1 where licensed cores and interfaces are an input of the layer's product; licences in hand go on, so half.",
    accelerators=0.5,
)
is_lithography = _coded(
    ("The lithography layer", "光刻层"), "1 for lithography, which multi-patterning can stand in for.", lithography=1.0
)
in_process = _coded(
    ("Layers of the process", "工艺环节的层"),
    "1 where the layer is a part of making wafers: no fab prints what its scanner, tools and materials cannot.",
    equipment=1.0,
    lithography=1.0,
    materials=1.0,
    fabrication=1.0,
)
layer_without_dial = _coded(
    ("Layers without a dial", "不受准入政策管制的层"),
    "1 where no dial governs the layer's product: materials and core IP.",
    materials=1.0,
    core_ip=1.0,
)
