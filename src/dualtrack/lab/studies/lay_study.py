"""A laboratory with a study laid on it: priors in the model, rows in the record, regimes and claims beside the shipped ones."""

from __future__ import annotations

from dataclasses import replace

from dualtrack.errors import LabError, StudyError, nearest
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.runs.regimes import resolved
from dualtrack.lab.studies.study import Study
from dualtrack.language.model import Model
from dualtrack.language.restated import restated
from dualtrack.language.statements.claim_sides import Sides
from dualtrack.language.theory import Theory
from dualtrack.language.tilt import Tilt, tilted


def lay_study(laboratory: Laboratory, study: Study) -> Laboratory:
    """The `laboratory` with the regimes, priors and claims of a `study`; its rows are in the record already.

    A number that the study restates keeps to what it says under every prior: no tilt leans on it. Raises `StudyError` for a
    source that no record has.
    """
    _check_sources(laboratory, study)
    model = _model(laboratory, study)
    own = resolved(study.regimes, model, laboratory.history, laboratory.regimes) if study.regimes else {}
    theory = _with_claims(replace(laboratory.theory, tilts=_tilts(laboratory.theory.tilts, model, study)), study)
    return replace(
        laboratory,
        theory=theory,
        model=model,
        regimes={**laboratory.regimes, **own},
        study=study,
    )


def _with_claims(theory: Theory, study: Study) -> Theory:
    """The theory with the study's claims after its own; nothing of the record is put beside them."""
    own = study.claims.values()
    return replace(
        theory,
        claims=(*theory.claims, *(each.claim for each in own)),
        tests=(*theory.tests, *(each.test for each in own)),
        evidence={**theory.evidence, **{name: Sides((), ()) for name in study.claims}},
    )


def _model(laboratory: Laboratory, study: Study) -> Model:
    if not study.priors:
        return laboratory.model
    try:
        return restated(laboratory.model, study.priors, laboratory.theory.clock.step)
    except LabError as error:
        raise StudyError(error.what, where=str(study.file), near=error.near, fix=error.fix) from None


def _tilts(tilts: tuple[Tilt, ...], model: Model, study: Study) -> tuple[Tilt, ...]:
    """The priors of those who lean, none on a number that the study restates so that it cannot lean."""
    found = tuple(
        Tilt(tilt.name, tilt.label, *(tuple(each for each in side if each not in study.priors) for side in _sides(tilt)))
        for tilt in tilts
    )
    for tilt in found:
        tilted(model, tilt)
    return found


def _sides(tilt: Tilt) -> tuple[tuple[str, ...], ...]:
    return tilt.raised, tilt.lowered, tilt.larger, tilt.smaller


def _check_sources(laboratory: Laboratory, study: Study) -> None:
    known = [each.key for each in laboratory.record.sources]
    for name, new in study.priors.items():
        if isinstance(new.source, str) and new.source not in known:
            raise StudyError(
                f"the prior of `{name}` rests on `{new.source}`, which is no source of the record",
                where=str(study.file),
                near=nearest(new.source, known),
                fix="add the source to the study under [[sources]], or say why instead",
            )
