"""Two studies that differ in several points, one of which carries nearly all of the difference."""

import random

from dualtrack.lab.studies.study import Study
from tests.lab.disputes.disagreeing import NUMBERS, study


def planted(seed: int) -> tuple[Study, Study, str]:
    """The two, and the name of the point: a number or the regime that both hold."""
    chance = random.Random(seed)
    names = chance.sample(NUMBERS, chance.randint(2, 5))
    one = {name: chance.uniform(0.3, 0.4) for name in names}
    other = {name: value + chance.uniform(-0.02, 0.02) for name, value in one.items()}
    levers = chance.uniform(0.2, 0.3)
    theirs = levers + chance.uniform(-0.02, 0.02)
    crux = chance.choice([*names, "mine"])
    shift = chance.choice((-1, 1)) * chance.uniform(0.15, 0.2)
    if crux == "mine":
        theirs = levers + shift
    else:
        other[crux] = one[crux] + shift
    return study("one", one, {"opening": levers}), study("other", other, {"opening": theirs}), crux
