"""The part of a laboratory at hand that holds the model beside what was seen and ruled, and says what is worth finding out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path as File
from typing import TYPE_CHECKING

from dualtrack.app.bind import bind
from dualtrack.app.names.citation import Citation, citations
from dualtrack.app.options.option_values import check_count
from dualtrack.app.page.pack.translated import told
from dualtrack.app.verdicts.kept_verdicts import open_claims
from dualtrack.lab.calibrate.calibration import Calibration
from dualtrack.lab.calibrate.likelihood import FLOOR
from dualtrack.lab.calibrate.record_moves import RecordMoves
from dualtrack.lab.calibrate.temper import CALIBRATED, FEWEST
from dualtrack.lab.confront import FactsRead, draw_by_record, moved_by_rows, read_facts, read_findings
from dualtrack.lab.drawn import worlds_of
from dualtrack.lab.experiments.findings_read import PublishedRead
from dualtrack.lab.forecasts.score_forecasts import ScoreCard
from dualtrack.lab.forecasts.shipped_registry import score_of
from dualtrack.lab.information.learned import Learned
from dualtrack.lab.information.what_to_learn import what_to_learn
from dualtrack.lab.laboratory import Laboratory, at_cluster
from dualtrack.lab.policies.policy_shown import PolicyShown
from dualtrack.lab.policies.show_policy import show_policy
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.checked import checked
from dualtrack.language.scenario import Regime

if TYPE_CHECKING:
    from distributed import Client


class RecordBench(Laboratory):
    """A laboratory whose questions to the record are methods; so is what a policy sets beside the rules on record."""

    @checked
    def show(self, regime: str | Regime, second: str | Regime = "") -> PolicyShown:
        """What a `regime` sets: each lever by year beside today's rules, or a `second` one beside it, and which way it goes.

        The regime that is held beside the record shows today's rules. Raises `RegimeError` for one that does not fit the model.
        """
        return show_policy(self, self._one(regime), self._one(second) if second else None, said=told)

    @checked
    def facts(self, *, worlds: int | Worlds = 200, seed: int = 7, tilt: str = "", accepted: bool = False) -> FactsRead:
        """The model's past beside the theory's facts: in the nominal world, and in drawn ones."""
        return read_facts(self, self._worlds(worlds, seed, tilt, accepted))

    @checked
    def calibrate(
        self, *, worlds: int = CALIBRATED, seed: int = 7, tilt: str = "", floor: float = FLOOR, client: Client | None = None
    ) -> Calibration:
        """Worlds drawn by every figure of the record, twice, as many `worlds` each; the answer's `worlds` go to any method.

        The model is at best a `floor` off. Two workers of a Dask `client` make the draws at once. Raises `RunError` where nothing
        weighs or workers cannot run it; `.worlds` raises it where the draws disagree.
        """
        return draw_by_record(at_cluster(self, client), check_count(worlds, least=FEWEST), seed, tilt, floor)

    @checked
    def findings(self, *, worlds: int = 20_000, seed: int = 7) -> PublishedRead:
        """What published findings say of each mechanism, in the worlds that history leaves of so many drawn."""
        return read_findings(self, check_count(worlds), seed)

    @checked
    def moved(self, *, worlds: int = CALIBRATED, seed: int = 7, tilt: str = "", floor: float = FLOOR) -> RecordMoves:
        """What the rows move that you added to the record: worlds drawn with them and without, as many `worlds` in each draw.

        The model is at best a `floor` off. Raises `RecordError` where no row was added, and `RunError` where nothing weighs.
        """
        shipped = bind(self.own, None if self.added is None else self.added.base)
        return moved_by_rows(shipped, self, check_count(worlds, least=FEWEST), seed, tilt, floor)

    @checked
    def score(self, *, registry: File | None = None, seed: int = 7) -> ScoreCard:
        """How near the theory's frozen forecasts came, of which the record tells the figure, and why the others are open.

        Figures that came since are rows of yours: laboratory(record=...). `registry` is another file of forecasts. Raises
        `RecordError` for a registry that is not the one sealed, and where the theory has frozen none.
        """
        return score_of(self, registry, seed)

    @checked
    def cite(self, name: str) -> Citation:
        """What to cite for anything that has a `name`, or for "dualtrack" itself: every source behind it, and what rests on each.

        Of several things of one name, the first; raises `UnknownName` with the nearest.
        """
        return citations(self, name)[0]

    @checked
    def learn(
        self,
        claims: Sequence[str] = (),
        *,
        worlds: int = 20_000,
        seed: int = 7,
        tilt: str = "",
        studies: Mapping[str, float] | None = None,
    ) -> Learned:
        """What knowing each number is worth for `claims`, those that are open unless named, and what would measure it.

        Worlds are those that history leaves of so many drawn under a `tilt`. `studies` are numbers by name, each with the
        standard error of a study that does not exist yet.
        Raises `UnknownName` for what is no claim or number, `BadNumber` for an error that is not above 0 and `RunError` where
        too few worlds are left for a claim.
        """
        asked = tuple(claims) or open_claims(self)
        return what_to_learn(self, check_count(worlds), seed, claims=asked, tilt=tilt, studies=studies)

    def _one(self, regime: str | Regime) -> Regime:
        return self.regime(regime) if isinstance(regime, str) else regime

    def _worlds(self, worlds: int | Worlds, seed: int, tilt: str, accepted: bool) -> Worlds:
        return worlds if isinstance(worlds, Worlds) else worlds_of(self, check_count(worlds), seed, tilt, accepted=accepted)
