"""One file per contender: `prepare(task)` gives a function from worlds to outcomes."""
