"""What the series of the record measure of the theory, in groups: the market, computing, firms and roots."""
