"""Which release of a library is here?"""

from importlib.metadata import PackageNotFoundError, version


def version_of(name: str) -> str:
    """The installed version of a library."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
