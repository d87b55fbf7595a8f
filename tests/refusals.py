"""What every refusal owes its reader: the right class, what happened, where, and how to mend it."""

from collections.abc import Callable
from typing import Any

import pytest

from dualtrack.errors import LabError
from tests.strategies import model_of


def refused(kind: type[LabError], act: Callable[[], Any], *, where: str | None = None) -> LabError:
    """The error that an act raises; it must say what and fix, and `where` if that is asked for."""
    with pytest.raises(kind) as caught:
        act()
    error = caught.value
    assert type(error) is kind
    assert error.what
    assert error.fix
    if where is not None:
        assert where in error.where, f"{error.where!r} should name {where!r}"
    return error


def refused_model(kind: type[LabError], text: str, *, where: str = "toy.py:") -> LabError:
    """The error that building a model from a text raises."""
    return refused(kind, lambda: model_of(text), where=where)
