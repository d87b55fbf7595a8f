"""Reality checks tried in many worlds: what must hold whatever the numbers are."""
