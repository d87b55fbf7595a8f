"""The freeze comes back from the model and the record that it names, all but worlds of the full record, which take minutes."""

from dualtrack.app.bind import bind
from dualtrack.lab.forecasts.foretold_shape import LEVELS
from dualtrack.lab.forecasts.freeze_forecasts import FreezeRequest, freeze_forecasts, record_fingerprint
from dualtrack.lab.forecasts.shipped_registry import registry_of

NEAR = 1e-4
"""Another machine may round otherwise."""


def test_the_frozen_answers_come_back_while_model_and_record_are_the_same() -> None:
    laboratory = bind()
    registry = registry_of(laboratory.theory)
    origin = registry.origin
    if (laboratory.model.fingerprint, record_fingerprint(laboratory.record)) != (origin["model"], origin["record"]):
        return
    again = freeze_forecasts(laboratory, FreezeRequest(registry.frozen, origin["worlds"], origin["seed"]))
    assert again["origin"]["accepted"] == origin["accepted"]
    for frozen, row in zip(registry.forecasts, again["forecasts"], strict=True):
        for name in set(frozen.shapes) - {"drawn"}:
            said = row["said"][name]["quantiles"]
            assert len(said) == len(LEVELS)
            for one, other in zip(frozen.shapes[name].quantiles, said, strict=True):
                assert abs(one - other) <= NEAR * abs(one), (frozen.id, name)
