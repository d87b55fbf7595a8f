"""A first look: two policies in the same worlds, one claim judged, and what the answer hangs on."""

import dualtrack as dt

lab = dt.laboratory()
print(lab.compare("near_embargo", "limited_opening", worlds=100))
print(lab.judge("L5", worlds=300))
print(lab.discover("lag(independent_capability) >= 1", regime="limited_opening", against="near_embargo", worlds=300))
print(lab.explain("independent_capability"))
