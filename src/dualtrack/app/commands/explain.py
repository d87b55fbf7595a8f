"""One name of the model explained, with the claims that it carries."""

from __future__ import annotations

from dataclasses import asdict

from dualtrack.app.bind import bind
from dualtrack.app.options import Json
from dualtrack.app.terminal import show_json, show_text
from dualtrack.targets.explain import explain


def explain_name(name: str, /, *, json: Json = False) -> None:
    """Say what a name is: its equation or number, its source, what moves it, what it moves, and which claims rest on it.

    Example: dualtrack explain independent_capability

    Parameters
    ----------
    name
        A quantity, a layered quantity by its base name, or a curve.
    """
    laboratory = bind()
    found = explain(laboratory.model, name)
    base = laboratory.model[name].base if name in laboratory.model.quantities else name
    carried = [claim for claim in laboratory.claims if base in claim.carried_by]
    if json:
        claims = [{"id": claim.id, "en": claim.statement[0], "zh": claim.statement[1]} for claim in carried]
        show_json({**asdict(found), "claims": claims})
        return
    show_text(found.text())
    for claim in carried:
        show_text(f"{claim.kind} {claim.id:<5}{' / '.join(claim.statement)}")
