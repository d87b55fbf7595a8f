"""What the chain as a whole can do, alone and with the access that rules allow: weak links count most, above all in a fab."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, constant, outcome, uncertainty
from dualtrack.language.expressions.ops import maximum, power, total
from dualtrack.theory.dual_track.sectors.layers import LAYER, LITHOGRAPHY

complementarity = uncertainty(
    0.35,
    "1",
    low=0.1,
    high=0.9,
    source=Assumed("weak links make it low (jones_2011); the value is ours", "output lost when one layer fails"),
    label=("Substitution between layers", "层间替代弹性"),
    doc="Elasticity of substitution between layers; below 1, the weakest links decide.",
)
process_complementarity = uncertainty(
    0.15,
    "1",
    low=0.05,
    high=0.35,
    source=Assumed(
        "no fab prints what its scanner cannot, so less than between layers at large; the value is ours",
        "nodes and yields of fabs by the generation of their scanners, tools and materials",
    ),
    label=("Substitution within the process", "工艺环节内替代弹性"),
    doc="Elasticity of substitution between equipment, lithography, materials and fabrication.",
)
multipatterning = uncertainty(
    0.2,
    "1",
    low=0.05,
    high=0.35,
    source=Assumed("older scanners drew 7 nm in several passes", "die counts of advanced Chinese wafers"),
    label=("Reach of multi-patterning", "多重曝光可替代程度"),
    doc="Lithography readiness that installed older scanners give by several passes, at a cost in yield.",
)
layer_weight = constant(
    {layer: 1 / len(LAYER.elements) for layer in LAYER.elements},
    "1",
    low=0.0,
    high=1.0,
    source=Assumed("equal weights, since no measure ranks the layers", "value added by layer"),
    label=("Weight of a layer", "层权重"),
    doc="Weight of each layer in the chain; the weights sum to one.",
    over=LAYER,
)


@auxiliary("1", label=("Lithography that serves", "可用光刻"), bounds=SHARE)
def serving_lithography(readiness, multipatterning, older_lithography_left):
    """Lithography readiness after multi-patterning on older scanners stands in for what is missing."""
    return readiness[LITHOGRAPHY] + (1 - readiness[LITHOGRAPHY]) * multipatterning * older_lithography_left


@auxiliary("1", over=LAYER, label=("Own strength of a layer", "层自主能力"), bounds=SHARE)
def own_strength(readiness, serving_lithography, is_lithography):
    """What a layer can do with every dial closed."""
    return is_lithography * serving_lithography + (1 - is_lithography) * readiness


@auxiliary("1", over=LAYER, label=("Strength of a layer with access", "含准入的层能力"), bounds=SHARE)
def strength_with_access(own_strength, import_competition):
    """What a layer can do with its own or the accessible product, whichever is better."""
    return maximum(own_strength, import_competition)


@auxiliary("1", label=("Exponent of complements", "互补指数"))
def complement_exponent(complementarity):
    """Power of the weak-link mean: the more negative, the more the weakest layer counts."""
    return 1 - 1 / complementarity


@auxiliary("1", label=("Exponent of the process", "工艺互补指数"))
def process_complement_exponent(process_complementarity):
    """The same power within the process, where less stands in for what is missing."""
    return 1 - 1 / process_complementarity


@auxiliary("1", over=LAYER, label=("Exponent of a layer", "层互补指数"))
def layer_exponent(in_process, process_complement_exponent, complement_exponent):
    """The power that a layer's strength is raised to: the process's own within it, the chain's outside."""
    return in_process * process_complement_exponent + (1 - in_process) * complement_exponent


@auxiliary("1", label=("Weight of the process", "工艺环节权重"), bounds=SHARE)
def process_weight(layer_weight, in_process):
    """Weight in the chain of the layers that make wafers together."""
    return total(layer_weight * in_process)


@auxiliary("1", over=LAYER, label=("Part in the weak-link mean", "弱环节平均中的份额"))
def own_part(own_strength, layer_weight, layer_exponent):
    """What a layer alone adds to the mean in which weak links count most."""
    return layer_weight * power(own_strength, layer_exponent)


@auxiliary("1", over=LAYER, label=("Part in the mean with access", "含准入平均中的份额"))
def part_with_access(strength_with_access, layer_weight, layer_exponent):
    """What a layer with access adds to it."""
    return layer_weight * power(strength_with_access, layer_exponent)


@auxiliary("1", label=("Own strength of the process", "工艺自主能力"), bounds=SHARE)
def own_process(own_part, in_process, process_weight, process_complement_exponent):
    """What scanners, tools, materials and fabs can make together, alone: a mean in which the weakest all but decides."""
    return power(total(in_process * own_part) / process_weight, 1 / process_complement_exponent)


@auxiliary("1", label=("Strength of the process with access", "含准入的工艺能力"), bounds=SHARE)
def process_with_access(part_with_access, in_process, process_weight, process_complement_exponent):
    """What they can make together with own or accessible products."""
    return power(total(in_process * part_with_access) / process_weight, 1 / process_complement_exponent)


@outcome("1", direction="higher", label=("Independent capability", "自主能力"), bounds=SHARE, source="jones_2011")
def independent_capability(own_process, own_part, in_process, process_weight, complement_exponent):
    """What the full chain can do alone, with every dial closed: a mean over the process and the others; weak links count most."""
    others = total((1 - in_process) * own_part)
    return power(process_weight * power(own_process, complement_exponent) + others, 1 / complement_exponent)


@outcome("1", direction="higher", label=("Capability with access", "含准入能力"), bounds=SHARE, source="jones_2011")
def capability_with_access(process_with_access, part_with_access, in_process, process_weight, complement_exponent):
    """What the chain can do with its own layers or accessible ones: mostly access, which the rules of the day can take away."""
    others = total((1 - in_process) * part_with_access)
    return power(process_weight * power(process_with_access, complement_exponent) + others, 1 / complement_exponent)
