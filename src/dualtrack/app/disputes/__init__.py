"""A dispute in words: one text for both to read, in either language or in both."""
