"""Every error the laboratory raises: what happened, where, what is near, and how to mend it; and its one warning.

LabError
├── ModelError            the model as written cannot be built
│   ├── UnknownName       a name that no one defines
│   ├── DuplicateName     two declarations of one name
│   ├── UnitMismatch      an equation's unit is not the one it declares
│   ├── AlgebraicLoop     a circle of equations that passes through no stock
│   ├── IdleSwitch        a switch that gates nothing
│   ├── BadNumber         a declared number without range, source or sense
│   └── NoMeaning         a declaration that does not say, in both languages, what it is
├── TraceError            an equation does something that cannot be recorded
├── RegimeError           a regime, lever path or changed value that cannot be used
├── RecordError           a table of the record is wrong, or lacks what was asked for
├── RunError              a run produced something that is not a number, or was asked for what it has not
│   └── NotANumber        names the quantity and the year in which it left the numbers
├── UsageError            words of a command line that cannot be read, or that would have no effect
├── WrongArgument         a public function was given something else than it takes
├── NativeUnavailable     equations cannot become machine code on this machine
└── OutputError           a result cannot be written or read where it was asked for
"""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import partial

CLOSE = 3
"""Names that are offered at the most."""
COMPARED = 100
"""Characters of a misspelt name that are compared."""
LONGEST = 60
"""Characters of a value that a message shows."""


class LabError(Exception):
    """`what` happened; then `where`, what is `near` and the `fix`, one line each; all are texts."""

    def __init__(self, what: str, *, where: str = "", near: str = "", fix: str = "") -> None:
        self.what, self.where, self.near, self.fix = what, where, near, fix
        notes = {"where": where, "near": near, "fix": fix}
        super().__init__("\n".join([what, *(f"  {word:<6}{note}" for word, note in notes.items() if note)]))

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.what, self.where, self.near, self.fix)


class ModelError(LabError): ...


class UnknownName(ModelError): ...


class DuplicateName(ModelError): ...


class UnitMismatch(ModelError): ...


class AlgebraicLoop(ModelError): ...


class IdleSwitch(ModelError): ...


class BadNumber(ModelError): ...


class NoMeaning(ModelError): ...


class TraceError(LabError): ...


class RegimeError(LabError): ...


class RecordError(LabError): ...


class StudyError(LabError): ...


class RunError(LabError): ...


class UsageError(LabError): ...


class WrongArgument(LabError): ...


class NativeUnavailable(LabError): ...


class NotANumber(RunError):
    """The first quantity, in order of evaluation, that is not a finite number, and the year."""

    def __init__(self, what: str, variable: str, year: float, *, where: str = "", near: str = "", fix: str = "") -> None:
        super().__init__(what, where=where, near=near, fix=fix)
        self.variable, self.year = variable, year

    def __reduce__(self) -> tuple[object, ...]:
        return partial(NotANumber, where=self.where, near=self.near, fix=self.fix), (self.what, self.variable, self.year)


class OutputError(LabError): ...


class LabWarning(UserWarning):
    """What was accepted and has no effect, or another than it may seem to have."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The known names closest to `name`, capitals or not, or the empty string."""
    folded: dict[str, list[str]] = {}
    for each in known:
        folded.setdefault(each.casefold(), []).append(each)
    close = get_close_matches(str(name)[:COMPARED].strip().casefold(), folded, n=CLOSE)
    return ", ".join([each for fold in close for each in folded[fold]][:CLOSE])


def same_name(name: str, known: Iterable[str]) -> str | None:
    """The known name that this one is, written in any case; None where there is none, or the case alone tells two apart."""
    names = list(known)
    if name in names:
        return name
    found = [each for each in names if each.casefold() == name.casefold()]
    return found[0] if len(found) == 1 else None


def brief(value: object) -> str:
    """A value as a message shows it."""
    try:
        said = str(value) if hasattr(value, "isoformat") else repr(value)
    except ValueError:
        return "a number of very many digits"
    return shorten(said)


def shorten(text: str) -> str:
    """A text as a message shows it: in one line, and cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 4]} ..."


def _rebuild(kind: type[LabError], what: str, where: str, near: str, fix: str) -> LabError:
    return kind(what, where=where, near=near, fix=fix)
