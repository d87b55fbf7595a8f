"""The closed lists from which coded cells of the record may be filled."""

GRADES = ("A", "B", "C")
KINDS = ("reported", "survey", "estimate", "forecast", "target")
OUTLOOKS = ("forecast", "target")  # said before the period has passed; never evidence of what happened
DIRECTIONS = ("tighten", "loosen", "neutral")
ACTORS = ("US", "CN", "NL", "JP", "KR", "TW", "company")
INSTRUMENTS = (
    "chips",
    "memory",
    "tools",
    "design_software",
    "foundry",
    "korean_fabs",
    "mainland_foundry",
    "cloud",
    "remote_control",
    "levy",
    "entity_list",
    "procurement",
    "minerals",
    "competition_law",
    "deal_review",
    "state_fund",
    "models",
    "capital_market",
    "statute",
    "diplomacy",
)
BASELINE = "baseline"  # stands in a setting's event column for the starting value
CONTROL_ALARM = "control_alarm"  # in the codebook, yet computed from the events and never set
