"""Stretches that several feedback loops share, as the quantities they run through, by base name."""

CHOICE = ("wished_domestic_share", "domestic_preference", "domestic_demand", "domestic_sales")
"""Buyers come round to domestic chips."""
INSTALLING = ("domestic_chips_sold", "domestic_installations", "domestic_compute", "usable_compute")
"""What is sold is installed."""
ROOTS = ("us_rooted_share", "running_us_share")
"""What is installed settles what the work runs on."""
SEEN = (*ROOTS, "seen_us_share")
"""What runs is seen, as far as it is within the rules."""
STORY = ("proof", "proof_salience", "persuasion", "confidence")
"""A proof is noticed, persuades, and feeds confidence."""
VALUED = ("warranted_valuation", "vendor_valuation", "valuation_ratio")
"""Confidence is paid for."""
SPENT = ("us_spending_change", "us_spending", "accelerator_sales_elsewhere")
"""Confidence becomes capital spending, and that vendors' sales."""
GROWN = ("expected_growth", *VALUED)
"""Growth of revenue is extrapolated and paid for."""
RESEARCHED = ("desired_us_research", "us_research", "effect_of_research_on_frontier", "erosion", "readiness")
"""American research moves the frontier on, and with it away from domestic layers."""
FUNDED = ("root_funding", "root_funding_by_layer", "effort", "progress", "readiness")
"""Money for roots becomes progress."""
STAFFED = ("root_pull", "root_share", "root_talent_ratio", "effort", "progress", "readiness")
"""People who choose the roots become progress."""
TAUGHT = ("teaching_service", "learning_from_use", "readiness")
"""Use teaches."""
ADOPTED = ("application_potential", "application_growth")
"""Computing, money and people make room for applications."""
LICENSED = ("licensed_supply", "licensed_sales", "licensed_chips_sold", "licensed_installations", "us_rooted_compute")
"""Licensed chips are sold and installed."""
EARNED = ("revenue_elsewhere", "counted_revenue")
"""Vendors' sales are revenue that counts."""
BUILT = ("us_spending_change", "us_spending", "us_capital")
"""Capital spending builds capital."""
TRAINED = ("training_compute", "model_lag", "open_work_in_use")
"""Computing trains models, which others use the more the less they trail."""
PAID = ("own_means", "desired_budget", "accelerator_budget")
"""What is earned is set aside for accelerators."""
TURNED = ("turned_orders", "domestic_sales")
"""Orders turn home, and are served."""
