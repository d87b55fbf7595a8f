"""What a user writes on the command line, read strictly."""
