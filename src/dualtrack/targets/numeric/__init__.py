"""Equations as numbers: one world, many worlds, the page's script, link scores."""
