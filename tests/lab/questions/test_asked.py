"""What may be asked: three forms, every other refused with the nearest."""

import pytest

from dualtrack.errors import RunError, UnknownName
from dualtrack.lab.questions.asked import Asked, AskedDifference, AskedLag, AskedLevel, read_asked
from tests.lab.toys import growth


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("capability", AskedLevel("capability", 2040.0)),
        (" capability @ 2035", AskedLevel("capability", 2035.0)),
        ("diverted_effort.tools@2030.5", AskedLevel("diverted_effort.tools", 2030.5)),
        ("difference(capability)", AskedDifference("capability", 2040.0)),
        ("difference( capability ) @ 2030", AskedDifference("capability", 2030.0)),
        ("lag(capability)", AskedLag("capability")),
    ],
)
def test_a_term_is_read_and_said_again(text: str, asked: Asked) -> None:
    assert read_asked(text, growth(), 2040.0) == asked
    assert read_asked(str(asked), growth(), 1990.0) == asked


@pytest.mark.parametrize(
    ("text", "kind", "said", "near"),
    [
        ("capabilty", UnknownName, "no quantity", "capability"),
        ("lag(capabilty)", UnknownName, "no quantity", "capability"),
        ("access", UnknownName, "is a lever", ""),
        ("mechanism", UnknownName, "is a switch", ""),
        ("lagg(capability)", RunError, "no form", "lag"),
        ("lag(capability) @ 2030", RunError, "in one year", ""),
        ("capability @ soon", RunError, "no year", ""),
        ("capability @ nan", RunError, "no year", ""),
        ("", RunError, "asks for nothing", ""),
        ("capability + 1", RunError, "asks for nothing", ""),
        ("lag(lag(capability))", RunError, "asks for nothing", ""),
        ("__import__('os')", RunError, "asks for nothing", ""),
    ],
)
def test_anything_else_is_refused(text: str, kind: type[RunError | UnknownName], said: str, near: str) -> None:
    with pytest.raises(kind, match=said) as caught:
        read_asked(text, growth(), 2040.0)
    assert caught.value.near.split(", ")[0] == near
    assert caught.value.fix
