"""When two targets agree: to 1e-12 of a quantity's scale, or as closely as its own sensitivity to the last bit allows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from unittest.mock import patch

import numpy as np
from hypothesis import event

from dualtrack.errors import NotANumber
from dualtrack.language.expressions.ops import FUNCTIONS
from dualtrack.targets.numeric.many import Paths
from dualtrack.targets.numeric.python import Run


def shaken(size: float) -> Mapping[str, Callable[..., float]]:
    """The functions of equations, wrong by a last bit or two: what follows from that is an equation's own sensitivity."""
    return {name: lambda *x, f=FUNCTIONS[name]: f(*x) * (1 + size) for name in ("exp", "log", "tanh", "power")}


Rows = Mapping[str, Sequence[float] | np.ndarray[Any, Any]]


def agree(got: Rows, alone: Callable[[], Rows]) -> None:
    """To 1e-12 of the larger of value and scale, or as closely as the oracle agrees with itself when shaken (at a kink)."""
    expected = alone()
    doubtful = [name for name in got if not close(got[name], expected[name], 1e-12)]
    for size in (5e-16, -5e-16) if doubtful else ():
        event("sensitive to the last bit")
        try:
            with patch.dict(FUNCTIONS, shaken(size)):
                moved = alone()
        except NotANumber:
            return
        doubtful = [name for name in doubtful if close(moved[name], expected[name], 1e-13)]
    for name in doubtful:
        np.testing.assert_allclose(got[name], expected[name], rtol=1e-12, err_msg=name)


def close(found: Sequence[float] | np.ndarray[Any, Any], sought: Sequence[float] | np.ndarray[Any, Any], share: float) -> bool:
    got, expected = np.asarray(found), np.asarray(sought)
    finite = np.isfinite(expected)
    if not np.array_equal(finite, np.isfinite(got)):
        return False
    scale = np.max(np.abs(expected[finite]), initial=0.0)
    return bool(np.all(np.abs(got[finite] - expected[finite]) <= share * np.maximum(np.abs(expected[finite]), scale)))


def agree_with_the_oracle(paths: Paths, world: int, run: Callable[[], Run]) -> None:
    """The same numbers, or failed where the oracle refuses."""
    refused = False
    try:
        run()
    except NotANumber:
        refused = True
    assert paths.failed[world] == refused == (paths.failed_step[world] >= 0)
    if not refused:
        agree({name: rows[world] for name, rows in paths.values.items()}, lambda: run().values)
