"""Three priors: of someone who leans to no side, to the essay, and to its rivals.

What exists or not is likelier to exist for who leans to it, a strength likelier to be strong; ranges are the same in all.

A switch belongs to the side whose claim its mechanism carries, whatever the sign of its effect on any verdict.
"""

from dualtrack.language.tilt import Tilt

ESSAY = (
    "validation_strength",
    "belief_strength",
    "china_cash_weight",
    "capture_strength",
    "absorption_strength",
    "remote_stop_strength",
    "diversion_strength",
    "workload_strength",
    "withering_strength",
)
"""Proofs, belief, cash and capture of the upper track; control, diversion, missing workloads, disuse of the lower."""
RIVALS = (
    "urgency_strength",
    "protection_strength",
    "diffusion_strength",
    "leakage_strength",
    "lobbying",
    "refusal_strength",
    "efficiency_strength",
    "retaliation_strength",
    "denial_strength",
    "hook_strength",
    "demand_proof_strength",
    "margin_strength",
)
"""H1 to H10 in their order but H3, which says that the essay's cash and proofs weigh nothing; then what answers A2 and U4."""

TILTS = (
    Tilt("agnostic", ("Leaning to no side", "不偏向任何一方")),
    Tilt("essay", ("Leaning to the essay", "偏向文章"), raised=ESSAY, lowered=RIVALS),
    Tilt("rivals", ("Leaning to its rivals", "偏向反方"), raised=RIVALS, lowered=ESSAY),
)
