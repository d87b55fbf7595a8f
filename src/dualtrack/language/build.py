"""From sectors to a model: declarations wired by argument name, flattened, and refused where they make no sense."""

from __future__ import annotations

from dualtrack.errors import ModelError
from dualtrack.language import collect
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Curve, Sector
from dualtrack.language.model import Model
from dualtrack.language.soundness.check_correlated import check_correlated
from dualtrack.language.soundness.check_declarations import check_sound
from dualtrack.language.soundness.check_model import check


@checked
def build(*theory: Sector, name: str = "") -> Model:
    """The model of some sector modules, the `theory`, or of a package that lists them as SECTORS, under a `name`.

    Raises `ModelError`, by its kind, for the first declaration that does not fit the others or is none, and `TraceError` for an
    equation that cannot be recorded.
    """
    sectors = [sector for module in theory for sector in getattr(module, "SECTORS", (module,))]
    declared = collect.declarations(sectors)
    if not declared:
        raise ModelError(
            "the theory declares nothing", fix="pass the modules that hold its declarations, or list them as SECTORS"
        )
    model = Model(
        name=name or theory[0].__name__.rpartition(".")[2],
        quantities=collect.quantities(declared),
        curves={name: each.value for name, each in declared.items() if isinstance(each.value, Curve)},
        base_units=collect.base_units(sectors),
        sectors={sector.__name__.rpartition(".")[2]: (sector.__doc__ or "").strip() for sector in sectors},
        correlations=collect.correlations(sectors),
    )
    check_sound(model)
    check_correlated(model)
    model.order  # noqa: B018 - an algebraic circle is refused here, before anyone runs it
    check(model)
    return model
