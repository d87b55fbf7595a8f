"""What numbers over worlds say: bands, lags, shares with intervals, boxes, verdicts; arithmetic, no run."""
