"""Which series of the record stand beside which quantities, where no fact and no target compares the two already.

A series belongs to a quantity if its definition measures the same thing; where several do, they stand side by side.
"""

from dualtrack.language.statements.display import History

MONTHS_PER_YEAR, QUARTERS_PER_YEAR = 12.0, 4.0
H100_TFLOPS = 989.0
"""Dense half-precision performance of an H100, in which the theory counts chips."""

HISTORIES = (
    History("us_ai_valuation", "nvidia_market_value"),
    History("cloud_capex", "us_cloud_capex_five"),
    History("china_revenue_share", "nvidia_china_revenue_share_billing_quarter"),
    History("china_revenue_share", "nvidia_china_revenue_share_headquarters_quarter"),
    History("china_vendor_revenue", "nvidia_china_revenue_billing"),
    History("china_vendor_revenue", "nvidia_china_revenue_headquarters"),
    History("china_vendor_revenue", "nvidia_china_revenue_billing_quarter", QUARTERS_PER_YEAR),
    History("china_vendor_revenue", "nvidia_china_revenue_headquarters_quarter", QUARTERS_PER_YEAR),
    History("vendor_revenue_from_china", "nvidia_china_revenue_billing"),
    History("vendor_revenue_from_china", "nvidia_china_revenue_headquarters"),
    History("domestic_supply", "china_accelerator_local_supply"),
    History("licensed_chips_sold", "nvidia_china_accelerator_shipments"),
    History("licensed_chips_sold", "h20_units_to_china"),
    History("smuggled_chips", "smuggled_accelerators"),
    History("compute_share", "china_ai_compute_ownership_share"),
    History("compute_share", "china_gpu_cluster_share"),
    *(
        History(name, series)
        for name in ("model_lag", "model_lag_months")
        for series in ("us_china_model_lag_capability_index", "us_china_model_lag_goldman")
    ),
    *(
        History("home_market_share.equipment", f"china_equipment_domestic_share{kind}")
        for kind in ("", "_broad", "_narrow", "_mic", "_chinairn")
    ),
    History("home_market_share.lithography", "china_lithography_domestic_share_broad"),
    History("home_market_share.lithography", "china_lithography_domestic_share_front_end"),
    History("home_market_share.materials", "china_materials_domestic_share"),
    History("home_market_share.design_tools", "china_design_software_domestic_share"),
    *(
        History("advanced_wafers", f"china_advanced_wafer_capacity_{who}", MONTHS_PER_YEAR)
        for who in ("semianalysis", "morgan_stanley", "nikkei")
    ),
    History("advanced_yield", "smic_advanced_yield"),
    History("advanced_yield", "smic_seven_nanometre_yield"),
    History("advanced_yield", "huawei_910b_yield"),
    History("frontier_performance", "nvidia_frontier_dense_fp16", 1 / H100_TFLOPS),
    History("licensed_chip_performance", "nvidia_china_dense_fp16", 1 / H100_TFLOPS),
    History("domestic_chip_performance", "ascend_dense_fp16_910c", 1 / H100_TFLOPS),
)
"""Series that no fact or target names; what those compare comes from themselves."""
