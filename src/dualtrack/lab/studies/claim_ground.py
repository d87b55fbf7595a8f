"""What the claims of a file may speak of: the theory's regimes and the file's own; and whether a claim fits all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dualtrack.lab.claims.arm_regime import regime_in
from dualtrack.lab.laboratory import Laboratory
from dualtrack.language.scenario import Regime
from dualtrack.language.statements.check_claims import arms_of, check_tests
from dualtrack.language.statements.claim_measure import Arm
from dualtrack.language.statements.claim_sides import Sides
from dualtrack.language.statements.claim_test import ClaimTest
from dualtrack.language.statements.ledger import Claim, check_claims


@dataclass(frozen=True, slots=True)
class ClaimGround:
    """What a file's claims may speak of: the `laboratory`, and by name the file's own `regimes` as written and as they run.

    `today` is the last day that it can be anywhere, none where no clock is known. `made` is None where a regime of the file is
    wrong, so that nothing can be said of runs.
    """

    laboratory: Laboratory
    written: Mapping[str, Mapping[str, Any]]
    made: Mapping[str, Regime] | None
    today: date | None = None

    @property
    def regimes(self) -> tuple[str, ...]:
        """The regimes that a claim may run."""
        return (*self.laboratory.shipped, *self.written)

    def own(self, test: ClaimTest) -> dict[str, Mapping[str, Any]]:
        """Those of the regimes of a test and its null that are the file's, and those of it on which they rest."""
        found = dict[str, Mapping[str, Any]]()
        waiting = [name for arm in _every_run(test) for name in (arm.regime, arm.towards) if name]
        while waiting:
            name = waiting.pop()
            if name in self.written and name not in found:
                found[name] = self.written[name]
                waiting.append(str(self.written[name].get("base", "")))
        return found

    def check(self, claim: Claim, test: ClaimTest) -> None:
        """Hold a claim beside the model as the language does, and every date and lever of its runs beside the clock.

        Raises `ModelError` or `RegimeError` for what does not fit.
        """
        laboratory = self.laboratory
        check_claims(laboratory.model, [claim])
        check_tests(laboratory.model, self.regimes, [claim], [test], {test.id: Sides((), ())})
        if self.made is None:
            return
        regimes = {**laboratory.regimes, **self.made}
        for arm in _every_run(test):
            regime_in(laboratory.model, regimes, arm, laboratory.theory.clock)


def _every_run(test: ClaimTest) -> Iterator[Arm]:
    """Every run of a test and of its null, and those along which something is cut."""
    null = None if test.null is None else test.null.condition
    for asked in (test, *([] if null is None else [replace(test, condition=null)])):
        for arm in arms_of(asked):
            yield arm
            yield from (frozen.like for frozen in arm.frozen)
