"""The answers: a command line and a page; binds evidence to theory, calls the laboratory and shows what it found."""
