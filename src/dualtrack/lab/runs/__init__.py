"""Worlds run: regimes read, engines chosen, ensembles made, and where each came from."""
