"""What the record holds for and against each claim; none of it identifies the effect of opening by itself.

Each piece names its source and says in one sentence, in both languages, what in it bears on the claim; `is_read` stands where the
whole text was read, and not only a part of it or what the record holds of it. An empty side says that none was found.
"""

from dualtrack.language.frozen import frozen
from dualtrack.theory.dual_track.claims.evidence.breakout_evidence import BREAKOUT_EVIDENCE
from dualtrack.theory.dual_track.claims.evidence.coupling_evidence import COUPLING_EVIDENCE
from dualtrack.theory.dual_track.claims.evidence.lower_evidence import LOWER_EVIDENCE
from dualtrack.theory.dual_track.claims.evidence.policy_evidence import POLICY_EVIDENCE
from dualtrack.theory.dual_track.claims.evidence.reactions_evidence import REACTIONS_EVIDENCE
from dualtrack.theory.dual_track.claims.evidence.rivals_evidence import RIVALS_EVIDENCE
from dualtrack.theory.dual_track.claims.evidence.upper_evidence import UPPER_EVIDENCE

CLAIM_EVIDENCE = frozen(
    {
        **POLICY_EVIDENCE,
        **UPPER_EVIDENCE,
        **LOWER_EVIDENCE,
        **COUPLING_EVIDENCE,
        **BREAKOUT_EVIDENCE,
        **RIVALS_EVIDENCE,
        **REACTIONS_EVIDENCE,
    }
)
