"""Worlds drawn: designs, priors, numbers that move together; each fixed by its seed."""
