"""Everything that is said of what would measure numbers of the theory: mechanisms, then sizes."""

from dualtrack.theory.dual_track.experiments.measurable_mechanisms import MECHANISMS
from dualtrack.theory.dual_track.experiments.measurable_sizes import SIZES
from dualtrack.theory.dual_track.experiments.measurable_story import STORY

MEASURABLES = (*MECHANISMS, *SIZES, *STORY)
