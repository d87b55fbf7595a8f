"""Two draws as chains of ArviZ, a library that is installed only by who wants it."""

from __future__ import annotations

from typing import Any

import numpy as np

from dualtrack.errors import RunError
from dualtrack.lab.calibrate.temper import Cloud
from dualtrack.lab.worlds.draw import Worlds

BY_GROUPS = 1
"""The release of ArviZ from which all groups are given at once."""


def as_chains(worlds: Worlds, clouds: tuple[Cloud, ...]) -> Any:
    """The numbers of `worlds`, those of the `clouds` in their order, one chain each; raises `RunError` without ArviZ."""
    try:
        import arviz
    except ImportError:
        raise RunError("ArviZ is not installed", fix='install it: pip install "dualtrack[arviz]"') from None
    posterior = {name: np.array(values).reshape(len(clouds), -1) for name, values in worlds.values.items()}
    groups = {"posterior": posterior, "sample_stats": {"lp": np.stack([cloud.likely for cloud in clouds])}}
    is_newer = int(arviz.__version__.split(".")[0]) >= BY_GROUPS
    return arviz.from_dict(groups) if is_newer else arviz.from_dict(**groups)
