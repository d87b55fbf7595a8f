"""Claims tested in paired runs: what each asks, how often it holds, and what decides it."""
