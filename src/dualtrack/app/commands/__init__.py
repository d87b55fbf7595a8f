"""One command a file, which is one public noun: what it is asked, and its answer in words and as data."""
