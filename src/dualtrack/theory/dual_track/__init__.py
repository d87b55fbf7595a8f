"""The dual-track theory: limited opening of chip exports as two coupled tracks, with its rivals as switches.

Upper track: Chinese success on American chips feeds the story that carries American AI valuations, capital spending and research.
Lower track: supply that is good enough draws Chinese talent, capital and workloads away from the roots of the stack.
Every mechanism, of the essay or of its critics, is multiplied by a switch that may be exactly zero.
"""

from dualtrack.theory.dual_track import (
    access,
    allocation,
    applications,
    banks,
    capability,
    china,
    compute,
    dependence,
    fabs,
    frontier,
    funding,
    layers,
    learning,
    market,
    narrative,
    policy,
    prices,
    production,
    proof,
    reaction,
    readiness,
    spending,
    units,
    valuation,
)

SECTORS = (
    units,
    layers,
    policy,
    china,
    reaction,
    access,
    frontier,
    narrative,
    spending,
    valuation,
    prices,
    market,
    fabs,
    production,
    banks,
    compute,
    applications,
    proof,
    dependence,
    allocation,
    funding,
    learning,
    readiness,
    capability,
)
