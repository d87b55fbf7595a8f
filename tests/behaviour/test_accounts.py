"""What the declared checks cannot say of accounts: money on its way arrives."""

import numpy as np

from dualtrack.language.scenario import Clock
from tests.behaviour.theory import STEP, model, plain_worlds, regimes, run

EVERY_STEP = Clock(2018.0, 2032.0, STEP, STEP)


def test_state_money_arrives_in_full_though_late() -> None:
    """A delay loses nothing: what is committed is spent or still on its way."""
    stages = [name for name in model().stocks if name.startswith("state_money.")]
    v = run(regimes()["as_is"], plain_worlds(), ["state_commitments", "state_money", *stages], EVERY_STEP).values
    waiting = np.sum([v[stage] for stage in stages], axis=0)
    arrived = STEP * np.cumsum(v["state_commitments"] - v["state_money"], axis=1)[:, :-1]
    np.testing.assert_allclose(waiting[:, 1:], waiting[:, :1] + arrived, rtol=1e-6)
