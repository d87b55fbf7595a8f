"""Which series of the record shows which quantity of the model, and by what factor it comes to the quantity's unit.

A series belongs to a quantity if its definition measures the same thing; where several do, they stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dualtrack.lab.statistics.lag import MONTHS_PER_YEAR
from dualtrack.language.statements.ledger import Fact, Level, Observed
from dualtrack.language.statements.target import Target

H100_TFLOPS = 989.0
"""Dense half-precision performance of an H100, in which the theory counts chips."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A quantity and a series that shows it."""

    quantity: str
    series: str
    times: float = 1.0


SHOWN = (
    Shown("us_ai_valuation", "nvidia_market_value"),
    Shown("us_spending", "us_cloud_capex_five"),
    Shown("china_revenue_share", "nvidia_china_revenue_share_billing_quarter"),
    Shown("china_revenue_share", "nvidia_china_revenue_share_headquarters_quarter"),
    Shown("china_vendor_revenue", "nvidia_china_revenue_billing"),
    Shown("china_vendor_revenue", "nvidia_china_revenue_headquarters"),
    Shown("vendor_revenue_from_china", "nvidia_china_revenue_billing"),
    Shown("vendor_revenue_from_china", "nvidia_china_revenue_headquarters"),
    Shown("domestic_supply", "china_accelerator_local_supply"),
    Shown("licensed_chips_sold", "nvidia_china_accelerator_shipments"),
    Shown("licensed_chips_sold", "h20_units_to_china"),
    Shown("smuggled_chips", "smuggled_accelerators"),
    Shown("compute_share", "china_ai_compute_ownership_share"),
    Shown("compute_share", "china_gpu_cluster_share"),
    *(
        Shown(name, series)
        for name in ("model_lag", "model_lag_months")
        for series in ("us_china_model_lag_capability_index", "us_china_model_lag_goldman")
    ),
    *(
        Shown("home_market_share.equipment", f"china_equipment_domestic_share{kind}")
        for kind in ("", "_broad", "_narrow", "_mic", "_chinairn")
    ),
    Shown("home_market_share.lithography", "china_lithography_domestic_share_broad"),
    Shown("home_market_share.lithography", "china_lithography_domestic_share_front_end"),
    Shown("home_market_share.materials", "china_materials_domestic_share"),
    Shown("home_market_share.design_tools", "china_design_software_domestic_share"),
    *(
        Shown("advanced_wafers", f"china_advanced_wafer_capacity_{who}", MONTHS_PER_YEAR)
        for who in ("semianalysis", "morgan_stanley", "nikkei")
    ),
    Shown("advanced_yield", "smic_advanced_yield"),
    Shown("advanced_yield", "smic_seven_nanometre_yield"),
    Shown("advanced_yield", "huawei_910b_yield"),
    Shown("frontier_performance", "nvidia_frontier_dense_fp16", 1 / H100_TFLOPS),
    Shown("licensed_chip_performance", "nvidia_china_dense_fp16", 1 / H100_TFLOPS),
    Shown("domestic_chip_performance", "ascend_dense_fp16_910c", 1 / H100_TFLOPS),
)
"""Series that no fact or target names; what those compare comes from themselves."""


def shown(facts: Iterable[Fact], targets: Iterable[Target]) -> Iterator[Shown]:
    """Every series beside its quantity, once: those that facts and targets compare, then the others."""
    compared = [
        *((check.measure, check.yardstick) for fact in facts for check in fact.tests),
        *((target.measure, target.yardstick) for target in targets),
    ]
    found = [
        Shown(measure.variable, yardstick.series, yardstick.times)
        for measure, yardstick in compared
        if isinstance(measure, Level) and not measure.per
        if isinstance(yardstick, Observed) and yardstick.since is None and not yardstick.per
    ]
    yield from dict.fromkeys((*found, *SHOWN))
