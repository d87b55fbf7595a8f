"""Questions that take any model: compare, explain a change, what matters, where something holds."""
