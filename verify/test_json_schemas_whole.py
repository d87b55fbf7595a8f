"""The published schemas hold what every command shows, called in every way that changes the shape, and nothing besides."""

from dualtrack.app.cli import COMMANDS
from tests.json_schema import differences, found_shapes


def test_every_schema_is_what_its_command_shows() -> None:
    assert differences(found_shapes(set(COMMANDS))) == []
