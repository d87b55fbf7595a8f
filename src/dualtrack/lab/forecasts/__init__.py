"""What is said of figures to come, frozen before they are known, and how near it came: registry, baselines, scores, a vintage."""
