"""Words on their way to a reader: tables, numbers, progress, safe streams."""
