"""What tests of the app share: a caller, and one main job with few worlds."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.output.results_files import TOP, fill
from dualtrack.app.output.results_folder import results_folder
from dualtrack.lab.judge_all import judge_all
from dualtrack.lab.judged import Judged
from dualtrack.lab.main_job import MainJob, run_main_job
from dualtrack.targets.numeric.tidy import plain
from tests.app.calling import Caller
from tests.app.judging import SMALL, quiet

WORLDS, SEED = 50, 7


@dataclass(frozen=True)
class Job:
    """A finished main job, and the folder it wrote."""

    found: MainJob
    folder: Path
    stages: list[tuple[str, int, int]]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Caller:
    """A caller whose output is piped, however wide the terminal of the tests is."""
    monkeypatch.delenv("COLUMNS", raising=False)
    return Caller(capsys)


@pytest.fixture(scope="session")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    stages: list[tuple[str, int, int]] = []
    found = run_main_job(bind(), WORLDS, SEED, lambda *stage: stages.append(stage))
    folder = tmp_path_factory.mktemp("job") / "results"
    with results_folder(folder, TOP) as results:
        results.write(partial(fill, job=found), plain(found.passport))
    return Job(found, folder, stages)


@pytest.fixture(scope="session")
def judged() -> Judged:
    """A few claims judged in sixty worlds."""
    return judge_all(bind(), 60, 7, quiet, docket=SMALL)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A regime of a user, whose words would be markup if nobody escaped them."""
    file = tmp_path / "mine.toml"
    file.write_text(
        'name = "mine"\nlabel = { en = "<b>Mine</b>", zh = "我的" }\nbase = "as_is"\nparts_at = 2028.0\n'
        "[levers]\nmemory_access = 0.9\n",
        encoding="utf-8",
    )
    return file
