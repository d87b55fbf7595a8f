"""The two kinds of array that targets and lab hand to each other; whoever takes or gives one says its axes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
