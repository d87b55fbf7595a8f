"""The closed lists from which coded cells of the record may be filled."""

GRADES = ("A", "B", "C")
KINDS = ("reported", "survey", "estimate", "forecast", "target")
OUTLOOKS = ("forecast", "target")  # said before the period has passed; never evidence of what happened
MEASURES = ("level", "flow", "change")
"""How a figure goes with its period.

A `level` was so at some moment of it: a stock, a price, a pace, a state. A `flow` is summed over it, or a part of such a sum. A
`change` happened from its first moment to its last.
"""
SWING = 30.0
"""By how many times neighbouring figures of a series may differ, where the series says nothing else."""
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
DESIGNS = (
    "event study",
    "difference in differences",
    "matching",
    "panel",
    "structural",
    "timing",
    "before and after",
    "single case",
    "estimate",
    "description",
)
"""How a finding came about."""
SCALES = ("relative", "log", "difference", "level", "hits", "sign")
"""What an effect is: relative to what else would be, between logarithms, a difference, a level, a count of hits, or a sign."""
BASES = ("reported", "computed", "assumed")
"""Where an error is from: the source, our own computation, or an assumption from what the source calls significant."""
READ = ("text", "abstract", "summary", "computed")
"""What was read of a source: its text, its abstract, another's summary of it; or nothing, since we computed the figure."""
