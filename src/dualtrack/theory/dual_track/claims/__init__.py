"""What the theory and its rivals assert: statements, tests, evidence on both sides."""
