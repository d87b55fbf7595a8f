"""One file per question: each takes any model and any record, and names no theory."""
