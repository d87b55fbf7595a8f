"""Which runs correspond to what studies found, and what would show each mechanism best."""
