"""Files and folders of results: written whole, verified, computed again."""
