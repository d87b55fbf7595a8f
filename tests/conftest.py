"""How random examples are drawn: without a clock, the same ones in every check of a change, many more in `make verify`;
`hasty` asks only whether a test fails, and looks for no smaller example.

Kernels that tests compile are kept in a folder of their own, which goes with them; all workers of one run share it.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import Phase, settings

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("hasty", deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
settings.register_profile("thorough", deadline=None, max_examples=2_000)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "local")


@pytest.fixture(scope="session", autouse=True)
def own_kernels(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "kernels"
    folder.mkdir(mode=0o700, exist_ok=True)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(folder))
        yield
