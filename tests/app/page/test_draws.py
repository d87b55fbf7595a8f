"""A world's number means the same world in the page: equal bits, quantiles to 1e-12, and paths joined as the lab does."""

from dataclasses import asdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualtrack.app.page.pack.quantity_rows import key_rows, prior_row
from dualtrack.app.page.pack.rules import rule_row
from dualtrack.lab.worlds.draw import uniforms
from dualtrack.language.distribution import Category, LogUniform, PointMass, Prior, Triangular, Uniform, quantile
from dualtrack.language.scenario import SMALL, Path
from tests.app.page.asking import asked_of_node
from tests.app.page.laboratory import SEED, laboratory
from tests.strategies import paths

NUMBERS = [0, 1, 2, 3, 4, 7, 8, 1000, 5999, 2**31 + 1, 2**33 + 6, 2**40]
DATES = rule_row()["dates"]
PRIORS: tuple[Prior, ...] = (
    Uniform(-2.0, 3.0),
    LogUniform(0.01, 1e6),
    Triangular(0.0, 0.0, 1.0),
    Triangular(-1.0, 0.3, 2.0),
    Triangular(1.0, 1.0, 1.0),
    PointMass(0.0, 0.25, Triangular(0.1, 0.5, 0.9)),
    PointMass(0.0, 1.0, Uniform(0.0, 1.0)),
    Category((1.0, 2.0, 5.0), (0.2, 0.3, 0.5)),
)
UNITS = [0.0, 1e-17, 0.1, 0.2, 0.25, 0.3, 0.5, 0.75, 0.999, 1 - 2**-53, 1.0]


def test_the_counter_gives_the_same_bits() -> None:
    keys = key_rows(laboratory().model, SEED)
    found = asked_of_node(
        "draws.js",
        "console.log(JSON.stringify(Object.values(given.keys).map((key) => Array.from(it.uniforms(key, given.numbers)))));",
        {"keys": keys, "numbers": NUMBERS},
    )
    assert found == [[float(uniforms(SEED, name, 1, number)[0]) for number in NUMBERS] for name in keys]


@pytest.mark.parametrize("prior", PRIORS, ids=lambda prior: type(prior).__name__)
def test_a_quantile_is_the_languages(prior: Prior) -> None:
    body = "console.log(JSON.stringify(given.units.map((u) => it.quantile(given.prior, u))));"
    found = asked_of_node("draws.js", body, {"prior": prior_row(prior), "units": UNITS})
    np.testing.assert_allclose(found, [quantile(prior, u) for u in UNITS], rtol=1e-12)


@settings(max_examples=5)
@given(cases=st.lists(st.tuples(paths(), paths(), st.integers(-20, 60)), min_size=20, max_size=20))
def test_paths_are_read_and_joined_as_the_language_does(cases: list[tuple[Path, Path, int]]) -> None:
    body = """
    console.log(JSON.stringify(given.cases.map(([one, other, date]) => {
      const joined = it.pathThen(one, date, other, given.instant);
      return [joined, given.years.map((year) => it.pathAt(joined, year, given.instant))];
    })));
    """
    years = [2018 + step / 32 for step in range(200)]
    question = [(asdict(one), asdict(other), 2020 + date / 16) for one, other, date in cases]
    found = asked_of_node("paths.js", body, {"cases": question, "years": years, "instant": SMALL})
    for (one, other, date), (joined, values) in zip(cases, found, strict=True):
        expected = one.then(2020 + date / 16, other)
        assert joined == {"points": [list(point) for point in expected.points], "ramp": expected.ramp}
        assert values == [expected.at(year) for year in years]


def test_a_lever_set_from_a_year_is_the_laboratorys() -> None:
    body = """
    const pack = { regimes: { drawn: { partsAt: 2026.9 } }, clock: {} };
    const from = (setting) => it.yearOfSetting(pack, { regime: "drawn" }, setting);
    const held = (setting) => ({ value: setting.value, from: from(setting), fallback: 0.3 });
    const told = (setting) => it.setLever(given.paths, "dial", held(setting), given.dates).dial;
    console.log(JSON.stringify(given.settings.map(told)));
    """
    settings_made = [{"value": 0.5}, {"value": 0.5, "from": 2030}]
    steps = Path(((2022.0, 0.1), (2025.0, 0.2), (2028.0, 0.9)))
    found = asked_of_node("paths.js", body, {"paths": {"dial": asdict(steps)}, "settings": settings_made, "dates": DATES})
    assert [each["points"] for each in found] == [
        [[2022, 0.1], [2025, 0.2], [2026.9, 0.5]],
        [[2022, 0.1], [2025, 0.2], [2028, 0.9], [2030, 0.5]],
    ]
    unset = asked_of_node("paths.js", body, {"paths": {}, "settings": settings_made[:1], "dates": DATES})
    assert unset == [{"points": [[0, 0.3], [2026.9, 0.5]], "ramp": False}]
