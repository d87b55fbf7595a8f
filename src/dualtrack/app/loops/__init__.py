"""Loops and leverage in words and rows."""
