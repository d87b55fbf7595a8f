"""Feedback loops: who leads, which matter, and where a nudge moves most."""
