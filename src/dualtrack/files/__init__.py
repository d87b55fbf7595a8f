"""Files on disk: strict reading of what a user wrote, and writing that is whole or absent."""
