"""A model as XMILE 1.0, which other tools read."""
