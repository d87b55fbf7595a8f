"""What published findings say of the theory: the experiments that weigh worlds, the sights, and all that was studied."""

from dualtrack.language.statements.experiment import Published
from dualtrack.theory.dual_track.experiments.sights import SIGHTS
from dualtrack.theory.dual_track.experiments.studied import STUDIED
from dualtrack.theory.dual_track.experiments.weighing import EXPERIMENTS

PUBLISHED = Published(EXPERIMENTS, SIGHTS, STUDIED)
