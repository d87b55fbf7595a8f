"""A study to begin with: a file of today's values, all as comments."""

from __future__ import annotations

from datetime import UTC, datetime

from dualtrack.app.options.brought import NO_REGIMES, BroughtRegimes
from dualtrack.app.options.options import Hidden, Json, Place, Replace, Some
from dualtrack.app.options.theory_help import helpful
from dualtrack.app.options.user_regimes import read
from dualtrack.app.output.json_answer import show_answer
from dualtrack.app.output.output_file import output_file
from dualtrack.app.page.pack.found import found_if_current
from dualtrack.app.terminal.terminal import note
from dualtrack.errors import UsageError
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.new_study import new_study

SUFFIX = ".toml"
MOST = 12
"""Numbers that stand in a new study unless others are named."""


@helpful
def new(
    file: Place,
    /,
    *,
    regime: Hidden = "",
    numbers: Some = (),
    replace: Replace = False,
    own: BroughtRegimes = NO_REGIMES,
    json: Json = False,
) -> None:
    """How does one begin a study of one's own? With a file of today's values, all as comments, for --study.

    Example: dualtrack new mine.toml --regime {treated}

    Parameters
    ----------
    file
        Where to write; the suffix is .toml. A file that exists stays without --replace.
    regime
        The regime on which yours is laid and whose levers are shown, {past} unless named.
    numbers
        Uncertain numbers whose priors are shown beside the mechanisms; those that matter most unless named.
    """
    if file.suffix.lower() != SUFFIX:
        raise UsageError(f"a study is a file of TOML, and {file.name} is none", where=str(file), fix=f"write {file.stem}{SUFFIX}")
    laboratory, target = read(own), output_file(file, replace)
    chosen = numbers or leading(laboratory)
    day = datetime.now(UTC).date()
    text = new_study(laboratory, file.stem, regime or laboratory.past.name, chosen, file.name, day)
    size = target.write(text.encode())
    if json:
        show_answer("new", laboratory, {"file": str(file), "bytes": size, "numbers_shown": list(chosen)})
    else:
        note(f"written to {file}; take `# ` off what you want to say, then add --study {file} to any command")


def leading(laboratory: Laboratory) -> tuple[str, ...]:
    """The numbers that matter most for any main outcome, as they are kept with the program; none where that is not known."""
    found = found_if_current(laboratory)
    if found is None:
        return ()
    ranked = sorted(found["matter"], key=lambda name: -max(found["matter"][name].values()))
    return tuple(name for name in ranked if name in laboratory.model.drawn)[:MOST]
