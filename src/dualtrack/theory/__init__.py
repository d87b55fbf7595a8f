"""Theories written in the language; each is a package of sectors, and none knows how it is run."""
