"""The named feedback loops of the theory."""
