"""Words for what was found of a claim: what it is held beside, whether its mechanism exists, and what follows."""
