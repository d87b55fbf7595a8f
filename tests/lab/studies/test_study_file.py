"""A study's file: what it says is read whole, what it cannot say is refused with its line, what says nothing is told."""

from pathlib import Path

import pytest

from dualtrack.errors import LabError, StudyError
from dualtrack.language.distribution import Category, LogUniform, PointMass, Triangular, Uniform
from dualtrack.language.restated import is_held
from tests.lab.studies.claiming import CLAIM
from tests.lab.studies.studying import PRIOR, REGIME, ROWS, shipped, study_of


def test_every_part_of_a_study_is_read(tmp_path: Path) -> None:
    study = study_of(tmp_path, 'name = "tools"\ntitle = { en = "Tools", zh = "设备" }', REGIME, PRIOR, CLAIM, ROWS)
    assert (study.name, study.title) == ("tools", ("Tools", "设备"))
    assert study.parts == {"regimes": 1, "priors": 1, "claims": 1, "sources": 1, "observations": 1}
    assert study.regimes["tight"].label == ("Tools tightened", "Tools tightened")
    assert study.priors["progress_rate"].prior == Triangular(0.2, 0.22, 0.5)
    assert study.rows["observations"][0].row.value == 250000
    assert study.idle == ()


def test_a_study_that_says_nothing_says_so(tmp_path: Path) -> None:
    assert "nothing of its own" in study_of(tmp_path, 'name = "empty"').idle[0]


def test_a_prior_as_it_is_shipped_changes_nothing_and_is_told(tmp_path: Path) -> None:
    old = shipped().model["progress_rate"]
    study = study_of(tmp_path, f'[priors.progress_rate]\nlow = {old.low}\nhigh = {old.high}\nwhy = "as shipped"')
    assert study.priors == {}
    assert "progress_rate" in study.idle[0]


@pytest.mark.parametrize(
    ("entry", "prior"),
    [
        ("[priors.progress_rate]\nlow = 0.1\nhigh = 0.2\nmode = 0.12", Triangular(0.1, 0.12, 0.2)),
        ("[priors.progress_rate]\nlow = 0.3\nhigh = 0.5", Triangular(0.3, 0.4, 0.5)),
        ('[priors.progress_rate]\nlow = 0.1\nhigh = 0.2\ndistribution = "uniform"', Uniform(0.1, 0.2)),
        ('[priors.progress_rate]\nlow = 0.1\nhigh = 0.2\ndistribution = "loguniform"', LogUniform(0.1, 0.2)),
        ("[priors.progress_rate]\nheld = 0.2", Uniform(0.2, 0.2)),
        ("[priors.urgency_strength]\nexists = 0.5", Category((0.0, 1.0), (0.5, 0.5))),
        ("[priors.urgency_strength]\nheld = 1", Category((0.0, 1.0), (0.0, 1.0))),
        ("[priors.demand_proof_strength]\nexists = 0.9", PointMass(0.0, 0.1, Uniform(0.0, 1.0))),
        (
            '[priors.demand_proof_strength]\nexists = 0.9\nlow = 0.2\nhigh = 0.4\ndistribution = "uniform"',
            PointMass(0.0, 0.1, Uniform(0.2, 0.4)),
        ),
    ],
)
def test_a_prior_is_read_as_it_is_meant(entry: str, prior: object, tmp_path: Path) -> None:
    (found,) = study_of(tmp_path, f'{entry}\nwhy = "for a test"').priors.values()
    assert found.prior == prior


def test_a_held_number_is_its_own_value(tmp_path: Path) -> None:
    study = study_of(tmp_path, '[priors.progress_rate]\nheld = 0.3\nwhy = "for a test"')
    assert study.priors["progress_rate"].value == 0.3
    assert not is_held(shipped().model["progress_rate"])


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ('nam = "a"', "mine.toml:1", "name"),
        ("[prior.progress_rate]\nheld = 1", "mine.toml:1", "priors"),
        ('[priors.progress_rat]\nheld = 0.2\nwhy = "x"', "mine.toml:1", "progress_rate"),
        ('[priors.tool_access]\nheld = 0.2\nwhy = "x"', "mine.toml:1", "lever"),
        ("[priors.progress_rate]\nheld = 0.2", "mine.toml:1", "on what it rests"),
        ('[priors.progress_rate]\nlow = 0.2\nhihg = 0.3\nwhy = "x"', "mine.toml:3", "high"),
        ('[priors.progress_rate]\nlow = 0.3\nhigh = 0.2\nwhy = "x"', "mine.toml:2", "0.3 to 0.2"),
        ('[priors.progress_rate]\nlow = "a"\nhigh = 0.2\nwhy = "x"', "mine.toml:2", "finite number"),
        ('[priors.progress_rate]\nlow = nan\nhigh = 0.2\nwhy = "x"', "mine.toml:2", "finite number"),
        ('[priors.progress_rate]\nheld = 0.2\nlow = 0.1\nwhy = "x"', "mine.toml:3", "no range"),
        ('[priors.progress_rate]\nexists = 0.2\nwhy = "x"', "mine.toml:2", "in every world"),
        ('[priors.urgency_strength]\nexists = 1.2\nwhy = "x"', "mine.toml:2", "probability"),
        ('[priors.urgency_strength]\nheld = 0.5\nwhy = "x"', "mine.toml:2", "0 or 1"),
        ('[priors.urgency_strength]\nlow = 0.1\nhigh = 0.5\nwhy = "x"', "mine.toml:1", "exists"),
        ('[priors.progress_rate]\nlow = -0.1\nhigh = 0.2\nwhy = "x"', "mine.toml:1", "sign"),
        ('[priors.progress_rate]\nlow = 0.1\nhigh = 0.2\nmode = 0.3\nwhy = "x"', "mine.toml:4", "outside"),
        ('[priors.progress_rate]\nlow = 0.1\nhigh = 0.2\ndistribution = "normal"\nwhy = "x"', "mine.toml:4", "triangular"),
        ('[priors]\nprogress_rate = 0.2', "mine.toml:2", "no table"),
        ('[regimes.a]\nlabel = "A"\nbase = "as_iz"\nparts_at = 2027.0', "mine.toml:3", "as_is"),
        ('[regimes.as_is]\nlabel = "A"\nbase = "history"', "mine.toml:1", "two regimes"),
        ('[regimes.a]\nname = "a"\nlabel = "A"\nbase = "as_is"', "mine.toml:2", "no key"),
        ('[regimes.a]\nlabel = "A"\nbase = "as_is"\nparts_at = 2027.0\nlevers.tool_acces = 0.1', "mine.toml:5", "tool_access"),
        ('[[observations]]\nseries = "x"\nvalu = 1', "mine.toml:1", "value"),
        ('[[observations]]\nseries = ["x"]', "mine.toml:1", "write a text"),
        ('[observations]\nseries = "x"', "mine.toml:1", "must be rows"),
    ],
)  # fmt: skip
def test_a_mistake_is_refused_with_its_line(text: str, where: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(LabError) as refused:
        study_of(tmp_path, text)
    assert where in str(refused.value)
    assert says in str(refused.value)
    assert refused.value.fix


def test_several_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="3 mistakes") as refused:
        study_of(
            tmp_path,
            '[priors.progress_rat]\nheld = 0.2\nwhy = "x"',
            '[priors.urgency_strength]\nexists = 2\nwhy = "x"',
            '[regimes.a]\nbase = "as_is"',
        )
    for line in ("mine.toml:1", "mine.toml:5", "mine.toml:7"):
        assert line in str(refused.value)
