"""What a user brings in one file: regimes, changed priors, rows of the record and claims, laid on a laboratory."""
