"""Verdicts in words, rows and reports."""
