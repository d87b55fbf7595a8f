"""Everything that has a name: found, listed, explained."""
