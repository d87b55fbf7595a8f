"""One file per command: parse, call the laboratory, show; loaded only when the command is given."""
