"""The feedback loops that the essay and its critics argue over, each as the quantities it runs through, by base name.

A name over layers, pools, channels or funders stands for all of its elements. `cut` is the link that a cut test takes away.
"""

from dualtrack.theory.dual_track.loops.loops_balancing import BALANCING
from dualtrack.theory.dual_track.loops.loops_layers import LAYERS
from dualtrack.theory.dual_track.loops.loops_market import MARKET
from dualtrack.theory.dual_track.loops.loops_reinforcing import REINFORCING
from dualtrack.theory.dual_track.loops.loops_shared import SHARED
from dualtrack.theory.dual_track.loops.loops_supply import SUPPLY

LOOPS = (*REINFORCING, *BALANCING, *MARKET, *SHARED, *SUPPLY, *LAYERS)

UPPER_TRACK = (("proof_salience", "persuasion"), ("belief", "warranted_valuation"), ("belief", "wished_domestic_share"))
"""The upper track: proofs persuade, and belief moves markets and buyers.

Claim C3 takes away the same, with proofs cut where regimes part instead of following a reference.
"""
LOWER_TRACK = (
    ("root_pull", "root_share"),
    ("urgency", "funder_root_share"),
    ("application_success", "funder_root_share"),
    ("wished_domestic_share", "domestic_preference"),
    ("running_us_share", "teaching_service"),
    ("running_us_share", "used_ability"),
)
"""What claim C3 takes away as the lower track: talent, capital, buyers and workloads no longer answer."""
