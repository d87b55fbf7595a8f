"""Jobs of few worlds, one for which the kept verdicts are stale."""

from dataclasses import replace

import pytest

from dualtrack.lab.main_job import MainJob
from tests.app.conftest import Job


@pytest.fixture(scope="session")
def stale(job: Job) -> MainJob:
    """The same job of a theory that asks no question, and that was never judged."""
    theory = replace(job.found.laboratory.theory, matched=job.found.laboratory.theory.matched[1:], question=("", ""))
    return replace(job.found, laboratory=replace(job.found.laboratory, theory=theory))
