"""Expressions: trees recorded from equations, their units, their order, and formulas as text."""
