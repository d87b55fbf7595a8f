"""Every series of the record that measures something of the theory, once."""

from dualtrack.theory.dual_track.counterparts.seen_computing import COMPUTING
from dualtrack.theory.dual_track.counterparts.seen_firms import FIRMS
from dualtrack.theory.dual_track.counterparts.seen_market import MARKET
from dualtrack.theory.dual_track.counterparts.seen_roots import ROOTS

COUNTERPARTS = (*MARKET, *COMPUTING, *FIRMS, *ROOTS)
