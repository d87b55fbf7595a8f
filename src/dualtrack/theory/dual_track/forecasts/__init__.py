"""What the theory is asked of the years to 2028, and its answers, frozen on 2026-11-30 in `frozen.json`."""
