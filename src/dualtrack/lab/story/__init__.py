"""By how many months one policy stands ahead of another at a date, why, and on which number that hangs."""
