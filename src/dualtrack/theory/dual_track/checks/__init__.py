"""What must hold in every world whatever its numbers: bounds, accounts, orderings, extremes, and the signs of responses."""

from dualtrack.theory.dual_track.checks.accounts import ACCOUNTS
from dualtrack.theory.dual_track.checks.chips import CHIPS
from dualtrack.theory.dual_track.checks.extremes import EXTREMES
from dualtrack.theory.dual_track.checks.idle import IDLE
from dualtrack.theory.dual_track.checks.reach import REACH
from dualtrack.theory.dual_track.checks.roots import ROOTS
from dualtrack.theory.dual_track.checks.story import STORY
from dualtrack.theory.dual_track.checks.within_bounds import BOUNDS

CHECKS = (*BOUNDS, *ACCOUNTS, *EXTREMES, *CHIPS, *ROOTS, *REACH, *STORY, *IDLE)
