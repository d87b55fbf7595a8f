"""Options that several commands share, each described once."""

from __future__ import annotations

from pathlib import Path as File
from typing import Annotated

from cyclopts import Parameter

Json = Annotated[bool, Parameter(show_default=False, help="Print JSON.")]
Seed = Annotated[int, Parameter(help="Where the draw starts; the same seed gives the same numbers.")]
Worlds = Annotated[int, Parameter(help="Worlds drawn from the priors.")]
From = Annotated[
    tuple[File, ...],
    Parameter(
        name="--from",
        consume_multiple=False,
        show_default=False,
        negative=(),
        help="A regime file of yours, or a folder of them; may be given again.",
    ),
]
Replace = Annotated[
    bool,
    Parameter(
        show_default=False,
        help="Replace a file that this program did not write, or that was changed since; without it such a file stays.",
    ),
]
Words = Parameter(consume_multiple=False, show_default=False, negative=())
