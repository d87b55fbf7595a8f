"""Equations as print: LaTeX, text, statements, diagrams."""
